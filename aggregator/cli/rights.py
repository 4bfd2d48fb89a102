"""`forget`, `outlet` and `purge`: what is taken out, put right, and not kept for ever."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click

from aggregator.briefing import write_briefs
from aggregator.cli.common import (
    existing_db,
    json_option,
    note_option,
    number,
    place,
    place_options,
    say,
    say_json,
    warn,
    worded,
)
from aggregator.cli.publish import make_published
from aggregator.rights import Forgotten, correct_outlet, purge_bodies
from aggregator.rights import forget as forget_target
from aggregator.rights.purge import due
from aggregator.store.publish import published_path
from aggregator.storylining import write_storylines
from aggregator.workspace import open_workspace


@click.command()
@click.argument("target", metavar="ARTICLE|OUTLET")
@click.option("--yes", is_flag=True, help="Do not ask on a terminal whether it is meant.")
@note_option
@json_option
@place_options
def forget(target: str, yes: bool, note: str, as_json: bool) -> None:
    """Take an article (a34, or its address) or an outlet (its domain) out, for good, and never store it again.

    Its text goes from every table and from the file's free pages; a story that loses its last article says that it was
    removed. What is published is published anew without it. `aggregator undo` lets it come in again.

    Example: aggregator forget a34 --note "asked by its author"
    """
    config, db, reason = place().config, existing_db(), worded(note)
    if not yes and sys.stdin.isatty():
        click.confirm(f"Remove {target} and all that is stored of it?", abort=True, err=True)
    with open_workspace(config, db) as workspace:
        found = forget_target(workspace, target, reason)
        write_briefs(workspace, again=1)
        write_storylines(workspace)
    published = published_path(db).is_file()
    if published:
        make_published(config, db)
    if as_json:
        say_json(asdict(found) | {"published": published})
    else:
        _tell(found, published)
    if not found.wiped:
        warn("another process holds the database, so free pages may still have the text: run `aggregator purge` later")
    for copy in found.copies:
        warn(f"{copy}: this copy may still have the text; delete it")


def _tell(found: Forgotten, published: bool) -> None:
    say(f"{found.what}: {number(found.articles, 'article')} removed from {number(found.stories, 'story', 'stories')}")
    for story in found.removed_stories:
        say(f"story {story} had no other article; its page says that it was removed")
    if found.feeds:
        say(f"{number(found.feeds, 'feed')} will not be polled any more")
    if published:
        say("published anew")
    say(f"act {found.act}; `aggregator undo {found.act}` lets it come in again")


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.argument("domain", metavar="DOMAIN")
@note_option
@json_option
@place_options
def outlet(article: str, domain: str, note: str, as_json: bool) -> None:
    """Put right whose an article (a34, or its address) is: DOMAIN is one of the outlet's, in outlets.csv or met.

    It holds through every import, rebuild and change of the data files.

    Example: aggregator outlet a34 tidewater.example --note "their blog"
    """
    with open_workspace(place().config, existing_db()) as workspace:
        said = correct_outlet(workspace, article, domain, worded(note))
        write_briefs(workspace, again=1)
        write_storylines(workspace)
    if as_json:
        say_json(asdict(said))
        return
    whose, before = said.keys[0].split(" was ", 1)
    say(f"a{said.articles[0]} is of {whose}, no more of {before} (act {said.number}; "
        f"`aggregator undo {said.number}` takes it back)")  # fmt: skip


@click.command()
@click.option("--days", type=click.IntRange(1), metavar="N", help="Instead of store.keep_bodies_days.")
@click.option("--dry-run", is_flag=True, help="Tell how many texts would go, and keep them.")
@json_option
@place_options
def purge(days: int | None, dry_run: bool, as_json: bool) -> None:
    """Remove the texts of articles that were kept long enough (store.keep_bodies_days), and wipe free pages.

    Headlines, summaries, stories and copies stay. `run` purges at each cycle.

    Example: aggregator purge --days 30
    """
    config, db = place().config, existing_db()
    kept = days or config.store.keep_bodies_days
    with open_workspace(config, db) as workspace:
        if dry_run:
            bodies = due(workspace, kept)
            say_json({"bodies": bodies}) if as_json else say(f"{number(bodies, 'text')} would go")
            return
        purged = purge_bodies(workspace, kept)
        wiped = workspace.store.wipe_free_pages()
    if as_json:
        say_json(asdict(purged) | {"wiped": wiped})
        return
    if not kept:
        say("texts are kept for ever (store.keep_bodies_days is 0)")
    say(f"{number(purged.bodies, 'text')} and {number(purged.revisions, 'earlier version')} removed")
    say("free pages are wiped" if wiped else "another process holds the database: its free pages are not wiped")
