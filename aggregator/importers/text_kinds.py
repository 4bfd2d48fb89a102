"""Who wrote the text of an imported row, by its own columns or by the words of the text."""

from __future__ import annotations

from dataclasses import replace

from aggregator.kinds import NOTHING, lines_of, may_tell, told_of, without_lines, without_words
from aggregator.models import ArticleDraft, TextKind
from aggregator.outlets import domain_key
from aggregator.store.reference import NAMELESS
from aggregator.text import count_words, cut


def with_text_kind(draft: ArticleDraft, kind_cell: str, carrier_cell: str) -> ArticleDraft:
    """Returns a row's draft with its kind of text and its carrier, and without the lines that tell of them.

    Raises ValueError with what is wrong in a cell and what would be right.
    """
    kind, carrier = _kind(kind_cell), _carrier(carrier_cell)
    body = draft.body or ""
    told = told_of(lines_of(body), count_words(body), draft.url) if may_tell(body) else NOTHING
    if told.notices:
        own = without_lines(body, told.notices)
        summary = without_words(draft.summary or "", told.notices)
        draft = replace(draft, summary=summary or None, body=own or None, word_count=count_words(own))
    return replace(
        draft,
        canonical_url=told.original,
        text_kind=kind or (told.kind if told.kind != TextKind.PUBLISHER else None),
        about=(*told.about, *_place(draft.outlet_name)) if kind else told.about,
        printed_ratings=told.printed,
        # The name of an outlet is all there is, and the text is none of its own.
        carrier=carrier or (NAMELESS if told.retells and not draft.url else None),
    )


def _place(outlet: str | None) -> tuple[str, ...]:
    """Gives the address of an outlet that a row names by its domain."""
    domain = domain_key(outlet or "")
    return (f"https://{domain}/",) if domain and "." in domain else ()


def _kind(cell: str) -> TextKind | None:
    try:
        return TextKind(cell.lower()) if cell else None
    except ValueError:
        raise ValueError(f"text_kind {cut(cell, 40)!r} is not known: use one of {', '.join(TextKind)}") from None


def _carrier(cell: str) -> str | None:
    """Reads the domain of who showed a text: the host of an address, or a domain alone."""
    if cell and not domain_key(cell):
        raise ValueError(f"carrier {cut(cell, 40)!r} is no domain: write it as summaries.example")
    return domain_key(cell) if cell else None
