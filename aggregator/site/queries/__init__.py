"""All SQL of the pages, as functions of the published database that return frozen rows."""

from aggregator.site.queries.blindspots import (
    blindspots,
    day_tests,
    feeds_out,
    named_blindspots,
    next_tested_day,
    rule,
    tested_days,
    verdict_counts,
)
from aggregator.site.queries.changes import changed_outlets, changes
from aggregator.site.queries.health import feeds, metrics
from aggregator.site.queries.lists import counts, day_after, days, edition, fts_query, languages, stories
from aggregator.site.queries.method import sample, settings
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
)
from aggregator.site.queries.rows import (
    Blindspot,
    ChangeRow,
    Choice,
    Counts,
    Days,
    Edition,
    HeadlineChange,
    LeanCount,
    MemberRow,
    Metrics,
    OutFeed,
    Range,
    RatingRow,
    Reader,
    Rule,
    Shares,
    Silent,
    StoryRow,
    VerdictCount,
)
from aggregator.site.queries.shared import lean_counts

__all__ = [
    "Blindspot", "ChangeRow", "Choice", "Counts", "Days", "Edition", "HeadlineChange", "LeanCount", "MemberRow",
    "Metrics", "OutFeed", "Range", "RatingRow", "Reader", "Rule", "Shares", "Silent", "StoryRow", "VerdictCount",
    "blindspots", "changed_outlets", "changes", "counts", "day_after", "day_tests", "days", "edition", "feeds",
    "feeds_out", "fts_query", "headline_changes", "languages", "lean_counts", "members", "members_sql", "metrics",
    "named_blindspots", "next_tested_day", "ranges", "ratings", "removed", "rule", "sample", "settings", "shares",
    "silent", "stories", "story", "tested_days", "verdict_counts",
]  # fmt: skip
