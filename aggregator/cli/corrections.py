"""How corrections and removals are listed and taken back, beside the rulings on stories."""

from __future__ import annotations

from aggregator.briefing import write_briefs
from aggregator.cli.common import existing_db, place, say, say_json
from aggregator.rights import take_back
from aggregator.store.rights import Correction
from aggregator.storylining import write_storylines
from aggregator.times import minute_words
from aggregator.workspace import open_workspace


def undo_correction(act: int, as_json: bool) -> bool:
    """Takes a correction or removal back; says whether the act was one."""
    with open_workspace(place().config, existing_db()) as workspace:
        found = next((one for one in workspace.store.rights.corrections() if one.number == act), None)
        if found is None:
            return False
        told = take_back(workspace, found)
        write_briefs(workspace, again=1)
        write_storylines(workspace)
    if as_json:
        say_json({"act": act, "told": told})
    else:
        say(told)
    return True


def correction_line(one: Correction) -> str:
    """Says a correction in a line, as `undo` lists it.

    >>> correction_line(Correction(3, "2026-11-03T12:00:00Z", "forget", "forget a34", "asked by post", (), (), None))
    'act 3, 2026-11-03 12:00: forget a34 (asked by post)'
    """
    note = f" ({one.note})" if one.note else ""
    undone = f"; taken back on {minute_words(one.undone)}" if one.undone else ""
    return f"act {one.number}, {minute_words(one.at)}: {one.words}{note}{undone}"
