"""Puts right by hand whose an article is."""

from __future__ import annotations

from aggregator.datafiles import did_you_mean
from aggregator.errors import NotFoundError, UsageError
from aggregator.leave_alone import prefixes_of
from aggregator.lookup import find_article
from aggregator.outlets import domain_key
from aggregator.store.rights import Correction
from aggregator.times import iso
from aggregator.workspace import Workspace


def correct_outlet(workspace: Workspace, article: str, domain: str, note: str = "") -> Correction:
    """Gives an article to an outlet, named by one of its domains; it stays there whatever the data files say later.

    Raises NotFoundError or UsageError.
    """
    store = workspace.store
    with store.transaction(), workspace.run("override"):
        number = find_article(store, article)
        ids = store.reference.outlet_ids()
        chosen = _known(workspace, domain, ids)
        present, name = store.rights.outlet_named(store.rights.whose(number)[0])
        if present == chosen:
            raise UsageError(f"a{number} is of {chosen} already")
        act = store.rights.say(
            "outlet", [f"{chosen} was {present or name}"], note, iso(workspace.clock()), article=number
        )
        give(workspace, number, ids[chosen])
        return next(one for one in store.rights.corrections() if one.number == act)


def give(workspace: Workspace, article: int, outlet_id: int) -> None:
    """Moves an article to an outlet and counts its story anew."""
    workspace.store.rights.give(article, outlet_id)
    for story in workspace.store.stories.memberships([article]).values():
        workspace.store.stories.refresh(story)


def _known(workspace: Workspace, text: str, ids: dict[str, int]) -> str:
    listed = workspace.index.by_address(text) if domain_key(text) else None
    domains = [listed.domain] if listed else [*prefixes_of(text)]
    found = next((domain for domain in domains if domain in ids), None)
    if found is None:
        raise NotFoundError(f"there is no outlet {text!r}{did_you_mean(text, ids)}; add it to outlets.csv first")
    return found
