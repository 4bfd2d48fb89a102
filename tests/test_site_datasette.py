"""Datasette's own pages: in our frame, in the order of a reader, their cells in words, their behaviour as it was."""

from __future__ import annotations

import asyncio
import html as escapes
import json
import re
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html
from markupsafe import Markup

from aggregator.config import SiteConfig
from aggregator.site.catalogue import GROUPS
from aggregator.site.cells import cell
from aggregator.site.moments import terms
from aggregator.site.serve import make_app
from tests.site_fixtures import HARBOUR, METADATA, NOW, build

UTC, MADRID = terms("UTC", "en"), terms("Europe/Madrid", "de")
DATASETTES = ("/news", "/news/articles", "/news/stories", "/news/blindspots", "/news/feed_health", "/news/articles/1",
              "/news/stories/1", "/news/headlines_changed", "/news/ratings_through_time?outlet=tide",
              "/news?sql=select+1", "/news?sql=select+*+from+nothing")  # fmt: skip
# Each page of ours with the question that it asks, and a word of the answer.
QUESTIONS = [
    pytest.param("/blindspots", "Reservoir", id="blindspots"),
    pytest.param("/blindspots?provider=MBFC", None, id="blindspots by another provider"),
    pytest.param("/outlets", "Tidewater Post", id="outlets"),
    pytest.param("/outlets?q=tide&side=left", "Tidewater Post", id="outlets of a side with letters"),
    pytest.param("/outlets?country=not+told", None, id="outlets of no country"),
    pytest.param("/outlet/courier.example", "Senators approve", id="an outlet"),
    pytest.param("/revisions", "Senate close to harbour vote", id="changes"),
    pytest.param("/revisions?outlet=courier.example&field=title", "Senate close", id="changes of an outlet"),
    pytest.param("/health", "redlantern.example", id="feeds"),
    pytest.param("/methodology", "AllSides", id="the sample"),
    pytest.param("/research/first", None, id="research"),
]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("datasette"))


@pytest.fixture(scope="module")
def site(published: Path) -> Any:
    return make_app(published, METADATA, clock=lambda: NOW)


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


def text(answer: httpx.Response) -> str:
    return " ".join(html.fromstring(answer.text).text_content().split())


def _time(words: str) -> str:
    return f'<time datetime="2026-11-03T22:41:07Z" title="2026-11-03 22:41:07 UTC">{words}</time>'


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        pytest.param("published", "2026-11-03T22:41:07Z", _time("3 Nov 2026, 22:41"), id="a moment"),
        pytest.param("published_day", "2026-11-03", None, id="a day is what a filter takes"),
        pytest.param("lean", -1, '<span class="lean-of lean-left"><svg class="swatch" aria-hidden="true">'
                     '<circle class="lean-left" cx="50%" cy="50%" r="5"/></svg><b>LL</b> lean left (-1)</span>',
                     id="a lean"),
        pytest.param("lean", 7, None, id="no lean"),
        pytest.param("lean", "<b>", None, id="a lean that a question made up"),
        pytest.param("side", "unrated", '<span class="lean-of"><svg class="swatch" aria-hidden="true">'
                     '<circle class="unrated" cx="50%" cy="50%" r="5"/></svg><b>?</b> unrated</span>', id="a side"),
        pytest.param("side", "tie", None, id="no side"),
        pytest.param("language", "de", '<span title="de">German</span>', id="a language"),
        pytest.param("country", "EE", '<span title="EE">Estonia</span>', id="a country by its code"),
        pytest.param("country", "Estmere", '<span title="Estmere">Estmere</span>', id="a country by its name"),
        pytest.param("code", "dns", '<span title="dns">its name leads nowhere</span>', id="how a poll ended"),
        pytest.param("p", 0.0675, '<span title="0.0675">.07</span>', id="a chance"),
        pytest.param("q", 0.0001, '<span title="0.0001">&lt; .01</span>', id="a small chance"),
        pytest.param("p", 1.0, '<span title="1.0">1</span>', id="certain"),
        pytest.param("p", 0, '<span title="0">.00</span>', id="none"),
        pytest.param("left_share", 0.33333, '<span title="0.33333">33 %</span>', id="a share"),
        pytest.param("jaccard", 0.27272727, '<span title="0.27272727">0.273</span>', id="a measured number"),
        pytest.param("gap", 7200, '<span title="7200 s">2 h</span>', id="seconds"),
        pytest.param("listed", 1, '<span title="1">yes</span>', id="yes"),
        pytest.param("provisional", 0, '<span title="0">no</span>', id="no"),
        pytest.param("independent", 1, None, id="a count in one table, yes or no in others"),
        pytest.param("flags", '["no_date", "noarchive"]', '<span title="[&#34;no_date&#34;, &#34;noarchive&#34;]">'
                     "nobody told its time, its page asks that its text not be kept</span>", id="flags"),
        pytest.param("flags", "[]", '<span title="[]">none</span>', id="no flags"),
        pytest.param("flags", "{", None, id="flags that are none"),
        pytest.param("languages", '{"en": 1200, "de": 3}', '<span title="{&#34;en&#34;: 1200, &#34;de&#34;: 3}">'
                     "English 1,200, German 3</span>", id="articles by language"),
        pytest.param("reasons", json.dumps([]), '<span dir="auto">the first of its story</span>', id="no reasons"),
        pytest.param("reasons", "[1]", None, id="reasons that are none"),
        pytest.param("story_id", 12, '<a href="/story/12" dir="auto">12</a>', id="a story"),
        pytest.param("story_id", {"value": 12, "label": "<Fire>"}, '<a href="/story/12" dir="auto">&lt;Fire&gt;</a>',
                     id="a story with its headline"),
        pytest.param("story_id", "12' onclick", None, id="a story that a question made up"),
        pytest.param("article_id", 34, '<a href="/article/34" dir="auto">34</a>', id="an article"),
        pytest.param("outlet_id", 1, '<a href="/outlet/1" dir="auto">Tidewater Post</a>', id="an outlet by its number"),
        pytest.param("origin_id", {"value": 3, "label": "3"}, '<a href="/news/origins/3" dir="auto">3</a>',
                     id="a row that has no name"),
        pytest.param("origin_id", 3, None, id="the same in a question"),
        pytest.param("outlet_id", 99, '<a href="/outlet/99" dir="auto">99</a>', id="an outlet of no known name"),
        pytest.param("domain", "abc.com/news", '<a href="/outlet/abc.com/news" dir="auto">abc.com/news</a>',
                     id="a domain"),
        pytest.param("url", "https://www.tidewater.example/a/", '<a href="https://www.tidewater.example/a/" '
                     'title="https://www.tidewater.example/a/" rel="noopener noreferrer external">'
                     "tidewater.example/a</a>", id="an address"),
        pytest.param("url", "javascript:alert(1)", None, id="an address that no link may lead to"),
        pytest.param("url", 'https://x.example/"><script>', '<a href="https://x.example/&#34;&gt;&lt;script&gt;" '
                     'title="https://x.example/&#34;&gt;&lt;script&gt;" rel="noopener noreferrer external">'
                     "x.example/&#34;&gt;&lt;script&gt;</a>", id="an address with markup in it"),
        pytest.param("url", " http://tidewater.example/1", " http://tidewater.example/1",
                     id="an address that Datasette would link and no page of ours does"),
        pytest.param("title", "<script>x</script>", '<span dir="auto">&lt;script&gt;x&lt;/script&gt;</span>',
                     id="a headline"),
        pytest.param("summary", None, None, id="nothing"),
        pytest.param("word_count", 420, None, id="a number"),
    ],
)  # fmt: skip
def test_a_cell(column: str, value: object, shown: str | None) -> None:
    told = cell(None, value, column, None, UTC, {1: "Tidewater Post"})
    assert told == (None if shown is None else Markup(shown))


@pytest.mark.parametrize(
    ("table", "column", "row", "shown"),
    [
        pytest.param("stories", "title", {"id": 3, "title": "A"}, '<a href="/story/3" dir="auto">A</a>', id="a story"),
        pytest.param("articles", "title", {"id": 3, "title": "A"}, '<a href="/article/3" dir="auto">A</a>',
                     id="an article"),
        pytest.param("outlets", "name", {"id": 3, "name": "A"}, '<a href="/outlet/3" dir="auto">A</a>', id="an outlet"),
        pytest.param(None, "title", {"story_id": 3, "title": "A"}, '<a href="/story/3" dir="auto">A</a>',
                     id="a headline beside its story"),
        pytest.param(None, "title", {"article_id": 4, "story_id": 3, "title": "A"},
                     '<a href="/article/4" dir="auto">A</a>', id="a headline beside its article"),
        pytest.param(None, "outlet", {"outlet": "A", "domain": "a.example"},
                     '<a href="/outlet/a.example" dir="auto">A</a>', id="an outlet beside its domain"),
        pytest.param("x", "outlet", {"outlet": "A", "outlet_id": {"value": 3, "label": "A"}},
                     '<a href="/outlet/3" dir="auto">A</a>', id="an outlet beside its number"),
        pytest.param(None, "outlet", {"outlet": "A"}, '<span dir="auto">A</span>', id="an outlet alone"),
        pytest.param("story_members", "independent", {"independent": 1}, '<span title="1">yes</span>',
                     id="yes or no in this table"),
        pytest.param("coverage", "independent", {"independent": 1}, None, id="a count in that one"),
    ],
)  # fmt: skip
def test_a_cell_reads_its_row(table: str | None, column: str, row: dict[str, Any], shown: str | None) -> None:
    told = cell(row, row[column], column, table, UTC)
    assert told == (None if shown is None else Markup(shown))


def test_a_cell_tells_times_as_the_operator_does() -> None:
    told = cell(None, "2026-11-03T22:41:07Z", "published", None, MADRID)
    assert told == Markup('<time datetime="2026-11-03T22:41:07Z" title="2026-11-03 22:41:07 UTC" lang="de">'
                          "3. Nov. 2026, 23:41</time>")  # fmt: skip


@pytest.mark.parametrize("path", DATASETTES)
def test_every_page_has_our_frame(site: Any, path: str) -> None:
    page = html.fromstring(get(site, path).text)
    assert page.get("lang") == "en"
    assert page.xpath("string(//header/a[@class='name'])") == "The Reading Room"
    assert page.xpath("//nav[@aria-label='Pages']//a[@aria-current='page']/text()") == ["Data & SQL"]
    assert page.xpath("count(//main)") == page.xpath("count(//main//h1)") == 1
    assert page.xpath("string(//title)").endswith("· The Reading Room")
    foot = " ".join(page.find(".//footer").text_content().split())
    assert foot.startswith("Edition of 22 Nov, 11:45. Times and days are UTC.")
    assert "Powered by Datasette" in foot


def test_the_titles_of_pages_differ(site: Any) -> None:
    found = [html.fromstring(get(site, path).text).findtext(".//title") for path in DATASETTES if "sql" not in path]
    assert len(set(found)) == len(found)
    assert found[1] == "articles, 27 rows sorted by published descending · The Reading Room"


def test_the_data_comes_in_the_order_of_a_reader(site: Any) -> None:
    page = html.fromstring(get(site, "/news").text)
    assert page.xpath("//main//h2/text()") == ["Ready questions", "A question of your own", "Tables"]
    assert page.xpath("//main//h3/text()") == list(GROUPS)
    assert page.xpath("//h3[1]/following-sibling::ul[1]/li[1]/a/text()") == ["stories"]
    assert "fts" not in text(get(site, "/news"))


def test_every_table_has_a_place_and_a_description(site: Any, published: Path) -> None:
    with closing(sqlite3.connect(published)) as db:
        names = {name for (name,) in db.execute("select name from sqlite_master where type in ('table', 'view')")}
    shown = {name for name in names if "_fts" not in name and not name.startswith("sqlite_")}
    placed = [name for found in GROUPS.values() for name in found]
    assert sorted(placed) == sorted(shown)
    page = html.fromstring(get(site, "/news").text)
    assert [one for one in page.xpath("//ul[@class='tables']/li") if not one.xpath("string(*[@class='quiet what'])")] \
        == []  # fmt: skip


def test_a_table_says_what_its_columns_mean_and_where_more_stands(site: Any) -> None:
    page = html.fromstring(get(site, "/news/stories").text)
    assert page.xpath("//a[text()='In the dictionary']/@href") == ["/dictionary#stories"]
    assert page.xpath("//details[@class='told']/summary/text()") == ["What the 13 columns mean"]
    assert page.xpath("//details[@class='told']//dt/text()")[:2] == ["id", "title"]
    # Datasette's script shows them in its menus.
    assert page.xpath("//th[@data-column='origins']/@data-column-description") == ["Independent texts in it."]


def test_a_row_is_read_from_top_to_bottom(site: Any) -> None:
    page = html.fromstring(get(site, f"/news/stories/{HARBOUR}").text)
    assert page.xpath("//dl[@class='one-row']//dt/text()")[:3] == ["id", "title", "first_seen"]
    assert page.xpath("//a[text()='Its page']/@href") == ["/story/1"]
    assert "11 rows of story_members" in text(get(site, f"/news/stories/{HARBOUR}"))
    assert "0 rows" not in text(get(site, f"/news/stories/{HARBOUR}"))


def test_outlets_have_names_where_a_view_has_their_number_alone(site: Any) -> None:
    page = html.fromstring(get(site, "/news/story_polls?_size=5").text)
    names = page.xpath("//td[contains(@class, 'col-outlet_id')]/a/text()")
    assert len(names) == 5
    assert not [name for name in names if name.isdigit()]


def test_programs_get_what_is_stored(site: Any) -> None:
    row = get(site, "/news/story_members.json?_shape=array&_size=1&article_id=1").json()[0]
    assert (row["independent"], row["lean"], row["published"]) == (1, -2, "2026-11-21T22:30:00Z")
    assert "2026-11-21T22:30:00Z" in get(site, "/news/story_members.csv?article_id=1").text


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        pytest.param("/news/articles?language=ar", 1, id="filter"),
        pytest.param("/news/articles?_facet=section&language=es", 1, id="facet"),
        pytest.param("/news/articles?_sort=published&_size=3", 3, id="sort"),
        pytest.param("/news/articles?_search=herring", 1, id="search"),
        pytest.param("/news/articles?_where=word_count+%3E+1&_size=2", 2, id="where"),
        pytest.param("/news/articles?_nocol=url&_size=2", 2, id="without a column"),
        pytest.param("/news/articles?language=xx", 0, id="nothing fits"),
    ],
)
def test_behaviour_is_as_it_was(site: Any, path: str, rows: int) -> None:
    page = html.fromstring(get(site, path).text)
    assert len(page.xpath("//table[contains(@class, 'rows-and-columns')]/tbody/tr")) == rows
    if not rows:
        assert page.xpath("//p[@class='zero-results']/a/@href") == ["/news/articles"]


@pytest.mark.parametrize(("path", "word"), QUESTIONS)
def test_a_page_shows_the_very_question_that_it_asks(site: Any, path: str, word: str | None) -> None:
    addresses = re.findall(r'<a href="([^"]+)">see the SQL</a>', get(site, path).text)
    assert addresses
    answer = get(site, escapes.unescape(addresses[0]))
    assert answer.status_code == 200
    if word:
        assert word in text(answer).partition("This data as")[2]


@pytest.mark.parametrize(
    ("path", "status", "words", "way"),
    [
        pytest.param("/nothing/at/all", 404, "There is no page at this address.", "/", id="no page"),
        pytest.param("/news/nothing", 404, "There is no table and no ready", "/news#tables", id="no table"),
        pytest.param("/news/articles/999", 404, "There is no row of this number.", "/news#tables", id="no row"),
        pytest.param("/outlet/tidwater.example", 404, "There is no outlet", "/outlets", id="no outlet"),
        pytest.param("/research/nothing", 404, "There is no research called", "/research", id="no research"),
        pytest.param("/methodology/nothing", 404, "There is no such document.", "/methodology", id="no document"),
        pytest.param("/news?sql=drop+table+x", 400, "Only questions are answered", "/news#queries", id="no question"),
        pytest.param("/?provider=nobody", 400, "There are no ratings by 'nobody'. Those who rate here: AllSides, MBFC.",
                     "/", id="no provider"),
        pytest.param("/-/permissions", 404, "There is no such page.", "/news", id="not open"),
    ],
)  # fmt: skip
def test_an_error_says_what_was_wrong_and_gives_the_way_out(
    site: Any, path: str, status: int, words: str, way: str
) -> None:
    answer = get(site, path)
    page = html.fromstring(answer.text)
    assert answer.status_code == status
    assert words in text(answer)
    assert way in page.xpath("//main//a/@href")
    assert page.xpath("//nav[@aria-label='Pages']//a")
    assert page.xpath("count(//h1)") == 1


def test_a_question_that_failed_is_given_back(site: Any) -> None:
    page = html.fromstring(get(site, "/news?sql=delete+from+stories+%3C").text)
    assert page.xpath("//pre/text()") == ["delete from stories <"]


def test_the_icon_is_ours(site: Any) -> None:
    page = html.fromstring(get(site, "/").text)
    (address,) = page.xpath("//link[@rel='icon']/@href")
    for path in (address, "/favicon.ico"):
        answer = get(site, path)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert html.fromstring(get(site, "/news").text).xpath("//link[@rel='icon']/@href") == [address]


def test_the_footer_of_tables_names_the_operators_zone(published: Path) -> None:
    settings = SiteConfig(time_zone="Asia/Kolkata")
    abroad = make_app(published, METADATA, clock=lambda: NOW, settings=settings)
    assert "Times are Kolkata's (IST, UTC+5:30)" in text(get(abroad, "/news/articles"))


@pytest.mark.parametrize("path", [*DATASETTES, "/news/articles?language=en&_where=id<9&_facet=scope"])
def test_headings_and_fields_are_told_without_script(site: Any, path: str) -> None:
    page = html.fromstring(get(site, path).text)
    levels = [int(heading.tag[1]) for heading in page.xpath("//main//*[self::h1 or self::h2 or self::h3]")]
    assert all(after - before <= 1 for before, after in pairwise([0, *levels]))
    labelled = set(page.xpath("//label/@for"))
    fields = page.xpath("//main//select | //main//textarea | //main//input[not(@type='hidden' or @type='submit')]")
    assert [one.attrib for one in fields if not (
        one.get("aria-label") or one.get("id") in labelled or one.xpath("ancestor::label"))] == []  # fmt: skip


def test_a_ready_question_is_not_called_a_custom_one(site: Any) -> None:
    page = html.fromstring(get(site, "/news/headlines_changed").text)
    (heading,) = page.xpath("//form/h2")
    assert " ".join(heading.text_content().split()) == "The question in SQL, answered with 1 row (hide)"


def test_a_question_that_failed_offers_no_rows(site: Any) -> None:
    assert "All rows:" in text(get(site, "/news?sql=select+1"))
    assert "All rows:" not in text(get(site, "/news?sql=select+*+from+nothing"))
