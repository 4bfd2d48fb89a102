"""A small newsroom by the sea, filled by SQL and published by the program: what the tests of the site look at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aggregator.ratings import PROVIDERS
from aggregator.store import Store
from aggregator.store.publish import publish
from aggregator.times import iso
from tests.brief_fixtures import fill_briefs

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ROOT = Path(__file__).resolve().parent.parent
METADATA = ROOT / "datasette-metadata.json"

HARBOUR, STRIKE, FERRY, RESERVOIR, VOTING, MERGED, LONE, OLD = 1, 2, 3, 4, 5, 6, 7, 8

SETTINGS = {
    "provider": "AllSides",
    "min_rated_origins": 3,
    "blindspot_min_origins": 4,
    "blindspot_min_polled": 2,
    "blindspot_false_discoveries": 0.25,
    "blindspot_hours": 4,
}

# name, domain, country, owner, AllSides' leans with the day of each, MBFC's lean today
OUTLETS = [
    ("Tidewater Post", "tidewater.example", "EE", "Tidewater Trust", [("2019-10-18", -2)], -2),
    ("Red Lantern", "redlantern.example", "EE", None, [("2020-02-01", -2)], -2),
    ("Morning Courier", "courier.example", "EE", "Merrick Group", [("2019-10-18", 0), ("2023-05-01", -1)], -1),
    ("Harbour Voice", "harbourvoice.example", "EE", "Merrick Group", [("2023-05-01", -1)], 0),
    ("National Wire", "nationalwire.example", "EE", None, [("2018-01-01", 0)], 0),
    ("Valley Gazette", "valley.example", "EE", "Valley Press", [("2023-05-01", 0)], 1),
    ("Northern Star", "northernstar.example", "EE", "Valley Press", [("2027-03-01", 0)], None),
    ("Ledger Daily", "ledger.example", "EE", "Ledger Holding", [("2021-01-01", 1)], 1),
    ("Market Mirror", "marketmirror.example", "EE", "Ledger Holding", [("2021-01-01", 1)], 0),
    ("The Freeholder", "freeholder.example", "EE", None, [("2022-06-01", 2)], 2),
    ("Anvil", "anvil.example", "EE", None, [("2022-06-01", 2)], 2),
    ("Border Bugle", "bugle.example", "EE", None, [("2022-06-01", 1), ("2026-11-22", 2)], None),
    ("El Muelle", "elmuelle.example", "ES", None, [], None),
    ("صوت الميناء", "mina.example", "EG", None, [], None),
]
LABELS = {-2: "Left", -1: "Lean Left", 0: "Center", 1: "Lean Right", 2: "Right"}
SILENT_FEEDS = ("freeholder.example", "anvil.example", "bugle.example", "ledger.example")


@dataclass(frozen=True, slots=True)
class Piece:
    """An article of the fixture: `hours` before NOW, `copy_of` the index of its origin's article in the same story."""

    story: int
    domain: str
    title: str
    hours: float
    scope: str = "news"
    kind: str = "text"
    language: str = "en"
    copy_of: int | None = None
    before: str | None = None
    summary: str = "The Senate sat until dawn."
    url: str | None = None


PIECES = [
    Piece(HARBOUR, "tidewater.example", "Harbour sell-off rammed through at midnight", 13.5),
    Piece(HARBOUR, "redlantern.example", "Dockers vow strike over port bill", 5),
    Piece(HARBOUR, "courier.example", "Senators approve harbour bill 31 to 28", 13,
          before="Senate close to harbour vote"),
    Piece(HARBOUR, "nationalwire.example", "Senate passes harbour reform", 13.2),
    Piece(HARBOUR, "valley.example", "Senate passes harbour reform", 12.6, copy_of=3),
    Piece(HARBOUR, "northernstar.example", "Harbour reform: Senate says yes", 12.1, copy_of=3),
    Piece(HARBOUR, "ledger.example", "Port reform clears Senate, markets rise", 6),
    Piece(HARBOUR, "freeholder.example", "At last: harbour freed from state hands", 3.5, scope="opinion"),
    Piece(HARBOUR, "marketmirror.example", "Watch: the harbour vote in ninety seconds", 4, kind="video"),
    Piece(HARBOUR, "elmuelle.example", "Portavoz: aprueban la ley del puerto", 10.8, language="es"),
    Piece(HARBOUR, "mina.example", "مجلس الشيوخ يقر قانون إصلاح الميناء بعد جلسة ليلية", 9.9, language="ar"),
    Piece(STRIKE, "tidewater.example", "Tug crews walk out at dawn", 8),
    Piece(STRIKE, "ledger.example", "Tug strike strands nine ships", 7.5),
    Piece(FERRY, "courier.example", "Ferry fares to rise by a tenth", 7),
    Piece(FERRY, "valley.example", "Ferry operator asks for a tenth more", 6.5),
    Piece(RESERVOIR, "tidewater.example", "Reservoir level falls below the 1976 mark", 11),
    Piece(RESERVOIR, "redlantern.example", "Dry taps by spring, hydrologists warn", 10),
    Piece(RESERVOIR, "courier.example", "Highmoor reservoir at a record low", 9),
    Piece(RESERVOIR, "harbourvoice.example", "Water board pleads for short showers", 8),
    Piece(RESERVOIR, "nationalwire.example", "Reservoir at lowest level since records began", 11.5),
    Piece(VOTING, "nationalwire.example", "Court lets voting map stand", 60),
    Piece(VOTING, "courier.example", "Judges wave through contested voting map", 59),
    Piece(VOTING, "tidewater.example", "Court rubber-stamps rigged map", 58),
    Piece(VOTING, "valley.example", "Voting map stays, court rules", 57),
    Piece(LONE, "anvil.example", "Anglers count the herring", 2),
    Piece(OLD, "bugle.example", "<script>alert(1)</script> Mayor opens bridge & \"quotes\"", 58,
          url="javascript:alert(1)"),
    Piece(OLD, "elmuelle.example", "Un puente", 57.5, url="urn:doc:bridge-" + "x" * 60),
]  # fmt: skip

REASONS = [
    {"name": "words", "value": 0.4, "weight": 1.1, "words": ["harbour", "senate"]},
    {"name": "gap", "value": 0.4055, "weight": -0.1, "words": []},
]


# The affair of the port: an older story, the vote, and the strike after it; another storyline was merged into it.
PORT, MERGED_LINE = 1, 2
PORT_LINE = ((OLD, None, ()), (HARBOUR, OLD, ("Mayor", "bridge")), (STRIKE, HARBOUR, ("harbour", "tugs")))


def build(folder: Path) -> Path:
    """Makes the working database and its published copy in a folder, and returns the path of the copy."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(folder / "news.db")
    try:
        with store.transaction():
            fill(store)
    finally:
        store.close()
    return publish(folder / "news.db", summary_characters=300).path


def next_edition(site: Any) -> None:
    """Has a site look at its file now, and waits until the edition that is there is served."""
    watch = site.reading_room.watch
    watch._next_look = 0.0
    watch.look(site)
    watch.coming.result(timeout=60)
    watch.look(site)


def fill(store: Store) -> None:
    store.reference.set_settings(dict(SETTINGS))
    _outlets(store)
    _feeds(store)
    run_id = store.start_run("group", "0.1.0", "abc", iso(NOW - timedelta(minutes=20)))
    store.end_run(run_id, "finished", iso(NOW - timedelta(minutes=15)))
    ids = _articles(store)
    _stories(store, ids, run_id)
    fill_briefs(store, HARBOUR, RESERVOIR, ids[24])
    _storylines(store, run_id)


def _insert(store: Store, table: str, **values: object) -> int:
    names = ", ".join(values)
    cursor = store.db.execute(
        f"insert into {table} ({names}) values ({', '.join('?' * len(values))})", [*values.values()]
    )
    return int(cursor.lastrowid or 0)


def _outlets(store: Store) -> None:
    for provider in PROVIDERS:
        _insert(store, "providers", **asdict(provider))
    for name, domain, country, owner, dated, mbfc in OUTLETS:
        outlet = _insert(store, "outlets", name=name, domain=domain, country=country, owner=owner, listed=1,
                         homepage=f"https://{domain}/")  # fmt: skip
        _insert(store, "outlet_domains", prefix=domain, outlet_id=outlet)
        _insert(store, "outlet_names", name=name, outlet_id=outlet)
        ends = [*(day for day, _ in dated[1:]), None][: len(dated)]
        for (day, lean), end in zip(dated, ends, strict=True):
            _insert(
                store, "ratings", outlet_id=outlet, provider="AllSides", scope="news", label=LABELS[lean], lean=lean,
                source_url=f"https://allsides.example/{domain}", valid_from=day, valid_to=end,
            )  # fmt: skip
        if mbfc is not None:
            _insert(store, "ratings", outlet_id=outlet, provider="MBFC", scope="news", label=LABELS[mbfc], lean=mbfc,
                    factual_reporting="high", valid_from="2024-03-03")  # fmt: skip


def _feeds(store: Store) -> None:
    for name, domain, *_ in OUTLETS:
        outlet = store.reference.outlet_ids()[domain]
        feed = _insert(store, "feeds", url=f"https://{domain}/feed.xml", outlet_id=outlet, section="news",
                       language="en", fetch_pages=1, etag='"secret-etag"', **_standing(domain))  # fmt: skip
        for at, code in _polls(domain):
            new = 1 if code == "ok" else 0
            _insert(store, "polls", feed_id=feed, at=iso(at), code=code, status=200 if code == "ok" else None,
                    reaches_back=iso(at - timedelta(hours=12)), new=new, fresh=new, elapsed_ms=120,
                    message=f"{name} said so")  # fmt: skip


def _standing(domain: str) -> dict[str, object]:
    """How a feed stands after its polls; Red Lantern's last one failed."""
    good, soon = iso(NOW - timedelta(minutes=5)), iso(NOW + timedelta(minutes=10))
    standing: dict[str, object] = {"last_good": good, "newest": good, "gap": 7200, "next_poll": soon}
    if domain == "redlantern.example":
        before = iso(NOW - timedelta(hours=6, minutes=5))
        standing |= {"last_good": before, "newest": before, "failures": 1, "failing_since": good}
    return standing


def _polls(domain: str) -> Iterator[tuple[datetime, str]]:
    """Every six hours for three days; the right's feeds hang until the second day, Red Lantern's in the last hour."""
    for hours in range(72, -1, -6):
        hung = (hours > 24 and domain in SILENT_FEEDS) or (hours == 0 and domain == "redlantern.example")
        yield NOW - timedelta(hours=hours, minutes=5), "timeout" if hung else "ok"


def _articles(store: Store) -> list[int]:
    outlets = store.reference.outlet_ids()
    ids = []
    for number, piece in enumerate(PIECES):
        at = iso(NOW - timedelta(hours=piece.hours))
        url = piece.url or f"https://{piece.domain}/{number}"
        article = _insert(
            store, "articles", url=url, original_url=url, outlet_id=outlets[piece.domain], title=piece.title,
            summary=piece.summary, body="A body that is nobody else's business.", body_status="full",
            language=piece.language, scope=piece.scope, kind=piece.kind, published=at, published_raw=at,
            first_seen=at, last_seen=iso(NOW), word_count=420, title_from="feed", summary_from="feed", body_from="page",
        )  # fmt: skip
        if piece.before:
            _insert(store, "revisions", article_id=article, field="title", old=piece.before, new=piece.title,
                    seen=iso(NOW - timedelta(hours=piece.hours - 1)))  # fmt: skip
        ids.append(article)
    return ids


def _stories(store: Store, ids: list[int], run_id: int) -> None:
    for story in (HARBOUR, STRIKE, FERRY, RESERVOIR, VOTING, MERGED, LONE, OLD):
        assert store.stories.found(iso(NOW)) == story
    representatives = {piece.copy_of for piece in PIECES if piece.copy_of is not None}
    for number, (piece, article) in enumerate(zip(PIECES, ids, strict=True)):
        stands_for = ids[piece.copy_of] if piece.copy_of is not None else article
        kind = "wire" if number in representatives else "original"
        if stands_for == article:
            _insert(store, "origins", representative_id=article, kind=kind)
        origin = store.db.execute("select id from origins where representative_id = ?", [stands_for]).fetchone()[0]
        _insert(store, "copies", article_id=article, origin_id=origin, score=1.0, method="exact")
        first = next(i for i, other in zip(ids, PIECES, strict=True) if other.story == piece.story)
        founder = first == article
        _insert(
            store, "story_articles", story_id=piece.story, article_id=article, score=1.0 if founder else 0.94,
            matched_article_id=None if founder else first, reasons=json.dumps([] if founder else REASONS),
            run_id=run_id,
        )  # fmt: skip
    for story in (HARBOUR, STRIKE, FERRY, RESERVOIR, VOTING, LONE, OLD):
        store.stories.refresh(story)
    store.stories.merge(MERGED, HARBOUR)
    store.db.execute("update stories set title = 'Harbour vote' where id = ?", [MERGED])


def _storylines(store: Store, run_id: int) -> None:
    _insert(store, "storylines", title="Harbour, port and tugs", made=iso(NOW), stories=len(PORT_LINE))
    _insert(store, "storylines", title="Tugs", made=iso(NOW), stories=0, merged_into=PORT)
    for story, matched, words in PORT_LINE:
        reasons = [{"name": "names", "value": 0.9, "weight": 1.8, "words": list(words)}] if words else []
        _insert(
            store, "storyline_stories", story_id=story, storyline_id=PORT, matched_story_id=matched,
            score=0.8 if words else 1.0, reasons=json.dumps(reasons), run_id=run_id,
        )  # fmt: skip
