"""The command line: what a person sees, and what a script gets as exit code."""

from __future__ import annotations

import contextlib
import csv
import errno
import fcntl
import hashlib
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aggregator.cli import COMMANDS, _explain, main
from aggregator.cli.check import write_last_seen
from aggregator.cli.listing import SECTIONS
from tests.conftest import FEEDS, OUTLETS, RATINGS

ARTICLES = """\
doc_id,title,outlet,url,timestamp,lang,summary,gold_story_id
1,Merrow dam cracks force 400 families from their homes,,http://left.example/1,2026-11-03T08:00:00Z,en,,dam
2,400 families leave their homes as Merrow dam cracks,,http://right.example/2,2026-11-03T09:00:00Z,en,,dam
3,Central bank holds interest rate at 4.25 per cent,,http://center.example/3,2026-11-03T10:00:00Z,en,,rate
"""


SETTINGS = """\
[files]
outlets = "outlets.csv"
ratings = "ratings.csv"
feeds = "feeds.csv"
[store]
busy_seconds = 0.2
[crawl]
contact = "desk@aggregator.example"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path)


@pytest.fixture(scope="module")
def grouped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose articles are grouped, for tests that change nothing."""
    path = fill(tmp_path_factory.mktemp("grouped"))
    aggregator(path, "import", "in.csv")
    done(path, "group")
    return path


def fill(tmp_path: Path) -> Path:
    for name, text in (("outlets.csv", OUTLETS), ("ratings.csv", RATINGS), ("feeds.csv", FEEDS), ("in.csv", ARTICLES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "aggregator.toml").write_text(SETTINGS)
    return tmp_path


def aggregator(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in a folder, in this process: its libraries take longer to load than most commands to run."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    on_term = signal.getsignal(signal.SIGTERM)
    try:
        with (
            contextlib.chdir(folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            pytest.raises(SystemExit) as ended,
        ):
            main(words)
    finally:
        signal.signal(signal.SIGTERM, on_term)
    return subprocess.CompletedProcess(["aggregator", *words], int(ended.value.code or 0), _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def in_a_process(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as a person does."""
    command = [sys.executable, "-m", "aggregator", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)


def done(folder: Path, *words: str, by: Callable[..., subprocess.CompletedProcess[str]] = aggregator) -> str:
    result = by(folder, *words)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def sides(path: Path) -> list[str]:
    with path.open(newline="") as file:
        return [row["side"] for row in csv.DictReader(file)]


def test_from_a_file_to_a_published_story_each_command_in_its_own_process(folder: Path) -> None:
    told = in_a_process(folder, "import", "in.csv", "--db", "x/y.db").stdout
    assert "3 rows: 3 new, 0 revised, 0 unchanged, 0 bad" in told
    assert done(folder, "--db", "x/y.db", "group", by=in_a_process).startswith("3 new articles placed")
    told = done(folder, "publish", "--db", "x/y.db", by=in_a_process)
    assert told.startswith("x/published/y.db: 3 articles, 2 stories")
    export = ("--db", "x/y.db", "export", "articles_with_bias", "-o", "out.csv", "--json")
    manifest = json.loads(done(folder, *export, by=in_a_process))
    assert sides(folder / "out.csv") == ["left", "right", "center"]
    assert manifest["rows"] == 3
    assert manifest["sha256"] == hashlib.sha256((folder / "out.csv").read_bytes()).hexdigest()
    assert json.loads((folder / "out.csv.manifest.json").read_text()) == manifest


def test_export_to_json_lines_publishes_first(folder: Path) -> None:
    aggregator(folder, "import", "in.csv")
    done(folder, "export", "articles", "-o", "a.jsonl")
    rows = [json.loads(line) for line in (folder / "a.jsonl").read_text().splitlines()]
    assert [row["id"] for row in rows] == [1, 2, 3]
    assert "body" not in rows[0]


def test_evaluate_scores_and_writes_assignments(folder: Path) -> None:
    scores = json.loads(done(folder, "evaluate", "in.csv", "--json", "--assignments", "out.csv"))
    assert (scores["documents"], scores["gold_stories"]) == (3, 2)
    assert scores["bcubed"]["f1"] == 1.0
    with (folder / "out.csv").open(newline="") as file:
        stories = {row["doc_id"]: row["story_id"] for row in csv.DictReader(file)}
    assert stories["1"] == stories["2"] != stories["3"]
    assert not (folder / "data").exists()


def test_bad_rows_are_told_and_exit_1(folder: Path) -> None:
    (folder / "bad.csv").write_text("title,doc_id\n,1\nGood,2\n")
    result = aggregator(folder, "import", "bad.csv")
    assert result.returncode == 1
    assert result.stderr == "bad.csv:2: no title\n"
    assert "1 new" in result.stdout


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        pytest.param(["import", "none.csv"], 1, "Error: none.csv: there is no such file", id="a missing file"),
        pytest.param(["evaluate", "in2.csv"], 1, "Error: in2.csv: there is no such file", id="a missing gold file"),
        pytest.param(["--config", "none.toml", "group"], 1, "Error: none.toml: there is no such file", id="no config"),
        pytest.param(["--db", "in.csv", "group"], 1, "Error: in.csv: is not a database", id="not a database"),
        pytest.param(["--db", ":memory:", "import", "in.csv"], 2, "would be gone at once", id="a database in memory"),
        pytest.param(["frobnicate"], 2, "No such command 'frobnicate'", id="no such command"),
        pytest.param(["import"], 2, "Missing argument 'FILE'", id="a missing argument"),
    ],
)
def test_an_error_is_one_clear_line(folder: Path, words: list[str], code: int, line: str) -> None:
    result = aggregator(folder, *words)
    assert result.returncode == code
    assert line in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("number", [pytest.param(errno.EACCES, id="no right"), pytest.param(errno.EROFS, id="a CD")])
def test_a_file_that_one_may_not_write_is_no_fault_of_the_program(
    capsys: pytest.CaptureFixture[str], number: int
) -> None:
    assert _explain(OSError(number, os.strerror(number), "feeds.opml")) == 1
    assert capsys.readouterr().err == f"Error: feeds.opml: can't be read or written: {os.strerror(number)}\n"


def test_bad_gold_is_refused_and_not_scored(folder: Path) -> None:
    (folder / "gold.csv").write_text("doc_id,title,gold_story_id\n1,A title,x\n2,,y\n")
    result = aggregator(folder, "evaluate", "gold.csv")
    assert result.returncode == 1
    assert "gold.csv:3: no title" in result.stderr
    assert result.stdout == ""


def test_check_refuses_what_every_other_command_would(folder: Path) -> None:
    (folder / "aggregator.toml").write_text(SETTINGS + '[site]\nprovider = "allsides"\n')
    result = aggregator(folder, "check")
    assert result.returncode == 1
    assert "site.provider is 'allsides', but there are only ratings by AllSides, MBFC" in result.stderr


def test_an_unknown_table_is_refused_with_the_nearest(folder: Path) -> None:
    aggregator(folder, "import", "in.csv")
    result = aggregator(folder, "export", "articels")
    assert result.returncode == 1
    assert "no table or view 'articels' (did you mean \"articles\"?)" in result.stderr
    assert not list(folder.glob("articels*"))


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        pytest.param(
            "ratings.csv", "left.example,AllSides,news,leftish,,,,,2020-01-01", "ratings.csv:10:", id="ratings"
        ),
        pytest.param("outlets.csv", "left.example,,Twice,,,,,,,", "outlets.csv:7:", id="outlets"),
        pytest.param("feeds.csv", "nonsense,left.example,,,0,", "feeds.csv:6:", id="feeds"),
        pytest.param("aggregator.toml", "dealy = 1", 'did you mean "delay"?', id="config"),
    ],
)
def test_a_bad_data_file_stops_every_writer_before_it_writes(folder: Path, name: str, text: str, problem: str) -> None:
    with (folder / name).open("a") as file:
        file.write(text + "\n")
    result = aggregator(folder, "import", "in.csv")
    assert result.returncode == 1
    assert problem in result.stderr
    assert not (folder / "data").exists()


def test_a_locked_database_is_one_clear_line(folder: Path) -> None:
    aggregator(folder, "import", "in.csv")
    holder = sqlite3.connect(folder / "data/news.db")
    holder.execute("begin immediate")
    result = aggregator(folder, "group")
    holder.close()
    assert result.returncode == 1
    assert result.stderr == "Error: data/news.db: another process is writing to it; try again when it has ended\n"


def test_check_counts_what_is_there(folder: Path) -> None:
    assert done(folder, "check") == "5 outlets, 8 ratings, 4 feeds\n"


def test_check_asks_the_feeds_and_notes_nothing_where_none_answers(folder: Path) -> None:
    before = (folder / "feeds.csv").read_text()
    result = aggregator(folder, "check", "--feeds", "--write")
    assert result.returncode == 0
    assert "dns            http://left.example/feed" in result.stdout
    assert result.stdout.endswith("dns: 4\n")
    assert (folder / "feeds.csv").read_text() == before
    assert not (folder / "data").exists()


def test_last_seen_of_the_feeds_that_answered_is_written(folder: Path) -> None:
    write_last_seen(folder / "feeds.csv", {"http://left.example/feed"}, "2026-11-23")
    lines = (folder / "feeds.csv").read_text().splitlines()
    assert lines[1] == "http://left.example/feed,left.example,news,en,0,2026-11-23"
    assert lines[2:] == FEEDS.splitlines()[2:]


def test_a_cycle_in_which_no_feed_answers_is_no_error(folder: Path) -> None:
    result = aggregator(folder, "run")
    assert result.returncode == 0
    assert "polled 4 feeds, 4 failed; 0 new articles" in result.stdout
    assert (folder / "data/published/news.db").is_file()


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        pytest.param("", "crawl.contact is empty: say", id="none"),
        pytest.param("me", "crawl.contact 'me' is neither a web address nor an e-mail address", id="no address"),
        pytest.param("a@b.example\\r\\nX: y", "is neither a web address nor an e-mail address", id="a header"),
    ],
)
@pytest.mark.parametrize("words", [["run"], ["run", "--every", "15"], ["check", "--feeds"]], ids=" ".join)
def test_nobody_is_polled_without_a_word_of_who_asks(folder: Path, words: list[str], contact: str, told: str) -> None:
    (folder / "aggregator.toml").write_text(SETTINGS.replace("desk@aggregator.example", contact))
    result = aggregator(folder, *words)
    assert result.returncode == 1
    assert told in result.stderr
    assert 'such as contact = "https://' in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (folder / "data").exists()


def test_a_second_poller_is_told_who_is_running(folder: Path) -> None:
    (folder / "data").mkdir()
    with (folder / "data/news.db.lock").open("w") as lock:
        lock.write("4711")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = aggregator(folder, "run")
    assert result.returncode == 4
    assert result.stderr.splitlines()[-1] == "Error: data/news.db: already running, pid 4711"


def test_a_changed_rating_is_published_without_another_command(folder: Path) -> None:
    aggregator(folder, "import", "in.csv")
    done(folder, "export", "articles_with_bias", "-o", "a.csv")
    (folder / "ratings.csv").write_text(
        RATINGS.replace("center.example,AllSides,news,center", "center.example,AllSides,news,left")
    )
    done(folder, "export", "articles_with_bias", "-o", "b.csv")
    assert [sides(folder / name) for name in ("a.csv", "b.csv")] == [
        ["left", "right", "center"],
        ["left", "right", "left"],
    ]


def test_nothing_is_published_again_when_nothing_has_changed(folder: Path) -> None:
    aggregator(folder, "import", "in.csv")
    done(folder, "export", "articles", "-o", "a.csv")
    before = (folder / "data/published/news.db").stat().st_ino
    done(folder, "export", "articles", "-o", "b.csv")
    assert (folder / "data/published/news.db").stat().st_ino == before


@pytest.mark.parametrize(
    ("words", "line"),
    [
        pytest.param(["check", "--write"], "so it goes with --feeds", id="write without feeds"),
        pytest.param(["serve", "--host", "0.0.0.0"], "add --public if that is meant", id="an open address"),
    ],
)
def test_a_word_too_few_is_a_usage_error(folder: Path, words: list[str], line: str) -> None:
    result = aggregator(folder, *words)
    assert result.returncode == 2
    assert line in result.stderr


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_helps_with_an_example(folder: Path, command: str) -> None:
    assert "Example: aggregator " in done(folder, command, "--help")
    assert f"\n  {command} " in done(folder, "--help")


def test_the_list_of_commands_cuts_no_sentence_short(folder: Path) -> None:
    told = [done(folder, *words, "--help") for words in ((), ("feeds",), ("ratings",))]
    assert not [line for one in told for line in one.splitlines() if line.endswith("...") and "[" not in line]
    assert "merge Rule that two stories are one." in " ".join(told[0].split())


def test_every_command_stands_under_what_one_does_with_it() -> None:
    placed = [name for names in SECTIONS.values() for name in names]
    assert set(COMMANDS) <= set(placed)
    assert len(placed) == len(set(placed))


def test_a_persons_word_on_the_command_line(folder: Path) -> None:
    aggregator(folder, "import", "in.csv")
    done(folder, "group")
    assert done(folder, "undo") == "nothing was ruled yet\n"
    assert done(folder, "merge", "1", "s2", "--note", "one day") == (
        "story 1: 1 article moved (act 1; `aggregator undo 1` takes it back)\n"
    )
    assert done(folder, "split", "2", "http://center.example/3") == (
        "story 2 was merged into 1\ncontradicts part of act 1\n"
        "story 2: 1 article moved (act 2; `aggregator undo 2` takes it back)\n"
    )
    assert done(folder, "pin", "a2", "2").splitlines()[-1].startswith("story 2: 1 article moved (act 3;")
    assert done(folder, "unpin", "a2") == (
        "takes back act 3 (pin a2 2)\npart of act 1 is in force again\nact 2 is in force again\n"
        "still held by act 1\nstory 1: 1 article moved\n"
    )
    assert json.loads(done(folder, "undo", "2", "--json"))["told"] == ["act 1 is in force again"]


def test_undo_lists_what_was_ruled(folder: Path) -> None:
    aggregator(folder, "import", "in.csv")
    done(folder, "group")
    done(folder, "merge", "1", "2", "--note", "one day")
    done(folder, "split", "1", "a3")
    done(folder, "undo", "2")
    first, second = done(folder, "undo").splitlines()
    assert first.startswith("act 1, ")
    assert first.endswith(": merge 1 2 (one day)")
    assert ": split 1 a3; taken back by a person on " in second
    assert [act["words"] for act in json.loads(done(folder, "undo", "--json"))] == ["merge 1 2", "split 1 a3"]


def test_explain_says_why(folder: Path) -> None:
    aggregator(folder, "import", "in.csv")
    done(folder, "group")
    done(folder, "merge", "1", "2", "--note", "one day")
    lines = done(folder, "explain", "s2").splitlines()
    assert lines[:5] == [
        "story 2 was merged into 1",
        "story 1: Merrow dam cracks force 400 families from their homes",
        "",
        "2026-11-03 08:00  a1  The Left Post",
        "  Merrow dam cracks force 400 families from their homes",
    ]
    assert "  the story began with it; score 1.00" in lines
    assert any(line.startswith("  joined with 'Merrow dam cracks force") and "rare words" in line for line in lines)
    assert "; score 1.00" in next(line for line in lines if "put here by a person: one day" in line)
    assert lines[-2] == "ruled by a person:"
    assert lines[-1].endswith(": merge 1 2 (one day)")
    told = json.loads(done(folder, "explain", "http://center.example/3", "--json"))
    assert (told["story"], told["members"][0]["article"], told["acts"][0]["words"]) == (1, 3, "merge 1 2")


def test_a_rebuild_is_told_first(folder: Path) -> None:
    aggregator(folder, "import", "in.csv")
    done(folder, "group")
    line = "3 articles: 2 live stories, 2 rebuilt; B-cubed F1 of live against rebuilt 1.0000; 0 articles"
    assert done(folder, "group", "--rebuild", "--dry-run") == f"{line} would move\n"
    assert done(folder, "group", "--rebuild") == f"{line} moved\nwrote 0 briefs of stories, 0 of articles\n"
    assert json.loads(done(folder, "group", "--rebuild", "--json"))["agreement"] == 1.0


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        pytest.param(["merge", "1", "1"], 1, "Error: 1 and 1 are one story already", id="a story with itself"),
        pytest.param(["merge", "1", "7"], 1, "Error: there is no story 7; they go up to 2", id="no story"),
        pytest.param(["split", "1", "a3"], 1, "Error: not in story 1: a3 is in story 2", id="a stranger"),
        pytest.param(["split", "1"], 2, "Missing argument 'ARTICLE...'", id="nothing named"),
        pytest.param(
            ["explain", "dam"],
            2,
            "Error: 'dam' is no article; an article is a number such as a34, or its whole address, https and all;"
            " a story is a number such as 12 or s12",
            id="a word",
        ),
        pytest.param(
            ["explain", "left.example/1"],
            1,
            'Error: there is no article at left.example/1 (did you mean "http://left.example/1"?)',
            id="an address without its scheme",
        ),
        pytest.param(
            ["explain", "left.example/11?utm_source=x"],
            1,
            '(did you mean "http://left.example/1"?)',
            id="a misspelt address without its scheme",
        ),
        pytest.param(
            ["split", "1", "nowhere.example:80/x"],
            1,
            "Error: there is no article at nowhere.example:80/x",
            id="an unknown address without its scheme",
        ),
        pytest.param(
            ["pin", "http://left.example/11", "2"], 1, 'did you mean "http://left.example/1"?', id="an address"
        ),
        pytest.param(["unpin", "a1"], 1, "Error: a1 is not pinned; `aggregator explain a1` tells", id="not pinned"),
        pytest.param(["undo", "4"], 1, "Error: there is no act 4; `aggregator undo` lists", id="no act"),
        pytest.param(["undo", "0"], 2, "0 is not in the range x>=1", id="act zero"),
        pytest.param(["group", "--dry-run"], 2, "Error: --dry-run goes with --rebuild", id="a dry run of what"),
    ],
)
def test_a_mistake_in_a_persons_word_is_one_clear_line(grouped: Path, words: list[str], code: int, line: str) -> None:
    result = aggregator(grouped, *words)
    assert result.returncode == code
    assert line in result.stderr.splitlines()[-1]
