"""What feeds, files and people could write into every text, to run in a reader's browser or to break a page."""

from __future__ import annotations

import json
from pathlib import Path

from aggregator.store import Store
from aggregator.store.publish import PUBLIC, publish
from tests import site_fixtures

TEXTS = {
    "a script": "<script data-planted>alert(1)</script>",
    "a handler": '"><img data-planted src=x onerror=alert(1)>',
    "a handler in quotes": "' autofocus onfocus=alert(1) data-planted x='",
    "an end of the title": "</title></textarea></style></script><script data-planted>alert(1)</script>",
    "a picture of vectors": "<svg data-planted onload=alert(1)><a xlink:href=javascript:alert(1)>x</a></svg>",
    "a frame": '<iframe data-planted srcdoc="<script>alert(1)</script>"></iframe>',
    "a base": '<base data-planted href="//evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">',
    "a template": "{{7*7}}{% raw %}${7*7}<%= 7*7 %>",
    "a comment": "<!-- <!-- --!> ]]> <![CDATA[ x",
    "entities": "&lt;b data-planted&gt; &#x3c;script&#x3e; &amp;amp; &",
    "the other direction": "\u202e\u2066gnp.exe\u202d\u200f مرحبا \u2067 שלום",
    "no width": "ze\u200bro\u200cwi\u200ddth\ufeff\u2060",
    "a word without a break": "W" * 480,
    "many marks": ("z" + "\u0335\u0489\u0316\u0300" * 2) * 60,
    "pictures": "🏳️‍🌈👩‍👩‍👧‍👦🇪🇺" * 8,
    "controls": "bell\x07 nul\x00 \x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07 back\x08\x7f",
    "a formula": '=HYPERLINK("https://evil.example","x")',
    "another formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "line ends": "one\r\ntwo\u2028three\u2029four\tfive",
}
ADDRESSES = (
    "javascript:alert(1)//https://",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    'https://evil.example/"onmouseover=alert(1) data-planted x="',
    "https://evil.example/'><b data-planted>",
    "http://127.0.0.1:1/",
    "http://10.0.0.1/reboot",
    "http://router/",
    "https://user:pw@evil.example\\@tidewater.example/",
    "//evil.example/",
    "https://tidewater.example/" + "w" * 1500,
    "https://tidewater.example/\u202egpj.exe",
)
# Texts of the program's own: moments, hashes, closed lists, and the names by which rows are found.
OURS = {
    "settings": "key value", "runs": "started finished kind version config_hash ratings_hash outcome",
    "outlets": "domain", "outlet_domains": "prefix", "outlet_names": "", "providers": "name",
    "ratings": "provider scope valid_from valid_to", "feeds": "next_poll failing_since last_good newest state kind",
    "polls": "run_id at code reaches_back",
    "stories": "first_seen first_published last_published state removed thinned",
    "articles": "carrier body_status language_from scope kind published published_day first_seen last_seen"
    " text_kind topic topic_from",
    "briefs": "made rule inputs", "article_briefs": "made rule inputs", "generated_briefs": "made inputs",
    "printed_ratings": "seen", "storylines": "made",
    "revisions": "seen field", "origins": "kind", "copies": "method", "story_articles": "run_id",
    "overrides": "at act kind value",
}  # fmt: skip
_SENTENCES = {
    *(("briefs", column) for column in ("headline", "summary", "key_points", "agree", "only_said_by")),
    *((table, column) for table in ("article_briefs", "generated_briefs") for column in ("summary", "key_points")),
    ("generated_briefs", "dropped"),
}
_LINKS = ("url", "homepage", "youtube", "source_url", "licence_url", "image", "canonical")


def build(folder: Path) -> Path:
    """Publishes the fixture's newsroom with a hostile text in every column that is filled from outside."""
    store = _filled(folder)
    with store.transaction():
        store.db.execute("pragma defer_foreign_keys = on")
        for table, column in planted_columns(store):
            _plant(store, table, column)
        _plant_provider(store)
        _plant_override(store)
    store.close()
    return publish(folder / "news.db", summary_characters=300).path


def _filled(folder: Path) -> Store:
    folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(folder / "news.db")
    with store.transaction():
        site_fixtures.fill(store)
    return store


def planted_columns(store: Store) -> list[tuple[str, str]]:
    """Names every column of text that is published and not the program's own, so that a new one is planted too."""
    found = []
    for table, columns in PUBLIC.items():
        types = {row[1]: row[2] for row in store.db.execute(f"pragma table_xinfo({table})").fetchall()}
        found += [(table, column) for column in columns.split()
                  if types.get(column) == "TEXT" and column not in OURS.get(table, "").split()]  # fmt: skip
    return found


def _plant(store: Store, table: str, column: str) -> None:
    texts = list(TEXTS.values())
    keys = [row[1] for row in store.db.execute(f"pragma table_info({table})").fetchall() if row[5]]
    key = " and ".join(f"{name} = ?" for name in keys)
    for number, row in enumerate(store.db.execute(f"select {', '.join(keys)} from {table}").fetchall(), 1):
        name = row[0] if isinstance(row[0], int) else number
        text = texts[name % len(texts)]
        if column in _LINKS:
            told = _address(table, name)
        elif column == "flags":
            told = json.dumps([text])
        elif (table, column) in _SENTENCES:
            said = [{"text": text, "articles": [1]}]
            shapes = {"only_said_by": {"left": said, "right": said}, "headline": said[0]}
            told = json.dumps(shapes.get(column, said))
        elif column == "reasons":
            told = json.dumps([{"name": "words", "value": 0.4, "weight": 1.1, "words": [text, text]}])
        else:
            told = f"Text {name} {text}"
        store.db.execute(f"update {table} set {column} = ? where {key}", [told, *row])


def _address(table: str, row: int) -> str:
    told = ADDRESSES[row % len(ADDRESSES)]
    return f"{told}#{row}" if table == "articles" or table == "feeds" else told


def _plant_provider(store: Store) -> None:
    name = 'MBFC"><img data-planted src=x onerror=alert(1)>'
    store.db.execute("update providers set name = ? where name = 'MBFC'", [name])
    store.db.execute("update ratings set provider = ? where provider = 'MBFC'", [name])


def _plant_override(store: Store) -> None:
    for number, text in enumerate(TEXTS.values()):
        store.db.execute(
            "insert into overrides (at, act, kind, article_a, article_b, note) values (?, ?, 'together', 1, 2, ?)",
            ["2026-11-22T11:00:00Z", number + 1, text],
        )
