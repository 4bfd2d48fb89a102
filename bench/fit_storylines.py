"""Fits the weights of aggregator/storylines/weights.py: python -m bench.fit_storylines tests/storylines_gold.csv

A logistic regression over all pairs of a file's stories, with what is held in score.py (NAMELESS, YEARS) as it is.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from aggregator.encoder import installed_encoder
from aggregator.grouping.rows import Array
from aggregator.storylines import Background, compare
from aggregator.storylines.measure import read_all
from aggregator.storylines.score import held
from aggregator.storylines_measured import encoded, read_labelled

PENALTY = 0.1
"""Of the squared weights; with .02 the F1 of the labelled stories is the same."""


def fit(features: Array, held_back: Array, same: Array) -> Array:
    """Give the weights of the features, bias first."""
    rows = np.column_stack([np.ones(len(features)), features])

    def loss(weights: Array) -> tuple[float, Array]:
        odds = rows @ weights + held_back
        kept = np.concatenate([[0.0], weights[1:]])
        slope = rows.T @ (1 / (1 + np.exp(-odds)) - same) + 2 * PENALTY * kept
        return float(np.sum(np.logaddexp(0, odds) - same * odds) + PENALTY * kept @ kept), slope

    return np.asarray(minimize(loss, np.zeros(rows.shape[1]), jac=True).x)


def main() -> None:
    labelled = read_labelled(Path(sys.argv[1]))
    encoder = installed_encoder()
    for meaning in (False, True) if encoder else (False,):
        voices = encoded(labelled.voices, encoder) if meaning and encoder else labelled.voices
        stories = {story.story: story for story in read_all(voices, meaning)}
        background = Background.of(stories.values())
        pairs = list(combinations(sorted(stories), 2))
        likely = [compare(stories[one], stories[other], background) for one, other in pairs]
        features = [[one.names, one.words, *([one.meaning or 0.0] if meaning else [])] for one in likely]
        same = [bool(labelled.gold[a]) and labelled.gold[a] == labelled.gold[b] for a, b in pairs]
        weights = fit(np.array(features), np.array([held(one.names, one.gap_days) for one in likely]), np.array(same))
        print("WITH_MEANING" if meaning else "ALONE", " ".join(f"{weight:.2f}" for weight in weights))


if __name__ == "__main__":
    main()
