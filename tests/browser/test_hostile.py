"""Hostile texts in every field, on every page, in a real browser: nothing runs, asks elsewhere or breaks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from aggregator.site.research import QUESTIONS
from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import PUBLIC
from tests import hostile
from tests.browser.rooms import PATIENCE
from tests.site_fixtures import FERRY, HARBOUR, LONE, METADATA, NOW, OLD, OUTLETS, PIECES, RESERVOIR, STRIKE, VOTING

STORIES = (HARBOUR, STRIKE, FERRY, RESERVOIR, VOTING, LONE, OLD)
OURS = [
    "/",
    "/?q=senate",
    "/?day=2026-11-20",
    "/health",
    "/revisions",
    "/blindspots",
    "/outlets",
    "/methodology",
    "/research",
]
OURS += [f"/story/{story}" for story in STORIES]
OURS += [f"/outlet/{domain}" for _, domain, *_ in OUTLETS]
OURS += [f"/research/{question}" for question in QUESTIONS]
OURS += [
    "/story/<script>alert(1)<~2Fscript>",
    "/outlet/~22onload=alert(1)",
    "/?q=%3Cscript%3Ealert(1)%3C/script%3E&day=%22%3E",
]
DATASETTES = [f"/news/{table}" for table in PUBLIC]
DATASETTES += ["/news/articles_with_bias", "/news/feed_health", "/news/story_members", "/news/rater_disagreement"]
DATASETTES += [f"/news/articles/{row}" for row in range(1, 4)] + ["/news/outlets/3", "/news/providers/AllSides"]
DATASETTES += [
    "/news?sql=select+title,+url+from+articles",
    "/news?sql=select+'%3Cscript%3Ealert(1)%3C/script%3E'+as+'%3Cb%3E'",
]
DATASETTES += ["/news/articles?_facet=title&_facet=byline&_facet=section", "/news/%3Cscript%3E?_sort=%3Cscript%3E"]
# What may stand on a page of Datasette's, and on none of ours.
_INJECTED = """() => ({
  planted: document.querySelectorAll('[data-planted]').length,
  handlers: [...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames())
    .filter(name => name.startsWith('on')).length,
  foreign: document.querySelectorAll('iframe, object, embed, base, meta[http-equiv], form[action^="http"]').length,
  links: [...document.links].filter(one => !/^https?:$/.test(one.protocol)).map(one => one.href),
  inside: [...document.links].filter(one => /^(10\\.|127\\.|router$)/.test(one.hostname) && one.host != location.host)
    .map(one => one.href),
  wide: document.documentElement.scrollWidth - window.innerWidth > 0,
})"""
_NOTHING = {"planted": 0, "handlers": 0, "foreign": 0, "links": [], "inside": [], "wide": False}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    app = make_app(hostile.build(tmp_path_factory.mktemp("hostile")), METADATA, clock=lambda: NOW).app()
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
        assert thread.is_alive()
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module", params=[320, 1280], ids=lambda width: f"{width} px")
def page(browser: Any, request: pytest.FixtureRequest, address: str) -> Iterator[Any]:
    """A page that gathers what is said, and what is asked of anybody else, in `page.said`."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.said = []
    opened.on("console", lambda message: opened.said.append(message.text))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.on("dialog", lambda dialog: (opened.said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    opened.on("request", lambda asked: asked.url.startswith(address) or opened.said.append(f"asks {asked.url}"))
    yield opened
    context.close()


def _look(page: Any, url: str) -> Any:
    page.said.clear()
    answer = page.goto(url)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    # The browser itself says of a page that is not there that it is not.
    told = [line for line in page.said if "the server responded with a status of 4" not in line]
    assert told == []
    assert answer.status < 500
    return page.evaluate(_INJECTED)


@pytest.mark.parametrize("path", OURS)
def test_nothing_runs_or_breaks_on_a_page_of_ours(page: Any, address: str, path: str) -> None:
    assert _look(page, address + path) == _NOTHING
    assert page.evaluate("document.scripts.length") == 0


@pytest.mark.parametrize("path", DATASETTES)
def test_nothing_runs_on_a_page_of_datasettes(page: Any, address: str, path: str) -> None:
    assert _look(page, address + path) | {"wide": False} == _NOTHING


@pytest.mark.parametrize("story", STORIES)
def test_every_headline_can_be_read(page: Any, address: str, story: int) -> None:
    _look(page, f"{address}/story/{story}")
    shown = page.locator("main").inner_text()
    members = [number for number, piece in enumerate(PIECES, 1) if piece.story == story]
    assert [number for number in members if f"Text {number} " not in shown] == []


def test_every_text_from_outside_is_planted(tmp_path: Path) -> None:
    hostile.build(tmp_path)
    store = Store.open(tmp_path / "news.db")
    clean = [
        f"{table}.{column}"
        for table, column in hostile.planted_columns(store)
        if store.db.execute(f"select count(*) from {table} where {column} is null or {column} = ''").fetchone()[0]
    ]
    store.close()
    assert clean == ["overrides.undone"] or clean == []
