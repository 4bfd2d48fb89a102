"""The views of the outlets against a plain recount in Python, over generated news."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import pytest

from aggregator.store import Store
from aggregator.store.publish import publish

OUTLETS = 9
STORIES = 60
AGENCIES = {"apnews.com": "AP", "reuters.com": "Reuters"}
DOMAINS = [*AGENCIES, "lakewire.example", *(f"paper{n}.example" for n in range(OUTLETS))]


@dataclass(frozen=True)
class Article:
    id: int
    domain: str
    story: int | None
    origin: int
    published: str | None
    seen: str
    scope: str
    language: str | None
    wire: str | None
    changes: int


def generate(store: Store, seed: int) -> None:
    """Writes stories of up to eight articles of any outlets, every third a copy of another article of anywhere."""
    dice = random.Random(seed)
    for domain in [*DOMAINS, "nothing.example"]:
        name = "Lake Wire" if domain == "lakewire.example" else domain
        store.db.execute("insert into outlets (domain, name, listed) values (?, ?, 1)", [domain, name])
    for story in range(1, STORIES + 1):
        store.stories.found("2026-11-01T00:00:00Z")
        for _ in range(dice.choice((1, 1, 2, 3, 5, 8))):
            _article(store, dice, story)
        store.stories.refresh(story)
    for _ in range(7):
        _article(store, dice, None)


def _article(store: Store, dice: random.Random, story: int | None) -> None:
    day = f"2026-11-{dice.randint(1, 20):02}T{dice.randint(0, 2):02}:00:00Z"
    domain = dice.choice(DOMAINS)
    outlet = store.db.execute("select id from outlets where domain = ?", [domain]).fetchone()[0]
    wire = dice.choice((None, None, None, "AP", "Reuters", "Lake Wire"))
    article = store.db.execute(
        "insert into articles (url, original_url, outlet_id, title, published, first_seen, last_seen, title_from,"
        " scope, language, wire, kind) values (hex(randomblob(9)), '', ?, 'Title', ?, ?, ?, 'feed', ?, ?, ?, ?)",
        [outlet, dice.choice((day, day, day, None)), day, day, dice.choice(("news", "news", "opinion", "fact check")),
         dice.choice(("en", "en", "de", None)), wire, dice.choice(("text", "video"))],
    ).lastrowid  # fmt: skip
    origins = [row[0] for row in store.db.execute("select id from origins").fetchall()]
    if origins and dice.random() < 0.33:
        origin = dice.choice(origins)
    else:
        kind = "wire" if wire or domain in AGENCIES else "original"
        origin = store.db.execute(
            "insert into origins (representative_id, kind) values (?, ?)", [article, kind]
        ).lastrowid
    store.db.execute("insert into copies (article_id, origin_id, score, method) values (?, ?, 1, 'text')",
                     [article, origin])  # fmt: skip
    if story is not None:
        store.db.execute("insert into story_articles (story_id, article_id, score) values (?, ?, 1)", [story, article])
    for field in dice.choice(((), (), ("title",), ("title", "title", "body"), ("summary",), ("body",))):
        store.db.execute("insert into revisions (article_id, seen, field, old, new) values (?, ?, ?, 'a', 'b')",
                         [article, day, field])  # fmt: skip


@pytest.fixture(scope="module", params=[1, 2, 3])
def db(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("recount") / "news.db"
    store = Store.open(path)
    with store.transaction():
        store.reference.set_settings({"provider": "AllSides"})
        generate(store, request.param)
    store.close()
    connection = sqlite3.connect(publish(path, summary_characters=300).path)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def articles(db: sqlite3.Connection) -> list[Article]:
    changes = Counter(row[0] for row in db.execute("select article_id from revisions where field = 'title'"))
    rows = db.execute(
        "select article.id, outlet.domain, member.story_id, copy.origin_id, published, first_seen, scope, language,"
        " wire from articles article join outlets outlet on outlet.id = outlet_id join copies copy on copy.article_id ="
        " article.id left join story_articles member on member.article_id = article.id"
    )
    return [Article(*row, changes[row["id"]]) for row in rows]


def independent(found: list[Article], representatives: Mapping[int, int]) -> set[int]:
    """The one article of each text in each story: the one that stands for it, else the earliest there."""
    by_text: dict[tuple[int, int], list[Article]] = defaultdict(list)
    for article in found:
        if article.story is not None:
            by_text[article.story, article.origin].append(article)
    return {
        min(copies, key=lambda one: (representatives[one.origin] != one.id, one.published is None,
                                     one.published or "", one.id)).id
        for copies in by_text.values()
    }  # fmt: skip


def text_of(article: Article, found: Mapping[int, Article], origin: sqlite3.Row, wires: Mapping[int, str]) -> str:
    if origin["kind"] != "wire":
        standing = found[origin["representative_id"]]
        return "own" if standing.domain == article.domain else "copy"
    agency = AGENCIES.get(article.domain) or ("Lake Wire" if article.domain == "lakewire.example" else None)
    named = article.wire or wires.get(article.origin)
    return "own" if agency and named in (agency, None) else "wire"


def test_counts_are_those_of_the_articles(db: sqlite3.Connection) -> None:
    found = articles(db)
    origins = {row["id"]: row for row in db.execute("select id, representative_id, kind from origins")}
    alone = independent(found, {key: row["representative_id"] for key, row in origins.items()})
    wires: dict[int, str] = {}
    for article in found:
        if article.wire:
            wires[article.origin] = max(article.wire, wires.get(article.origin, ""))
    several = {row[0] for row in db.execute("select id from stories where origins > 1")}
    by_id = {article.id: article for article in found}
    for row in db.execute("select * from outlet_counts"):
        mine = [article for article in found if article.domain == row["domain"]]
        texts = Counter(text_of(article, by_id, origins[article.origin], wires) for article in mine)
        stories = {article.story for article in mine} - {None}
        assert dict(row) | {"languages": "", "outlet": "", "outlet_id": 0, "videos": 0, "changes": 0} == {
            "outlet_id": 0, "outlet": "", "domain": row["domain"], "articles": len(mine),
            "independent": sum(article.id in alone for article in mine),
            "own": texts["own"], "wire": texts["wire"], "copies": texts["copy"],
            "opinion": sum(article.scope == "opinion" for article in mine),
            "fact_checks": sum(article.scope == "fact check" for article in mine), "videos": 0,
            "retitled": sum(article.changes > 0 for article in mine),
            "headline_changes": sum(article.changes for article in mine), "changes": 0,
            "stories": len(stories), "stories_of_several": len(stories & several),
            "first_day": min(((article.published or article.seen)[:10] for article in mine), default=None),
            "last_day": max(((article.published or article.seen)[:10] for article in mine), default=None),
            "languages": "",
        }  # fmt: skip
        assert parsed(db, row["languages"]) == Counter(article.language or "unknown" for article in mine)


def parsed(db: sqlite3.Connection, text: str) -> dict[str, int]:
    return dict(db.execute("select key, value from json_each(?)", [text]).fetchall())


def similarity(presence: Mapping[str, set[int]]) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Counts by pair the stories of both, of either, and of the first, among those that two outlets share at all."""
    outlets_of = Counter(story for stories in presence.values() for story in stories)
    shared = {domain: {story for story in stories if outlets_of[story] > 1} for domain, stories in presence.items()}
    return {
        (one, other): (len(shared[one] & shared[other]), len(shared[one] | shared[other]), len(shared[one]))
        for one, other in permutations(presence, 2)
    }


def test_similarity_is_jaccard_over_stories(db: sqlite3.Connection) -> None:
    found = articles(db)
    representatives = dict(map(tuple, db.execute("select id, representative_id from origins")))
    alone = independent(found, representatives)

    def stories(wanted: Callable[[Article], bool]) -> dict[str, set[int]]:
        return {domain: {one.story for one in found if one.domain == domain and one.story and wanted(one)}
                for domain in DOMAINS}  # fmt: skip

    own = similarity(stories(lambda article: article.id in alone))
    everything = similarity(stories(lambda article: True))
    domains = {row["id"]: row["domain"] for row in db.execute("select id, domain from outlets")}
    rows = {(domains[row["outlet_id"]], domains[row["other_id"]]): row
            for row in db.execute("select * from agenda_similarity")}  # fmt: skip
    assert set(rows) == {pair for pair, (shared, _, _) in everything.items() if shared}
    for pair, row in rows.items():
        shared, either, mine = own[pair]
        assert (row["shared"], row["either"], row["stories"]) == (shared, either, mine)
        assert row["other_stories"] == own[pair[::-1]][2]
        assert row["jaccard"] == (round(shared / either, 4) if either else None)
        assert (row["shared_with_reprints"], row["either_with_reprints"]) == everything[pair][:2]
        assert row["jaccard_with_reprints"] == round(everything[pair][0] / everything[pair][1], 4)


def test_similarity_is_the_same_both_ways(db: sqlite3.Connection) -> None:
    rows = {
        (row["outlet_id"], row["other_id"]): row["jaccard"] for row in db.execute("select * from agenda_similarity")
    }
    assert all(rows[one, other] == rows[other, one] for one, other in rows)
    assert all(one != other for one, other in rows)


def test_a_copy_makes_nobody_more_alike(tmp_path: Path) -> None:
    """Two papers print one text each of an agency's in every story; a third writes its own with the first."""
    store = Store.open(tmp_path / "news.db")
    with store.transaction():
        store.reference.set_settings({"provider": "AllSides"})
        for domain in ("a.example", "b.example", "c.example"):
            store.db.execute("insert into outlets (domain, name, listed) values (?, ?, 1)", [domain, domain])
        for story in range(1, 4):
            store.stories.found("2026-11-01T00:00:00Z")
            ids = [
                store.db.execute(
                    "insert into articles (url, original_url, outlet_id, title, first_seen, last_seen, title_from)"
                    " values (?, '', ?, 'T', '2026-11-01T00:00:00Z', '', 'feed')", [f"u{story}-{outlet}", outlet]
                ).lastrowid
                for outlet in (1, 2, 3)
            ]  # fmt: skip
            for article, standing in zip(ids, (ids[0], ids[0], ids[2]), strict=True):
                if article == standing:
                    store.db.execute("insert into origins (representative_id, kind) values (?, 'wire')", [article])
                store.db.execute(
                    "insert into copies (article_id, origin_id, score, method)"
                    " select ?, id, 1, 'text' from origins where representative_id = ?", [article, standing]
                )  # fmt: skip
                store.db.execute("insert into story_articles (story_id, article_id, score) values (?, ?, 1)",
                                 [story, article])  # fmt: skip
            store.stories.refresh(story)
    rows = store.db.execute(
        "select outlet, other, shared, either, jaccard, jaccard_with_reprints from agenda_similarity"
        " where outlet_id < other_id order by outlet, other"
    ).fetchall()
    store.close()
    assert rows == [
        ("a.example", "b.example", 0, 3, 0.0, 1.0),
        ("a.example", "c.example", 3, 3, 1.0, 1.0),
        ("b.example", "c.example", 0, 3, 0.0, 1.0),
    ]
