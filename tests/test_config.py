"""aggregator.toml: what is refused, and that what ships says what the program believes."""

from __future__ import annotations

import dataclasses
import itertools
import tomllib
from pathlib import Path

import pytest

from aggregator.config import Config, read_config
from aggregator.errors import ConfigError
from aggregator.resources import ROOT


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("[crawl]\ndealy = 2.0", 'unknown key crawl.dealy (did you mean "delay"?)', id="a misspelt key"),
        pytest.param("[blindspots]\nmax_p = 0.1", "unknown key blindspots.max_p: drop it;", id="a key that is gone"),
        pytest.param("[crwal]\n", 'unknown section [crwal] (did you mean "crawl"?)', id="a misspelt section"),
        pytest.param("[crawl]\ndelay = 'two'", "crawl.delay must be a number, not 'two'", id="a wrong type"),
        pytest.param(
            "[crawl]\npoll_minutes = 1.5", "crawl.poll_minutes must be a whole number, not 1.5", id="half a minute"
        ),
        pytest.param("[crawl]\ndelay = -1", "crawl.delay must not be negative, but is -1", id="a negative"),
        pytest.param("[crawl]\ndelay = inf", "crawl.delay must be a finite number, not inf", id="no end of waiting"),
        pytest.param("[crawl]\ntimeout = 0", "crawl.timeout must not be 0", id="no time at all"),
        pytest.param("[grouping]\nthreshold = 7", "grouping.threshold is a share of 1, but is 7", id="more than all"),
        pytest.param("crawl = 3", "crawl must be a section, [crawl]", id="no section"),
        pytest.param(
            "[site]\ntime_zone = 'Mars'", "site.time_zone names no time zone: 'Mars'", id="a zone nobody keeps"
        ),
        pytest.param("[site]\nlanguage = 'xx'", "site.language names no language: 'xx'", id="a language nobody writes"),
        pytest.param("[site]\ncontact = 'the desk'", "site.contact must be a mail address", id="no mail address"),
        pytest.param(
            "[site]\naddress = 'https://a.example/news'", "site.address must be like https://", id="a path in it"
        ),
        pytest.param("[crawl", "can't be read as TOML", id="no TOML"),
    ],
)
def test_a_bad_file_is_refused_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "aggregator.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert str(caught.value).startswith(f"{path}: {message}")
    assert "\n" not in str(caught.value).removeprefix(f"{path}: can't be read as TOML")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such file"):
        read_config(tmp_path / "none.toml")


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "aggregator.toml").write_text('[files]\nfeeds = "mine/feeds.csv"')
    assert read_config(tmp_path / "aggregator.toml").files.feeds == tmp_path / "mine" / "feeds.csv"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param('[files]\nratings = "mine/r.csv"', "mine/own-ratings.csv", id="beside the ratings"),
        pytest.param('[files]\nratings = "mine/r.csv"\nown_ratings = "own.csv"', "own.csv", id="where it says"),
    ],
)
def test_where_ratings_of_ones_own_stand(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "aggregator.toml").write_text(text)
    assert read_config(tmp_path / "aggregator.toml").files.own_ratings == tmp_path / place


@pytest.mark.parametrize("language", ["de", "pt_BR", "zh-Hant"])
def test_a_language_may_have_a_country_or_a_script(tmp_path: Path, language: str) -> None:
    (tmp_path / "aggregator.toml").write_text(f'[site]\nlanguage = "{language}"\ntime_zone = "Asia/Kolkata"')
    assert read_config(tmp_path / "aggregator.toml").site.language == language


def test_the_file_that_ships_repeats_the_defaults() -> None:
    shipped = read_config(ROOT / "aggregator.toml")
    assert dataclasses.replace(shipped, path=None) == Config()


def test_the_file_that_ships_names_every_key() -> None:
    told = tomllib.loads((ROOT / "aggregator.toml").read_text())
    sections = [section.name for section in dataclasses.fields(Config) if section.name != "path"]
    assert {name: set(table) for name, table in told.items()} == {
        name: {key.name for key in dataclasses.fields(getattr(Config(), name))} for name in sections
    }


def test_every_key_of_the_file_that_ships_has_its_reason() -> None:
    lines = (ROOT / "aggregator.toml").read_text().splitlines()
    bare = [line for before, line in itertools.pairwise(lines) if " = " in line and not before.startswith("#")]
    assert bare == ['ratings = "ratings.csv"', 'feeds = "feeds.csv"', 'metadata = "datasette-metadata.json"']


def test_the_hash_names_the_settings() -> None:
    changed = dataclasses.replace(Config(), site=dataclasses.replace(Config().site, provider="MBFC"))
    assert Config().hash != changed.hash
