"""A change as a reader sees it: what went is struck through, what came underlined; the stylesheet names both aloud."""

from __future__ import annotations

from markupsafe import Markup

from aggregator.text import word_changes

_ELEMENTS = {"removed": Markup("<del>{}</del>"), "added": Markup("<ins>{}</ins>"), "kept": Markup("{}")}


def diff(old: str, new: str) -> Markup:
    """Writes both versions of a text as one.

    >>> diff("Senate close to vote", "Senate close to defeat")
    Markup('Senate close to <del>vote</del> <ins>defeat</ins>')
    """
    told = Markup("")
    for run in word_changes(old, new):
        bare = run.text.rstrip()
        told += _ELEMENTS[run.kind].format(bare) + (" " if bare != run.text or run.kind == "removed" else "")
    return told.rstrip()
