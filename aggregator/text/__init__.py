"""Text as the rest of the program sees it: clean, short enough, in a known language and at a known time."""

from aggregator.text.bylines import author_names
from aggregator.text.changes import Run, word_changes
from aggregator.text.languages import language_code
from aggregator.text.plain import (
    BODY_LIMIT,
    SUMMARY_LIMIT,
    TITLE_LIMIT,
    clean,
    count_words,
    cut,
    cut_bytes,
    one_line,
    paragraphs,
    plain_text,
)
from aggregator.text.scopes import is_commentary, scope_of
from aggregator.text.times import parse_time, plausible
from aggregator.text.wires import AGENCIES, agency_at, agency_named, agency_of_outlet, wire_of
from aggregator.text.wording import same_wording, wording

__all__ = [
    "AGENCIES",
    "BODY_LIMIT",
    "SUMMARY_LIMIT",
    "TITLE_LIMIT",
    "Run",
    "agency_at",
    "agency_named",
    "agency_of_outlet",
    "author_names",
    "clean",
    "count_words",
    "cut",
    "cut_bytes",
    "is_commentary",
    "language_code",
    "one_line",
    "paragraphs",
    "parse_time",
    "plain_text",
    "plausible",
    "same_wording",
    "scope_of",
    "wire_of",
    "word_changes",
    "wording",
]
