"""The demo newsroom's contents: what it promises to its readers and to the tests that poll it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import UTC, datetime, timedelta

import feedparser
import pytest

from demo.newsroom import Newsroom
from demo.records import Article, Response

START = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
PORT = 8080
LEANS = {"left": -2, "lean left": -1, "center": 0, "lean right": 1, "right": 2}


# What two of the events follow by weeks: the bill that is passed, the river that is told of.
EARLIER = ("harbour-bill-laid", "dead-fish")


@pytest.fixture(scope="module")
def newsroom() -> Newsroom:
    return Newsroom.load(START)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def get(newsroom: Newsroom, host: str, path: str, edition: int = 2, **headers: str) -> Response:
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    return newsroom.answer(f"{host}:{PORT}", path, edition, asked)


def article(newsroom: Newsroom, identity: str, edition: int = 2) -> Article:
    return next(one for one in newsroom.state(edition).articles if one.id == identity)


def panel(newsroom: Newsroom) -> dict[str, int]:
    """The panel's latest lean for each outlet's news."""
    told = [row for row in rows(newsroom.ratings_csv()) if (row["provider"], row["scope"]) == ("Demo Panel", "news")]
    return {row["domain"]: LEANS[row["label"]] for row in sorted(told, key=lambda row: row["valid_from"])}


def outlets_of(newsroom: Newsroom, event: str) -> set[str]:
    return {one.outlet for one in newsroom.state(2).articles if one.event == event}


class TestContents:
    def test_twelve_outlets_from_left_to_right_one_unrated_and_a_portal(self, newsroom: Newsroom) -> None:
        outlets = {row["domain"] for row in rows(newsroom.outlets_csv())}
        leans = panel(newsroom)
        assert len(outlets) == 13
        assert outlets - set(leans) == {"elmuelle.example", "clipwell.example"}
        assert Counter(leans.values()) == {-2: 2, -1: 2, 0: 3, 1: 2, 2: 2}

    def test_seventeen_events_in_about_eighty_articles_or_more(self, newsroom: Newsroom) -> None:
        events = Counter(one.event for one in newsroom.state(2).articles if one.event)
        assert len(events) == 17
        assert min(events.values()) >= 4
        assert 78 <= sum(events.values()) <= 120

    @pytest.mark.parametrize("edition", [1, 2], ids=["first poll", "second poll"])
    @pytest.mark.parametrize("hour", [0, 13], ids=["after midnight", "midday"])
    def test_nothing_lies_in_the_future_or_but_for_what_led_to_it_more_than_three_days_back(
        self, hour: int, edition: int
    ) -> None:
        start = START.replace(hour=hour)
        articles = Newsroom.load(start).state(edition).articles
        earlier = [one for one in articles if one.event in EARLIER]
        recent = [one for one in articles if one.published.year > 2021 and one not in earlier]
        assert all(one.published <= one.modified <= start for one in articles)
        assert min(one.published for one in recent) >= start - timedelta(days=3)
        assert len(articles) - len(recent) - len(earlier) == 1
        assert {(start - one.published).days for one in earlier} <= {20, 31}

    def test_the_last_day_is_the_day_of_the_start(self, newsroom: Newsroom) -> None:
        assert newsroom.state(2).articles[0].published.date() == START.date()

    def test_every_placeholder_is_filled(self, newsroom: Newsroom) -> None:
        texts = [text for one in newsroom.state(2).articles for text in (one.title, one.summary, *one.body)]
        assert [text for text in texts if "{" in text or "}" in text] == []

    def test_weekdays_follow_the_event_and_the_language(self, newsroom: Newsroom) -> None:
        assert "on Saturday" in " ".join(article(newsroom, "nationalwire.example/central-bank-cuts-rate-3-75").body)
        assert "el sábado" in " ".join(article(newsroom, "elmuelle.example/senado-aprueba-ley-del-puerto").body)

    def test_an_address_is_used_once(self, newsroom: Newsroom) -> None:
        articles = newsroom.state(2).articles
        assert len({one.address for one in articles}) == len({one.id for one in articles}) == len(articles)

    @pytest.mark.parametrize(
        ("event", "side"), [("river-spills", 1), ("union-treasurer", -1)], ids=["right left it out", "left left it out"]
    )
    def test_an_event_that_one_side_left_out(self, newsroom: Newsroom, event: str, side: int) -> None:
        leans = panel(newsroom)
        outlets = outlets_of(newsroom, event)
        assert len(outlets) >= 6
        assert [outlet for outlet in outlets if leans[outlet] * side > 0] == []

    @pytest.mark.parametrize(
        ("one", "other", "shared"),
        [
            pytest.param("quake-harkmoor", "quake-maresol", "Petra Sallow", id="two earthquakes, one seismologist"),
            pytest.param("energy-relief", "rail-and-roads", "Lena Osgood", id="two packages, one minister"),
            pytest.param("harbour-bill", "dock-strike", "Marta Quill", id="a bill and the strike against it"),
        ],
    )
    def test_look_alikes_share_a_person(self, newsroom: Newsroom, one: str, other: str, shared: str) -> None:
        gold = newsroom.gold()
        for event in (one, other):
            told = [each for each in newsroom.state(2).articles if gold[each.address] == event]
            assert any(shared in " ".join(each.body) for each in told)

    def test_opinion_stands_in_three_events(self, newsroom: Newsroom) -> None:
        assert Counter(one.event for one in newsroom.state(2).articles if one.opinion) == {
            "harbour-bill": 2,
            "phone-ban": 2,
            "protest-law": 2,
        }

    def test_one_outlet_writes_in_spanish(self, newsroom: Newsroom) -> None:
        spanish = [one for one in newsroom.state(2).articles if one.language == "es"]
        assert {one.outlet for one in spanish} == {"elmuelle.example"}
        assert len(spanish) == 5

    def test_a_start_without_a_time_zone_is_refused(self) -> None:
        with pytest.raises(ValueError, match="time zone"):
            Newsroom.load(START.replace(tzinfo=None))


class TestCopies:
    def test_each_copy_prints_what_its_original_says(self, newsroom: Newsroom) -> None:
        by_address = {one.address: one for one in newsroom.state(2).articles}
        for copy, original in newsroom.copies().items():
            mine = " ".join(by_address[copy].body)
            sentences = [text.partition(" - ")[2] or text for text in by_address[original].body]
            assert sum(sentence in mine for sentence in sentences) >= 3
            assert newsroom.gold()[copy] == newsroom.gold()[original]

    def test_there_are_whole_and_abridged_copies_some_under_another_headline(self, newsroom: Newsroom) -> None:
        by_address = {one.address: one for one in newsroom.state(2).articles}
        pairs = [(by_address[copy], by_address[original]) for copy, original in newsroom.copies().items()]
        assert sum(len(copy.body) < len(original.body) for copy, original in pairs) == 5
        assert sum(len(copy.body) >= len(original.body) for copy, original in pairs) == 10
        assert sum(copy.title != original.title for copy, original in pairs) == 11

    def test_a_dateline_names_the_wire(self, newsroom: Newsroom) -> None:
        dated = article(newsroom, "standingoak.example/harbour-vote-carried")
        tail = article(newsroom, "freeholder.example/kittiwake-rescue")
        assert dated.body[0].startswith("PORT ALDER (National Wire) - The Senate passed")
        assert tail.body[0].startswith("THORNHYTHE - All 86")
        assert tail.body[-1] == "Reporting by National Wire."

    def test_a_shared_owner_shares_an_article(self, newsroom: Newsroom) -> None:
        owners = {row["domain"]: row["owner"] for row in rows(newsroom.outlets_csv())}
        assert owners["harkmoorgazette.example"] == owners["aldercourier.example"]
        assert article(newsroom, "harkmoorgazette.example/phones-out-of-class").copy_of == (
            "aldercourier.example/phones-banned-in-classrooms"
        )


class TestEditions:
    def test_three_headlines_change_and_their_addresses_do_not(self, newsroom: Newsroom) -> None:
        first = {one.id: one for one in newsroom.state(1).articles}
        changed = [one for one in newsroom.state(2).articles if one.id in first and one.title != first[one.id].title]
        assert {one.outlet for one in changed} == {
            "aldercourier.example",
            "estmeretoday.example",
            "halyard.example",
        }
        assert all(one.address == first[one.id].address for one in changed)
        assert all(one.modified > first[one.id].modified == one.published for one in changed)

    @pytest.mark.parametrize(
        "identity",
        ["openquay.example/kittiwake-what-we-know", "standingoak.example/a-small-country-looks-up"],
        ids=["explainer", "essay"],
    )
    def test_an_article_appears_at_the_second_poll_only(self, newsroom: Newsroom, identity: str) -> None:
        late = article(newsroom, identity)
        assert [get(newsroom, late.host, late.target, edition).status for edition in (1, 2)] == [404, 200]

    def test_after_the_second_edition_nothing_changes(self, newsroom: Newsroom) -> None:
        assert newsroom.state(7) is newsroom.state(2)

    def test_a_guid_stays_when_the_headline_changes(self, newsroom: Newsroom) -> None:
        entries = {}
        for edition in (1, 2):
            body = get(newsroom, "estmeretoday.example", "/rss.xml", edition).body
            entries[edition] = {entry.id: entry.title for entry in feedparser.parse(io.BytesIO(body)).entries}
        assert set(entries[1]) == set(entries[2])
        assert sum(entries[1][guid] != entries[2][guid] for guid in entries[1]) == 1


class TestDataFiles:
    def test_columns_are_those_of_the_real_files(self, newsroom: Newsroom) -> None:
        assert newsroom.outlets_csv().splitlines()[0] == (
            "domain,other_domains,name,other_names,homepage,country,owner,ownership_type,description,youtube"
        )
        assert newsroom.feeds_csv(PORT).splitlines()[0] == "url,outlet,section,language,fetch_pages,last_seen,kind"
        assert newsroom.ratings_csv().splitlines()[0] == (
            "domain,provider,scope,label,score,confidence,factual_reporting,source_url,valid_from"
        )

    def test_every_feed_and_rating_refers_to_an_outlet(self, newsroom: Newsroom) -> None:
        outlets = {row["domain"] for row in rows(newsroom.outlets_csv())}
        assert {row["outlet"] for row in rows(newsroom.feeds_csv(PORT))} == outlets
        assert {row["domain"] for row in rows(newsroom.ratings_csv())} < outlets

    def test_feeds_csv_lists_the_feeds_that_are_served_with_the_port(self, newsroom: Newsroom) -> None:
        listed = {row["url"] for row in rows(newsroom.feeds_csv(PORT))}
        served = {f"http://{feed.host}:{PORT}{feed.path}" for site in newsroom.sites for feed in site.feeds}
        assert listed == served

    def test_every_host_leads_to_an_outlet(self, newsroom: Newsroom) -> None:
        known = {
            domain
            for row in rows(newsroom.outlets_csv())
            for domain in (row["domain"], *filter(None, row["other_domains"].split(";")))
        }
        assert set(newsroom.hosts) == known

    def test_ratings_are_old_enough_and_use_the_five_labels(self, newsroom: Newsroom) -> None:
        told = rows(newsroom.ratings_csv())
        assert {row["label"] for row in told} == set(LEANS)
        assert max(row["valid_from"] for row in told) < "2026-06"
        assert min(row["valid_from"] for row in told) > "2019"

    def test_raters_disagree_by_two_steps_on_one_outlet(self, newsroom: Newsroom) -> None:
        review = {
            row["domain"]: LEANS[row["label"]]
            for row in rows(newsroom.ratings_csv())
            if row["provider"] == "Demo Review"
        }
        leans = panel(newsroom)
        assert [domain for domain in review if abs(review[domain] - leans[domain]) >= 2] == ["countinghouse.example"]

    def test_one_rating_changed_and_one_outlet_has_other_opinion_pages(self, newsroom: Newsroom) -> None:
        told = rows(newsroom.ratings_csv())
        counts = Counter((row["domain"], row["provider"], row["scope"]) for row in told)
        assert [key for key, count in counts.items() if count > 1] == [("openquay.example", "Demo Panel", "news")]
        assert [row["domain"] for row in told if row["scope"] == "opinion"] == ["estmeretoday.example"]
