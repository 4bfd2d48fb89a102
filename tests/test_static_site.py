"""The archive of the site is whole: every link leads to a file of it or is no link, and it is read without a server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from aggregator.cli import main
from aggregator.config import SiteConfig
from aggregator.errors import ServeError
from aggregator.site.archive import Exported, export_site
from aggregator.site.archive.places import Chosen, file_of, question_of
from aggregator.snapshots import read_snapshot, wrong_files
from tests.brief_fixtures import NOTICE, WRITTEN
from tests.site_fixtures import HARBOUR, LONE, METADATA, OLD, PORT, build

CHROMIUM = Path("/usr/bin/chromium")
STORIES = 5


def exported(published: Path, folder: Path, address: str = "", stories: int = STORIES) -> Exported:
    return export_site(published, METADATA, folder, SiteConfig(address=address), 2, stories, lambda done: None)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="module")
def archive(published: Path) -> Exported:
    return exported(published, published.parent.parent / "archive")


def pages(folder: Path) -> dict[str, html.HtmlElement]:
    return {
        path.relative_to(folder).as_posix(): html.document_fromstring(path.read_bytes())
        for path in sorted(folder.rglob("*.html"))
    }


def links(document: html.HtmlElement) -> Iterator[str]:
    for element in document.iter():
        for name in ("href", "src", "action", "data"):
            if isinstance(element.tag, str) and element.get(name):
                yield str(element.get(name))


def target(folder: Path, page: str, link: str) -> tuple[Path, str]:
    parts = urlsplit(link)
    return (folder / page).parent / unquote(parts.path), parts.fragment


def test_the_storylines_of_its_stories_are_in_it(archive: Exported) -> None:
    page = html.document_fromstring((archive.folder / "storyline" / f"{PORT}.html").read_bytes())
    assert f"../story/{HARBOUR}.html" in page.xpath("//ol[@class='parts']//a/@href")
    assert (archive.folder / "storylines.html").exists()


def test_no_link_is_dead_and_none_leads_to_the_server(archive: Exported) -> None:
    found = pages(archive.folder)
    for page, document in found.items():
        for link in links(document):
            if urlsplit(link).scheme in ("https", "http"):
                assert link.split("/")[2].endswith(
                    (".example", "allsides.com", "mediabiasfactcheck.com", ".org", "datasette.io")
                ), link
                continue
            assert not link.startswith("/"), (page, link)
            if link.startswith("#"):
                continue
            path, mark = target(archive.folder, page, link)
            assert path.is_file(), (page, link)
            if mark and path.name == "data.html":
                assert found["data.html"].get_element_by_id(mark) is not None, (page, link)


def test_every_page_is_reached_from_the_first(archive: Exported) -> None:
    found = pages(archive.folder)
    left, seen = ["index.html"], {"index.html"}
    while left:
        page = left.pop()
        for link in links(found[page]):
            if urlsplit(link).scheme or link.startswith("#"):
                continue
            reached = target(archive.folder, page, link)[0].resolve().relative_to(archive.folder.resolve()).as_posix()
            if reached in found and reached not in seen:
                seen.add(reached)
                left.append(reached)
    assert seen == set(found)


def test_what_the_server_was_called_stands_nowhere(published: Path, archive: Exported) -> None:
    for path in archive.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"archive.invalid" not in data, path
            assert b"//localhost" not in data, path
            assert str(published.parent.parent).encode() not in data, path


def test_no_page_has_a_form_or_a_script_and_each_says_what_it_is(archive: Exported) -> None:
    found = pages(archive.folder)
    for page, document in found.items():
        assert not list(document.iter("form", "script", "iframe", "input", "select")), page
        note = document.find(".//main")[0].text_content()
        assert note.startswith("An archive as of 2026-11-22 11:45:00 UTC, to be read without a server; ages are told")
        assert "5 stories of 2 days are in it; 2 others are not." in note
        assert "script-src 'none'" in document.find(".//meta[@http-equiv]").get("content")
    assert "Search and filters need the site itself" in found["index.html"].find(".//main").text_content()
    assert found["index.html"].xpath("//*[contains(@class, 'left-out')]/@title")[0] == "not in this archive"
    assert found[f"story/{HARBOUR}.html"].xpath("//*[contains(@class, 'left-out')]/text()")[-1] == "MBFC"


def test_the_stories_of_most_origins_are_in_it_and_the_rest_is_counted(archive: Exported) -> None:
    stories = {int(path.stem) for path in (archive.folder / "story").glob("*.html")}
    assert HARBOUR in stories
    assert not stories & {LONE, OLD}
    assert (archive.stories, archive.stories_left_out, archive.days, len(stories)) == (5, 2, 2, 5)
    assert archive.pages == len(pages(archive.folder))
    files = [path for path in archive.folder.rglob("*") if path.is_file()]
    assert (archive.files, archive.bytes) == (len(files), sum(path.stat().st_size for path in files))
    listed = pages(archive.folder)["stories.html"].xpath("//ol//a/@href")
    assert sorted(listed) == sorted(f"story/{story}.html" for story in stories)


def test_json_stands_where_its_page_does(archive: Exported) -> None:
    told = json.loads((archive.folder / f"story/{HARBOUR}.json").read_text())
    assert told["story"]["id"] == HARBOUR
    assert f"{HARBOUR}.json" in list(links(pages(archive.folder)[f"story/{HARBOUR}.html"]))


def test_the_data_stand_beside_the_pages(published: Path, archive: Exported) -> None:
    assert (archive.folder / "snapshot" / "news.db").read_bytes() == published.read_bytes()
    assert wrong_files(archive.folder / "snapshot", read_snapshot(archive.folder / "snapshot")) == []
    assert "snapshot/news.db" in list(links(pages(archive.folder)["data.html"]))


def test_what_a_model_wrote_is_marked_in_every_file(archive: Exported) -> None:
    files = [path for path in archive.folder.rglob("*") if path.suffix in (".html", ".json", ".csv", ".db", ".atom")]
    found = {path: path.read_bytes() for path in files}
    having = {path: data for path, data in found.items() if WRITTEN.encode() in data}
    assert {path.suffix for path in having} >= {".html", ".json", ".db"}
    assert [path for path, data in having.items() if NOTICE.encode() not in data] == []


def test_see_the_sql_leads_to_the_words_of_the_question(archive: Exported) -> None:
    found = pages(archive.folder)
    link = next(a for a in found[f"story/{HARBOUR}.html"].iter("a") if a.text == "see the SQL")
    assert link.get("title") == "with provider = AllSides"
    page = target(archive.folder, f"story/{HARBOUR}.html", link.get("href"))[0]
    assert f"placed.story_id = {HARBOUR}" in html.document_fromstring(page.read_bytes()).find(".//pre").text


def test_the_same_edition_gives_the_same_files(published: Path, archive: Exported, tmp_path: Path) -> None:
    again = exported(published, tmp_path / "again").folder
    ours = {path.relative_to(archive.folder): path.read_bytes() for path in archive.folder.rglob("*") if path.is_file()}
    assert ours == {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()}


def test_with_an_address_pages_name_the_living_ones(published: Path, tmp_path: Path) -> None:
    folder = exported(published, tmp_path / "kept", "https://news.tidewater.example", stories=1).folder
    head = pages(folder)[f"story/{HARBOUR}.html"].find("head")
    (canonical,) = (link for link in head.iter("link") if link.get("rel") == "canonical")
    assert canonical.get("href") == f"https://news.tidewater.example/story/{HARBOUR}"
    assert "An archive of https://news.tidewater.example as of" in (folder / "index.html").read_text()


def test_a_folder_that_is_there_is_left_alone(published: Path, archive: Exported) -> None:
    with pytest.raises(ServeError, match="is there already"):
        exported(published, archive.folder)


def test_one_that_fails_leaves_nothing(published: Path, tmp_path: Path) -> None:
    def interrupt(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_site(published, METADATA, tmp_path / "kept", SiteConfig(), 2, 5, interrupt)
    assert list(tmp_path.iterdir()) == []


CHOSEN = Chosen(frozenset({"2026-11-22"}), frozenset({12}), frozenset({34}))


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/.json", "index.json"),
        ("/.feed.json", "index.feed.json"),
        ("/.atom?day=2026-11-22", "day/2026-11-22.atom"),
        ("/blindspots?day=2026-11-22", "blindspots/2026-11-22.html"),
        ("/?day=2026-11-21", None),
        ("/story/12?provider=MBFC", None),
        ("/story/12.csv", "story/12.csv"),
        ("/article/34", "article/34.html"),
        ("/article/35", None),
        ("/news.db", None),
        ("/news?sql=select+1", None),
        ("/-/databases", None),
        ("/newsroom", "newsroom.html"),
    ],
)
def test_where_an_address_stands(address: str, file: str | None) -> None:
    assert file_of(address, CHOSEN) == file


@pytest.mark.parametrize("domain", ["..%2F..%2Fetc", "a b<c>", "-rf", "é.example", "x" * 300, ".hidden"])
def test_no_file_is_named_by_what_a_feed_brought(domain: str) -> None:
    file = file_of(f"/outlet/{domain}", CHOSEN) or ""
    assert re.fullmatch(r"outlet/(x-[0-9a-f]{16}/)*(x-[0-9a-f]{16}|etc)\.html", file), file


def test_feeds_need_an_address_to_lead_to() -> None:
    assert [file_of(one, CHOSEN, feeds=False) for one in ("/.atom", "/.feed.json", "/.json")] == [
        None,
        None,
        "index.json",
    ]


def test_a_question_is_its_words() -> None:
    one, other = question_of("/news?sql=select+:a&a=1&_size=max"), question_of("/news?sql=select+:a&a=2")
    assert one is not None
    assert other is not None
    assert (one.file, one.values) == (other.file, (("a", "1"),))
    assert question_of("/news/stories?sql=x") is None


def test_by_the_command_line(published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "news.db").write_bytes(published.read_bytes())
    db, folder = str(tmp_path / "news.db"), str(tmp_path / "kept")
    with pytest.raises(SystemExit) as ended:
        main(["export-site", folder, "--db", db, "--days", "1", "--stories", "2"])
    captured = capsys.readouterr()
    assert (ended.value.code, captured.err) == (0, "")
    first, second, third = captured.out.splitlines()
    assert first.startswith(f"{folder}/index.html: ")
    assert "2 stories of 1 day" in first
    assert second == "left out as pages: 5 stories; the snapshot has them"
    assert third == "left out: feeds, for site.address is not set"


@pytest.fixture
def browser() -> Iterator[Any]:
    if not CHROMIUM.is_file():
        pytest.skip("there is no /usr/bin/chromium; `apt-get install chromium` brings it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


def test_it_is_read_in_a_browser_from_the_disk(archive: Exported, browser: Any) -> None:
    title = pages(archive.folder)[f"story/{HARBOUR}.html"].findtext(".//h1")
    page = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800}).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.goto((archive.folder / "index.html").as_uri())
    assert page.locator("header").evaluate("one => getComputedStyle(one).display") == "flex"
    page.locator(f'h2 a[href="story/{HARBOUR}.html"]').click()
    assert page.locator("h1").inner_text() == title
    page.get_by_role("link", name="see the SQL").first.click()
    assert page.locator("pre").inner_text().startswith("select")
    page.get_by_role("link", name="Data & SQL").click()
    assert page.locator("h1").inner_text() == "The data of this archive"
    page.get_by_role("link", name="5 stories").click()
    assert page.locator("ol a").count() == STORIES
    page.get_by_role("link", name="Sunday 22 November 2026").click()
    assert page.locator("h1").inner_text() == "Sunday 22 November 2026"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert said == []
