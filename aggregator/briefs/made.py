"""How a brief was made, and why there is none, in the words that pages, exports and the command line share."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from aggregator.decide import BODY_PURGED, NO_ARCHIVE, snippet_bound
from aggregator.models import TextKind


def how_made(language: str | None = None, sources: int | None = None, left_out: int = 0, rule: str = "") -> str:
    """Says how the text of a brief came about; `sources` and `left_out` count origins, and are a story's.

    `language` is a name such as English; a rule is named by its version.

    >>> how_made("English")
    'Taken word for word from the article, in English, by a fixed rule; a date in [brackets] is ours'
    >>> how_made("English", 3, 1, "sentences 1").partition(", each")[0]
    'Taken word for word from 3 of 4 independent texts, in English, by a fixed rule (version "sentences 1"); 1 left out'
    """
    where = "the article" if sources is None else f"{sources} of {sources + left_out} independent texts"
    spoken = f", in {language}" if language else ""
    left = f"; {left_out} left out, each {_LEFT_OUT}" if left_out else ""
    version = f' (version "{rule}")' if rule else ""
    return f"Taken word for word from {where}{spoken}, by a fixed rule{version}{left}; a date in [brackets] is ours"


_LEFT_OUT = (
    "in another language, of opinion, not its publisher's own words, or without a sentence that can stand by itself"
)

WhyNone = Literal["not allowed", "forbidden", "not kept", "purged", "not its own", "no text", "no sentence", "not yet"]


def why_of_article(characters: int, flags: Collection[str], text_kind: str, *, has_text: bool, placed: bool) -> WhyNone:
    """Tells why an article has no brief; `characters` are those of a text that may be published.

    What does not change stands before what does: a machine's text that was purged had no brief before either.
    """
    if not characters:
        return "not allowed"
    if text_kind != TextKind.PUBLISHER:
        return "not its own"
    if snippet_bound(flags) == 0:
        return "forbidden"
    if NO_ARCHIVE in flags and not has_text:
        return "not kept"
    if BODY_PURGED in flags:
        return "purged"
    if not has_text:
        return "no text"
    return "no sentence" if placed else "not yet"


def why_none(why: WhyNone, texts: int = 1) -> str:
    """Says why there is no brief, and the way out where there is one.

    >>> why_none("not yet")
    'no brief yet: the next `aggregator run` writes it, and `aggregator group` does now'
    >>> why_none("no sentence", 3)
    'no brief: none of the 3 texts has a sentence that can stand by itself'
    """
    text = "its text" if texts == 1 else f"none of the {texts} texts"
    words: dict[WhyNone, str] = {
        "not allowed": "site.brief_characters is 0, so no sentences of articles are published",
        "forbidden": "its page asks that nothing of its text be shown",
        "not kept": "its page asks that its text not be kept",
        "purged": "its text was kept as long as store.keep_bodies_days says, and is gone",
        "not its own": "its text is a machine's or an aggregator's, not its outlet's own words",
        "no text": "nothing is stored of it but headline and summary; with fetch_pages in feeds.csv its outlet's pages"
        " are read",
        "no sentence": f"{text} has no sentence that can stand by itself" if texts == 1
        else f"{text} has a sentence that can stand by itself",
        "not yet": "the next `aggregator run` writes it, and `aggregator group` does now",
    }  # fmt: skip
    return f"no brief{' yet' * (why == 'not yet')}: {words[why]}"
