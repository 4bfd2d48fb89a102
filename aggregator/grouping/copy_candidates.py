"""Which earlier articles an article is compared with for copies, the surest evidence first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from zlib import crc32

import numpy as np

from aggregator.grouping.copy_evidence import LEAD_WORDS
from aggregator.grouping.copy_text import Text
from aggregator.grouping.postings import SLOT, Entries, Keys, Pairs, Postings, entries
from aggregator.grouping.shingles import CODE, sample

LATEST = 3
"""Earlier articles of one link, headline or opening that a new one is compared with, beside the first."""

HOLDERS = 8
"""Earliest and as many latest texts that a shingle leads to. A text that hundreds carry is found through these, and a
newsletter notice at the foot of hundreds costs no more; were it let go as boilerplate, 1,000 slightly edited copies of
one text would be 999 origins, as they were."""

LEAST = 2
"""Sampled shingles in common that make a comparison worth while."""

NEAREST = 12
"""Texts compared at most for what they share: a notice brings strangers, but a copy shares more and comes first."""


def _links(text: Text) -> Keys:
    return [key & int(SLOT) for key in {text.canonical, text.address} - {0}]


def _words(text: Text) -> Keys:
    return [crc32(text.codes)] if text.codes else []


def _shingles(text: Text) -> Keys:
    return sample(text.codes)


def _openings(text: Text) -> Keys:
    return [crc32(opening[: CODE * LEAD_WORDS]) for opening in text.openings if len(opening) >= CODE * LEAD_WORDS]


def _title(text: Text) -> Keys:
    return [crc32(text.title.replace(" ", "").encode())] if text.title else []


def _texted(text: Text) -> Keys:
    return _title(text) if text.codes else []


def _bare(text: Text) -> Keys:
    return [] if text.codes else _title(text)


KINDS: tuple[Callable[[Text], Keys], ...] = (_links, _words, _shingles, _openings, _texted, _bare)


class Candidates:
    """The known articles by link, words, shingles, opening and headline.

    An article is known by its slot, a number that tells in which order articles came. Keys are hashes of 32 bits: two
    things of one hash cost a comparison and nothing else.
    """

    def __init__(self) -> None:
        self._held = {kind: Postings() for kind in KINDS}

    def add(self, texts: Mapping[int, Text]) -> None:
        for kind, postings in self._held.items():
            postings.add(_entries(kind, texts))

    def remove(self, texts: Mapping[int, Text]) -> None:
        """Take out what `add` put in for these texts."""
        for kind, postings in self._held.items():
            postings.remove(_entries(kind, texts))

    def of(self, texts: Mapping[int, Text]) -> Mapping[int, Sequence[int]]:
        """Give for each slot the earlier slots to compare it with, each once; none where there are none."""
        titles = _entries(_title, texts)
        texted = self._held[_texted].earlier(titles, 1, LATEST)
        # Those with a text decide whether a headline stands for one text or for several.
        decided = {slot for slot in texted[0].tolist() if texts[slot].codes}
        open_titles = titles[~np.isin(titles & SLOT, np.array(list(decided), dtype=np.uint64))]
        found: defaultdict[int, dict[int, None]] = defaultdict(dict)
        for slots, others in (
            self._held[_links].earlier(_entries(_links, texts), 1, LATEST),
            self._held[_words].earlier(_entries(_words, texts), 1, LATEST),
            _nearest(self._held[_shingles].earlier(_entries(_shingles, texts), HOLDERS, HOLDERS)),
            self._held[_openings].earlier(_entries(_openings, texts), 1, LATEST),
            texted,
            self._held[_bare].earlier(open_titles, 1, LATEST),
        ):
            for slot, other in zip(slots.tolist(), others.tolist(), strict=True):
                found[slot][other] = None
        return {slot: list(others) for slot, others in found.items()}

    def linked(self, texts: Iterable[Text]) -> set[int]:
        """Give the slots of all articles at the addresses, or that name the addresses, that these texts name."""
        return set(self._held[_links].holders([text.canonical & int(SLOT) for text in texts if text.canonical]))


def _entries(kind: Callable[[Text], Keys], texts: Mapping[int, Text]) -> Entries:
    return entries(list(texts), [kind(text) for text in texts.values()])


def _nearest(shared: Pairs) -> Pairs:
    """Keep the pairs that share several shingles, of each slot the nearest, in order of nearness."""
    pairs, counts = np.unique(shared[0] << 32 | shared[1], return_counts=True)
    pairs, counts = pairs[counts >= LEAST], counts[counts >= LEAST]
    slots, others = pairs >> 32, pairs & 0xFFFFFFFF
    order = np.lexsort((others, -counts, slots))
    slots, others = slots[order], others[order]
    rank = np.arange(len(slots)) - np.searchsorted(slots, slots)
    return slots[rank < NEAREST], others[rank < NEAREST]
