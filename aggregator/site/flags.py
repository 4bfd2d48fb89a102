"""What was odd about an article, in words."""

from __future__ import annotations

FLAGS = {
    "alternates": "its feed shows two headlines by turns",
    "body_purged": "its text was kept as long as it is kept here, and is gone",
    "canonical_elsewhere": "its page names another outlet's page as the original",
    "date_guessed": "its time was found in the text of its page, where it may be another's",
    "date_implausible": "its time is in the far past or the future, and is not used",
    "date_unreadable": "its time can't be read, and is not used",
    "empty_page": "its page had nothing on it to read",
    "guid_reused": "its feed had given its identifier to another article before",
    "no_date": "nobody told its time",
    "no_title": "its feed gave it no headline: the beginning of its text stands for it",
    "noarchive": "its page asks that its text not be kept",
    "nosnippet": "its page asks that nothing of its text be shown",
    "title_cut": "its headline was too long and is cut",
    "too_large": "its page was too large to be read whole",
    "unsafe_link": "its feed gave an address that is none of the web",
}


def flag_words(flag: str) -> str:
    """Says a flag of `articles.flags` in words.

    >>> flag_words("no_date"), flag_words("of_a_later_version")
    ('nobody told its time', 'of a later version')
    """
    if flag.startswith("max-snippet:"):
        return f"its page lets {flag.removeprefix('max-snippet:')} characters of its text be shown"
    return FLAGS.get(flag, flag.replace("_", " "))
