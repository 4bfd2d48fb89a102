"""Names of storylines: what an editor could print, in the headlines' own words, and the same tomorrow."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.models import Document
from aggregator.storylines import Background, name_of, read_story

Story = Sequence[tuple[str, str]]

RIVER: list[Story] = [
    [
        ("Dead trout drift down the Arvel after a spill at Lower Arvel", "Trout died in the Arvel on Monday."),
        ("Swimmers told not to bathe in the Arvel", "A spill from the works of Kelp Water reached the Arvel."),
        ("Auditor takes samples; Kelp Water denies spill", "The spill killed trout, anglers say."),
    ],
    [
        ("Kelp Water hid spill in Arvel, auditor finds", "The spill was in the log of Kelp Water for a year."),
        ("Arvel spill: where not to bathe", "After the spill in the Arvel nobody should bathe."),
    ],
]
BANK: list[Story] = [
    [
        ("Osgood accepts £3.6bn offer for parcel arm", "Osgood will sell its parcel arm for £3.6bn."),
        ("Union warns of Osgood takeover", "The takeover of Osgood would cost jobs, a union said."),
    ],
    [("Osgood takeover of £3.6bn cleared", "Ministers cleared the takeover of Osgood.")],
]
RAIL_DE: list[Story] = [
    [("Streik bei Tarnbahn: Züge fallen aus", "Der Streik bei Tarnbahn trifft Pendler.")],
    [("Tarnbahn einigt sich, Streik beendet", "Nach dem Streik bei Tarnbahn fahren die Züge wieder.")],
]
JEWELS_FR: list[Story] = [
    [("Les joyaux du Merlou ont été volés", "Des voleurs ont pris les joyaux du Merlou.")],
    [("Vol des joyaux du Merlou : deux hommes arrêtés", "La police cherche les joyaux du Merlou.")],
]
COAST_ES: list[Story] = [
    [("El incendio de Tormes arrasa dos pueblos", "El incendio de Tormes empezó de noche.")],
    [("Tormes llora tras el incendio", "Un juez investiga el incendio de Tormes.")],
]
TITLED: list[Story] = [
    [("Mayor Orla Fenn Detained In Dawn Raid", "The mayor, Orla Fenn, was detained at dawn.")],
    [("Court Sends Orla Fenn To Jail As Thousands Rally", "A judge jailed mayor Orla Fenn before the trial.")],
    [("Trial of Orla Fenn opens", "The trial of mayor Orla Fenn has begun.")],
]
RAIDED: list[Story] = [
    [("Osgood raids pension fund", "The pension fund of Osgood lost a third.")],
    [("Osgood raids pension fund again", "A union speaks of the pension fund at Osgood.")],
]
DENIED: list[Story] = [
    [("Mayor Orla Fenn denies claims", "A paper had spoken of corruption."), ("Corruption inquiry opens", "")],
    [("Inquiry: Orla Fenn heard on corruption", "Orla Fenn denies all.")],
]
RUSSIAN: list[Story] = [
    [("Прорыв плотины под Меррово", "Плотина под Меррово прорвана.")],
    [("В Меррово чинят плотину", "Жители Меррово вернулись домой.")],
]
CHINESE: list[Story] = [[("梅罗大坝出现裂缝", "居民撤离。")], [("梅罗大坝修复", "居民返回。")]]
FOREIGN: list[Story] = [
    [("El Farro siege tightens", "The siege of El Farro goes on.")],
    [("Siege of El Farro ends", "The army left El Farro.")],
]
STRANGERS: list[Story] = [
    [("Quiet day on the markets", "Nothing happened.")],
    [("A long walk home", "It rained.")],
]
MARKED: list[Story] = [
    [("Fenn names a task force on fevers", "A task force shall advise Orla Fenn.")],
    [("Doctors join the task force of Fenn", "Fenn told doctors to be quick.")],
]
CROWNS: list[Story] = [
    [("Osgood sets out 2.4 billion crown relief package", "Lena Osgood told the house of the package.")],
    [("Assembly passes 3.9 billion crown package for rail", "The package of Osgood brings 41 stations.")],
]
TARIFFS: list[Story] = [
    [("US tariffs begin at midnight", "The US tariffs hit mills.")],
    [("Mills sue over US tariffs", "A court is to hear of the tariffs.")],
]


def documents(stories: Sequence[Story], language: str | None) -> list[list[Document]]:
    number = iter(range(1, 1000))
    return [
        [
            Document(place, f"d{place}", title, summary, published=86_400.0 * place, language=language)
            for (title, summary), place in zip(story, number, strict=False)
        ]
        for story in stories
    ]


def named(stories: Sequence[Story], language: str | None = "en", kept: str = "") -> str:
    read = documents(stories, language)
    return name_of(read, Background.of(read_story(at, voices) for at, voices in enumerate(read)), kept)


@pytest.mark.parametrize(
    ("stories", "language", "name"),
    [
        pytest.param(RIVER, "en", "Arvel spill", id="a place and what happened, and no lone verb"),
        pytest.param(RIVER, None, "Arvel spill", id="no language told"),
        pytest.param(BANK, "en", "Osgood takeover", id="no unit"),
        pytest.param(MARKED, "en", "Task force of Fenn", id="no surname alone"),
        pytest.param(CROWNS, "en", "Osgood package", id="no currency"),
        pytest.param(RAIL_DE, "de", "Streik bei Tarnbahn", id="German, as it is written"),
        pytest.param(RAIL_DE, "de-AT", "Streik bei Tarnbahn", id="a region's German"),
        pytest.param(JEWELS_FR, "fr", "Joyaux du Merlou", id="French"),
        pytest.param(COAST_ES, "es", "Incendio de Tormes", id="Spanish"),
        pytest.param(TITLED, "en", "Orla Fenn trial", id="title case tells no names"),
        pytest.param(TARIFFS, "en", "US tariffs", id="US is a name"),
        pytest.param(RAIDED, "en", "Osgood pension fund", id="no sentence"),
        pytest.param(DENIED, "en", "Orla Fenn inquiry", id="nobody is accused but by a headline"),
        pytest.param(RUSSIAN, "ru", "Меррово", id="Russian: the name alone"),
        pytest.param(CHINESE, "zh", "梅罗大坝修复", id="Chinese: a headline"),
        pytest.param(FOREIGN, "en", "El Farro siege", id="a name with another language's article"),
        pytest.param(STRANGERS, "en", "A long walk home", id="nothing shared: the central headline"),
        pytest.param([[("", "")], [("", "")]], "en", "", id="no headline"),
        pytest.param([], "en", "", id="no story"),
    ],
)
def test_a_name(stories: Sequence[Story], language: str | None, name: str) -> None:
    assert named(stories, language) == name


def test_the_language_is_that_of_most_stories() -> None:
    mixed = documents(RIVER, "en")
    mixed[0].append(Document(99, "d99", "Fischsterben im Arvel", "Fische starben im Arvel.", language="de"))
    background = Background.of(read_story(at, voices) for at, voices in enumerate(mixed))
    assert name_of(mixed, background) == "Arvel spill"


@pytest.mark.parametrize(
    ("kept", "name"),
    [
        pytest.param("River Arvel", "Arvel spill", id="one that no headline supports goes"),
        pytest.param("Kelp Water spill", "Kelp Water spill", id="one that is nearly as good stays"),
        pytest.param("Trout", "Arvel spill", id="one that is far worse goes"),
        pytest.param("", "Arvel spill", id="none"),
    ],
)
def test_a_name_stays_while_it_is_about_as_good(kept: str, name: str) -> None:
    assert named(RIVER, kept=kept) == name


def test_the_order_of_voices_changes_nothing() -> None:
    turned = [list(reversed(story)) for story in RIVER]
    assert named(turned) == named(RIVER)


_SEEN = "Arvel spill the of in Kelp Water to after denies trout 3.6bn US Oder it's Kelp's , : — « dead bathe IT' ' ’ -"
_WORDS = st.sampled_from(_SEEN.split())
_TITLES = st.lists(_WORDS, min_size=1, max_size=9).map(" ".join)


@settings(deadline=None)  # a busy machine decides nothing
@given(st.lists(st.lists(st.tuples(_TITLES, _TITLES), min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_name_is_of_the_headlines_own_words(stories: list[list[tuple[str, str]]]) -> None:
    name = named(stories)
    said = " ".join(title for story in stories for title, _ in story).casefold()
    assert all(word in said for word in re.findall(r"\w+", name.casefold()))
    assert named(stories, kept=name) == name
