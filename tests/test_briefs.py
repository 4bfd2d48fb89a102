"""Briefs: whose sentences they take, what they leave out, and who is said to say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from aggregator.briefs import ArticleBrief, Source, Statement, brief_of, brief_of_article
from aggregator.models import Scope

_DAY = date(2026, 11, 22)
_PASSED = "The council of Vessholm voted 12 to 9 on Sunday to close the ferry line to Ornö from March."
_PASSED_TOO = "Vessholm's council voted by 12 to 9 on Sunday to close the ferry line to Ornö."
_COST = "The ferry line cost the treasury 4.5 million crowns last year, harbour master Piet Daal said."
_SCHOOL = "Forty children from Ornö take the ferry to the school of Vessholm every morning."
_TAX = "Mayor Tilda Brask promised in her campaign to lower the property tax of Vessholm."
_BRIDGE = "Engineers of the county presented plans for a bridge of 900 metres to Ornö in May."
_STRIKE = "The Seafarers' Union of Vessholm announced a strike of its 60 members for Tuesday."
_WHARF = "The wharf at Ornö was rebuilt in 2019 for 11 million crowns of county money."


def source(number: int, side: str | None, *sentences: str, title: str = "", **more: object) -> Source:
    made = Source(number, number, side, title or f"Vessholm closes ferry line to Ornö {number}", "\n".join(sentences),
                  "en", _DAY)  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def texts(statements: Sequence[Statement]) -> str:
    return " ".join(statement.text for statement in statements)


LEFT = source(1, "left", _PASSED, _SCHOOL, _STRIKE)
CENTER = source(2, "center", _PASSED_TOO, _COST, _BRIDGE)
RIGHT = source(3, "right", _PASSED, _TAX, _COST)


def test_a_brief_tells_what_happened_first_and_hears_every_side() -> None:
    brief = brief_of([LEFT, CENTER, RIGHT])
    assert "12 to 9 on Sunday [22 November]" in brief.summary[0].text
    assert {article for statement in brief.summary for article in statement.articles} == {1, 2, 3}
    assert 2 <= len(brief.summary) <= 4
    assert (brief.sources, brief.left_out, brief.language) == (3, 0, "en")


def test_what_two_sides_state_is_agreed_and_what_one_states_is_its_own() -> None:
    brief = brief_of([LEFT, CENTER, RIGHT])
    assert [2, 3] in [sorted(one.articles) for one in brief.agree if "4.5 million" in one.text]
    assert {side: texts(found).count(_SCHOOL) for side, found in brief.only_said_by.items()}["left"] == 1
    assert _COST not in texts(brief.only_said_by.get("right", ()))


@pytest.mark.parametrize("parts", [[0, 1, 2], [2, 1, 0], [1, 2, 0]], ids=["as-published", "backwards", "mixed"])
def test_the_order_of_the_articles_changes_nothing(parts: list[int]) -> None:
    articles = [LEFT, CENTER, RIGHT]
    assert brief_of([articles[part] for part in parts]) == brief_of(articles)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"scope": Scope.OPINION}, id="opinion"),
        pytest.param({"scope": Scope.FACT_CHECK}, id="fact-check"),
        pytest.param({"text_kind": "machine"}, id="machine"),
        pytest.param({"text_kind": "aggregator"}, id="aggregator"),
        pytest.param({"language": "de"}, id="other-language"),
        pytest.param({"text": "Sign up for our newsletter to read the story."}, id="paywall"),
        pytest.param({"text": ""}, id="no-text"),
    ],
)
def test_what_is_left_out_is_counted_and_says_nothing(other: dict[str, object]) -> None:
    brief = brief_of([LEFT, CENTER, replace(source(3, "right", _TAX, _WHARF), **other)])  # type: ignore[arg-type]
    every = [
        *brief.summary,
        *brief.key_points,
        *brief.agree,
        *(s for found in brief.only_said_by.values() for s in found),
    ]
    assert (brief.sources, brief.left_out) == (2, 1)
    assert all(3 not in statement.articles for statement in every)


def test_what_an_opinion_says_too_is_not_said_by_one_side_alone() -> None:
    opinion = source(3, "right", _PASSED, _SCHOOL, _TAX, scope=Scope.OPINION)
    assert _SCHOOL in texts(brief_of([LEFT, CENTER]).only_said_by["left"])
    assert _SCHOOL not in texts(brief_of([LEFT, CENTER, opinion]).only_said_by.get("left", ()))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        pytest.param(
            "Five of the seven harbour councillors of Ornö voted in favour.",
            "Harbour councillors closed it by 5 votes to two after a debate of nine hours about money and weather.",
            id="a number in words",
        ),
        pytest.param(
            "The Daal Line, which is privately owned, said that nothing had been discharged.",
            "Shipowner Arvid Lund said that his boats had run as they should and no oil had been discharged from them.",
            id="a denial in other words",
        ),
        pytest.param(
            "About 90 people slept in the sports hall, where Ornö's Guild served 400 bowls of barley soup.",
            "Some 90 people of the island spent Saturday night in a sports hall of the mainland.",
            id="half of a sentence",
        ),
    ],
)
def test_what_another_side_says_in_other_words_is_not_said_by_one_side_alone(mine: str, theirs: str) -> None:
    left = source(1, "left", _PASSED, mine, _SCHOOL)
    assert mine in texts(brief_of([left, source(3, "right", _PASSED, _TAX, _WHARF)]).only_said_by["left"])
    right = source(3, "right", _PASSED, _TAX, theirs, _WHARF)
    assert mine not in texts(brief_of([left, right]).only_said_by.get("left", ()))


def test_what_a_copy_on_another_side_prints_is_not_said_by_one_side_alone() -> None:
    copy = replace(LEFT, id=9, origin=1, side="right")
    brief = brief_of([LEFT, CENTER, copy])
    assert "left" not in brief.only_said_by
    assert (brief.sources, brief.left_out) == (2, 0)


def test_a_copy_stands_in_for_an_origin_whose_text_is_not_there() -> None:
    brief = brief_of([replace(LEFT, text=""), replace(LEFT, id=9, origin=1), CENTER])
    assert 9 in {article for statement in brief.summary for article in statement.articles}
    assert (brief.sources, brief.left_out) == (2, 0)


def test_a_teaser_of_the_other_side_makes_nothing_exclusive() -> None:
    teaser = source(2, "right", _PASSED_TOO)
    assert brief_of([LEFT, teaser]).only_said_by == {}


def test_where_one_party_has_nothing_more_to_say_the_points_are_of_neither() -> None:
    left = source(1, "left", _PASSED)
    right = source(3, "right", _PASSED_TOO, _TAX, _COST, _WHARF)
    brief = brief_of([left, right])
    assert {1, 3} <= {article for statement in brief.summary for article in statement.articles}
    assert brief.key_points == []


def test_another_number_is_no_support() -> None:
    right = source(3, "right", _PASSED.replace("12 to 9", "11 to 10"), _TAX, _WHARF)
    brief = brief_of([LEFT, right])
    assert all(len(one.articles) == 1 for one in brief.summary if "12 to 9" in one.text)


@pytest.mark.parametrize(
    ("party", "stated"), [pytest.param("Pier Alliance", 1, id="another"), pytest.param("Quay Alliance", 2, id="same")]
)
def test_a_source_that_has_another_name_does_not_say_it(party: str, stated: int) -> None:
    told = "Ferry captain Ada Holm of the Quay Alliance promised to appeal to the county court of Vessholm in April."
    right = source(3, "right", _PASSED, told.replace("Quay Alliance", party), _WHARF)
    brief = brief_of([source(1, "left", _PASSED, told, _SCHOOL), right])
    found = [one for one in (*brief.summary, *brief.key_points, *brief.agree) if "Holm" in one.text]
    assert found
    assert {len(one.articles) for one in found} == {stated}


def test_a_denial_is_no_support() -> None:
    left = source(1, "left", "Mayor Tilda Brask resigned over the ferry line to Ornö in Vessholm.", _SCHOOL, _STRIKE)
    right = source(
        3, "right", "Mayor Tilda Brask has not resigned over the ferry line to Ornö in Vessholm.", _TAX, _WHARF
    )
    brief = brief_of([left, right])
    assert all(len(one.articles) == 1 for one in (*brief.summary, *brief.agree) if "Brask" in one.text)


def test_an_event_told_in_other_words_is_told_once() -> None:
    said = [
        "Crime boss Vinnie Gault died on Monday in a prison of Harkmoor at the age of 77.",
        "Vinnie Gault, the boss of a crime family, died on Monday in prison at Harkmoor, aged 77.",
        "Aged 77, crime family boss Vinnie Gault has died in the prison of Harkmoor.",
    ]
    others = [
        "Gault avoided the courts for decades by feigning illness in the streets.",
        "Prison spokesman Al Quintero said a heart attack killed Gault.",
        "The Gault family ran the docks of Harkmoor in the 1980s.",
    ]
    brief = brief_of([source(n, side, one, other) for n, side, one, other in
                      zip((1, 2, 3), ("left", "center", "right"), said, others, strict=True)])  # fmt: skip
    assert len(re.findall(r"died", texts([*brief.summary, *brief.key_points]))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "All 74 passengers and 12 crew were taken off the ferry Kittiwake, which ran aground in fog off Ornö.",
            "All 86 people aboard, 74 passengers and 12 crew, were rescued by three lifeboats from Vessholm.",
            id="numbers",
        ),
        pytest.param(
            "County figures show that one ticket holder in nine did not pay on time, against one in fourteen in 2019.",
            "Piet Daal said that one ticket holder in 9 had not paid the fare on time, and that the price would rise.",
            id="numbers in words",
        ),
    ],
)
def test_what_has_its_numbers_from_what_is_told_is_not_told_again(one: str, other: str) -> None:
    left, right = source(1, "left", one, _TAX, _SCHOOL), source(2, "right", other, _BRIDGE, _STRIKE)
    brief = brief_of([left, right, source(3, "center", one, _WHARF)])
    told = texts([*brief.summary, *brief.key_points])
    assert (one in told) + (other in told) == 1


def test_what_happened_comes_before_what_was_to_come() -> None:
    early = source(1, "center", "Councillors of Vessholm are about to vote on closing the ferry line to Ornö.", _BRIDGE)
    brief = brief_of([early, replace(CENTER, id=2, origin=2), RIGHT])
    assert "voted" in brief.summary[0].text


def test_a_language_in_which_both_parties_wrote_is_the_briefs() -> None:
    spanish = [source(n, "center", "El consejo de Vessholm cerró la línea de ferry a Ornö.", language="es")
               for n in (5, 6, 7)]  # fmt: skip
    brief = brief_of([LEFT, RIGHT, *spanish])
    assert (brief.language, brief.sources, brief.left_out) == ("en", 2, 3)


@pytest.mark.parametrize("characters", [0, 60, 120, 200, 600])
def test_no_article_gives_more_characters_than_allowed(characters: int) -> None:
    brief = brief_of([LEFT, CENTER, RIGHT], characters)
    taken: dict[int, set[str]] = {}
    for one in (*brief.summary, *brief.key_points, *brief.agree, *(s for f in brief.only_said_by.values() for s in f)):
        taken.setdefault(one.articles[0], set()).add(re.sub(r" \[[^]]*\]", "", one.text))
    assert all(sum(map(len, found)) <= characters for found in taken.values())
    assert bool(taken) == (characters >= 120)


def test_a_headline_without_any_text_is_a_brief_too() -> None:
    brief = brief_of([replace(LEFT, text=""), replace(CENTER, text="")])
    assert (brief.headline.articles, brief.summary, brief.sources, brief.left_out) == ([1], (), 0, 2)


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Is this the end of the ferry line from Vessholm to Ornö?", id="question"),
        pytest.param("Why Vessholm closes the ferry line to Ornö", id="why"),
        pytest.param("Map: Vessholm closes ferry line to Ornö", id="label"),
        pytest.param("The moment Vessholm closes ferry line to Ornö", id="the-moment"),
        pytest.param("Vessholm closes ferry line to Ornö: what you need to know", id="need-to-know"),
        pytest.param("Vessholm closes ferry line…", id="cut-off"),
    ],
)
def test_a_headline_that_tells_nothing_is_not_the_briefs(title: str) -> None:
    asked = [source(n, None, _PASSED, title=title) for n in (1, 2, 3)]
    told = source(4, None, _PASSED, title="Council ends ferries between Vessholm and Ornö from March")
    assert brief_of([*asked, told]).headline.articles == [4]


def test_a_brief_of_an_article_has_its_sentences_alone() -> None:
    copy = replace(RIGHT, origin=77)
    brief = brief_of_article(copy, 600)
    assert [one.articles for one in (*brief.summary, *brief.key_points)] == [[3]] * 3
    assert brief.language == "en"
    assert brief_of_article(copy, 0) == ArticleBrief((), (), "en")
    assert brief_of_article(replace(copy, text_kind="machine")).summary == ()


def test_a_brief_of_an_opinion_itself_is_in_its_sentences() -> None:
    assert brief_of_article(replace(LEFT, scope=Scope.OPINION)) == brief_of_article(LEFT)


_SHUT = "Seafarers of the Ornö ferry line began a strike for higher wages in Vessholm on Sunday."
_SHUT_TOO = "The port of Vessholm was shut on Sunday as seafarers of the Ornö ferry line refused to sail."
_SAID_OF_IT = (
    "Sunday's strike of seafarers of the Ornö ferry line, which shut the port of Vessholm, has a story of its own."
)
_ASIDE = "The captain of the Ornö ferry line in Vessholm plays the accordion for 60 pupils."


@pytest.mark.parametrize(
    "signs",
    [
        pytest.param({"title": "What is a strike of 60 seafarers worth?"}, id="its headline asks"),
        pytest.param({"is_commentary": True}, id="its outlet files it as analysis"),
        pytest.param(
            {"text": f"{_SAID_OF_IT}\nWe should have seen it coming.\nOur port deserves better.\n{_ASIDE}"},
            id="it judges and says we",
        ),
    ],
)
def test_a_comment_does_not_tell_what_happened_where_a_report_does(signs: dict[str, object]) -> None:
    comment = source(1, "left", _SAID_OF_IT, _SCHOOL, _ASIDE)
    reports = [source(2, "center", _SHUT, _COST), source(3, "right", _SHUT_TOO, _TAX)]
    assert brief_of([comment, *reports]).summary[0].articles[0] == 1, "by its words alone it would"
    assert brief_of([replace(comment, **signs), *reports]).summary[0].articles[0] != 1  # type: ignore[arg-type]


def test_where_all_comment_one_of_them_tells_what_happened() -> None:
    asking = [replace(one, title="Who needs the ferry line?") for one in (LEFT, RIGHT)]
    assert "12 to 9" in brief_of(asking).summary[0].text
