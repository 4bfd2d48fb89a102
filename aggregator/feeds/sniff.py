"""What a body plainly is, before a slow parser sees it: feedparser makes an empty feed of a login page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

_HEAD = 4096  # bytes; a page names itself in its first line, a feed's root follows a prolog and a comment or two
_BOMS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
_HTML = re.compile(r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(r"<(?:[a-z]+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)


class FormKind(Enum):
    XML = auto()
    JSON = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Form:
    kind: FormKind
    message: str = ""


def form_of(body: bytes) -> Form:
    """Whether a body is for the XML reader, for the JSON reader, or for neither."""
    head = decoded(body[:_HEAD]).lstrip("\ufeff\x00 \t\r\n")
    if not head:
        return Form(FormKind.OTHER, "the body is empty" if not body.strip(b"\x00 \t\r\n") else "the body is not text")
    if head.startswith(("{", "[")):
        return Form(FormKind.JSON)
    if "<" not in head:
        return Form(FormKind.OTHER, "plain text, no markup")
    if _HTML.match(head) and not _FEED.search(head):
        return Form(FormKind.OTHER, "an HTML page")
    return Form(FormKind.XML)


def decoded(body: bytes) -> str:
    """The body as text by its byte order mark, or the place of its NULs, else UTF-8 with replacements."""
    for mark, encoding in _BOMS.items():
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    if body[:2] == b"<\x00" or body[:2] == b"{\x00":
        return body.decode("utf-16-le", "replace")
    if body[:2] == b"\x00<" or body[:2] == b"\x00{":
        return body.decode("utf-16-be", "replace")
    return body.decode("utf-8", "replace")
