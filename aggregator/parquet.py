"""Writes rows as Parquet: typed columns, in groups of rows, so that memory does not grow with the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from aggregator.errors import AggregatorError

# A group of this many rows of articles takes some 60 MB as Python's objects; readers want groups no smaller than some
# ten thousand rows.
ROWS_IN_A_GROUP = 32_768


def require_pyarrow(out: Path) -> Any:
    """Returns pyarrow; raises AggregatorError that names the extra where it is not installed."""
    try:
        import pyarrow.parquet  # here: 0.3 s and 60 MB that only this format needs
    except ImportError as error:
        raise AggregatorError("to write Parquet install the extra `parquet`: pip install '.[parquet]'", out) from error
    return pyarrow


def write_parquet(
    path: Path,
    kinds: Mapping[str, type],
    rows: Iterable[tuple[object, ...]],
    told: Mapping[str, str],
    progress: Callable[[int], None],
) -> int:
    """Writes a file and returns the number of its rows; `told` is kept in the file's own metadata.

    The same rows give the same bytes with the same version of pyarrow: neither it nor we write a time.
    """
    pyarrow = require_pyarrow(path)
    types = {int: pyarrow.int64(), float: pyarrow.float64(), str: pyarrow.string()}
    schema = pyarrow.schema([pyarrow.field(name, types[kind]) for name, kind in kinds.items()], metadata=dict(told))
    count = 0
    with pyarrow.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for group in _groups(rows):
            columns = [
                pyarrow.array(_typed(values, kind), types[kind])
                for values, kind in zip(zip(*group, strict=True), kinds.values(), strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema), row_group_size=ROWS_IN_A_GROUP)
            count += len(group)
            progress(count)
    return count


def _groups(rows: Iterable[tuple[object, ...]]) -> Iterator[list[tuple[object, ...]]]:
    left = iter(rows)
    while group := list(islice(left, ROWS_IN_A_GROUP)):
        yield group


def _typed(values: tuple[Any, ...], kind: type) -> tuple[Any, ...] | list[Any]:
    """Turns values into those of their column: a computed one may hold whole numbers among the others."""
    if all(value is None or type(value) is kind for value in values):
        return values
    return [None if value is None else kind(value) for value in values]
