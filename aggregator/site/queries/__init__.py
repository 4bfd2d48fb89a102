"""All SQL of the pages, as functions of the published database that return frozen rows."""

from aggregator.site.queries.changes import changed_outlets, changes
from aggregator.site.queries.health import feeds, metrics
from aggregator.site.queries.lists import counts, day_after, days, edition, fts_query, languages, stories
from aggregator.site.queries.method import rule, sample
from aggregator.site.queries.one_outlet import (
    articles_by_day,
    candidates,
    covered,
    failed_polls,
    feed_languages,
    known_outlets,
    lean_counts_by,
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
)  # fmt: skip
from aggregator.site.queries.one_story import MEMBERS, headline_changes, members, ratings, removed, silent, story
from aggregator.site.queries.outlet_rows import (
    Candidate,
    Covered,
    FailedPoll,
    KnownOutlet,
    ListedOutlet,
    Option,
    OutletCounts,
    OutletRating,
    OutletRow,
    PollCount,
    Similar,
)  # fmt: skip
from aggregator.site.queries.outlets import OutletChoice, OutletTotals, listed_outlets, outlet_options, outlet_totals
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
    "MEMBERS", "Blindspot", "Candidate", "ChangeRow", "ChangedOutlet", "Choice", "Counts", "Covered", "Days",
    "Edition", "FailedPoll", "HeadlineChange", "KnownOutlet", "LeanCount", "ListedOutlet", "MemberRow", "Metrics",
    "Option", "OutletChoice", "OutletCounts", "OutletRating", "OutletRow", "OutletTotals", "PollCount", "RatingRow",
    "Reader", "SampleRow", "Silent", "Similar", "StoryRow", "articles_by_day", "blindspots", "candidates",
    "changed_outlets", "changes", "counts", "covered", "day_after", "days", "edition", "failed_polls",
    "feed_languages", "feeds", "fts_query", "headline_changes", "known_outlets", "languages", "lean_counts",
    "lean_counts_by", "listed_outlets", "members", "metrics", "outlet", "outlet_at", "outlet_changes",
    "outlet_counts", "outlet_feeds", "outlet_options", "outlet_ratings", "outlet_removed", "outlet_totals",
    "poll_counts", "ratings", "removed", "rule", "same_owner", "sample", "silent", "similar", "stories", "story",
]  # fmt: skip
