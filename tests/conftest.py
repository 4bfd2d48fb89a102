"""Fixtures: a settable clock, a workspace on real SQLite, and a wall against every network but loopback."""

from __future__ import annotations

import ipaddress
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from aggregator.config import Config, CrawlConfig, FilesConfig, SiteConfig
from aggregator.workspace import Workspace, open_workspace
from tests.scripted_site import site

__all__ = ["site"]

# What is drawn is the same each time, and may take its time: neither chance nor a busy machine fails a run.
# `--hypothesis-profile=default` draws anew.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

SHARED = Path(__file__).resolve().parents[2] / "shared"

OUTLETS = """\
domain,other_domains,name,other_names,homepage,country,owner,ownership_type,description,youtube
left.example,,The Left Post,Left Post Online,,Freedonia,Red Star Press,,,
center.example,mitte.example,The Center,,,Freedonia,,,,
right.example,,Right Tribune,,,Freedonia,Blue Moon Media,,,
rightweekly.example,,Right Weekly,,,Freedonia,Blue Moon Media,,,
unrated.example,,Nobody Rated This,,,,,,,
"""
RATINGS = """\
domain,provider,scope,label,score,confidence,factual_reporting,source_url,valid_from
left.example,AllSides,news,left,,,,,2019-10-18
left.example,AllSides,news,lean left,,,,,2023-11-24
left.example,AllSides,opinion,left,,,,,2019-10-18
center.example,AllSides,news,center,,,,,2019-10-18
right.example,AllSides,news,right,,,,,2019-10-18
rightweekly.example,AllSides,news,lean right,,,,,2019-10-18
left.example,MBFC,news,left-center,,,high,,2026-08-19
right.example,MBFC,news,fake-news,,,low,,2026-08-19
"""
FEEDS = """\
url,outlet,section,language,fetch_pages,last_seen
http://left.example/feed,left.example,news,en,0,
http://center.example/feed,center.example,news,en,0,
http://right.example/feed,right.example,news,en,0,
http://rightweekly.example/feed,rightweekly.example,news,en,0,
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Runs the files of few tests first, which are those that take long: none of them is left alone at the end."""
    counts = Counter(item.path for item in items)
    items.sort(key=lambda item: (str(item.path.parent), counts[item.path]))


class Clock:
    """A clock that a test sets."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **delta: float) -> None:
        self.now += timedelta(**delta)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 3, 12, 0, tzinfo=UTC))


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return config_in(tmp_path)


def config_in(folder: Path) -> Config:
    """Five outlets, two providers and four feeds, in files of a test's own."""
    files = FilesConfig(own_ratings=folder / "own-ratings.csv")
    for name, text in (("outlets", OUTLETS), ("ratings", RATINGS), ("feeds", FEEDS)):
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        files = replace(files, **{name: path})
    return Config(
        files=files, site=SiteConfig(provider="AllSides"), crawl=CrawlConfig(contact="test@aggregator.example")
    )


@pytest.fixture
def open_db(config: Config, tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Workspace]]:
    """Opens the test's working database, as often as a test wants."""
    opened = []

    def opener() -> Workspace:
        manager = open_workspace(config, tmp_path / "news.db", clock)
        opened.append(manager)
        return manager.__enter__()

    yield opener
    for manager in opened:
        manager.__exit__(None, None, None)


@pytest.fixture
def workspace(open_db: Callable[[], Workspace]) -> Workspace:
    return open_db()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The real data, which stands beside the checkout where the project is developed and nowhere else."""
    if not SHARED.is_dir():
        pytest.skip("the real data is not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails a test of ours that would talk to anything but this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple):
            host = str(address[0])
            if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
                raise AssertionError(f"a test connects to {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
