"""The pages of research: the page says what its JSON says, each number leads on, and little data makes no share."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from lxml import html

from aggregator.site.research import QUESTIONS
from aggregator.site.serve import make_app
from aggregator.site.shares import LEAST_FOR_SHARE
from aggregator.site.words import short_day
from aggregator.store.publish import publish
from aggregator.workspace import Workspace
from tests import research_newsroom as newsroom
from tests.site_fixtures import METADATA

PAGES = tuple(QUESTIONS)
HOSTILE = '<script>alert(1)</script>"><b onx=1>'
RATED = [name for name in PAGES if QUESTIONS[name].rated]


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


def app(workspace: Workspace) -> Any:
    return make_app(publish(workspace.store.path, summary_characters=300).path, METADATA, clock=workspace.clock)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with newsroom.opened(tmp_path_factory.mktemp("research")) as workspace:
        newsroom.published(workspace, _all()).close()
        yield app(workspace)


def cells(page: str) -> list[list[list[str]]]:
    """The tables of a page as text."""
    tables = html.fromstring(page).xpath('//table[@class="figures"]')
    return [[[" ".join(cell.text_content().split()) for cell in row.xpath("./th|./td")]
             for row in table.xpath("./tbody/tr")] for table in tables]  # fmt: skip


def shown(value: object, *, number: bool) -> str:
    if value is None:
        return "too few" if number else "unrated"
    return f"{value:,}" if isinstance(value, int) else " ".join(str(value).split())


@pytest.mark.parametrize("name", PAGES)
def test_the_tables_of_a_page_are_those_of_its_json(site: Any, name: str) -> None:
    page, told = get(site, f"/research/{name}").text, get(site, f"/research/{name}.json").json()
    tables = cells(page)
    assert len(tables) == len(told["tables"])
    assert any(table["rows"] for table in told["tables"])
    for table, mine in zip(told["tables"], tables, strict=True):
        for row, texts in zip(table["rows"], mine, strict=bool(table["rows"])):
            for key, text in zip(table["columns"], texts, strict=True):
                if isinstance(row[key], float):
                    assert float(text.replace(",", "")) == row[key], key
                else:
                    assert text in (shown(row[key], number=True), shown(row[key], number=False)), key


@pytest.mark.parametrize("name", ["agenda", "coverage", "wording", "sensitivity"])
def test_the_points_of_a_column_stand_under_each_other(site: Any, name: str) -> None:
    for table in cells(get(site, f"/research/{name}").text):
        for column in zip(*table, strict=True) if all(len(row) == len(table[0]) for row in table) else ():
            behind = {len(text.partition(".")[2]) for text in column if re.fullmatch(r"-?[\d,]+\.\d+", text)}
            assert len(behind) < 2, column


def test_what_is_no_topic_stands_after_the_topics(site: Any) -> None:
    names = [row["name"] for row in get(site, "/research/coverage.json").json()["tables"][0]["rows"]]
    assert set(names[:-1]) == {"politics", "sport", "war and conflict"}
    assert names[-1] == "not told"


def test_an_outlet_of_a_pair_leads_to_its_page(site: Any) -> None:
    row = html.fromstring(get(site, "/research/agenda").text).xpath('(//table[@class="figures"])[1]/tbody/tr[1]')[0]
    leads = [get(site, get(site, link).headers["location"]) for link in row.xpath(".//a/@href")]
    assert [answer.status_code for answer in leads] == [200, 200]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_it_rests_on_and_leads_on(site: Any, name: str) -> None:
    page, told = get(site, f"/research/{name}").text, get(site, f"/research/{name}.json").json()
    tree = html.fromstring(page)
    assert tree.xpath("count(//h1)") == 1
    words = " ".join(tree.text_content().split())
    assert told["answer"] in words
    assert f"Rests on {told['rests_on']}" in words
    assert f"from {short_day(told['covers']['first'])} to {short_day(told['covers']['last'])}" in words
    assert told["limits"] in words
    assert f'href="/methodology#{name}"' in page
    assert ("as of publication" in words) == (name in RATED)
    assert get(site, told["sql"]).status_code == 200
    for address in told["csv"].values():
        answer = get(site, address)
        assert answer.status_code == 200
        assert len(answer.text.splitlines()) > 1
        assert html.fromstring(page).xpath("//a[@href=$there]", there=address)


@pytest.mark.parametrize("name", PAGES)
def test_charts_are_told_to_who_cannot_see_them_and_need_no_style(site: Any, name: str) -> None:
    page = get(site, f"/research/{name}")
    tree = html.fromstring(page.text)
    charts = tree.xpath('//figure//*[local-name()="svg"][contains(@class, "chart")]')
    assert charts
    assert all(chart.get("role") == "img" and len(chart.get("aria-label")) > 20 for chart in charts)
    assert " style=" not in page.text
    assert "<script" not in page.text
    assert "'unsafe-inline'" not in page.headers["content-security-policy"]


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_file_has_its_pages(workspace: Workspace, name: str) -> None:
    site = app(workspace)
    told = get(site, f"/research/{name}.json").json()
    assert get(site, f"/research/{name}").status_code == 200
    assert all(not table["rows"] for table in told["tables"])
    assert re.search(r"too few|No story|No two|one provider", told["answer"])


@pytest.mark.parametrize("name", PAGES)
def test_little_makes_no_share(workspace: Workspace, name: str) -> None:
    newsroom.published(workspace, newsroom.drawn(7, size=LEAST_FOR_SHARE - 1)).close()
    told = get(app(workspace), f"/research/{name}.json").json()
    shares = [row[key] for table in told["tables"] for row in table["rows"] for key in row
              if key.endswith(("percent", "%", "median_minutes", "median_hours"))]  # fmt: skip
    assert all(share is None for share in shares)
    assert "%" not in told["answer"]


def test_articles_that_tell_a_day_alone_are_first_nowhere(workspace: Workspace) -> None:
    """A set that was imported by its days, at noon: the page says what is missing, not that there are too few."""
    pieces = [replace(one, published=f"{one.day}T12:00:00Z") for one in newsroom.drawn(7)]
    newsroom.published(workspace, pieces).close()
    told = get(app(workspace), "/research/first.json").json()
    assert re.fullmatch(
        r"Who was first can't be told: none of \d+ articles in stories of several outlets tells a time\.",
        told["answer"],
    )


@pytest.mark.parametrize("name", PAGES)
def test_one_provider_alone(workspace: Workspace, name: str) -> None:
    with workspace.store.transaction():
        workspace.store.db.execute("delete from ratings where provider = 'MBFC'")
    newsroom.published(workspace, newsroom.drawn(7)).close()
    site = app(workspace)
    page = get(site, f"/research/{name}")
    assert page.status_code == 200
    assert ">MBFC<" not in page.text
    if name == "sensitivity":
        assert "One provider rates here" in page.text


def test_where_nobody_rates_no_provider_is_counted(workspace: Workspace) -> None:
    with workspace.store.transaction():
        workspace.store.db.execute("delete from ratings")
    site = app(workspace)
    told = {name: get(site, f"/research/{name}.json").json()["answer"] for name in ("sensitivity", "wording")}
    assert told == {
        "sensitivity": "Nobody rates here, so nothing hangs on who does.",
        "wording": "No story has rated articles of the left and of the right yet.",
    }


@pytest.mark.parametrize("name", RATED)
def test_another_provider_is_a_link_away(site: Any, name: str) -> None:
    first = get(site, f"/research/{name}")
    link = html.fromstring(first.text).xpath('//main//a[text()="MBFC"]/@href')
    assert link
    tree = html.fromstring(get(site, link[0]).text)
    assert "AllSides · MBFC, as of publication" in " ".join(tree.text_content().split())
    assert tree.xpath("//main//span/b/text()") == ["MBFC"]
    assert tree.xpath('//nav//a[text()="Stories"]/@href') == ["/?provider=MBFC"]
    assert get(site, f"/research/{name}.json?provider=mbfc").json()["asked"]["provider"] == "MBFC"
    assert get(site, f"/research/{name}?provider=nobody").status_code == 400


@pytest.mark.parametrize("name", PAGES)
def test_what_a_feed_writes_is_text(workspace: Workspace, name: str) -> None:
    pieces = newsroom.drawn(7, size=300)
    newsroom.published(workspace, pieces).close()
    with workspace.store.transaction():
        workspace.store.db.execute("update articles set title = ? || title, section = ? where id % 2",
                                   [HOSTILE, HOSTILE])  # fmt: skip
        workspace.store.db.execute("update outlets set name = ? || name", [HOSTILE])
    site = app(workspace)
    for path in (f"/research/{name}", f"/research/{name}?topic={HOSTILE}&language={HOSTILE}&month={HOSTILE}&since="):
        page = get(site, path)
        assert page.status_code == (400 if "?" in path and name != "agenda" else 200)
        assert "<script" not in page.text
        assert "<b onx" not in page.text


def test_the_index_leads_to_all(site: Any) -> None:
    page, told = get(site, "/research").text, get(site, "/research.json").json()
    assert [one["name"] for one in told["questions"]] == list(PAGES)
    for name, question in QUESTIONS.items():
        assert html.fromstring(page).xpath(f'//a[@href="/research/{name}"]/text()') == [question.title]
    assert 'href="/research" aria-current="page"' in page
    assert '<a href="/research"' in get(site, "/").text
    assert get(site, "/research/nothing").status_code == 404


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        pytest.param("topic=sport", lambda one: one.topic == "sport", id="a topic"),
        pytest.param("language=und", lambda one: one.language is None, id="no language"),
        pytest.param("language=es", lambda one: one.language == "es", id="a language"),
        pytest.param("since=2026-10-20&until=2026-10-25", lambda one: "2026-10-19" < one.day < "2026-10-26", id="days"),
        pytest.param("since=&topic=", lambda one: True, id="empty fields"),
    ],
)  # fmt: skip
def test_coverage_is_narrowed(site: Any, query: str, kept: Any) -> None:
    told = get(site, f"/research/coverage.json?{query}").json()
    mine = [one for one in _all() if kept(one)]
    for table in told["tables"]:
        assert sum(row["articles"] for row in table["rows"]) == len(mine)
        assert sum(row["independent"] for row in table["rows"]) == sum(one.independent for one in mine)
    assert told["rests_on"].startswith(f"{len(mine)} articles")


def test_what_is_no_day_is_told(site: Any) -> None:
    answer = get(site, "/research/coverage.json?since=yesterday")
    assert (answer.status_code, "'since' takes a day" in answer.json()["error"]) == (400, True)


@cache
def _all() -> tuple[newsroom.Piece, ...]:
    return tuple(newsroom.drawn(7, size=600))


@pytest.mark.parametrize("name", ["wire", "retitled", "sensitivity"])
def test_a_month_is_counted_by_itself(site: Any, name: str) -> None:
    whole, month = (get(site, f"/research/{name}.json{query}").json() for query in ("", "?month=2026-10"))
    assert month["covers"] == {"first": "2026-10-05", "last": "2026-10-31"}
    assert month["tables"] != whole["tables"]
    assert '<option value="2026-10" selected>' in get(site, f"/research/{name}?month=2026-10").text


def test_the_sides_of_a_comparison_can_be_chosen(site: Any) -> None:
    told = get(site, "/research/wording.json?sides=right-center").json()
    assert told["asked"]["sides"] == ["center", "right"]
    assert [table["caption"] for table in told["tables"]] == ["Words of the center", "Words of the right"]
    assert all(row["z"] > 0 for row in told["tables"][0]["rows"])
    assert all(row["z"] < 0 for row in told["tables"][1]["rows"])


def test_the_outlets_of_the_heat_map_are_those_of_most_shared_stories(site: Any) -> None:
    """Stories whose articles tell no time count: who came first is another question."""
    tables = get(site, "/research/agenda.json").json()["tables"]
    chart = {row["outlet_id"]: row["stories"] for row in tables[1]["rows"]}
    pairs = get(site, "/news/agenda_similarity.json?_shape=objects&_size=max").json()["rows"]
    assert chart == {row["outlet_id"]: row["stories"] for row in pairs if row["stories"]}


def test_the_days_that_the_wording_covers_are_those_that_were_counted(tmp_path: Path) -> None:
    """Words are counted of the latest quarter: a file that goes back further says so on this page alone."""
    old = replace(newsroom.drawn(7, 1)[0], number=9000, story=None, published=None, first_seen="2024-01-05T06:00:00Z",
                  copy_of=None, retitled=())  # fmt: skip
    with newsroom.opened(tmp_path) as workspace:
        newsroom.published(workspace, [*_all(), old]).close()
        site = app(workspace)
    covers = {name: get(site, f"/research/{name}.json").json()["covers"]["first"] for name in ("wording", "first")}
    assert covers == {"wording": "2026-10-05", "first": "2024-01-05"}


def test_agendas_of_one_outlet(site: Any) -> None:
    whole = get(site, "/research/agenda.json").json()["tables"][0]["rows"]
    mine = get(site, "/research/agenda.json?outlet=2").json()["tables"][0]["rows"]
    assert mine == [row for row in whole if 2 in (row["outlet_id"], row["other_id"])]
    assert 0 < len(mine) < len(whole)
    assert '<option value="2" selected>' in get(site, "/research/agenda?outlet=2").text


@pytest.mark.parametrize("name", ["agenda", "first", "wire"])
def test_outlets_stand_on_their_latest_side(site: Any, name: str) -> None:
    sides = {"The Left Post": "left", "The Center": "right", "Right Tribune": "right", "Right Weekly": "right",
             "Nobody Rated This": "unrated"}  # fmt: skip
    tables = get(site, f"/research/{name}.json").json()["tables"]
    rows = [row for table in tables for row in table["rows"] if "outlet" in row]
    assert {row["outlet"] for row in rows} == sides.keys()
    for row in rows:
        assert row["side"] == sides[row["outlet"]]
        assert row.get("other_side", "left") == sides[row.get("other", "The Left Post")]


def test_a_word_leads_to_its_headlines(site: Any) -> None:
    """As many headlines as the table says, but where a plain search finds more by folding accents."""
    told = get(site, "/research/wording.json").json()
    rows = [(side, row) for side, table in zip(("headlines", "other_headlines"), told["tables"], strict=True)
            for row in table["rows"]]  # fmt: skip
    assert rows
    for count, row in rows:
        address = urlsplit(row["address"])
        found = get(site, f"{address.path}.json?{address.query}&_shape=array").json()
        assert len(found) == row[count], row["word"]


@pytest.mark.parametrize("name", PAGES)
def test_the_method_of_each_is_written_down(site: Any, name: str) -> None:
    heading = html.fromstring(get(site, "/methodology").text).xpath(f'//h3[@id="{name}"]')
    assert heading, "the page's link leads to its section"
    text = (Path(__file__).resolve().parent.parent / "docs" / "methodology.md").read_text(encoding="utf-8")
    section = re.search(rf"^### {name.capitalize()}\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)
    assert section is not None
    assert QUESTIONS[name].title in section[1]
    assert "Limits: " in section[1]


def test_pages_read_only_small_tables() -> None:
    """At a million articles a page has 300 ms: of the big tables it may ask by index alone."""
    folder = Path(__file__).resolve().parent.parent / "aggregator" / "site"
    asked = (folder / "queries" / "research.py").read_text(encoding="utf-8")
    assert not re.search(r"\b(from|join) (story_members|story_articles|articles_with_bias|revisions)\b", asked)
