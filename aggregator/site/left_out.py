"""What an outlet left out: told only where its feeds answered for the whole time in which it could have written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aggregator.site.queries import Candidate

# The stories of a week that most wrote on: the two hundredth of a week of 2,000 stories still has a dozen origins.
DAYS = 7
MOST_STORIES = 200


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What became of the stories looked at; each stands in one of the lists.

    `other_language` were written by too few in a language of the outlet, `early` are still open, `unheard` ran while
    its feeds did not answer, `thinned` lost an article on request, so that nobody is called silent.
    """

    wrote: Sequence[Candidate]
    silent: Sequence[Candidate]
    unheard: Sequence[Candidate]
    early: Sequence[Candidate]
    thinned: Sequence[Candidate]
    other_language: Sequence[Candidate]

    @property
    def in_language(self) -> int:
        """How many stories the outlet could be expected to know of."""
        return sum(map(len, (self.wrote, self.silent, self.unheard, self.early, self.thinned)))


def sort_out(candidates: Sequence[Candidate], least: int, made: str | None) -> LeftOut:
    """Puts each story where it belongs; one in another language is no omission, whoever wrote on it."""
    kinds: dict[str, list[Candidate]] = {name: [] for name in LeftOut.__slots__}
    for story in candidates:
        kinds[_kind(story, least, made)].append(story)
    return LeftOut(**kinds)


def _kind(story: Candidate, least: int, made: str | None) -> str:
    if story.in_language < least:
        return "other_language"
    if story.wrote:
        return "wrote"
    if story.thinned:
        return "thinned"
    if story.looked_at:
        return "silent"
    return "early" if made and story.closes and story.closes > made else "unheard"
