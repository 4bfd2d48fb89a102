"""The sections of docs/accuracy.md on what each part of grouping is worth, rapidfuzz above all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aggregator.grouping import copy_evidence
from bench import accuracy_words as words
from bench.ablations import PARTS, Line, held_out, line_without, put, scored_line
from bench.accuracy_scores import told
from bench.measures import compared, fuzzy_titles
from bench.tables import Sets, mean, points, signed, table
from tests.copy_cases import Pair, read_pairs

FUZZY_ARTICLES = 2000
"""Up to here all pairs of titles are compared: their number is the square."""

NOISE = 0.005
"""A difference of the mean F1 below this is none: refitting and another order of arrival move it as much."""


@dataclass(frozen=True, slots=True)
class Ablated:
    """The files as shipped, without each part, and held out."""

    shipped: Line
    without: Mapping[str, Line]
    held_out: Mapping[str, float | None]

    def mean_f1(self, line: Line, sets: Sets) -> float:
        return mean([line.f1[file.name] for file in sets.gold])


def ablated(sets: Sets) -> Ablated:
    """Fit and group everything, once for each part."""
    files = list(sets.scored)
    return Ablated(scored_line(files), {part.name: line_without(part, files) for part in PARTS}, held_out(files))


def ablations(sets: Sets, found: Ablated) -> Iterator[str]:
    """Give the F1 without each part, and that on a file that the weights never saw."""
    yield "## What each part is worth"
    yield words.ABLATIONS
    files = list(sets.scored)
    base = found.mean_f1(found.without["nothing"], sets)
    rows = [_row("as shipped", found.shipped, sets, found.mean_f1(found.shipped, sets) - base)]
    for name, line in found.without.items():
        said = "fitted here" if name == "nothing" else f"without {name}"
        rows.append(_row(said, line, sets, found.mean_f1(line, sets) - base))
    yield table(["", *(file.name for file in files), "mean", "difference", "alone, mean"], rows)
    yield from _held_out(sets, found)


def _row(name: str, line: Line, sets: Sets, difference: float) -> list[str]:
    lone = mean([line.alone[file.name] for file in sets.gold])
    means = [f"**{points(mean([line.f1[file.name] for file in sets.gold]))}**", signed(difference), points(lone)]
    return [name, *(points(line.f1[file.name]) for file in sets.scored), *means]


def _held_out(sets: Sets, found: Ablated) -> Iterator[str]:
    yield words.HELD_OUT
    if all(value is None for value in found.held_out.values()):
        yield "There is no other file to fit to."
        return
    rows = []
    for file in sets.scored:
        value = found.held_out[file.name]
        rows.append(
            [file.name, points(found.shipped.f1[file.name]), "no other file" if value is None else points(value)]
        )
    values = [value for file in sets.gold if (value := found.held_out[file.name]) is not None]
    if len(values) == len(sets.gold):
        rows.append(
            ["**mean of the scored**", points(found.mean_f1(found.shipped, sets)), f"**{points(mean(values))}**"]
        )
    yield table(["set", "F1 as shipped", "F1 held out"], rows)


def rapidfuzz(sets: Sets, found: Ablated) -> Iterator[str]:
    """Say where rapidfuzz earns its place and where it does not."""
    yield "## Where rapidfuzz earns its place"
    yield words.FUZZY.format(most=FUZZY_ARTICLES)
    rows = []
    for file in sets.scored:
        if len(file.documents) <= FUZZY_ARTICLES:
            threshold, stories = fuzzy_titles(file.documents, file.gold)
            bcubed = compared(file.gold, stories).bcubed
            ours = compared(file.gold, told(file)).bcubed.f1
            shares = map(points, (bcubed.precision, bcubed.recall, bcubed.f1, ours))
            rows.append([file.name, str(threshold), *shares])
    yield table(["set", "best threshold", "P", "R", "F1", "F1 of the grouper"], rows)
    gain = found.mean_f1(found.without["nothing"], sets) - found.mean_f1(found.without["rapidfuzz"], sets)
    verdict = "it earns its place" if gain >= NOISE else "it is within the noise" if gain > -NOISE else "it does harm"
    yield (
        f"As a term of the pair score: {signed(gain)} of mean F1 against the table's line without it: {verdict}, if "
        f"{NOISE:g} is taken for noise."
    )
    yield words.COPY_TIER
    yield table(["", "precision", "recall"], list(_copy_tier()))


def _copy_tier() -> Iterator[list[str]]:
    pairs = read_pairs()
    yield ["as it is", *_copies(pairs)]
    for name, likeness in (("no two headlines alike", 0.0), ("any two headlines alike", 100.0)):
        with put(copy_evidence, _title_likeness=lambda one, other, likeness=likeness: likeness):
            yield [name, *_copies(pairs)]


def _copies(pairs: list[Pair]) -> list[str]:
    linked = [pair.copy for pair in pairs if pair.found()]
    copies = sum(pair.copy for pair in pairs)
    return [points(sum(linked) / max(1, len(linked))), points(sum(linked) / max(1, copies))]
