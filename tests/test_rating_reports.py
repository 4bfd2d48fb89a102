"""Ratings beside ratings: two providers, two files, what is odd about those in force, and what a bench says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aggregator.cli import cli
from aggregator.cli.publish import make_published
from aggregator.config import Config
from aggregator.workspace import open_workspace
from bench import ratings as bench

PRINTED = Path(__file__).resolve().parent / "printed_labels.csv"


@pytest.fixture
def folder(tmp_path: Path, config: Config) -> Path:
    (tmp_path / "aggregator.toml").write_text(
        '[files]\noutlets = "outlets.csv"\nratings = "ratings.csv"\nfeeds = "feeds.csv"\nown_ratings = "own.csv"\n'
    )
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--config", str(folder / "aggregator.toml"), "ratings", *words])


def lines(result: Result) -> list[str]:
    return [" ".join(line.split()) for line in result.output.splitlines()]


def test_two_providers(folder: Path) -> None:
    assert lines(run(folder, "diff", "AllSides", "MBFC")) == [
        "right.example off the line right (2019-10-18) | fake-news (2026-08-19)",
        "both rate 2 outlets: 1 on the same step, 1 off the line; 2 only AllSides, 0 only MBFC",
    ]
    assert "left.example same lean left (2023-11-24) | left-center (2026-08-19)" in lines(
        run(folder, "diff", "AllSides", "MBFC", "--all")
    )
    found = json.loads(run(folder, "diff", "AllSides", "MBFC", "--json").output)
    assert [(pair["domain"], pair["steps"]) for pair in found["pairs"]] == [
        ("right.example", None),
        ("left.example", 0),
    ]
    assert found["by_steps"] == {"0": 1, "off the line": 1}


def test_steps_are_signed_and_the_farthest_apart_come_first(folder: Path) -> None:
    text = (folder / "ratings.csv").read_text()
    rows = "left.example,Mine,news,right,,,,,2024-01-01\ncenter.example,Mine,news,lean left,,,,,2024-01-01\n"
    (folder / "ratings.csv").write_text(text + rows)
    assert lines(run(folder, "diff", "AllSides", "Mine")) == [
        "left.example +3 lean left (2023-11-24) | right (2024-01-01)",
        "center.example -1 center (2019-10-18) | lean left (2024-01-01)",
        "both rate 2 outlets: 1 one step apart, 1 three steps apart; 2 only AllSides, 0 only Mine",
    ]


def test_two_files(folder: Path) -> None:
    text = (folder / "ratings.csv").read_text()
    changed = text.replace("center.example,AllSides,news,center", "mitte.example,AllSides,news,lean left")
    changed = changed.replace("left.example,MBFC,news,left-center,,,high,,2026-08-19\n", "")
    (folder / "newer.csv").write_text(changed + "gone.example,Mine,news,left,,,,,2024-01-01\n")
    assert lines(run(folder, "diff", str(folder / "ratings.csv"), str(folder / "newer.csv"))) == [
        "+ gone.example, Mine, news, 2024-01-01: left",
        "- left.example, MBFC, news, 2026-08-19: left-center",
        "~ center.example, AllSides, news, 2019-10-18: center -> lean left",
        "1 added, 1 removed, 1 changed, 6 the same",
    ]


def test_a_table_and_a_published_file(folder: Path, config: Config) -> None:
    with open_workspace(config, folder / "news.db"):
        pass
    published = make_published(config, folder / "news.db").path
    assert lines(run(folder, "diff", str(folder / "ratings.csv"), str(published))) == [
        "0 added, 0 removed, 0 changed, 8 the same"
    ]


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        pytest.param(
            "AllSides", "ratings.csv", "are a provider and a file: compare two of a kind", id="a provider and a file"
        ),
        pytest.param(
            "ratings.csv", "AllSides", "are a file and a provider: compare two of a kind", id="a file and a provider"
        ),
        pytest.param("AllSides", "MFBC", "nobody is called 'MFBC' (did you mean \"MBFC\"?)", id="nobody"),
        pytest.param("none.csv", "ratings.csv", "there is no such file", id="no file"),
        pytest.param("{}/outlets.csv", "{}/ratings.csv", "missing column provider, scope", id="another table"),
    ],
)
def test_what_can_not_be_compared(folder: Path, one: str, other: str, message: str) -> None:
    assert message in str(run(folder, "diff", one.format(folder), other.format(folder)).exception)


def test_an_outlet_through_time(folder: Path) -> None:
    told = lines(run(folder, "list", "The Left Post"))
    assert told == [
        "The Left Post, left.example, Freedonia",
        "2019-10-18 AllSides, news: left (-2)",
        "2023-11-24 AllSides, news: lean left (-1)",
        "2019-10-18 AllSides, opinion: left (-2)",
        "2026-08-19 MBFC, news: left-center (-1)",
    ]
    assert lines(run(folder, "list", "unrated.example"))[-1] == "unrated"
    assert "no outlet of outlets.csv" in str(run(folder, "list", "notleft.example").exception)


def test_what_is_in_force(folder: Path) -> None:
    result = run(folder, "check")
    assert result.exit_code == 0
    told = lines(result)
    assert "AllSides: 6 ratings, scale of United States" in told
    assert "news: 5 of 2 days, 2019-10-18 to 2023-11-24" in told
    assert "8 ratings without a source" in told
    assert "MBFC does not place 3 outlets with feeds" in told
    found = json.loads(run(folder, "check", "--json").output)
    assert len(found["hash"]) == 64
    assert found["unrated"]["MBFC"] == ["center.example", "right.example", "rightweekly.example"]


@pytest.mark.parametrize(
    ("row", "line", "code"),
    [
        pytest.param(
            "right.example,Mine,news,left,3.0,,,,2024-01-01", "says the other side by its score", 1, id="score"
        ),
        pytest.param("right.example,Mine,news,left,0.5,,,,2024-01-01", "Mine: 1 rating", 0, id="a small score"),
        pytest.param("right.example,Mine,opinion,left,,,,,2024-01-01", "has no rating for news", 0, id="no news"),
        pytest.param("right.example,Mine,news,left,,,,,2999-01-01", "begins after today", 0, id="ahead"),
    ],
)
def test_what_is_odd_is_told(folder: Path, row: str, line: str, code: int) -> None:
    with (folder / "ratings.csv").open("a") as file:
        file.write(row + "\n")
    result = run(folder, "check")
    assert line in result.output
    assert result.exit_code == code


def test_a_bad_file_is_told(folder: Path) -> None:
    (folder / "own.csv").write_text("domain,provider,scope,label,valid_from\nleft.example,Mine,news,red,2024-01-01\n")
    result = run(folder, "check")
    assert result.exit_code == 1
    assert 'own.csv:2: label "red" is not known' in str(result.exception)


# The bench that docs/accuracy.md is written by.


def test_the_bench_says_where_and_why_labels_differ() -> None:
    told = "\n".join(bench.section(PRINTED))
    assert "| as of the day | 6 | 5 | .400 | .400 |" in told
    assert "| c | Associated Press | AP Politics & Fact Check | lean left | center, 2020-10-23 | a desk: the" in told
    assert (
        "| e | NPR | NPR | lean left | center, 2020-10-22 | a rating that moved: that label is known from 2023" in told
    )
    assert "| d | Newsmax | Somebody Columnar | left | lean right, 2020-10-23 | a columnist or guest" in told
    assert "| f | deich.example | Zeitung am Deich | center | not in outlets.csv |" in told
    assert "| Fox News | lean right | right, 2023-11-24 (extrapolated) | 1 | a |" in told
    assert "Dam " not in told


def test_the_roundups_are_told_as_they_were_printed(shared: Path) -> None:
    path = shared / "data" / "grouping" / "allsides_dev.csv"
    files = Config().files
    labels, found = bench.read_printed(path), bench.look_up(path, files.ratings)
    told = bench.agreement(labels, found)
    assert told.articles == 300
    assert told.rated >= 285
    assert told.lean / told.rated >= 0.92
    assert told.side / told.rated >= 0.95
