"""The measures of briefs measure: their checker finds what is planted, and nothing in the briefs of real texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from aggregator.briefs import Source, Statement, brief_of
from bench.brief_stories import stories_of_gold
from bench.briefs import made, redundancy, rouge, statements, unsupported

SOURCES = [
    Source(1, 1, "left", "Ice", "The port was shut by ice on Monday. It has 9 quays.", "en"),
    Source(2, 2, "right", "Ice", "Ice shut the port of nine quays.", "en"),
    Source(3, 3, "left", "Ice", "The port is run by Ada Holm of the Quay Alliance.", "en"),
    Source(4, 4, "right", "Ice", "The port is run by Ada Holm of the Pier Alliance.", "en"),
]


@pytest.mark.parametrize(
    ("text", "articles", "fault"),
    [
        pytest.param("The port was shut by ice on Monday.", [1, 2], None, id="word-for-word"),
        pytest.param("The port was shut by ice on Monday [5 January].", [1], None, id="with-a-date"),
        pytest.param("The port was shut by snow on Monday.", [1], "not in its article", id="another-word"),
        pytest.param("The port was shut by ice on Monday.", [], "no article", id="of-nobody"),
        pytest.param("It has 9 quays.", [1, 2], "9 is not in every article", id="another-number"),
        pytest.param(
            "The port is run by Ada Holm of the Quay Alliance.",
            [3, 4],
            "Quay is not in every article",
            id="another-name",
        ),
    ],
)
def test_the_checker_finds_what_no_article_bears_out(text: str, articles: list[int], fault: str | None) -> None:
    assert unsupported(SOURCES, Statement(text, articles)) == fault


def test_rouge_is_one_for_the_same_words_and_none_for_others() -> None:
    assert (rouge("The port was shut.", "the PORT was shut"), rouge("Ice", "Snow")) == (1.0, 0.0)
    assert rouge("a b c d", "a c") == pytest.approx(2 * 2 / 6)


def test_briefs_of_real_stories_are_borne_out_and_hear_both_parties(shared: Path) -> None:
    for sources in stories_of_gold(shared / "data" / "grouping" / "ecbplus_dev.csv").values():
        one = made(sources)
        assert [unsupported(sources, statement) for statement in statements(one.brief)].count(None) == len(
            list(statements(one.brief))
        )
        assert redundancy(one.brief) < 0.7
        if one.two_sided:
            assert not any(one.cites_one(found) for found in (one.brief.summary, one.brief.key_points))
            assert one.cites_both(one.brief.summary)


def test_a_story_without_texts_has_a_headline_alone() -> None:
    brief = brief_of([Source(1, 1, None, "Ice shuts the port of Vessholm", "", "en")])
    assert (brief.headline.text, list(statements(brief))) == ("Ice shuts the port of Vessholm", [])
