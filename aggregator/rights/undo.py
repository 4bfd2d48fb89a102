"""Takes a correction or a removal back."""

from __future__ import annotations

from aggregator.errors import UsageError
from aggregator.outlets import domain_key
from aggregator.rights.outlet import give
from aggregator.store.rights import Correction
from aggregator.times import iso, minute_words
from aggregator.whose import listed_domain
from aggregator.workspace import Workspace


def take_back(workspace: Workspace, correction: Correction) -> str:
    """Takes a correction back and says what follows; raises UsageError where it was taken back before."""
    if correction.undone:
        undone = minute_words(correction.undone)
        raise UsageError(f"act {correction.number} ({correction.words}) was taken back on {undone}")
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
    domain = _domain(first)
    name = standing or listed_domain(workspace.index, url, domain, first) or first
    known = store.reference.outlet_ids().get(name) or store.rights.nameless(name)
    give(workspace, article, known or store.reference.met(_domain(name), name))
    return f"a{article} is of {name} again"


def _domain(text: str) -> str | None:
    """Tells a domain from the name of an outlet without one."""
    return text if domain_key(text) and "." in text else None
