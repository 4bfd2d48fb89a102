"""The copy tier: what is one text, which agency it is from, and what only looks the same."""

from __future__ import annotations

from dataclasses import replace
from time import thread_time

import pytest

from aggregator.grouping import GroupingConfig, sentence
from aggregator.grouping.copies import find_copies, wire_of
from aggregator.grouping.explain import copy_reason
from aggregator.models import CopyLink, Document

PARAGRAPHS = """
The dam above Orsk cracked on Monday night after eleven days of rain, and the governor ordered seven villages in the
valley to be cleared before dawn.

Engineers said the crack, forty metres long, had opened where the eastern wall meets the spillway, a place that
inspectors had marked as weak in two earlier reports.

Buses took families to schools in Karlow, where volunteers laid out blankets; a baker who had stayed behind said he had
never heard the river so loud.

The operator promised to lower the lake by three metres within a week, and the parliament's committee for waters called
its director to a hearing on Thursday.
""".strip().split("\n\n")
BODY = " ".join(PARAGRAPHS)
OTHER = (
    "Villagers below the Orsk dam were told to leave on Monday as water ran through a crack in the wall. Our reporter "
    "met them in a gymnasium in Karlow, tired and angry at an operator that, they say, had known of the damage since "
    "last spring and had answered none of their letters. The company would not comment when asked on Tuesday."
)
LONG = "Dam above Orsk cracks after eleven days of rain, seven villages cleared"


def article(number: int, title: str, hours: float = 0.0, body: str = "", **fields: object) -> Document:
    base = Document(number, f"{number:04}", title, body=body, published=3600 * hours, outlet=f"o{number}.example")
    return replace(base, **fields)  # type: ignore[arg-type]


def link(one: Document, other: Document) -> CopyLink:
    """Give the link of the second article."""
    return next(found for found in find_copies([other, one], GroupingConfig()) if found.article == other.id)


@pytest.mark.parametrize(
    ("one", "other", "method"),
    [
        pytest.param(article(1, LONG, 0, BODY), article(2, LONG, 1, BODY), "exact", id="whole"),
        pytest.param(
            article(1, LONG, 0, BODY), article(2, "Valley emptied in the night", 1, BODY), "exact", id="retitled"
        ),
        pytest.param(
            article(1, LONG, 0, BODY),
            article(2, LONG, 1, "ORSK (AFP) - " + BODY.replace("Monday", "Tuesday")),
            "shingles",
            id="a word edited and a dateline added",
        ),
        pytest.param(
            article(1, LONG, 0, BODY), article(2, "Dam cracks", 1, " ".join(PARAGRAPHS[:2])), "contained", id="abridged"
        ),
        pytest.param(
            article(1, LONG, 0, " ".join(PARAGRAPHS[:2])), article(2, "Dam", 1, BODY), "contained", id="abridged first"
        ),
        pytest.param(article(1, LONG), article(2, LONG, 20), "title", id="a long title and no text"),
        pytest.param(article(1, LONG), article(2, f"LIVE: {LONG} | Quay Post", 2), "title", id="furniture apart"),
        pytest.param(
            article(1, LONG, summary=PARAGRAPHS[0]), article(2, LONG, 3, summary=PARAGRAPHS[0]), "exact", id="blurbs"
        ),
    ],
)
def test_copies(one: Document, other: Document, method: str) -> None:
    found = link(one, other)
    assert (found.representative, found.method, found.kind) == (1, method, "wire" if "AFP" in other.body else "reprint")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(article(1, LONG, 0, BODY), article(2, LONG, 1, OTHER), id="one event, own words"),
        pytest.param(
            article(1, "Dam cracks at Orsk"), article(2, "Dam cracks at Orsk", 1), id="a short title, no text"
        ),
        pytest.param(article(1, LONG), article(2, LONG, 72), id="a long title after three days"),
        pytest.param(
            article(1, LONG, outlet="a.example"),
            article(2, LONG, 24, outlet="a.example"),
            id="an outlet's daily column",
        ),
        pytest.param(
            article(
                1, "Rain to last until Friday", summary="Sign up here for the morning letter of our newsroom today."
            ),
            article(2, "Mayor resigns", 1, summary="Sign up here for the morning letter of our newsroom today."),
            id="a stock phrase under other headlines",
        ),
        pytest.param(article(1, "", 0), article(2, "", 0), id="nothing at all"),
        pytest.param(article(1, LONG, 0, BODY), article(2, LONG, 24 * 30, BODY), id="beyond the window"),
        pytest.param(
            article(1, "Dam", 0, PARAGRAPHS[3] + " " + OTHER + " " + OTHER[::-1]),
            article(2, "Hearing", 1, "In brief from the capital. " + PARAGRAPHS[2] + " " + OTHER[100:160]),
            id="a shared quotation",
        ),
    ],
)
def test_no_copies(one: Document, other: Document) -> None:
    assert link(one, other) == CopyLink(2, 2, "original", 1.0, "itself")


def test_a_round_up_does_not_join_the_reports_it_prints() -> None:
    first, second = article(1, "Dam", 0, BODY), article(2, "Letters unanswered", 1, OTHER)
    roundup = article(3, "The day in the valley", 2, f"{BODY} {OTHER}")
    found = {item.article: item.representative for item in find_copies([first, second, roundup], GroupingConfig())}
    assert (found[1], found[2]) == (1, 2)


@pytest.mark.parametrize(
    ("document", "agency"),
    [
        pytest.param(article(1, LONG, body="ORSK (Reuters) - " + BODY), "Reuters", id="dateline"),
        pytest.param(article(1, LONG, body="KARLOW, March 2 (AP) — " + BODY), "AP", id="dateline with a day"),
        pytest.param(article(1, LONG, body=BODY, wire="dpa"), "dpa", id="by-line"),
        pytest.param(article(1, LONG, body="Reuters reported a crack. " + BODY), None, id="a mention"),
        pytest.param(article(1, LONG), None, id="no text"),
    ],
)
def test_wire_of(document: Document, agency: str | None) -> None:
    assert wire_of(document) == agency


def test_one_named_agency_makes_all_copies_wire() -> None:
    found = find_copies([article(1, LONG, 0, BODY), article(2, LONG, 1, BODY, wire="AFP")], GroupingConfig())
    assert [(item.representative, item.kind) for item in found] == [(1, "wire"), (1, "wire")]


AGENCY = "nationalwire.example"


@pytest.mark.parametrize(
    ("documents", "representative", "kind"),
    [
        pytest.param(
            [
                article(1, LONG, 0, BODY),
                article(2, LONG, 1, BODY, wire="AP"),
                article(3, LONG, 2, BODY, outlet="ap.org"),
            ],
            3,
            "wire",
            id="the agency's own, by its listed site",
        ),
        pytest.param(
            [article(1, LONG, 0, BODY, wire="National Wire"), article(2, LONG, 1, BODY, outlet=AGENCY)],
            2,
            "wire",
            id="the agency's own, by its name",
        ),
        pytest.param(
            [article(1, LONG, 0, BODY, wire="AFP"), article(2, LONG, 1, BODY)],
            1,
            "wire",
            id="the earliest where only copies are there",
        ),
        pytest.param(
            [
                article(1, LONG, 0, BODY, url="https://o1.example/a", canonical="https://o2.example/b"),
                article(2, LONG, 1, BODY, url="https://o2.example/b"),
            ],
            2,
            "reprint",
            id="the one that is named as the original",
        ),
        pytest.param(
            [article(1, LONG, 0, BODY), article(2, LONG, 1, BODY)], 1, "reprint", id="the earliest of two outlets"
        ),
        pytest.param([article(1, LONG, 0, BODY)], 1, "original", id="itself"),
    ],
)
def test_who_stands_for_a_text(documents: list[Document], representative: int, kind: str) -> None:
    found = find_copies(documents, GroupingConfig())
    assert {(item.representative, item.kind) for item in found} == {(representative, kind)}


def test_a_blurb_is_no_bridge_between_two_reports() -> None:
    lead = PARAGRAPHS[0]
    one = article(1, LONG, 0, BODY)
    blurb = article(2, "Valley below Orsk dam cleared", 1, summary=lead)
    other = article(3, "Orsk dam: a chronicle", 2, f"{lead} {OTHER} {' '.join(reversed(OTHER.split()))}")
    found = {item.article: item.representative for item in find_copies([one, blurb, other], GroupingConfig())}
    assert found == {1: 1, 2: 1, 3: 3}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 512, id="one long word"),
        pytest.param("a " * 256, id="many short words"),
        pytest.param("“a " * 170, id="quotations that never end"),
        pytest.param("...a" * 128, id="marks of a cut"),
        pytest.param("A-" * 256, id="datelines"),
        pytest.param("<b" * 256, id="tags that never end"),
        pytest.param("(AP" * 170, id="brackets that never end"),
    ],
)
def test_texts_built_to_be_slow_are_not(text: str) -> None:
    hostile = [
        article(n, f"{n}{text}"[:512], n / 100, f"{n} {text * 12}", summary=f"{text[:490]} {n}") for n in range(200)
    ]
    began = thread_time()
    find_copies(hostile, GroupingConfig())
    assert thread_time() - began < 10.0  # of a processor


@pytest.mark.parametrize("method", ["canonical", "exact", "shingles", "contained", "lead", "title"])
def test_each_method_reads_as_words(method: str) -> None:
    assert sentence(copy_reason(method, 1.0)) != method


def test_many_edits_of_one_text_are_one_origin() -> None:
    words = BODY.split()
    edited = [
        article(n, f"Headline {n}", n / 60, " ".join([*words[:n], f"edit{n}", *words[n + 1 :]])) for n in range(100)
    ]
    assert {item.representative for item in find_copies(edited, GroupingConfig())} == {0}
