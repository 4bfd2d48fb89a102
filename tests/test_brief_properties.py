"""What holds of every brief, whatever the story: drawn stories, and a checker of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as some
from rapidfuzz.distance import LCSseq

from aggregator.briefs import Brief, Source, Statement, brief_of
from aggregator.briefs.sentences import sentences_of
from aggregator.models import Scope

_WHO = ["Mayor Tilda Brask", "The council of Vessholm", "Harbour master Piet Daal", "The Seafarers' Union",
        "Ornö's school", "She", "The coast guard of Harkmoor", "Engineer Wim Adair"]  # fmt: skip
_DID = ["closed the ferry line", "rejected a plan for a bridge", "raised the fares by 12 percent",
        "did not sell the wharf", "opened an inquiry into 40 accidents", "promised 3.5 million crowns",
        "lost a vote by 9 to 12",
        "will repair the lighthouse"]  # fmt: skip
_WHEN = ["on Sunday", "last year", "in March 2024", "after a strike of the crews", "without a word to the captains",
         "before 400 guests", "on Friday", "at the old quay"]  # fmt: skip
_ODD = ['"A port is no museum of ours," {} said.', '"A port is no museum of ours."',
        "Sign up for our newsletter, says {}.", "PORT ALDER (National Wire) - {} spoke in the hall.",
        "Was it {}?", "Photo: {}"]  # fmt: skip

_plain = some.builds("{} {} {}.".format, some.sampled_from(_WHO), some.sampled_from(_DID), some.sampled_from(_WHEN))
_odd = some.builds(str.format, some.sampled_from(_ODD), some.sampled_from(_WHO))
_texts = some.lists(some.one_of(_plain, _plain, _plain, _odd), max_size=8).map("\n".join)
_sides = some.sampled_from(["left", "right", "left", "right", "center", None])
_scopes = some.sampled_from([Scope.NEWS, Scope.NEWS, Scope.NEWS, Scope.OPINION])
_kinds = some.sampled_from(["publisher"] * 5 + ["machine", "aggregator"])
_days = some.integers(0, 6).map(lambda days: date(2026, 11, 16) + timedelta(days))
_drafts = some.tuples(_sides, _texts, some.sampled_from(["en", "en", "en", "en", "de"]), _days, _scopes, _kinds,
                      some.integers(0, 9))  # fmt: skip


def _story(drafts: list[tuple[str | None, str, str, date, Scope, str, int]]) -> list[Source]:
    """Makes the articles; one in ten is a copy of the article before it."""
    made: list[Source] = []
    for number, (side, text, language, day, scope, kind, copied) in enumerate(drafts, 1):
        one = Source(number, number, side, f"Ferry line {number}", text, language, day, scope, kind)
        if made and copied == 0:
            one = replace(made[-1], id=number, side=side)
        made.append(one)
    return made


stories = some.lists(_drafts, min_size=1, max_size=9).map(_story)


def _every(brief: Brief) -> Iterator[Statement]:
    yield from (*brief.summary, *brief.key_points, *brief.agree)
    for found in brief.only_said_by.values():
        yield from found


def _bare(text: str) -> str:
    return re.sub(r" \[[^]]*\d[^]]*\]", "", text)


@settings(max_examples=60, deadline=None)
@given(stories, some.sampled_from([0, 80, 150, 600]))
def test_every_sentence_is_its_articles_own_within_the_budget(story: list[Source], characters: int) -> None:
    brief = brief_of(story, characters)
    by_id = {source.id: source for source in story}
    taken: dict[int, set[str]] = {}
    for statement in _every(brief):
        own = by_id[statement.articles[0]]
        bare = _bare(statement.text)
        assert bare in own.text
        assert (own.scope, own.text_kind, own.language) == (Scope.NEWS, "publisher", brief.language)
        assert len({by_id[article].origin for article in statement.articles}) == len(statement.articles)
        assert not bare.startswith(("Photo", "Sign up", "PORT ALDER"))
        assert brief.language != "en" or not bare.startswith("She ")
        assert '"' not in bare or " said." in bare
        taken.setdefault(own.origin, set()).add(bare)
    assert all(sum(map(len, found)) <= characters for found in taken.values())
    assert brief.sources + brief.left_out == len({source.origin for source in story})


@settings(max_examples=60, deadline=None)
@given(stories)
def test_both_parties_are_heard_or_neither_and_nothing_is_told_twice(story: list[Source]) -> None:
    brief = brief_of(story)
    side = {source.id: source.side for source in story}
    own = [source for source in story if source.id == source.origin and source.text_kind == "publisher"]
    wrote = {source.side for source in own if source.language == brief.language
             and any(sentence.usable for sentence in sentences_of(source))}  # fmt: skip
    for found in (brief.summary, brief.key_points):
        heard = {side[article] for statement in found for article in statement.articles} & {"left", "right"}
        assert len(heard) != 1 or not {"left", "right"} <= wrote
    assert (len(brief.summary) <= 4, len(brief.key_points) <= 6) == (True, True)
    for one, other in combinations([_bare(statement.text) for statement in (*brief.summary, *brief.key_points)], 2):
        assert LCSseq.normalized_similarity(one.split(), other.split()) < 0.8


@settings(max_examples=40, deadline=None)
@given(stories, some.randoms(use_true_random=False))
def test_the_lists_hold_what_they_say_in_any_order(story: list[Source], chance: object) -> None:
    brief = brief_of(story)
    side = {source.id: source.side for source in story}
    for statement in brief.agree:
        assert len({side[article] for article in statement.articles} - {None}) > 1
    for name, found in brief.only_said_by.items():
        for statement in found:
            assert {side[article] for article in statement.articles} == {name}
    mixed = list(story)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert brief_of(mixed) == brief
