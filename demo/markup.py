"""Small helpers to write XML and HTML."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from demo.records import Article


def element(name: str, content: str = "", /, **attributes: str) -> str:
    """Writes an element whose content is markup already; `dc__date` is written `dc:date`, `class_` as `class`.

    >>> element("dc__creator", text("A & B"), xml__lang="en")
    '<dc:creator xml:lang="en">A &amp; B</dc:creator>'
    """
    written = "".join(f" {_name(key)}={quoteattr(value)}" for key, value in attributes.items())
    tag = _name(name)
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def text(value: str) -> str:
    """Escapes plain text."""
    return escape(value)


def cdata(value: str) -> str:
    """Wraps markup in a CDATA section, as many feeds carry their HTML."""
    return f"<![CDATA[{value}]]>"


def paragraph_html(paragraph: str) -> str:
    """Writes a paragraph, or a subhead where it begins with `## `."""
    subhead = paragraph.removeprefix("## ")
    return element("p" if subhead == paragraph else "h3", text(subhead))


def paragraphs_html(article: Article) -> str:
    """Writes an article's text as HTML paragraphs."""
    return "\n".join(paragraph_html(paragraph) for paragraph in article.body)


def rfc822(moment: datetime, zone_hours: int = 0) -> str:
    """Writes a time as RSS does.

    >>> rfc822(datetime.fromisoformat("2026-11-23T23:30:00+00:00"), 1)
    'Tue, 24 Nov 2026 00:30:00 +0100'
    """
    return format_datetime(moment.astimezone(timezone(timedelta(hours=zone_hours))))


def iso(moment: datetime) -> str:
    """Writes a UTC time to the second, with Z."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _name(key: str) -> str:
    return key.rstrip("_").replace("__", ":")
