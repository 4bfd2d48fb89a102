"""A page's account: which place gave each field, what was left out of the text and why; and outlets' selectors."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from aggregator.models import BodyStatus
from aggregator.pages import Selectors, Told, explain_page, parse_page

PAGES = Path(__file__).parent / "pages"
NOW = datetime(2026, 11, 23, tzinfo=UTC)
URL = "https://anvil.example/news/opinion/7"
SENTENCE = "The council met on Monday and could not agree on the price of the new bridge over the river."
TEXT = f"<p>{SENTENCE}</p>" * 1 + "".join(f"<p>{n}. {SENTENCE}</p>" for n in range(6))
HEAD = """<title>Bridge stays closed | The Anvil</title><meta property="og:title" content="Bridge stays closed">
<meta property="og:site_name" content="The Anvil"><meta name="author" content="The Anvil">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closed","datePublished":"2026-11-20",
"author":{"name":"Ada Quill"}}</script>"""


def page(body: str, head: str = HEAD) -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def account(body: str, head: str = HEAD, **selectors: str) -> list[Told]:
    return list(explain_page(page(body, head), URL, NOW, Selectors(**selectors)).told)


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_the_account_is_of_the_record_that_is_stored(name: str) -> None:
    html = (PAGES / f"{name}.html").read_bytes()
    assert explain_page(html, URL, NOW).page == parse_page(html, URL, NOW)


def test_each_place_says_its_headline_and_its_vote() -> None:
    told = account(f"<h1>Bridge stays closed</h1>{TEXT}")
    assert [(one.place, one.value, one.note) for one in told if one.field == "title"] == [
        ("JSON-LD", "Bridge closed", "vote 1.1"),
        ("OpenGraph", "Bridge stays closed", "vote 1, won"),
        ("title", "Bridge stays closed", "vote 0, won"),
        ("h1", "Bridge stays closed", "vote 1, won"),
    ]


def test_the_first_place_that_names_a_person_gives_the_authors() -> None:
    told = account(f'<h1>Bridge stays closed</h1><p class="byline">By Ada Quill</p>{TEXT}')
    assert [(one.place, one.value, one.note) for one in told if one.field == "authors"] == [
        ("JSON-LD author", "Ada Quill", "taken"),
        ("meta author", "The Anvil", ""),
        ("marked byline", "By Ada Quill", "agrees"),
        ("signed line", "Ada Quill", "agrees"),
    ]


def test_date_and_scope_name_their_place() -> None:
    told = account(f"<h1>Bridge stays closed</h1>{TEXT}")
    assert [one for one in told if one.field == "published"] == [
        Told("published", "JSON-LD datePublished", "2026-11-20", "taken")
    ]
    assert [(one.place, one.note) for one in told if one.field == "scope"] == [
        ("JSON-LD type", "news"),
        ("section", "news"),
        ("address", "opinion"),
    ]


@pytest.mark.parametrize(
    ("markup", "what", "why"),
    [
        pytest.param(
            '<div class="related-box"><p>Other bridges</p></div>',
            '<div class="related-box"> Other bridges',
            "a box by its name: related",
            id="box",
        ),
        pytest.param(
            "<figcaption>A bridge</figcaption>",
            "<figcaption> A bridge",
            "<figcaption> holds no text of an article",
            id="caption",
        ),
        pytest.param(
            '<p class="photo-credit">Photo desk</p>',
            '<p class="photo-credit"> Photo desk',
            "a caption by its name: credit",
            id="credit",
        ),
        pytest.param("<div hidden><p>Psst</p></div>", "<div> Psst", "hidden", id="hidden"),
    ],
)
def test_what_was_taken_out_has_its_reason(markup: str, what: str, why: str) -> None:
    found = explain_page(page(f"<article><h1>Bridge stays closed</h1>{TEXT}{markup}</article>"), URL, NOW)
    assert (what, why) in found.parts
    assert markup not in found.page.body


def test_a_line_that_was_left_out_has_its_reason() -> None:
    more = "<p>Read more: Five bridges that never closed</p><p>Photo: Silas Wren</p>"
    found = explain_page(page(f"<article><h1>Bridge stays closed</h1>{TEXT}{more}{TEXT}</article>"), URL, NOW)
    assert found.lines[:2] == (
        ("Read more: Five bridges that never closed", "leads away from the article"),
        ("Photo: Silas Wren", "a picture's credit"),
    )


@pytest.mark.parametrize(
    ("body", "head", "status", "why"),
    [
        pytest.param(TEXT, "", BodyStatus.FULL, "139 words; nothing says that it is locked", id="full"),
        pytest.param("<p>Short.</p>", "", BodyStatus.SUSPECT, "under 50; and nothing says", id="suspect"),
        pytest.param(
            "<p>Short.</p><p>Already a subscriber?</p>", "", BodyStatus.PAYWALLED, "a paywall's words", id="paywalled"
        ),
        pytest.param(
            TEXT,
            '<meta property="article:content_tier" content="locked">',
            BodyStatus.TEASER,
            "it says that it is locked; 139 words, under 200",
            id="teaser",
        ),
    ],
)
def test_a_status_has_its_reason(body: str, head: str, status: BodyStatus, why: str) -> None:
    found = explain_page(page(f"<article><h1>Bridge stays closed</h1>{body}</article>", head), URL, NOW)
    assert found.page.body_status is status
    assert why in found.status


# -- An outlet's own selectors

ODD = (
    '<div class="kicker"><b>Bridge is shut for good</b></div><div class="who">By Nora Field and Lou Mere</div>'
    f'<div class="txt"><p>{SENTENCE}</p><div class="shop"><p>Buy a model of the bridge in our shop today.</p></div>'
    f'<p>Another. {SENTENCE}</p></div><div class="rest">{TEXT}</div>'
)


def test_selectors_go_before_the_general_rules() -> None:
    chosen = Selectors(title=".kicker b", authors=".who", body=".txt", drop=".shop")
    found = parse_page(page(ODD), URL, NOW, chosen)
    assert (found.title, found.authors) == ("Bridge is shut for good", ("Nora Field", "Lou Mere"))
    assert found.body.split("\n") == [SENTENCE, f"Another. {SENTENCE}"]


def test_a_selector_that_finds_nothing_leaves_it_to_the_general_rules() -> None:
    chosen = Selectors(title=".gone", authors=".gone", body=".gone", drop=".gone")
    assert parse_page(page(ODD), URL, NOW, chosen) == parse_page(page(ODD), URL, NOW)
    told = account(ODD, title=".gone", authors=".gone")
    assert [one.note for one in told if "gone" in one.place] == ["finds nothing", "finds nothing"]


# -- Rules of headline and byline that the visible page decides


@pytest.mark.parametrize(
    ("headings", "title"),
    [
        pytest.param(
            "<h1>All about bridges</h1><h2>Bridge closed for ever</h2>", "Bridge closed for ever", id="agrees"
        ),
        pytest.param(
            "<h1>All about bridges</h1><h2>Rivers Bridge closed for ever</h2>", "Bridge closed for ever", id="kicker"
        ),
        pytest.param("<h1>All about bridges</h1><h2>Rivers</h2>", "All about bridges", id="another h2"),
        pytest.param(
            "<h1>All about bridges</h1><h2>Rivers</h2><h2>Floods</h2><h2>Bridge closed for ever</h2>",
            "All about bridges",
            id="a link to it further down",
        ),
    ],
)
def test_an_h2_that_json_ld_repeats_goes_before_a_headline_made_for_searches(headings: str, title: str) -> None:
    head = (
        '<meta property="og:title" content="All about bridges"><script type="application/ld+json">'
        '{"@type":"NewsArticle","headline":"Bridge closed for ever"}</script>'
    )
    assert parse_page(page(f"{headings}{TEXT}", head), URL, NOW).title == title


@pytest.mark.parametrize(
    ("markup", "authors"),
    [
        pytest.param('<ul class="metaInfoAuthorList"><li>Ada Quill</li></ul>', ("Ada Quill",), id="camel case"),
        pytest.param("<p>By Ada Quill and Lou Mere</p>", ("Ada Quill", "Lou Mere"), id="a line that says by"),
        pytest.param("<li>Autorin/Autor Ada Quill</li>", ("Ada Quill",), id="autor"),
        pytest.param("<p>von Dr. Ada Quill</p>", ("Dr. Ada Quill",), id="von"),
        pytest.param("<p><strong>Ada Quill</strong></p>", ("Ada Quill",), id="a name in bold above the text"),
        pytest.param("<p>By the river of Oldhaven</p>", (), id="a place in small letters"),
        pytest.param(f"<p>{SENTENCE}</p><p><b>Rising Water</b></p>", (), id="a sub-heading in bold"),
        pytest.param('<a class="author-edit">edit topics</a>', (), id="a button"),
        pytest.param('<span class="author">14:26 Uhr</span>', (), id="a time"),
    ],
)
def test_a_byline_that_readers_see(markup: str, authors: tuple[str, ...]) -> None:
    assert parse_page(page(f"<h1>Bridge stays closed</h1>{markup}{TEXT}", ""), URL, NOW).authors == authors


def test_the_outlets_own_name_gives_way_to_a_signed_line() -> None:
    head = '<meta property="og:site_name" content="The Anvil"><meta name="author" content="The Anvil">'
    body = f'<h1>Bridge stays closed</h1><span class="author">The Anvil</span><p>By Ada Quill</p>{TEXT}'
    assert parse_page(page(body, head), URL, NOW).authors == ("Ada Quill",)
