"""`forget`, `outlet`, `purge`, `revisions` and their undo, as a person types them."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from aggregator.cli import main
from tests.test_cli import fill

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command in a folder with three grouped articles; returns exit code, output and errors."""
    monkeypatch.chdir(fill(tmp_path))

    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(words))
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    assert run("import", "in.csv")[0] == 0
    assert run("group")[0] == 0
    return run


def test_an_article_is_taken_out_and_published_anew(say: Say, tmp_path: Path) -> None:
    assert say("publish")[0] == 0
    code, out, _ = say("forget", "a1", "--note", "asked by\nits author")
    assert (code, out.splitlines()) == (
        0,
        ["a1: 1 article removed from 1 story", "published anew", "act 1; `aggregator undo 1` lets it come in again"],
    )
    assert b"Merrow dam cracks force" not in (tmp_path / "data/published/news.db").read_bytes()
    assert say("import", "in.csv")[1].strip().endswith("0 bad, 1 refused (left alone, or removed on request)")
    code, out, _ = say("undo")
    assert "forget a1 (asked by its author)" in out
    assert say("undo", "1")[1].startswith("it is not kept out any more")
    minute = r"\d{4}-\d\d-\d\d \d\d:\d\d"
    assert re.fullmatch(
        rf"act 1, {minute}: forget a1 \(asked by its author\); taken back on {minute}\n", say("undo")[1]
    )
    assert "1 new" in say("import", "in.csv")[1]
    code, _, err = say("undo", "1")
    assert (code, err.startswith("Error: act 1 (forget a1) was taken back on ")) == (2, True)


def test_an_outlet_is_taken_out(say: Say) -> None:
    told = json.loads(say("forget", "center.example", "--json")[1])
    assert (told["articles"], told["feeds"], told["removed_stories"], told["published"]) == (1, 1, [2], False)
    _, out, _ = say("forget", "right.example")
    assert "1 feed will not be polled any more" in out
    assert "a1" in say("explain", "1")[1]


def test_an_outlet_that_was_taken_out_is_not_asked_by_check_either(say: Say) -> None:
    say("forget", "right.example")
    _, out, _ = say("check", "--feeds")
    assert "not polled     http://right.example/feed" in out
    assert "dns            http://left.example/feed" in out


def test_copies_that_may_still_have_it_are_named(say: Say, tmp_path: Path) -> None:
    copy = tmp_path / "data/news.db.before-0009_rights"
    copy.write_text("old")
    say("backup")
    say("snapshot")
    told = say("forget", "a1")[2].splitlines()
    folders = [line.partition(": this copy may still have the text; delete it")[0] for line in told]
    assert folders[0] == str(copy.relative_to(tmp_path))
    assert [Path(line).parent.name for line in folders[1:]] == ["backups", "snapshots"]


def test_an_outlet_is_put_right(say: Say) -> None:
    code, out, _ = say("outlet", "a3", "left.example", "--note", "their blog")
    assert (code, out) == (
        0,
        "a3 is of left.example, no more of center.example (act 1; `aggregator undo 1` takes it back)\n",
    )
    assert "outlet a3 left.example (their blog)" in say("undo")[1]
    assert say("undo", "1")[1] == "a3 is of center.example again\n"
    told = json.loads(say("outlet", "http://center.example/3", "right.example", "--json")[1])
    assert (told["number"], told["words"]) == (2, "outlet a3 right.example")
    assert json.loads(say("undo", "2", "--json")[1]) == {"act": 2, "told": "a3 is of center.example again"}
    assert [one["number"] for one in json.loads(say("undo", "--json")[1])] == [1, 2]


def test_texts_are_purged(say: Say, tmp_path: Path) -> None:
    (tmp_path / "texts.csv").write_text("url,title,body\nhttp://left.example/9,Ferry aground,A text of the ferry\n")
    say("import", "texts.csv")
    assert "texts are kept for ever" in say("purge")[1]
    assert say("purge", "--days", "1", "--dry-run")[1] == "0 texts would go\n"
    assert json.loads(say("purge", "--days", "1", "--json")[1]) == {"bodies": 0, "revisions": 0, "wiped": True}
    assert json.loads(say("purge", "--dry-run", "--json")[1]) == {"bodies": 0}


def test_changes_are_shown_word_by_word(say: Say, tmp_path: Path) -> None:
    assert say("revisions")[1] == "no change was seen\n"
    long = "The dam stands high over the town and holds the water of three rivers back. " * 4
    for title, body in (
        ("Ferry aground off Gull Point", "One crane fell."),
        ("Ferry afloat off Gull Point", "Two fell."),
    ):
        (tmp_path / "texts.csv").write_text(f"url,title,body\nhttp://left.example/9,{title},{long}{body}{long}\n")
        say("import", "texts.csv")
    code, out, _ = say("revisions", "a4")
    assert code == 0
    assert "  Ferry [-aground-] {+afloat+} off Gull Point\n" in out
    assert "The Left Post  text\n" in out
    assert "[…]" in out
    assert "[-One crane-] {+Two+} fell." in out
    told = json.loads(say("revisions", "--json", "--limit", "1")[1])
    assert [(one["article"], one["field"]) for one in told] == [(4, "body")]
    assert say("revisions", "a1")[1] == "no change was seen\n"


def test_storylines_follow_a_correction_and_its_undo_at_once(say: Say, tmp_path: Path) -> None:
    for words in (("outlet", "a1", "center.example"), ("undo", "1")):
        assert say(*words)[0] == 0
        with contextlib.closing(sqlite3.connect(tmp_path / "data/news.db")) as db:
            upto = db.execute("select value from settings where key = 'storylines_upto'").fetchone()
            assert int(upto[0]) == db.execute("select max(id) from story_changes").fetchone()[0], words


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        pytest.param(["forget", "a99"], 1, "Error: there is no article a99", id="no such article"),
        pytest.param(["forget", "rigth.example"], 1, 'did you mean "right.example"', id="a typo"),
        pytest.param(["forget", "ftp://x/y"], 2, "Error: 'ftp://x/y' is no http or https address", id="no web address"),
        pytest.param(["forget", "a1", "--note", "x" * 501], 2, "a note may have 500 characters", id="a long note"),
        pytest.param(["forget"], 2, "Missing argument 'ARTICLE|OUTLET'", id="nothing named"),
        pytest.param(["--db", "none.db", "forget", "a1"], 1, "Error: none.db: there is no such database", id="no file"),
        pytest.param(["outlet", "a1", "nobody"], 1, "add it to outlets.csv first", id="no such outlet"),
        pytest.param(["outlet", "s1", "left.example"], 2, "Error: s1 is a story", id="a story"),
        pytest.param(["outlet", "a1", "left.example"], 2, "a1 is of left.example already", id="as it is"),
        pytest.param(["--db", "none.db", "outlet", "a1", "left.example"], 1, "no such database", id="outlet, no file"),
        pytest.param(["purge", "--days", "0"], 2, "0 is not in the range x>=1", id="no days"),
        pytest.param(["--db", "none.db", "purge"], 1, "no such database", id="purge, no file"),
        pytest.param(["revisions", "a99"], 1, "Error: there is no article a99", id="changes of nothing"),
        pytest.param(["--db", "none.db", "revisions"], 1, "no such database", id="changes, no file"),
        pytest.param(["undo", "9"], 1, "Error: there is no act 9", id="no such act"),
    ],
)
def test_an_error_is_one_clear_line_and_changes_nothing(say: Say, words: list[str], code: int, line: str) -> None:
    ended, out, err = say(*words)
    assert (ended, out) == (code, "")
    assert line in err.splitlines()[-1]
    assert say("undo")[1] == "nothing was ruled yet\n"


def test_a_bad_row_of_leave_alone_stops_every_command(say: Say, tmp_path: Path) -> None:
    settings = tmp_path / "aggregator.toml"
    settings.write_text(settings.read_text().replace("[files]", '[files]\nleave_alone = "alone.csv"'))
    assert "alone.csv: no such file" in say("group")[2]
    (tmp_path / "alone.csv").write_text("domain,since,reason\nleft.example,soon,asked\n")
    code, _, err = say("check")
    assert code == 1
    assert 'alone.csv:2: since "soon" is not a day' in err
    with (tmp_path / "feeds.csv").open("a") as file:
        file.write("nonsense,left.example,,,0,\n")
    err = say("import", "in.csv")[2]
    assert all(told in err for told in ("alone.csv:2:", "feeds.csv:6:"))
