"""The profiles of the outlets: what they say, what they never say, and whether their numbers are those of the rows."""

from __future__ import annotations

import asyncio
import html
import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from aggregator.times import iso
from tests.site_fixtures import HARBOUR, METADATA, NOW, RESERVOIR, VOTING, build

SCRIPT = "<script>alert(1)</script>"
HOSTILE = {
    "domain": "hostile.example", "name": f'{SCRIPT} & "Sons"', "homepage": "javascript:alert(1)",
    "country": "<b>Nowhere</b>", "owner": "<i>O'Neil", "description": "<img src=x onerror=alert(1)>",
    "youtube": " javascript:alert(2)",
}  # fmt: skip
MORE = [
    HOSTILE,
    {"domain": "abc.example/news", "name": "Path Paper", "country": "United States", "owner": "Path Holding",
     "ownership_type": "Private Media", "description": "A paper that shares its host.",
     "youtube": "https://www.youtube.com/channel/UC123"},
    {"domain": None, "name": "The Ferryman", "listed": 0},
    {"domain": "laughs.example", "name": "Daily Laughs", "country": "United States"},
    {"domain": "gone.example", "name": "Gone Gazette"},
    {"domain": "apnews.com", "name": "AP News", "country": "United States"},
]  # fmt: skip
RATINGS = [
    ("laughs.example", "MBFC", "news", "left", -2, "2024-01-01", "2025-01-01", "https://mbfc.example/laughs"),
    ("laughs.example", "MBFC", "news", "satire", None, "2025-01-01", None, "javascript:alert(3)"),
    ("courier.example", "AllSides", "opinion", "left", -2, "2023-05-01", None, None),
]
ARTICLES = [
    # outlet, address, title, wire, origin: the address of another article
    (None, "urn:1", "Notes from the ferry", None, None),
    ("apnews.com", "https://apnews.com/1", "A dam breaks", None, None),
    ("abc.example/news", "https://abc.example/news/1", "A dam breaks", "AP", "https://apnews.com/1"),
    ("abc.example/news", "https://abc.example/news/2", "A dam broke", "Reuters", None),
    ("abc.example/news", "https://abc.example/news/3", "Council sits", None, None),
]  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outlets")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        add(store)
    store.close()
    return publish(folder / "news.db", summary_characters=300).path


@pytest.fixture(scope="module")
def site(published: Path) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW)


def add(store: Store) -> None:
    for row in MORE:
        values = {"listed": 1} | row
        names = ", ".join(values)
        store.db.execute(f"insert into outlets ({names}) values ({', '.join('?' * len(values))})", [*values.values()])
    store.db.execute("insert into outlet_domains (prefix, outlet_id) select domain, id from outlets where domain"
                     " in ('hostile.example', 'abc.example/news', 'laughs.example', 'gone.example')")  # fmt: skip
    store.db.execute("insert into outlet_domains (prefix, outlet_id) select 'abcnews.example', id from outlets"
                     " where domain = 'abc.example/news'")  # fmt: skip
    for domain, *rest in RATINGS:
        store.db.execute(
            "insert into ratings (outlet_id, provider, scope, label, lean, valid_from, valid_to, source_url)"
            " select id, ?, ?, ?, ?, ?, ?, ? from outlets where domain = ?", [*rest, domain])  # fmt: skip
    for article in ARTICLES:
        _article(store, *article)
    store.db.execute(
        "insert into overrides (at, act, kind, value) values (?, 1, 'forget', 'outlet:gone.example')", [iso(NOW)]
    )


def _article(store: Store, domain: str | None, url: str, title: str, wire: str | None, origin: str | None) -> None:
    at = iso(NOW - timedelta(hours=30))
    outlet = store.db.execute("select id from outlets where domain is ? order by id desc", [domain]).fetchone()[0]
    article = store.db.execute(
        "insert into articles (url, original_url, outlet_id, title, published, first_seen, last_seen, title_from, wire)"
        " values (?, ?, ?, ?, ?, ?, ?, 'feed', ?)", [url, url, outlet, title, at, at, at, wire]).lastrowid  # fmt: skip
    if origin is None:
        kind = "wire" if wire or domain == "apnews.com" else "original"
        store.db.execute("insert into origins (representative_id, kind) values (?, ?)", [article, kind])
    store.db.execute(
        "insert into copies (article_id, origin_id, score, method) select ?, origin.id, 1, 'text' from origins origin"
        " join articles standing on standing.id = origin.representative_id where standing.url = ?",
        [article, origin or url])  # fmt: skip


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


def text(site: Any, path: str) -> str:
    """The words of a page as one line, without its tags."""
    answer = get(site, path)
    assert answer.status_code == 200, path
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.text).split()))


def told(site: Any, domain: str, query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = get(site, f"/outlet/{domain}.json{query}").json()
    return found


def number(published: Path, name: str) -> int:
    with sqlite3.connect(published) as connection:
        return int(connection.execute("select id from outlets where name = ?", [name]).fetchone()[0])


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        pytest.param("/outlet/Courier.EXAMPLE", "/outlet/courier.example", id="other letters"),
        pytest.param("/outlet/www.courier.example", "/outlet/courier.example", id="with www"),
        pytest.param("/outlet/courier.example/", "/outlet/courier.example", id="a slash at the end"),
        pytest.param("/outlet/3", "/outlet/courier.example", id="the number of one that has a domain"),
        pytest.param("/outlet/abcnews.example", "/outlet/abc.example/news", id="another domain"),
        pytest.param("/outlet/abcnews.example.json", "/outlet/abc.example/news.json", id="the same for programs"),
        pytest.param("/outlet/abcnews.example?provider=MBFC", "/outlet/abc.example/news?provider=MBFC",
                     id="another domain, with a provider"),
        pytest.param("/outlet/", "/outlets", id="none"),
    ],
)  # fmt: skip
def test_other_addresses_lead_on(site: Any, path: str, leads_to: str) -> None:
    answer = get(site, path)
    assert (answer.status_code, answer.headers["location"]) == (301, leads_to)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/outlet/abc.example/news", 200, id="a domain with a path"),
        pytest.param("/outlet/abc.example/news.json", 200, id="a domain with a path, for programs"),
        pytest.param("/outlet/abc.example", 404, id="its host alone"),
        pytest.param("/outlet/courier.example.evil.example", 404, id="a look-alike"),
        pytest.param("/outlet/999", 404, id="no such number"),
        pytest.param("/outlet/999999999999999999999999", 404, id="a number past all numbers"),
        pytest.param("/outlet/" + "x" * 3000, 404, id="a long name"),
        pytest.param("/outlet/gone.example", 410, id="removed on request"),
        pytest.param("/outlet/courier.example?provider=nobody", 400, id="a provider that is none"),
        pytest.param("/outlet/courier.example?provider=mbfc", 200, id="a provider in other letters"),
    ],
)
def test_addresses(site: Any, path: str, status: int) -> None:
    assert get(site, path).status_code == status


def test_an_unknown_one_names_the_nearest(site: Any) -> None:
    answer = get(site, "/outlet/courrier.example")
    assert answer.status_code == 404
    assert '<a href="/outlet/courier.example">' in answer.text
    assert get(site, "/outlet/Mornin~20Courier.json").json()["nearest"][0] == [
        "/outlet/courier.example", "Morning Courier",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("domain", "words"),
    [
        pytest.param("courier.example", "LL lean left by AllSides LL lean left by MBFC", id="today by each provider"),
        pytest.param("courier.example", "AllSides moved once", id="a moved rating is counted"),
        pytest.param("courier.example", "1 May 2023 Lean Left LL lean left (-1) moved 1 step to the left",
                     id="its move"),
        pytest.param("courier.example", "AllSides, its opinion seen once", id="another scope is apart"),
        pytest.param("courier.example", "As outlets.csv has it; not told: a description, the kind of ownership and a"
                     " video channel", id="what is not told"),
        pytest.param("courier.example", "Headline changed 1 of 4", id="few articles are no percentage"),
        pytest.param("courier.example", "13 of 13 polls", id="polls that were answered"),
        pytest.param("courier.example", "rate on the line of the United States. What is center there need not be center"
                     " at home (Estonia)", id="a foreign line"),
        pytest.param("courier.example", "Merrick Group also owns Harbour Voice", id="the owner's other outlets"),
        pytest.param("elmuelle.example", "Unrated by AllSides: that is no place in the center.", id="unrated"),
        pytest.param("elmuelle.example", "Under AllSides its 2 articles stand in the hatched part of every bar. In the"
                     " 2 stories of several origins that it wrote on, its word is in no share of a side",
                     id="what being unrated costs"),
        pytest.param("mina.example", "Under AllSides its 1 article stands in the hatched part", id="one article"),
        pytest.param("laughs.example", "MBFC: satire, which is no place between left and right", id="off the line"),
        pytest.param("laughs.example", "satire off the line: unrated moved off the line", id="moved off the line"),
        pytest.param("laughs.example", "It has no feed that is polled: aggregator feeds discover", id="nothing here"),
        pytest.param("laughs.example", "neither its articles nor its feeds tell in which language", id="no language"),
        pytest.param("abc.example/news", "It has no feed that is polled: what is here of it came by other ways",
                     id="no feeds"),
        pytest.param("abc.example/news", "A paper that shares its host.", id="a description"),
        pytest.param("abc.example/news", "Also at abcnews.example", id="other domains"),
        pytest.param("redlantern.example", "unsteady", id="a feed that fails"),
        pytest.param("redlantern.example", "12 of 13 polls what failed 22 Nov, 11:55 : no whole answer in time",
                     id="what failed"),
        pytest.param("redlantern.example", "5 min ago : no whole answer in time", id="how the last poll ended"),
        pytest.param("anvil.example", "It did not write 1", id="left out"),
        pytest.param("anvil.example", "Not known 1 Its feeds did not answer", id="not known"),
        pytest.param("anvil.example", "Too early to say 1", id="too early"),
        pytest.param("mina.example", "صوت الميناء", id="a name from right to left"),
    ],
)  # fmt: skip
def test_the_page_says(site: Any, domain: str, words: str) -> None:
    assert words in text(site, f"/outlet/{domain}")


def test_raters_far_apart_are_told(site: Any, published: Path, tmp_path: Path) -> None:
    other = tmp_path / "news.db"
    other.write_bytes(published.read_bytes())
    with closing(sqlite3.connect(other)) as db:
        db.execute("update ratings set lean = 1 where provider = 'MBFC' and outlet_id ="
                   " (select id from outlets where domain = 'courier.example')")  # fmt: skip
        db.commit()
    apart = make_app(other, METADATA, clock=lambda: NOW)
    assert "Its raters disagree : they place it 2 steps apart today." in text(apart, "/outlet/courier.example")
    assert "Its raters disagree" not in text(site, "/outlet/courier.example")


def test_an_american_outlet_is_rated_on_its_own_line(site: Any) -> None:
    assert "on the line of the United States" not in text(site, "/outlet/laughs.example")


def test_a_name_from_right_to_left_is_kept_apart(site: Any) -> None:
    assert "<h1><bdi>صوت الميناء</bdi></h1>" in get(site, "/outlet/mina.example").text


def test_one_without_a_domain_stands_at_its_number(site: Any, published: Path) -> None:
    path = f"/outlet/{number(published, 'The Ferryman')}"
    assert "It is not in outlets.csv" in text(site, path)
    assert f'<link rel="canonical" href="{path}">' in get(site, path).text
    assert f'<a href="{path}"><bdi>The Ferryman</bdi></a>' in get(site, "/outlets?q=ferryman").text


@pytest.mark.parametrize("path", ["/outlet/hostile.example", "/outlets?q=hostile", "/outlet/hostle.example"])
def test_hostile_words_stay_words(site: Any, path: str) -> None:
    page = get(site, path).text
    assert SCRIPT not in page
    assert "<img" not in page
    assert "<b>Nowhere" not in page
    assert not re.search(r'(?:href|src)="\s*javascript:', page)
    assert " style=" not in page


def test_hostile_words_are_shown(site: Any) -> None:
    assert f'{SCRIPT} & "Sons"' in html.unescape(get(site, "/outlet/hostile.example").text)
    assert "javascript" not in get(site, "/outlet/laughs.example").text


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        pytest.param("anvil.example", {"silent": [RESERVOIR], "unheard": [VOTING], "early": [HARBOUR]},
                     id="silent only where its feed answered"),
        pytest.param("courier.example", {"wrote": [HARBOUR, RESERVOIR, VOTING]}, id="it wrote on all"),
        pytest.param("valley.example", {"wrote": [HARBOUR, VOTING], "silent": [RESERVOIR]}, id="a reprint is coverage"),
        pytest.param("mina.example", {"other_language": [HARBOUR, RESERVOIR, VOTING]}, id="of another language"),
        pytest.param("abc.example/news", {"other_language": [HARBOUR, RESERVOIR, VOTING]}, id="of no known language"),
    ],
)  # fmt: skip
def test_what_it_left_out(site: Any, domain: str, expected: dict[str, list[int]]) -> None:
    found = told(site, domain)["left_out"]
    kinds = ("wrote", "silent", "unheard", "early", "thinned", "other_language")
    assert {name: found[name] for name in kinds if found[name]} == expected
    assert found["stories"] == 3


def test_what_it_left_out_leads_to_its_rows(site: Any) -> None:
    page = get(site, "/outlet/anvil.example").text
    address = html.unescape(page.split('">see the SQL<')[0].rpartition('href="')[2])
    rows = get(site, address.replace("/news?", "/news.json?") + "&_shape=objects").json()["rows"]
    assert len(rows) == told(site, "anvil.example")["left_out"]["stories"] == 3


def test_a_story_that_lost_an_article_calls_nobody_silent(tmp_path: Path) -> None:
    build(tmp_path)
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        store.db.execute("update stories set thinned = ? where id = ?", [iso(NOW), RESERVOIR])
    store.close()
    app = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)
    found = told(app, "anvil.example")["left_out"]
    assert (found["silent"], found["thinned"]) == ([], [RESERVOIR])


@pytest.mark.parametrize(
    ("domain", "own", "wire", "copies"),
    [
        pytest.param("abc.example/news", 1, 2, 0, id="an agency's text, alone or copied, is the agency's"),
        pytest.param("apnews.com", 1, 0, 0, id="an agency's own is its own"),
        pytest.param("northernstar.example", 0, 1, 0, id="a copy of an agency's"),
        pytest.param("nationalwire.example", 3, 0, 0, id="an agency by its name"),
        pytest.param("laughs.example", 0, 0, 0, id="nothing"),
    ],
)
def test_whose_texts_it_carries(site: Any, domain: str, own: int, wire: int, copies: int) -> None:
    counts = told(site, domain)["counts"]
    assert (counts["own"], counts["wire"], counts["copies"]) == (own, wire, copies)
    assert counts["articles"] == own + wire + copies


def test_a_rating_that_begins_later_is_not_todays(site: Any) -> None:
    """As in `unrated_outlets` and `lean_today`: Northern Star's only rating is of next spring."""
    assert [row["label"] for row in get(site, "/outlets.json?q=northernstar").json()["found"]] == [None]
    assert told(site, "northernstar.example")["today"][0] == {"provider": "AllSides", "label": None, "place": "unrated"}


def test_stories_are_shown_as_the_chosen_provider_rates_them(site: Any) -> None:
    """Ledger's leans are one step of right by both; Market Mirror's is center by MBFC alone."""
    by_allsides, by_mbfc = (told(site, "ledger.example", f"?provider={name}") for name in ("AllSides", "MBFC"))
    assert [line["origins_by_lean"] for line in by_allsides["covered"] if line["story_id"] == HARBOUR] == [
        {"left": 2, "lean left": 1, "center": 1, "lean right": 2, "right": 1, "unrated": 2}
    ]
    assert [line["origins_by_lean"] for line in by_mbfc["covered"] if line["story_id"] == HARBOUR] == [
        {"left": 2, "lean left": 1, "center": 2, "lean right": 1, "right": 1, "unrated": 2}
    ]


def test_ratings_are_drawn_and_told(site: Any) -> None:
    found = told(site, "courier.example")["ratings"]
    assert [(row["provider"], row["scope"], row["label"], row["valid_from"], row["steps_from_the_one_before"])
            for row in found] == [
        ("AllSides", "news", "Center", "2019-10-18", None),
        ("AllSides", "news", "Lean Left", "2023-05-01", -1),
        ("AllSides", "opinion", "left", "2023-05-01", None),
        ("MBFC", "news", "Lean Left", "2024-03-03", None),
    ]  # fmt: skip
    page = get(site, "/outlet/courier.example").text
    assert page.count('<svg class="steps"') == 3
    assert page.count('class="jump"') == 1
    assert 'aria-label="AllSides, news: Center from 2019-10-18; Lean Left from 2023-05-01"' in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("?side=right", ["anvil.example", "bugle.example", "freeholder.example", "ledger.example",
                                     "marketmirror.example"], id="on a side"),
        pytest.param("?side=right&provider=MBFC", ["anvil.example", "freeholder.example", "ledger.example",
                                                   "valley.example"], id="on a side by another provider"),
        pytest.param("?side=unrated&country=United+States", ["abc.example/news", "apnews.com", "laughs.example"],
                     id="unrated, of a country"),
        pytest.param("?side=rated&feeds=no", [], id="rated, without feeds"),
        pytest.param("?feeds=no&country=not+told", [None, "gone.example"], id="without feeds, country not told"),
        pytest.param("?ownership=Private+Media", ["abc.example/news"], id="of a kind of ownership"),
        pytest.param("?q=ABCNEWS", ["abc.example/news"], id="by another domain"),
        pytest.param("?q=morning", ["courier.example"], id="by name"),
        pytest.param("?q=%25", [], id="a percent sign is itself"),
        pytest.param("?q=nobody&page=7", [], id="nobody"),
        pytest.param("?page=2", [], id="past the last page"),
    ],
)  # fmt: skip
def test_the_list_is_narrowed(site: Any, query: str, expected: list[str | None]) -> None:
    found = get(site, f"/outlets.json{query}").json()
    assert sorted((row["domain"] for row in found["found"]), key=str) == sorted(expected, key=str)
    assert get(site, f"/outlets{query}").status_code == 200


def test_the_list_has_all_by_coverage(site: Any) -> None:
    found = get(site, "/outlets.json?side=&feeds=&page=").json()
    counts = [row["articles"] for row in found["found"]]
    assert found["outlets"] == 20
    assert counts == sorted(counts, reverse=True)


def test_a_long_list_has_pages(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        for number in range(230):
            store.db.execute("insert into outlets (domain, name, country, listed) values (?, ?, 'Peru', 1)",
                             [f"paper{number}.example", f"Paper {number:03}"])  # fmt: skip
    store.close()
    app = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)
    found = [get(app, f"/outlets.json?country=Peru&page={page}").json()["found"] for page in (1, 2, 3)]
    assert [len(rows) for rows in found] == [100, 100, 30]
    assert [row["name"] for rows in found for row in rows] == [f"Paper {number:03}" for number in range(230)]
    page = get(app, "/outlets?country=Peru&page=2&side=").text
    assert '<a rel="prev" href="/outlets?country=Peru">' in page
    assert '<a rel="next" href="/outlets?country=Peru&amp;page=3">' in page


def test_an_empty_file_has_no_outlet(tmp_path: Path) -> None:
    Store.open(tmp_path / "news.db").close()
    app = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)
    assert "No outlet is here yet." in text(app, "/outlets")
    assert "No outlet fits." in text(app, "/outlets?q=x")
    assert get(app, "/outlet/anybody.example").status_code == 404


def test_one_outlet_alone_has_a_page(tmp_path: Path) -> None:
    """No run, no provider, no poll and no story."""
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        store.db.execute("insert into outlets (domain, name) values ('alone.example', 'Alone')")
    store.close()
    app = make_app(publish(tmp_path / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)
    assert "unrated: nobody's ratings are here" in text(app, "/outlet/alone.example")
    assert get(app, "/outlet/alone.example.json").status_code == 200


@pytest.mark.parametrize("path", ["/story/1", "/revisions", "/health"])
def test_outlets_on_other_pages_lead_to_their_profiles(site: Any, path: str) -> None:
    page = get(site, path).text
    assert 'href="/outlet/courier.example"' in page
    links = set(re.findall(r'href="(/outlet/[^"]*)"', page))
    assert {link: get(site, html.unescape(link)).status_code for link in links} == dict.fromkeys(links, 200)


def test_the_page_leads_to_how_it_is_counted(site: Any) -> None:
    anchors = set(re.findall(r'href="/methodology#([^"]*)"', get(site, "/outlet/anvil.example").text))
    methodology = get(site, "/methodology").text
    assert len(anchors) == 5
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in methodology] == []


def test_the_changes_of_one_outlet_are_a_page(site: Any) -> None:
    assert "Senators approve harbour bill" in text(site, "/revisions?outlet=courier.example")
