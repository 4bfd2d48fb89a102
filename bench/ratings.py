"""Measures how often the rating of an article's day is the one that its provider printed beside it.

    python -m bench.ratings PRINTED.csv [--section-out FILE]

PRINTED.csv has the columns doc_id, title, outlet, url, timestamp and lean, where `outlet` and `lean` are as AllSides
printed them in a headline roundup. It is imported into a throw-away database by the code that imports everything else.
No title is written.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aggregator.config import Config, FilesConfig
from aggregator.importers import import_file
from aggregator.models import Outlet, Rating, Scope
from aggregator.outlets import OutletIndex
from aggregator.ratings import FIVE_LABELS, read_outlets, read_ratings
from aggregator.workspace import open_workspace
from bench import accuracy_words as words
from bench.tables import points, table

PROVIDER = "AllSides"

# Our facts of these days come from the same roundups that are the measure here.
SAME_SOURCE = ("2020-10-01", "2020-12-31")

_FOUND = """
select article.guid, bias.outlet, bias.domain, bias.scope, bias.lean, bias.label, bias.rating_scope,
  bias.rating_valid_from, bias.extrapolated, bias.lean_today
from articles_with_bias bias join articles article on article.id = bias.article_id
"""


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as the roundup printed it."""

    doc_id: str
    name: str
    lean: int


@dataclass(frozen=True, slots=True)
class Found:
    """What we say of an article."""

    doc_id: str
    outlet: str
    domain: str | None
    scope: str
    lean: int | None
    label: str | None
    rating_scope: str | None
    valid_from: str | None
    extrapolated: int
    lean_today: int | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of so many articles, how many we rate, and how many of these have the printed lean, and side."""

    articles: int
    rated: int
    lean: int
    side: int


def read_printed(path: Path) -> dict[str, Printed]:
    """Read what was printed, by doc_id; a row without one of the five labels is left out."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = [(row["doc_id"], row["outlet"], FIVE_LABELS.get(row["lean"].lower())) for row in csv.DictReader(file)]
    return {doc_id: Printed(doc_id, name, lean) for doc_id, name, lean in rows if lean is not None}


def look_up(path: Path, ratings: Path) -> dict[str, Found]:
    """Import the file beside the project's outlets and a file of ratings; give each article's rating by doc_id."""
    with tempfile.TemporaryDirectory(prefix="aggregator-ratings-") as folder:
        files = FilesConfig(ratings=ratings, own_ratings=Path(folder) / "none.csv")
        config = Config(files=files)
        config = replace(config, site=replace(config.site, provider=PROVIDER))
        with open_workspace(config, Path(folder) / "ratings.db") as workspace:
            report = import_file(path, workspace.ingest(), workspace.clock(), lambda rows: None)
            if report.bad:
                raise SystemExit("\n".join(report.bad))
            return {row[0]: Found(*row) for row in workspace.store.db.execute(_FOUND).fetchall()}


def look_up_without(path: Path, ratings: Path) -> dict[str, Found]:
    """Do the same without the ratings that come from the source of the file."""
    with tempfile.TemporaryDirectory(prefix="aggregator-ratings-") as folder:
        fewer = Path(folder) / "ratings.csv"
        with ratings.open(newline="", encoding="utf-8") as file, fewer.open("w", newline="", encoding="utf-8") as out:
            reader = csv.DictReader(file)
            writer = csv.DictWriter(out, reader.fieldnames or ())
            writer.writeheader()
            writer.writerows(row for row in reader if not SAME_SOURCE[0] <= row["valid_from"] <= SAME_SOURCE[1])
        return look_up(path, fewer)


def agreement(printed: dict[str, Printed], found: dict[str, Found], *, today: bool = False) -> Agreement:
    """Compare; `today` takes the label of today in place of that of the day."""
    leans = [(found[doc_id].lean_today if today else found[doc_id].lean, one.lean) for doc_id, one in printed.items()]
    rated = [(ours, theirs) for ours, theirs in leans if ours is not None]
    same = sum(ours == theirs for ours, theirs in rated)
    return Agreement(len(leans), len(rated), same, sum(_side(ours) == _side(theirs) for ours, theirs in rated))


def _side(lean: int) -> int:
    return (lean > 0) - (lean < 0)


def why(printed: Printed, found: Found, index: OutletIndex, ratings: Sequence[Rating]) -> str:
    """Say why ours is another label, as far as the names and the ratings of the outlet tell."""
    match = index.by_name(printed.name).outlet
    if match is not None and match.domain != found.domain:
        return f"printed as {match.name}, whose address it is not"
    if match is None:
        return "a columnist or guest of their own rating"
    mine = [one for one in ratings if (one.domain, one.provider, one.lean) == (found.domain, PROVIDER, printed.lean)]
    named = [scope for scope in (Scope.OPINION, Scope.FACT_CHECK) if scope.value in printed.name.casefold()]
    if any(one.scope in named for one in mine) and found.scope not in named:
        return f"a desk: the outlet's label for {named[0].value}, which the address does not tell"
    days = sorted(one.valid_from for one in mine if one.scope == found.rating_scope)
    return f"a rating that moved: that label is known from {days[0]}" if days else "not known"


def section(path: Path) -> Iterator[str]:
    """Give the paragraphs of the section of docs/accuracy.md."""
    files = FilesConfig()
    outlets = read_outlets(files.outlets)
    ratings = read_ratings(files.ratings, outlets)
    printed, found = read_printed(path), look_up(path, files.ratings)
    without = look_up_without(path, files.ratings)
    yield "## Ratings as of the day"
    yield words.RATINGS.format(count=len(printed), file=path.name, since=SAME_SOURCE[0], until=SAME_SOURCE[1])
    yield table(
        ["", "articles", "rated", "the printed lean", "the printed side"],
        [
            _row("as of the day", agreement(printed, found)),
            _row("as of the day, without the facts of the same source", agreement(printed, without)),
            _row("today's label", agreement(printed, found, today=True)),
        ],
    )
    yield "Rated otherwise than printed:"
    yield table(
        ["article", "outlet", "printed as", "printed", "ours", "why"], _differences(printed, found, outlets, ratings)
    )
    yield "Not rated by us:"
    yield table(["article", "outlet", "printed as", "printed", "why"], _unrated(printed, found, outlets))
    yield "Rated otherwise only without the facts of the same source, as a rating of another day was taken:"
    yield table(["outlet", "printed", "ours", "", "articles"], _moved(printed, found, without))


def _row(name: str, told: Agreement) -> list[str]:
    shares = (points(told.lean / told.rated), points(told.side / told.rated)) if told.rated else ("none", "none")
    return [name, str(told.articles), str(told.rated), *shares]


def _label(lean: int) -> str:
    return next(label for label, value in FIVE_LABELS.items() if value == lean)


def _ours(one: Found) -> str:
    scope = "" if one.rating_scope == "news" else f", {one.rating_scope}"
    return f"{one.label}{scope}, {one.valid_from}{' (extrapolated)' if one.extrapolated else ''}"


def _differences(
    printed: dict[str, Printed], found: dict[str, Found], outlets: Sequence[Outlet], ratings: Sequence[Rating]
) -> list[list[str]]:
    index = OutletIndex(outlets)
    pairs = [(one, found[doc_id]) for doc_id, one in printed.items()]
    return [
        [one.doc_id, ours.outlet, one.name, _label(one.lean), _ours(ours), why(one, ours, index, ratings)]
        for one, ours in pairs
        if ours.lean is not None and ours.lean != one.lean
    ]


def _unrated(printed: dict[str, Printed], found: dict[str, Found], outlets: Sequence[Outlet]) -> list[list[str]]:
    listed = {outlet.domain for outlet in outlets}
    return [
        [doc_id, found[doc_id].outlet, one.name, _label(one.lean),
         f"{PROVIDER} has no rating of it here" if found[doc_id].domain in listed else "not in outlets.csv"]
        for doc_id, one in printed.items()
        if found[doc_id].lean is None
    ]  # fmt: skip


def _moved(printed: dict[str, Printed], found: dict[str, Found], without: dict[str, Found]) -> list[list[str]]:
    """Gather by outlet what the facts of the same source put right: there a rating of another day was taken."""
    articles: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for doc_id, one in printed.items():
        if found[doc_id].lean == one.lean and without[doc_id].lean not in (None, one.lean):
            articles[without[doc_id].outlet, _label(one.lean), _ours(without[doc_id])].append(doc_id)
    ordered = sorted(articles.items(), key=lambda held: (-len(held[1]), held[0]))
    return [[outlet, label, ours, str(len(ids)), ", ".join(ids)] for (outlet, label, ours), ids in ordered]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("printed", type=Path)
    parser.add_argument("--section-out", type=Path, help="write the section of docs/accuracy.md here; else print it")
    args = parser.parse_args()
    written = "\n\n".join(section(args.printed)) + "\n"
    if args.section_out:
        args.section_out.write_text(written, encoding="utf-8")
    else:
        print(written, end="")


if __name__ == "__main__":
    main()
