"""All SQL of the pages, as functions of the published database that return frozen rows."""

from aggregator.site.queries.blindspots import (
    blindspots,
    day_tests,
    feeds_out,
    leans_by,
    named_blindspots,
    next_tested_day,
    rule,
    tested_days,
    verdict_counts,
)  # fmt: skip
from aggregator.site.queries.changes import changed_outlets, changes
from aggregator.site.queries.health import feeds, metrics
from aggregator.site.queries.lists import counts, day_after, days, edition, fts_query, languages, stories
from aggregator.site.queries.method import rule, sample
from aggregator.site.queries.one_story import (
    headline_changes,
    members,
    members_sql,
    ranges,
    ratings,
    removed,
    shares,
    silent,
    story,
)  # fmt: skip
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
    Range,
    RatingRow,
    Reader,
    SampleRow,
    Shares,
    Silent,
    StoryRow,
    VerdictCount,
)  # fmt: skip
from aggregator.site.queries.shared import lean_counts

__all__ = [
    "Blindspot", "ChangeRow", "ChangedOutlet", "Choice", "Counts", "Days", "Edition", "HeadlineChange", "LeanCount",
    "MemberRow", "Metrics", "Range", "RatingRow", "Reader", "SampleRow", "Shares", "Silent", "StoryRow", "blindspots",
    "changed_outlets", "changes", "counts", "day_after", "days", "edition", "feeds", "fts_query", "headline_changes",
    "languages", "lean_counts", "members", "members_sql", "metrics", "ranges", "ratings", "removed", "rule", "sample",
    "shares", "silent", "stories", "story",
]  # fmt: skip
