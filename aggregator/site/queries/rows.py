"""What the pages read, as frozen rows: the fields are the columns of the SQL beside."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from aggregator.models import Reason


class Reader(Protocol):
    """What the pages use of Datasette's Database."""

    async def execute(self, sql: str, params: Mapping[str, object]) -> Any: ...
    async def execute_fn(self, fn: Callable[[Any], Any]) -> Any: ...


@dataclass(frozen=True, slots=True)
class Edition:
    """What the published file says of itself; times are None where nothing was run or polled.

    `provider` is the one whose ratings are shown, `providers` is all that rate, with commas between; `credits` is JSON.
    """

    provider: str
    providers: str | None
    made: str | None
    feeds: int
    answered: int
    polled: str | None
    min_rated_origins: int  # fewer are too few for shares
    credits: str
    demo: int  # 1: all of it is made up

    def credited(self) -> list[Credit]:
        """Returns whom to credit for the ratings, by name."""
        return [Credit(**one) for one in json.loads(self.credits)]


@dataclass(frozen=True, slots=True)
class Credit:
    """A provider of ratings as the foot of each page credits it."""

    name: str
    title: str | None
    homepage: str | None
    licence: str | None
    licence_url: str | None


@dataclass(frozen=True, slots=True)
class Metrics:
    """What is watched: feeds by condition, polls by code, and how much there is; times are None where nothing was."""

    feeds: Mapping[str, int]
    polls: Mapping[str, int]
    articles: int
    revisions: int
    stories: int
    last_poll: str | None
    made: str | None


@dataclass(frozen=True, slots=True)
class Days:
    """A day that has stories, and its neighbours that have some."""

    day: str
    earlier: str | None
    later: str | None


@dataclass(frozen=True, slots=True)
class StoryRow:
    id: int
    title: str
    language: str | None
    state: str
    merged_into: int | None
    articles: int
    outlets: int
    owners: int
    origins: int
    first_published: str
    last_published: str
    changed: int
    languages: int


@dataclass(frozen=True, slots=True)
class LeanCount:
    """How often a lean stands in a story: in independent origins, and in outlets, reprints counted."""

    story_id: int
    lean: int | None
    origins: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Shares:
    """A story's distribution by one provider, with what it rests on; a share is None where that is too little."""

    origins: int
    rated_origins: int
    left: int
    center: int
    right: int
    left_share: float | None
    center_share: float | None
    right_share: float | None
    rated_outlets: int
    left_outlets: int
    center_outlets: int
    right_outlets: int
    unrated_outlets: int
    left_outlets_share: float | None
    center_outlets_share: float | None
    right_outlets_share: float | None


@dataclass(frozen=True, slots=True)
class Range:
    """The fewest and the most origins of a side over the providers; `counts` and `leaders` say what each has it."""

    side: str
    least: int
    most: int
    counts: str
    providers: int
    origins: int
    leaders: str
    leaders_differ: int


@dataclass(frozen=True, slots=True)
class Blindspot:
    story_id: int
    side: str
    expected: float | None
    observed: int
    p: float | None
    polled_outlets: int
    rated_origins: int
    opens: str
    closes: str
    verdict: str
    title: str
    provider: str
    day: str | None
    share: float
    tested: int
    by_chance: float | None
    silences: int | None
    q: float | None
    dispersion: float
    heard_origins: int


@dataclass(frozen=True, slots=True)
class Silent:
    """An outlet of a side that left a story out: whether it was heard over the whole window, and how a poll failed.

    One that is heard but not `counted` brought nothing in the story's language in that week; one that is `awaited` was
    heard until its last poll, and its next may tell.
    """

    outlet: str
    domain: str
    answered: int
    counted: int
    failed: str | None
    awaited: int


@dataclass(frozen=True, slots=True)
class Rule:
    """The numbers by which an edition names blindspots, as aggregator.toml has them."""

    min_origins: int
    min_polled: int
    false_discoveries: float
    hours: int


@dataclass(frozen=True, slots=True)
class VerdictCount:
    sides: int
    early: int


@dataclass(frozen=True, slots=True)
class OutFeed:
    """A feed that was not heard over a whole day; `until` is when its silence began, if it was heard at the start.

    `dated` is 0 where none of its answers told how far back it lists, None where it never answered.
    """

    outlet: str
    domain: str | None
    url: str
    section: str | None
    until: str | None
    code: str | None
    dated: int | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    article_id: int
    title: str
    url: str
    language: str | None
    kind: str
    scope: str
    published: str | None
    first_seen: str
    outlet: str
    domain: str | None
    owner: str | None
    lean: int | None
    independent: int
    origin_id: int | None
    origin_kind: str | None
    score: float
    provisional: int
    matched_title: str | None
    reasons: str
    outlet_id: int
    matched_article_id: int | None = None
    representative_id: int | None = None
    carrier: str | None = None
    text_kind: str = "publisher"

    @property
    def at(self) -> str:
        return self.published or self.first_seen

    @property
    def retold(self) -> bool:
        """Whether a machine, or somebody else, only retells a piece of the outlet here: it is no report of its own."""
        return self.text_kind != "publisher" and self.carrier is not None

    def why(self) -> tuple[Reason, ...]:
        return tuple(Reason(**term | {"words": tuple(term["words"])}) for term in json.loads(self.reasons))


@dataclass(frozen=True, slots=True)
class RatingRow:
    """What a provider's rating says of an article; `extrapolated` = it was published before the first known rating.

    `borrowed`: it is the rating of the outlet's news, for want of one of the article's own scope. `foreign_scale`: the
    provider's scale is that of a country, `scale`, and the outlet is from another; None where that is not known.
    """

    article_id: int
    provider: str
    lean: int | None
    label: str | None
    rating_scope: str | None
    rating_valid_from: str | None
    extrapolated: int
    side: str
    lean_today: int | None
    borrowed: int
    foreign_scale: int | None
    scale: str | None
    scope: str


@dataclass(frozen=True, slots=True)
class HeadlineChange:
    article_id: int
    seen: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class LastRun:
    """The number of the last run in the published file, and the hash of the ratings in it; None for none."""

    id: int | None
    ratings_hash: str | None


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A side by a provider's ratings of today: outlets listed, those polled, their feeds, and outlets heard last."""

    provider: str
    side: str
    listed: int
    outlets: int
    feeds: int
    answered: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A changed headline or summary with the article it is of; a text is cut as it is published."""

    id: int
    article_id: int
    seen: str
    field: str
    old: str
    new: str
    title: str
    url: str
    language: str | None
    outlet: str
    domain: str | None
    story_id: int | None
    outlet_id: int


@dataclass(frozen=True, slots=True)
class ChangedOutlet:
    """An outlet that changed something, and how often."""

    domain: str
    name: str
    changes: int
