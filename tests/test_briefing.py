"""Briefs are written when a story changes, left alone when it does not, and hold no word of what was removed."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from aggregator import briefing
from aggregator.briefing import BriefReport, heed_settings, write_briefs
from aggregator.briefs.sentences import _read
from aggregator.config import Config
from aggregator.cycle import group_articles
from aggregator.errors import StoreError
from aggregator.models import ArticleDraft, DraftKind
from aggregator.overrides import merge, split, undo
from aggregator.rebuild import rebuild
from aggregator.rights import correct_outlet, forget, purge_bodies, take_back
from aggregator.store.briefs import Briefs
from aggregator.store.publish import publish
from aggregator.workspace import Workspace, open_workspace
from tests.conftest import RATINGS, Clock, config_in
from tests.schemas.make import FOLDER

NINE = datetime(2026, 11, 3, 9, tzinfo=UTC)
LEFT = """\
The Merrow dam cracked at dawn and 400 families left their homes along the river.
Engineers had warned the ministry of zzyzx in the concrete of the Merrow dam since 2019.
The union of dam workers blamed the ministry for cuts to its inspections at Merrow."""
RIGHT = """\
The Merrow dam cracked at dawn and 400 families left their homes along the river on Tuesday.
The operator of the Merrow dam opened two gates within the hour and lowered the lake by a metre.
Taxpayers in Merrow will pay 90 million crowns for repairs, the operator estimated."""
CENTER = """\
The Merrow dam cracked at dawn and 400 families left their homes, the fire service of Merrow said.
Schools in three villages below the Merrow dam stay closed until Friday."""
BANK = """\
The central bank of Freedonia held its interest rate at 4.25 per cent on Tuesday.
Seven of the nine members of the bank's board voted for the decision in Freedonia City."""


Opener = Callable[[], Workspace]


def draft(outlet: str, title: str, body: str, hours: int = 0, **told: Any) -> ArticleDraft:
    url = f"http://{outlet}.example/{title.lower().replace(' ', '-')}"
    return replace(
        ArticleDraft(DraftKind.IMPORT, url, url, title, body=body, language="en", word_count=60,
                     published=NINE + timedelta(hours=hours)),
        **told,
    )  # fmt: skip


DRAFTS = [
    draft("left", "Merrow dam cracks force 400 families from their homes", LEFT),
    draft("right", "400 families leave homes as Merrow dam cracks", RIGHT, 1),
    draft("center", "Merrow dam cracks and 400 families leave their homes", CENTER, 2),
    draft("left", "Central bank holds interest rate at 4.25 per cent", BANK),
]


def fill(workspace: Workspace) -> None:
    for one in DRAFTS:
        workspace.ingest().add(one)
    group_articles(workspace)


@pytest.fixture(scope="module")
def told_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("told")
    with open_workspace(config_in(folder), folder / "news.db", lambda: NINE + timedelta(hours=3)) as workspace:
        fill(workspace)
        assert write_briefs(workspace, again=None) == BriefReport(2, 1, 4)
    return folder / "news.db"


@pytest.fixture
def newsroom(told_file: Path, tmp_path: Path, open_db: Opener) -> Workspace:
    """Three articles on a dam (a1 left, a2 right, a3 center) in story 1, and a4 on a bank in story 2; all told."""
    shutil.copy(told_file, tmp_path / "news.db")
    return open_db()


def rows(workspace: Workspace, sql: str, *values: object) -> list[tuple[Any, ...]]:
    return workspace.store.db.execute(sql, values).fetchall()


def told(workspace: Workspace, story: int = 1) -> str:
    """All that the brief of a story says, as it is stored."""
    found = rows(
        workspace, "select headline, summary, key_points, agree, only_said_by from briefs where story_id = ?", story
    )
    return " ".join(found[0]) if found else ""


def set_to(workspace: Workspace, key: str, value: object) -> None:
    with workspace.store.transaction():
        workspace.store.reference.set_settings({key: value})


def makings(workspace: Workspace) -> dict[int, str]:
    return dict(rows(workspace, "select story_id, made from briefs"))


def again(workspace: Workspace, clock: Clock, **settings: Any) -> BriefReport:
    clock.forward(hours=1)
    return write_briefs(workspace, **settings)


def test_a_story_of_several_texts_is_told_and_each_article(newsroom: Workspace) -> None:
    assert rows(newsroom, "select story_id, language, sources, left_out, rule from briefs") == [
        (1, "en", 3, 0, briefing.RULE)
    ]
    assert rows(newsroom, "select article_id from article_briefs order by 1") == [(1,), (2,), (3,), (4,)]
    assert {article for (article,) in rows(newsroom, "select article_id from brief_articles where story_id = 1")} == {
        1, 2, 3,
    }  # fmt: skip


def test_its_sentences_are_rows_with_their_articles(newsroom: Workspace) -> None:
    parts = rows(newsroom, "select part, place, text, articles from brief_sentences where story_id = 1")
    stored = json.loads(rows(newsroom, "select summary from briefs")[0][0])
    assert [{"text": text, "articles": json.loads(of)} for part, _, text, of in parts if part == "summary"] == stored
    assert [place for part, place, *_ in parts if part == "summary"] == [*range(1, len(stored) + 1)]
    assert {text for part, _, text, _ in parts if part == "headline"} < {one.title for one in DRAFTS}
    sides = rows(newsroom, "select side, text from brief_sentences where part = 'only_said_by' order by 1, 2")
    assert ("left", LEFT.splitlines()[1]) in sides
    lines = rows(newsroom, "select text from article_brief_sentences where article_id = 4 order by part desc, place")
    assert [text.replace(" [3 November]", "") for (text,) in lines] == BANK.splitlines()


def test_what_did_not_change_is_left(newsroom: Workspace, clock: Clock) -> None:
    before = makings(newsroom)
    assert again(newsroom, clock) == BriefReport()
    set_to(newsroom, "briefs_upto", 0)
    assert again(newsroom, clock) == BriefReport(2)
    assert makings(newsroom) == before


def test_a_new_article_has_its_story_told_anew(newsroom: Workspace, clock: Clock) -> None:
    late = "Inspectors of Freedonia close the Merrow dam for a year, the government decided in the evening."
    newsroom.ingest().add(draft("rightweekly", "Merrow dam cracks: 400 families leave their homes", late, 5))
    group_articles(newsroom)
    assert again(newsroom, clock) == BriefReport(1, 1, 1)
    assert rows(newsroom, "select sources from briefs") == [(4,)]
    assert late in str(rows(newsroom, "select summary from article_briefs where article_id = 5"))


def test_a_changed_text_is_told_anew_and_its_old_words_go(newsroom: Workspace, clock: Clock) -> None:
    assert "zzyzx" in told(newsroom)
    newsroom.ingest().add(replace(DRAFTS[0], body=LEFT.replace("zzyzx", "cracks")))
    assert again(newsroom, clock) == BriefReport(1, 1, 1)
    assert "zzyzx" not in told(newsroom) + str(rows(newsroom, "select * from article_briefs"))
    assert makings(newsroom)[1] == "2026-11-03T13:00:00Z"


def test_what_is_removed_leaves_no_sentence(newsroom: Workspace, clock: Clock, tmp_path: Path) -> None:
    model = {"made": "", "model": "m", "notice": "by AI", "prompt": "", "key_points": "[]", "dropped": "[]"}
    said = '[{"text": "Warned of zzyzx.", "articles": [1]}]'
    for story, article, inputs in ((1, None, '[{"article": 1}]'), (None, 1, '{"1": {}}'), (2, None, '{"4": "h"}')):
        newsroom.store.db.table("generated_briefs").insert(
            model | {"story_id": story, "article_id": article, "inputs": inputs,
                     "summary": said if story != 2 else "[]"}
        )  # fmt: skip
    forget(newsroom, "a1", "asked by its author")
    assert told(newsroom) == ""
    assert rows(newsroom, "select story_id from generated_briefs") == [(2,)]
    assert again(newsroom, clock) == BriefReport(1, 1, 0)
    publish(newsroom.store.path, summary_characters=300)
    assert [path.name for path in tmp_path.rglob("*.db") if b"zzyzx" in path.read_bytes()] == []
    assert rows(newsroom, "select distinct article_id from brief_articles order by 1") == [(2,), (3,)]


def test_a_brief_that_was_left_behind_goes_with_what_it_quotes(newsroom: Workspace) -> None:
    newsroom.store.db.execute("update briefs set story_id = 2")
    forget(newsroom, "a1")
    assert rows(newsroom, "select count(*) from briefs") == [(0,)]


def test_what_is_removed_while_it_is_told_does_not_come_back(workspace: Workspace, clock: Clock) -> None:
    fill(workspace)

    def removing() -> datetime:
        workspace.clock = clock
        forget(workspace, "a1")
        return clock()

    workspace.clock = removing  # asked between the reading of a batch and its writing
    write_briefs(workspace, again=None)
    assert "zzyzx" not in told(workspace) + str(rows(workspace, "select * from article_briefs"))
    write_briefs(workspace)
    assert "zzyzx" not in told(workspace) != ""


def test_settings_that_another_process_heeds_meanwhile_hold(workspace: Workspace, config: Config, clock: Clock) -> None:
    fill(workspace)

    def heeding() -> datetime:
        workspace.clock = clock
        with open_workspace(with_characters(config, 100), workspace.store.path, clock) as other:
            heed_settings(other)
        return clock()

    workspace.clock = heeding
    assert write_briefs(workspace, again=None) == BriefReport(awaiting=True)
    assert rows(workspace, "select count(*) from briefs union all select count(*) from article_briefs") == [(0,), (0,)]


def test_merge_split_and_undo(newsroom: Workspace, clock: Clock) -> None:
    before = told(newsroom)
    merge(newsroom, "1", "2")
    assert again(newsroom, clock).stories == 1
    assert rows(newsroom, "select story_id, sources from briefs") == [(1, 4)]
    undo(newsroom, 1)
    again(newsroom, clock)
    assert told(newsroom) == before
    assert rows(newsroom, "select story_id from briefs") == [(1,)]
    split(newsroom, "1", ["a2", "a3"])
    assert again(newsroom, clock).stories == 1
    assert [story for story in makings(newsroom) if "zzyzx" in told(newsroom, story)] == []
    undo(newsroom, 2)
    again(newsroom, clock)
    assert told(newsroom) == before


def test_a_story_that_is_emptied_loses_its_texts(newsroom: Workspace, clock: Clock) -> None:
    newsroom.store.db.table("generated_briefs").insert(
        {"story_id": 2, "made": "", "model": "m", "notice": "by AI", "prompt": "", "inputs": "[]", "summary": "[]",
         "key_points": "[]", "dropped": "[]"}
    )  # fmt: skip
    merge(newsroom, "1", "2")
    again(newsroom, clock)
    assert rows(newsroom, "select count(*) from generated_briefs") == [(0,)]


def test_a_rebuild_that_changes_nothing_writes_nothing(newsroom: Workspace, clock: Clock) -> None:
    before = makings(newsroom)
    rebuild(newsroom)
    assert again(newsroom, clock).stories == 0
    assert makings(newsroom) == before


def test_a_crash_between_batches_loses_nothing(
    workspace: Workspace, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(briefing, "BATCH", 1)
    fill(workspace)
    db = workspace.store.db
    db.execute("create temp trigger full before insert on article_briefs when new.article_id = 4"
               " begin select raise(abort, 'no'); end")  # fmt: skip
    with pytest.raises(StoreError):
        write_briefs(workspace, again=None)
    done = rows(workspace, "select count(*) from article_briefs")[0][0]
    db.execute("drop trigger full")
    assert again(workspace, clock, again=None).articles == 4 - done
    assert rows(workspace, "select article_id from article_briefs order by 1") == [(1,), (2,), (3,), (4,)]
    assert again(workspace, clock, again=None) == BriefReport()


def test_what_is_due_is_told_the_newest_first_and_so_much_a_cycle(
    workspace: Workspace, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(briefing, "BATCH", 1)
    fill(workspace)
    [(newest,)] = rows(workspace, "select story_id from story_changes order by id desc limit 1")
    assert write_briefs(workspace, again=1).awaiting
    told_now = "select distinct story_id from story_articles join article_briefs using (article_id)"
    assert rows(workspace, told_now) == [(newest,)]
    report = write_briefs(workspace, again=1)
    assert (report.looked_at, report.awaiting) == (1, False)


RIGHT_NOW_CENTER = "right.example,AllSides,news,center,,,,,2026-01-01\n"
LEFT_NOW_FARTHER = "rightweekly.example,AllSides,news,right,,,,,2026-01-01\n"


@pytest.mark.parametrize(
    ("added", "provider", "written"),
    [
        pytest.param(RIGHT_NOW_CENTER, "AllSides", 1, id="another side"),
        pytest.param(LEFT_NOW_FARTHER, "AllSides", 0, id="another label of the same side"),
        pytest.param("", "MBFC", 1, id="another provider"),
    ],
)
def test_other_ratings(
    newsroom: Workspace, config: Config, clock: Clock, added: str, provider: str, written: int
) -> None:
    config.files.ratings.write_text(RATINGS + added, encoding="utf-8")
    config = replace(config, site=replace(config.site, provider=provider))
    with open_workspace(config, newsroom.store.path, clock) as workspace:
        report = again(workspace, clock)
        assert (report.looked_at, report.stories, report.articles) == (written, written, 0)
        assert again(workspace, clock) == BriefReport()
        only = json.loads(rows(workspace, "select only_said_by from briefs")[0][0])
        assert ("right" in only) == (written == 0)


def test_sides_that_are_others_are_named_no_more_before_the_brief_is_written(
    newsroom: Workspace, config: Config, clock: Clock
) -> None:
    config.files.ratings.write_text(RATINGS + RIGHT_NOW_CENTER, encoding="utf-8")
    with open_workspace(config, newsroom.store.path, clock) as workspace:
        assert again(workspace, clock, again=0).awaiting
        assert rows(workspace, "select agree, only_said_by from briefs") == [("[]", "{}")]
        assert again(workspace, clock).stories == 1


def test_a_correction_of_an_outlet_tells_its_sides_anew(newsroom: Workspace, clock: Clock) -> None:
    act = correct_outlet(newsroom, "a2", "unrated.example")
    assert again(newsroom, clock).stories == 1
    assert "right" not in json.loads(rows(newsroom, "select only_said_by from briefs")[0][0])
    take_back(newsroom, act)
    assert again(newsroom, clock).stories == 1
    assert "right" in json.loads(rows(newsroom, "select only_said_by from briefs")[0][0])


def with_characters(config: Config, characters: int) -> Config:
    return replace(config, site=replace(config.site, brief_characters=characters))


def test_fewer_characters_hold_at_once_and_none_is_none(newsroom: Workspace, config: Config, clock: Clock) -> None:
    path = newsroom.store.path
    with open_workspace(with_characters(config, 100), path, clock) as workspace:
        assert again(workspace, clock, again=0).awaiting
        assert told(workspace) == ""
        assert again(workspace, clock, again=None).stories == 1
        lists = rows(workspace, "select summary, key_points from article_briefs where article_id = 1")[0]
        assert sum(len(one["text"]) for told in lists for one in json.loads(told)) <= 100
    with open_workspace(with_characters(config, 0), path, clock) as workspace:
        assert again(workspace, clock) == BriefReport()
        assert rows(workspace, "select count(*) from briefs union all select count(*) from article_briefs") == [
            (0,), (0,),
        ]  # fmt: skip
    with open_workspace(config, path, clock) as workspace:
        assert again(workspace, clock, again=None) == BriefReport(2, 1, 4)


def test_a_new_rule_makes_all_anew_without_touching_the_journal(
    newsroom: Workspace, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = rows(newsroom, "select * from story_changes")
    monkeypatch.setattr(briefing, "RULE", "sentences of tomorrow")
    assert again(newsroom, clock) == BriefReport(2, 1, 4)
    assert rows(newsroom, "select distinct rule from briefs union select rule from article_briefs") == [
        ("sentences of tomorrow",)
    ]
    assert rows(newsroom, "select * from story_changes") == journal


@pytest.mark.parametrize(
    ("flag", "least", "most"),
    [pytest.param("nosnippet", 0, 0, id="nothing"), pytest.param("max-snippet:90", 1, 90, id="so many characters")],
)
def test_a_page_limits_what_is_shown_of_its_text(
    newsroom: Workspace, clock: Clock, flag: str, least: int, most: int
) -> None:
    newsroom.ingest().add(replace(DRAFTS[0], flags=(flag,)))
    assert again(newsroom, clock).stories == 1
    lists = rows(newsroom, "select summary, key_points from article_briefs where article_id = 1")
    shown = {one["text"] for row in lists for told in row for one in json.loads(told)}
    quoted = {text for text, first in rows(
        newsroom, "select text, json_extract(articles, '$[0]') from brief_sentences where part <> 'headline'"
    ) if first == 1}  # fmt: skip
    assert least <= sum(map(len, shown | quoted)) <= most


def test_briefs_outlive_the_texts_that_they_quote(newsroom: Workspace, clock: Clock, config: Config) -> None:
    before, articles = told(newsroom), rows(newsroom, "select * from article_briefs order by 1")
    clock.forward(days=40)
    assert purge_bodies(newsroom, 30).bodies == 4
    assert again(newsroom, clock).stories == 0
    set_to(newsroom, "briefs_rule", "an older one, 600 characters")
    assert again(newsroom, clock, again=None) == BriefReport(2)
    assert (told(newsroom), rows(newsroom, "select * from article_briefs order by 1")) == (before, articles)
    forget(newsroom, "a1")
    again(newsroom, clock)
    assert "zzyzx" not in told(newsroom) + str(rows(newsroom, "select * from article_briefs"))


def test_a_file_of_an_older_version_is_told(config: Config, tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "older.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript((FOLDER / "0011.sql").read_text(encoding="utf-8"))
        connection.execute("update articles set body = ?, url = url || id", [BANK])
        connection.execute("delete from copies")
        connection.commit()
    with open_workspace(config, path, clock) as workspace:
        report = write_briefs(workspace, again=None)
        assert (report.looked_at > 0, report.articles) == (True, 4)


def test_copies_that_are_found_later_tell_the_story_anew(newsroom: Workspace, clock: Clock) -> None:
    newsroom.ingest().add(replace(DRAFTS[1], body=LEFT))
    rebuild(newsroom)
    assert rows(newsroom, "select origins from stories where id = 1") == [(2,)]
    again(newsroom, clock)
    assert rows(newsroom, "select sources from briefs") == [(2,)]
    assert rows(newsroom, "select article_id from article_briefs order by 1") == [(1,), (3,), (4,)]


def test_two_at_once_write_one_thing(newsroom: Workspace, open_db: Opener, clock: Clock) -> None:
    newsroom.ingest().add(replace(DRAFTS[0], body=LEFT.replace("zzyzx", "cracks")))
    other = open_db()
    assert again(other, clock).stories == 1
    assert again(newsroom, clock) == BriefReport()


def test_what_is_published_is_read_by_story_and_tells_nothing_of_how_it_is_kept(newsroom: Workspace) -> None:
    path = publish(newsroom.store.path, summary_characters=300).path
    with contextlib.closing(sqlite3.connect(path)) as published:
        assert published.execute("select count(*) from settings where key = 'briefs_sides'").fetchone() == (0,)
        assert "inputs" not in {row[1] for row in published.execute("pragma table_info(briefs)")}
        for view, key in (
            ("brief_sentences", "story_id"), ("brief_articles", "story_id"), ("article_brief_sentences", "article_id"),
        ):  # fmt: skip
            query = f"select * from {view} where {key} = 1"
            assert "SCAN brief" not in [row[3] for row in rows(newsroom, f"explain query plan {query}")]
            assert published.execute(query).fetchall() == newsroom.store.db.execute(query).fetchall() != []


def test_the_text_of_a_page_is_not_quoted_under_a_headline_that_came_after_it(newsroom: Workspace) -> None:
    """The page is read once: "close to a vote" must not tell of a story whose headline says by now how they voted."""
    assert "zzyzx" in told(newsroom)

    def retitled(field: str, seen: str) -> None:
        with newsroom.store.transaction():
            newsroom.store.db.execute("update articles set body_from = 'page', title = title || ?", [f" ({field})"])
            newsroom.store.db.execute(
                "insert into revisions (article_id, seen, field, old, new) values (1, ?, ?, 'old', 'new')",
                [seen, field],
            )
        write_briefs(newsroom)

    retitled("title", "2026-11-03T18:00:00Z")
    assert "zzyzx" not in told(newsroom)
    retitled("body", "2026-11-03T18:00:00Z")
    assert "zzyzx" in told(newsroom), "the page was read again"


def test_what_an_outlet_files_as_analysis_is_read_as_that(open_db: Opener) -> None:
    url = "http://left.example/analysis/merrow"
    workspace = open_db()
    for one in (DRAFTS[0], replace(DRAFTS[1], url=url, original_url=url), replace(DRAFTS[2], section="Explainers")):
        workspace.ingest().add(one)
    group_articles(workspace)
    [members] = Briefs(workspace.store.db).members([1]).values()
    assert [one.source.is_commentary for one in members] == [False, True, True]


@pytest.mark.parametrize("change", ["section = 'Explainers'", "url = 'http://left.example/analysis/merrow'"])
def test_what_is_filed_as_analysis_afterwards_has_its_story_told_anew(
    newsroom: Workspace, clock: Clock, change: str
) -> None:
    with newsroom.store.transaction():
        newsroom.store.db.execute(f"update articles set {change} where id = 1")
    assert again(newsroom, clock) == BriefReport(1, 1, 1)


def test_a_text_is_split_into_sentences_once_for_its_articles_brief_and_its_storys(
    newsroom: Workspace, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(briefing, "RULE", "sentences of tomorrow")
    _read.cache_clear()
    assert again(newsroom, clock, again=None) == BriefReport(2, 1, 4)
    assert _read.cache_info().misses == len(DRAFTS)
