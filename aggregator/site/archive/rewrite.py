"""Makes a page of the site one of the archive: links lead from file to file, and what needs a server says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree, html

from aggregator.site.archive.places import (
    DATA_ADDRESS,
    DATA_FILE,
    DATA_PAGE,
    Question,
    absolute,
    question_of,
    relative,
    table_of,
)

_POLICY = "script-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'"
LEFT_OUT = "not in this archive"
FORM_NOTE = ("Search and filters need the site itself; all that they would find is in ", ("the data", DATA_PAGE), ".")


@dataclass(frozen=True, slots=True)
class Archived:
    """What a page of an archive may link to.

    `find` gives the file of an address that is in it, `anchors` are the tables that the page of the data tells of,
    `note` stands at the top of each page, words and links, and `address` is the live site's, '' for none.
    """

    find: Callable[[str], str | None]
    anchors: frozenset[str]
    note: Sequence[str | tuple[str, str]]
    address: str


def links_of(body: bytes, page: str) -> Iterator[str]:
    """Yields the addresses on the site that a page links to, its stylesheets and other forms among them."""
    for element in _parsed(body).iter("a", "link"):
        href = element.get("href")
        if href and not href.startswith("#") and (address := absolute(href, page)):
            yield address


def rewritten(body: bytes, address: str, file: str, archived: Archived) -> bytes:
    """Returns a page as it stands in the archive; `address` is where it stood on the site, `file` where it stands."""
    document = _parsed(body)
    for element in list(document.iter("a", "link")):
        _lead(element, address, file, archived)
    for form in list(document.iter("form")):
        _replace(form, _paragraph("quiet", FORM_NOTE, file))
    document.find("head").insert(
        1, etree.Element("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    )
    document.find(".//main").insert(0, _paragraph("note archive-note", archived.note, file))
    told: bytes = html.tostring(document, encoding="utf-8", doctype="<!doctype html>")
    return told + b"\n"


def _parsed(body: bytes) -> html.HtmlElement:
    return html.document_fromstring(body, parser=html.HTMLParser(encoding="utf-8"))


def _lead(element: html.HtmlElement, address: str, file: str, archived: Archived) -> None:
    """Turns a link to the file that it leads to; one that leads nowhere in the archive becomes plain words."""
    href = element.get("href")
    if element.tag == "link" and element.get("rel") == "canonical":
        _canonical(element, address, archived)
        return
    if href is None or href.startswith("#") or (asked := absolute(href, address)) is None:
        return
    target, _, fragment = asked.partition("#")
    if found := _found(target, archived):
        place, mark = found if isinstance(found, tuple) else (found, fragment)
        element.set("href", relative(place, file) + (f"#{mark}" if mark else ""))
        if question := question_of(target):
            _tell_values(element, question)
    elif element.tag == "link":
        element.getparent().remove(element)
    else:
        element.tag = "span"
        for name in list(element.attrib):
            if name not in ("class", "dir", "lang"):
                del element.attrib[name]
        element.set("class", f"{element.get('class') or ''} left-out".strip())
        element.set("title", LEFT_OUT)


def _found(target: str, archived: Archived) -> str | tuple[str, str] | None:
    """Returns the file of an address, with a mark in it where there is one."""
    if target.partition("?")[0] == DATA_ADDRESS:
        return DATA_FILE
    if question := question_of(target):
        return question.file
    if (table := table_of(target)) is not None:
        return DATA_PAGE, table if table in archived.anchors else ""
    return archived.find(target)


def _canonical(element: html.HtmlElement, address: str, archived: Archived) -> None:
    """Names the living page, where the site has an address; otherwise there is no other page to name."""
    if archived.address:
        element.set("href", archived.address + address)
    else:
        element.getparent().remove(element)


def _tell_values(element: html.HtmlElement, question: Question) -> None:
    if question.values:
        element.set("title", "with " + ", ".join(f"{key} = {value}" for key, value in question.values))


def _paragraph(kind: str, parts: Sequence[str | tuple[str, str]], file: str) -> html.HtmlElement:
    """Makes a paragraph of words, and of pairs of words and the file that they lead to."""
    paragraph = etree.Element("p", {"class": kind})
    for part in parts:
        if isinstance(part, tuple):
            anchor = etree.SubElement(paragraph, "a", {"href": relative(part[1], file)})
            anchor.text = part[0]
        elif len(paragraph):
            paragraph[-1].tail = part
        else:
            paragraph.text = part
    return paragraph


def _replace(old: html.HtmlElement, new: html.HtmlElement) -> None:
    new.tail = old.tail
    old.getparent().replace(old, new)
