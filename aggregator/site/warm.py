"""What the first reader of an edition would wait for, read before anybody asks."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

from aggregator.site import home, queries
from aggregator.site.database import PublishedDatabase
from aggregator.site.home_asked import Asked
from aggregator.site.outlet_names import outlet_names
from aggregator.site.providers import Shown
from aggregator.site.queries.options import article_days

# A start asks itself for these: each brings its template, which takes longer to read than its page to write.
FIRST_ASKED = (
    "/",
    "/search",
    "/blindspots",
    "/storylines",
    "/outlets",
    "/compare",
    "/revisions",
    "/research",
    "/health",
    "/news",
)
_COUNT_MS = 60_000


async def warm(database: PublishedDatabase, now: datetime) -> None:
    """Reads of an edition what is read once of each, and its first page; waits for its hash at last."""
    edition = await queries.edition(database)
    await queries.options(database)
    await article_days(database)
    await outlet_names(database)
    await database.learn()
    # Datasette counts the rows at its start only; a page that came first would keep "many rows" for good.
    await database.table_counts(limit=_COUNT_MS)
    await home.load(database, Asked(), now, edition, Shown(edition.provider, edition.provider, ()))
    await database.known_hash()


async def ask_first(datasette: Any) -> None:
    """Asks a site that has just been started for its pages, one after the other, while its readers ask too.

    A page that fails writes its failure down, as it does for a reader.
    """
    for template in sorted(datasette.jinja_env.list_templates(extensions=["html"])):
        datasette.jinja_env.get_template(template)
        await asyncio.sleep(0)
    for path in FIRST_ASKED:
        await datasette.client.get(path)
