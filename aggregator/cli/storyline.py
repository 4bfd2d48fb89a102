"""`storyline merge` and `storyline split`: a person's word on which stories go on one from another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

import click

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
from aggregator.overrides import LineOutcome, merge_lines, split_line, undo_line
from aggregator.workspace import open_workspace


@click.group()
@place_options
def storyline() -> None:
    """Rule which stories go on one from another: merge storylines, or split one.

    Example: aggregator storyline merge l7 s12
    """


@storyline.command("merge", short_help="Rule that stories are of one storyline.")
@click.argument("lines", metavar="STORY|STORYLINE STORY|STORYLINE...", nargs=-1, required=True)
@note_option
@json_option
@place_options
def merge_command(lines: tuple[str, ...], note: str, as_json: bool) -> None:
    """Rule that stories, with the storylines that they are in, are one storyline.

    A story is 12 or s12, a storyline l7. It holds at once, and through every later grouping. Later words win.

    Example: aggregator storyline merge l7 s12 --note "the same groups, ten months on"
    """
    with open_workspace(place().config, existing_db()) as workspace:
        _tell(merge_lines(workspace, lines, worded(note)), as_json)


@storyline.command("split", short_help="Rule that stories leave a storyline.")
@click.argument("line", metavar="STORY|STORYLINE")
@click.argument("stories", metavar="STORY...", nargs=-1, required=True)
@note_option
@json_option
@place_options
def split_command(line: str, stories: tuple[str, ...], note: str, as_json: bool) -> None:
    """Rule that stories leave a storyline: two and more are one of their own, apart from those that stay.

    Example: aggregator storyline split l7 s12 --note "the same town, another affair"
    """
    with open_workspace(place().config, existing_db()) as workspace:
        _tell(split_line(workspace, line, stories, worded(note)), as_json)


def undo_storyline(act: int, as_json: bool) -> bool:
    """Takes an act on storylines back; says whether the act was one."""
    with open_workspace(place().config, existing_db()) as workspace:
        outcome = undo_line(workspace, act)
    if outcome is not None:
        _tell(outcome, as_json)
    return outcome is not None


def _tell(outcome: LineOutcome, as_json: bool) -> None:
    if as_json:
        say_json(asdict(outcome))
        return
    for told in outcome.told:
        say(told)
    for beaten, wholly in outcome.contradicted:
        say(f"contradicts {'' if wholly else 'part of '}act {beaten}")
    act = f" (act {outcome.act}; `aggregator undo {outcome.act}` takes it back)" if outcome.act else ""
    about = []
    if outcome.storyline is not None:
        count = number(len(outcome.stories), "story", "stories")
        about.append(f"storyline l{outcome.storyline}: {count} ({_listed(outcome.stories)})")
    if outcome.alone:
        about.append(f"in no storyline now: {_listed(outcome.alone)}")
    say(f"{'; '.join(about) or 'none of its stories is left'}{act}")


def _listed(stories: Iterable[int]) -> str:
    return ", ".join(f"s{story}" for story in stories)
