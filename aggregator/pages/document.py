"""A page's bytes as a tree, with limits: what is larger is not read."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

MAX_PAGE = 8 * 1024 * 1024  # bytes; real article pages reach 2 MB, beyond lies a dump
MAX_HEAD = 256 * 1024  # bytes
MAX_TAGS = 60_000  # opening and closing; real pages stay under 20,000, trafilatura takes 13 s for 200,000 links

_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
# Browsers read Latin-1 as Windows-1252, whatever the page calls it (https://encoding.spec.whatwg.org).
_BROWSER_NAMES = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "ascii": "windows-1252", "gb2312": "gb18030"}
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class TooLargeError(ValueError):
    """A page beyond the limits of this module."""


def tree_of(body: bytes) -> HtmlElement | None:
    """The tree of a page; None when there is no element in it. Raises TooLargeError beyond the limits."""
    if len(body) > MAX_PAGE:
        raise TooLargeError(f"{len(body)} bytes, over the limit of {MAX_PAGE}")
    if (tags := body.count(b"<")) > MAX_TAGS:
        raise TooLargeError(f"{tags} tags, over the limit of {MAX_TAGS}")
    text = _XML_DECLARATION.sub("", decoded(body)).replace("\x00", "")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None
    return tree if isinstance(tree, HtmlElement) else None


def head_of(body: bytes) -> HtmlElement | None:
    """The tree of a page's head alone, for a page that is too large to be read."""
    head = body[:MAX_HEAD]
    place = head.lower().find(b"<body")
    head = head[:place] if place > 0 else head
    return tree_of(head) if head.count(b"<") <= MAX_TAGS else None


def decoded(body: bytes) -> str:
    """A page as text: by its byte order mark, as UTF-8 where it is that, else as it declares."""
    for mark, encoding in _BOMS.items():
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode(_declared(body), "replace")


def _declared(body: bytes) -> str:
    match = _CHARSET.search(body[:4096])
    name = match[1].decode("ascii").lower() if match else "windows-1252"
    name = _BROWSER_NAMES.get(name, name)
    try:
        return name if b"a".decode(name) == "a" else "utf-8"
    except (LookupError, UnicodeError):  # a name that no codec has, or a codec that is no character set
        return "utf-8"
