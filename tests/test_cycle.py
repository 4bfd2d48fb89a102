"""Grouping over the store: new articles are placed, late ones join, ids and addresses last."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from aggregator.cycle import group_articles
from aggregator.models import ArticleDraft, CopyLink, Document, DraftKind, Member
from aggregator.open_window import OpenWindow
from aggregator.workspace import Workspace

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
DAM_LEAD = (
    "Engineers found cracks in the Merrow dam on Tuesday and 400 families were told to leave the valley below it."
)
RATE = "Central bank of Estmere holds interest rate at 4.25 per cent"
RATE_LEAD = "The central bank of Estmere kept its key interest rate at 4.25 per cent, as most analysts had expected."


def article(outlet: str, title: str, summary: str, hours: float = 0.0, **values: object) -> ArticleDraft:
    url = f"http://{outlet}/{title.lower().replace(' ', '-')}-{hours}"
    moment = NOON + timedelta(hours=hours)
    return replace(ArticleDraft(DraftKind.IMPORT, url, url, title, summary=summary, published=moment), **values)


DAM_LEFT = article("left.example", "Merrow dam cracks force 400 families from their homes", DAM_LEAD)
DAM_RIGHT = article(
    "right.example", "400 families told to leave valley as Merrow dam cracks",
    "Four hundred families must leave the valley: engineers found cracks in the Merrow dam on Tuesday.",
    1.5)  # fmt: skip
RATE_CENTER = article("center.example", RATE, RATE_LEAD, 2.0)
DAM_LATE = article(
    "center.example", "Engineers: cracks in Merrow dam are deeper than feared, 400 families stay away",
    "The cracks that engineers found in the Merrow dam are deeper than feared, and 400 families can't return.",
    20.0)  # fmt: skip


def stories(workspace: Workspace) -> dict[str, int]:
    """Maps each headline to its story."""
    rows = workspace.store.db.execute(
        "select article.title, member.story_id from story_articles member"
        " join articles article on article.id = member.article_id"
    )
    return dict(rows.fetchall())


def test_articles_of_one_event_stand_in_one_story(workspace: Workspace) -> None:
    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT, RATE_CENTER])
    report = group_articles(workspace)
    placed = stories(workspace)
    assert placed[DAM_LEFT.title] == placed[DAM_RIGHT.title] != placed[RATE_CENTER.title]
    assert (report.new_articles, report.new_stories) == (3, 2)
    [counts] = workspace.store.db.query("select * from stories where id = ?", [placed[DAM_LEFT.title]])
    assert (counts["articles"], counts["outlets"], counts["owners"], counts["origins"]) == (2, 2, 2, 2)
    assert (counts["first_published"], counts["last_published"]) == ("2026-11-03T12:00:00Z", "2026-11-03T13:30:00Z")


def test_a_late_article_joins_the_story_under_its_old_id(workspace: Workspace) -> None:
    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT, RATE_CENTER])
    group_articles(workspace)
    before = stories(workspace)
    workspace.ingest().add(DAM_LATE)
    group_articles(workspace)
    after = stories(workspace)
    assert before.items() <= after.items()
    assert after[DAM_LATE.title] == before[DAM_LEFT.title]


def test_grouping_again_changes_nothing(workspace: Workspace) -> None:
    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT, RATE_CENTER])
    group_articles(workspace)
    before = workspace.store.db.execute("select * from stories").fetchall()
    assert group_articles(workspace).new_articles == 0
    assert workspace.store.db.execute("select * from stories").fetchall() == before


def test_every_link_gives_its_reason(workspace: Workspace) -> None:
    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT])
    group_articles(workspace)
    rows = workspace.store.db.execute(
        "select matched_article_id, json_array_length(reasons) from story_articles order by article_id"
    ).fetchall()
    assert rows[0] == (None, 0)
    assert rows[1][0] == 1
    assert rows[1][1] > 0


def test_what_is_stored_names_words_as_they_are_written(workspace: Workspace) -> None:
    plain = replace(DAM_RIGHT, summary=None, body=DAM_RIGHT.summary)
    workspace.ingest().add_all([DAM_LEFT, plain])
    group_articles(workspace)
    [(told,)] = workspace.store.db.execute("select reasons from story_articles where article_id = 2").fetchall()
    words = {word for reason in json.loads(told) for word in reason["words"]}
    assert "Merrow" in words
    assert "merrow" not in words


def test_a_reprint_is_one_origin_and_no_second_voice(workspace: Workspace) -> None:
    body = " ".join(
        f"{DAM_LEAD} The mayor of Merrow thanked the volunteers and asked everybody for patience. {n}" for n in "ab"
    )
    copies = [
        article(outlet, DAM_LEFT.title, DAM_LEAD, hour, body=f"MERROW (National Wire) - {body}")
        for hour, outlet in enumerate(("left.example", "right.example", "center.example"))
    ]
    workspace.ingest().add_all([*copies, DAM_RIGHT])
    group_articles(workspace)
    [bias] = workspace.store.db.query("select * from story_bias")
    assert (bias["articles"], bias["outlets"], bias["origins"]) == (4, 3, 2)
    assert bias["left"] + bias["center"] + bias["right"] + bias["unrated"] == bias["origins"]
    assert (bias["left_outlets"], bias["center_outlets"], bias["right_outlets"]) == (1, 1, 1)


def test_a_page_that_names_another_as_the_original_is_its_copy(workspace: Workspace) -> None:
    copy = article("right.example", "Families flee", "An own blurb.", 3.0, canonical_url=DAM_LEFT.url)
    workspace.ingest().add_all([DAM_LEFT, copy])
    group_articles(workspace)
    rows = workspace.store.db.execute(
        "select copy.method, copy.score, origin.kind, original.url from copies copy"
        " join origins origin on origin.id = copy.origin_id join articles original"
        " on original.id = origin.representative_id order by copy.article_id"
    ).fetchall()
    assert rows == [("itself", 1.0, "reprint", DAM_LEFT.url), ("canonical", 1.0, "reprint", DAM_LEFT.url)]


def test_a_canonical_link_to_an_old_address_leads_to_the_article(workspace: Workspace) -> None:
    copy = article("right.example", "Families flee", "An own blurb.", 3.0, canonical_url=DAM_LEFT.url)
    workspace.ingest().add_all([DAM_LEFT, copy])
    with workspace.store.transaction():
        workspace.store.articles.move(1, DAM_LEFT.url, "http://left.example/moved")
    found = [document.canonical for document in workspace.store.articles.documents("", "~")]
    assert found == [None, "http://left.example/moved"]


def test_an_agencys_own_article_stands_for_its_copies_though_it_comes_later(workspace: Workspace) -> None:
    body = f"MERROW (National Wire) - {DAM_LEAD} " + " ".join(f"Sentence {n} of it follows here." for n in range(20))
    copy = article("left.example", "Dam cracks", DAM_LEAD, 0.0, body=body, wire="National Wire")
    own = article("nationalwire.example", "Merrow dam cracks", DAM_LEAD, 1.0, body=body, wire="National Wire")
    workspace.ingest().add_all([copy])
    group_articles(workspace)
    workspace.ingest().add_all([own])
    group_articles(workspace)
    rows = workspace.store.db.execute(
        "select copy.article_id, copy.method, origin.kind, origin.representative_id from copies copy"
        " join origins origin on origin.id = copy.origin_id order by 1"
    ).fetchall()
    assert rows == [(1, "exact", "wire", 2), (2, "itself", "wire", 2)]
    assert workspace.store.db.execute("select count(*) from origins").fetchone() == (1,)
    [reasons] = workspace.store.db.execute("select reasons from story_articles where article_id = 2").fetchone()
    assert json.loads(reasons)[0]["words"] == ["exact"]


def test_a_story_that_loses_its_members_leads_on(workspace: Workspace) -> None:
    ingest = workspace.ingest()
    ingest.add_all([DAM_LEFT, DAM_RIGHT])
    group_articles(workspace)
    stories_ = workspace.store.stories
    with workspace.store.transaction():
        other = stories_.found("2026-11-03T12:00:00Z")
        run = workspace.store.start_run("group", "0", "0", "2026-11-03T12:00:00Z")
        stories_.place([(Member(1, other, 1, 1.0, None), other), (Member(2, other, 1, 1.0, 1), other)], run)
        stories_.merge(1, other)
        third = stories_.found("2026-11-03T12:00:00Z")
        stories_.merge(other, third)
    rows = workspace.store.db.execute("select id, state, merged_into from stories order by id").fetchall()
    assert rows == [(1, "merged", other), (other, "merged", third), (third, "open", None)]
    assert [stories_.living(story) for story in (1, other, third)] == [third] * 3


def test_a_story_closes_when_its_window_is_over_and_opens_for_a_late_article(workspace: Workspace) -> None:
    def states() -> list[str]:
        return [state for (state,) in workspace.store.db.execute("select state from stories order by id")]

    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT])
    group_articles(workspace)
    workspace.ingest().add(article("center.example", RATE, RATE_LEAD, 24.0 * 7 + 2))
    group_articles(workspace)
    assert states() == ["closed", "open"]
    workspace.ingest().add(DAM_LATE)
    group_articles(workspace)
    assert states() == ["open", "open"]


def test_an_origin_outside_the_window_is_kept(workspace: Workspace) -> None:
    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT, RATE_CENTER])
    with workspace.store.transaction():
        stories_ = workspace.store.stories
        first = [CopyLink(1, 1, "original", 1.0, "itself"), CopyLink(2, 1, "original", 0.9, "contained")]
        stories_.set_origins(first, {1, 2})
        assert stories_.set_origins([CopyLink(2, 2, "original", 1.0, "itself")], {2}) == set()
        late = [CopyLink(2, 2, "original", 1.0, "itself"), CopyLink(3, 2, "original", 0.8, "exact")]
        assert stories_.set_origins(late, {2, 3}) == {3}
    rows = workspace.store.db.execute("select article_id, method, origin_id from copies order by 1").fetchall()
    assert rows == [(1, "itself", 1), (2, "contained", 1), (3, "exact", 1)]


def test_two_articles_of_one_guid_arrive_in_the_order_of_their_addresses(workspace: Workspace) -> None:
    workspace.ingest().add_all([replace(DAM_LEFT, guid="7"), replace(DAM_RIGHT, guid="7"), RATE_CENTER])
    one, other, third = (d.order for d in workspace.store.articles.documents("1990", "2030"))
    assert len({one, other, third}) == 3
    assert one[:32] == other[:32] != third[:32]


def test_origins_are_stored_without_a_look_at_all_of_them(workspace: Workspace) -> None:
    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT, RATE_CENTER])
    db, asked = workspace.store.db, list[str]()
    with workspace.store.transaction():
        db.conn.set_trace_callback(asked.append)
        first = [CopyLink(1, 1, "original", 1.0, "itself"), CopyLink(2, 1, "original", 0.9, "contained")]
        workspace.store.stories.set_origins(first, {1, 2})
        workspace.store.stories.set_origins([CopyLink(n, 2, "original", 1.0, "itself") for n in (1, 2)], {1, 2})
        db.conn.set_trace_callback(None)
    assert db.execute("select representative_id from origins").fetchall() == [(2,)]
    plans = {row[3] for sql in asked for row in db.execute(f"explain query plan {sql}").fetchall()}
    assert not {plan for plan in plans if plan.startswith("SCAN") and "json_each" not in plan}


def test_a_kept_window_reads_only_what_is_new(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    window = OpenWindow()
    workspace.ingest().add_all([DAM_LEFT, DAM_RIGHT, RATE_CENTER])
    group_articles(workspace, window)
    assert len(window) == 3
    read = workspace.store.articles.documents_of
    asked: list[list[int]] = []

    def noting(articles: Iterable[int]) -> Iterator[Document]:
        asked.append(sorted(articles))
        return read(asked[-1])

    monkeypatch.setattr(workspace.store.articles, "documents_of", noting)
    workspace.ingest().add(DAM_LATE)
    group_articles(workspace, window)
    new, worded = (articles for articles in asked if articles)
    assert (new, worded) == ([4], [1, 4]), "then the two articles whose words the reason names"
    assert stories(workspace)[DAM_LATE.title] == stories(workspace)[DAM_LEFT.title]
