"""How long an import takes, end to end: the command itself, on generated rows, into a fresh database.

    python -m bench.importing [ROWS]

Prints rows, seconds and rows a second, for the first import and for the same file again (nothing changed).
"""

from __future__ import annotations

import csv
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.words import WORDS


def write_rows(path: Path, rows: int) -> None:
    dice = random.Random(1)
    start = datetime(2026, 10, 1, tzinfo=UTC)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("doc_id", "title", "outlet", "url", "timestamp", "lang", "summary", "body"))
        for number in range(rows):
            title = " ".join(dice.choices(WORDS, k=9)) + f" {number}"
            moment = (start + timedelta(seconds=number * 60)).isoformat()
            address = f"https://www.outlet{number % 300}.example/{number}"
            writer.writerow((number, title, "", address, moment, "en", " ".join(dice.choices(WORDS, k=30)), ""))


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, db = Path(folder) / "rows.csv", Path(folder) / "bench.db"
        write_rows(path, rows)
        for name in ("first", "again"):
            started = time.perf_counter()
            command = [sys.executable, "-m", "aggregator", "--db", str(db), "import", str(path)]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
            seconds = time.perf_counter() - started
            print(f"{name}: {seconds:.2f} s, {rows / seconds:,.0f} rows/s ({told})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
