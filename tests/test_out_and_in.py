"""What left as CSV for programs comes back by `aggregator import` as the same articles, byte by byte."""

from __future__ import annotations

import asyncio
import csv
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from aggregator.cli import cli
from aggregator.cli.common import Place
from aggregator.config import Config
from aggregator.csv_forms import restored
from aggregator.errors import UsageError
from aggregator.export import export
from aggregator.importers import import_file
from aggregator.site.serve import make_app
from aggregator.store.publish import publish
from aggregator.workspace import open_workspace
from tests.conftest import Clock
from tests.site_fixtures import METADATA

TITLES = [
    "=HYPERLINK(\"http://evil.example\")", "+1 for the mayor", "-2 degrees in the harbour", "@desk: what we know",
    "'Tis the season", "'=quoted", 'She said "no", twice', "مجلس الشيوخ يقر", "Senate: 31-28",
]  # fmt: skip
ARTICLES = "select url, title, published, language, summary, byline as authors, image from articles order by url"


def published(config: Config, folder: Path, table: Path, clock: Clock) -> Path:
    with open_workspace(config, folder / "news.db", clock) as workspace:
        report = import_file(table, workspace.ingest(), clock())
        assert report.bad == []
    return publish(folder / "news.db", summary_characters=300).path


def fetched(path: Path, address: str) -> bytes:
    site: Any = make_app(path, METADATA)
    answer = asyncio.run(site.client.get(address))
    assert answer.status_code == 200
    return bytes(answer.content)


def test_articles_come_back_as_they_left(config: Config, tmp_path: Path, clock: Clock) -> None:
    first = tmp_path / "first.csv"
    with first.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["url", "title", "published", "lang", "summary", "authors", "image"])
        for number, title in enumerate(TITLES):
            day = f"2026-11-0{1 + number % 3}T12:00:00Z"
            writer.writerow([f"http://left.example/{number}", title, day, "en", f"{title}, in short", "", ""])
    there, back = tmp_path / "there", tmp_path / "back"
    address = f"/news.csv?sql={quote(ARTICLES)}&form=raw"
    path = published(config, there, first, clock)
    left = fetched(path, address)
    (tmp_path / "left.csv").write_bytes(left)
    again = published(config, back, tmp_path / "left.csv", clock)
    assert fetched(again, address) == left
    assert [row["title"] for row in csv.DictReader(left.decode().splitlines())] == TITLES


def test_the_command_line_and_the_site_write_the_same(config: Config, tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "a.csv").write_text('url,title\nhttp://left.example/1,"=1+1"\nhttp://left.example/2,Two\n')
    path = published(config, tmp_path / "one", tmp_path / "a.csv", clock)
    for form in ("raw", "spreadsheet"):
        export(path, "revisions", tmp_path / "out.csv", "csv", lambda rows: None, form)
        assert (tmp_path / "out.csv").read_bytes() == fetched(path, f"/news/revisions.csv?form={form}")
        export(path, "articles", tmp_path / "out.csv", "csv", lambda rows: None, form)
        assert (tmp_path / "out.csv").read_bytes() == fetched(path, f"/news/articles.csv?_sort=id&form={form}")
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8-sig") as file:
        titles = {restored(row["title"]): row["title"] for row in csv.DictReader(file)}
    assert titles == {"=1+1": "'=1+1", "Two": "Two"}


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        pytest.param([], b"id,", id="raw without a word"),
        pytest.param(["--form", "spreadsheet"], "\ufeffid,".encode(), id="for spreadsheets"),
    ],
)
def test_export_takes_the_form(config: Config, tmp_path: Path, clock: Clock, words: list[str], begins: bytes) -> None:
    (tmp_path / "a.csv").write_text('url,title\nhttp://left.example/1,"=1+1"\n')
    published(config, tmp_path, tmp_path / "a.csv", clock)
    place = Place(db_named=tmp_path / "news.db")
    asked = ["export", "articles", "-o", str(tmp_path / "out.csv"), *words]
    assert CliRunner().invoke(cli, asked, obj=place, standalone_mode=False).exception is None
    assert (tmp_path / "out.csv").read_bytes().startswith(begins)
    assert (b"'=1+1" in (tmp_path / "out.csv").read_bytes()) == bool(words)
    refused = CliRunner().invoke(cli, [*asked, "--format", "jsonl"], obj=place, standalone_mode=False)
    assert isinstance(refused.exception, UsageError) == bool(words)
