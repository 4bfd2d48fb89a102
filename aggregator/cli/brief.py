"""`brief`: a story or an article in a few of its own sentences, with whose they are and how they were picked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import click
from babel import Locale

from aggregator.briefing import BriefReport
from aggregator.briefs.made import how_made
from aggregator.cli.common import json_option, looking_up, number, place, place_options, say, say_json, while_read
from aggregator.models import MediaKind, TextKind
from aggregator.read_brief import InBrief, read_brief
from aggregator.store.told import ArticleFacts, Generated, ToldBrief
from aggregator.times import minute_words

_ENGLISH = Locale("en")
_LISTS = {"summary": "Summary", "key_points": "Key points", "agree": "Where the sides agree"}


@click.command()
@click.argument("target", metavar="STORY|ARTICLE")
@json_option
@place_options
@while_read()
def brief(target: str, as_json: bool) -> None:
    """Print a story or an article in brief: sentences of the articles themselves, each with whose it is.

    A story is 12 or s12; an article or a video is a34, or its address. Briefs are written by `run` and `group`, by a
    fixed rule; a text that a model wrote stands beneath, and says so.

    Example: aggregator brief 12
    """
    with looking_up() as store:
        found = read_brief(store, target, place().config.site.brief_characters)
    if as_json:
        say_json(_article_json(found, found.article) if found.article and not found.story else _story_json(found))
        return
    if found.redirect:
        say(found.redirect)
    if found.article:
        _say_article(found, found.article)
    else:
        _say_story(found)
    if found.generated:
        _say_generated(found.generated)


def briefs_line(report: BriefReport) -> str:
    """Says how many briefs were written.

    >>> briefs_line(BriefReport(9, 2, 5, True))
    'wrote 2 briefs of stories, 5 of articles; older ones follow in the next runs'
    """
    rest = "; older ones follow in the next runs" if report.awaiting else ""
    return f"wrote {number(report.stories, 'brief')} of stories, {report.articles:,} of articles{rest}"


def _story_json(found: InBrief) -> dict[str, Any]:
    told, one = found.brief, found.article
    headline = {"text": one.title, "articles": [one.article]} if one else told and told.headline
    return {
        "story": found.story,
        "headline": headline,
        **_sentences_json(told),
        "agree": (told and told.agree) or [],
        "only_said_by": (told and told.only_said_by) or {},
        "how_made": _how_made(told),
        "sources": told and (1 if one else told.sources),
        "left_out": told and (told.left_out or 0),
        "articles": {
            facts.article: {"outlet": facts.outlet, "title": facts.title, "url": facts.url, "side": facts.side}
            for facts in found.articles
        },
        **_ends_json(found),
    }


def _article_json(found: InBrief, one: ArticleFacts) -> dict[str, Any]:
    return {
        "article": one.article,
        "kind": one.kind,
        "title": one.title,
        "headline": {"text": one.title, "articles": [one.article]},
        **_sentences_json(found.brief),
        "agree": [],
        "only_said_by": {},
        "outlet": {"name": one.outlet, "domain": one.domain, "description": one.description},
        "rating": {
            "provider": one.provider,
            "label": one.label,
            "lean": one.lean,
            "valid_from": one.rating_valid_from,
            "as_of": one.published_day,
            "scope": one.rating_scope,
            "extrapolated": bool(one.extrapolated),
        },
        "website": one.homepage,
        "original": original(one),
        "url": one.url,
        "published": one.published,
        "story": one.story,
        "text_of": one.text_of,
        "how_made": _how_made(found.brief),
        **_ends_json(found),
    }


def _sentences_json(told: ToldBrief | None) -> dict[str, Any]:
    return {"summary": told.summary if told else [], "key_points": told.key_points if told else []}


def _ends_json(found: InBrief) -> dict[str, Any]:
    told = found.brief
    return {
        "language": told and told.language,
        "made": told and told.made,
        "why_none": found.why_none or None,
        "generated": asdict(found.generated) if found.generated else None,
    }


def _how_made(told: ToldBrief | None) -> str | None:
    if told is None or not told.summary:
        return None
    language = str(_ENGLISH.languages.get(told.language, told.language)) if told.language else None
    return how_made(language, told.sources, told.left_out or 0, told.rule)


def _say_story(found: InBrief) -> None:
    told = found.brief
    say(f"story {found.story}: {told.headline['text']}" if told and told.headline else f"story {found.story}")
    if found.why_none or not told:
        say(f"\n{found.why_none}")
        return
    for name, heading in _LISTS.items():
        _say_list(heading, getattr(told, name))
    for side, sentences in (told.only_said_by or {}).items():
        _say_list(f"Only said by the {side}" if side != "center" else "Only said by the center", sentences)
    say("\nArticles")
    for facts in found.articles:
        say(f"  a{facts.article}  {facts.outlet} ({facts.side}): {_line(facts.title)}\n      {facts.url}")
    say(f"\n{_how_made(told)}. Written {minute_words(told.made)} UTC.")


def _say_list(heading: str, sentences: Iterable[Mapping[str, Any]]) -> None:
    for at, sentence in enumerate(sentences):
        if not at:
            say(f"\n{heading}")
        say(f"  • {_line(sentence['text'])} ({', '.join(f'a{article}' for article in sentence['articles'])})")


def _say_article(found: InBrief, one: ArticleFacts) -> None:
    """Prints a page of the kind that one reads elsewhere: title, summary, points, whose it is, and how it was made."""
    say(_line(one.title))
    if found.brief:
        say(f"\n{' '.join(_line(sentence['text']) for sentence in found.brief.summary)}")
        for at, point in enumerate(found.brief.key_points):
            say(f"{'' if at else chr(10)}  • {_line(point['text'])}")
    else:
        say(f"\n{found.why_none}")
    about = f": {_line(one.description)}" if one.description else ""
    say(f"\n{one.outlet}{about}")
    say(rating_line(one))
    if one.homepage:
        say(f"Official website: {one.homepage}")
    for line in original_lines(one):
        say(line)
    if found.brief:
        copied = f" The text is that of a{one.text_of}." if one.text_of != one.article else ""
        say(f"\n{_how_made(found.brief)}.{copied} Written {minute_words(found.brief.made)} UTC.")


def original(one: ArticleFacts) -> str | None:
    """Returns the address of the original, None of a text about another's piece whose page does not tell it."""
    return one.canonical or (None if one.carrier and one.text_kind != TextKind.PUBLISHER else one.url)


def original_lines(one: ArticleFacts) -> list[str]:
    """Says where an article stands: of a text about another's piece, and of a copy, first where that stands."""
    found = original(one)
    if found == one.url:
        return [f"Original {'video' if one.kind == MediaKind.VIDEO else 'article'}: {one.url}"]
    here = f"This text: {one.carrier or one.outlet}, {one.url}"
    if not found:
        return [here]
    kind = {"video": " video", "text": " article"}.get(one.original_kind or "", "")
    return [f"Original{kind}, as its page says: {found}", here]


def rating_line(one: ArticleFacts) -> str:
    """Says how a provider rated an article's outlet on the day of its publication."""
    said = f"{one.provider} Media Bias Rating"
    if one.label is None:
        return f"{said}: none ({one.provider} does not rate it)"
    when = f" on {one.published_day}" if one.published_day else ""
    known = f"rated {one.rating_valid_from}, " + (
        "later than this article: the first rating known"
        if one.extrapolated
        else f"in force when the article appeared{when}"
    )
    scope = f"; of its {one.rating_scope}" if one.borrowed else ""
    return f"{said}: {one.label[:1].upper()}{one.label[1:]} ({known}{scope})"


def _say_generated(written: Generated) -> None:
    say(f"\n{written.notice}")
    for name in ("summary", "key_points"):
        _say_list(_LISTS[name], getattr(written, name))
    say(f"\nWritten by {written.model}, {minute_words(written.made)} UTC.")


def _line(text: str) -> str:
    """Gives a text of others as one line without control characters: it goes to a terminal."""
    return " ".join(re.sub(r"[^\S ]|[\x00-\x1f\x7f-\x9f]", " ", text).split())
