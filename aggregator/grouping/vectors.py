"""Sentence vectors as rows of numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aggregator.grouping.rows import Array

VECTOR = 512
"""Numbers in a vector of the encoder in use; one of another length is no vector of ours."""


def unpacked(vectors: Sequence[bytes | None]) -> Array:
    """Give vectors as rows of float16, zeros where there is none."""
    rows = np.zeros((len(vectors), VECTOR), dtype=np.float16)
    for row, vector in zip(rows, vectors, strict=True):
        if vector is not None and len(vector) == 2 * VECTOR:
            found = np.frombuffer(vector, dtype="<f2")
            if np.isfinite(found).all():  # one that is not would make the mean of the window none
                row[:] = found
    return rows


def centred(rows: Array, mean: Array) -> Array:
    """Give rows as unit vectors, the mean taken out: what all of a stream says tells no two articles apart."""
    moved = rows.astype(np.float32) - mean
    length = np.sqrt(np.einsum("ij,ij->i", moved, moved))[:, None]
    return np.asarray(moved / np.maximum(length, 1e-6), dtype=np.float32)
