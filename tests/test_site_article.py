"""The page of an article: what is known of it, how it is rated, where it stands, whose text it is, what was changed."""

from __future__ import annotations

import asyncio
import html
import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from aggregator.config import SiteConfig
from aggregator.decide import ALTERNATES, BODY_PURGED, GUID_REUSED, NO_ARCHIVE
from aggregator.site.flags import FLAGS
from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from aggregator.store.removal import close_empty, remove_articles
from aggregator.times import iso
from tests.site_fixtures import LONE, METADATA, NOW, build

WIRE, COPY, VOTE, OPINION, OLD, SPANISH = 4, 5, 3, 8, 26, 10
HOSTILE = '"><script>alert(1)</script> & <img src=x onerror=alert(1)>\u202e'
ODD, BARE, GONE, HIDDEN = 28, 29, 25, "Secret Panel"
TEXTS = ("title", "summary", "byline", "section", "wire")


def change(store: Store) -> None:
    """Adds an article with hostile text in every field, one of which nothing is told, a removal, a private provider."""
    outlets = store.reference.outlet_ids()
    same = {"original_url": "x", "title_from": "feed", "first_seen": iso(NOW), "last_seen": iso(NOW)}
    nobody = store.db.execute("insert into outlets (name) values (?)", [HOSTILE]).lastrowid
    rows = [
        dict.fromkeys(TEXTS, HOSTILE) | same | {
            "id": ODD, "url": "javascript:alert(2)", "outlet_id": nobody, "image": "data:image/png;base64,AA",
            "canonical": "vbscript:x", "carrier": HOSTILE, "language": "en", "flags": json.dumps([HOSTILE, *FLAGS]),
        },
        same | {"id": BARE, "url": "urn:aggregator:29", "outlet_id": outlets["mina.example"], "title": "…"},
    ]  # fmt: skip
    for row in rows:
        names = ", ".join(row)
        store.db.execute(
            f"insert into articles ({names}) values ({', '.join('?' * len(row))})", [*map(str, row.values())]
        )
    for old, new, field in ((HOSTILE, HOSTILE + "!", "title"), (HOSTILE, "short", "summary")):
        store.db.execute(
            "insert into revisions (article_id, seen, field, old, new) values (?, ?, ?, ?, ?)",
            [ODD, iso(NOW - timedelta(hours=1)), field, old, new],
        )
    store.db.execute(
        "insert into overrides (at, act, kind, article_a, value, note) values (?, 1, 'outlet', ?, ?, ?)",
        [iso(NOW), ODD, f"x.example was {HOSTILE}", HOSTILE],
    )
    store.db.execute("insert into providers (name, private) values (?, 1)", [HIDDEN])
    store.db.execute(
        "insert into ratings (outlet_id, provider, scope, label, lean, valid_from)"
        " values (?, ?, 'news', 'Left', -2, '2020-01-01')",
        [outlets["nationalwire.example"], HIDDEN],
    )
    stories = remove_articles(store.db, [GONE], iso(NOW))
    close_empty(store.db, stories, iso(NOW))
    for act, value, undone in ((2, f"article:a{GONE}", None), (3, "article:a999", iso(NOW))):
        store.db.execute(
            "insert into overrides (at, act, kind, value, undone) values (?, ?, 'forget', ?, ?)",
            [iso(NOW), act, value, undone],
        )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("article")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        change(store)
    store.close()
    published = publish(folder / "news.db", summary_characters=300).path
    return make_app(published, METADATA, clock=lambda: NOW, settings=SiteConfig(contact="desk@room.example"))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The site with one provider."""
    folder = tmp_path_factory.mktemp("alone")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        store.db.execute("delete from ratings where provider = 'MBFC'")
    store.close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


def text(response: httpx.Response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/article/1", 200, id="an article"),
        pytest.param("/article/a1", 200, id="as the command line writes it"),
        pytest.param("/article/a1.json", 200, id="for programs"),
        pytest.param("/article/1?provider=MBFC", 200, id="by a provider"),
        pytest.param("/article/1?provider=nobody", 400, id="by nobody"),
        pytest.param(f"/article/{GONE}", 410, id="removed on request"),
        pytest.param(f"/article/{GONE}.json", 410, id="removed, for programs"),
        pytest.param("/article/999", 404, id="a removal that was taken back"),
        pytest.param("/article/77", 404, id="no such article"),
        pytest.param("/article/999999999999999", 404, id="a number past all articles"),
        pytest.param("/article/one", 404, id="no number"),
        pytest.param("/article", 404, id="nothing"),
        pytest.param(f"/story/{LONE}", 410, id="the story that was left empty"),
    ],
)
def test_addresses(site: Any, path: str, status: int) -> None:
    assert get(site, path).status_code == status


@pytest.mark.parametrize(
    ("article", "words"),
    [
        pytest.param(COPY, "A copy: the same text as Senate passes harbour reform , National Wire , 21 Nov, 22:48 "
                     "(score 1.00; an agency's text). It is not counted a second time.", id="whose text"),
        pytest.param(COPY, "also copied by 1 other Harbour reform: Senate says yes , Northern Star", id="who else"),
        pytest.param(WIRE, "Its own, as far as we know: an agency's text", id="its own text"),
        pytest.param(WIRE, "copied by 2 others", id="who copied it"),
        pytest.param(1, "Nobody here has copied it.", id="not copied"),
        pytest.param(1, "The story began with it.", id="the first of its story"),
        pytest.param(1, "10 articles joined with it", id="who was joined with it"),
        pytest.param(COPY, "Joined with “Harbour sell-off rammed through at midnight” of Tidewater Post : rare words "
                     "harbour, senate; 3 h apart; score 0.94.".replace("“", "").replace("”", ""), id="why it is there"),
        pytest.param(COPY, "11 articles, 9 independent origins.", id="the story"),
        pytest.param(VOTE, "headline · seen 22 Nov, 00:00", id="what was changed"),
        pytest.param(VOTE, "rated 1 May 2023", id="since when it is rated"),
        pytest.param(OPINION, "borrowed from its news, as its opinion is not rated", id="a borrowed rating"),
        pytest.param(6, "later than this article: the first rating known", id="an extrapolated rating"),
        pytest.param(1, "on the United States scale, for an outlet from elsewhere", id="another country's scale"),
        pytest.param(1, "factual reporting high", id="what else the provider says"),
        pytest.param(OLD, "Address none of the web, so it is neither a link nor shown", id="no address"),
        pytest.param(OLD, "AllSides Lean Right right", id="today another rating"),
        pytest.param(SPANISH, "AllSides unrated –", id="unrated"),
        pytest.param(SPANISH, "Spanish", id="the language"),
        pytest.param(BARE, "not told: it counts from when we saw it", id="no date"),
        pytest.param(BARE, "urn:aggregator:29, ours", id="an address of ours"),
        pytest.param(BARE, "It has no story yet", id="no story"),
        pytest.param(BARE, "Not compared with others yet.", id="no origin"),
        pytest.param(BARE, "Language not known", id="no language"),
        pytest.param(BARE, "Text not read", id="no text"),
        pytest.param(ODD, "its feed shows two headlines by turns", id="a flag in words"),
        pytest.param(ODD, "is of x.example, not of", id="a person corrected it"),
    ],
)  # fmt: skip
def test_an_article_says(site: Any, article: int, words: str) -> None:
    assert words in text(get(site, f"/article/{article}"))


def test_what_is_hostile_is_text_in_every_field(site: Any) -> None:
    page = get(site, f"/article/{ODD}")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert "<img" not in page.text
    assert "javascript:" not in page.text
    assert 'href="vbscript' not in page.text
    assert "data:image" not in page.text
    assert page.text.count("&lt;script&gt;") >= 9


def test_a_private_provider_is_not_told(site: Any) -> None:
    for path in (f"/article/{WIRE}", f"/article/{WIRE}.json", "/story/1", "/story/1.json"):
        assert HIDDEN not in get(site, path).text
    assert [rating["provider"] for rating in get(site, f"/article/{WIRE}.json").json()["ratings"]] == [
        "AllSides",
        "MBFC",
    ]


def test_one_provider_alone(alone: Any) -> None:
    assert [rating["provider"] for rating in get(alone, "/article/1.json").json()["ratings"]] == ["AllSides"]
    assert "MBFC" not in text(get(alone, "/article/1")).split("Ratings:")[0]


def test_every_link_of_ours_leads_to_a_page(site: Any) -> None:
    found = set()
    for article in (COPY, ODD, BARE):
        page = get(site, f"/article/{article}?provider=MBFC").text.split("</head>")[1]
        found |= {html.unescape(link).partition("#")[0] for link in re.findall(r'href="([^"]+)"', page)}
    for link in sorted(found):
        if link.startswith("/") and not link.startswith("/news.db"):
            assert get(site, link).status_code == 200, link


def test_the_page_and_its_json_say_the_same_place(site: Any) -> None:
    told = get(site, f"/article/{COPY}.json").json()
    assert told["placed"]["story_id"] == 1
    assert told["placed"]["matched_article_id"] == 1
    assert told["origin"]["representative_id"] == WIRE
    assert [other["id"] for other in told["same_text"]] == [WIRE, 6]
    assert told["article"]["flags"] == []
    assert "body" not in told["article"]


def test_every_flag_has_its_words() -> None:
    """The codes stand where articles are read; one that has no words is shown as it is."""
    root = Path(__file__).resolve().parent.parent / "aggregator"
    written = {NO_ARCHIVE, BODY_PURGED, ALTERNATES, GUID_REUSED}
    for path in ("feeds/entries.py", "pages/dates.py", "pages/page.py", "pages/__init__.py"):
        source = (root / path).read_text(encoding="utf-8")
        written |= set(re.findall(r'\("([a-z_]+)",\)', source))
    assert written <= FLAGS.keys()


@pytest.mark.parametrize(
    ("path", "article"),
    [
        pytest.param("/revisions", VOTE, id="changes"),
        pytest.param("/outlet/courier.example", VOTE, id="an outlet's changes"),
        pytest.param("/story/1", WIRE, id="a story"),
    ],
)
def test_other_pages_lead_to_an_article(site: Any, path: str, article: int) -> None:
    assert f'href="/article/{article}"' in get(site, path).text


def test_the_contact_is_named_where_there_is_one(site: Any, alone: Any) -> None:
    assert 'href="mailto:desk@room.example"' in get(site, "/article/1").text
    assert "mailto:" not in get(alone, "/article/1").text


def test_a_story_and_its_articles_of_one_headline_have_titles_of_their_own(site: Any) -> None:
    pages = ["/story/1", "/article/1", f"/article/{WIRE}", f"/article/{COPY}"]
    titles = [re.findall(r"<title>(.*)</title>", get(site, page).text)[0] for page in pages]
    assert titles == [
        "Harbour sell-off rammed through at midnight · The Reading Room",
        "Harbour sell-off rammed through at midnight, Tidewater Post · The Reading Room",
        "Senate passes harbour reform, National Wire · The Reading Room",
        "Senate passes harbour reform, Valley Gazette · The Reading Room",
    ]
