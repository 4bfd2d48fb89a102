"""What it costs to tell all topics anew, as the first opening by a version with other lists does.

    nice -n 15 python -m bench.retelling [ARTICLES...]

Articles are made up: headlines of nine words and summaries of thirty, drawn from the lists of the nine languages and
from words that stand in none, a third of them with a section. They are stored without a topic, so that each that has
one is written. While they are told, another process reads the file, as a site's publishing does, and says how long the
slowest read took; the longest transaction is how long another writer waits at most.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from aggregator.store import Store
from aggregator.topics import NOT_TOLD
from aggregator.topics.words import WORDS
from bench.words import WORDS as OTHERS

SEED = 7
_SECTIONS = ("Sport", "World", "Politik", None, None, None)
_DAY = "2026-11-01T12:00:00Z"
_READ = """
import sqlite3, sys, time
slowest = 0.0
connection = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
print(flush=True)
while not select_in(0.05):
    began = time.perf_counter()
    connection.execute("select count(*), count(topic) from articles where id % 50 = 0").fetchall()
    connection.execute("select title from articles order by id desc limit 100").fetchall()
    slowest = max(slowest, time.perf_counter() - began)
print(slowest)
"""
_SELECT = "import select\ndef select_in(seconds): return select.select([sys.stdin], [], [], seconds)[0]\n"


def articles(count: int) -> Iterator[tuple[object, ...]]:
    dice = random.Random(SEED)
    languages = sorted(WORDS)
    terms = {language: _terms(language) for language in languages}
    for number in range(1, count + 1):
        language = dice.choice(languages)
        words = [dice.choice(terms[language] if dice.random() < 0.3 else OTHERS) for _ in range(39)]
        url = f"https://made-up.example/{number}"
        title, summary = " ".join(words[:9]), " ".join(words[9:])
        yield number, url, url, title, summary, language, dice.choice(_SECTIONS), _DAY, _DAY, _DAY


def _terms(language: str) -> list[str]:
    lists = (one for topic, told in WORDS[language].items() if topic != "nothing" for one in told)
    return [term.strip().strip("*") for one in lists for term in one.split(",") if term.strip()]


def fill(path: Path, count: int) -> None:
    store = Store.open(path)
    with store.transaction():
        store.db.execute("insert into outlets (id, name, domain) values (1, 'Made Up', 'made-up.example')")
        store.db.conn.executemany(
            "insert into articles (id, url, original_url, title, summary, language, section, published, first_seen,"
            " last_seen, outlet_id, title_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 'feed')",
            articles(count),
        )
    store.close()


def measure(path: Path, count: int) -> str:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    reader = subprocess.Popen(
        [sys.executable, "-c", f"import sys\n{_SELECT}{_READ}", str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert reader.stdout is not None
    reader.stdout.readline()
    store = Store.open(path)
    began, processor, longest = time.perf_counter(), time.process_time(), 0.0
    while not store.topics.are_told():
        at = time.perf_counter()
        with store.transaction():
            store.topics.tell_more()
        longest = max(longest, time.perf_counter() - at)
    wall, used = time.perf_counter() - began, time.process_time() - processor
    told = store.db.execute("select count(topic) from articles").fetchone()[0]
    store.close()
    slowest = float(reader.communicate("\n")[0])
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return (
        f"{count:,} articles in {wall:.1f} s ({used:.1f} s of the processor), {told:,} told, others {NOT_TOLD};"
        f" {memory:.0f} MB more memory at most; the longest transaction {longest:.2f} s;"
        f" the slowest read of another process {slowest:.2f} s"
    )


def main() -> None:
    for count in [int(number) for number in sys.argv[1:]] or [100_000]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "news.db"
            fill(path, count)
            sys.stdout.write(f"{measure(path, count)}\n")


if __name__ == "__main__":
    main()
