"""Fits the weights of aggregator/storylines/weights.py, and prints them with what they score on files left out.

    python -m bench.fit_storylines [FILE.csv...]

A logistic regression over all pairs of each file's stories, with what is held in score.py as it is. Without files:
those of FITTING.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from aggregator.encoder import installed_encoder
from aggregator.grouping.rows import Array
from aggregator.storylines import Background, StorylineConfig, StoryTerms, compare, weigh
from aggregator.storylines.measure import PairScores, linked, pair_scores, read_all
from aggregator.storylines.score import held, parts
from aggregator.storylines.subject import with_meaning
from aggregator.storylines.weights import Fitted, Weights
from aggregator.storylines_measured import Labelled, read_labelled

TESTS = Path(__file__).resolve().parent.parent / "tests"

FITTING = tuple(TESTS / f"storylines_{name}.csv" for name in ("first", "second", "third"))
"""What the weights are fitted on, by different hands; tests/storylines_held_out.csv is for the number reported."""

PENALTY = 0.1
"""Of the squared weights of parts in units of their spread; with .02 and .5 the F1 of files left out is the same."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file of stories, its terms without vectors, and with those of the encoder where one is installed."""

    name: str
    labelled: Labelled
    alone: Sequence[StoryTerms]
    meant: Sequence[StoryTerms]

    def stories(self, meaning: bool) -> Sequence[StoryTerms]:
        return self.meant if meaning else self.alone


def read_file(path: Path) -> ReadFile:
    labelled, encoder = read_labelled(path), installed_encoder()
    meant = read_all(with_meaning(labelled.voices, encoder.encode), meaning=True) if encoder else []
    return ReadFile(path.stem, labelled, read_all(labelled.voices, meaning=False), meant)


def fitted(files: Sequence[ReadFile]) -> Fitted:
    """Fit the weights of both scores to some files; without an encoder both are those of words alone."""
    alone = weights(files, meaning=False)
    return Fitted(alone, weights(files, meaning=True) if all(file.meant for file in files) else alone)


def weights(files: Sequence[ReadFile], meaning: bool) -> Weights:
    rows = [_pairs(file, meaning) for file in files]
    found = fit(*(np.concatenate(columns) for columns in zip(*rows, strict=True)))
    return Weights(*(round(float(weight), 2) for weight in found))


def _pairs(file: ReadFile, meaning: bool) -> tuple[Array, Array, Array]:
    """Give of all pairs of stories the parts of their score, what is held, and whether they are of one storyline."""
    stories, gold = file.stories(meaning), file.labelled.gold
    background = Background.of(stories)
    weighed = {story.story: weigh(story, background) for story in stories}
    pairs = list(combinations(sorted(weighed), 2))
    likely = [compare(weighed[one], weighed[other]) for one, other in pairs]
    features = [[*parts(one.names, one.words), *([one.meaning or 0.0] if meaning else [])] for one in likely]
    same = [bool(gold[one]) and gold[one] == gold[other] for one, other in pairs]
    return np.array(features), np.array([held(one.names, one.gap_days) for one in likely]), np.array(same, dtype=float)


def fit(features: Array, held_back: Array, same: Array) -> Array:
    """Give the weights of the features, bias first."""
    middle, spread = features.mean(axis=0), features.std(axis=0)
    rows = np.column_stack([np.ones(len(features)), (features - middle) / spread])

    def loss(weights: Array) -> tuple[float, Array]:
        odds = rows @ weights + held_back
        kept = np.concatenate([[0.0], weights[1:]])
        slope = rows.T @ (1 / (1 + np.exp(-odds)) - same) + 2 * PENALTY * kept
        return float(np.sum(np.logaddexp(0, odds) - same * odds) + PENALTY * kept @ kept), slope

    found = np.asarray(minimize(loss, np.zeros(rows.shape[1]), jac=True).x)
    each = found[1:] / spread
    return np.concatenate([[found[0] - each @ middle], each])


def scored(file: ReadFile, config: StorylineConfig, meaning: bool) -> PairScores:
    """Link the stories of a file and score the pairs."""
    return pair_scores(file.labelled.gold, linked(file.stories(meaning), config).line_of)


def left_out(files: Sequence[ReadFile], config: StorylineConfig, meaning: bool) -> list[PairScores]:
    """Score each file by weights fitted on the others."""
    return [
        scored(file, replace(config, fitted=fitted([other for other in files if other is not file])), meaning)
        for file in files
    ]


def main() -> None:
    files = [read_file(path) for path in map(Path, sys.argv[1:] or map(str, FITTING))]
    found = fitted(files)
    for kind in fields(found):
        values = getattr(found, kind.name)
        print(f"{kind.name}=Weights({', '.join(f'{getattr(values, one.name):.2f}' for one in fields(values))})")
    for meaning in (False, True) if all(file.meant for file in files) else (False,):
        for threshold in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
            config = StorylineConfig(threshold=threshold)
            scores = [one.measure.f1 for one in left_out(files, config, meaning)]
            told = ", ".join(f"{file.name} {score:.3f}" for file, score in zip(files, scores, strict=True))
            kind_of = "with an encoder" if meaning else "words alone"
            print(f"left out, {kind_of}, threshold {threshold}: mean F1 {np.mean(scores):.3f} ({told})")


if __name__ == "__main__":
    main()
