"""Who stands for a text, and what kind of text it is: the links of one group of copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from aggregator.grouping.copy_evidence import Match
from aggregator.grouping.copy_text import Text
from aggregator.models import CopyLink

ITSELF = Match("itself", 1.0)


def links(group: Sequence[tuple[Text, Match | None]]) -> Iterator[CopyLink]:
    """Link the articles of one text, given in order of arrival with their matches, to the one that stands for it."""
    texts = [text for text, _ in group]
    wire = _most_named(text.wire for text in texts)
    standing = _representative(texts, wire)
    kind = "wire" if wire else "reprint" if len(texts) > 1 else "original"
    for text, match in group:
        how = ITSELF if text is standing or match is None else match
        yield CopyLink(text.id, standing.id, kind, how.score, how.method)


def _representative(texts: Sequence[Text], wire: str | None) -> Text:
    """Give the agency's own article, else the one that is named as the original, else the earliest."""
    if wire and (own := next((text for text in texts if _is_of(text, wire)), None)):
        return own
    named = {text.canonical for text in texts} - {0}
    return next((text for text in texts if text.address in named and not text.canonical), texts[0])


def _is_of(text: Text, wire: str) -> bool:
    """Tell whether the outlet is the agency: listed as such, or of its name (National Wire at nationalwire.example)."""
    outlet = (text.outlet or "").casefold()
    return text.own == wire or wire.casefold().replace(" ", "") in (outlet.partition(".")[0], outlet.replace(" ", ""))


def _most_named(wires: Iterable[str | None]) -> str | None:
    counts = Counter(wire for wire in wires if wire)
    return next((wire for wire, _ in counts.most_common(1)), None)
