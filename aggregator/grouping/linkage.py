"""Average-linkage clustering of a handful of units, each one or more articles that stay together."""

from __future__ import annotations

import numpy as np

from aggregator.grouping.rows import Array


def average_linkage(likely: Array, quorate: Array, sizes: Array, threshold: float, quorum: float) -> list[list[int]]:
    """Join the two nearest groups of units while the mean probability between them reaches the threshold.

    `likely` and `quorate` are square: the mean probability between two units, and the share of their pairs that is
    likelier than not, which must reach `quorum` between two groups. A probability of minus infinity keeps two units
    apart for good. Ties fall to the earlier units, so that the same pairs always give the same groups.
    """
    if len(sizes) == 2:  # two articles alone: nine of ten cells
        joined = likely[0, 1] >= threshold and quorate[0, 1] >= quorum
        return [[0, 1]] if joined else [[0], [1]]
    size = sizes.astype(np.float64)
    weights = np.outer(size, size)
    sums, shares = likely * weights, quorate * weights
    groups = {unit: [unit] for unit in range(len(sizes))}
    means = _means(sums, shares, weights, quorum)
    np.fill_diagonal(means, -np.inf)
    best = means.max(axis=1, initial=-np.inf)
    while len(groups) > 1:
        one = int(np.argmax(best))
        if best[one] < threshold:
            break
        other = int(np.argmax(means[one]))
        one, other = min(one, other), max(one, other)
        groups[one] += groups.pop(other)
        size[one] += size[other]
        for matrix in (sums, shares):
            matrix[one] += matrix[other]
            matrix[:, one] = matrix[one]
        stale = (best == means[:, one]) | (best == means[:, other])
        row = _means(sums[one], shares[one], size[one] * size, quorum)
        row[np.isneginf(means[one]) & np.isneginf(means[other])] = -np.inf
        row[one] = row[other] = -np.inf
        means[one], means[:, one] = row, row
        means[other], means[:, other] = -np.inf, -np.inf
        best = np.maximum(best, row)
        best[stale] = means[stale].max(axis=1, initial=-np.inf)
        best[one], best[other] = row.max(), -np.inf
    return list(groups.values())


def _means(sums: Array, shares: Array, weights: Array, quorum: float) -> Array:
    means: Array = sums / weights
    means[shares < quorum * weights] = -1.0
    means[np.isneginf(sums)] = -np.inf
    return means
