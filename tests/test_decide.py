"""What a draft does to a stored article."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import pytest

from aggregator.decide import Insert, Revision, Skip, StoredArticle, Update, decide, same_article
from aggregator.models import ArticleDraft, BodyStatus, DraftKind, Scope
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
    ],
)
def test_a_known_article(
    draft: ArticleDraft, stored: StoredArticle, values: dict[str, object] | None, revisions: tuple[Revision, ...]
) -> None:
    assert decide(draft, stored) == (Skip() if values is None else Update(values, revisions))


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


def test_a_reused_guid_is_told_from_a_retitle_at_the_rate_that_is_stated() -> None:
    newsroom = Newsroom.load(datetime(2026, 11, 23, 12, tzinfo=UTC))
    before = {article.id: article.title for article in newsroom.state(1).articles}
    after = newsroom.state(2).articles
    retitled = [(before[a.id], a.title) for a in after if a.id in before and before[a.id] != a.title]
    others = [(a.title, b.title) for a, b in combinations(after, 2) if a.outlet == b.outlet]

    def taken_for_same(pairs: list[tuple[str, str]]) -> float:
        same = [same_article(replace(FEED, url="https://x.example/new", title=new), "https://x.example/old", old)
                for old, new in pairs]  # fmt: skip
        return sum(same) / len(pairs)

    assert taken_for_same(retitled) >= 2 / 3
    assert taken_for_same(others) <= 0.05
