"""What stands above every answer: policies, how long it may be kept, how it is packed; and who is answered at all."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from datasette import Response

from aggregator.config import SiteConfig
from aggregator.site.delivery import delivered
from aggregator.site.headers import PAGE_POLICY
from aggregator.site.plugin import register_routes
from aggregator.site.serve import make_app
from aggregator.store.publish import publish
from tests.full_home import fill_home
from tests.site_fixtures import METADATA, NOW, build, next_edition

ADDRESS = "https://news.example.org"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("headed"))


@pytest.fixture(scope="module")
def site(published: Path) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW)


@pytest.fixture(scope="module")
def known(published: Path) -> Any:
    """The site as it stands behind a proxy: with the address that readers know."""
    return make_app(published, METADATA, clock=lambda: NOW, settings=SiteConfig(address=ADDRESS))


def ask(site: Any, path: str, method: str = "GET", **headers: str) -> httpx.Response:
    told = {"accept-encoding": "identity", **{name.replace("_", "-"): value for name, value in headers.items()}}
    response: httpx.Response = asyncio.run(site.client.request(method, path, headers=told))
    return response


# A route's pattern -> an address that it matches.
_EXAMPLES = (
    "/story/1", "/outlet/courier.example", "/compare.csv", "/compare", "/dictionary", "/research/coverage",
    "/methodology", "/-/metrics", "/news/articles.csv", "/.atom", "/search.atom", "/story/1.atom",
    "/outlet/courier.example.atom", "/blindspots.atom", "/revisions.atom", "/digest.atom", "/storyline/1",
    "/storyline/1.atom", "/storylines", "/storylines.atom",
)  # fmt: skip
DATASETTES = (
    "/news", "/news.json", "/news/articles", "/news/articles.json", "/news/articles.csv", "/news/articles/1",
    "/news/feed_health", "/news/feeds_that_fail", "/news?sql=select+1", "/news.csv?sql=select+1", "/news.db",
    "/-/static/app.css", "/favicon.ico", "/robots.txt", "/-/metadata.json", "/-/databases.json",
)  # fmt: skip
PROBLEMS = (
    "/nothing", "/story/99", "/story/99.json", "/news/nothing", "/news?sql=nothing", "/news/articles?_sort=nothing",
    "/news?sql=select+randomblob(9)", "/-/threads", "/news/articles/", "/story/6",
)  # fmt: skip


def example(pattern: str) -> str:
    """Makes an address of a route's pattern, so that a page which is added later is looked at too."""
    for path in (*_EXAMPLES, "/-/room/nothing.css", "/-/databases", "/"):
        if re.match(pattern, path):
            return path
    plain = re.sub(r"\(\?P<(?:format|suffix)>[^)]*\)\??|\(\?:[^()]*\)\??", "", pattern)
    plain = re.sub(r"\(\?P<\w+>[^()]*\)", "1", plain)
    return plain.strip("^$").replace("\\", "").replace("?", "")


def ours() -> list[str]:
    return [example(pattern) for pattern, _ in register_routes()]


def test_every_route_has_an_example_that_it_answers() -> None:
    assert [
        path for path, (pattern, _) in zip(ours(), register_routes(), strict=True) if not re.match(pattern, path)
    ] == []


EVERYWHERE = sorted({*ours(), "/.json", "/story/1.json", *DATASETTES, *PROBLEMS})


@pytest.mark.parametrize("path", EVERYWHERE)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_every_answer_carries_them(site: Any, path: str, method: str) -> None:
    answer = ask(site, path, method)
    assert answer.status_code < 500
    assert {name: answer.headers.get(name) for name in _HEADERS} == _HEADERS
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["vary"].lower() == "accept-encoding", "everybody gets the same answer"
    assert "set-cookie" not in answer.headers
    assert "cache-control" in answer.headers
    assert "server" not in answer.headers


_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@pytest.mark.parametrize("path", sorted({*ours(), "/nothing", "/-/threads", "/news?sql=" + "x" * 20_000}))
def test_our_pages_let_no_script_and_no_inline_style(site: Any, path: str) -> None:
    answer = ask(site, path)
    if answer.headers["content-type"].startswith("text/html"):
        assert answer.headers["content-security-policy"] == PAGE_POLICY
    assert "unsafe-inline" not in answer.headers["content-security-policy"]


def test_datasettes_pages_run_their_own_scripts_only(site: Any) -> None:
    policy = ask(site, "/news/articles").headers["content-security-policy"]
    assert "script-src 'self' 'sha256-" in policy
    assert "script-src 'self' 'unsafe" not in policy


def test_a_page_that_fails_beneath_our_own_handling(caplog: pytest.LogCaptureFixture) -> None:
    """A failure that never reaches the page of failures is told in one line, with the headers, and logged."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise ValueError("/a/path/of/this/machine")

    answer = _delivered(app)
    assert (answer.status_code, answer.text.partition(",")[0]) == (500, "This page failed")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert [record.message for record in caplog.records] == ["a page failed"]


def _delivered(app: Any) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=delivered(app))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get("/")

    return asyncio.run(asked())


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "BREW"])
@pytest.mark.parametrize("path", ["/", "/story/1", "/news", "/news/articles", "/-/messages", "/-/logout", "/nothing"])
def test_nothing_is_to_be_changed(site: Any, path: str, method: str) -> None:
    answer = ask(site, path, method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert answer.text == "There is nothing to be changed here: ask with GET or HEAD.\n"


def test_options_names_the_methods(site: Any) -> None:
    answer = ask(site, "/", "OPTIONS")
    assert (answer.status_code, answer.headers["allow"], answer.content) == (204, "GET, HEAD", b"")


@pytest.mark.parametrize("path", ["/", "/story/1", "/story/1.json", "/news/articles", "/news/articles.csv", "/nothing"])
def test_head_is_get_without_the_body(site: Any, path: str) -> None:
    head, get = ask(site, path, "HEAD"), ask(site, path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers.get("etag") == get.headers.get("etag")
    assert head.headers["content-type"] == get.headers["content-type"]


@pytest.mark.parametrize(
    "path", ["/", "/story/1", "/story/1.json", "/news/articles", "/news/articles.json", "/news?sql=select+1"]
)
def test_a_reader_who_has_it_gets_a_304(site: Any, path: str) -> None:
    first = ask(site, path)
    assert first.headers["etag"].startswith('W/"')
    assert first.headers["cache-control"] == "public, max-age=60, stale-while-revalidate=60"
    for told in (first.headers["etag"], f'"other", {first.headers["etag"]}', "*"):
        again = ask(site, path, if_none_match=told)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    assert ask(site, path, if_none_match='W/"other"').status_code == 200


def test_who_has_the_last_edition_is_sent_the_next(tmp_path: Path) -> None:
    """Though nobody asks for anything else: a program that looks for news again and again."""
    served = make_app(build(tmp_path), METADATA, clock=lambda: NOW)
    told = ask(served, "/news/stories.json").headers["etag"]
    publish(tmp_path / "news.db", summary_characters=200)
    next_edition(served)
    again = ask(served, "/news/stories.json", if_none_match=told)
    assert (again.status_code, again.headers["etag"] == told) == (200, False)


def test_tags_of_two_questions_differ(site: Any) -> None:
    assert len({ask(site, path).headers["etag"] for path in ("/news", "/news?sql=select+1", "/news?sql=select+2")}) == 3


@pytest.mark.parametrize("path", ["/", "/story/1", "/news/articles", "/news/articles.json", "/news/articles.csv"])
def test_packed_and_plain_are_the_same(site: Any, path: str) -> None:
    plain, packed = ask(site, path), ask(site, path, accept_encoding="br, gzip;q=0.8")
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert _timeless(packed.text) == _timeless(plain.text)
    assert packed.headers.get("etag") == plain.headers.get("etag")
    assert packed.headers["vary"].lower().count("accept-encoding") == 1


def _timeless(text: str) -> str:
    return re.sub(r"[\d.]+ms|\"query_ms\": [\d.]+", "", text)


@pytest.mark.parametrize(
    ("path", "accepted"),
    [
        pytest.param("/", "gzip;q=0", id="a reader who can't unpack"),
        pytest.param("/", "identity", id="a reader who wants it plain"),
        pytest.param("/nothing.json", "gzip", id="a short answer"),
        pytest.param("/news.db", "gzip", id="the file itself"),
    ],
)
def test_not_packed(site: Any, path: str, accepted: str) -> None:
    answer = ask(site, path, accept_encoding=accepted)
    assert "content-encoding" not in answer.headers
    assert int(answer.headers.get("content-length", len(answer.content))) == len(answer.content)


def test_the_length_is_that_of_what_is_sent(site: Any) -> None:
    async def sent() -> tuple[dict[bytes, bytes], bytes]:
        messages: list[dict[str, Any]] = []

        async def send(message: dict[str, Any]) -> None:
            messages.append(message)

        async def receive() -> dict[str, Any]:
            return {"type": "http.disconnect"}

        headers = [(b"host", b"localhost"), (b"accept-encoding", b"gzip")]
        scope = {
            "type": "http",
            "method": "GET",
            "path": "/",
            "raw_path": b"/",
            "query_string": b"",
            "headers": headers,
        }
        await site.client.app(scope, receive, send)
        return dict(messages[0]["headers"]), b"".join(one.get("body", b"") for one in messages[1:])

    headers, body = asyncio.run(sent())
    assert int(headers[b"content-length"]) == len(body)
    assert gzip.decompress(body).strip().startswith(b"<!doctype html>")


@pytest.mark.parametrize("path", ["/news?sql=nothing", "/news/articles?_sort=nothing", "/story/1?" + "a=1&" * 200])
def test_an_error_is_kept_nowhere(site: Any, path: str) -> None:
    answer = ask(site, path)
    assert (answer.status_code, answer.headers["cache-control"]) == (400, "no-store")


def test_a_reader_cannot_have_a_page_kept_for_longer(site: Any) -> None:
    assert "max-age=60," in ask(site, "/news/articles?_ttl=999999").headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("//evil.example/", id="two slashes"),
        pytest.param("///evil.example/", id="three"),
        pytest.param("/%2f%2fevil.example", id="escaped slashes"),
        pytest.param("/%2f%2fevil.example/", id="escaped slashes, and one after"),
        pytest.param("/%2F%2Fevil.example/%2e%2e", id="escaped dots"),
        pytest.param("/\\evil.example/", id="a backslash"),
        pytest.param("/%5cevil.example/", id="an escaped backslash"),
        pytest.param("/%5C%5Cevil.example/", id="two"),
        pytest.param("/@evil.example/", id="an at sign"),
        pytest.param("/.evil.example/", id="a dot"),
        pytest.param("/%0d%0aLocation:%20https://evil.example/", id="a line end"),
        pytest.param("/story/1%0d%0aSet-Cookie:a=b/", id="a line end in an address of ours"),
        pytest.param("/outlet///evil.example/", id="slashes within"),
        pytest.param("/outlet/%2f%2fevil.example/", id="escaped slashes within"),
        pytest.param("/news//evil.example/", id="slashes in Datasette's"),
        pytest.param("/news/articles?_next=//evil.example", id="a parameter"),
        pytest.param(
            "/news/articles?_filter_column=//evil.example&_filter_op=x&_filter_value=%0d%0aa:b", id="a filter"
        ),
        pytest.param("/news/-/%2f%2fevil.example/", id="Datasette's own folder"),
        pytest.param("/-/config", id="an old address of Datasette"),
        pytest.param("/:memory:/evil.example", id="another"),
        pytest.param("/-/logout", id="who logs out"),
    ],
)
def test_no_redirect_leads_off_the_host(site: Any, path: str) -> None:
    for told in (path, path.rstrip("/")):
        answer = asyncio.run(site.client.request("GET", "http://localhost" + told, avoid_path_rewrites=True))
        assert answer.status_code < 500
        place = answer.headers.get("location", "/")
        assert re.fullmatch(r"/(?![/\\])[^\\\s]*", place), place
        assert "set-cookie" not in answer.headers


def test_a_redirect_that_would_leave_is_not_sent() -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await Response.redirect("//evil.example/").asgi_send(send)

    answer = _delivered(app)
    assert (answer.status_code, "location" in answer.headers) == (404, False)


PAGES = ("/", "/.json", "/story/1", "/story/1.json", "/outlet/courier.example", "/news/articles?_size=2",
         "/news/articles.json?_size=2", "/news", "/news?sql=select+1", "/story/6", "/nothing")  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_strangers_host_gets_into_no_page(known: Any, path: str) -> None:
    answer = ask(known, path, host="evil.example", x_forwarded_host="evil.example", forwarded="host=evil.example")
    assert "evil" not in answer.text
    assert "evil" not in str(answer.headers)
    assert _timeless(answer.text) == _timeless(ask(known, path).text)


def test_absolute_links_are_of_the_address_that_is_set(known: Any) -> None:
    told = ask(known, "/news/articles.json?_size=2", host="evil.example").json()
    assert told["next_url"].startswith(f"{ADDRESS}/news/articles.json?")


@pytest.mark.parametrize(
    "host", ["evil.example/../", "evil example", "a@evil.example", "<script>", "evil.example:x", "[::1"]
)
def test_a_host_that_is_none(site: Any, host: str) -> None:
    assert ask(site, "/news/articles", host=host).status_code == 400


# What Datasette has for those who run it: none tells a reader what they came for, some tell of the machine.
@pytest.mark.parametrize(
    "path",
    ["plugins", "plugins.json", "settings", "settings.json", "versions", "versions.json", "threads", "threads.json",
     "config", "actor.json", "permissions", "messages", "auth-token", "auth-token?token=x", "allow-debug", "patterns",
     "logout", "jump", "nothing"],
)  # fmt: skip
def test_closed(site: Any, path: str) -> None:
    assert ask(site, f"/-/{path}").status_code == 404


@pytest.mark.parametrize("path", ["/_internal", "/_internal/databases", "/_memory", "/_memory?sql=select+1"])
def test_no_other_database(site: Any, path: str) -> None:
    assert ask(site, path).status_code in (403, 404)


def test_the_file_is_known_by_its_hash(site: Any, published: Path) -> None:
    told = ask(site, "/-/databases.json").json()
    assert told[0]["hash"] == hashlib.sha256(published.read_bytes()).hexdigest()
    assert ask(site, "/news.db").content == published.read_bytes()


FULL = 60


def test_the_first_page_is_under_60_kb_packed(tmp_path: Path) -> None:
    """A home page of as many stories as it can hold, each with a headline, a bar and a language of its own."""
    site = make_app(fill_home(tmp_path, FULL), METADATA, clock=lambda: NOW)
    page = ask(site, "/", accept_encoding="gzip")
    assert len(json.loads(ask(site, "/.json").text)["stories"]) == FULL
    sheets = re.findall(r'href="(/-/room/[^"]+)"', page.text)
    sizes = [len(gzip.compress(ask(site, path).content, 6)) for path in ("/", *sheets)]
    assert sum(sizes) < 60_000, sizes
    print(sizes)
