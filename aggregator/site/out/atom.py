"""Atom 1.0 (RFC 4287), built as a tree: what a headline holds can't become markup."""

from __future__ import annotations

from lxml import etree

from aggregator import __version__
from aggregator.site.out.feed import Entry, Feed, Person, address, clean

NAMESPACE = "http://www.w3.org/2005/Atom"
_TYPE = "application/atom+xml"
CONTENT_TYPE = f"{_TYPE}; charset=utf-8"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# The words of our own are English, whatever the language of dates is.
_OURS = "en"


def atom(feed: Feed) -> str:
    """Writes a feed."""
    root = etree.Element(f"{{{NAMESPACE}}}feed", {_LANG: _OURS}, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    _add(root, "id", address(feed.id))
    _add(root, "title", clean(feed.title))
    _add(root, "updated", feed.updated)
    _link(root, "self", feed.self_address, _TYPE)
    _link(root, "alternate", feed.page)
    if feed.next:
        _link(root, "next", feed.next, _TYPE)
    _author(root, feed.author)
    if feed.note:
        _add(root, "subtitle", clean(feed.note))
    _add(root, "rights", clean(feed.rights))
    _add(root, "generator", "aggregator", version=__version__)
    for entry in feed.entries:
        _entry(root, entry)
    etree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _entry(root: etree._Element, entry: Entry) -> None:
    under = _add(root, "entry")
    _add(under, "id", address(entry.id))
    _add(under, "title", clean(entry.title)).set(_LANG, entry.language or "und")
    _add(under, "updated", entry.updated)
    if entry.published:
        _add(under, "published", entry.published)
    _link(under, "alternate", entry.link)
    for one in entry.related:
        _link(under, "related", one)
    if entry.author:
        _author(under, entry.author)
    _add(under, "content", clean(entry.text), type="text")


def _author(under: etree._Element, person: Person) -> None:
    author = _add(under, "author")
    _add(author, "name", clean(person.name))
    if person.uri:
        _add(author, "uri", address(person.uri))
    if person.email:
        _add(author, "email", clean(person.email))


def _link(under: etree._Element, relation: str, href: str, content_type: str = "text/html") -> None:
    _add(under, "link", rel=relation, type=content_type, href=address(href))


def _add(under: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    made = etree.SubElement(under, f"{{{NAMESPACE}}}{name}", attributes)
    made.text = text
    return made
