"""A person's word on topics: it beats section and words, outlives both, and is taken back as other rulings are."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aggregator.errors import AggregatorError, NotFoundError, UsageError
from aggregator.overrides import merge, pin, rule_topic, state, undo_topic
from aggregator.rebuild import rebuild
from aggregator.rights import forget
from aggregator.store.publish import publish
from aggregator.workspace import Workspace, tell_topics
from tests.test_cli_rights import Say, say
from tests.test_overrides import newsroom, stories

__all__ = ["newsroom", "say"]

DAM, OTHER = "1", "2"


def topics(workspace: Workspace) -> dict[int, tuple[str | None, str | None]]:
    rows = workspace.store.db.execute("select id, topic, topic_from from articles order by id").fetchall()
    return {article: (topic, told) for article, topic, told in rows}


def ruled(workspace: Workspace) -> dict[int, str | None]:
    """Maps the articles that a person ruled on to their topic."""
    return {article: topic for article, (topic, told) in topics(workspace).items() if told == "person"}


def states(workspace: Workspace) -> list[str]:
    return [state(act) for act in workspace.store.topic_rulings.acts()]


def test_a_person_rules_what_an_article_is_about(newsroom: Workspace) -> None:
    said = rule_topic(newsroom, "a1", "War  and CONFLICT", "a dam was shelled")
    assert (said.act, said.articles, said.changed) == (1, (1,), 1)
    assert ruled(newsroom) == {1: "war and conflict"}
    assert newsroom.store.db.execute("select topic_told from articles where id = 1").fetchone() == ('["act 1"]',)
    (act,) = newsroom.store.topic_rulings.acts()
    assert (act.words, act.note, act.in_force) == ("topic a1 war and conflict", "a dam was shelled", True)


def test_on_a_story_it_is_on_each_of_its_articles(newsroom: Workspace) -> None:
    members = stories(newsroom)[1]
    assert rule_topic(newsroom, "s1", "climate").articles == tuple(members)
    assert ruled(newsroom) == dict.fromkeys(members, "climate")


def test_none_of_the_topics_is_a_ruling_too(newsroom: Workspace) -> None:
    rule_topic(newsroom, "a1", "sport")
    rule_topic(newsroom, "a1", "not told")
    assert topics(newsroom)[1] == (None, "person")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("update articles set title = 'Goalkeeper saves late penalty', section = 'Sport'", id="a headline"),
        pytest.param("delete from settings where key = 'topics_rule'", id="other lists"),
    ],
)
def test_it_outlives_that_the_topic_is_told_anew(newsroom: Workspace, change: str) -> None:
    rule_topic(newsroom, "a1", "science")
    store = newsroom.store
    with store.transaction():
        store.db.execute(change)
        store.topics.tell(1)
    tell_topics(store)
    assert ruled(newsroom) == {1: "science"}


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(None, id="none"),
        pytest.param("", id="empty"),
        pytest.param("  ", id="spaces"),
        pytest.param("a1", id="no topic"),
        pytest.param("a1 ", id="no topic after a space"),
    ],
)
def test_a_row_that_no_command_wrote_and_names_no_topic_rules_none(newsroom: Workspace, value: str | None) -> None:
    store = newsroom.store
    before = topics(newsroom)
    with store.transaction():
        row = ["2026-11-03T12:00:00Z", value]
        store.db.execute("insert into overrides (at, act, kind, article_a, value) values (?, 1, 'topic', 1, ?)", row)
        store.db.execute("delete from settings where key = 'topics_rule'")
    tell_topics(store)
    assert topics(newsroom) == before
    assert [act.words for act in store.topic_rulings.acts()] == ["topic a1"]
    undo_topic(newsroom, 1)
    assert topics(newsroom) == before


def test_it_outlives_a_regrouping(newsroom: Workspace) -> None:
    rule_topic(newsroom, DAM, "science")
    before = ruled(newsroom)
    merge(newsroom, DAM, OTHER)
    rebuild(newsroom)
    assert ruled(newsroom) == before


def test_the_later_word_wins_and_the_earlier_holds_again_when_it_is_taken_back(newsroom: Workspace) -> None:
    members = stories(newsroom)[1]
    rule_topic(newsroom, DAM, "science")
    said = rule_topic(newsroom, f"a{members[0]}", "health")
    assert said.contradicted == ((1, False),)
    assert ruled(newsroom) == dict.fromkeys(members, "science") | {members[0]: "health"}
    assert states(newsroom) == ["partly contradicted by act 2", ""]
    assert rule_topic(newsroom, DAM, "climate").contradicted == ((1, True), (2, True))
    assert undo_topic(newsroom, 3).told == ("part of act 1 is in force again", "act 2 is in force again")  # type: ignore[union-attr]
    assert undo_topic(newsroom, 2).told == ("act 1 is in force again",)  # type: ignore[union-attr]
    assert ruled(newsroom) == dict.fromkeys(members, "science")


@pytest.mark.parametrize("order", [(1, 2, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)], ids=str)
def test_when_all_is_taken_back_the_rule_tells_again(newsroom: Workspace, order: tuple[int, ...]) -> None:
    before = topics(newsroom)
    for target, topic in ((DAM, "science"), ("a1", "health"), (DAM, "not told")):
        rule_topic(newsroom, target, topic)
    for act in order:
        undo_topic(newsroom, act)
    assert topics(newsroom) == before
    assert all(told.startswith("taken back by a person on ") for told in states(newsroom))
    with pytest.raises(AggregatorError, match=r"act 1 \(topic s1 science\) was taken back on"):
        undo_topic(newsroom, 1)


def test_an_act_on_something_else_is_left_to_others(newsroom: Workspace) -> None:
    merge(newsroom, DAM, OTHER)
    assert undo_topic(newsroom, 1) is None
    assert rule_topic(newsroom, "a1", "sport").act == 2


@pytest.mark.parametrize(
    ("target", "topic", "error", "told"),
    [
        pytest.param("a1", "sports", UsageError, 'no topic .sports. .did you mean "sport".*crime and', id="typo"),
        pytest.param("a99", "sport", NotFoundError, "no article a99", id="no article"),
        pytest.param("99", "sport", NotFoundError, "no story 99", id="no story"),
        pytest.param("a1", "health", UsageError, "act 1 says that already", id="said before"),
    ],
)  # fmt: skip
def test_what_can_not_be_ruled_is_refused_and_leaves_nothing(
    newsroom: Workspace, target: str, topic: str, error: type[Exception], told: str
) -> None:
    rule_topic(newsroom, "a1", "health")
    with pytest.raises(error, match=told):
        rule_topic(newsroom, target, topic)
    assert len(newsroom.store.topic_rulings.acts()) == 1


def test_an_article_that_is_removed_takes_its_ruling_along(newsroom: Workspace) -> None:
    members = stories(newsroom)[1]
    rule_topic(newsroom, DAM, "science")
    forget(newsroom, f"a{members[0]}")
    (act,) = newsroom.store.topic_rulings.acts()
    assert act.articles == tuple(members[1:])


def test_it_is_published_with_the_ruling(newsroom: Workspace) -> None:
    rule_topic(newsroom, "a1", "science", "of tides")
    report = publish(newsroom.store.path, summary_characters=300)
    with sqlite3.connect(report.path) as published:
        assert published.execute("select topic, topic_from, topic_told from articles where id = 1").fetchone() == (
            "science", "person", '["act 1"]')  # fmt: skip
        assert published.execute("select kind, article_a, value, note from overrides").fetchall() == [
            ("topic", 1, "a1 science", "of tides")]  # fmt: skip
        counts = "select articles - by_section - by_words from topic_counts where topic = 'science' and by_person = 1"
        assert published.execute(counts).fetchone() == (1,)
    published.close()


def topics_of_stories(newsroom: Workspace) -> dict[int, str]:
    report = publish(newsroom.store.path, summary_characters=300)
    with closing(sqlite3.connect(report.path)) as published:
        return dict(published.execute("select story_id, topic from story_topics"))


def test_a_word_on_a_story_is_one_voice_in_another(newsroom: Workspace) -> None:
    left = stories(newsroom)[1][-1]
    rule_topic(newsroom, "s1", "sport")
    with newsroom.store.transaction():
        newsroom.store.db.execute("update articles set topic = 'climate', topic_from = 'words' where topic_from"
                                  " is not 'person'")  # fmt: skip
    pin(newsroom, f"a{left}", OTHER)
    found = topics_of_stories(newsroom)
    assert (found[1], found[2]) == ("sport", "climate")


def test_a_word_on_a_story_goes_along_where_it_is_merged(newsroom: Workspace) -> None:
    rule_topic(newsroom, "s2", "sport")
    merge(newsroom, DAM, OTHER)
    (kept,) = (story for story, articles in stories(newsroom).items() if set(ruled(newsroom)) <= set(articles))
    assert kept != 2
    assert topics_of_stories(newsroom)[kept] == "sport"


def test_it_is_ruled_listed_explained_and_taken_back_on_the_command_line(say: Say, tmp_path: Path) -> None:
    code, out, _ = say("topic", "a1", "war", "and", "conflict", "--note", "shelled\nfrom afar")
    assert (code, out) == (0, "1 topic of 1 article changed (act 1; `aggregator undo 1` takes it back)\n")
    told = json.loads(say("topic", "1", "science", "--json")[1])
    assert (told["act"], told["contradicted"]) == (2, [[1, True]])
    assert "topic s1 science" in say("explain", "1")[1]
    listed = say("undo")[1]
    assert "topic a1 war and conflict (shelled from afar); contradicted by act 2" in listed
    code, out, _ = say("undo", "2")
    assert (code, out.splitlines()[0]) == (0, "act 1 is in force again")
    code, _, err = say("topic", "a1", "gossip")
    assert (code, "the topics are politics, economy" in err) == (2, True)
