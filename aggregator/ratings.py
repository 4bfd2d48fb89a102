"""Reads outlets.csv, ratings.csv and feeds.csv; a file with a bad row is refused whole, and nothing is guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from aggregator.datafiles import Problems, Row, did_you_mean, is_day, read_rows
from aggregator.models import FeedSource, Outlet, Provider, Rating, Scope
from aggregator.outlets import domain_key
from aggregator.resources import outlet_spiders

OUTLET_COLUMNS = (
    "domain",
    "other_domains",
    "name",
    "other_names",
    "homepage",
    "country",
    "owner",
    "ownership_type",
    "description",
    "youtube",
)
RATING_COLUMNS = (
    "domain",
    "provider",
    "scope",
    "label",
    "score",
    "confidence",
    "factual_reporting",
    "source_url",
    "valid_from",
)
FEED_COLUMNS = ("url", "outlet", "section", "language", "fetch_pages", "last_seen", "kind")
KINDS = ("feed", "sitemap")  # or the name of an outlet's own spider: known_kinds()

FIVE_LABELS: Mapping[str, int | None] = {"left": -2, "lean left": -1, "center": 0, "lean right": 1, "right": 2}
# Every provider's labels and the place of each on left-right, None where it has none (MBFC's last four categories).
# A provider that is not named here uses FIVE_LABELS.
LABELS: Mapping[str, Mapping[str, int | None]] = {
    "AllSides": FIVE_LABELS,
    "MBFC": {
        "left": -2,
        "left-center": -1,
        "center": 0,
        "least biased": 0,
        "right-center": 1,
        "right": 2,
        "pro-science": None,
        "satire": None,
        "fake-news": None,
        "conspiracy-pseudoscience": None,
    },
}


# Both place every outlet on the left-right line of the United States (their pages on method say so).
PROVIDERS = (
    Provider(
        "AllSides",
        "AllSides Media Bias Ratings by AllSides",
        "United States",
        "https://www.allsides.com/",
        "CC BY-NC 4.0",
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ),
    Provider("MBFC", "Media Bias/Fact Check (MBFC)", "United States", "https://mediabiasfactcheck.com/"),
)

_SHIPPED_SPELLINGS = {"allsides": "AllSides", "mbfc": "MBFC", "mediabiasfactcheck": "MBFC"}
# Names stand in addresses, in the list of a page and in the heads of columns.
PROVIDER_CHARACTERS = 60


def read_outlets(path: Path) -> tuple[Outlet, ...]:
    """Reads outlets.csv; no domain and no name may belong to two outlets."""
    problems = Problems(path)
    outlets: list[Outlet] = []
    domains: dict[str, int] = {}
    names: dict[str, int] = {}
    for row in read_rows(path, OUTLET_COLUMNS, ("domain", "name"), problems):
        outlet = _outlet(row)
        _claim(row, "domain", (outlet.domain, *outlet.other_domains), domains)
        _claim(row, "name", (outlet.name, *outlet.other_names), names)
        outlets.append(outlet)
    problems.raise_if_any()
    return tuple(outlets)


def read_ratings(path: Path, outlets: Iterable[Outlet]) -> tuple[Rating, ...]:
    """Reads ratings.csv; an outlet may stand there under any of its domains and is returned under its first."""
    problems = Problems(path)
    known = by_domain(outlets)
    ratings: list[Rating] = []
    seen: dict[tuple[str, str, str, str], tuple[int, str]] = {}
    for row in read_rows(path, RATING_COLUMNS, ("domain", "provider", "scope", "label", "valid_from"), problems):
        before = len(problems.lines)
        rating = rating_of(row, known)
        _check_provider(row)
        if rating is not None and len(problems.lines) == before:
            refuse_second(row, rating, seen)
            ratings.append(rating)
    problems.raise_if_any()
    return tuple(ratings)


def read_feeds(path: Path, outlets: Iterable[Outlet]) -> tuple[FeedSource, ...]:
    """Reads feeds.csv; an address that differs only by scheme, www. or a final slash is the same feed."""
    problems = Problems(path)
    known = by_domain(outlets)
    feeds: list[FeedSource] = []
    addresses: dict[str, int] = {}
    for row in read_rows(path, FEED_COLUMNS, ("url", "outlet"), problems):
        url = row.required("url")
        if url:
            row.web_address("url")
            _claim(row, "feed", (same_address(url),), addresses)
        feeds.append(_feed(row, url, known))
    problems.raise_if_any()
    return tuple(feeds)


def _outlet(row: Row) -> Outlet:
    domains = (row.required("domain"), *row.several("other_domains"))
    for domain in filter(None, domains):
        _check_domain(row, domain)
    return Outlet(
        domain=domains[0],
        name=row.required("name"),
        other_domains=domains[1:],
        other_names=row.several("other_names"),
        homepage=row.web_address("homepage"),
        country=row.text("country"),
        owner=row.text("owner"),
        ownership_type=row.text("ownership_type"),
        description=row.text("description"),
        youtube=row.web_address("youtube"),
    )


def _check_domain(row: Row, domain: str) -> None:
    key = domain_key(domain)
    if key is None:
        row.bad(f'"{domain}" is not a domain: write it as example.com or example.com/section')
    elif key != domain:
        row.bad(f'domain "{domain}" is not in its plain form: write {key}')


def rating_of(row: Row, known: Mapping[str, Outlet]) -> Rating | None:
    """Reads a row of ratings; None where it is so bad that there is no rating in it."""
    outlet = _known_outlet(row, "domain", known)
    provider = row.required("provider")
    if provider and (problem := name_problem(provider)):
        row.bad(problem)
    labels = LABELS.get(provider, FIVE_LABELS)
    label = row.one_of("label", labels)
    scope = row.one_of("scope", tuple(Scope))
    valid_from = row.day("valid_from")
    score = row.number("score")
    source_url = row.web_address("source_url")
    if outlet is None or label not in labels or scope not in tuple(Scope):
        return None
    return Rating(
        domain=outlet.domain,
        provider=provider,
        scope=Scope(scope),
        label=label,
        lean=labels[label],
        valid_from=valid_from,
        score=score,
        confidence=row.text("confidence"),
        factual_reporting=row.text("factual_reporting"),
        source_url=source_url,
    )


def rating_lines(ratings: Iterable[Rating]) -> str:
    """Writes the facts on which every figure rests, a line a rating, its cells parted by tabs, in order.

    Their SHA-256 names the ratings; docs/ratings.md says how a reader of a published file makes the same lines of it.
    """
    rows = sorted(
        (
            one.domain,
            one.provider,
            one.scope.value,
            one.valid_from,
            one.label,
            "" if one.lean is None else str(one.lean),
        )
        for one in ratings
    )
    return "".join("\t".join(row) + "\n" for row in rows)


def name_problem(provider: str) -> str:
    """Says why a provider can't be called so, '' where it can."""
    if not provider.isprintable() or "," in provider:
        return f"provider {provider!r} has a comma or a control character: lists of providers part them by commas"
    if len(provider) > PROVIDER_CHARACTERS:
        return f"provider {provider[:20]!r}... has {len(provider)} characters: {PROVIDER_CHARACTERS} are the most"
    return "" if spelling(provider) else f"provider {provider!r} has neither a letter nor a digit"


def spelling(provider: str) -> str:
    """Returns what all spellings of a provider's name have in common; the full name of MBFC is one of its spellings.

    >>> spelling("All-Sides"), spelling("Media Bias/Fact Check"), spelling("My own")
    ('AllSides', 'MBFC', 'myown')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKC", provider).casefold() if c.isalnum())
    return _SHIPPED_SPELLINGS.get(plain, plain)


def _check_provider(row: Row) -> None:
    """Refuses "allsides": it would be a second provider beside AllSides, and no one would notice."""
    provider = row.cells.get("provider", "")
    if (name := spelling(provider)) in LABELS and name != provider:
        row.bad(f'provider "{provider}": write {name}')


def refuse_second(row: Row, rating: Rating, seen: dict[tuple[str, str, str, str], tuple[int, str]]) -> None:
    """Refuses a second verdict of one provider on one outlet, of one scope, from one day."""
    key = (rating.domain, rating.provider, rating.scope.value, rating.valid_from)
    line, label = seen.setdefault(key, (row.line, rating.label))
    if line == row.line:
        return
    if label == rating.label:
        row.bad(f"the same as line {line}: remove one of them")
    else:
        row.bad(f'"{rating.label}" contradicts "{label}" of line {line}, of the same scope and day: keep one')


def _feed(row: Row, url: str, known: Mapping[str, Outlet]) -> FeedSource:
    outlet = _known_outlet(row, "outlet", known)
    fetch_pages = row.text("fetch_pages") or "0"
    if fetch_pages not in ("0", "1"):
        row.bad(f'fetch_pages "{fetch_pages}" is neither 0 nor 1')
    language = row.text("language")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        row.bad(f'language "{language}" is not an ISO 639-1 code: write two letters, such as en')
    last_seen = row.text("last_seen")
    if last_seen and not (is_day(last_seen) or is_day(f"{last_seen}-01")):
        row.bad(f'last_seen "{last_seen}" is neither a month (2026-05) nor a day (2026-05-17)')
    domain = outlet.domain if outlet else ""
    return FeedSource(url, domain, row.text("section"), language, fetch_pages == "1", last_seen, _kind(row))


def _kind(row: Row) -> str:
    kind, known = row.text("kind") or KINDS[0], known_kinds()
    if kind not in known:
        row.bad(f'kind "{kind}" is not known{did_you_mean(kind, known)}: use one of {", ".join(known)}')
    return kind


def known_kinds() -> tuple[str, ...]:
    """Returns what the column kind of feeds.csv may say."""
    return (*KINDS, *sorted(outlet_spiders()))


def _known_outlet(row: Row, column: str, known: Mapping[str, Outlet]) -> Outlet | None:
    domain = row.required(column)
    outlet = known.get(domain)
    if domain and outlet is None:
        row.bad(f'outlet "{domain}" is not in outlets.csv{did_you_mean(domain, known)}: add it there first')
    return outlet


def _claim(row: Row, what: str, values: Iterable[str], claimed: dict[str, int]) -> None:
    """Notes whose each value is and reports the ones that somebody has already."""
    for value in filter(None, values):
        line = claimed.setdefault(value.casefold(), row.line)
        if line != row.line:
            row.bad(f'{what} "{value}" stands on line {line} already')


def by_domain(outlets: Iterable[Outlet]) -> dict[str, Outlet]:
    """Maps every domain of the outlets, first and other, to its outlet."""
    return {domain: outlet for outlet in outlets for domain in (outlet.domain, *outlet.other_domains)}


def same_address(url: str) -> str:
    """Returns what two spellings of one feed's address have in common."""
    return re.sub(r"^https?://(www\.)?", "", url, flags=re.IGNORECASE).rstrip("/")
