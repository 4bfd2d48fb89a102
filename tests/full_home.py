"""A day with as many stories as the home page holds, each told by twelve outlets of all sides."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

from aggregator.store import Store
from aggregator.store.publish import publish
from aggregator.times import iso
from tests import site_fixtures
from tests.brief_fixtures import add_brief
from tests.site_fixtures import NOW, OUTLETS

_WORDS = (
    "harbour", "senate", "dockers", "reform", "ferry", "reservoir", "hydrologists", "bridge", "mayor", "court",
    "ballot", "tariff", "wheat", "pension", "strike", "union", "tunnel", "orchard", "measles", "budget",
    "glacier", "herring", "timber", "railway", "embassy", "census", "drought", "verdict", "amnesty", "quarry",
)  # fmt: skip


def fill_home(folder: Path, stories: int) -> Path:
    """Publishes the fixture's newsroom with so many stories of its latest day, and returns the path of the copy."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(folder / "news.db")
    with store.transaction():
        site_fixtures.fill(store)
        for number in range(stories):
            _story(store, number)
    store.close()
    return publish(folder / "news.db", summary_characters=300).path


def _story(store: Store, number: int) -> None:
    story = store.stories.found(iso(NOW))
    outlets = store.reference.outlet_ids()
    for place, (_, domain, *_) in enumerate(OUTLETS[:12]):
        at, title = iso(NOW - timedelta(minutes=7 * place + number)), _headline(f"{number}-{place}")
        article = site_fixtures._insert(
            store, "articles", url=f"https://{domain}/full/{number}", original_url="", outlet_id=outlets[domain],
            title=title, summary=title, language="en", scope="news", kind="text", published=at, published_raw=at,
            first_seen=at, last_seen=at, title_from="feed", summary_from="feed",
        )  # fmt: skip
        origin = site_fixtures._insert(store, "origins", representative_id=article, kind="original")
        site_fixtures._insert(store, "copies", article_id=article, origin_id=origin, score=1.0, method="itself")
        site_fixtures._insert(
            store, "story_articles", story_id=story, article_id=article, score=1.0, reasons="[]", run_id=1
        )
    store.stories.refresh(story)
    # As long as sentences are: 33 words of no order.
    add_brief(store, story, [(". ".join(_headline(f"{number}-told-{part}") for part in range(3)), [article])])


def _headline(seed: str) -> str:
    """Makes a headline of eleven words that no other has in this order."""
    digest = hashlib.sha256(seed.encode()).digest()
    return " ".join(_WORDS[byte % len(_WORDS)] for byte in digest[:11]).capitalize()
