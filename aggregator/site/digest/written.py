"""The digest as a text that leaves the site: Markdown, one file of HTML that can be mailed, or an Atom feed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aggregator.config import SiteConfig
from aggregator.site import queries
from aggregator.site.bars import STEPS, Step
from aggregator.site.digest import words
from aggregator.site.digest.gather import Digest, gather
from aggregator.site.digest.markdown import markdown
from aggregator.site.out import atom
from aggregator.site.out.place import rights
from aggregator.site.providers import Shown
from aggregator.site.serve import make_app
from aggregator.site.swap import DATABASE
from aggregator.site.words import day_words

FORMATS = ("html", "markdown", "atom")
# Where `aggregator serve` answers unless it is told otherwise.
HERE = "http://127.0.0.1:8001"
NO_ADDRESS = f"No address of this site is set (site.address): links lead to {HERE}, on the machine that serves it."
# As colours.css has them by light, text and ground; a mail has no classes.
COLOURS = {
    "left": ("#ffffff", "#2f5fb3"), "lean-left": ("#14120f", "#8090be"), "center": ("#ffffff", "#69625b"),
    "lean-right": ("#14120f", "#bf826c"), "right": ("#ffffff", "#b23b32"), "unrated": ("#1d1c1a", "#d9d5cc"),
}  # fmt: skip


def write_digest(published: Path, metadata: Path, settings: SiteConfig, day: str | None, form: str) -> str:
    """Writes the digest of a day, or of the latest that has stories, from a published file.

    The same edition gives the same text. Raises NoStories.
    """
    site = make_app(published, metadata, settings=settings)
    try:
        return asyncio.run(_written(site, settings, day, form))
    finally:
        site.executor.shutdown()


async def _written(site: Any, settings: SiteConfig, day: str | None, form: str) -> str:
    db, address, title = site.get_database(DATABASE), settings.address or HERE, site.metadata()["title"]
    edition = await queries.edition(db)
    shown = Shown(edition.provider, edition.provider, ())
    found = await gather(db, edition, shown, day, lambda path: address + path)
    note = "" if settings.address else NO_ADDRESS
    if form == "atom":
        entries, own = words.entries(found, address, shown), f"{address}/digest.atom?day={found.day}"
        feed = words.feed_of(found, entries, address, title, settings.contact, own)
        return atom.atom(replace(feed, note=note))
    if form == "markdown":
        return "\n".join(markdown(found, address, title, note)) + "\n"
    return await _mail(site, found, {"address": address, "title": title, "note": note})


async def _mail(site: Any, found: Digest, more: Mapping[str, str]) -> str:
    edition = found.edition
    made = datetime.fromisoformat(edition.made) if edition.made else datetime.fromtimestamp(0, UTC)
    told = {"digest": found, "edition": edition, "now": made, "words": words, "parts": parts, "colours": COLOURS,
            "rights": rights(edition), "day_words": day_words}  # fmt: skip
    await site.invoke_startup()
    text: str = await site.render_template("digest_mail.html", {**told, **more})
    return text.lstrip()


def parts(origins: Mapping[Step, int]) -> list[tuple[Step, int, int]]:
    """Lists the parts of a bar from left to right, with their counts and percents."""
    total = sum(origins.values())
    return [(place, origins[place], round(100 * origins[place] / total)) for place in STEPS if origins.get(place)]
