"""Markup to plain text: no tag, no control character, nothing invisible that could steer a reader or a match."""

from __future__ import annotations

import html
import re
import unicodedata

from lxml import etree

TITLE_LIMIT = 512  # characters; rapidfuzz on longer strings is quadratic (25 s on 1 MB), no headline comes near it
SUMMARY_LIMIT = 2_000  # characters; a longer "summary" is the whole article and is kept as its body
BODY_LIMIT = 200_000  # bytes of UTF-8: about 30,000 words, beyond the longest magazine pieces
MARKUP_LIMIT = 1_000_000  # characters of markup that are read at all: lxml takes 0.2 s for them

_BREAKS = re.compile(
    r"<(?=/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|section|article|figure|figcaption|dd|dt|hr|pre)\b)",
    re.IGNORECASE,
)
_WITHOUT_TEXT = ("script", "style", "noscript", "template", "iframe", "svg", "math", "object")
# lxml, not nh3: nh3 took 203 s for 200,000 nested divs, lxml 2 ms, as it stops at its depth limit.
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
# Controls, surrogates, soft hyphens, zero-width and bidi marks, tag characters (an invisible alphabet).
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
# The two joiners spell words in Persian and the Indic scripts and hold emoji together; elsewhere they only hide.
_LOOSE_JOINERS = re.compile(
    r"(?<![\u0600-\u0dff\u1000-\u109f\u1780-\u17ff])\u200c|(?<![\u0600-\u0dff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
# No script piles more than a handful of these on a letter; hundreds cover the lines above and below, and one letter so
# heaped was wider than a phone. Unicode's own bound for texts that are streamed is 30.
_PILED_MARKS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{8})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
# Single spaces are as they should be and are not looked at: an article has one for each word.
_SPACE = re.compile(r"\s{2,}|[^\S ]")
_SPACE_IN_LINE = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_LINES = re.compile(r"\s*\n\s*")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


def clean(text: str) -> str:
    """The text without what cannot be seen or hides its neighbours, composed (NFC), white space as it was.

    >>> len(clean("a" + "\\u0489" * 500))
    9
    """
    text = _INVISIBLE.sub("", text)
    if text.isascii():
        return text
    return _PILED_MARKS.sub(r"\1", unicodedata.normalize("NFC", _LOOSE_JOINERS.sub("", text)))


def one_line(text: str) -> str:
    """The text cleaned and on one line.

    >>> one_line(" a\\u200b\\x00b \\n c\\u202e")
    'ab c'
    """
    return _SPACE.sub(" ", clean(text)).strip()


def paragraphs(markup: str) -> str:
    """The text of markup, a line for each block; scripts, styles and frames give nothing.

    >>> paragraphs("<p>One &amp; <b>two</b></p><script>x()</script><p>three")
    'One & two\\nthree'
    """
    text = clean(markup[:MARKUP_LIMIT])
    text = clean(_text_of(text) if "<" in text else html.unescape(text))
    return _LINES.sub("\n", _SPACE_IN_LINE.sub(" ", text)).strip()


def plain_text(markup: str) -> str:
    """The text of markup on one line.

    >>> plain_text("Caf&eacute; <img src=x onerror=alert(1)>opens<br>today")
    'Café opens today'
    """
    return _SPACE.sub(" ", paragraphs(markup))


def cut(text: str, limit: int) -> str:
    """The text in at most `limit` characters, ended on a word border and an ellipsis when something was cut.

    >>> cut("one two three", 9), cut("one", 9), cut("abcdefghij", 5)
    ('one two…', 'one', 'abcd…')
    """
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    border = head.rfind(" ") if not text[limit - 1].isspace() else len(head)
    # A border far back means a script without spaces, or one endless word: cut where the limit is.
    return (head[:border] if border > limit // 2 else head).rstrip() + "…"


def cut_bytes(text: str, limit: int = BODY_LIMIT) -> str:
    """The longest head of a text that fits into `limit` bytes of UTF-8."""
    return text if len(text) * 4 <= limit else text.encode()[:limit].decode(errors="ignore")


def words(text: str) -> list[str]:
    """The words of a text as they are written; scripts without spaces give one for each character.

    >>> words("Port bill: 31 votes, 港")
    ['Port', 'bill', '31', 'votes', '港']
    """
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """How many words a text has; a Chinese or Japanese character counts as one.

    >>> count_words("It's two words"), count_words("新聞 ok")
    (4, 3)
    """
    return len(words(text))


def _text_of(markup: str) -> str:
    tree = etree.fromstring(("<div>" + _BREAKS.sub("\n<", markup)).encode(), parser=_PARSER)
    if tree is None:
        return ""
    etree.strip_elements(tree, *_WITHOUT_TEXT, with_tail=False)
    return "".join(str(piece) for piece in tree.itertext())
