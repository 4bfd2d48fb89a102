"""All SQL of the pages, as functions of the published database that return frozen rows."""

from aggregator.site.queries.blindspots import (
    blindspot_rule,
    blindspots,
    day_tests,
    feeds_out,
    named_blindspots,
    next_tested_day,
    tested_days,
    verdict_counts,
)
from aggregator.site.queries.changes import changed_outlets, changes
from aggregator.site.queries.health import feeds, metrics
from aggregator.site.queries.lists import counts, day_after, days, edition, fts_query, languages, stories
from aggregator.site.queries.method import sample, settings
from aggregator.site.queries.one_outlet import (
    articles_by_day,
    candidates,
    candidates_question,
    covered,
    failed_polls,
    feed_languages,
    foreign_scales,
    known_outlets,
    outlet,
    outlet_at,
    outlet_changes,
    outlet_counts,
    outlet_feeds,
    outlet_ratings,
    outlet_removed,
    poll_counts,
    same_owner,
    similar,
)
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
from aggregator.site.queries.outlet_rows import (
    Candidate,
    Covered,
    FailedPoll,
    KnownOutlet,
    ListedOutlet,
    OutletCounts,
    OutletRating,
    OutletRow,
    PollCount,
)
from aggregator.site.queries.outlets import OutletChoice, listed_outlets, outlet_options, outlet_totals
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
    "Blindspot", "Candidate", "ChangeRow", "Choice", "Counts", "Covered", "Days", "Edition", "FailedPoll",
    "HeadlineChange", "KnownOutlet", "LeanCount", "ListedOutlet", "MemberRow", "Metrics", "OutFeed",
    "OutletChoice", "OutletCounts", "OutletRating", "OutletRow", "PollCount", "Range", "RatingRow", "Reader",
    "Rule", "Shares", "Silent", "StoryRow", "VerdictCount", "articles_by_day", "blindspot_rule", "blindspots",
    "candidates", "candidates_question", "changed_outlets", "changes", "counts", "covered", "day_after",
    "day_tests", "days", "edition", "failed_polls", "feed_languages", "feeds", "feeds_out", "foreign_scales",
    "fts_query", "headline_changes", "known_outlets", "languages", "lean_counts", "listed_outlets", "members",
    "members_sql", "metrics", "named_blindspots", "next_tested_day", "outlet", "outlet_at", "outlet_changes",
    "outlet_counts", "outlet_feeds", "outlet_options", "outlet_ratings", "outlet_removed", "outlet_totals",
    "poll_counts", "ranges", "ratings", "removed", "same_owner", "sample", "settings", "shares", "silent",
    "similar", "stories", "story", "tested_days", "verdict_counts",
]  # fmt: skip
