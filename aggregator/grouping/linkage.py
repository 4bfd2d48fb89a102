"""Average-linkage clustering of a handful of units, each one or more articles that stay together."""

from __future__ import annotations

import numpy as np

from aggregator.grouping.rows import Array

NEVER = -1.0
"""Stands for the mean of two groups without a quorum."""


def average_linkage(likely: Array, quorate: Array, sizes: Array, threshold: float, quorum: float) -> list[list[int]]:
    """Join the two nearest groups of units while the mean probability between them reaches the threshold.

    `likely` and `quorate` are square: the mean probability between two units, and the share of their pairs that is
    likelier than not, which must reach `quorum` between two groups. Ties fall to the earlier units, so that the same
    pairs always give the same groups.
    """
    if not len(sizes):
        return []
    pairs = np.triu_indices(len(sizes), 1)
    if likely[pairs].min(initial=1) >= threshold and quorate[pairs].min(initial=1) >= quorum:
        return [list(range(len(sizes)))]  # most cells: whatever is joined first, all the rest follows
    size = sizes.astype(np.float64)
    sums = np.stack([likely, quorate]) * np.outer(size, size)
    groups = {unit: [unit] for unit in range(len(sizes))}
    gone = np.zeros(len(sizes), dtype=np.bool_)
    means = np.where(quorate < quorum, NEVER, likely)
    np.fill_diagonal(means, -np.inf)
    nearest = means.argmax(axis=1)
    best = means.max(axis=1)
    while True:
        one = int(best.argmax())
        if best[one] < threshold:
            return list(groups.values())
        one, other = sorted((one, int(nearest[one])))
        groups[one] += groups.pop(other)
        size[one] += size[other]
        gone[other] = True
        sums[:, one] += sums[:, other]
        sums[:, :, one] = sums[:, one]
        pairs_of_one = size[one] * size
        row = sums[0, one] / pairs_of_one
        row[sums[1, one] < quorum * pairs_of_one] = NEVER
        row[gone] = row[one] = -np.inf
        means[one], means[:, one] = row, row
        means[other], means[:, other] = -np.inf, -np.inf
        stale = np.flatnonzero((nearest == one) | (nearest == other))
        nearer = row > best
        best[nearer], nearest[nearer] = row[nearer], one
        best[stale], nearest[stale] = means[stale].max(axis=1), means[stale].argmax(axis=1)
        best[one], nearest[one] = row.max(), row.argmax()
        best[other] = -np.inf
