"""`revisions`: what outlets changed after publication, word by word."""

from __future__ import annotations

from dataclasses import asdict

import click

from aggregator.cli.common import looking_up, place_options, say, say_json, while_read
from aggregator.lookup import find_article
from aggregator.store.changes import Change
from aggregator.text import word_changes
from aggregator.times import minute_words

_MARKS = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
# Words of what stayed that are shown on each side of a change in a long text.
_AROUND = 12


@click.command()
@click.argument("article", metavar="[ARTICLE]", required=False)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="So many changes at most.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON, with both texts and the runs of words.")
@place_options
@while_read()
def revisions(article: str | None, limit: int, as_json: bool) -> None:
    """Show what was changed in headlines, summaries and texts, the newest first; [-removed-] and {+added+}.

    ARTICLE is a34, or an address; without it, all articles.

    Example: aggregator revisions a34
    """
    with looking_up() as store:
        number = find_article(store, article) if article else None
        found = store.changes.latest(limit, number)
    if as_json:
        say_json([asdict(one) | {"runs": [asdict(run) for run in word_changes(one.old, one.new)]} for one in found])
        return
    for one in found:
        say(f"{minute_words(one.seen)}  a{one.article}  {one.outlet}  {_WHAT[one.field]}")
        say(f"  {marked(one)}")
    if not found:
        say("no change was seen")


_WHAT = {"title": "headline", "summary": "summary", "body": "text"}


def marked(change: Change) -> str:
    """Writes a change on one line; of a long text what stayed is shown around the changes only."""
    told = ""
    for run in word_changes(change.old, change.new):
        text = " ".join(run.text.split())
        if run.kind == "kept" and change.field == "body":
            words = text.split()
            if len(words) > 2 * _AROUND:
                text = f"{' '.join(words[:_AROUND])} […] {' '.join(words[-_AROUND:])}"
        told += _MARKS[run.kind].format(text) + (" " if run.text[-1:].isspace() or run.kind == "removed" else "")
    return told.strip()
