"""What the briefs would measure with other ways to weigh and to leave out sentences; why they are as they are.

    python -m bench.brief_alternatives [GOLD.csv ...] [--db WORKING.db]

ROUGE-L as in bench.briefs, and the median of how alike the two most alike sentences of a brief are. The vectors are
those of the extra `semantic`.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean, median
from time import process_time
from typing import Any

import numpy as np

import aggregator.briefs
from aggregator.briefs import Sentence, Source, brief_of, likeness, picking
from aggregator.briefs.likeness import Matrix, central
from aggregator.encoder import installed_encoder
from bench.brief_stories import stories_of_database, stories_of_gold
from bench.briefs import best, lead, redundancy, rouge

_ADDED = re.compile(r"\s?\[[^\[\]]*\d[^\[\]]*\]")
_SENTENCES_TIMED = 200


def walk(sentences: Sequence[Sentence], alike: Matrix) -> Matrix:
    """Weighs by a random walk over the sentences of other origins (LexRank), each origin having one voice."""
    origins = np.array([sentence.source.origin for sentence in sentences])
    links = np.where(origins[:, None] == origins[None, :], 0.0, alike)
    voices = 1.0 / np.array([np.count_nonzero(origins == origin) for origin in origins])
    voices /= voices.sum()
    out = links.sum(axis=1, keepdims=True)
    moves = np.divide(links, out, out=np.zeros_like(links), where=out > 0)
    weights: Matrix = voices
    for _ in range(30):
        weights = 0.15 * voices + 0.85 * (weights @ moves + weights[out.ravel() == 0].sum() * voices)
    return weights


def by_vectors(part: float) -> Callable[[Sequence[Sentence], Matrix], Matrix]:
    """Weighs by likeness of vectors, in this part, and of words in the rest."""

    def weigh(sentences: Sequence[Sentence], alike: Matrix) -> Matrix:
        vectors = _encoded([sentence.text for sentence in sentences])
        return central(sentences, (1 - part) * alike + part * np.clip(vectors @ vectors.T, 0, 1))

    return weigh


def _encoded(texts: Sequence[str]) -> Matrix:
    encoder = installed_encoder()
    if encoder is None:
        raise SystemExit("The extra `semantic` is not installed.")
    return np.array([np.frombuffer(vector, "<f2") for vector in encoder.encode(texts)], dtype=np.float64)


def by_margin(part: float) -> Callable[..., None]:
    """Adds in turn what is worth most less what it has in common with what is told (MMR), worth having this part."""

    def add(board: picking.Board, picked: list[int], order: Sequence[int], most: int, told: Sequence[int] = ()) -> None:
        while len(picked) < most:
            known = [*picked, *told]
            fits = [at for at in order if at not in picked and board._affords(at) and not board.repeats(at, known)]
            if not fits:
                return
            worth = {at: board.worth(at, board.deeds, picking._HALF_AFTER_LATER) for at in fits}
            top = max(worth.values())
            common = {at: float(board.common[at, known].max()) if known else 0.0 for at in fits}
            chosen = max(fits, key=lambda at: (part * worth[at] / top - (1 - part) * common[at], -at))
            _add(board, picked, [chosen], len(picked) + 1, told)

    return add


_add = picking.Board.add


@contextmanager
def changed(module: Any, name: str, value: Any) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, value)
    yield
    setattr(module, name, before)


def measures(stories: Mapping[str, Sequence[Source]]) -> tuple[float, float, float]:
    to_best, to_others, alike = [], [], []
    for sources in stories.values():
        texts = [source for source in sources if source.text.strip()]
        brief = brief_of(sources)
        if len(texts) < 2 or not brief.summary:
            continue
        summary = " ".join(_ADDED.sub("", statement.text) for statement in brief.summary)
        of = {statement.articles[0] for statement in brief.summary}
        others = [rouge(summary, lead(source)) for source in texts if source.id not in of]
        to_best.append(rouge(summary, lead(best(texts))))
        to_others += [fmean(others)] if others else []
        alike.append(redundancy(brief))
    return fmean(to_best), fmean(to_others), median(alike)


ALTERNATIVES: Sequence[tuple[str, Any, str, Any]] = (
    ("as it is", picking, "MOST_POINTS", picking.MOST_POINTS),
    ("LexRank's walk", aggregator.briefs, "central", walk),
    *((f"likest sentence to the power of {power}", likeness, "_CLOSE", power) for power in (1.0, 2.0)),
    *((f"first: half after {after} sentences", picking, "_HALF_AFTER", float(after)) for after in (1, 8, 100)),
    *((f"further: half after {after}", picking, "_HALF_AFTER_LATER", float(after)) for after in (2, 4, 100)),
    *((f"further: {part} for what is done", aggregator.briefs, "_OF_DEEDS", part) for part in (0.0, 0.7)),
    *((f"a name weighs {weight}", likeness, "_OF_A_NAME", weight) for weight in (1.0, 3.0)),
    ("words of all lengths weigh alike", likeness, "_FULL_LETTERS", 1),
    *((f"MMR, {part} for worth", picking.Board, "add", by_margin(part)) for part in (0.5, 0.7, 0.85)),
    *((f"vectors for {part} of the likeness", aggregator.briefs, "central", by_vectors(part)) for part in (1.0, 0.5)),
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--db", type=Path)
    arguments = parser.parse_args()
    sets = {path.stem: stories_of_gold(path) for path in arguments.gold}
    if arguments.db:
        sets[arguments.db.stem] = stories_of_database(arguments.db)
    print(f"{'':36}" + "".join(f" {name + ': best, others, alike':>28}" for name in sets))
    for name, module, constant, value in ALTERNATIVES:
        with changed(module, constant, value):
            found = [measures(stories) for stories in sets.values()]
        print(f"{name:36}" + "".join(f" {one:>14.3f} {two:.3f} {three:>7.2f}" for one, two, three in found))
    started = process_time()
    _encoded([f"The council of town {number} voted to close the line." for number in range(_SENTENCES_TIMED)])
    print(f"a vector takes {1000 * (process_time() - started) / _SENTENCES_TIMED:.1f} ms of a processor")


if __name__ == "__main__":
    main()
