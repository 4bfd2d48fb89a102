"""Words of headlines: what a word is, the formula by hand, and the whole table counted anew."""

from __future__ import annotations

import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.grouping.headlines import cleaned_title, headline
from aggregator.store.headline_words import DAYS, LEAST_HEADLINES, event_of
from aggregator.store.publish import publish
from aggregator.text.headline_words import headline_words
from aggregator.text.log_odds import Use, difference
from aggregator.workspace import Workspace
from tests import research_newsroom as newsroom
from tests.research_newsroom import PROVIDERS, Piece


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        pytest.param("The Mayor, the mayor!", {"the", "mayor"}, id="once a headline, in small letters"),
        pytest.param("A 3rd vote in 2024: 31 to 28", {"3rd", "vote", "in", "to"}, id="no single letter, no number"),
        pytest.param("Won't, won’t, 'won't'", {"won't"}, id="one apostrophe"),
        pytest.param("Storm's end, storms' end, O'Neil's", {"storm", "end", "storms", "o'neil"}, id="owners"),
        pytest.param("Präsident: ÄLTERE straße", {"präsident", "ältere", "straße"}, id="letters beyond ASCII"),
        pytest.param("snake_case—dash/slash", {"snake", "case", "dash", "slash"}, id="what parts words"),
        pytest.param("مجلس الشيوخ يقر", {"مجلس", "الشيوخ", "يقر"}, id="Arabic"),
        pytest.param("<script>alert('x')</script>", {"script", "alert"}, id="markup is letters"),
        pytest.param("12's ''' - ½", set(), id="nothing"),
    ],
)
def test_what_a_word_is(headline: str, words: set[str]) -> None:
    assert headline_words(headline) == words


@given(st.text(alphabet=" abZ'-|:;<>&/,.é–—»·0\t", max_size=40))
def test_what_is_read_of_a_title_is_what_grouping_reads(title: str) -> None:
    """The shorter way for plain titles leads to the same words."""
    assert headline_words(event_of(title, "ab")) == headline_words(headline(cleaned_title(title), "ab"))


def test_the_formula_by_hand() -> None:
    """A says it 8 times of 40 words, B 2 of 60; the prior has it 5 times of 100."""
    found = difference(Use(8, 40), Use(2, 60), Use(5, 100))
    assert found is not None
    # (8 + 5) / (40 + 100 - 8 - 5) = 13 / 127 and (2 + 5) / (60 + 100 - 2 - 5) = 7 / 153
    assert found.log_odds == pytest.approx(math.log(13 / 127 * 153 / 7))
    assert found.log_odds == pytest.approx(0.805, abs=5e-4)
    assert found.z == pytest.approx(found.log_odds / math.sqrt(1 / 13 + 1 / 7))
    assert found.z == pytest.approx(1.718, abs=5e-4)


def test_the_weight_of_the_prior_puts_a_side_s_word_before_an_everyday_one() -> None:
    """100 headlines of one side alone, and 10,000 to 9,500; each side has a million words."""
    n = 10**6

    def z(one: int, other: int, weight: int) -> float:
        prior = weight * (one + other) / (2 * n)
        found = difference(Use(one, n), Use(other, n), Use(prior, weight))
        assert found is not None
        return round(found.z, 2)

    assert (z(100, 0, 500), z(10_000, 9_500, 500)) == (1.31, 3.61)
    assert (z(100, 0, 2 * n), z(10_000, 9_500, 2 * n)) == (5.66, 2.09)


def test_a_word_that_is_all_words_is_compared_with_nothing() -> None:
    assert difference(Use(5, 5), Use(5, 5), Use(10, 10)) is None


_counts = st.integers(0, 500)


@given(_counts, _counts, st.integers(501, 5000), st.integers(501, 5000), st.floats(0.01, 400))
def test_sides_that_change_places_change_the_sign(one: int, other: int, n: int, m: int, prior: float) -> None:
    there = difference(Use(one, n), Use(other, m), Use(prior, 1000))
    back = difference(Use(other, m), Use(one, n), Use(prior, 1000))
    assert there is not None
    assert back is not None
    assert there.z == pytest.approx(-back.z)
    assert there.log_odds == pytest.approx(-back.log_odds)


@given(_counts, _counts, st.floats(0.01, 400), st.floats(1.5, 50))
def test_a_heavier_prior_shrinks_a_difference(one: int, other: int, prior: float, times: float) -> None:
    light = difference(Use(one, 1000), Use(other, 1000), Use(prior, 5000))
    heavy = difference(Use(one, 1000), Use(other, 1000), Use(prior * times, 5000 * times))
    assert light is not None
    assert heavy is not None
    assert abs(heavy.log_odds) <= abs(light.log_odds) + 1e-9


@pytest.fixture(params=[4, 5])
def drawn(request: pytest.FixtureRequest, workspace: Workspace) -> Iterator[tuple[list[Piece], sqlite3.Connection]]:
    pieces = newsroom.drawn(request.param, size=200)
    connection = newsroom.published(workspace, pieces)
    yield pieces, connection
    connection.close()


def _words(piece: Piece) -> set[str]:
    """Counts the words of the dice's headlines by a plain split, without the program's own reading."""
    plain = {word.lower().removesuffix("'s") for word in piece.title.split()}
    return {word for word in plain if len(word) > 1 and not word.isdigit()}


def test_the_table_is_what_a_recount_gives(drawn: tuple[list[Piece], sqlite3.Connection]) -> None:
    pieces, db = drawn
    mine = [one for one in pieces if one.independent and one.language != "zh"]
    expected = {}
    for provider in PROVIDERS:
        sides: dict[int, set[str]] = defaultdict(set)
        for one in pieces:
            if one.independent and one.story:
                sides[one.story].add(one.side(provider))
        for language in {one.language or "und" for one in mine}:
            spoken = [one for one in mine if (one.language or "und") == language]
            for pair in combinations(("left", "center", "right"), 2):
                told = [one for one in spoken if one.story and sides[one.story].issuperset(pair)]
                expected |= {
                    (provider, language, *pair, *row[:1]): row[1:] for row in _recounted(told, spoken, provider, pair)
                }
    found = {row[:5]: row[5:] for row in db.execute("select * from headline_wording")}
    assert found.keys() == expected.keys()
    assert len(found) > 20
    for key, row in expected.items():
        assert found[key] == pytest.approx(row, abs=6e-5), key


def _recounted(told: list[Piece], spoken: list[Piece], provider: str, pair: tuple[str, str]) -> Iterator[tuple]:  # type: ignore[type-arg]
    uses = [Counter(word for one in told if one.side(provider) == side for word in _words(one)) for side in pair]
    outlets = [Counter(word for _, word in {(one.outlet, word) for one in told if one.side(provider) == side
                                            for word in _words(one)}) for side in pair]  # fmt: skip
    every = Counter(word for one in spoken for word in _words(one))
    totals = [use.total() for use in uses]
    if not all(totals):
        return
    for word in uses[0].keys() | uses[1].keys():
        if uses[0][word] + uses[1][word] >= LEAST_HEADLINES:
            prior = sum(totals) * every[word] / every.total()
            odds = [(use[word] + prior) / (total + sum(totals) - use[word] - prior)
                    for use, total in zip(uses, totals, strict=True)]  # fmt: skip
            log_odds = math.log(odds[0] / odds[1])
            spread = math.sqrt(1 / (uses[0][word] + prior) + 1 / (uses[1][word] + prior))
            yield (word, uses[0][word], uses[1][word], outlets[0][word], outlets[1][word], prior, log_odds,
                   log_odds / spread)  # fmt: skip


def test_what_it_rests_on(drawn: tuple[list[Piece], sqlite3.Connection]) -> None:
    pieces, db = drawn
    sides: dict[int, set[str]] = defaultdict(set)
    for one in pieces:
        if one.independent and one.story:
            sides[one.story].add(one.side("AllSides"))
    both = {story for story, found in sides.items() if found >= {"left", "right"}}
    english = [one for one in pieces if one.independent and one.language == "en"]
    told = [Counter(one.side("AllSides") for one in english if one.story in both)[side] for side in ("left", "right")]
    row = db.execute(
        "select stories, headlines, other_headlines, all_headlines, all_words from headline_sides"
        " where provider = 'AllSides' and language = 'en' and side = 'left' and other_side = 'right'"
    ).fetchone()
    assert row == (len(both), *told, len(english), sum(len(_words(one)) for one in english))


def test_a_language_without_spaces_is_left_out(drawn: tuple[list[Piece], sqlite3.Connection]) -> None:
    _, db = drawn
    assert "zh" not in {row[0] for row in db.execute("select distinct language from headline_sides")}


def test_a_reprint_has_no_vote(workspace: Workspace) -> None:
    """A copy more at the right changes no number."""
    pieces = newsroom.drawn(4)
    newsroom.published(workspace, pieces).close()
    path = publish(workspace.store.path, summary_characters=300).path
    before = _wording(path)
    with workspace.store.transaction():
        db = workspace.store.db
        original = next(one for one in pieces if one.independent)
        db.execute(
            "insert into articles (id, url, original_url, outlet_id, title, published, first_seen, last_seen,"
            " title_from, language) select 999, 'https://right.example/999', '', id, ?, ?, ?, ?, 'feed', ?"
            " from outlets where domain = 'right.example'",
            [original.title, original.published, original.first_seen, original.first_seen, original.language],
        )
        db.execute("insert into copies (article_id, origin_id, score, method) values (999, ?, 1, 'exact')",
                   [original.number])  # fmt: skip
        db.execute("insert into story_articles (story_id, article_id, score) values (?, 999, 1)", [original.story])
    assert _wording(publish(workspace.store.path, summary_characters=300).path) == before


def test_a_story_of_an_earlier_quarter_has_no_vote(workspace: Workspace) -> None:
    """Where all but one story end 92 days before it, that one is all that is counted; a day later they count too."""
    pieces = newsroom.drawn(4)
    newsroom.published(workspace, pieces).close()
    latest = max(one.story for one in pieces if one.story)
    found = []
    for days in (DAYS, DAYS - 1):
        with workspace.store.transaction():
            workspace.store.db.execute(
                "update stories set last_published = case id when ? then '2026-11-20T09:00:00Z'"
                " else date('2026-11-20', ?) || 'T09:00:00Z' end",
                [latest, f"-{days} days"],
            )
        path = publish(workspace.store.path, summary_characters=300).path
        connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
        found.append(connection.execute("select max(stories), max(since) from headline_sides").fetchone())
        connection.close()
    assert (found[0][0] or 0) <= 1
    assert found[1][0] > 1
    assert found[1][1] == "2026-08-21"


def _wording(path: object) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    try:
        return connection.execute("select * from headline_wording").fetchall()
    finally:
        connection.close()
