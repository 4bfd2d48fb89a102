"""Which outlet an address or a name belongs to; it looks up and compares, and never guesses.

An address decides by its host: the longest host or path prefix of outlets.csv wins, and whole labels are compared, so
foxnews.com.evil.example and notfoxnews.com are nobody's. A name serves only where an address cannot tell.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from aggregator.carriers import bare_host, host_and_parents, own_place, split_address
from aggregator.models import Outlet

# Measured on 2,900 names written by others beside an address that tells the truth, against outlets.csv without its
# other_names: from 90 on no match is wrong, at 88 "eTurboNews" becomes Euronews and "OCRegister" The Register. The
# margin changes nothing there; it is kept because two near names are the very case that must stay open.
FUZZY_SCORE = 90.0
FUZZY_MARGIN = 5.0
# A short name differs from another outlet's by a letter or two (WCVB, WCPO): under this length spelling must be exact.
FUZZY_LENGTH = 9
# Under this score nothing resembles the name ("Zeibiz"); above it, a person may know which outlet was meant.
DOUBTFUL_SCORE = 50.0
NAME_LIMIT = 200

# What rating sites and importers add to a name in brackets or after a dash; a country or a city is not among them.
_QUALIFIERS = (
    "online news|online|web news|news|opinion|opinions|editorial|editorials|fact check|fact checks|analysis|blog|"
    "press release|registration|subscription|satire|humor|video|politics"
)
_BRACKETED = re.compile(rf"\s*[(\[](?:{_QUALIFIERS})[)\]]\s*", re.IGNORECASE)
_DASHED = re.compile(rf"\s+[-–—|:]\s+(?:{_QUALIFIERS})\s*$", re.IGNORECASE)
_HOST_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_WORDS = re.compile(r"[^\W_]+")


class NameMethod(StrEnum):
    """How a name was resolved; `doubtful` and `none` carry no outlet."""

    NAME = "name"
    ALIAS = "alias"
    FUZZY = "fuzzy"
    DOUBTFUL = "doubtful"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What a name resolves to, scores from 0 to 100; `runner_up` is the nearest outlet besides `outlet`, if any."""

    outlet: Outlet | None
    score: float
    runner_up: Outlet | None
    method: NameMethod


def domain_key(text: str) -> str | None:
    """Returns the form in which outlets are keyed, or None where the text is no host or host with a path.

    >>> domain_key("https://www.MTV.com/News/"), domain_key("fox news")
    ('mtv.com/news', None)
    """
    parts = split_address(text)
    host = bare_host(parts)
    if not host:
        return None
    path = parts.path.strip("/").lower()
    return f"{host}/{path}" if path else host


def name_key(name: str) -> str:
    """Returns a name without qualifiers, leading article, trailing .com, accents, case and punctuation.

    >>> name_key("Fox News (Online News)"), name_key("ABC News (Australia)")
    ('fox news', 'abc news australia')
    """
    text = unicodedata.normalize("NFKC", name[:NAME_LIMIT]).strip()
    text = _DASHED.sub("", _BRACKETED.sub(" ", text)).strip()
    text = re.sub(r"\.com$", "", text, flags=re.IGNORECASE)
    text = unicodedata.normalize("NFKD", text.casefold().replace("&", " and ").replace("'", "").replace("’", ""))
    words = _WORDS.findall("".join(letter for letter in text if not unicodedata.combining(letter)))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


class OutletIndex:
    """The outlets of outlets.csv, found by address or by name."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self.outlets = tuple(outlets)
        self._by_domain: dict[str, Outlet] = {}
        self._by_name: dict[str, tuple[Outlet, NameMethod]] = {}
        self._by_key: dict[str, dict[str, tuple[Outlet, NameMethod]]] = {}
        self._spelt: dict[str, list[Outlet]] = {}
        for outlet in self.outlets:
            self._add(outlet)
        self._keys = tuple(self._spelt)
        self._sorted_keys = [_sorted_words(key) for key in self._keys]
        self._cached_name = functools.lru_cache(maxsize=65536)(self._match)

    def by_address(self, url: str) -> Outlet | None:
        """Returns the outlet whose host or path prefix covers the address, the longest first; None is nobody's.

        On a host that many share, the host's own outlet does not cover what others write there.
        """
        parts = split_address(url)
        place = own_place(url)
        segments = [segment for segment in parts.path.lower().split("/") if segment]
        depth = min(len(segments), self._depth)
        for host in host_and_parents(bare_host(parts)):
            for length in range(depth, -1, -1):
                prefix = "/".join((host, *segments[:length]))
                found = self._by_domain.get(prefix)
                if found is not None and covers(prefix, place):
                    return found
        return self._by_domain.get(place or "")  # a channel's feed names its channel, and has another path

    def by_name(self, name: str) -> NameMatch:
        """Returns what a name resolves to: an outlet only where one is meant beyond doubt."""
        return self._cached_name(name[:NAME_LIMIT])

    @functools.cached_property
    def _depth(self) -> int:
        return max((domain.count("/") for domain in self._by_domain), default=0)

    def _add(self, outlet: Outlet) -> None:
        channel = own_place(outlet.youtube or "")
        for domain in (outlet.domain, *outlet.other_domains, *([channel] if channel else [])):
            self._by_domain.setdefault(domain_key(domain) or domain, outlet)
        named = [(outlet.name, NameMethod.NAME), *((name, NameMethod.ALIAS) for name in outlet.other_names)]
        for name, method in named:
            self._by_name.setdefault(_plain(name), (outlet, method))
            key = name_key(name)
            for form in {key, _joined(key)}:
                self._by_key.setdefault(form, {}).setdefault(outlet.domain, (outlet, method))
            self._spelt.setdefault(key, []).append(outlet)

    def _match(self, name: str) -> NameMatch:
        exact = self._by_name.get(_plain(name))
        if exact is not None:
            return NameMatch(exact[0], 100.0, None, exact[1])
        if _HOST_NAME.fullmatch(name.strip()):
            return self._match_host(name)
        key = name_key(name)
        meant = list((self._by_key.get(key) or self._by_key.get(_joined(key)) or {}).values()) if key else []
        if len(meant) == 1:
            return NameMatch(meant[0][0], 100.0, None, meant[0][1])
        if len(meant) > 1:
            return NameMatch(None, 100.0, meant[1][0], NameMethod.DOUBTFUL)
        return self._fuzzy(key)

    def _match_host(self, name: str) -> NameMatch:
        """Resolves a name that is a host ("TheBlaze.com") as the address it is, never by likeness ("BT.com")."""
        outlet = self.by_address(name)
        if outlet is not None:
            return NameMatch(outlet, 100.0, None, NameMethod.ALIAS)
        best, score, _ = next(iter(self._ranked(name_key(name))), (None, 0.0, ""))
        method = NameMethod.DOUBTFUL if score >= DOUBTFUL_SCORE else NameMethod.NONE
        return NameMatch(None, score, best, method)

    def _fuzzy(self, key: str) -> NameMatch:
        ranked = self._ranked(key)
        if not ranked or ranked[0][1] < DOUBTFUL_SCORE:
            return NameMatch(None, ranked[0][1] if ranked else 0.0, None, NameMethod.NONE)
        best, score, known = ranked[0]
        second, second_score, _ = ranked[1] if len(ranked) > 1 else (None, 0.0, "")
        clear = score >= FUZZY_SCORE and score - second_score >= FUZZY_MARGIN and len(key) >= FUZZY_LENGTH
        if clear and _same_words(key, known):
            return NameMatch(best, score, second, NameMethod.FUZZY)
        return NameMatch(None, score, best, NameMethod.DOUBTFUL)

    def _ranked(self, key: str) -> list[tuple[Outlet | None, float, str]]:
        """Returns the nearest keys, each outlet once, best first; words are compared in sorted order."""
        if not key:
            return []
        found = process.extract(_sorted_words(key), self._sorted_keys, scorer=fuzz.ratio, limit=8)
        ranked: dict[str, tuple[Outlet | None, float, str]] = {}
        for _, score, position in found:
            known = self._keys[position]
            for outlet in self._spelt[known]:
                ranked.setdefault(outlet.domain, (outlet, score, known))
        return sorted(ranked.values(), key=lambda entry: -entry[1])


def covers(prefix: str, place: str | None) -> bool:
    """Tells whether a listed prefix reaches into a place of its own on a shared host, and not only to the host."""
    return place is None or prefix == place or prefix.startswith(f"{place}/") or prefix.endswith(f".{place}")


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _joined(key: str) -> str:
    """Returns a key without spaces (OC Register, OCRegister), a short one as it is (n-tv is not NTV)."""
    joined = key.replace(" ", "")
    return joined if len(joined) >= FUZZY_LENGTH else key


def _sorted_words(key: str) -> str:
    return " ".join(sorted(key.split()))


def _same_words(key: str, known: str) -> bool:
    """Tells whether two keys differ by spelling only: as many words, each of them near its counterpart.

    A whole other word is another outlet ("Washington Post", "Washington Times"; "NBC Chicago", "NBC Boston"), and so
    is another short word or number ("FOX 9", "FOX 5").
    """
    left, right = key.split(), known.split()
    if len(left) != len(right):
        return False
    pairs = zip(sorted(left), sorted(right), strict=True)
    return all(one == two or (min(len(one), len(two)) > 4 and fuzz.ratio(one, two) >= 85) for one, two in pairs)
