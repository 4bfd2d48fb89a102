"""`topic`: a person's word on what an article or a story is about."""

from __future__ import annotations

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
from aggregator.overrides import TopicOutcome, rule_topic, undo_topic
from aggregator.workspace import open_workspace


@click.command("topic")
@click.argument("target", metavar="STORY|ARTICLE")
@click.argument("topic", metavar="TOPIC", nargs=-1, required=True)
@note_option
@json_option
@place_options
def topic_command(target: str, topic: tuple[str, ...], note: str, as_json: bool) -> None:
    """Rule what an article (a34, or its address) is about, or all articles that a story (12, s12) has now.

    TOPIC is one of the eleven of docs/topics.md, or "not told" for none of them. It holds at once, and however the
    outlet's section, the words or the lists change. Later words win. `aggregator undo` takes it back.

    Example: aggregator topic s12 war and conflict --note "the strike is an air strike"
    """
    with open_workspace(place().config, existing_db()) as workspace:
        _tell(rule_topic(workspace, target, " ".join(topic), worded(note)), as_json)


def undo_ruled_topic(act: int, as_json: bool) -> bool:
    """Takes an act on topics back; says whether the act was one."""
    with open_workspace(place().config, existing_db()) as workspace:
        outcome = undo_topic(workspace, act)
    if outcome is not None:
        _tell(outcome, as_json)
    return outcome is not None


def _tell(outcome: TopicOutcome, as_json: bool) -> None:
    if as_json:
        say_json(asdict(outcome))
        return
    for told in outcome.told:
        say(told)
    for beaten, wholly in outcome.contradicted:
        say(f"contradicts {'' if wholly else 'part of '}act {beaten}")
    act = f" (act {outcome.act}; `aggregator undo {outcome.act}` takes it back)" if outcome.act else ""
    say(f"{number(outcome.changed, 'topic')} of {number(len(outcome.articles), 'article')} changed{act}")
