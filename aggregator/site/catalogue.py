"""The tables and views of the published file in the order in which readers want them, each with what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# A table that stands in none of these comes last, under its own heading: a test sees to it that there is none.
GROUPS: Mapping[str, Sequence[str]] = {
    "Stories and their articles": (
        "stories", "articles_with_bias", "story_members", "articles", "outlets", "story_timeline", "revisions",
        "story_copies", "story_articles", "storylines", "storyline_stories",
    ),
    "What they say, in brief": (
        "briefs", "brief_sentences", "brief_articles", "article_briefs", "article_brief_sentences", "generated_briefs",
    ),
    "How stories spread over the sides": (
        "story_bias", "story_shares", "story_bias_range", "stories_that_change_colour", "story_leaders",
        "story_bias_by_provider", "story_members_by_provider", "articles_with_bias_by_provider",
    ),
    "Ratings": (
        "ratings", "providers", "rating_changes", "rater_disagreement", "unrated_outlets", "outlet_sides",
        "printed_ratings_compared", "printed_ratings",
        "sample_by_side",
    ),
    "Blindspots, and who was heard": (
        "blindspots", "blindspots_by_provider", "side_tests", "story_polls", "story_polls_by_provider",
        "feed_coverage", "outlet_coverage", "outlet_weeks",
    ),
    "Outlets and their feeds": (
        "outlet_counts", "agenda_similarity", "feeds", "feed_health", "polls", "outlet_domains", "outlet_names",
    ),
    "Research": (
        "coverage", "headline_wording", "headline_sides", "first_reports", "outlet_firsts", "story_firsts",
        "report_times", "wire_share", "retitling", "provider_sensitivity", "leader_changes", "leading_sides",
        "topic_counts", "story_topics", "counted_articles",
    ),
    "How it was made": ("runs", "settings", "overrides", "origins", "copies", "article_texts", "article_counts"),
}  # fmt: skip
_REST = "The rest"


@dataclass(frozen=True, slots=True)
class Entry:
    """A table or a view; `rows` is None where Datasette did not count them."""

    name: str
    description: str
    rows: int | None


def catalogue(
    tables: Sequence[Mapping[str, Any]], views: Sequence[Mapping[str, Any]], metadata: Mapping[str, Any]
) -> list[tuple[str, list[Entry]]]:
    """Groups what Datasette's page of a database lists; what it hides, such as the index of words, is left out."""
    counts: dict[str, int | None] = {table["name"]: table["count"] for table in tables if not table["hidden"]}
    counts |= {view["name"]: None for view in views}
    told = metadata.get("tables", {})
    placed = {name for names in GROUPS.values() for name in names}
    groups = {**GROUPS, _REST: sorted(set(counts) - placed)}
    return [
        (heading, [Entry(name, told.get(name, {}).get("description", ""), counts[name]) for name in found])
        for heading, names in groups.items()
        if (found := [name for name in names if name in counts])
    ]
