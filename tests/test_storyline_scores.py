"""How two stories are compared: by names that few have, by the matter apart from them, whatever their length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from aggregator.models import Document
from aggregator.storylines import Background, Held, Likeness, Linker, StorylineConfig, compare, read_story, weigh
from aggregator.storylines.general import is_known, share_of
from aggregator.storylines.score import held
from aggregator.storylines.subject import encoded_texts, with_meaning
from aggregator.storylines.terms import key_of
from aggregator.storylines.weights import FITTED

QUAKE = ("Earthquake destroys villages near Ostrel", "The earthquake near Ostrel levelled clay houses, rescuers said.")
OTHER_QUAKE = ("Earthquake shakes Camarra", "An earthquake levelled houses in Camarra; rescuers said many are missing.")
RAID = (
    "Free Talvia Legion raids Vorkuny",
    "Fighters of the Free Talvia Legion crossed into Vorkuny, Pavel Drozd said.",
)
SECOND_RAID = ("Talvia Legion in Vorkuny again", "Ten months on, fighters crossed the border of Vorkuny, said Drozd.")


def document(title: str, summary: str = "", language: str = "en") -> Document:
    return Document(1, "", title, summary, published=0.0, language=language)


def likeness(one: Sequence[Document], other: Sequence[Document]) -> Likeness:
    stories = [read_story(1, one), read_story(2, other)]
    background = Background.of(stories)
    return compare(weigh(stories[0], background), weigh(stories[1], background))


@pytest.mark.parametrize(
    ("common", "rare"),
    [
        pytest.param("Australia", "Wexbridge", id="a country and a town"),
        pytest.param("Smith", "Odebrecht", id="a common name and a rare one"),
        pytest.param("police", "flaperon", id="two words"),
        pytest.param("Regierung", "Mistasin", id="a word of another language"),
    ],
)
def test_the_first_stories_of_a_database_know_what_is_common(common: str, rare: str) -> None:
    background = Background.of([])
    assert background.rarity(key_of(common)) < 0.8 < background.rarity(key_of(rare)) == 1.0


def test_a_database_learns_its_own_common_words() -> None:
    stories = [read_story(number, [document(f"Wexbridge report {number}")]) for number in range(2000)]
    assert Background.of(stories).rarity(key_of("Wexbridge")) < 0.2


def test_all_forms_of_a_word_are_known_as_it_is() -> None:
    assert is_known(key_of("levelled"))
    assert share_of(key_of("stopped")) == share_of(key_of("stops"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("d'Odebrecht", "Odebrecht", id="an elided article"),
        pytest.param("dell'Italia", "Italia", id="a longer one"),
        pytest.param("Erdoğan'ın", "Erdoğan", id="an ending after an apostrophe"),
        pytest.param("Perú", "Peru", id="an accent"),
        pytest.param("Kenya’s", "Kenyan", id="a people's name"),
    ],
)
def test_languages_write_a_name_each_in_their_way(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_the_same_actors_are_likelier_one_storyline_than_the_same_kind_of_event() -> None:
    same, alike = (
        likeness([document(*RAID)], [document(*SECOND_RAID)]),
        likeness([document(*QUAKE)], [document(*OTHER_QUAKE)]),
    )
    assert same.probability > StorylineConfig().threshold > alike.probability
    assert same.names > 0
    assert alike.names == 0


def test_a_story_of_many_reports_is_as_like_itself_as_one_of_one() -> None:
    short = [document(RAID[1])]
    long = [document(*RAID), document(*SECOND_RAID), document("Drozd orders evacuation of Vorkuny", RAID[1])]
    assert likeness(long, long).names == pytest.approx(likeness(short, short).names, rel=0.35)


def test_the_effects_and_what_is_held_add_up() -> None:
    found = likeness([document(*RAID)], [document(*SECOND_RAID)])
    effects = found.effects()
    missing = held(found.names, found.gap_days) - effects["gap"]
    assert FITTED.alone.bias + sum(effects.values()) + missing == pytest.approx(found.odds, abs=1e-3)


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        pytest.param(
            [document("Judge frees the captain", "The ship Loretta was held in Camarra.")],
            ["Judge frees the captain. The ship was held in ."],
            id="capitals within a sentence",
        ),
        pytest.param(
            [document("Musk sued over tweet"), document("Court hears case of Elon Musk")],
            ["sued over tweet", "Court hears case of"],
            id="a name that another voice tells",
        ),
        pytest.param(
            [document("Regierung verklagt Mistasin", language="de")],
            ["Regierung verklagt"],
            id="nouns of a language that writes them all with a capital",
        ),
    ],
)
def test_the_encoder_reads_the_matter_without_the_names(voices: Sequence[Document], expected: list[str]) -> None:
    assert encoded_texts(voices) == expected


def by_odds(odds: Mapping[tuple[int, int], float], one: int, other: int) -> Likeness:
    return Likeness(odds[min(one, other), max(one, other)], 1, 1, None, None, (), (), FITTED.alone)


@pytest.mark.parametrize(
    ("against", "together"),
    [
        pytest.param(-1.0, True, id="a pair that is only unlikely"),
        pytest.param(-8.0, False, id="a pair that can't be of one affair"),
    ],
)
def test_a_pair_that_cannot_be_keeps_a_story_out(against: float, together: bool) -> None:
    odds = {(1, 2): 3.0, (2, 3): 3.0, (1, 3): against}
    linker = Linker(StorylineConfig(), lambda one, other: by_odds(odds, one, other), Held())
    for story in (1, 2, 3):
        linker.place(story, [other for other in (1, 2, 3) if other != story])
    assert (linker.line_of[1] == linker.line_of[3]) is together


def alike(texts: Sequence[str]) -> list[bytes]:
    """Makes the same vector of any text."""
    return [np.array([1.0], "<f2").tobytes() for _ in texts]


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        pytest.param("Brandvik – Halloran", False, id="names alone"),
        pytest.param("Brandvik vs Halloran", False, id="names and a word that says nothing"),
        pytest.param("Brandvik beats Halloran after four hours", True, id="a sentence"),
        pytest.param("堤坝出现裂缝居民撤离", True, id="a script without spaces"),
    ],
)
def test_a_headline_of_names_alone_has_no_meaning_to_compare(title: str, meant: bool) -> None:
    (voice,) = with_meaning({1: [document(title)]}, alike)[1]
    assert (voice.vector is not None) is meant
