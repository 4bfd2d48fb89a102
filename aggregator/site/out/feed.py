"""What a feed of ours says, whatever its format: text only, with ids that stay."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

# What XML 1.0 can't carry, not even as a reference; of JSON only the lone surrogates, which no UTF-8 holds.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = {"R", "AL", "RLE", "RLO", "RLI"}
_ISOLATE, _END = "\u2068", "\u2069"
# RFC 3986's characters; a feed's reader takes no address with a space or a quote in it.
_OF_ADDRESSES = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    uri: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """`link` is what it is about, `related` more on it; `language` is the title's, the text's is English."""

    id: str
    title: str
    updated: str
    text: str
    link: str
    related: Sequence[str] = ()
    published: str | None = None
    author: Person | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """`id`, `self_address`, `page` and `next` are whole addresses; times are as they are stored, in UTC.

    `note` is what a reader of the feed must know before anything else.
    """

    id: str
    title: str
    updated: str
    author: Person
    rights: str
    page: str
    self_address: str
    entries: Sequence[Entry]
    next: str | None = None
    note: str = ""


def clean(text: str) -> str:
    """Takes out the characters that would make a feed unreadable.

    >>> clean('a\\x00b\\x1b\\ud800c')
    'abc'
    """
    return _FORBIDDEN.sub("", text)


def apart(text: str) -> str:
    """Keeps a text that runs from right to left from turning the words around it.

    >>> apart('Senate'), len(apart('\u0635\u0648\u062a'))
    ('Senate', 5)
    """
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return f"{_ISOLATE}{text}{_END}"
    return text


def address(text: str) -> str:
    """Writes an address with nothing in it that addresses may not have.

    >>> address('https://a.example/ü b?c="d"')
    'https://a.example/%C3%BC%20b?c=%22d%22'
    """
    return quote(clean(text), safe=_OF_ADDRESSES)
