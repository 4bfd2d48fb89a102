"""Takes a correction or a removal back."""

from __future__ import annotations

from aggregator.carriers import is_carrier
from aggregator.errors import UsageError
from aggregator.outlets import domain_key
from aggregator.rights.outlet import give
from aggregator.store.rights import Correction
from aggregator.times import iso
from aggregator.workspace import Workspace


def take_back(workspace: Workspace, correction: Correction) -> str:
    """Takes a correction back and says what follows; raises UsageError where it was taken back before."""
    if correction.undone:
        raise UsageError(f"act {correction.number} ({correction.words}) was taken back on {correction.undone}")
    store = workspace.store
    with store.transaction(), workspace.run("override"):
        store.rights.take_back(correction.number, iso(workspace.clock()))
        if correction.kind == "outlet":
            return _outlet(workspace, correction.articles[0])
        store.rights.ask_all_again(correction.keys)
    return "it is not kept out any more; what its feeds still list comes with their next polls"


def _outlet(workspace: Workspace, article: int) -> str:
    """Gives an article to the outlet of the last correction that holds, else to the one that its address tells."""
    store = workspace.store
    told = store.rights.outlet_of(article)
    standing, first = told if told else (None, "")
    _, url = store.rights.whose(article)
    listed = None if is_carrier(url) else workspace.index.by_address(url)
    name = standing or (listed.domain if listed else first)
    known = store.reference.outlet_ids().get(name) or store.rights.nameless(name)
    give(workspace, article, known or store.reference.met(name if domain_key(name) and "." in name else None, name))
    return f"a{article} is of {name} again"
