"""Sentence vectors as rows of numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aggregator.grouping.rows import Array

VECTOR = 512
"""Numbers in a vector of the encoder in use; one of another length is no vector of ours."""


LENGTH = 0.05
"""How far a vector's length may be from 1: rounding to float16 makes less than .01 of it, random bytes hundreds."""


def usable(vectors: Sequence[object]) -> list[bool]:
    """Tell which of some values are unit vectors of ours, as bytes of float16."""
    found = [isinstance(vector, bytes) and len(vector) == 2 * VECTOR for vector in vectors]
    packed = b"".join(vector for vector, fits in zip(vectors, found, strict=True) if fits and isinstance(vector, bytes))
    rows = np.frombuffer(packed, dtype="<f2").reshape(-1, VECTOR)
    finite = np.isfinite(rows).all(axis=1)
    numbers = np.where(finite[:, None], rows, np.float16(0)).astype(np.float32)
    good = iter((np.abs(np.sqrt(np.einsum("ij,ij->i", numbers, numbers)) - 1) <= LENGTH).tolist())
    return [fits and next(good) for fits in found]


def unpacked(vectors: Sequence[bytes | None]) -> Array:
    """Give vectors as rows of float16, zeros where there is none that can be used."""
    rows = np.zeros((len(vectors), VECTOR), dtype=np.float16)
    for row, vector, good in zip(rows, vectors, usable(vectors), strict=True):
        if good and vector is not None:
            row[:] = np.frombuffer(vector, dtype="<f2")
    return rows


def centred(rows: Array, mean: Array) -> Array:
    """Give rows as unit vectors, the mean taken out: what all of a stream says tells no two articles apart."""
    moved = rows.astype(np.float32) - mean
    length = np.sqrt(np.einsum("ij,ij->i", moved, moved))[:, None]
    return np.asarray(moved / np.maximum(length, 1e-6), dtype=np.float32)
