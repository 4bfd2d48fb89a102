"""Stored pages of our own writing, each with what it must give; and what a hostile page must not do."""

from __future__ import annotations

import csv
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aggregator.models import BodyStatus, DraftKind, ParsedPage, Scope
from aggregator.pages import parse_page, to_draft
from aggregator.pages.document import MAX_TAGS, decoded
from aggregator.resources import ROOT
from aggregator.times import iso

# A busy machine is no failure: neither a slow example nor slow generation.
steady = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

PAGES = Path(__file__).parent / "pages"
NOW = datetime(2026, 11, 23, tzinfo=UTC)
URL = "https://anzeiger.example/2"
PARAGRAPH = b"<p>" + b"The river rose again on Monday and the town moved its boats. " * 8 + b"</p>"

FRAGMENTS = [
    '<script type="application/ld+json">',
    '{"@type": "NewsArticle", "headline": "The dam", "author": [{"name": ["x", 1]}], "datePublished": []}',
    '{"@graph": [{"@type": 5}, [], null, {"@id": {}, "name": {"@value": 3}}]}',
    "</script>",
    "<h1>The dam",
    "</h1>",
    "<article><h2>",
    "</article>",
    '<div class="paywall" hidden>',
    "</div>",
    '<link rel="canonical" href="https://anzeiger.example/3">',
    '<meta property="og:title" content="The dam | X"><meta name="date" content="0000-00-00">',
    "<p>The river rose again on Monday and the town moved its boats.</p>" * 5,
    "<p>Already a subscriber? Log in</p>",
]


def told(page: ParsedPage) -> dict[str, Any]:
    """A page's fields as the expected files write them."""
    return {
        "url": page.url,
        "title": page.title,
        "published": iso(page.published) if page.published else None,
        "published_raw": page.published_raw,
        "authors": list(page.authors),
        "body": page.body.split("\n") if page.body else [],
        "body_status": page.body_status.value if page.body_status else None,
        "summary": page.summary,
        "language": page.language,
        "section": page.section,
        "scope": page.scope.value,
        "kind": page.kind.value,
        "image": page.image,
        "flags": list(page.flags),
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_a_stored_page_gives_its_article(name: str) -> None:
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    found = told(parse_page((PAGES / f"{name}.html").read_bytes(), URL, NOW))
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("shape", ["teaser_and_second_article", "teaser_and_second_article_flat"])
@pytest.mark.parametrize(
    "foreign",
    [
        pytest.param("tidal daily newsletter", id="subscription-teaser"),
        pytest.param("$2.90", id="price"),
        pytest.param("Scenes at the upper gate", id="caption"),
        pytest.param("Ruth Vane", id="credit"),
        pytest.param("latest on the tides", id="newsletter-box"),
        pytest.param("free trial", id="paywall"),
        pytest.param("best harbours", id="paywall-pitch"),
        pytest.param("Bees", id="second-headline"),
        pytest.param("MARROWBONE", id="second-article"),
        pytest.param("queen", id="second-article-end"),
        pytest.param("The latest", id="list-of-others"),
        pytest.param("Second Closure", id="own-headline"),
    ],
)
def test_what_is_not_the_article_never_reaches_the_body(shape: str, foreign: str) -> None:
    page = parse_page((PAGES / f"{shape}.html").read_bytes(), URL, NOW)
    assert foreign not in page.body
    assert page.body.startswith("The harbour of Oldhaven")
    assert page.body.endswith("bring their papers.")


@pytest.mark.parametrize(
    ("html", "flags"),
    [
        pytest.param(b"", ("empty_page",), id="empty"),
        pytest.param(b"\x00" * 50, ("empty_page",), id="nuls"),
        pytest.param(b"<title>T</title>" + b"<a href=x>y</a>" * 200_000, ("too_large", "no_date"), id="200000-links"),
        pytest.param(b"<body>" + b"<div>" * 100_000, ("too_large", "no_date"), id="100000-divs"),
        pytest.param(b"<body>" + b"<div>" * (MAX_TAGS // 2), ("no_date",), id="deep"),
        pytest.param(b"<p>" + b"a b " * 4_000_000, ("too_large", "no_date"), id="16-MB"),
        pytest.param(b'<script>"' + rb"\\" * 200_000 + b"</script>", ("no_date",), id="endless-string"),
    ],
)
def test_a_hostile_page_gives_a_flag_and_no_body(html: bytes, flags: tuple[str, ...]) -> None:
    page = parse_page(html, URL, NOW)
    assert (page.flags, page.body, page.body_status) == (flags, "", BodyStatus.SUSPECT)


def test_a_page_that_is_too_large_still_gives_its_head() -> None:
    head = b'<head><title>T</title><meta property="og:title" content="The dam breaks"></head><body>'
    page = parse_page(head + b"<p>x</p>" * 100_000, URL, NOW)
    assert (page.title, page.flags[0]) == ("The dam breaks", "too_large")


def test_json_ld_of_no_shape_is_passed_over() -> None:
    script = b'<script type="application/ld+json">{"@type":"NewsArticle","headline":5,"author":[[[{}]]]}</script>'
    page = parse_page(script + b"<h1>The dam breaks</h1>" + PARAGRAPH, URL, NOW)
    assert (page.title, page.authors) == ("The dam breaks", ())


@pytest.mark.parametrize(
    ("raw", "published", "flags"),
    [
        pytest.param("2026-05-05T10:00:00+02:00", "2026-05-05T08:00:00Z", (), id="iso"),
        pytest.param("2031-01-01", None, ("date_implausible",), id="years-ahead"),
        pytest.param("2026-13-05", None, ("date_unreadable",), id="month-13"),
    ],
)
def test_a_date_is_read_or_flagged(raw: str, published: str | None, flags: tuple[str, ...]) -> None:
    html = f'<meta property="article:published_time" content="{raw}"><h1>The dam breaks</h1>'.encode() + PARAGRAPH
    page = parse_page(html, URL, NOW)
    assert (iso(page.published) if page.published else None, page.flags) == (published, flags)


def test_a_date_from_the_address_is_marked_as_a_guess() -> None:
    page = parse_page(b"<h1>The dam breaks</h1>" + PARAGRAPH, "https://a.example/2025/03/04/dam", NOW)
    assert page.published == datetime(2025, 3, 4, tzinfo=UTC)
    assert page.flags == ("date_guessed",)


@pytest.mark.parametrize(
    ("canonical", "url", "flags"),
    [
        pytest.param("/news/1", "https://www.a.example/news/1", (), id="relative"),
        pytest.param("https://a.example/news/1?utm_source=x", "https://a.example/news/1", (), id="other-prefix"),
        pytest.param("https://b.example/1", "https://www.a.example/amp/1", ("canonical_elsewhere",), id="other-outlet"),
        pytest.param("https://www.a.example/", "https://www.a.example/amp/1", (), id="front-page"),
        pytest.param("javascript:alert(1)", "https://www.a.example/amp/1", (), id="unsafe"),
    ],
)
def test_a_canonical_link_counts_on_its_own_host_only(canonical: str, url: str, flags: tuple[str, ...]) -> None:
    fetched = "https://www.a.example/amp/1?fbclid=2"
    head = f'<link rel="canonical" href="{canonical}"><meta name="date" content="2026-05-05">'.encode()
    draft = to_draft(parse_page(head + b"<h1>The dam breaks</h1>" + PARAGRAPH, fetched, NOW), fetched)
    assert (draft.url, draft.original_url, draft.flags) == (url, fetched, flags)
    assert draft.canonical_url == ("https://b.example/1" if flags else None)


def test_a_canonical_link_to_an_agency_names_it() -> None:
    head = b'<link rel="canonical" href="https://apnews.com/article/dam"><h1>The dam breaks</h1>'
    draft = to_draft(parse_page(head + PARAGRAPH, URL, NOW), URL)
    assert (draft.wire, draft.canonical_url) == ("AP", "https://apnews.com/article/dam")


def test_a_draft_of_a_page_carries_what_the_page_told() -> None:
    html = b'<meta name="author" content="Jane Doe"><h1>The dam breaks</h1><p>RIVERTON (AP) - ' + PARAGRAPH[3:]
    draft = to_draft(parse_page(html, URL, NOW), URL)
    assert (draft.draft_kind, draft.title, draft.byline, draft.wire) == (
        DraftKind.PAGE,
        "The dam breaks",
        "Jane Doe",
        "AP",
    )
    assert (draft.scope, draft.word_count) == (Scope.NEWS, 98)


def test_the_body_is_cut_and_its_words_are_counted_before() -> None:
    sentence = "Word {} of a very long report that goes on and on without an end in sight. "
    html = (
        "<article><h1>The dam breaks</h1>"
        + "".join(f"<p>{sentence.format(n) * 3}</p>" for n in range(2000))
        + "</article>"
    )
    page = parse_page(html.encode(), URL, NOW)
    assert len(page.body.encode()) <= 200_000
    assert page.word_count is not None
    assert page.word_count > 90_000


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("é".encode(), "é", id="utf-8"),
        pytest.param(b"\xef\xbb\xbf\xc3\xa9", "é", id="bom"),
        pytest.param("é".encode("utf-16"), "é", id="utf-16"),
        pytest.param(
            b'<meta charset="iso-8859-1">\x93\xe9', '<meta charset="iso-8859-1">“é', id="latin-1-is-windows-1252"
        ),
        pytest.param(
            '<meta charset="shift_jis">日本'.encode("shift_jis"), '<meta charset="shift_jis">日本', id="shift-jis"
        ),
        pytest.param(b'<meta charset="klingon">\xe9', '<meta charset="klingon">�', id="unknown"),
        pytest.param(b'<meta charset="hex">\xe9', '<meta charset="hex">�', id="no-character-set"),
    ],
)
def test_a_page_is_decoded_as_browsers_do(body: bytes, text: str) -> None:
    assert decoded(body) == text


def test_no_rule_names_an_outlet() -> None:
    """An outlet that needs rules of its own has a spider."""
    with (ROOT / "outlets.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    named = {name for row in rows for name in (row["domain"], row["name"], *row["other_names"].split(";"))}
    rules = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "aggregator" / "pages").glob("*.py"))
    found = {name for name in named if len(name) > 4 and name in rules}
    assert {name for name in found if re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", rules)} == set()


def test_the_outlets_name_above_the_page_is_no_headline() -> None:
    html = b"<title>The dam breaks | The Anvil</title><h1>The Anvil</h1><h2>The dam breaks</h2>" + PARAGRAPH
    assert parse_page(html, URL, NOW).title == "The dam breaks"


@steady
@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join).map(str.encode)
    | st.text(max_size=60).map(lambda words: f"<h1>{words}</h1><p>{words * 9}</p>".encode("utf-8", "replace"))
)
def test_any_bytes_give_a_page_of_valid_text(html: bytes) -> None:
    page = parse_page(html, URL, NOW)
    repr(page).encode("utf-8")
    assert len(page.title) <= 512
    assert "\x00" not in page.body
    assert to_draft(page, URL).url.startswith("https://anzeiger.example/")
