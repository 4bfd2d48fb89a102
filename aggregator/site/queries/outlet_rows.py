"""What the pages of the outlets read, as frozen rows: the fields are the columns of the SQL beside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet as outlets.csv has it, or as its first article named it; `domains` and `names` are JSON lists."""

    id: int
    domain: str | None
    name: str
    homepage: str | None
    country: str | None
    owner: str | None
    ownership_type: str | None
    description: str | None
    youtube: str | None
    listed: int
    domains: str
    names: str


@dataclass(frozen=True, slots=True)
class OutletCounts:
    """A row of the view outlet_counts."""

    outlet_id: int
    outlet: str
    domain: str | None
    articles: int
    independent: int
    own: int
    wire: int
    copies: int
    opinion: int
    fact_checks: int
    videos: int
    retitled: int
    headline_changes: int
    changes: int
    stories: int
    stories_of_several: int
    first_day: str | None
    last_day: str | None
    languages: str

    def by_language(self) -> Mapping[str, int]:
        """Counts articles by language, the most frequent first; those of an unknown one last."""
        found: dict[str, int] = json.loads(self.languages)
        return dict(sorted(found.items(), key=lambda one: (one[0] == "unknown", -one[1], one[0])))


@dataclass(frozen=True, slots=True)
class OutletRating:
    """A row of ratings: from `valid_from` on, until the day before `valid_to`, which is None for the last one known."""

    provider: str
    scope: str
    label: str
    lean: int | None
    score: float | None
    confidence: str | None
    factual_reporting: str | None
    source_url: str | None
    valid_from: str
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class PollCount:
    """How often a feed was polled in the days looked at, and how often it answered."""

    feed_id: int
    polls: int
    answered: int


@dataclass(frozen=True, slots=True)
class FailedPoll:
    feed_id: int
    at: str
    code: str
    status: int | None


@dataclass(frozen=True, slots=True)
class Covered:
    """A story of several origins that an outlet wrote on, with its first article there."""

    story_id: int
    title: str
    language: str | None
    origins: int
    outlets: int
    last_published: str
    article_title: str
    article_url: str
    article_language: str | None
    independent: int
    retold: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that an outlet might have written on.

    `wrote` says whether it did, `in_language` counts the rated origins in one of its languages, `looked_at` says
    whether its feeds answered for the whole window, None where it has none, and `closes` is when the window ends.
    """

    story_id: int
    title: str
    language: str | None
    origins: int
    outlets: int
    last_published: str
    thinned: int
    wrote: int
    in_language: int
    looked_at: int | None
    closes: str | None


@dataclass(frozen=True, slots=True)
class Similar:
    """Another outlet that wrote on the same stories, with how many each wrote on; `either` is on one or both."""

    domain: str | None
    outlet_id: int
    outlet: str
    shared: int
    either: int
    jaccard: float | None
    stories: int
    other_stories: int
    shared_with_reprints: int


@dataclass(frozen=True, slots=True)
class ListedOutlet:
    """A line of the list of outlets; `side` is that of its news today by the chosen provider."""

    id: int
    domain: str | None
    name: str
    country: str | None
    ownership_type: str | None
    lean: int | None
    label: str | None
    feeds: int
    articles: int
    stories_of_several: int
    last_day: str | None


@dataclass(frozen=True, slots=True)
class Option:
    """A value to filter the list by, and how many outlets have it."""

    value: str
    outlets: int


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """What an outlet goes by: its number, its domain and one of its prefixes or names."""

    id: int
    domain: str | None
    name: str
