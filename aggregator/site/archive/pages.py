"""The pages that only an archive of the site has: its data, and the questions that its pages ask of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aggregator.config import SiteConfig
from aggregator.site.archive.choose import Picked
from aggregator.site.archive.places import DATA_FILE, DATA_PAGE, STORIES_PAGE, Question, relative
from aggregator.site.words import exact_words, plural
from aggregator.snapshots import Snapshot

_NEEDS_THE_SITE = "For search, filters, SQL and the ratings of other providers there is"


async def data_page(site: Any, snapshot: Snapshot, context: Mapping[str, object]) -> str:
    """Tells what stands in the data beside the pages, and how they are read."""
    told = site.metadata()["databases"]["news"]
    tables = [(name, table.get("description", ""), snapshot.rows.get(name)) for name, table in told["tables"].items()
              if "description" in table]  # fmt: skip
    text: str = await site.render_template(
        "archive_data.html", {**context, "snapshot": snapshot, "tables": tables, "queries": told["queries"]}
    )
    return text


async def question_page(site: Any, question: Question, context: Mapping[str, object]) -> str:
    """Shows the SQL behind a link of a page, and how it is asked of the data."""
    names = [name for name, _ in question.values]
    text: str = await site.render_template(
        "archive_question.html",
        {**context, "sql": question.sql, "names": names, "file": relative(DATA_FILE, question.file)},
    )
    return text


async def stories_page(site: Any, picked: Picked, context: Mapping[str, object]) -> str:
    """Lists all stories and days of the archive: the page of a day shows only the stories of most origins."""
    told = {"stories": picked.stories, "days": sorted(picked.chosen.days, reverse=True)}
    text: str = await site.render_template("archive_stories.html", {**context, **told})
    return text


def archive_note(snapshot: Snapshot, picked: Picked, settings: SiteConfig) -> tuple[str | tuple[str, str], ...]:
    """Says at the top of each page what it is an archive of, and what is not in it."""
    made = exact_words(snapshot.made) if snapshot.made else "an unknown time"
    site = f" of {settings.address}" if settings.address else ""
    left_out = picked.stories_left_out
    rest = f"; {plural(left_out, 'other')} {'is' if left_out == 1 else 'are'} not" if left_out else ""
    return (
        f"An archive{site} as of {made}, to be read without a server; ages are told from then. ",
        (plural(len(picked.stories), "story", "stories"), STORIES_PAGE),
        f" of {plural(len(picked.chosen.days), 'day')} are in it{rest}. {_NEEDS_THE_SITE} ",
        ("the data", DATA_PAGE),
        ". A dotted line marks what is not in it.",
    )
