"""What storylining costs, and what it links in files whose storylines nobody told.

    python -m bench.storylines [--stories 20000] [--new 500] [GOLD.csv...]

Without files: so many generated stories of two origins each are stored, linked at once, then `--new` more. With files
of stories (doc_id, title, gold_story_id, ...): prints the pairs of stories that are linked, to be judged by eye.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

from aggregator.config import read_config
from aggregator.encoder import installed_encoder
from aggregator.models import Document
from aggregator.storylines import StorylineConfig
from aggregator.storylines.measure import linked, read_all
from aggregator.storylines.subject import with_meaning
from aggregator.storylining import write_storylines
from aggregator.times import iso
from aggregator.workspace import Workspace, open_workspace
from bench.gold import read_gold

BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
VERBS = [
    "raids",
    "strikes",
    "floods",
    "opens",
    "closes",
    "buys",
    "sells",
    "blames",
    "sues",
    "votes",
    "fines",
    "bans",
    "builds",
    "burns",
]


def generated(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield headlines and summaries of stories: affairs of three actors each, about ten stories an affair."""
    dice = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or", "el")]
    names = ["".join(dice.choices(syllables, k=3)).capitalize() for _ in range(max(200, count // 3))]
    words = ["".join(dice.choices(syllables, k=3)) for _ in range(8000)]
    affairs = [(dice.sample(names, 3), dice.sample(words, 4)) for _ in range(max(1, count // 10))]
    for _ in range(count):
        (who, where, firm), subject = dice.choice(affairs)
        said = " ".join(dice.choices(words, k=14))
        yield (
            f"{who} {dice.choice(VERBS)} {dice.choice(subject)} in {where}",
            f"The {dice.choice(subject)} of {firm} and {who} was {said}.",
        )


def store(workspace: Workspace, stories: list[tuple[str, str]], first: int) -> None:
    """Write stories of two articles each, past the door: what is measured comes after grouping."""
    db = workspace.store.db
    with workspace.store.transaction():
        db.execute("insert or ignore into outlets (id, domain, name) values (9001, 'one.example', 'One'),"
                   " (9002, 'two.example', 'Two')")  # fmt: skip
        for number, (title, summary) in enumerate(stories, first):
            at = iso(BEGIN + timedelta(minutes=10 * number))
            db.execute("insert into stories (id, title, first_seen, first_published, last_published, articles, outlets,"
                       " owners, origins) values (?, ?, ?, ?, ?, 2, 2, 2, 2)", [number, title, at, at, at])  # fmt: skip
            for side in (1, 2):
                url = f"https://{side}.example/{number}"
                db.execute("insert into articles (id, url, original_url, outlet_id, title, summary, published,"
                           " first_seen, last_seen, title_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'import')",
                           [2 * number + side, url, url, 9000 + side, title, summary, at, at, at])  # fmt: skip
                db.execute("insert into story_articles (story_id, article_id, score) values (?, ?, 1)",
                           [number, 2 * number + side])  # fmt: skip


def speed(count: int, new: int) -> None:
    with tempfile.TemporaryDirectory() as folder, open_workspace(read_config(None), Path(folder) / "b.db") as workspace:
        everything = list(generated(count + new, 7))
        store(workspace, everything[:count], 1)
        for label, more in ((f"{count:,} stories at once", []), (f"{new:,} more", everything[count:])):
            store(workspace, more, count + 1)
            started = time.perf_counter()
            report = write_storylines(workspace)
            took = time.perf_counter() - started
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{label}: {took:.1f} s, {report.linked:,} in a storyline, {report.new:,} new; peak {peak:,.0f} MB")


def links(path: Path) -> None:
    documents, gold = read_gold(path)
    number = {story: place for place, story in enumerate(sorted(set(gold.values())), 1)}
    encoder, voices = installed_encoder(), defaultdict[int, list[Document]](list)
    for document in documents:
        voices[number[gold[document.id]]].append(document)
    read = read_all(with_meaning(voices, encoder.encode), meaning=True) if encoder else read_all(voices, meaning=False)
    linker = linked(read, StorylineConfig())
    lines = [sorted(stories) for stories in linker.members.values() if len(stories) > 1]
    pairs = sum(len(list(combinations(stories, 2))) for stories in lines)
    print(f"{path.stem}: {len(voices)} stories, {len(lines)} storylines, {pairs} pairs")
    for stories in lines:
        print(" ", " || ".join(voices[story][0].title[:90] for story in stories))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--stories", type=int, default=20_000)
    parser.add_argument("--new", type=int, default=500)
    args = parser.parse_args()
    for path in args.gold:
        links(path)
    if not args.gold:
        speed(args.stories, args.new)


if __name__ == "__main__":
    main()
