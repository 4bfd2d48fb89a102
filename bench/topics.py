"""How often an article's topic is told, and how often rightly: by sections, by words, by both.

    python -m bench.topics [GOLD.csv...] [--addresses FILE.csv] [--pages FOLDER] [--all-of TOPIC=FILE.csv]
        [--thresholds]

GOLD has the columns doc_id, title, summary, lang, section, topic (empty: none of ours); without any the project's own
two are measured, of which the word lists were tuned on tests/topics_gold.csv only. --addresses is a file with url,
title, summary and lang, --pages a folder of stored pages (X.html.gz beside an X.json with its url): of the articles
whose section or address names a topic it says what the words tell. --all-of is a file whose articles are all of one
topic. --thresholds tries others than those that are used. No title of a file is written.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aggregator.pages import parse_page
from aggregator.text.languages import language_code
from aggregator.topics import TOPICS, spoken, topic_of
from aggregator.topics.named import named_topic
from aggregator.topics.spoken import spoken_topic
from bench.tables import table

OWN = [Path(__file__).resolve().parent.parent / "tests" / name for name in ("topics_gold.csv", "topics_held_out.csv")]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article as the classifier sees it; `topic` is what a person says, None for none of ours."""

    title: str
    summary: str
    language: str | None
    section: str
    url: str = ""
    topic: str | None = None


Method = Callable[[Labelled], str | None]


def by_section(one: Labelled) -> str | None:
    found = named_topic(one.section, one.url)
    return found.name if found else None


def by_words(one: Labelled) -> str | None:
    found = spoken_topic(one.title, one.summary, one.language)
    return found.name if found else None


def as_shipped(one: Labelled) -> str | None:
    return topic_of(one.section, one.url, one.title, one.summary, one.language).name


def read(path: Path) -> list[Labelled]:
    with path.open(newline="", encoding="utf-8") as file:
        return [
            Labelled(row["title"], row.get("summary") or "", language_code(row.get("lang")),
                     row.get("section") or "", row.get("url") or "", row.get("topic") or None)
            for row in csv.DictReader(file)
        ]  # fmt: skip


def read_pages(folder: Path) -> Iterator[Labelled]:
    for path in sorted(folder.glob("*.html.gz")):
        url = json.loads(path.with_name(path.name.replace(".html.gz", ".json")).read_text(encoding="utf-8"))["url"]
        page = parse_page(gzip.decompress(path.read_bytes()), url)
        yield Labelled(page.title, page.summary or "", page.language, page.section or "", url)


def scored(rows: Sequence[Labelled], method: Method) -> list[str]:
    """Counts what a method tells: told, right, precision, coverage, recall of the articles that have a topic."""
    told = [(found, one.topic) for one in rows if (found := method(one))]
    named, right = len(told), sum(found == true for found, true in told)
    whole = sum(one.topic is not None for one in rows)
    return [str(named), str(right), share(right, named), share(named, len(rows)), share(right, whole)]


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def measured(path: Path, thresholds: bool) -> Iterator[str]:
    """Gives the paragraphs on a gold file."""
    rows = read(path)
    none = sum(one.topic is None for one in rows)
    yield f"### {path.stem}: {len(rows)} articles, of which {none} have none of the topics"
    common = Counter(one.topic for one in rows if one.topic).most_common(1)[0][0]
    methods: list[tuple[str, Method]] = [
        (f"always the most frequent ({common})", lambda one: common),
        ("sections alone", by_section),
        ("words alone", by_words),
        ("sections, else words", lambda one: by_section(one) or by_words(one)),
        ("as shipped: not told where they disagree", as_shipped),
    ]
    head = ["told", "right", "precision", "coverage", "recall"]
    yield table(["method", *head], [[name, *scored(rows, method)] for name, method in methods])
    yield table(["topic, as shipped", "labelled", *head[:3], "recall"], [_of_topic(rows, topic) for topic in TOPICS])
    languages = sorted({one.language or "" for one in rows})
    yield table(
        ["language, as shipped", "articles", *head],
        [[name, str(len(mine)), *scored(mine, as_shipped)]
         for name in languages for mine in [[one for one in rows if (one.language or "") == name]]],
    )  # fmt: skip
    if thresholds:
        yield table(["least", "margin", *(f"{name}, words alone" for name in head)], list(_thresholds(rows)))


def _of_topic(rows: Sequence[Labelled], topic: str) -> list[str]:
    told = [one for one in rows if as_shipped(one) == topic]
    labelled, right = sum(one.topic == topic for one in rows), sum(one.topic == topic for one in told)
    return [topic, str(labelled), str(len(told)), str(right), share(right, len(told)), share(right, labelled)]


def _thresholds(rows: Sequence[Labelled]) -> Iterator[list[str]]:
    used = spoken.LEAST, spoken.MARGIN
    for least in (3, 5, 7, 9):
        for margin in (1.01, 1.5, 2.0, 3.0):
            spoken.LEAST, spoken.MARGIN = least, margin
            yield [str(least), f"{margin:g}", *scored(rows, by_words)]
    spoken.LEAST, spoken.MARGIN = used


def compared(name: str, rows: Sequence[Labelled]) -> Iterator[str]:
    """Says what the words tell of the articles whose section or address names a topic."""
    found: dict[str, Counter[str | None]] = defaultdict(Counter)
    for one in rows:
        if topic := by_section(one):
            found[topic][by_words(one)] += 1
    named = sum(counts.total() for counts in found.values())
    spoken_of = sum(count for counts in found.values() for words, count in counts.items() if words)
    same = sum(counts[topic] for topic, counts in found.items())
    shipped = sum(as_shipped(one) is not None for one in rows)
    yield f"### {name}: {len(rows)} articles, {named} with a section or address that names a topic"
    agreed = f"{same} ({share(same, spoken_of)}) the same"
    yield f"Words tell {spoken_of} of these, {agreed}; as shipped {shipped} of all have a topic."
    yield table(
        ["by section or address", "articles", "words tell", "the same", "share", "most often else"],
        [[topic, str(counts.total()), str(counts.total() - counts[None]), str(counts[topic]),
          share(counts[topic], counts.total() - counts[None]), _others(topic, counts)]
         for topic, counts in sorted(found.items(), key=lambda pair: -pair[1].total())],
    )  # fmt: skip


def _others(topic: str, counts: Counter[str | None]) -> str:
    return ", ".join(f"{other} {count}" for other, count in counts.most_common() if other not in (None, topic))


def all_of(topic: str, path: Path) -> str:
    rows = read(path)
    counts = Counter(by_words(one) for one in rows)
    told = len(rows) - counts[None]
    return (f"{path.stem}, all of it {topic}: {len(rows)} articles, words tell {told}, {counts[topic]} rightly"
            f" ({share(counts[topic], told)}); else {_others(topic, counts)}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--addresses", action="append", default=[], type=Path)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--all-of", action="append", default=[], help="TOPIC=FILE.csv")
    parser.add_argument("--thresholds", action="store_true")
    args = parser.parse_args()
    paragraphs = [paragraph for path in args.gold or OWN for paragraph in measured(path, args.thresholds)]
    for path in args.addresses:
        paragraphs += compared(path.stem, read(path))
    if args.pages:
        paragraphs += compared(args.pages.name, list(read_pages(args.pages)))
    paragraphs += [all_of(topic, Path(path)) for topic, _, path in (told.partition("=") for told in args.all_of)]
    print("\n\n".join(paragraphs))


if __name__ == "__main__":
    main()
