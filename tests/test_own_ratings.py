"""Ratings of one's own: taken in whole or not at all, kept apart from what ships, published only where they may be."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aggregator.cli import cli
from aggregator.cli.publish import make_published
from aggregator.config import Config
from aggregator.cycle import group_articles
from aggregator.errors import ConfigError, DataFileError
from aggregator.importers import import_file
from aggregator.models import Outlet, Provider
from aggregator.own_ratings import OWN_COLUMNS, read_own_ratings
from aggregator.store.publish import publish
from aggregator.workspace import open_workspace
from tests.conftest import Clock

OUTLETS = (
    Outlet("herald.example", "The Herald", other_domains=("herald.test", "herald.example/city"), country="Ireland"),
    Outlet("tribune.example", "The Tribune", homepage="https://news.tribune.example/"),
)
HEADER = ",".join(OWN_COLUMNS)
NAME = "Zwiebelblatt Rundfrage"
"""A private provider, whose name occurs nowhere else."""

RATINGS_PAGE = Path(__file__).resolve().parent.parent / "docs" / "ratings.md"
LABELLED = "https://zwiebel.example/why"


def own(folder: Path, *rows: str) -> Path:
    path = folder / "own-ratings.csv"
    path.write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
    return path


def test_there_need_be_none(tmp_path: Path) -> None:
    assert read_own_ratings(tmp_path / "none.csv", OUTLETS).ratings == ()


def test_a_folder_in_their_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="cannot be read: Is a directory"):
        read_own_ratings(tmp_path, OUTLETS)


def test_they_are_read_with_whose_they_are(tmp_path: Path) -> None:
    path = own(
        tmp_path,
        "herald.test,Mine,news,left,,,,,2024-01-01,1,USA",
        "tribune.example,Mine,opinion,right,,,,,2024-01-01,1,United States",
        "tribune.example,Ours,news,center,,,,,2024-01-01,,",
    )
    found = read_own_ratings(path, OUTLETS)
    assert [(one.domain, one.provider, one.lean) for one in found.ratings] == [
        ("herald.example", "Mine", -2), ("tribune.example", "Mine", 2), ("tribune.example", "Ours", 0)
    ]  # fmt: skip
    assert found.providers == (Provider("Mine", scale="United States", private=True), Provider("Ours"))


GOOD = "herald.example,Mine,news,left,,,,,2024-01-01,1,Ireland"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param(GOOD.replace("Mine", "allsides"), 'provider "allsides" is AllSides', id="a shipped provider"),
        pytest.param(GOOD.replace("Mine", "All-Sides"), 'provider "All-Sides" is AllSides', id="spelt otherwise"),
        pytest.param(GOOD.replace("Mine", "Media Bias/Fact Check"), "is MBFC", id="its full name"),
        pytest.param(GOOD.replace("Mine", "Ad Fontes"), 'provider "Ad Fontes" is Ad Fontes', id="one of ratings.csv"),
        pytest.param(GOOD.replace("Mine", '"A, B"'), "has a comma or a control character", id="a comma"),
        pytest.param(GOOD.replace("Mine", "A\x07B"), "has a comma or a control character", id="a control character"),
        pytest.param(GOOD.replace("Mine", "M" * 61), "60 are the most", id="too long a name"),
        pytest.param(GOOD.replace("Mine", "!?"), "has neither a letter nor a digit", id="no name"),
        pytest.param(
            GOOD.replace("Mine", "mine").replace("herald", "tribune"), 'is written "Mine"', id="two spellings"
        ),
        pytest.param(GOOD.replace(",1,", ",0,").replace("herald", "tribune"), "differ from line 2", id="half private"),
        pytest.param(GOOD.replace("Ireland", "").replace("herald", "tribune"), "differ from line 2", id="two scales"),
        pytest.param(GOOD.replace(",1,", ",yes,"), 'private "yes" is neither 0 nor 1', id="no yes or no"),
        pytest.param(GOOD.replace("left", "far left"), 'label "far left" is not known', id="a label of nobody"),
        pytest.param(GOOD.replace("left", "right"), 'contradicts "left" of line 2', id="a second verdict"),
        pytest.param(GOOD.replace("herald", "heraldnews"), 'outlet "heraldnews.example" is not in', id="a look-alike"),
    ],
)
def test_a_bad_row_is_told(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(DataFileError) as caught:
        read_own_ratings(own(tmp_path, GOOD, row), OUTLETS, ["AllSides", "MBFC", "Ad Fontes"])
    assert [line for line in caught.value.problems if ":3: " in line and problem in line]


# The command.


@pytest.fixture
def folder(tmp_path: Path, config: Config) -> Path:
    """The data files of the test's configuration, beside an aggregator.toml that names them."""
    (tmp_path / "aggregator.toml").write_text(
        '[files]\noutlets = "outlets.csv"\nratings = "ratings.csv"\nfeeds = "feeds.csv"\n'
        'own_ratings = "own-ratings.csv"\n'
    )
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--config", str(folder / "aggregator.toml"), "ratings", *words], obj=None)


def table(folder: Path, *lines: str) -> str:
    path = folder / "mine.csv"
    path.write_text("\n".join((*lines, "")), encoding="utf-8")
    return str(path)


def stored(folder: Path) -> list[str]:
    path = folder / "own-ratings.csv"
    return path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []


@pytest.mark.parametrize(
    ("lines", "more", "expected"),
    [
        pytest.param(
            ("domain,label,valid_from", "left.example,Lean Left,2024-01-01"), (),
            "left.example,Mine,news,lean left,,,,,2024-01-01,0,", id="our own names",
        ),
        pytest.param(
            ("Outlet,Bias Rating,Date,Weight", "The Left Post,LEFT,2024-01-01,9"), (),
            "left.example,Mine,news,left,,,,,2024-01-01,0,", id="a name, other words, a column beyond need",
        ),
        pytest.param(
            ("url,lean", "https://www.center.example/,+1"), ("--valid-from", "2024-01-01"),
            "center.example,Mine,news,lean right,,,,,2024-01-01,0,", id="an address, a number, one day for all",
        ),
        pytest.param(
            ("outlet,label,lean,scope,as_of", "mitte.example,centre,0,Fact-Check,2024-01-01"), (),
            "center.example,Mine,fact check,center,,,,,2024-01-01,0,", id="another domain of the outlet, another scope",
        ),
        pytest.param(
            ("name,domain,label,date,score,link", "Nobody,right.example,right,2024-01-01,2.5,https://r.example/1"),
            ("--private", "--scale", "Freedonia"),
            "right.example,Mine,news,right,2.5,,,https://r.example/1,2024-01-01,1,Freedonia",
            id="the address decides, not the name; private; on a scale",
        ),
    ],
)  # fmt: skip
def test_forms_that_are_taken(folder: Path, lines: Sequence[str], more: Sequence[str], expected: str) -> None:
    result = run(folder, "import", table(folder, *lines), "--provider", "Mine", *more)
    assert result.exit_code == 0, result.output
    assert stored(folder) == [expected]


def test_every_bad_row_is_told_and_nothing_is_written(folder: Path) -> None:
    file = table(
        folder,
        "domain,outlet,label,lean,date,scope",
        "left.example,,left,,2024-01-01,",
        "notleft.example,The Left Post,left,,2024-01-01,",
        "left.example/opinion,,left,,2024-01-01,",
        ",Left Pots,left,,2024-01-01,",
        ",,left,,2024-01-01,",
        "left.example,,leftish,,2024-01-02,",
        "left.example,,left,2,2024-01-03,",
        "left.example,,,0.5,2024-01-04,",
        "left.example,,left,,4.1.2024,",
        "left.example,,left,,,",
        "left.example,,left,,2024-01-05,sport",
        "left.example,,right,,2024-01-01,",
    )
    result = run(folder, "import", file, "--provider", "Mine")
    assert isinstance(result.exception, DataFileError)
    told = [line.partition("mine.csv:")[2] for line in result.exception.problems]
    expected = [
        '"notleft.example" is the address of no outlet of outlets.csv',
        '"left.example/opinion" is a part of left.example: write left.example to rate the whole',
        'outlet "Left Pots" is none of outlets.csv beyond doubt (did you mean The Left Post, left.example?)',
        "names no outlet",
        'label "leftish" is not known: use left, lean left, center, lean right, right, or a whole number',
        'label "left" and lean "2" contradict each other',
        'lean "0.5" is none of -2, -1, 0, 1, 2',
        'day "4.1.2024" is not written as 2023-11-24',
        "no day: fill it, or say --valid-from DAY",
        'scope "sport" is not known: use one of news, opinion, fact check',
        "left.example is rated in line 2 already, for the same scope and day",
    ]
    begun = [f"{line}: {problem}" for line, problem in enumerate(expected, 3)]
    assert [one[: len(start)] for one, start in zip(told, begun, strict=True)] == begun
    assert stored(folder) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["--provider", "allsides"], "'allsides' is AllSides, whose ratings stand in", id="taken"),
        pytest.param(["--provider", "A,B"], "has a comma or a control character", id="a comma"),
        pytest.param(["--provider", "Mine", "--valid-from", "today"], '--valid-from "today" is not a day', id="a day"),
        pytest.param(["--provider", "Mine"], "no column for a day", id="today is never guessed"),
        pytest.param(["--provider", "A\u202eB"], "has a comma or a control character", id="a turn of direction"),
    ],
)
def test_what_a_provider_and_a_day_may_be(folder: Path, words: Sequence[str], message: str) -> None:
    result = run(folder, "import", table(folder, "domain,label", "left.example,left"), *words)
    assert message in str(result.exception)
    assert stored(folder) == []


def test_a_name_that_is_taken_by_likeness_is_told(folder: Path) -> None:
    file = table(folder, "name,label,date", "Right Weeklly,left,2024-01-01", "The Left Post,left,2024-01-01")
    result = run(folder, "import", file, "--provider", "Mine")
    assert "read 'Right Weeklly' as Right Weekly" in result.output
    assert "read 'The Left Post'" not in result.output


def test_a_table_of_another_make_is_told(folder: Path) -> None:
    file = table(folder, "domain;label;date", "left.example;left;2024-01-01")
    told = str(run(folder, "import", file, "--provider", "Mine").exception)
    assert "the columns seem to be parted by semicolons" in told


def test_what_a_spreadsheet_writes_is_read(folder: Path) -> None:
    path = folder / "mine.csv"
    path.write_bytes(b'\xef\xbb\xbfDomain,Label,Date\r\nleft.example,"Left",2024-01-01\r\n,,\r\n')
    assert run(folder, "import", str(path), "--provider", "Mine").exit_code == 0
    assert stored(folder) == ["left.example,Mine,news,left,,,,,2024-01-01,0,"]


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    file = table(folder, "domain,label,date", "left.example,left,2024-01-01")
    result = run(folder, "import", file, "--provider", "Mine", "--dry-run")
    assert "1 new rating, 0 replaced, 0 there already; nothing written" in result.output
    assert not (folder / "own-ratings.csv").exists()


def test_rows_are_merged_and_replaced_only_on_request(folder: Path) -> None:
    lines = ("domain,label,date", "left.example,left,2024-01-01")
    run(folder, "import", table(folder, *lines), "--provider", "Mine", "--private")
    again = run(folder, "import", table(folder, *lines, "right.example,right,2024-01-01"), "--provider", "Mine")
    assert "Mine is private: never published" in again.output
    assert "1 new rating, 0 replaced, 1 there already" in again.output
    other = table(folder, "domain,label,date", "left.example,center,2024-01-01")
    refused = run(folder, "import", other, "--provider", "Mine")
    assert "--replace takes these" in str(refused.exception)
    taken = run(folder, "import", other, "--provider", "Mine", "--replace")
    assert "replaced: left.example, news, 2024-01-01: left by center" in taken.output
    assert stored(folder) == [
        "left.example,Mine,news,center,,,,,2024-01-01,1,",
        "right.example,Mine,news,right,,,,,2024-01-01,1,",
    ]


def test_a_provider_is_made_private_as_a_whole(folder: Path) -> None:
    lines = ("domain,label,date", "left.example,left,2024-01-01")
    run(folder, "import", table(folder, *lines), "--provider", "Mine")
    result = run(folder, "import", table(folder, *lines), "--provider", "Mine", "--private")
    assert "what is published has them until `aggregator publish`" in result.output
    assert stored(folder) == ["left.example,Mine,news,left,,,,,2024-01-01,1,"]


def test_the_provider_of_the_pages_cant_be_made_private(folder: Path) -> None:
    file = table(folder, "domain,label,date", "left.example,left,2024-01-01")
    run(folder, "import", file, "--provider", "Mine")
    with (folder / "aggregator.toml").open("a", encoding="utf-8") as config:
        config.write('[site]\nprovider = "Mine"\n')
    refused = run(folder, "import", file, "--provider", "Mine", "--private")
    assert "Mine is site.provider, which the pages show" in str(refused.exception)
    assert stored(folder) == ["left.example,Mine,news,left,,,,,2024-01-01,0,"]


def test_a_scale_is_taken_back(folder: Path) -> None:
    file = table(folder, "domain,label,date", "left.example,left,2024-01-01")
    run(folder, "import", file, "--provider", "Mine", "--scale", "USA")
    assert stored(folder) == ["left.example,Mine,news,left,,,,,2024-01-01,0,United States"]
    assert "on a scale of no country" in run(folder, "import", file, "--provider", "Mine", "--scale", "").output
    assert stored(folder) == ["left.example,Mine,news,left,,,,,2024-01-01,0,"]


def test_an_empty_table_is_told_in_one_line(folder: Path) -> None:
    (folder / "mine.csv").write_text("")
    told = str(run(folder, "import", str(folder / "mine.csv"), "--provider", "Mine").exception)
    assert told.splitlines()[1:] == [f"{folder}/mine.csv:1: is empty: a header with the names of the columns is wanted"]


def test_a_scale_that_no_outlet_is_of_is_told(folder: Path) -> None:
    file = table(folder, "domain,label,date", "left.example,left,2024-01-01")
    result = run(folder, "import", file, "--provider", "Mine", "--scale", "Fredonia")
    assert 'no outlet of outlets.csv is of Fredonia (did you mean "Freedonia"?)' in result.output


# The database.


@pytest.fixture
def news(config: Config, tmp_path: Path, clock: Clock) -> Path:
    """A working database with two articles in one story."""
    articles = tmp_path / "articles.csv"
    articles.write_text(
        "url,title,published\nhttp://left.example/1,Dam breaks above Tarn,2026-11-01T10:00:00Z\n"
        "http://right.example/1,Dam above Tarn breaks,2026-11-01T11:00:00Z\n"
    )
    db = tmp_path / "news.db"
    with open_workspace(config, db, clock) as workspace:
        import_file(articles, workspace.ingest(), workspace.clock(), lambda rows: None)
        group_articles(workspace)
    return db


def private_rows(folder: Path) -> Path:
    return own(
        folder,
        f"left.example,{NAME},news,right,3.5,,,{LABELLED},2024-02-03,1,Freedonia",
        f"unrated.example,{NAME},news,left,,,,{LABELLED},2024-02-03,1,Freedonia",
    )


def test_a_changed_file_is_taken_in_at_once(config: Config, news: Path, clock: Clock, tmp_path: Path) -> None:
    private_rows(tmp_path)
    with open_workspace(config, news, clock) as workspace, workspace.run("group"):
        query = "select lean, side, foreign_scale from articles_with_bias_by_provider where provider = ? order by 1"
        assert workspace.store.db.execute(query, [NAME]).fetchall() == [(None, "unrated", None), (2, "right", 0)]
        assert workspace.store.db.execute("select private from providers where name = ?", [NAME]).fetchall() == [(1,)]
        last = "select private_hash is not null from runs order by id desc limit 1"
        assert workspace.store.db.execute(last).fetchall() == [(1,)]
    (tmp_path / "own-ratings.csv").unlink()
    with open_workspace(config, news, clock) as workspace:
        assert workspace.store.db.execute("select name from providers order by 1").fetchall() == [
            ("AllSides",),
            ("MBFC",),
        ]


def test_a_private_provider_changes_no_byte_of_what_is_published(
    config: Config, news: Path, clock: Clock, tmp_path: Path
) -> None:
    first = make_published(config, news)
    before = first.path.read_bytes()
    private_rows(tmp_path)
    second = make_published(config, news)
    after = second.path.read_bytes()
    for told in (NAME, LABELLED, "2024-02-03", "private_hash"):
        assert told.encode() not in after
    assert hashlib.sha256(after).hexdigest() == hashlib.sha256(before).hexdigest()
    with closing(sqlite3.connect(news)) as connection:
        assert connection.execute("select count(*) from ratings where provider = ?", [NAME]).fetchone() == (2,)


def test_a_public_provider_of_ones_own_is_published(config: Config, news: Path, tmp_path: Path) -> None:
    own(tmp_path, f"left.example,{NAME},news,right,,,,,2024-02-03,0,Freedonia")
    path = make_published(config, news).path
    with closing(sqlite3.connect(path)) as connection:
        query = "select provider, side from articles_with_bias_by_provider where domain = 'left.example' order by 1"
        assert connection.execute(query).fetchall() == [("AllSides", "left"), ("MBFC", "left"), (NAME, "right")]
    own(tmp_path, f"left.example,{NAME},news,right,,,,,2024-02-03,1,Freedonia")
    assert NAME.encode() not in make_published(config, news).path.read_bytes()


def test_the_pages_can_not_show_a_private_provider(config: Config, news: Path, tmp_path: Path, clock: Clock) -> None:
    private_rows(tmp_path)
    chosen = replace(config, site=replace(config.site, provider=NAME))
    with pytest.raises(ConfigError, match="which is private: the pages are published"):
        make_published(chosen, news)
    with open_workspace(config, news, clock) as workspace, workspace.store.transaction():
        workspace.store.reference.set_settings({"provider": NAME})
    with pytest.raises(ConfigError, match="is a private provider"):
        publish(news, summary_characters=300)


def test_a_reader_can_make_the_hash_of_the_ratings(config: Config, news: Path, tmp_path: Path) -> None:
    own(tmp_path, f"left.example,{NAME},news,right,,,,,2024-02-03,0,Freedonia")
    path = make_published(config, news).path
    told_how = re.search(r'sqlite3 data/published/news.db "(select .*)" \| sha256sum', RATINGS_PAGE.read_text("utf-8"))
    assert told_how is not None
    lines = told_how[1]
    with closing(sqlite3.connect(path)) as connection:
        text = "".join(f"{line}\n" for (line,) in connection.execute(lines).fetchall())
        told = connection.execute("select value from settings where key = 'ratings_hash'").fetchone()[0]
    assert hashlib.sha256(text.encode()).hexdigest() == told


def test_a_file_from_before_the_table_of_providers_is_filled(config: Config, news: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(news)) as connection:
        for (view,) in connection.execute("select name from sqlite_master where type = 'view'").fetchall():
            connection.execute(f"drop view {view}")
        connection.execute("drop table providers")
        connection.execute("alter table runs drop column private_hash")
        connection.execute("delete from _sqlite_migrations where name = '0011_providers'")
        connection.execute("insert into settings (key, value) values ('blindspot_max_p', '0.1')")
        connection.commit()
    with open_workspace(config, news, clock) as workspace:
        query = "select name, scale, private from providers order by name"
        assert workspace.store.db.execute(query).fetchall() == [
            ("AllSides", "United States", 0), ("MBFC", "United States", 0)
        ]  # fmt: skip
        assert workspace.store.reference.setting("blindspot_max_p") is None
