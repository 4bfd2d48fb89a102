"""Wrong story? What an operator types to mend it, and the mail by which a reader tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from aggregator.site.members import Member
from aggregator.site.queries import RulingRow, StoryRow
from aggregator.site.words import joined
from aggregator.topics import NOT_TOLD

# Mail programs and browsers take some 2,000 characters; a headline in Chinese takes nine for each of its own.
_HEADLINE = 100


@dataclass(frozen=True, slots=True)
class Mend:
    """A command, and what it does, as a sentence that goes on after it."""

    command: str
    does: str


def mends(story: StoryRow, member: Member) -> tuple[Mend, ...]:
    """Lists what mends the place of an article; out of a story that has nothing else none can be taken."""
    article = f"a{member.row.article_id}"
    copies = " with its reprints" if member.reprints else ""
    pin = Mend(f"aggregator pin {article} STORY", f"puts it{copies} into the story of that number")
    if story.articles == 1 + len(member.reprints):
        return (pin,)
    return Mend(f"aggregator split {story.id} {article}", f"takes it out{copies}, as a story of its own"), pin


def mail(contact: str, address: str, story: int, member: Member) -> str:
    """Writes the address of a mail about an article; what a feed wrote can add no recipient and no header to it.

    `contact` is the site's, `address` the story's, absolute.
    """
    row = member.row
    title = " ".join(row.title.split())
    shown = title if len(title) <= _HEADLINE else title[: _HEADLINE - 1] + "…"
    subject = f"Wrong story? a{row.article_id} in story {story}"
    lines = (f"{address}#a{row.article_id}", f"“{shown}”, {row.outlet}", "This article does not belong there, because ")
    body = "\r\n\r\n".join(lines)
    return f"mailto:{mail_address(contact)}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def mail_address(contact: str) -> str:
    """Writes a mail address as a part of a link; '' for none.

    >>> mail_address("desk+news@quay.example"), mail_address("50%off@quay.example")
    ('desk%2Bnews@quay.example', '50%25off@quay.example')
    """
    return quote(contact, safe="@")


def ruling_words(ruling: RulingRow) -> str:
    """Says what a person ruled.

    >>> ruling_words(RulingRow(3, '', 'split 12 a34 a35', None, None, None))
    'a34 and a35 do not belong to story 12'
    >>> ruling_words(RulingRow(4, '', 'outlet a34 tidewater.example was quay.example', None, None, None))
    'a34 is of tidewater.example, not of quay.example'
    >>> ruling_words(RulingRow(5, '', 'topic s12 war and conflict', None, None, None))
    'the articles that story 12 had then are on war and conflict'
    >>> ruling_words(RulingRow(6, '', 'topic a34 not told', None, None, None))
    'a34 is on none of the topics'
    >>> ruling_words(RulingRow(7, '', 'topic a34', None, None, None))
    'no topic is named for a34'
    """
    word, *rest = ruling.typed.split()
    match word:
        case "merge":
            return f"stories {joined(rest)} are one"
        case "pin":
            return f"{rest[0]} belongs to story {rest[1]}"
        case "split":
            return f"{joined(rest[1:])} {_do(rest[1:])} not belong to story {rest[0]}"
        case "topic" if len(rest) == 1:
            return f"no topic is named for {rest[0]}"
        case "topic":
            on = " ".join(rest[1:])
            whose = f"the articles that story {rest[0][1:]} had then are" if rest[0][0] == "s" else f"{rest[0]} is"
            return f"{whose} on {'none of the topics' if on == NOT_TOLD else on}"
        case _:
            now, _, before = " ".join(rest[1:]).partition(" was ")
            return f"{rest[0]} is of {now}, not of {before}"


def _do(articles: Sequence[str]) -> str:
    return "does" if len(articles) == 1 else "do"
