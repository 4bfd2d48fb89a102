"""What a number means is a page of the site: each document renders, and none of its links leads nowhere."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from aggregator.site.documents import DOCUMENTS, html_of, rendered
from aggregator.site.serve import make_app
from tests.site_fixtures import METADATA, ROOT, build


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("documents"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_document_is_a_page(published: Path, name: str) -> None:
    site = make_app(published, METADATA)
    page = asyncio.run(site.client.get("/methodology" if name == "methodology" else f"/methodology/{name}"))
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert re.findall(r"<pre(?! tabindex)|<th(?! scope|ead)", page.text) == []
    assert "style=" not in page.text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_link_of_a_document_leads_to_a_heading_that_is_there(name: str) -> None:
    for target in re.findall(r'href="([^"]*)"', rendered(name)):
        if target.startswith(("http://", "https://")):
            continue
        path, _, heading = target.partition("#")
        document = path.removeprefix("/methodology").strip("/") or ("methodology" if path else name)
        if path and not path.startswith("/methodology"):
            continue
        assert document in DOCUMENTS, target
        assert not heading or f'id="{heading}"' in rendered(document), target


def test_a_document_that_is_none_is_told_which_there_are(published: Path) -> None:
    page = asyncio.run(make_app(published, METADATA).client.get("/methodology/nothing"))
    assert page.status_code == 404
    assert "methodology, accuracy, ratings" in page.text


def test_html_in_a_document_is_text() -> None:
    assert "<script" not in html_of("<script>alert(1)</script>")
    assert "href" not in html_of("[a](javascript:alert(1))")


def test_the_methodology_shows_the_numbers_in_force_and_the_sample(published: Path) -> None:
    page = asyncio.run(make_app(published, METADATA).client.get("/methodology")).text
    assert "<td><code>blindspot_min_origins</code></td><td>4</td>" in page
    # Of the fixture's AllSides ratings three outlets stand on the right today, and all have a feed that answers.
    assert "<tr><td>AllSides</td><td>right</td>" in page
    assert (ROOT / "docs" / "methodology.md").is_file()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_document_leaves_as_json(published: Path, name: str) -> None:
    site = make_app(published, METADATA)
    path = "/methodology" if name == "methodology" else f"/methodology/{name}"
    told = asyncio.run(site.client.get(f"{path}.json")).json()
    assert told["title"] == DOCUMENTS[name]
    assert told["markdown"] == (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert ("settings" in told) == (name == "methodology")
    assert f'href="{path}.json"' in asyncio.run(site.client.get(path)).text
