"""Made-up briefs, storylines and texts of a model for the news of bench.newsroom, as large as those of real news are.

Of the demo newsroom (`aggregator demo --once`) a story's brief has 3 sentences, 6 points, 3 that sides agree on and 5
that one side alone says, of 65 to 100 characters each; an article's 2 sentences and 3 points; the reasons of a place
in a storyline 180 characters.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np

from aggregator.briefing import heed_settings
from aggregator.briefs import RULE
from aggregator.workspace import Workspace
from bench.words import WORDS

SENTENCES = 24
"""Sentences of an article's text, which has 2 kB."""

_MADE, _INPUTS = "2026-11-01T00:00:00Z", "0123456789abcdef"
_POOL = 4096
# Of words; a sentence of no sense, but one that can stand by itself.
_FORMS = (
    "The council of {} approved the {} {} by {n} votes to {m} after a debate on the {} {}.",
    "Residents of {} left the {} {} in {n} buses, the fire service of {} said on {} day.",
    "A court in {} fined the {} company {n} million crowns for the {} of the {} {}.",
    "The ministry of {} {} published {m} letters on the {} {} and the {} in {n} languages.",
)
_STORY_SENTENCES, _STORY_POINTS, _AGREED, _ALONE = 3, 6, 3, 5
# Every third story of several origins goes on from another; storylines are of two to three hundred stories, which lie
# days apart.
_LINKED = "select id from stories where origins > 1 and id % 3 = 0 order by coalesce(first_published, first_seen), id"
_LARGEST, _GAP_DAYS = 300, 12.0
_REASONS = json.dumps([
    {"name": "names", "value": 0.5451, "weight": 1.5809, "words": ["Alder", "Rufus"]},
    {"name": "words", "value": 1.669, "weight": 3.1545, "words": ["harbour", "reform", "dockers", "terminal"]},
    {"name": "gap", "value": 30.1, "weight": -0.0082, "words": []},
])  # fmt: skip
# Of stories of several one in so many has a text by a model, of articles one in so many prints a rating.
_A_MODELS, _PRINTING = 200, 500
_PROMPT = "Say in your own words what these articles say, and cite each. " * 30


def _pool() -> list[str]:
    dice = random.Random(1)
    names = [f"{word.capitalize()}{ending}" for word in WORDS for ending in ("", "by", "ton", "wick")]
    return [
        dice.choice(_FORMS).format(dice.choice(names), *dice.choices(WORDS, k=4),
                                   n=dice.randrange(20, 9000), m=dice.randrange(2, 2000))
        for _ in range(_POOL)
    ]  # fmt: skip


_SAID = _pool()
_AS_JSON = [json.dumps(sentence) for sentence in _SAID]


def text_of(article: int) -> str:
    """Gives the text of an article; no other has so many of its sentences that it were a copy."""
    return "\n".join(_SAID[place] for place in _places(article, SENTENCES))


def _places(article: int, count: int) -> Iterator[int]:
    """Draws sentences for an article, always the same: by Knuth's multiplier and the generator of Numerical Recipes."""
    drawn = article * 2654435761 % 2**32
    for _ in range(count):
        drawn = (drawn * 1664525 + 1013904223) % 2**32
        yield drawn * _POOL >> 32


def tell(workspace: Workspace) -> None:
    """Writes what was told of the articles and stories that stand; nothing of it is due for another look."""
    store = workspace.store
    with store.transaction():
        db = store.db.conn
        _brief_articles(db)
        _brief_stories(db)
        _print_ratings(db)
        _link(db)
        last = db.execute("select max(id) from story_changes").fetchone()[0]
        store.reference.set_settings({"storylines_upto": last})
    heed_settings(workspace)
    with store.transaction():
        store.reference.set_settings({"briefs_below": 0})


def _statements(article: int, first: int, count: int, others: Sequence[int] = ()) -> str:
    """Writes sentences of an article from the first on, each told by the others, too."""
    articles = ",".join(map(str, (article, *others)))
    places = list(_places(article, first + count))[first:]
    return "[" + ",".join(f'{{"text":{_AS_JSON[place]},"articles":[{articles}]}}' for place in places) + "]"


def _brief_articles(db: sqlite3.Connection) -> None:
    own = [row[0] for row in db.execute("select article_id from copies where method = 'itself' order by 1")]
    db.executemany(
        f"insert into article_briefs values (?, '{_MADE}', '{RULE}', '{_INPUTS}', 'en', ?, ?)",
        ((article, _statements(article, 0, 2), _statements(article, 2, 3)) for article in own),
    )


def _brief_stories(db: sqlite3.Connection) -> None:
    told = db.execute(
        "select story.id, story.origins, json_group_array(member.article_id) from stories story"
        " join story_articles member on member.story_id = story.id where story.origins > 1 group by story.id"
    ).fetchall()
    stories = [(story, origins, json.loads(articles)) for story, origins, articles in told]
    db.executemany(
        f"insert into briefs values (?, '{_MADE}', '{RULE}', ?, 'en', ?, 1, ?, ?, ?, ?, ?)",
        (_brief(story, origins, articles) for story, origins, articles in stories),
    )
    db.executemany(
        "insert into generated_briefs (story_id, made, model, notice, prompt, inputs, summary, key_points, dropped)"
        f" values (?, '{_MADE}', 'a-model', 'This summary has been generated by AI (a-model).', ?, ?, ?, ?, '[]')",
        (
            (story, _PROMPT, json.dumps([{"article": article, "hash": _INPUTS} for article in articles]),
             _statements(articles[0], 0, 3), _statements(articles[0], 3, 4))
            for story, _, articles in stories[::_A_MODELS]
        ),
    )  # fmt: skip


def _brief(story: int, origins: int, articles: list[int]) -> tuple[object, ...]:
    one, other, last = articles[0], articles[1], articles[-1]
    texts = ",".join(f'"{article}":"{_INPUTS}"' for article in articles)
    return (
        story, f"{_INPUTS} {_INPUTS} {{{texts}}}", origins,
        _statements(one, 0, 1)[1:-1], _statements(one, 0, _STORY_SENTENCES, [other]),
        _statements(last, 0, _STORY_POINTS), _statements(one, 0, _AGREED, articles[1:3]),
        f'{{"left":{_statements(other, 3, _ALONE)}}}',
    )  # fmt: skip


def _print_ratings(db: sqlite3.Connection) -> None:
    db.execute(
        "insert into printed_ratings (article_id, provider, label, lean, seen) select id, 'AllSides', 'Lean Left', -1,"
        f" first_seen from articles where id % {_PRINTING} = 0"
    )


def _link(db: sqlite3.Connection) -> None:
    """Makes storylines: each begins at any time, and its stories are spread from there on."""
    stories = [row[0] for row in db.execute(_LINKED)]
    lines = list(_lines(len(stories)))
    sizes = np.bincount(lines)
    db.executemany(
        f"insert into storylines (id, title, made, stories) values (?, ?, '{_MADE}', ?)",
        ((line + 1, f"{WORDS[line % len(WORDS)]} and line {line}", int(size)) for line, size in enumerate(sizes)),
    )
    before: dict[int, int] = {}
    for story, line in zip(stories, lines, strict=True):
        matched = before.get(line)
        db.execute(
            "insert into storyline_stories (story_id, storyline_id, matched_story_id, score, reasons)"
            " values (?, ?, ?, ?, ?)",
            [story, line + 1, matched, 0.9 if matched else 1.0, _REASONS if matched else "[]"],
        )
        before[line] = story


def _lines(stories: int) -> Iterator[int]:
    """Gives the storyline of each story, in the order of the stories' times."""
    dice = np.random.default_rng(3)
    sizes = np.minimum(2 * (dice.pareto(1.2, stories // 2 + 1) + 1), _LARGEST).astype(int).tolist()
    count = 1 + sum(so_far < stories for so_far in accumulate(sizes))
    times = [(dice.uniform(0, 365) + np.cumsum(dice.exponential(_GAP_DAYS, size))) % 365 for size in sizes[:count]]
    line = np.repeat(np.arange(len(times)), [len(some) for some in times])[:stories]
    order = np.argsort(np.concatenate(times)[:stories], kind="stable") if stories else []
    yield from line[order].tolist()
