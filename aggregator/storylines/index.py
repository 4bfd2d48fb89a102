"""Which stories share rare terms with a story: an inverted index over all that are eligible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix

from aggregator.grouping.rows import Array
from aggregator.storylines.rarity import Background

COMMON_SHARE = 0.02
"""A term that more stories hold leads nowhere: it would lead to thousands of a large database."""

COMMON_LEAST = 50
"""But one that so few hold always leads to them: in a small database everything is common."""

ASKED = 256
"""Stories looked up at once."""

LEAST = 0.05
"""Summed products of shared terms, each a weight times its squared rarity, below which no story is compared."""


class Index:
    """The terms of stories as sparse rows; `keys` and `weights` are those of all stories, one after the other."""

    def __init__(self, stories: Sequence[int], sizes: Array, keys: Array, weights: Array, background: Background):
        self._stories = np.asarray(stories, dtype=np.int64)
        self._row = {story: row for row, story in enumerate(stories)}
        terms, columns = np.unique(keys, return_inverse=True)
        often = max(COMMON_LEAST, COMMON_SHARE * len(stories))
        rarity = np.array([_rarity(background, term, often) for term in terms.tolist()], dtype=np.float32)
        starts = np.concatenate([[0], np.cumsum(sizes)])
        self._rows = csr_matrix(
            (weights.astype(np.float32) * rarity[columns], columns, starts), shape=(len(stories), len(terms))
        )
        self._rows.eliminate_zeros()
        self._terms = self._rows.T.tocsr()

    def candidates(self, stories: Sequence[int], limit: int) -> Iterator[tuple[int, list[int]]]:
        """Gives each of some stories with the others that share most with it, the likeliest first."""
        for start in range(0, len(stories), ASKED):
            asked = [story for story in stories[start : start + ASKED] if story in self._row]
            found = (self._rows[[self._row[story] for story in asked]] @ self._terms).tocsr() if asked else None
            for number, story in enumerate(asked):
                assert found is not None
                part = slice(found.indptr[number], found.indptr[number + 1])
                yield story, self._best(found.indices[part], found.data[part], self._row[story], limit)

    def _best(self, rows: Array, shared: Array, own: int, limit: int) -> list[int]:
        kept = (shared >= LEAST) & (rows != own)
        rows, shared = rows[kept], shared[kept]
        order = np.lexsort((self._stories[rows], -shared))[:limit]
        return [int(story) for story in self._stories[rows[order]]]


def _rarity(background: Background, term: int, often: float) -> float:
    return 0.0 if background.held(term) > often else background.rarity(term) ** 2
