"""Times and days as a reader is told them: in which zone, in which language, and never without the exact UTC."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import html

from aggregator.config import SiteConfig
from aggregator.site.moments import terms, terms_of
from aggregator.site.plugin import PAGES
from aggregator.site.serve import make_app
from aggregator.store import Store
from aggregator.store.publish import publish
from aggregator.times import from_iso
from tests.site_fixtures import HARBOUR, METADATA, NOW, RESERVOIR, ROOT, VOTING, build

OURS = ("/", "/?day=2026-11-20", "/search?q=senate", f"/story/{HARBOUR}", f"/story/{RESERVOIR}", f"/story/{VOTING}",
        "/blindspots", "/blindspots?day=2026-11-22", "/outlets", "/outlet/courier.example", "/revisions", "/health",
        "/research", "/research/first", "/research/coverage", "/methodology", "/story/99", "/news",
        "/news/articles", "/news/stories/1")  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("words"))


@pytest.fixture(scope="module")
def abroad(published: Path) -> Any:
    settings = SiteConfig(time_zone="Europe/Madrid", language="de")
    return make_app(published, METADATA, clock=lambda: NOW, settings=settings)


def get(site: Any, path: str) -> httpx.Response:
    response: httpx.Response = asyncio.run(site.client.get(path))
    return response


@pytest.mark.parametrize(
    ("zone", "language", "text", "now", "told"),
    [
        pytest.param("UTC", "en", "2026-11-03T22:41:07Z", "2026-11-22T12:00:00Z", "3 Nov, 22:41", id="as it is stored"),
        pytest.param("Europe/Madrid", "en", "2026-11-03T22:41:07Z", "2026-11-22T12:00:00Z", "3 Nov, 23:41",
                     id="in winter"),
        pytest.param("Europe/Madrid", "en", "2026-07-03T22:41:07Z", "2026-11-22T12:00:00Z", "4 Jul, 00:41",
                     id="in summer, and on the next day"),
        pytest.param("Europe/Madrid", "en", "2026-10-25T00:30:00Z", "2026-11-22T12:00:00Z", "25 Oct, 02:30 CEST",
                     id="the first half past two of the night on which summer ends"),
        pytest.param("Europe/Madrid", "en", "2026-10-25T01:30:00Z", "2026-11-22T12:00:00Z", "25 Oct, 02:30 CET",
                     id="the second"),
        pytest.param("Europe/Madrid", "en", "2026-10-25T02:00:00Z", "2026-11-22T12:00:00Z", "25 Oct, 03:00",
                     id="an hour that comes once"),
        pytest.param("Europe/Madrid", "en", "2026-03-29T01:00:00Z", "2026-11-22T12:00:00Z", "29 Mar, 03:00",
                     id="the hour after the one that summer skips"),
        pytest.param("Asia/Kolkata", "en", "2026-11-03T22:41:07Z", "2026-11-22T12:00:00Z", "4 Nov, 04:11",
                     id="half hours"),
        pytest.param("Asia/Kathmandu", "en", "2026-11-03T22:41:07Z", "2026-11-22T12:00:00Z", "4 Nov, 04:26",
                     id="quarter hours"),
        pytest.param("America/Los_Angeles", "en", "2026-11-03T02:41:07Z", "2026-11-22T12:00:00Z", "2 Nov, 18:41",
                     id="the day before"),
        pytest.param("UTC", "en", "2025-11-03T22:41:07Z", "2026-11-22T12:00:00Z", "3 Nov 2025, 22:41",
                     id="another year"),
        pytest.param("Europe/Madrid", "en", "2026-12-31T23:30:00Z", "2027-01-01T12:00:00Z", "1 Jan, 00:30",
                     id="new year came there first"),
        pytest.param("UTC", "en", "2026-12-31T23:30:00Z", "2027-01-01T12:00:00Z", "31 Dec 2026, 23:30",
                     id="the last hour of the old year"),
        pytest.param("America/New_York", "en", "2027-01-01T03:00:00Z", "2027-01-01T04:30:00Z", "31 Dec, 22:00",
                     id="both still in the old year"),
        pytest.param("Europe/Madrid", "de", "2026-11-03T22:41:07Z", "2026-11-22T12:00:00Z", "3. Nov., 23:41",
                     id="German"),
        pytest.param("Europe/Madrid", "es", "2026-11-03T22:41:07Z", "2026-11-22T12:00:00Z", "3 nov, 23:41",
                     id="Spanish"),
        pytest.param("Asia/Tokyo", "ja", "2026-11-03T22:41:07Z", "2026-11-22T12:00:00Z", "11月4日 7:41", id="Japanese"),
        pytest.param("UTC", "en_US", "2026-11-03T22:41:07Z", "2026-11-22T12:00:00Z", "Nov 3, 10:41\u202fPM",
                     id="American English"),
    ],
)  # fmt: skip
def test_a_moment(zone: str, language: str, text: str, now: str, told: str) -> None:
    assert terms(zone, language).moment_words(text, from_iso(now)) == told


@pytest.mark.parametrize(
    ("zone", "language", "text", "told"),
    [
        pytest.param("UTC", "en", "2026-11-22T11:59:31Z", "just now", id="just now"),
        pytest.param("UTC", "en", "2026-11-22T11:01:00Z", "59 min ago", id="less than an hour"),
        pytest.param("UTC", "en", "2026-11-22T11:00:00Z", "1 h ago", id="an hour"),
        pytest.param("UTC", "en", "2026-11-20T12:00:01Z", "47 h ago", id="almost two days"),
        pytest.param("UTC", "en", "2026-11-20T12:00:00Z", "20 Nov, 12:00", id="two days"),
        pytest.param("UTC", "en", "2026-11-22T12:00:01Z", "22 Nov, 12:00", id="in the future"),
        pytest.param("Asia/Kolkata", "en", "2026-11-20T12:00:00Z", "20 Nov, 17:30", id="two days, where halves count"),
        pytest.param("Europe/Madrid", "de", "2026-11-22T00:10:00Z", "vor 11 Std.", id="German"),
        pytest.param("Europe/Madrid", "de", "2026-11-22T11:20:00Z", "vor 40 Min.", id="German minutes"),
    ],
)
def test_an_age(zone: str, language: str, text: str, told: str) -> None:
    assert terms(zone, language).age_words(text, NOW) == told


@pytest.mark.parametrize(
    ("zone", "text", "words"),
    [
        pytest.param("UTC", "2026-11-22T00:00:00Z", "22 Nov", id="midnight"),
        pytest.param("America/New_York", "2026-11-22T00:00:00Z", "22 Nov", id="midnight, where it is the day before"),
        pytest.param("America/New_York", "2025-11-22T00:00:00Z", "22 Nov 2025", id="midnight of another year"),
        pytest.param("UTC", "2026-11-22T00:00:01Z", "11 h ago", id="a second later"),
        pytest.param("UTC", "2026-11-22T10:00:00Z", "2 h ago", id="a round hour"),
    ],
)
def test_a_day_alone_is_told_without_a_time_of_day(zone: str, text: str, words: str) -> None:
    found = re.sub(r"<[^>]+>", "", terms(zone, "en").published_age(text, NOW))
    assert found == words


@pytest.mark.parametrize(
    ("zone", "language", "element"),
    [
        pytest.param("UTC", "en", '<time datetime="2026-11-03T22:41:07Z" title="2026-11-03 22:41:07 UTC">3 Nov, 22:41',
                     id="the page's own language needs no name"),
        pytest.param("Europe/Madrid", "de", '<time datetime="2026-11-03T22:41:07Z" title="2026-11-03 22:41:07 UTC" '
                     'lang="de">3. Nov., 23:41', id="another does"),
        pytest.param("Asia/Dubai", "ar", '<time datetime="2026-11-03T22:41:07Z" title="2026-11-03 22:41:07 UTC" '
                     'lang="ar" dir="rtl">4 نوفمبر، 2:41', id="and its direction"),
        pytest.param("UTC", "en_US", '<time datetime="2026-11-03T22:41:07Z" title="2026-11-03 22:41:07 UTC">Nov 3',
                     id="American English is English"),
    ],
)  # fmt: skip
def test_a_moment_carries_its_utc_and_its_language(zone: str, language: str, element: str) -> None:
    assert element in str(terms(zone, language).moment("2026-11-03T22:41:07Z", NOW))


@pytest.mark.parametrize(
    ("zone", "language", "told"),
    [
        pytest.param("UTC", "en", "Sunday 22 November 2026", id="plain words"),
        pytest.param("Asia/Tokyo", "en", '<time datetime="2026-11-22" title="from midnight to midnight UTC">'
                     "Sunday 22 November 2026</time>", id="a day of the data stays a day of UTC, and says so"),
        pytest.param("UTC", "fr", '<time datetime="2026-11-22" lang="fr">dimanche 22 novembre 2026</time>',
                     id="French"),
    ],
)  # fmt: skip
def test_a_day(zone: str, language: str, told: str) -> None:
    assert str(terms(zone, language).day("2026-11-22")) == told


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        pytest.param("UTC", "Times and days are UTC.", id="UTC"),
        pytest.param("Europe/Madrid", "Times are Madrid's (CET, UTC+1)", id="a name that its people use"),
        pytest.param("Asia/Kathmandu", "Times are Kathmandu's (UTC+5:45)", id="no name but its distance"),
        pytest.param("Asia/Honolulu", None, id="no such zone"),
        pytest.param("America/Los_Angeles", "Times are Los Angeles' (PST, UTC-8)", id="west"),
        pytest.param("Etc/GMT+5", "Times are UTC-5", id="no place"),
    ],
)
def test_the_foot_names_the_zone(zone: str, told: str | None) -> None:
    if told is None:
        with pytest.raises(KeyError):
            terms(zone, "en")
    else:
        assert terms(zone, "en").zone_words(NOW).startswith(told)


# Those that Babel has no short "ago" for, and some whose patterns are unlike ours; all 1,082 were gone through once.
@pytest.mark.parametrize("language", ["fil", "fy", "km", "ms", "mzn", "sd", "fa", "my", "uz", "zh_Hant", "pt_BR"])
def test_every_language_tells_times(language: str) -> None:
    told = terms("Europe/Madrid", language)
    words = [told.moment_words("2025-11-03T22:41:07Z", NOW), told.moment_words("2026-11-03T22:41:07Z", NOW),
             told.age_words("2026-11-22T11:30:00Z", NOW), told.age_words("2026-11-22T03:00:00Z", NOW),
             str(told.day("2026-11-22")), str(told.short_day("2026-11-22"))]  # fmt: skip
    assert not [one for one in words if "{" in one or not one]


def test_an_operator_who_sets_nothing_gets_utc_in_english() -> None:
    assert terms_of(SiteConfig()).moment_words("2026-11-03T22:41:07Z", NOW) == "3 Nov, 22:41"


@pytest.mark.parametrize("path", OURS)
def test_every_page_is_whole_in_another_language(abroad: Any, path: str) -> None:
    """A month of another language is an element, which must not stand in a title or in an attribute."""
    answer = get(abroad, path)
    assert not re.search(r'="[^"<>]*<time', answer.text)
    page = html.fromstring(answer.text)
    assert "<time" not in page.findtext(".//title")
    for element in page.iter("time"):
        assert element.get("datetime")
        assert element.get("lang") == "de"
    assert [one.get("title") for one in page.iter("time") if "T" in one.get("datetime")].count(None) == 0


@pytest.mark.parametrize("path", [one for one in OURS if one not in ("/story/99",)])
def test_every_page_says_whose_times_they_are(abroad: Any, path: str) -> None:
    foot = " ".join(html.fromstring(get(abroad, path).text).find(".//footer").text_content().split())
    assert "Times are Madrid's (CET, UTC+1): hover over one for UTC. Days, charts and files are in UTC." in foot
    assert "Edition of 22. Nov., 12:45" in foot


@pytest.mark.parametrize("path", ["/.json", "/story/1.json", "/health.json", "/blindspots.json"])
def test_programs_get_utc(abroad: Any, published: Path, path: str) -> None:
    assert get(abroad, path).json() == get(make_app(published, METADATA, clock=lambda: NOW), path).json()


def test_the_navigation_marks_the_page_that_one_is_on(abroad: Any) -> None:
    for page in PAGES:
        answer = get(abroad, page.address)
        if answer.status_code == 200:
            marked = html.fromstring(answer.text).xpath("//nav[@aria-label='Pages']//a[@aria-current]")
            assert [one.text for one in marked] == [page.words], page.address


@pytest.mark.parametrize("path", [one for one in OURS if not one.startswith("/news")])
def test_headings_go_down_one_step_at_a_time(abroad: Any, path: str) -> None:
    page = html.fromstring(get(abroad, path).text)
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert not [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]


def test_no_two_pages_have_one_title(abroad: Any) -> None:
    others = ("/?provider=MBFC", "/outlets?q=tide", "/outlets?side=left", "/revisions?outlet=courier.example",
              "/outlet/mina.example", "/methodology/glossary", "/news/headlines_changed")  # fmt: skip
    paths = [*OURS, *others]
    titles = [html.fromstring(get(abroad, path).text).findtext(".//title") for path in paths]
    assert sorted(titles) == sorted(set(titles))
    assert not [title for title in titles if title.startswith("The Reading Room")]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param("/", "Skip to the stories", id="home"),
        pytest.param(f"/story/{HARBOUR}", "Skip to the story", id="story"),
        pytest.param("/blindspots", "Skip to the blindspots", id="blindspots"),
        pytest.param("/outlet/courier.example", "Skip to this outlet", id="outlet"),
        pytest.param("/story/99", "Skip to what went wrong", id="error"),
        pytest.param("/methodology/glossary", "Skip to the text", id="document"),
        pytest.param("/news/articles", "Skip to the data", id="table"),
    ],
)
def test_the_way_past_the_navigation_says_where_it_leads(abroad: Any, path: str, words: str) -> None:
    page = html.fromstring(get(abroad, path).text)
    assert page.xpath("string(//a[@class='skip'])") == words
    assert page.xpath("string(//a[@class='skip']/@href)") == f"#{page.xpath('string(//main/@id)')}"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("empty")
    Store.open(folder / "news.db").close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param("/", "aggregator run polls the feeds", id="stories"),
        pytest.param("/blindspots", "Nothing is here yet. aggregator run polls the feeds", id="blindspots"),
        pytest.param("/blindspots?day=2026-11-01", "Nothing is here yet.", id="blindspots of a day"),
        pytest.param("/outlets", "No outlet is here yet. Those of outlets.csv come with the first run", id="outlets"),
        pytest.param("/revisions", "No change was seen yet. A change is seen when a poll finds", id="changes"),
        pytest.param("/health", "Add feeds to feeds.csv , or take a list of them in with aggregator feeds import FILE",
                     id="feeds"),
        pytest.param("/research/first", "Nothing is here yet. aggregator run polls", id="research"),
    ],
)  # fmt: skip
def test_where_nothing_is_here_the_page_says_what_to_do(empty: Any, path: str, words: str) -> None:
    answer = get(empty, path)
    assert answer.status_code == 200
    assert words in " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())
    assert "None" not in html.fromstring(answer.text).find(".//main").text_content()


@pytest.fixture(scope="module")
def unrated(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("unrated")
    build(folder)
    store = Store.open(folder / "news.db")
    with store.transaction():
        store.db.execute("delete from ratings")
    store.close()
    return make_app(publish(folder / "news.db", summary_characters=300).path, METADATA, clock=lambda: NOW)


@pytest.mark.parametrize("path", ["/blindspots", "/outlets", "/research/first"])
def test_where_nobody_rates_the_page_says_how_ratings_come(unrated: Any, path: str) -> None:
    answer = get(unrated, path)
    assert answer.status_code == 200
    words = " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())
    assert "Nobody's ratings are here: every outlet is unrated. aggregator ratings import FILE" in words
    assert "Ratings by nobody" in words


@pytest.mark.parametrize("path", ["/", f"/story/{HARBOUR}", "/outlet/courier.example", "/revisions", "/health"])
def test_without_ratings_the_other_pages_stand(unrated: Any, path: str) -> None:
    assert get(unrated, path).status_code == 200


def test_what_is_set_reaches_the_pages(tmp_path: Path) -> None:
    build(tmp_path)
    (tmp_path / "aggregator.toml").write_text('[site]\ntime_zone = "Europe/Madrid"\nlanguage = "de"\n')
    words = [sys.executable, "-m", "aggregator", "serve", "--port", "0", "--db", str(tmp_path / "news.db"),
             "--config", str(tmp_path / "aggregator.toml")]  # fmt: skip
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        try:
            said = next(line for line in served.stdout if line.startswith("Serving "))
            page = httpx.get(said.split()[1], trust_env=False, timeout=60).text
        finally:
            served.terminate()
    assert "Times are Madrid&#39;s (CET, UTC+1)" in page
    assert 'lang="de"' in page
