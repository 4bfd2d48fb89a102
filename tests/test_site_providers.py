"""Whose ratings a page shows, what its shares rest on, and how far they depend on who rates and on which day."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from tests.site_fixtures import FERRY, HARBOUR, METADATA, NOW, OLD, RESERVOIR, VOTING, build

# The pages that show somebody's ratings.
_RATED = r"/(\?|$)|\?|/(story|outlet|outlets|blindspots|compare|search)(?![a-z])"
LINK = re.compile(r'href="([^"]+)"')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return make_app(build(tmp_path_factory.mktemp("providers")), METADATA, clock=lambda: NOW)


def changed(folder: Path, change: Callable[[Store], object]) -> Any:
    """The site after a change of its working database."""
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        change(store)
    store.close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


def text(response: httpx.Response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def links(response: httpx.Response) -> list[str]:
    return [html.unescape(link) for link in LINK.findall(response.text.split("</head>")[1])]


@pytest.mark.parametrize(
    ("query", "leans"),
    [
        pytest.param("", {"left": 2, "lean left": 1, "center": 1, "lean right": 2, "right": 1, "unrated": 2},
                     id="the default"),
        pytest.param("?provider=MBFC", {"left": 2, "lean left": 1, "center": 2, "lean right": 1, "right": 1,
                                        "unrated": 2}, id="another"),
        pytest.param("?provider=mbfc", {"left": 2, "lean left": 1, "center": 2, "lean right": 1, "right": 1,
                                        "unrated": 2}, id="in small letters"),
    ],
)  # fmt: skip
def test_a_reader_chooses_the_provider(site: Any, query: str, leans: dict[str, int]) -> None:
    story = get(site, f"/story/{HARBOUR}.json{query}").json()
    home = get(site, f"/.json{query}").json()
    assert story["origins_by_lean"] == leans
    assert home["stories"][0]["origins_by_lean"] == leans
    assert story["provider"] == home["provider"] == ("MBFC" if query else "AllSides")
    assert story["providers"] == home["providers"] == ["AllSides", "MBFC"]


@pytest.mark.parametrize("path", ["/", "/.json", f"/story/{HARBOUR}", f"/story/{HARBOUR}.json"])
def test_a_provider_that_nobody_is_called_is_refused_with_those_who_rate(site: Any, path: str) -> None:
    answer = get(site, f"{path}?provider=Nobody")
    assert answer.status_code == 400
    assert "Those who rate here: AllSides, MBFC." in html.unescape(answer.text)


def test_the_columns_are_those_of_the_chosen_provider(site: Any) -> None:
    told = get(site, f"/story/{HARBOUR}.json?provider=MBFC").json()
    assert [member["outlet"] for member in told["members"]["center"]] == ["National Wire", "Market Mirror"]
    assert "Unrated by MBFC 2 origins" in text(get(site, f"/story/{HARBOUR}?provider=MBFC"))


@pytest.mark.parametrize("path", ["/", "/?day=2026-11-20", "/search?q=map", f"/story/{HARBOUR}", f"/story/{FERRY}",
                                  "/article/5", "/outlet/courier.example", "/outlets", "/blindspots",
                                  "/compare?a=left&b=right",
                                  "/compare?a=courier.example&b=ledger.example"])  # fmt: skip
def test_a_choice_is_kept_in_every_link_to_a_page_that_knows_it(site: Any, path: str) -> None:
    joint = "&" if "?" in path else "?"
    page = get(site, f"{path}{joint}provider=MBFC")
    by_default = path  # the link of the switch that leads back
    knowing = [link for link in links(page) if re.match(_RATED, link) and link != by_default]
    assert knowing
    assert [link for link in knowing if "provider=MBFC" not in link] == []
    plain = [link for link in links(get(site, path)) if "provider=" in link and not link.startswith("/news")]
    switch = [] if path.startswith("/article") else [f"{path}{joint}provider=MBFC"]  # which shows everybody's ratings
    assert plain == switch, "the default needs no name, but for the switch"


def test_the_filter_keeps_the_choice(site: Any) -> None:
    assert '<input type="hidden" name="provider" value="MBFC">' in get(site, "/?provider=MBFC").text
    assert 'name="provider"' not in get(site, "/").text


def test_a_merged_story_leads_on_with_the_choice(site: Any) -> None:
    assert get(site, "/story/6?provider=MBFC").headers["location"] == "/story/1?provider=MBFC"


def test_the_sql_of_a_story_gives_the_rows_of_the_chosen_provider(site: Any) -> None:
    address = next(
        link
        for link in links(get(site, f"/story/{HARBOUR}?provider=MBFC"))
        if "provider=MBFC" in link and link.startswith("/news?sql=")
    )
    rows = get(site, address.replace("/news?", "/news.json?") + "&_shape=array").json()
    assert [row["lean"] for row in rows if row["outlet"] == "Market Mirror"] == [0]
    assert len(rows) == 11


def test_a_page_by_another_provider_is_what_it_would_be_by_default(site: Any, tmp_path: Path) -> None:
    other = changed(tmp_path, lambda store: store.reference.set_settings({"provider": "MBFC"}))
    for story in (HARBOUR, FERRY, RESERVOIR, VOTING, OLD):
        here = get(site, f"/story/{story}.json?provider=MBFC").json()
        there = get(other, f"/story/{story}.json").json()
        for told in (here, there):
            for key in ("edition", "providers", "blindspots", "cite"):
                del told[key]
        assert here == there


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param(f"/story/{HARBOUR}", "left 3 (43 %), center 1 (14 %), right 3 (43 %) of 7 rated; 2 of 9 unrated",
                     id="shares with what they rest on"),
        pytest.param(f"/story/{HARBOUR}", "Every outlet , reprints counted: left 3 (33 %), center 3 (33 %), right 3 "
                     "(33 %) of 9 rated; 2 unrated", id="the raw ones beside"),
        pytest.param(f"/story/{HARBOUR}", "Depending on who rates: left 3, center 1 to 2, right 2 to 3, unrated 2 of 9 "
                     "origins · under MBFC: 3 left, 2 center, 2 right, 2 unrated.", id="the range"),
        pytest.param(f"/story/{HARBOUR}", "Which side leads depends on it too : AllSides tie, MBFC left.",
                     id="who leads depends on it"),
        pytest.param(f"/story/{HARBOUR}?provider=MBFC", "under AllSides: 3 left, 1 center, 3 right", id="the other"),
        pytest.param(f"/story/{HARBOUR}", "11 articles , 9 independent origins : 2 reprints folded", id="the folded"),
        pytest.param(f"/story/{OLD}", "Only AllSides rates any of these outlets.", id="one rater"),
        pytest.param(f"/story/{OLD}?provider=MBFC", "Only AllSides rates any of these outlets: 1 right, 1 unrated.",
                     id="one rater, who was not chosen"),
        pytest.param("/?provider=MBFC", "Ratings by AllSides · MBFC , as of publication", id="whose"),
        pytest.param("/?provider=MBFC", "2 origins, 2 unrated, 2 outlets · no rated origin: too few for shares",
                     id="a card without a rating"),
    ],
)  # fmt: skip
def test_pages_say(site: Any, path: str, words: str) -> None:
    assert words in text(get(site, path))


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        pytest.param("story_copies", [("Valley Gazette", "National Wire"), ("Northern Star", "National Wire")],
                     id="what was folded into what"),
        pytest.param("story_bias_range", [("left", 3, 3), ("center", 1, 2), ("right", 2, 3), ("unrated", 2, 2)],
                     id="the range"),
    ],
)  # fmt: skip
def test_a_number_leads_to_its_rows(site: Any, name: str, rows: list[tuple[Any, ...]]) -> None:
    (address,) = [link for link in links(get(site, f"/story/{HARBOUR}")) if f"/news/{name}?" in link]
    columns = {"story_copies": ("outlet", "into_outlet"), "story_bias_range": ("side", "least", "most")}[name]
    found = get(site, address.replace("?", ".json?") + "&_shape=array").json()
    assert sorted(tuple(row[column] for column in columns) for row in found) == sorted(rows)


@pytest.mark.parametrize("path", ["/", "/?provider=MBFC", *(f"/story/{story}" for story in (HARBOUR, FERRY, OLD))])
def test_what_a_bar_means_is_one_click_away(site: Any, path: str) -> None:
    assert "/methodology#in-short" in links(get(site, path))
    assert '<h3 id="shares">' in get(site, "/methodology").text


@pytest.mark.parametrize("story", [FERRY, OLD])
def test_no_percentage_below_the_minimum(site: Any, story: int) -> None:
    page = get(site, f"/story/{story}")
    assert " %" not in text(page)
    assert '<svg class="bar' not in page.text


def test_the_minimum_is_a_setting(tmp_path: Path) -> None:
    strict = changed(tmp_path, lambda store: store.reference.set_settings({"min_rated_origins": 8}))
    assert "7 rated origins: too few for shares, which need 8. The headlines" in text(get(strict, f"/story/{HARBOUR}"))
    assert '<svg class="bar' not in get(strict, "/").text
    assert get(strict, f"/story/{HARBOUR}.json").json()["shares"]["left_share"] is None
    assert get(strict, "/news/distribution_of_stories.json?origins=1&_shape=array").json() == []


def _rate_anew(store: Store) -> None:
    """The Valley Gazette moves to the right on the day after the story of the voting map."""
    (outlet,) = store.db.execute("select id from outlets where domain = 'valley.example'").fetchone()
    store.db.execute(
        "update ratings set valid_to = '2026-11-21' where outlet_id = ? and provider = 'AllSides'", [outlet]
    )
    store.db.execute(
        "insert into ratings (outlet_id, provider, scope, label, lean, valid_from)"
        " values (?, 'AllSides', 'news', 'Lean Right', 1, '2026-11-21')",
        [outlet],
    )


def test_a_story_that_todays_ratings_would_colour_otherwise_says_so(site: Any, tmp_path: Path) -> None:
    moved = changed(tmp_path, _rate_anew)
    page = get(moved, f"/story/{VOTING}")
    assert (
        "By the ratings of the days of publication, which are shown, no side leads; by those of today the left leads"
        " (2 left, 1 center, 1 right). Both counts" in text(page)
    )
    (address,) = [link for link in links(page) if "stories_that_change_colour" in link]
    (row,) = get(moved, address.replace("?", ".json?") + "&_shape=array").json()
    assert (row["leading"], row["leading_today"], row["moved"], row["articles"]) == ("tie", "left", 1, 4)
    assert (row["center"], row["center_today"], row["right"], row["right_today"]) == (2, 1, 0, 1)
    assert "by those of today" not in text(get(site, f"/story/{VOTING}"))
    assert "by those of today" not in text(get(moved, f"/story/{VOTING}?provider=MBFC"))


def test_what_is_off_the_line_is_so_by_whom_is_shown(tmp_path: Path) -> None:
    site = changed(
        tmp_path,
        lambda store: store.db.execute(
            "update ratings set lean = null, label = 'Satire' where provider = 'AllSides' and outlet_id = ("
            "select id from outlets where domain = 'redlantern.example')"
        ),
    )
    assert "off the line: satire" in text(get(site, f"/story/{HARBOUR}"))
    assert "off the line: satire" not in text(get(site, f"/story/{HARBOUR}?provider=MBFC"))


def test_of_two_at_one_time_neither_is_the_first(tmp_path: Path) -> None:
    site = changed(
        tmp_path,
        lambda store: store.db.execute(
            "update articles set published = (select min(published) from articles where title like 'Senate%'"
            " or title like 'Harbour sell%') where title like 'Senators%' or title like 'Harbour sell%'"
            " or title = 'Senate passes harbour reform'"
        ),
    )
    page = text(get(site, f"/story/{HARBOUR}"))
    assert "the first of all" not in page
    assert "left Tidewater Post , one of the first; center National Wire , one of the first; right " in page
