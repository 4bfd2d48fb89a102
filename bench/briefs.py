"""How good the briefs of stories are, beside simpler ways to pick sentences, and how long they take.

    python -m bench.briefs [GOLD.csv ...] [--db WORKING.db] [--show N]

GOLD is a file that `aggregator evaluate` takes: its stories of two or more articles, with `summary` as the text. Where
it has no leans, sides are drawn by a hash of the outlet's name or the doc_id. --show prints N briefs, chosen by a hash.

ROUGE-L is the F1 of the longest common run of words (with gaps) of a summary and a lead, the first three sentences of
an article. `best` is the lead of the article whose words are most like the others' (mean cosine). That is circular:
what picks central sentences picks from central articles. `others` is less so: the mean over the articles of which the
summary has no sentence. All ways to pick get the same texts; only the brief keeps the sides and its budget.
"""

from __future__ import annotations

import argparse
import calendar
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median
from time import process_time

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from sentencex import segment

from aggregator.briefs import Brief, Source, Statement, brief_of
from aggregator.briefs.comment import is_comment
from aggregator.briefs.sentences import sentences_of
from bench.brief_stories import long_story, stories_of_database, stories_of_gold

SENTENCES = 3
_WORD = re.compile(r"\w+")
_ADDED = re.compile(r"\s?\[[^\[\]]*\d[^\[\]]*\]")
# After a word, a comma or a semicolon a capital is a name's.
_NAME = re.compile(r"(?<=[^\W\d_,;] )[A-ZÀ-Þ][^\W\d_]+|(?<=[,;] )[A-ZÀ-Þ][^\W\d_]+")
# An article that has Iran has Iranian, too, and Indians where it has Indian.
_ENDING = re.compile(r"(?:ian|ese|ish)?s?$")
_DATES = frozenset([*calendar.day_name, *calendar.month_name])
_SPACE = re.compile(r"\s+")

Matrix = NDArray[np.float64]
Picked = Sequence[tuple[str, int]]
"""Sentences, each with the article that it is of."""


def rouge(summary: str, lead: str) -> float:
    mine, theirs = (_WORD.findall(text.casefold()) for text in (summary, lead))
    common = LCSseq.similarity(mine, theirs)
    return 2 * common / (len(mine) + len(theirs)) if common else 0.0


def raw_sentences(source: Source) -> list[str]:
    found = (" ".join(text.split()) for line in source.text.splitlines() for text in segment("en", line))
    return [text for text in found if text]


def lead(source: Source) -> str:
    return " ".join(raw_sentences(source)[:SENTENCES])


def cosines(texts: Sequence[str]) -> Matrix:
    """Compares texts by their words, weighed by how few texts have them: apart from what briefs compare by."""
    counted = [Counter(_WORD.findall(text.casefold())) for text in texts]
    known = {word: place for place, word in enumerate(sorted(set().union(*counted)))}
    weights = np.zeros((len(texts), max(1, len(known))))
    for row, words in enumerate(counted):
        for word, times in words.items():
            weights[row, known[word]] = times
    weights *= np.log(1 + len(texts) / np.maximum((weights > 0).sum(axis=0), 1))
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-9)
    return weights @ weights.T


def best(sources: Sequence[Source]) -> Source:
    return sources[int(cosines([source.text for source in sources]).sum(axis=1).round(9).argmax())]


def by_lead(sources: Sequence[Source]) -> Picked:
    return [(text, sources[0].id) for text in raw_sentences(sources[0])[:SENTENCES]]


def by_chance(sources: Sequence[Source]) -> Picked:
    every = [(text, source.id) for source in sources for text in raw_sentences(source)]
    return sorted(every, key=lambda pair: hashlib.sha256(pair[0].encode()).digest())[:SENTENCES]


def by_lexrank(sources: Sequence[Source]) -> Picked:
    """Picks the first three by LexRank as published: cosines of 0.1 and more, damping 0.85, nothing else."""
    every = [(text, source.id) for source in sources for text in raw_sentences(source)]
    links = (cosines([text for text, _ in every]) >= 0.1).astype(float)
    moves: Matrix = links / np.maximum(links.sum(axis=1, keepdims=True), 1)
    weights = np.full(len(every), 1 / len(every))
    for _ in range(50):
        weights = 0.15 / len(every) + 0.85 * (weights @ moves)
    return [every[at] for at in np.argsort(-weights.round(12), kind="stable")[:SENTENCES]]


def by_brief(sources: Sequence[Source]) -> Picked:
    return [(statement.text, statement.articles[0]) for statement in brief_of(sources).summary]


WAYS: Mapping[str, Callable[[Sequence[Source]], Picked]] = {
    "brief": by_brief,
    "lead of the first": by_lead,
    "LexRank": by_lexrank,
    "by chance": by_chance,
}


def statements(brief: Brief) -> Iterator[Statement]:
    yield from (*brief.summary, *brief.key_points, *brief.agree)
    for found in brief.only_said_by.values():
        yield from found


def unsupported(sources: Sequence[Source], statement: Statement) -> str | None:
    """Says what of a statement its articles don't bear out, by plain search in their texts; None where they do.

    The first article has the sentence letter for letter, but for dates in brackets; every other its digits and names.
    """
    texts = {source.id: _SPACE.sub(" ", f"{source.title} {source.text}") for source in sources}
    if not statement.articles:
        return "no article"
    if statement.text not in texts[statement.articles[0]]:
        bare = _ADDED.sub("", statement.text)
        if bare not in texts[statement.articles[0]]:
            return "not in its article"
    for number in re.findall(r"\d+", _ADDED.sub("", statement.text)):
        if any(number not in texts[article] for article in statement.articles):
            return f"{number} is not in every article"
    for name in _NAME.findall(_ADDED.sub("", statement.text)):
        if name in _DATES:
            continue
        bare = _ENDING.sub("", name).casefold()
        if any(bare not in texts[article].casefold() for article in statement.articles):
            return f"{name} is not in every article"
    return None


def redundancy(brief: Brief) -> float:
    """Gives the greatest likeness of two sentences of summary and key points, as words in common in order (0 to 1)."""
    words = [_WORD.findall(statement.text.casefold()) for statement in (*brief.summary, *brief.key_points)]
    pairs = ((one, other) for at, one in enumerate(words) for other in words[:at])
    return max((LCSseq.similarity(one, other) / min(len(one), len(other)) for one, other in pairs), default=0.0)


@dataclass(frozen=True, slots=True)
class Made:
    sources: Sequence[Source]
    brief: Brief
    milliseconds: float

    @property
    def two_sided(self) -> bool:
        """Whether left and right both wrote a text of their own that a brief could be made of, each taken by itself."""
        own = [source for source in self.sources if source.id == source.origin]
        return {"left", "right"} <= {source.side for source in own if brief_of([source]).sources}

    @property
    def is_shared(self) -> bool:
        """Whether articles of two sides or more state the first sentence."""
        side = {source.id: source.side for source in self.sources}
        return len({side[article] for article in self.brief.summary[0].articles} - {None}) > 1

    @property
    def opens_with_comment(self) -> bool:
        """Whether the first sentence is an article's that comments, by its headline, its place or how it speaks."""
        [own] = [source for source in self.sources if source.id == self.brief.summary[0].articles[0]]
        return is_comment(own, list(sentences_of(own)))

    def cites_one(self, lists: Sequence[Statement]) -> bool:
        """Whether of left and right one alone stands behind some sentences."""
        side = {source.id: source.side for source in self.sources}
        return len({side[article] for statement in lists for article in statement.articles} & {"left", "right"}) == 1

    def cites_both(self, lists: Sequence[Statement]) -> bool:
        side = {source.id: source.side for source in self.sources}
        return {"left", "right"} <= {side[article] for statement in lists for article in statement.articles}


def made(sources: Sequence[Source]) -> Made:
    started = process_time()
    brief = brief_of(sources)
    return Made(sources, brief, 1000 * (process_time() - started))


def print_rouge(stories: Sequence[Sequence[Source]]) -> None:
    firsts = sum(best(sources) is sources[0] for sources in stories)
    print(f"  the first article is the best one in {firsts} of {len(stories)} stories")
    print(f"  {'ROUGE-L':18} {'best':>6} {'others':>6}   of {len(stories)} stories with a summary and two texts")
    for name, way in WAYS.items():
        to_best, to_others = [], []
        for sources in stories:
            picked = way(sources)
            summary = " ".join(_ADDED.sub("", text) for text, _ in picked)
            to_best.append(rouge(summary, lead(best(sources))))
            of = {article for _, article in picked}
            to_others += (
                [fmean(rouge(summary, lead(s)) for s in sources if s.id not in of)] if len(of) < len(sources) else []
            )
        print(f"  {name:18} {fmean(to_best):6.3f} {fmean(to_others):6.3f}")


def report(name: str, stories: Mapping[str, Sequence[Source]]) -> None:
    briefs = [made(sources) for sources in stories.values()]
    told = [one for one in briefs if one.brief.summary]
    print(f"{name}: {len(briefs)} stories, {len(told)} with a summary,"
          f" {sum(2 <= len(one.brief.summary) <= 4 for one in told)} of two to four sentences,"
          f" {sum(3 <= len(one.brief.key_points) <= 6 for one in told)} with three to six key points")  # fmt: skip
    comparable = [[s for s in one.sources if s.text.strip()] for one in told]
    if comparable := [sources for sources in comparable if len(sources) > 1]:
        print_rouge(comparable)
    sided = [one for one in briefs if one.two_sided]
    print(f"  both sides: of {len(sided)} stories with usable texts of left and right,"
          f" {sum(one.cites_both(one.brief.summary) for one in sided)} summaries cite both,"
          f" {sum(one.cites_both(one.brief.key_points) for one in sided)} key points,"
          f" {sum(one.cites_both((*one.brief.summary, *one.brief.key_points)) for one in sided)} briefs")  # fmt: skip
    opened = [one for one in sided if one.brief.summary]
    print(f"    first sentences that articles of two sides state: {sum(one.is_shared for one in opened)},"
          f" taken from a comment: {sum(one.opens_with_comment for one in opened)}")  # fmt: skip
    alone = sum(one.cites_one(found) for one in sided for found in (one.brief.summary, one.brief.key_points))
    print(f"    summaries and key points of one party alone: {alone}")
    for name, one in zip(stories, briefs, strict=True):
        if one.two_sided and not one.cites_both((*one.brief.summary, *one.brief.key_points)):
            print(f"    one side only: {name}")
    checked = [
        (one, statement, unsupported(one.sources, statement)) for one in briefs for statement in statements(one.brief)
    ]
    print(f"  unsupported sentences: {sum(fault is not None for _, _, fault in checked)} of {len(checked)}")
    for _, statement, fault in checked:
        if fault:
            print(f"    {fault}: {list(statement.articles)} {statement.text}")
    if told:
        print(f"  most alike two sentences of a brief: median {median(redundancy(one.brief) for one in told):.2f},"
              f" max {max(redundancy(one.brief) for one in told):.2f}")  # fmt: skip
    times = sorted(one.milliseconds for one in briefs)
    p95, most = times[int(0.95 * (len(times) - 1))], max(len(one.sources) for one in briefs)
    print(f"  milliseconds of one core a story: median {median(times):.1f}, p95 {p95:.1f}, max {times[-1]:.1f}"
          f" ({most} articles at most)")  # fmt: skip


def show(stories: Mapping[str, Sequence[Source]], count: int) -> None:
    for story in sorted(stories, key=lambda name: hashlib.sha256(name.encode()).digest())[:count]:
        brief = brief_of(stories[story])
        sides = {source.id: source.side for source in stories[story]}
        print(f"\n== {story}: {len(stories[story])} articles, {brief.sources} used\nH  {brief.headline.text}")
        lists = {"summary": brief.summary, "point": brief.key_points, "agree": brief.agree, **brief.only_said_by}
        for name, found in lists.items():
            for statement in found:
                print(f"   {name:8} {[f'{a} {sides[a]}' for a in statement.articles]} {statement.text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    sets = {path.stem: stories_of_gold(path) for path in arguments.gold}
    if arguments.db:
        sets[arguments.db.stem] = stories_of_database(arguments.db)
    for name, stories in sets.items():
        brief_of(next(iter(stories.values())))  # what a process reads once is no story's
        report(name, stories)
        show(stories, arguments.show)
        print(f"{name}, 40 long articles put together of its texts: {made(long_story(stories)).milliseconds:.1f} ms")


if __name__ == "__main__":
    main()
