"""Prints how well the checker of generated text parts what the articles say from what they do not.

    python -m bench.checker [--all] [--newsroom DB]

The sentences are those of tests/checker_gold.json, made by hand of six articles made up for it: `supported` ones in
other words than the articles', and others with a wrong name, place, organisation or number, numbers that changed
places, or a quote altered. `beyond` are false in what the checker hardly looks at (a "not", who did it, the verb);
they are counted apart. The first list was there while the checker was written; the second, of other articles, was
written after it and has been looked at, not worked at. --all prints every sentence that was parted wrongly, and why.

--newsroom takes the articles of a working database, such as the demo's: each sentence cites its own article, which has
it, and then one of another story in the same language, which has not. Those of English cite their own article once more
with their "not" taken out, or with one put in.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter

from sentencex import segment

from aggregator.briefs.checking import Given, reasons
from aggregator.briefs.records import Statement
from aggregator.briefs.sentences import is_usable
from aggregator.store import Store

GOLD = Path(__file__).resolve().parent.parent / "tests" / "checker_gold.json"
BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled sentence with what the checker says against it."""

    list: str
    label: str
    text: str
    why: list[str]

    @property
    def is_right(self) -> bool:
        return (self.label == "supported") == (not self.why)


def judged() -> Iterator[Judged]:
    """Yields every labelled sentence, checked."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    given = {
        one["id"]: Given(one["id"], one["text"], one["language"], date.fromisoformat(one["day"]))
        for one in gold["articles"]
    }
    for one in gold["sentences"]:
        language = given[one["articles"][0]].language
        told = Statement(one["text"], one["articles"])
        yield Judged(one["list"], one["label"], one["text"], list(reasons(told, given, language)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="print what was parted wrongly")
    parser.add_argument("--newsroom", type=Path, metavar="DB", help="a working database, in place of the lists")
    arguments = parser.parse_args()
    if arguments.newsroom:
        _tell_newsroom(arguments.newsroom, show=arguments.all)
        return
    started = perf_counter()
    found = list(judged())
    took = perf_counter() - started
    for name in ("first", "second"):
        print(f"{name} list")
        _tell([one for one in found if one.list == name])
    print(f"{len(found)} sentences checked in {took * 1000:.0f} ms, {took * 1000 / len(found):.1f} ms each")
    for one in found if arguments.all else ():
        if not one.is_right:
            print(f"  {one.label}: {one.text}  {'; '.join(one.why)}")


def _tell(found: list[Judged]) -> None:
    for label, count in Counter(one.label for one in found).items():
        dropped = sum(bool(one.why) for one in found if one.label == label)
        print(f"{label:13} {count:3} sentences, {dropped:3} dropped, {count - dropped:3} kept")
    looked_at = [one for one in found if one.label != BEYOND]
    kept = [one for one in looked_at if not one.why]
    dropped = [one for one in looked_at if one.why]
    true = sum(one.label == "supported" for one in kept)
    false = sum(one.label != "supported" for one in dropped)
    supported = sum(one.label == "supported" for one in looked_at)
    print(f"kept:    precision {true / len(kept):.3f}, recall {true / supported:.3f}")
    print(f"dropped: precision {false / len(dropped):.3f}, recall {false / (len(looked_at) - supported):.3f}")
    print(f"kept, with those that are false beyond what it looks at: precision"
          f" {true / sum(not one.why for one in found):.3f}")  # fmt: skip


_ARTICLES = """
select article.id, article.title || char(10) || coalesce(article.body, article.summary, '') as text,
  coalesce(article.language, 'en') as language, member.story_id as story
from articles article join story_articles member on member.article_id = article.id order by article.id
"""


def _tell_newsroom(path: Path, *, show: bool) -> None:
    store = Store.open(path)
    rows = list(store.db.query(_ARTICLES))
    store.close()
    given = {row["id"]: Given(row["id"], row["text"], row["language"]) for row in rows}
    chance = Random(1)
    counted: Counter[str] = Counter()
    for row in rows:
        strangers = [
            other["id"] for other in rows if other["story"] != row["story"] and other["language"] == row["language"]
        ]
        for text in _sentences(row["text"], row["language"]):
            for cited, name in ((row["id"], "own"), (chance.choice(strangers), "another")):
                _count(counted, name, text, any(reasons(Statement(text, [cited]), given, row["language"])), show=show)
            if row["language"] == "en" and (text := _turned(text)):
                _count(counted, "turned", text, any(reasons(Statement(text, [row["id"]]), given, "en")), show=show)
    print(f"{counted['own']} sentences of {len(rows)} articles, {counted['own dropped']} dropped where they cite their"
          f" own article, {counted['another dropped']} where they cite one of another story")  # fmt: skip
    print(f"{counted['turned']} turned into their contrary, {counted['turned dropped']} dropped")


def _count(counted: Counter[str], name: str, text: str, dropped: bool, *, show: bool) -> None:
    counted[name] += 1
    counted[f"{name} dropped"] += dropped
    if show and dropped == (name == "own"):
        print(f"  {name}: {text}")


def _turned(text: str) -> str:
    """Takes the first "not" out of a sentence, else puts one in after its verb; '' where neither can be."""
    without = re.sub(r" (?:did not|not|never|no) ", " ", text, count=1)
    turned = without if without != text else re.sub(r" (is|was|will|has|would|are|were) ", r" \1 not ", text, count=1)
    return turned if turned != text else ""


def _sentences(text: str, language: str) -> Iterator[str]:
    found = (sentence.strip() for line in text.splitlines() for sentence in segment(language, line))
    yield from (sentence for sentence in found if is_usable(sentence))


if __name__ == "__main__":
    main()
