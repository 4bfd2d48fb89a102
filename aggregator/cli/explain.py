"""`explain`: why a story is what it is, and why an article is in it."""

from __future__ import annotations

from dataclasses import asdict

import click

from aggregator.cli.common import looking_up, number, place_options, say, say_json, while_read
from aggregator.explain import Explanation, origin, why
from aggregator.explain import explain as explain_target
from aggregator.overrides import state
from aggregator.store.accounts import Account
from aggregator.store.overrides import Act
from aggregator.times import minute_words


@click.command()
@click.argument("target", metavar="STORY|ARTICLE")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@place_options
@while_read()
def explain(target: str, as_json: bool) -> None:
    """Say why each article is in a story, whose text it has, and what people ruled on it.

    A story is 12 or s12; an article is a34, or its address.

    Example: aggregator explain 12
    """
    with looking_up() as store:
        found = explain_target(store, target)
    if as_json:
        say_json(_told(found))
    else:
        _say(found)


def _told(found: Explanation) -> dict[str, object]:
    return asdict(found) | {
        "members": [_told_account(account) for account in found.members],
        "copies": [_told_account(account) for account in found.copies],
    }


def _told_account(account: Account) -> dict[str, object]:
    return asdict(account) | {"why": why(account)}


def _say(found: Explanation) -> None:
    if found.redirect:
        say(found.redirect)
    if found.story is not None:
        say(f"story {found.story}: {found.title}" if len(found.members) > 1 else f"in story {found.story}")
    for account in found.members:
        _say_account(account)
    if found.copies:
        say(f"\n{number(len(found.copies), 'other article')} with the same text:")
    for account in found.copies:
        say(f"  a{account.article} {account.outlet}: {account.title} ({_place(account)})")
    if found.acts:
        say("\nruled by a person:")
    for act in found.acts:
        say(f"  {act_line(act)}")


def _say_account(account: Account) -> None:
    published = minute_words(account.published) if account.published else "no date"
    say(f"\n{published}  a{account.article}  {account.outlet}")
    say(f"  {account.title}")
    marks = "" if account.score is None else f"; score {account.score:.2f}{', provisional' * account.provisional}"
    say(f"  {why(account)}{marks}")
    if told := origin(account):
        say(f"  {told}")


def _place(account: Account) -> str:
    return f"story {account.story}" if account.story is not None else "not grouped yet"


def act_line(act: Act) -> str:
    """Says an act in a line, as `explain` and `undo` list it.

    >>> act_line(Act(3, "2026-11-03T12:00:00Z", "merge 3 5", "one flood", (1, 2), True))
    'act 3, 2026-11-03 12:00: merge 3 5 (one flood)'
    """
    note = f" ({act.note})" if act.note else ""
    line = f"act {act.number}, {minute_words(act.at)}: {act.words}{note}"
    return "; ".join(filter(None, (line, state(act))))
