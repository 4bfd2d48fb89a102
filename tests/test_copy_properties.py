"""What holds of the copy tier whatever comes: copies have no vote, order and repetition change nothing."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.grouping import Grouping, GroupingConfig, group
from aggregator.grouping.copies import find_copies
from aggregator.models import Document

EVENTS = (
    ("Ferry Aurelia runs aground off Cape Tarn", "Passengers rescued as ferry Aurelia runs aground at Cape Tarn"),
    ("Central bank of Norrland lifts key rate to 4.5 percent", "Norrland central bank raises key rate to 4.5 percent"),
    ("Mayor of Brunlund resigns over tram depot", "Brunlund mayor gives up office in tram depot affair"),
)
PIECES = ("rain", "quay", "vote", "lamp", "crane", "tide", "paper", "bread", "signal", "meadow", "sister", "engine")
LONG = "Harbour council of Brunlund votes to rebuild the old crane on the northern quay"


def document(number: int, title: str, body: str, hours: int, **fields: object) -> Document:
    order = hashlib.sha256(f"{title}{number}".encode()).hexdigest()
    base = Document(number, order, title, body=body, published=3600.0 * hours, outlet=f"outlet{number}.example")
    return replace(base, **fields)  # type: ignore[arg-type]


def words(seed: int) -> str:
    """Give 120 words that no other seed gives in any order of five."""
    return " ".join(f"{PIECES[(seed * 7 + n * n) % len(PIECES)]}{seed}x{n}" for n in range(120))


@st.composite
def reports(draw: st.DrawFn) -> list[Document]:
    """Draw reports of a few events, each in words of its own."""
    titles = draw(st.lists(st.sampled_from([title for event in EVENTS for title in event]), min_size=1, max_size=6))
    hours = draw(st.lists(st.integers(0, 60), min_size=len(titles), max_size=len(titles)))
    told = enumerate(zip(titles, hours, strict=True), 1)
    return [document(number, title, words(number), hour) for number, (title, hour) in told]


@st.composite
def copies_of(draw: st.DrawFn, originals: list[Document]) -> list[Document]:
    """Draw later copies: whole, abridged, retitled, with an agency's dateline."""
    found = []
    for number in range(100, 100 + draw(st.integers(1, 4))):
        original = draw(st.sampled_from(originals))
        kept = " ".join(original.body.split()[: draw(st.sampled_from([120, 90, 60]))])
        body = draw(st.sampled_from(["", "ORSK (Reuters) - "])) + kept
        title = draw(st.sampled_from([original.title, "In other words", EVENTS[0][0]]))
        hours = round((original.published or 0) / 3600) + draw(st.integers(1, 40))
        found.append(document(number, title, body, hours))
    return found


def partition(grouping: Grouping, below: int) -> set[frozenset[int]]:
    stories: dict[int, set[int]] = {}
    for member in grouping.members:
        if member.article < below:
            stories.setdefault(member.founder, set()).add(member.article)
    return {frozenset(articles) for articles in stories.values()}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_copy_never_changes_an_origins_vote(data: st.DataObject) -> None:
    originals = data.draw(reports())
    copies = data.draw(copies_of(originals))
    alone, all_ = group(originals), group([*copies, *originals])
    assert partition(alone, 100) == partition(all_, 100)
    assert {link.representative for link in all_.copies} == {link.representative for link in alone.copies}
    votes = {member.article: member.score for member in alone.members}
    assert {member.article: member.score for member in all_.members if member.article < 100} == votes
    stories = {member.article: member.founder for member in all_.members}
    assert all(stories[link.article] == stories[link.representative] for link in all_.copies)


@st.composite
def anything(draw: st.DrawFn) -> list[Document]:
    """Draw articles that share headlines, blurbs, texts and links in every combination."""
    return [_article(draw, number) for number in range(draw(st.integers(0, 10)))]


def _article(draw: st.DrawFn, number: int) -> Document:
    one, other = words(1), words(2)
    bodies = ["", one, " ".join(one.split()[:70]), other, f"{other} {one}"]
    blurb = f"The harbour council of Brunlund {' '.join(words(7).split()[:16])}"
    return document(
        number,
        draw(st.sampled_from([LONG, "Crane to be rebuilt", ""])),
        draw(st.sampled_from(bodies)),
        draw(st.integers(0, 300)),
        summary=draw(st.sampled_from(["", blurb, blurb[:110] + "…"])),
        outlet=draw(st.sampled_from([None, "a.example", "b.example", "nationalwire.example"])),
        wire=draw(st.sampled_from([None, "AP", "National Wire"])),
        url=f"https://a.example/{number}",
        canonical=draw(st.none() | st.integers(0, 12).map(lambda n: f"https://www.a.example/{n}/")),
    )


@settings(max_examples=150, deadline=None)
@given(anything(), st.randoms(use_true_random=False))
def test_origins_are_a_partition_in_any_order_and_with_repetitions(documents: list[Document], source: object) -> None:
    links = find_copies(documents, GroupingConfig())
    origin = {link.article: link.representative for link in links}
    assert sorted(origin) == sorted(document.id for document in documents)
    assert len(links) == len(documents)
    assert all(origin[representative] == representative for representative in origin.values())
    assert all((link.method == "itself") == (link.article == link.representative) for link in links)
    kinds = {(link.representative, link.kind) for link in links}
    assert len(kinds) == len(set(origin.values()))
    shuffled = [*documents, *documents[:3]]
    source.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find_copies(shuffled, GroupingConfig()) == links


@settings(max_examples=40, deadline=None)
@given(reports())
def test_an_article_that_comes_twice_changes_nothing(documents: list[Document]) -> None:
    assert group([*documents, documents[0]]) == group(documents)
