"""What kind of text an article is by its own word: a publisher's, a machine's, or one about another outlet's piece."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from aggregator.carriers import behind
from aggregator.kinds.lines import Line, lines_of, lines_of_tree, without_lines, without_words
from aggregator.kinds.machine import is_label, is_machine_media, says_machine
from aggregator.kinds.original import LINE_LENGTH, describes_outlet, leads_to_original, names_site, tells_reprint
from aggregator.kinds.printed import claims, printed_rating
from aggregator.models import PrintedRating, TextKind
from aggregator.urls import canonical_url, host_of

__all__ = [
    "Line", "Told", "is_machine_media", "lines_of", "lines_of_tree", "may_tell", "told_of", "without_lines",
    "without_words",
]  # fmt: skip

SUMMARY_WORDS = 400
"""Words up to which a text may be the summary that a notice speaks of. A newspaper prints the same notice under a box
of key points over an article of its own, and that is longer: of 128 stored pages of newspapers 101 have more words."""

RETOLD_WORDS = 200
"""Words up to which a text with a link to an original only retells it; a longer one is a report with a source. It is
what pages.status takes for the longest beginning of an article."""

ROUND_UP = 2
"""Originals that one piece may have, its article and its video; a text that leads to more is about no single one."""

_WORTH = re.compile(
    r"\b(?:A\.?I|KI|IA|GPT|original|bias|AllSides|MBFC)|intelligen|official|gpt|"
    r"compl[eè]t|intégral|ganze|vollständig|volledig|(?:full|whole|entire) \w+ (?:at|on|here|in|from|via)\b|"
    r"オリジナル|元の|要約|人工知能",
    re.IGNORECASE,
)
_VIDEO = re.compile(r"/(?:embed|live|v)/([\w-]{6,20})")


@dataclass(frozen=True, slots=True)
class Told:
    """What a text's lines say of it; the fields are as in ParsedPage.

    `retells` says that it speaks of an original, though it may not tell where that stands.
    """

    kind: TextKind
    original: str | None = None
    about: tuple[str, ...] = ()
    printed: tuple[PrintedRating, ...] = ()
    notices: tuple[str, ...] = ()
    retells: bool = False


NOTHING = Told(TextKind.PUBLISHER)


def told_of(lines: Sequence[Line], words: int, url: str = "", machine: bool = False, video: bool = False) -> Told:
    """What kind of text this is: `words` long, found at `url`; `machine` where its own metadata say so.

    The words beside a `video` are few, whatever they link to: it is the piece.

    Whether what it is about is another outlet's cannot be told here: the addresses are left for whoever knows outlets.
    """
    short = [line for line in lines if len(line.text) <= 2 * LINE_LENGTH]
    if not machine and not any(_WORTH.search(line.text) for line in short):
        return NOTHING
    originals = _addresses(_led(short, leads_to_original), url)
    if len(originals) > ROUND_UP:
        originals = ()
    kind = _kind(short, words, bool(originals), machine)
    if video and kind == TextKind.AGGREGATOR:
        kind = TextKind.PUBLISHER
    named = kind != TextKind.PUBLISHER
    about = originals + _addresses(_led(short, names_site), url) if named else ()
    printed = [one for line in short if (one := printed_rating(line.text)) and (one.provider or named)]
    original = originals[0] if originals and named else None
    retells = named and any(leads_to_original(line.text) for line in short)
    return Told(kind, original, tuple(dict.fromkeys(about)), claims(printed), tuple(_notices(short, named)), retells)


def may_tell(written: str) -> bool:
    """Whether it is worth while to look at a text's lines: nearly no feed's entry says anything of this."""
    return bool(_WORTH.search(written))


def video_address(url: str) -> str:
    """The address of a video as its channel's feed gives it; any other address as it is.

    >>> video_address("https://youtu.be/dQw4w9WgXcQ"), video_address("https://www.youtube.com/embed/dQw4w9WgXcQ")
    ('https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ')
    """
    host, parts = host_of(url).removeprefix("www.").removeprefix("m."), urlsplit(url)
    if host == "youtu.be":
        number = parts.path.strip("/")
    elif host in ("youtube.com", "youtube-nocookie.com"):
        found = _VIDEO.match(parts.path)
        number = found[1] if found else (parse_qs(parts.query).get("v") or [""])[0] if parts.path == "/watch" else ""
    else:
        return url
    return f"https://www.youtube.com/watch?v={number}" if number else url


def _kind(lines: Sequence[Line], words: int, has_original: bool, machine: bool) -> TextKind:
    said = {what for line in lines if (what := says_machine(line.text))}
    is_summary = words <= SUMMARY_WORDS and (
        "summary" in said or (has_original and any(is_label(line.text) for line in lines))
    )
    if machine or "text" in said or is_summary:
        return TextKind.MACHINE
    if has_original and words <= RETOLD_WORDS and not any(tells_reprint(line.text) for line in lines):
        return TextKind.AGGREGATOR
    return TextKind.PUBLISHER


def _led(lines: Sequence[Line], leads: Callable[[str], bool]) -> Iterator[str]:
    """Yields what the lines of a sort link to, or the line after one that ends in a colon."""
    for line, after in pairwise([*lines, Line("")]):
        if leads(line.text):
            yield from line.links or (after.links[:1] if line.text.endswith(":") else ())


def _addresses(links: Iterable[str], url: str) -> tuple[str, ...]:
    """The addresses elsewhere than at a text's own site, canonical, each once."""
    found = (video_address(behind(canonical_url(link, base=url or None))) for link in links)
    return tuple(dict.fromkeys(address for address in found if address and not _same_site(address, url)))


def _same_site(address: str, url: str) -> bool:
    one, other = (host_of(part).removeprefix("www.") for part in (address, url))
    return bool(other) and (one == other or one.endswith(f".{other}") or other.endswith(f".{one}"))


def _notices(lines: Sequence[Line], named: bool) -> Iterator[str]:
    for line, after in pairwise([*lines, Line("")]):
        if _is_notice(line.text, named) or (named and describes_outlet(line.text) and _is_foot(after.text)):
            yield line.text


def _is_notice(line: str, named: bool) -> bool:
    printed = printed_rating(line)
    if says_machine(line) or (printed and (printed.provider or named)):
        return True
    return named and (is_label(line) or names_site(line) or leads_to_original(line))


def _is_foot(line: str) -> bool:
    return bool(printed_rating(line)) or names_site(line) or leads_to_original(line)
