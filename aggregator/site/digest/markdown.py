"""The digest in Markdown: bars as counts in words, and nothing of a headline that is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.site.briefs import Told
from aggregator.site.digest.gather import Digest
from aggregator.site.digest.words import (
    BRIEFS,
    all_heard,
    change_lines,
    counts,
    standing,
    unheard_lines,
    verdict_lines,
    where,
)
from aggregator.site.out.place import rights
from aggregator.site.out.told import as_of, silence
from aggregator.site.voices import Voice
from aggregator.site.words import day_words, plural

# What Markdown, or the HTML that it may hold, would take for its own.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#&~])")
_AT_THE_START = re.compile(r"^(\d*)([-+=.)])")


def plain(text: str) -> str:
    """Writes a text so that Markdown shows it as it is, on one line.

    >>> print(plain("1. <b>50 *stars*</b>"))
    1\\. \\<b\\>50 \\*stars\\*\\</b\\>
    """
    return _AT_THE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", " ".join(text.split())))


def sentence(told: Told) -> str:
    """Writes a sentence with links to the articles that it rests on."""
    more = [f"{told.more} more"] if told.more else []
    return f"{plain(told.text)} ({', '.join([*map(_link, (told.own, *told.others)), *more])})"


def _link(one: Voice) -> str:
    return f"[{plain(one.outlet or f'a{one.article_id}')}]({one.address}) {one.place.name}"


def markdown(found: Digest, address: str, title: str, note: str) -> Iterator[str]:
    """Writes the lines of a digest in Markdown, its bars as counts in words."""
    yield f"# {day_words(found.day)}, in short"
    yield ""
    singles = f", {plural(found.singles, 'story', 'stories')} of one" if found.singles else ""
    yield (
        f"{plain(title)}: {plural(found.several, 'story', 'stories')} of several origins{singles},"
        f" {plural(found.articles, 'article')}. {plain(as_of(found.provider))} {standing(found)}"
    )
    yield from ("", note) if note else ()
    yield from ("", "## Stories of most independent origins")
    yield from ("", plain(BRIEFS)) if found.briefs else ()
    for card in found.stories:
        yield from ("", f"### [{plain(card.story.title)}]({address}/story/{card.story.id})", "")
        brief = found.briefs.get(card.story.id)
        yield from (f"{sentence(told)}  " for told in (brief.summary if brief else ()))
        yield from (f"{plain(line)}  " for line in counts(card))
    if not found.stories:
        yield from ("", "No story of the day has several origins.")
    yield from ("", "## Who left out what", "")
    yield from (f"- {line}" for line in _silences(found, address))
    yield from ("", "## Headlines that changed", "")
    yield from (f"- {plain(line)}" for line in list(change_lines(found)) or ["None was seen."])
    yield from ("", "## What could not be heard", "")
    yield from (f"- {plain(line)}" for line in list(unheard_lines(found)) or [all_heard(found)])
    yield from ("", "---", "", plain(rights(found.edition)))


def _silences(found: Digest, address: str) -> Iterator[str]:
    for side, spots in found.sides:
        for spot in spots:
            link = f"[{plain(spot.title)}]({address}/story/{spot.story_id})"
            yield f"**Nothing {where(side)}**: {link}. {plain(silence(spot))}"
        if not spots:
            yield f"No blindspot {where(side)} is named."
    yield from verdict_lines(found)
