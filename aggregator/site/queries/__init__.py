"""All SQL of the pages, as functions of the published database that return frozen rows."""

from aggregator.site.queries.changes import changed_outlets, changes
from aggregator.site.queries.health import feeds, metrics
from aggregator.site.queries.lists import counts, day_after, days, edition, fts_query, languages, stories
from aggregator.site.queries.method import rule, sample
from aggregator.site.queries.one_story import MEMBERS, headline_changes, members, ratings, removed, silent, story
from aggregator.site.queries.rows import (
    Blindspot,
    ChangedOutlet,
    ChangeRow,
    Choice,
    Counts,
    Days,
    Edition,
    HeadlineChange,
    LeanCount,
    MemberRow,
    Metrics,
    RatingRow,
    Reader,
    SampleRow,
    Silent,
    StoryRow,
)  # fmt: skip
from aggregator.site.queries.shared import blindspots, lean_counts

__all__ = [
    "MEMBERS", "Blindspot", "ChangeRow", "ChangedOutlet", "Choice", "Counts", "Days", "Edition", "HeadlineChange",
    "LeanCount", "MemberRow", "Metrics", "RatingRow", "Reader", "SampleRow", "Silent", "StoryRow", "blindspots",
    "changed_outlets", "changes", "counts", "day_after", "days", "edition", "feeds", "fts_query", "headline_changes",
    "languages", "lean_counts", "members", "metrics", "ratings", "removed", "rule", "sample", "silent",
    "stories", "story",
]  # fmt: skip
