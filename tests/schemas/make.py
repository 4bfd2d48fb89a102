"""Writes the dump of this version's schema, with a row or more in each table: what tests/test_upgrades.py begins with.

A migration is released with its dump,
 made by the code of that day: `python -m tests.schemas.make`. A dump that is there
is left as it is, for people have databases like it.
"""

from __future__ import annotations

import contextlib
import sqlite3
import sys
import tempfile
from pathlib import Path

from aggregator.store import Store

FOLDER = Path(__file__).parent
DAY = "2026-11-0{}T08:00:00Z"

_ARTICLE = {"original_url": "http://tidewater.example/?utm_source=x", "outlet_id": 1, "body": "The whole text.",
            "summary": "A summary.", "body_status": "full", "byline": "Ada Quill", "language": "en", "section": "ports",
            "published": DAY.format(1), "published_raw": "Sun, 1 Nov 2026", "first_seen": DAY.format(1),
            "last_seen": DAY.format(2), "word_count": 3, "flags": '["future_date"]', "title_from": "feed",
            "summary_from": "feed", "body_from": "page", "page_tries": 1, "canonical": "http://tidewater.example/1",
            "text_version": 0, "carrier": "portal.example", "language_from": "feed",
                             "opening": "The whole",
            "text_kind": "aggregator", "topic": "politics", "topic_from": "section", "topic_told": "ports"}  # fmt: skip
_STORY = {"first_seen": DAY.format(1), "first_published": DAY.format(1), "last_published": DAY.format(1)}
_BRIEF = {"made": DAY.format(2), "rule": "r", "inputs": "i", "language": "en", "key_points": "[]",
          "summary": '[{"text": "Fares rise.", "articles": [3]}]'}  # fmt: skip
_MEMBER = {"score": 1.0, "reasons": "[]", "run_id": 3, "provisional": 0}

# Table -> rows. Of a row those columns are written that the schema has, and each value is one that every version takes.
ROWS: dict[str, list[dict[str, object]]] = {
    "settings": [{"key": key, "value": value} for key, value in {
        "provider": "AllSides", "min_rated_origins": "3", "blindspot_min_origins": "4", "blindspot_min_polled": "2",
        "blindspot_max_p": "0.1", "blindspot_false_discoveries": "0.1", "blindspot_hours": "24", "files_hash": "f",
        "ratings_hash": "r", "last_article": "4"}.items()],
    "runs": [{"id": number, "started": DAY.format(2), "finished": DAY.format(2), "kind": kind, "version": "0.1.0",
              "config_hash": "c", "ratings_hash": "r", "outcome": "finished"}
             for number, kind in enumerate(("import", "poll", "group"), 1)],
    "outlets": [{"id": 1, "domain": "tidewater.example", "name": "Tidewater Post", "country": "EE", "owner": "A Trust",
                 "homepage": "http://tidewater.example/", "ownership_type": "trust", "description": "A paper.",
                 "youtube": "UC1", "listed": 1},
                {"id": 2, "domain": None, "name": "Nobody's Bulletin"}],
    "outlet_domains": [{"prefix": "tidewater.example", "outlet_id": 1}, {"prefix": "tide.example", "outlet_id": 1}],
    "outlet_names": [{"name": "the tidewater post", "outlet_id": 1}],
    "ratings": [{"id": 1, "outlet_id": 1, "provider": "AllSides", "scope": "news", "label": "left", "lean": -2,
                 "score": -3.5, "confidence": "high", "source_url": "http://raters.example/",
                                  "valid_from": "2019-10-18",
                 "valid_to": "2023-11-24"},
                {"id": 2, "outlet_id": 1, "provider": "AllSides", "scope": "news", "label": "lean left", "lean": -1,
                 "valid_from": "2023-11-24"},
                {"id": 3, "outlet_id": 1, "provider": "MBFC", "scope": "news", "label": "left-center", "lean": -1,
                 "factual_reporting": "high", "valid_from": "2026-08-19"}],
    "feeds": [{"id": 1, "url": "http://reader:secret@tidewater.example/feed", "outlet_id": 1, "section": "ports",
               "language": "en", "fetch_pages": 1, "etag": '"e"', "last_modified": "Sun, 01 Nov 2026 08:00:00 GMT",
               "body_hash": "b", "next_poll": DAY.format(3), "failures": 2, "state": "active", "interval": 86400,
               "failing_since": DAY.format(2), "last_good": DAY.format(1), "newest": DAY.format(1)},
              {"id": 2, "url": "http://tidewater.example/old", "outlet_id": 1, "state": "unlisted",
               "state_reason": "left feeds.csv", "interval": 86400}],
    "feed_addresses": [{"url": "http://tidewater.example/older", "feed_id": 2}],
    "polls": [{"id": 1, "feed_id": 1, "run_id": 2, "at": DAY.format(1), "status": 200, "code": "ok", "new": 4,
                     "fresh": 4,
               "reaches_back": DAY.format(1), "bytes": 900, "elapsed_ms": 80},
              {"id": 2, "feed_id": 1, "run_id": 2, "at": DAY.format(2), "code": "timeout", "message": "no answer"}],
    "articles": [{"id": 1, "url": "http://tidewater.example/1", "guid": "g1", "title": "Harbour vote passes",
                     **_ARTICLE},
                 {"id": 2, "url": "http://tidewater.example/2", "title": "Harbour vote passes", **_ARTICLE,
                  "wire": "reuters"},
                 {"id": 3, "url": "http://tidewater.example/3", "title": "Watch: ferry fares", **_ARTICLE,
                  "scope": "opinion", "kind": "video", "image": "http://tidewater.example/3.jpg"},
                 {"id": 4, "url": "urn:doc:4", "title": "Фериботът", **_ARTICLE, "outlet_id": 2, "published": None}],
    "article_addresses": [{"url": "http://tidewater.example/one", "article_id": 1}],
    "sightings": [{"feed_id": 1, "guid": f"g{number}", "article_id": number, "first_seen": DAY.format(1),
                   "last_seen": DAY.format(2), "said": None} for number in (1, 2, 3)],
    "revisions": [{"id": 1, "article_id": 1, "seen": DAY.format(2), "field": "title", "old": "Harbour vote close",
                   "new": "Harbour vote passes"},
                  {"id": 2, "article_id": 1, "seen": DAY.format(2), "field": "body", "old": "A text.",
                   "new": "The text."}],
    "origins": [{"id": 1, "representative_id": 1, "kind": "wire"}, {"id": 2, "representative_id": 3,
                     "kind": "original"},
                {"id": 3, "representative_id": 4, "kind": "original"}],
    "copies": [{"article_id": article, "origin_id": origin, "score": 1.0,
                     "method": "itself" if article != 2 else "text"}
               for article, origin in ((1, 1), (2, 1), (3, 2), (4, 3))],
    "stories": [{"id": 1, "title": "Harbour vote passes", **_STORY, "articles": 2, "outlets": 1, "owners": 1,
                     "origins": 1},
                {"id": 2, "title": "Watch: ferry fares", **_STORY, "articles": 2, "outlets": 2, "owners": 2,
                 "origins": 2,
                 "state": "closed", "thinned": DAY.format(2)},
                {"id": 3, "title": "Harbour vote", **_STORY, "articles": 0, "outlets": 0, "owners": 0, "origins": 0,
                 "state": "merged", "merged_into": 1}],
    "story_articles": [{"story_id": 1, "article_id": 1, **_MEMBER},
                       {"story_id": 1, "article_id": 2, **_MEMBER, "score": 0.9, "matched_article_id": 1,
                        "reasons": '[{"name": "words", "value": 0.4, "weight": 1.1, "words": ["harbour"]}]'},
                       {"story_id": 2, "article_id": 3, **_MEMBER},
                       {"story_id": 2, "article_id": 4, **_MEMBER, "matched_article_id": 3, "provisional": 1}],
    "overrides": [{"id": 1, "at": DAY.format(2), "act": 1, "kind": "apart", "article_a": 1, "article_b": 3,
                     "value": "split",
                   "note": "two events"},
                  {"id": 2, "at": DAY.format(2), "act": 2, "kind": "together", "article_a": 3, "article_b": 4,
                   "undone": DAY.format(3), "undone_by": 3}],
    "overruled": [{"article_id": 4, "story_id": 2, "score": 0.8, "matched_article_id": 3, "reasons": "[]", "run_id": 3,
                   "provisional": 0}],
    "hosts": [{"origin": "http://tidewater.example", "robots_status": 200, "robots": b"User-agent: *", "robots_at":
               DAY.format(1), "robots_until": DAY.format(2)}],
    "providers": [{"name": "AllSides", "title": "AllSides Media Bias Ratings", "licence": "CC BY-NC 4.0"},
                  {"name": "House", "private": 1}],
    "printed_ratings": [{"article_id": 3, "provider": "AllSides", "label": "Center", "lean": 0,
                         "seen": DAY.format(2)}],
    "briefs": [{"story_id": 2, **_BRIEF, "sources": 2, "left_out": 0,
                "headline": '{"text": "Watch: ferry fares", "articles": [3]}', "agree": "[]", "only_said_by": "{}"}],
    "article_briefs": [{"article_id": 3, **_BRIEF}],
    "generated_briefs": [{"id": 1, "article_id": 3, "made": DAY.format(2), "model": "m",
                          "notice": "This summary has been generated by AI (m).", "prompt": "Tell it.",
                          "language": "en",
                          "inputs": '[{"article": 3, "hash": "h"}]', "summary": _BRIEF["summary"],
                          "key_points": "[]", "dropped": "[]"}],
    "storylines": [{"id": 1, "title": "Harbour", "made": DAY.format(2), "stories": 2}],
    "storyline_stories": [{"story_id": story, "storyline_id": 1, "matched_story_id": matched, "score": 0.9,
                           "reasons": "[]", "run_id": 3} for story, matched in ((1, None), (2, 1))],
}  # fmt: skip


def fill(connection: sqlite3.Connection) -> None:
    """Inserts the rows into the tables that are there."""
    for table, rows in ROWS.items():
        columns = [row[1] for row in connection.execute(f"pragma table_info([{table}])")]
        for row in rows if columns else ():
            known = {column: value for column, value in row.items() if column in columns}
            marks = ", ".join("?" * len(known))
            connection.execute(f"insert into [{table}] ({', '.join(known)}) values ({marks})", [*known.values()])
    connection.execute("update _sqlite_migrations set applied_at = '2026-11-23 00:00:00+00:00'")


def write_dump(folder: Path = FOLDER) -> Path:
    """Writes NNNN.sql for the last migration of this version, and returns it; a dump that is there is not touched."""
    with tempfile.TemporaryDirectory() as place:
        Store.open(Path(place) / "news.db").close()
        with contextlib.closing(sqlite3.connect(Path(place) / "news.db")) as connection:
            connection.execute("pragma foreign_keys = on")
            with connection:
                fill(connection)
            (last,) = connection.execute("select max(name) from _sqlite_migrations").fetchone()
            path = folder / f"{last.partition('_')[0]}.sql"
            if not path.exists():
                path.write_text("\n".join(connection.iterdump()) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{write_dump()}\n")
