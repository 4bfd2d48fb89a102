"""Secrets that come in by the real doors stand in no byte of the published file, and in no answer of the site."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
import pytest

from aggregator.config import Config, CrawlConfig, FilesConfig, SiteConfig
from aggregator.cycle import group_articles
from aggregator.models import ArticleDraft, DraftKind, FeedPoll, PollCode
from aggregator.own_ratings import OWN_COLUMNS
from aggregator.rights import forget
from aggregator.site.serve import make_app
from aggregator.store.publish import publish
from aggregator.urls import published_feed_url, published_url
from aggregator.workspace import open_workspace
from tests.conftest import FEEDS, OUTLETS, RATINGS
from tests.site_fixtures import METADATA, NOW

NINE = datetime(2026, 11, 22, 9, tzinfo=UTC)
# Where each stands -> the word that is looked for.
SECRETS = {
    "a feed's user": "quillfeather",
    "a feed's password": "zwiebelkuchen",
    "a key in a feed's query": "k3yofthefeed",
    "a token in a feed's query, named otherwise": "t0kenofthefeed",
    "a password in an article's address": "artpassw0rd",
    "a token in an article's address": "artt0ken",
    "a token in a picture's address": "pict0ken",
    "a text": "bodymarker",
    "an earlier text": "oldbodymarker",
    "the end of a long summary": "tailmarker",
    "a guid": "guidmarker",
    "a message of a poll": "messagemarker",
    "a path of this machine": "/home/operator/newsroom",
    "an etag": "etagmarker",
    "a date of the server": "lastmodifiedmarker",
    "a hash of a feed": "feedhashmarker",
    "a private rater": "Zwiebelblatt",
    "a private rater's page": "zwiebelreason",
    "what was removed": "removedmarker",
    "the date as it was written": "rawdatemarker",
}
_FEED = "http://quillfeather:zwiebelkuchen@left.example/feed?apikey=k3yofthefeed&section=1&feedToken=t0kenofthefeed"
_DRAFT = ArticleDraft(
    DraftKind.FEED, "http://left.example/dam?access_token=artt0ken",
    "http://reader:artpassw0rd@left.example/dam?access_token=artt0ken", "Merrow dam cracks force 400 families out",
    "guidmarker-1", summary="The dam of Merrow cracked at dawn. " * 20 + "tailmarker", published=NINE,
    published_raw="rawdatemarker", image="https://user:artpassw0rd@left.example/dam.jpg?auth_token=pict0ken&w=90",
)  # fmt: skip
_PAGE = replace(
    _DRAFT, draft_kind=DraftKind.PAGE, guid=None, body="The dam cracked. oldbodymarker knows. " * 9, word_count=90
)
_GONE = replace(
    _DRAFT, url="http://left.example/removedmarker", original_url="http://left.example/removedmarker?a", guid="g2",
    title="A removedmarker opens the ferry line", summary="removedmarker again", image=None,
)  # fmt: skip
_OTHER = replace(
    _DRAFT, url="http://right.example/dam", original_url="http://right.example/dam", guid="r1", image=None,
    title="400 families leave homes as Merrow dam cracks",
)  # fmt: skip


def _config(folder: Path) -> Config:
    own = "left.example,Zwiebelblatt,news,right,3.5,,,https://zwiebelreason.example/,2024-02-03,1,Freedonia\n"
    texts = {
        "outlets": OUTLETS, "ratings": RATINGS, "own_ratings": ",".join(OWN_COLUMNS) + "\n" + own,
        "feeds": FEEDS.replace("http://left.example/feed", _FEED),
    }  # fmt: skip
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    files = FilesConfig(**{name: folder / f"{name}.csv" for name in texts})
    return Config(files=files, site=SiteConfig(provider="AllSides"), crawl=CrawlConfig(contact="a@aggregator.example"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom whose feeds, articles, ratings and polls have something in them that is nobody's business."""
    made = tmp_path_factory.mktemp("secrets")
    with open_workspace(_config(made), made / "news.db", lambda: NOW) as workspace:
        ingest = workspace.ingest()
        for drafts in ((_DRAFT, _GONE), (replace(_DRAFT, title="Merrow dam cracks: 400 families out"), _GONE)):
            ingest.poll(_poll(1, drafts))
        ingest.poll(_poll(3, (_OTHER,)))
        ingest.add(_PAGE)
        ingest.add(replace(_PAGE, body="The dam cracked. bodymarker knows. " * 9))
        ingest.poll(
            replace(_poll(2, ()), code=PollCode.PARSE, message="messagemarker: /home/operator/newsroom/news.db")
        )
        with workspace.run("group"):
            group_articles(workspace)
        forget(workspace, _GONE.url, note="asked for by mail")
    publish(made / "news.db", summary_characters=300)
    return made


def _poll(feed: int, drafts: tuple[ArticleDraft, ...]) -> FeedPoll:
    return FeedPoll(feed, NOW, PollCode.OK, 200, drafts, etag="etagmarker", last_modified="lastmodifiedmarker",
                    body_hash="feedhashmarker", message="messagemarker")  # fmt: skip


_PLANTED = {name: word for name, word in SECRETS.items() if name != "what was removed"}


@pytest.mark.parametrize("word", [pytest.param(word, id=name) for name, word in _PLANTED.items()])
def test_planted(folder: Path, word: str) -> None:
    """The markers are in the working file, or the tests beside this one would show nothing."""
    assert any(word.encode() in path.read_bytes() for path in folder.glob("news.db*"))


@pytest.mark.parametrize("word", [pytest.param(word, id=name) for name, word in SECRETS.items()])
def test_in_no_byte_of_the_published_file(folder: Path, word: str) -> None:
    assert word.lower().encode() not in (folder / "published" / "news.db").read_bytes().lower()


def _kind(path: str) -> str:
    """What a page shows, by its path and the names of its parameters: not each column to sort by."""
    place, _, query = path.partition("#")[0].partition("?")
    names = sorted({part.partition("=")[0] for part in query.split("&")})
    return f"{place}?{'&'.join(names)}"


def _crawled(site: Any) -> Iterator[tuple[str, httpx.Response]]:
    """Follows every link of every page, of ours and of Datasette, in HTML and as data; one of each kind of question."""

    async def crawl() -> list[tuple[str, httpx.Response]]:
        waiting, seen, found = ["/", "/.json", "/news", "/-/databases.json", "/-/metadata.json"], set[str](), []
        while waiting and len(found) < _MOST:
            path = waiting.pop(0)
            if _kind(path) in seen or path.endswith(".db"):
                continue
            seen.add(_kind(path))
            answer = await site.client.get(path)
            found.append((path, answer))
            if "html" in answer.headers.get("content-type", ""):
                links = (unescape(link) for link in re.findall(r'(?:href|src|action)="([^"]+)"', answer.text))
                waiting += [joined for link in links if (joined := urljoin(path, link)).startswith("/")]
            if re.fullmatch(r"/news/[a-z_]+", path):
                waiting[:0] = [f"{path}.json?_size=max&_labels=on", f"{path}.csv?_size=max"]
        return found

    yield from asyncio.run(crawl())


_MOST = 450


def test_in_no_answer(folder: Path) -> None:
    site = make_app(folder / "published" / "news.db", METADATA, clock=lambda: NOW)
    found = list(_crawled(site))
    told = {path: name for path, answer in found for name, word in SECRETS.items()
            if word.lower() in (answer.text + str(answer.headers)).lower()}  # fmt: skip
    assert told == {}
    assert {path: answer.status_code for path, answer in found if answer.status_code >= 500} == {}
    paths = {path.partition("?")[0] for path, _ in found}
    assert {
        "/health",
        "/story/1",
        "/outlet/left.example",
        "/news/feeds",
        "/news/polls.csv",
        "/news/articles.json",
    } <= paths
    machine = {path for path, answer in found if str(folder) in answer.text or "site-packages" in answer.text}
    assert machine == set()


def test_a_feed_is_known_by_what_is_left_of_its_address(folder: Path) -> None:
    site = make_app(folder / "published" / "news.db", METADATA, clock=lambda: NOW)
    shown = asyncio.run(site.client.get("/news/feeds.json?_shape=array&id=1")).json()[0]["url"]
    assert shown == "http://left.example/feed?apikey=***&section=1&feedToken=***"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        pytest.param("https://a.example/rss?key=1", "https://a.example/rss?key=***", id="a key"),
        pytest.param("https://a.example/rss?API-Key=1&x=2", "https://a.example/rss?API-Key=***&x=2", id="in capitals"),
        pytest.param("https://a.example/rss?api%5Fkey=1", "https://a.example/rss?api%5Fkey=***", id="in escapes"),
        pytest.param(
            "https://a.example/rss?x=1&auth=2&sig=3", "https://a.example/rss?x=1&auth=***&sig=***", id="signed"
        ),
        pytest.param("https://a.example/rss?email=b@c.example", "https://a.example/rss?email=***", id="whose it is"),
        pytest.param("https://a.example/rss?keywords=dam", "https://a.example/rss?keywords=dam", id="words"),
        pytest.param(
            "https://a.example/rss?author=lee&monkey=1", "https://a.example/rss?author=lee&monkey=1", id="others"
        ),
        pytest.param("https://a.example/rss?channel_id=UC1", "https://a.example/rss?channel_id=UC1", id="a channel"),
        pytest.param("https://a.example/rss?token", "https://a.example/rss?token", id="a name alone"),
        pytest.param("https://a.example/rss#token=1", "https://a.example/rss", id="behind the hash"),
        pytest.param("https://me:pw@a.example/rss", "https://a.example/rss", id="a password"),
        pytest.param(None, None, id="none"),
    ],
)
def test_what_is_shown_of_a_feeds_address(url: str | None, shown: str | None) -> None:
    assert published_feed_url(url) == shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        pytest.param("https://a.example/1?id=2&key=3&auth=4", "https://a.example/1?id=2&key=3&auth=4", id="numbers"),
        pytest.param("https://a.example/1?jwt=2", "https://a.example/1?jwt=***", id="who reads it"),
        pytest.param("https://a.example/1?PHPSESSID=2#x", "https://a.example/1?PHPSESSID=***#x", id="a session"),
        pytest.param(
            "https://a.example/1?unlocked_article_code=2",
            "https://a.example/1?unlocked_article_code=2",
            id="a gift that is meant to be passed on",
        ),
        pytest.param("urn:aggregator:12?password=1", "urn:aggregator:12?password=***", id="no web address"),
    ],
)
def test_what_is_shown_of_an_articles_address(url: str, shown: str) -> None:
    assert published_url(url) == shown
