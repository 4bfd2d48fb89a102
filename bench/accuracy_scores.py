"""The sections of docs/accuracy.md on what comes out: scores, candidates, what a reader sees, failures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aggregator.grouping.measure import Scores
from aggregator.models import Document
from bench import accuracy_words as words
from bench.ablations import GoldFile
from bench.bars import LEAST_MEMBERS, bar_error
from bench.measures import (
    LEAST_ARTICLES,
    alone,
    at_once,
    by_language,
    compared,
    in_batches,
    kept_whole,
    shuffled,
    stories,
    with_strangers,
)
from bench.tables import Sets, mean, points, table
from bench.true_pairs import FIRST, LIKELY, Examined, examine

BATCHES = 10

SIZES = (("alone", range(1, 2)), ("of two", range(2, 3)), ("of 3 to 5", range(3, 6)), ("larger", range(6, 1_000_000)))

_TOLD: dict[str, dict[int, str]] = {}
_EXAMINED: dict[str, Examined] = {}


def told(file: GoldFile) -> dict[int, str]:
    """Give the stories of a whole file; grouped once a run."""
    if file.name not in _TOLD:
        _TOLD[file.name] = at_once(file.documents)
    return _TOLD[file.name]


def lexical(documents: Sequence[Document]) -> list[Document]:
    return [replace(document, vector=None) for document in documents]


def encoded(sets: Sets) -> bool:
    return any(document.vector for file in sets.scored for document in file.documents)


def measures(found: Scores) -> list[str]:
    return [
        points(value) for value in (found.bcubed.precision, found.bcubed.recall, found.bcubed.f1, found.pairwise.f1)
    ]


def scores(sets: Sets, shuffles: int) -> Iterator[str]:
    """Give the scores, with the encoder and without, by language, and by order of arrival."""
    yield "## Scores"
    if encoded(sets):
        yield "With the encoder:"
        yield _scores(sets, [(file, file.documents) for file in sets.gold])
        yield "Lexical only, by the same weights:"
    else:
        yield "No encoder is installed: lexical only."
    yield _scores(sets, [(file, lexical(file.documents)) for file in sets.gold])
    if sets.broad:
        yield from _broad(sets)
    yield from _languages(sets)
    yield from _orders(sets, shuffles)


def _scores(sets: Sets, files: Sequence[tuple[GoldFile, Sequence[Document]]]) -> str:
    rows, f1, lone = [], [], []
    for file, documents in files:
        found = compared(file.gold, at_once(documents))
        f1.append(found.bcubed.f1)
        lone.append(alone(documents, file.gold))
        rows.append(
            [file.name, *measures(found), str(found.predicted_stories), str(found.largest_predicted), points(lone[-1])]
        )
    rows.append(["**mean**", "", "", f"**{points(mean(f1))}**", "", "", "", points(mean(lone))])
    return table(["set", "P", "R", "F1", "pairwise F1", "stories", "largest", "alone"], rows)


def _broad(sets: Sets) -> Iterator[str]:
    yield words.BROAD
    rows = []
    for file in sets.broad:
        for name, documents in (("with the encoder", file.documents), ("lexical", lexical(file.documents))):
            found = compared(file.gold, at_once(documents))
            rows.append([file.name, name, *measures(found)[:3], str(found.largest_predicted)])
    yield table(["set", "", "P", "R", "F1", "largest"], rows)


def _languages(sets: Sets) -> Iterator[str]:
    rows = []
    for file in sets.scored:
        languages = Counter(document.language for document in file.documents)
        if len(languages) < 2:
            continue
        rows.append(
            [file.name, f"all {len(languages)}", f"{len(file.documents):,}", *measures(compared(file.gold, told(file)))]
        )
        for part in by_language(file.documents):
            found = measures(compared(file.gold, at_once(part)))
            rows.append([file.name, f"{part[0].language} alone", f"{len(part):,}", *found])
    if rows:
        yield words.LANGUAGES.format(least=LEAST_ARTICLES)
        yield table(["set", "languages", "articles", "P", "R", "F1", "pairwise F1"], rows)


def _orders(sets: Sets, shuffles: int) -> Iterator[str]:
    yield words.ORDERS.format(batches=BATCHES, shuffles=shuffles)
    rows = []
    for file in sets.gold:
        f1 = [compared(file.gold, shuffled(file.documents, BATCHES, seed)).bcubed.f1 for seed in range(shuffles)]
        parts = in_batches(file.documents, BATCHES)
        rows.append(
            [
                file.name,
                points(compared(file.gold, told(file)).bcubed.f1),
                points(compared(file.gold, parts).bcubed.f1),
                points(compared({a: str(s) for a, s in told(file).items()}, parts).bcubed.f1),
                f"{points(min(f1))} to {points(max(f1))}",
                points(max(f1) - min(f1)),
            ]
        )
    yield table(["set", "F1 at once", "F1 in batches", "agreement of both", "F1 shuffled", "spread"], rows)


def examined(file: GoldFile) -> Examined:
    """Give what becomes of the true pairs of a file; looked at once a run."""
    if file.name not in _EXAMINED:
        _EXAMINED[file.name] = examine(file.documents, file.gold, told(file))
    return _EXAMINED[file.name]


def candidates(sets: Sets) -> Iterator[str]:
    """Give what of the true pairs the candidates hold."""
    yield "## Candidates"
    yield words.CANDIDATES.format(likely=LIKELY, first=FIRST)
    rows = []
    for file in sets.scored:
        recall = examined(file).recall
        shares = (recall.at_first, recall.at_first_likely, recall.ahead)
        lost = (f"{recall.missed_likely:,}", f"{recall.missed_apart:,}")
        rows.append([file.name, f"{recall.pairs:,}", f"{recall.likely:,}", *map(points, shares), *lost])
    recalls = (f"recall@{FIRST}", f"recall@{FIRST}, likely", "ahead, likely")
    yield table(["set", "true pairs", "likely", *recalls, "lost", "lost, in two stories"], rows)


def readers(sets: Sets) -> Iterator[str]:
    """Give what the errors mean for a reader of a story."""
    yield "## What it means for a reader"
    yield words.BARS.format(least=LEAST_MEMBERS)
    rows, skipped = [], []
    for file in sets.gold:
        error = bar_error(file.documents, file.gold, told(file), file.leans)
        if error is None:
            skipped.append(file.name)
            continue
        apart = bar_error(file.documents, file.gold, {d.id: str(d.id) for d in file.documents}, file.leans)
        reference = points(apart.origins) if apart else ""
        rows.append(
            [
                file.name,
                str(error.stories),
                points(error.articles),
                points(error.origins),
                f"{error.exact:.0%}",
                reference,
            ]
        )
    if rows:
        yield table(
            [
                "set",
                "stories",
                "L1, articles",
                "L1, origins",
                "bar exact, origins",
                "for comparison: L1 were nothing grouped",
            ],
            rows,
        )
    if skipped:
        yield f"Without leans, and so without bars: {', '.join(skipped)}."
    yield words.STRANGERS
    yield table(
        ["set", "stories of two or more", "with a stranger", *(f"whole, {name}" for name, _ in SIZES)],
        list(_wholes(sets)),
    )


def _wholes(sets: Sets) -> Iterator[list[str]]:
    for file in sets.scored:
        several, strange = with_strangers(file.gold, told(file))
        row = [file.name, f"{several:,}", f"{strange / max(1, several):.0%}"]
        for name, sizes in SIZES:
            if name == "alone":  # one article is always whole: what counts is whether it stayed alone
                kept = compared(file.gold, told(file)).singletons_kept
                row.append("none" if kept is None else f"{kept:.0%}")
                continue
            asked, whole = kept_whole(file.gold, told(file), sizes)
            row.append(f"{whole / asked:.0%} of {asked}" if asked else "none")
        yield row


def failures(sets: Sets) -> Iterator[str]:
    """Give where true pairs are missed and false ones are made."""
    yield "## Failures worth knowing"
    yield words.FAILURES
    files = list(sets.scored)
    bins = [examined(file).bins for file in files]
    rows = []
    for line in zip(*bins, strict=True):
        cells = []
        for found in line:
            linked = f"{found.joined_true / found.true:.0%} of {found.true:,}" if found.true else "none"
            right = f"{found.joined_true / found.joined:.0%} of {found.joined:,}" if found.joined else "none"
            cells += [linked, right]
        rows.append([line[0].name, *cells])
    heads = [cell for file in files for cell in (f"{file.name}: linked", "right")]
    yield table(["pairs", *heads], rows)
    yield "\n".join(_largest(file) for file in files)


def _largest(file: GoldFile) -> str:
    articles = max(stories(told(file)), key=len)
    held = Counter(file.gold[article] for article in articles)
    return (
        f"- The largest story of {file.name} has {len(articles)} articles of {len(held)} gold stories; "
        f"{held.most_common(1)[0][1]} are of one."
    )
