"""What a draft does to a stored article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations, pairwise
from typing import Any

import pytest

from aggregator.decide import (
    Decision,
    Insert,
    Revision,
    Skip,
    StoredArticle,
    TextField,
    Update,
    decide,
    repeated,
    said,
    same_article,
    steadied,
)
from aggregator.models import ArticleDraft, BodyStatus, DraftKind, LanguageSource, Scope
from demo.newsroom import Newsroom

FEED = ArticleDraft(
    DraftKind.FEED, "https://left.example/a", "https://left.example/a", "Harbour bill passes", summary="S"
)
PAGE = replace(
    FEED,
    draft_kind=DraftKind.PAGE,
    title="Harbour bill passes | Left",
    summary="Meta",
    body="One two three",
    word_count=3,
)
STORED = StoredArticle(
    id=1,
    url="https://left.example/a",
    title="Harbour bill passes",
    title_from=DraftKind.FEED,
    summary="S",
    summary_from=DraftKind.FEED,
)
READ = replace(STORED, body="One two three", body_from=DraftKind.PAGE, body_status="full")


def test_an_unknown_article_is_inserted() -> None:
    assert decide(FEED, None) == Insert()


@pytest.mark.parametrize(
    ("draft", "stored", "values", "revisions"),
    [
        pytest.param(
            replace(FEED, title="Harbour bill is law"),
            STORED,
            {"title": "Harbour bill is law", "title_from": "feed"},
            (Revision("title", "Harbour bill passes", "Harbour bill is law"),),
            id="a retitle is a revision",
        ),
        pytest.param(
            replace(FEED, language="de", language_from=LanguageSource.FEED),
            replace(STORED, language="en"),
            None,
            (),
            id="who told a language of old is not known, and nobody else is named for it",
        ),
        pytest.param(
            replace(PAGE, body_status=BodyStatus.FULL),
            STORED,
            {"body": "One two three", "body_from": "page", "body_status": "full", "word_count": 3},
            (),
            id="a page enriches and leaves the feed's headline",
        ),
        pytest.param(
            replace(PAGE, body="One two four", body_status=BodyStatus.FULL),
            READ,
            {"body": "One two four", "body_from": "page", "body_status": "full", "word_count": 3},
            (Revision("body", "One two three", "One two four"),),
            id="a page that changes is a revision of the body",
        ),
        pytest.param(
            FEED,
            replace(STORED, title="Harbour | Left", title_from=DraftKind.PAGE),
            {"title": "Harbour bill passes", "title_from": "feed"},
            (),
            id="the feed's headline replaces the page's without being a change",
        ),
        pytest.param(
            replace(FEED, byline="A. Writer"), STORED, {"byline": "A. Writer"}, (), id="what was unknown is filled in"
        ),
        pytest.param(
            replace(FEED, canonical_url="https://wire.example/a"),
            STORED,
            {"canonical": "https://wire.example/a"},
            (),
            id="a canonical link to another host is kept",
        ),
        pytest.param(
            replace(FEED, canonical_url="https://wire.example/b"),
            replace(STORED, canonical="https://wire.example/a"),
            None,
            (),
            id="the first one",
        ),
        pytest.param(
            replace(FEED, byline="B. Writer"),
            replace(STORED, byline="A. Writer", image="i"),
            None,
            (),
            id="what is known stays",
        ),
        pytest.param(
            replace(FEED, summary=None), STORED, None, (), id="a blurb that is missing this time deletes nothing"
        ),
        pytest.param(
            replace(FEED, scope=Scope.OPINION), STORED, {"scope": "opinion"}, (), id="an opinion piece is marked"
        ),
        pytest.param(FEED, replace(STORED, scope="opinion"), None, (), id="and never turns back into news"),
        pytest.param(
            replace(FEED, summary="All in, said the “Keeper” …"),
            replace(STORED, summary='All in,  said the "Keeper" ...'),
            None,
            (),
            id="other quotes and spaces are no change",
        ),
        pytest.param(
            replace(FEED, summary="Q&A – see https://x.example/a?utm_source=rss"),
            replace(STORED, summary="Q&amp;A - see https://x.example/a?utm_source=mail"),
            None,
            (),
            id="nor are entities, dashes and tracking",
        ),
        pytest.param(
            replace(FEED, summary="It rained all day in Alder…"),
            replace(STORED, summary="It rained all day in Alder and Thorn"),
            None,
            (),
            id="nor is a shorter cut of one blurb",
        ),
        pytest.param(
            replace(FEED, title="HARBOUR BILL passes"),
            STORED,
            {"title": "HARBOUR BILL passes", "title_from": "feed"},
            (Revision("title", "Harbour bill passes", "HARBOUR BILL passes"),),
            id="capitals are one",
        ),
        pytest.param(
            replace(PAGE, body="Subscribe to read", body_status=BodyStatus.TEASER),
            READ,
            None,
            (),
            id="a page that is locked later takes nothing away",
        ),
        pytest.param(
            replace(PAGE, body=None, word_count=None, flags=("noarchive",)),
            replace(READ, flags='["no_date"]'),
            {
                "body": None,
                "body_from": None,
                "body_status": None,
                "word_count": None,
                "flags": '["no_date", "noarchive"]',
            },
            (),
            id="a page that asks not to be kept any more is not",
        ),
        pytest.param(
            replace(PAGE, body_status=BodyStatus.FULL),
            replace(STORED, body_status="full", flags='["body_purged"]'),
            None,
            (),
            id="a purged text does not come back",
        ),
    ],
)
def test_a_known_article(
    draft: ArticleDraft, stored: StoredArticle, values: dict[str, object] | None, revisions: tuple[Revision, ...]
) -> None:
    assert decide(draft, stored) == (Skip() if values is None else Update(values, revisions))


A, B, C = "Senate votes", "Senate at a standstill", "Senate goes home"


def changes(*titles: str) -> list[Revision]:
    return [Revision("title", old, new) for old, new in pairwise(titles)]


@pytest.mark.parametrize(
    ("had", "new", "taken"),
    [
        pytest.param([A], B, True, id="a change"),
        pytest.param([A, B], A, True, id="changed back"),
        pytest.param([A, B, A], C, True, id="changed back and then anew"),
        pytest.param([A, B, A], B, True, id="the newer text once more"),
        pytest.param([A, B, A, B], A, False, id="alternating"),
        pytest.param([A, B, C, A], B, True, id="three in turn"),
    ],
)
def test_a_feed_that_alternates_between_two_headlines(had: list[str], new: str, taken: bool) -> None:
    stored = replace(STORED, title=had[-1])
    update = decide(replace(FEED, title=new), stored)
    assert isinstance(update, Update)
    expected: Decision = update if taken else Update({"flags": '["alternates"]'})
    assert steadied(update, stored, changes(*had)) == expected
    again = replace(stored, flags='["alternates"]')
    assert steadied(update, again, changes(*had)) == (update if taken else Skip())


@pytest.mark.parametrize(
    ("before", "now", "silent"),
    [
        pytest.param(None, FEED, {"title", "summary", "body"}, id="a feed that comes late has its own words"),
        pytest.param(FEED, FEED, {"title", "summary", "body"}, id="a feed that repeats itself"),
        pytest.param(FEED, replace(FEED, title=A), {"summary", "body"}, id="a headline that it changed"),
        pytest.param(FEED, replace(FEED, body="Text"), {"title", "summary"}, id="a text that it adds"),
    ],
)
def test_what_a_feed_repeats(before: ArticleDraft | None, now: ArticleDraft, silent: set[TextField]) -> None:
    assert repeated(said(now), said(before) if before else None) == silent


def test_two_feeds_with_two_headlines_are_no_change() -> None:
    other = replace(FEED, title="Bill on the harbour: the vote", summary="Other words")
    assert decide(other, STORED, repeated(said(other), None)) == Skip()
    assert decide(other, STORED, repeated(said(other), said(other))) == Skip()


BLURB = "The Harbour Reform Bill, which lets investors buy half of the port, was carried by three votes."


@pytest.mark.parametrize(
    ("title", "summary", "stored_title", "stored_summary", "same"),
    [
        pytest.param("All is different now", BLURB, "Senate close to vote", BLURB, True, id="only the summary stayed"),
        pytest.param("All is different now", BLURB.replace("three votes", "a single vote"), "Senate close to vote",
                     BLURB, True, id="and was edited"),
        pytest.param("How to sell a harbour you do not own", "A columnist looks back at the dockers' long summer.",
                     "They fined a choir. Remember that when they write the next protest law", BLURB, False,
                     id="headlines half alike, summaries not"),
        pytest.param("All is different now", "Read the whole report", "Senate close to vote",
                     "Read the whole report", False, id="a label is no summary"),
        pytest.param("Senate close to vote on the harbour", BLURB, "Senate close to vote on harbour bill", None, True,
                     id="no summary before"),
    ],
)  # fmt: skip
def test_summaries_tell_a_retitle_from_a_reused_guid(
    title: str, summary: str, stored_title: str, stored_summary: str | None, same: bool
) -> None:
    draft = replace(FEED, url="https://x.example/new", title=title, summary=summary)
    assert same_article(draft, "https://x.example/old", stored_title, stored_summary) is same


@pytest.mark.parametrize(
    ("url", "title", "stored_url", "stored_title", "same"),
    [
        pytest.param(
            "https://x.example/new-slug-1234567", "All is different now",
            "https://x.example/old-slug-1234567", "Senate close to vote", True, id="the address carries the same id"),
        pytest.param(
            "https://x.example/harbour-bill-is-law", "Harbour bill is law after night session",
            "https://x.example/harbour-bill-passes", "Harbour bill passes after night session", True,
            id="the headline was edited"),
        pytest.param(
            "https://x.example/20261103/storm", "Storm closes schools in the north",
            "https://x.example/20261103/budget", "Budget vote put off again", False,
            id="a date in the address is no id"),
        pytest.param(
            "https://x.example/b", "Storm closes schools in the north",
            "https://x.example/a", "Budget vote put off again", False, id="a reused guid"),
    ],
)  # fmt: skip
def test_a_guid_that_comes_back_with_another_address(
    url: str, title: str, stored_url: str, stored_title: str, same: bool
) -> None:
    assert same_article(replace(FEED, url=url, title=title), stored_url, stored_title) is same


# Events of the demo newsroom that one follows the other, told in like words.
AFFAIRS = ({"harbour-bill", "harbour-bill-laid"}, {"river-spills", "dead-fish"})


def test_a_reused_guid_is_told_from_a_retitle_at_the_rate_that_is_stated() -> None:
    newsroom = Newsroom.load(datetime(2026, 11, 23, 12, tzinfo=UTC))
    before = {article.id: article for article in newsroom.state(1).articles}
    after = newsroom.state(2).articles
    retitled = [(before[a.id], a) for a in after if a.id in before and before[a.id].title != a.title]
    others = [(a, b) for a, b in combinations(after, 2) if a.outlet == b.outlet]
    assert (len(retitled), len(others)) == (3, 497)

    def taken_for_same(pairs: Sequence[tuple[Any, Any]], summaries: bool) -> int:
        return sum(
            same_article(
                replace(FEED, url="https://x.example/new", title=new.title, summary=new.summary if summaries else None),
                "https://x.example/old", old.title, old.summary,
            )
            for old, new in pairs
        )  # fmt: skip

    assert taken_for_same(retitled, True) == 3
    follow_ups = [(a, b) for a, b in others if {a.event, b.event} in AFFAIRS]
    assert taken_for_same(others, True) == taken_for_same(follow_ups, True) == 4
    assert taken_for_same(retitled, False) == 2
    assert taken_for_same(others, False) == 25
