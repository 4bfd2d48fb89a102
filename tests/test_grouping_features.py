"""What grouping reads of a headline: furniture goes, numbers, places and names stay."""

from __future__ import annotations

import pytest

from aggregator.grouping.features import numbers, places, read, stem
from aggregator.grouping.headlines import Furniture, clean, headline
from aggregator.models import Document


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        pytest.param("Dam cracks at Orsk | Reuters", None, "Dam cracks at Orsk", id="a pipe"),
        pytest.param("Dam cracks at Orsk - Quay Post", "quaypost.example", "Dam cracks at Orsk", id="own name"),
        pytest.param("Dam cracks at Orsk - The Borough Herald", None, "Dam cracks at Orsk", id="a media word"),
        pytest.param("Dam cracks - villages cleared", "quaypost.example", "Dam cracks - villages cleared", id="a dash"),
        pytest.param("LIVE: Dam cracks at Orsk", None, "Dam cracks at Orsk", id="a label"),
        pytest.param("Orsk: dam cracks after rain", None, "Orsk: dam cracks after rain", id="a place is no label"),
        pytest.param("Dam cracks | Valley News | Quay Post", None, "Dam cracks", id="two outlets"),
        pytest.param("Quay Post: dam cracks at Orsk", "quaypost.example", "dam cracks at Orsk", id="name in front"),
        pytest.param("Video", None, "Video", id="a label alone"),
        pytest.param("", None, "", id="empty"),
    ],
)
def test_headline(title: str, outlet: str | None, expected: str) -> None:
    assert headline(title, outlet) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<i>Ferry</i>&nbsp;&amp; port", "Ferry & port", id="html"),
        pytest.param("Fer\u200bry\u202e port\u00ad", "Ferry port", id="invisible"),
        pytest.param("Ｆｅｒｒｙ\tport\n", "Ferry port", id="full width and spaces"),
        pytest.param("a < b > c", "a c", id="stray brackets"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


def furniture(titles: list[tuple[str, str]]) -> set[str]:
    found = Furniture()
    found.see(titles)
    return {affix for affix, outlet in (("morning bell", "a.example"), ("nordkanal", None)) if (affix, outlet) in found}


def test_an_affix_is_furniture_from_the_third_headline_on() -> None:
    titles = [(f"Morning Bell: {event} - Nordkanal", "a.example") for event in ("rain", "snow", "hail")]
    assert furniture(titles) == {"morning bell", "nordkanal"}
    assert furniture(titles[:2]) == set()
    assert furniture([titles[0], titles[0], titles[1]]) == set()
    assert furniture([(title, f"{n}.example") for n, (title, _) in enumerate(titles)]) == {"nordkanal"}


def test_an_affix_is_remembered_from_one_call_to_the_next() -> None:
    found = Furniture()
    for event in ("rain", "snow", "hail", "fog"):
        assert (("morning bell", "a.example") in found) == (event == "fog")
        assert ("morning bell", "b.example") not in found
        found.see([(f"Morning Bell: {event}", "a.example")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Quake of 6.1 kills 1,200", {"6.1", "1200"}, id="decimals and thousands"),
        pytest.param("Third storm, two dead", {"3rd", "2"}, id="in words"),
        pytest.param("7th fleet leaves", {"7th"}, id="an ordinal is no number"),
        pytest.param("No figures", set(), id="none"),
    ],
)
def test_numbers(text: str, expected: set[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Floods in Valdoro", {"valdoro"}, id="in"),
        pytest.param("Ferry off the Tarn coast", {"tarn"}, id="with an article"),
        pytest.param("Talks on Monday in March", set(), id="days and months"),
        pytest.param("Police in riot gear", set(), id="lower case"),
    ],
)
def test_places(text: str, expected: set[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("votes", "vote"), ("lind's", "lind"), ("press", "press"), ("gas", "gas")]
)
def test_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_a_dateline_is_no_part_of_the_lead() -> None:
    document = Document(1, "x", "Dam cracks", summary="HARBOURTON, March 2 (Reuters) - Villages were cleared.")
    features = read(document)
    assert features.words.keys() - features.title_words.keys() == {"village", "were", "cleared"}


def test_a_title_of_a_megabyte_is_cut() -> None:
    assert len(read(Document(1, "x", "dam " * 250_000)).sorted_title) <= 160
