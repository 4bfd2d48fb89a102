"""All SQL of the pages, as functions of the published database that return frozen rows."""

from aggregator.site.queries.blindspots import (
    blindspot_rule,
    blindspots,
    day_tests,
    feeds_out,
    leans_by,
    named_blindspots,
    next_tested_day,
    tested_days,
    verdict_counts,
)  # fmt: skip
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
    OutFeed,
    RatingRow,
    Reader,
    Rule,
    SampleRow,
    Silent,
    StoryRow,
    VerdictCount,
)  # fmt: skip
from aggregator.site.queries.shared import lean_counts

__all__ = [
    "MEMBERS", "Blindspot", "ChangeRow", "ChangedOutlet", "Choice", "Counts", "Days", "Edition", "HeadlineChange",
    "LeanCount", "MemberRow", "Metrics", "OutFeed", "RatingRow", "Reader", "Rule", "SampleRow", "Silent",
    "StoryRow", "VerdictCount", "blindspot_rule", "blindspots", "changed_outlets", "changes", "counts", "day_after",
    "day_tests", "days", "edition", "feeds", "feeds_out", "fts_query", "headline_changes", "languages",
    "lean_counts", "leans_by", "members", "metrics", "named_blindspots", "next_tested_day", "ratings", "removed",
    "rule", "sample", "silent", "stories", "story", "tested_days", "verdict_counts",
]  # fmt: skip
