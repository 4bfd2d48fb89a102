"""`merge`, `split`, `pin`, `unpin` and `undo`: a person's word on stories."""

from __future__ import annotations

from collections.abc import Callable
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
    worded,
)
from aggregator.cli.corrections import correction_line, undo_correction
from aggregator.cli.explain import act_line
from aggregator.cli.storyline import undo_storyline
from aggregator.cli.topic import undo_ruled_topic
from aggregator.overrides import Outcome, merge, pin, split, undo, unpin
from aggregator.storylining import write_storylines
from aggregator.workspace import Workspace, open_workspace


@click.command("merge")
@click.argument("one", metavar="STORY")
@click.argument("other", metavar="STORY")
@note_option
@json_option
@place_options
def merge_command(one: str, other: str, note: str, as_json: bool) -> None:
    """Rule that two stories are one: under the older number; the other leads there.

    It holds at once, and through every later grouping. Later words win: what they contradict is told.

    Example: aggregator merge 12 15 --note "one flood, two towns"
    """
    _rule(lambda workspace: merge(workspace, one, other, worded(note)), as_json)


@click.command("split")
@click.argument("story", metavar="STORY")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@note_option
@json_option
@place_options
def split_command(story: str, articles: tuple[str, ...], note: str, as_json: bool) -> None:
    """Rule that articles (a34, or an address) leave a story: they are one of their own, apart from those who stay.

    Copies of their texts go along, unless they were named in a split or a pin.

    Example: aggregator split 12 a34 a35 --note "another fire"
    """
    _rule(lambda workspace: split(workspace, story, articles, worded(note)), as_json)


@click.command("pin")
@click.argument("article", metavar="ARTICLE")
@click.argument("story", metavar="STORY")
@note_option
@json_option
@place_options
def pin_command(article: str, story: str, note: str, as_json: bool) -> None:
    """Rule that an article (a34, or its address) belongs to a story, and stays with it.

    Example: aggregator pin a34 12
    """
    _rule(lambda workspace: pin(workspace, article, story, worded(note)), as_json)


@click.command("unpin")
@click.argument("article", metavar="ARTICLE")
@json_option
@place_options
def unpin_command(article: str, as_json: bool) -> None:
    """Take every pin of an article back: it goes where grouping has it.

    Example: aggregator unpin a34
    """
    _rule(lambda workspace: unpin(workspace, article), as_json)


@click.command("undo")
@click.argument("act", type=click.IntRange(1), required=False)
@json_option
@place_options
def undo_command(act: int | None, as_json: bool) -> None:
    """Take a whole act back, for good: the stories are as if it had never been said. Without ACT: list what was ruled.

    What it alone contradicted holds again; what was taken back by name does not.
    A correction of an outlet is taken back at once; what was removed (forget) may come in again.

    Example: aggregator undo 3
    """
    if act is not None:
        others = (undo_correction, undo_storyline, undo_ruled_topic)
        if not any(undone(act, as_json) for undone in others):
            _rule(lambda workspace: undo(workspace, act), as_json)
        return
    with open_workspace(place().config, existing_db()) as workspace:
        store = workspace.store
        acts = [*store.overrides.acts(), *store.continuations.acts(), *store.topic_rulings.acts()]
        corrections = store.rights.corrections()
    if as_json:
        all_told = [*map(asdict, acts), *map(asdict, corrections)]
        say_json(sorted(all_told, key=lambda one: int(one["number"])))
        return
    told = {one.number: act_line(one) for one in acts}
    told |= {one.number: correction_line(one) for one in corrections}
    for _, line in sorted(told.items()):
        say(line)
    if not told:
        say("nothing was ruled yet")


def _rule(command: Callable[[Workspace], Outcome], as_json: bool) -> None:
    with open_workspace(place().config, existing_db()) as workspace:
        outcome = command(workspace)
        write_briefs(workspace, again=1)
        write_storylines(workspace)
    if as_json:
        say_json(asdict(outcome))
        return
    for told in outcome.told:
        say(told)
    for beaten, wholly in outcome.contradicted:
        say(f"contradicts {'' if wholly else 'part of '}act {beaten}")
    act = f" (act {outcome.act}; `aggregator undo {outcome.act}` takes it back)" if outcome.act else ""
    where = f"story {outcome.story}: " if outcome.story else ""
    say(f"{where}{number(outcome.moved, 'article')} moved{act}")
