"""Grouping as a whole: what joins, what stays apart, and that neither order nor copies change the answer."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from math import log1p

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.grouping import Grouping, GroupingConfig, group, sentence
from aggregator.grouping.arrival import arrival_key
from aggregator.grouping.explain import worded
from aggregator.models import Document, Member, Reason
from tests.grouping_cases import BACKGROUND, document, documents, stories


def together(titles: Sequence[str], step: float = 1.0) -> bool:
    """Tell whether the titles make one story among unrelated news."""
    found = documents(*titles, step=step)
    noise = [document(100 + n, title, 0.3 + n) for n, title in enumerate(BACKGROUND)]
    return [d.id for d in found] in stories(group([*found, *noise]))


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param(
            (
                "Central bank of Norrland lifts interest rate to 4.5 percent",
                "Norrland central bank raises interest rates to 4.5 percent",
                "Interest rate in Norrland rises to 4.5 percent as central bank fights inflation",
            ),
            id="a rate decision in other words",
        ),
        pytest.param(
            (
                "LIVE: Ferry Aurelia runs aground off Cape Tarn | The Quay Post",
                "Ferry Aurelia runs aground near Cape Tarn, 212 rescued",
                "Watch: passengers rescued as ferry Aurelia runs aground off Cape Tarn - Harbour News",
            ),
            id="labels and outlet names are furniture",
        ),
        pytest.param(
            ("Zelmira Kovač wins Brunlund marathon", "Brunlund marathon: Zelmira Kovac wins in record time"),
            id="an accent is lost",
        ),
    ],
)
def test_one_event_is_one_story(titles: tuple[str, ...]) -> None:
    assert together(titles)


@pytest.mark.parametrize(
    ("titles", "step"),
    [
        pytest.param(
            ("Strong earthquake shakes coast of Valdoro", "Strong earthquake shakes mountains of Kesmir"),
            3.0,
            id="two quakes in different places",
        ),
        pytest.param(
            ("Senate passes $900 billion budget package", "Senate debates $1,400 billion package for ports"),
            24.0,
            id="two budgets with different numbers",
        ),
        pytest.param(
            (
                "Tarvian troops cross border river into northern Zelle, villages evacuated",
                "Tarvian troops cross border river into northern Zelle, governor says",
            ),
            24.0 * 300,
            id="an incursion of one May and one of the next March",
        ),
        pytest.param(
            (
                "Rowing Latest: Dunmore pair reaches the final",
                "Rowing Latest: storm delays the morning heats",
                "Rowing Latest: doping test costs Halvorsen a medal",
            ),
            2.0,
            id="rolling posts of a series",
        ),
        pytest.param(("", ""), 0.0, id="empty titles"),
        pytest.param(("...", "— !"), 0.0, id="titles without a word"),
        pytest.param(("\u200b\u202e", "\u200b\u202e"), 0.0, id="invisible titles"),
    ],
)
def test_look_alikes_stay_apart(titles: tuple[str, ...], step: float) -> None:
    found = documents(*titles, step=step)
    noise = [document(100 + n, title, 0.3 + n) for n, title in enumerate(BACKGROUND)]
    assert all([d.id] in stories(group([*found, *noise])) for d in found)


def newsroom() -> list[Document]:
    events = (
        ("Dam at Orsk cracks after heavy rain, {} villages cleared", "Orsk dam cracks: {} villages cleared"),
        ("Opposition leader Petra Lind arrested in Karlow", "Police in Karlow arrest Petra Lind, opposition leader"),
        ("Airline Nordavia files for bankruptcy", "Nordavia airline bankrupt, flights cancelled"),
    )
    found = []
    for n, variants in enumerate(events):
        for m in range(4):
            title = variants[m % 2].format(7) + (" today" if m > 1 else "")
            found.append(document(len(found) + 1, title, None if m == 3 else 5.0 * n + 1.5 * (m // 2)))
    return found + [document(100 + n, title, float(n)) for n, title in enumerate(BACKGROUND)]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_changes_nothing(seed: int) -> None:
    found = newsroom()
    shuffled = random.Random(seed).sample(found, len(found))
    assert group(shuffled) == group(found)


@pytest.mark.parametrize("seed", range(3))
def test_nor_does_it_where_articles_have_one_time_and_one_hash(seed: int) -> None:
    found = [replace(d, order="", published=None if d.id % 3 else 0.0) for d in newsroom()]
    shuffled = random.Random(seed).sample(found, len(found))
    assert sorted(shuffled, key=arrival_key) == sorted(found, key=arrival_key)
    assert group(shuffled) == group(found)


def test_every_article_has_one_membership_and_one_origin() -> None:
    found = newsroom()
    grouping = group(found)
    assert [member.article for member in grouping.members] == sorted(d.id for d in found)
    assert [link.article for link in grouping.copies] == sorted(d.id for d in found)


def test_an_empty_window_has_no_stories() -> None:
    assert group([]) == Grouping((), ())


def test_the_founder_is_the_earliest_and_has_no_match() -> None:
    late, early = document(1, "Nordavia airline files for bankruptcy", 5), document(2, "Nordavia files for bankruptcy")
    first, second = group([late, early]).members
    assert (first.founder, first.matched, second.founder, second.matched) == (2, 2, 2, None)


def test_a_standing_story_keeps_its_id_and_a_late_article_joins_it() -> None:
    standing = [
        document(1, "Dam at Orsk cracks after heavy rain", 10, story=77),
        document(2, "Orsk dam cracks after days of heavy rain", 11, story=77),
        document(3, "Cider makers fear a poor apple harvest", 11, story=78),
    ]
    late = document(4, "Heavy rain cracks dam at Orsk", 2)
    found = {member.article: (member.story, member.founder) for member in group([*standing, late]).members}
    assert found == {1: (77, 4), 2: (77, 4), 3: (78, 3), 4: (77, 4)}


def test_standing_stories_stay_when_nothing_arrives() -> None:
    standing = [replace(d, story=500 + d.id % 3) for d in newsroom()]
    assert {m.article: m.story for m in group(standing).members} == {d.id: d.story for d in standing}


def test_an_arrival_that_links_two_standing_stories_leaves_the_older_id() -> None:
    standing = [
        document(1, "Opposition leader Petra Lind arrested in Karlow", 1, story=8),
        document(2, "Petra Lind, opposition leader, arrested by police in Karlow", 2, story=9),
    ]
    bridge = document(3, "Police in Karlow arrest opposition leader Petra Lind", 3)
    assert {member.story for member in group([*standing, bridge]).members} == {8}


def test_a_copy_has_no_vote() -> None:
    title = "Opposition leader Petra Lind arrested in Karlow after Sunday rally"
    found = documents(title, "Rally in Karlow ends peacefully on Sunday", "Karlow police arrest Petra Lind after rally")
    copies = [document(50 + n, title, 1 + n) for n in range(12)]
    alone = {m.article: m.founder for m in group(found).members}
    among = {m.article: m.founder for m in group([*found, *copies]).members}
    assert {article: among[article] for article in alone} == alone
    assert {among[copy.id] for copy in copies} == {alone[1]}


def test_a_member_says_why() -> None:
    found = documents("Airline Nordavia files for bankruptcy", "Nordavia airline bankrupt, files for protection")
    _, member = group(found).members
    assert {reason.name for reason in member.reasons} >= {"words", "ratio", "gap"}
    assert "Nordavia" in sentence(member.reasons)
    assert sentence(member.reasons).endswith("1 h apart")


@pytest.mark.parametrize(
    ("title", "summary", "said"),
    [
        pytest.param("James of Wales' party wins", "", ("James", "Wales"), id="of the headline"),
        pytest.param("Vote today", "VALDORO (Reuters) - James's victory; WALES votes.", ("James", "WALES"), id="lead"),
        pytest.param("WALES: James wins", "In Wales the James party", ("James", "WALES"), id="the headline first"),
        pytest.param("<b>Jameſ&nbsp;of wales</b>", "", ("James", "wales"), id="as it is read"),
        pytest.param("İstanbul", "", ("jame", "wale"), id="nowhere"),
    ],
)
def test_words_are_shown_as_the_article_writes_them(title: str, summary: str, said: tuple[str, ...]) -> None:
    reasons = (Reason("words", 0.4, 1.4, ("jame", "wale")), Reason("person", 1.0, 0.0, ("wale",)))
    [member] = worded([Member(1, None, 1, 1.0, None, reasons)], [document(1, title, summary=summary)])
    assert [reason.words for reason in member.reasons] == [said, ("wale",)]


def test_a_place_that_only_the_other_article_names_is_shown_as_that_one_writes_it() -> None:
    reasons = (Reason("places", 1.0, -1.5, ("kesmir", "valdoro")), Reason("clash", 1.0, -0.8, ("4", "9")))
    member = Member(1, None, 2, 0.6, 2, reasons)
    news = [document(1, "Floods in Valdoro"), document(2, "Floods in Kesmir")]
    [found] = worded([member], news)
    assert [reason.words for reason in found.reasons] == [("Kesmir", "Valdoro"), ("4", "9")]


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        pytest.param((), "", id="a founder"),
        pytest.param((Reason("copy", 1.0, 0.0, ("contained",)),), "a shortened copy of the text", id="a copy"),
        pytest.param((Reason("clash", 1, -0.8, ("4", "9")),), "conflicting numbers 4, 9", id="numbers"),
        pytest.param((Reason("clash", 0, 0),), "no conflicting numbers", id="no numbers"),
        pytest.param((Reason("gap", log1p(5 / 6), -0.8),), "5 h apart", id="hours"),
        pytest.param((Reason("gap", log1p(0.3 / 6), -0.1),), "under an hour apart", id="minutes"),
        pytest.param((Reason("gap", log1p(72 / 6), -2.0),), "3 days apart", id="days"),
        pytest.param((Reason("words", 0.4, 1.4, ("dam", "orsk")),), "rare words dam, orsk", id="words"),
        pytest.param((Reason("words", 0.01, 0.01),), "", id="common words only"),
        pytest.param((Reason("names", 0.5, 0.6, ("orsk",)),), "names orsk", id="names"),
        pytest.param((Reason("numbers", 1, 0.4, ("4.5",)),), "same numbers 4.5", id="numbers in common"),
        pytest.param((Reason("places", 1, -1.5, ("kesmir", "valdoro")),), "other places kesmir, valdoro", id="places"),
        pytest.param((Reason("dense", 0.61, 4.3),), "alike in meaning (0.61), in another language", id="vectors"),
        pytest.param((Reason("nearest", 0.9, 3.0), Reason("ratio", 0.5, 2.0)), "", id="silent terms"),
    ],
)
def test_reasons_read_as_a_sentence(reasons: tuple[Reason, ...], said: str) -> None:
    assert sentence(reasons) == said


def test_a_threshold_of_one_groups_copies_only() -> None:
    config = GroupingConfig(threshold=1.1)
    assert all(len(story) == 1 for story in stories(group(newsroom()[:3], config)))


WORDS = ("dam", "Orsk", "rain", "police", "arrest", "Karlow", "7", "vote", "harbour", "", "LIVE:", "-", "|")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.lists(st.sampled_from(WORDS), max_size=8), st.none() | st.integers(0, 400)), max_size=12))
def test_grouping_is_a_partition_whatever_comes(rows: list[tuple[list[str], int | None]]) -> None:
    found = [document(number, " ".join(words), hours) for number, (words, hours) in enumerate(rows, 1)]
    grouping = group(found)
    assert [member.article for member in grouping.members] == [d.id for d in found]
    founders = {member.article: member.founder for member in grouping.members}
    assert all(founders[founder] == founder for founder in founders.values())
    wordless = {d.id for d in found if not any(c.isalnum() for c in d.title)}
    assert all([number] in stories(grouping) for number in wordless)
