"""A page read field by field, from what it tells machines and what it shows readers."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from aggregator import text
from aggregator.kinds import is_machine_media, lines_of_tree, told_of, without_lines, without_words
from aggregator.models import BodyStatus, MediaKind, ParsedPage
from aggregator.pages.authors import authors_of
from aggregator.pages.body import body_of
from aggregator.pages.dates import published_of
from aggregator.pages.document import TooLargeError, head_of, tree_of
from aggregator.pages.robots import meta_forbids, meta_snippet
from aggregator.pages.selectors import Selectors, headline_at, lines_at, take_out
from aggregator.pages.status import has_paywall_line, status_of
from aggregator.pages.structured import ARTICLE_TYPES, VIDEO_TYPES, Structured, first_string, read_structured
from aggregator.pages.titles import headline
from aggregator.pages.trail import Trail
from aggregator.pages.unshown import unshown_of, without_unshown
from aggregator.urls import canonical_url


def read_page(html: bytes, url: str, now: datetime | None, selectors: Selectors, trail: Trail) -> ParsedPage:
    """What a page tells; `trail` gets what was taken out on the way. Raises what the libraries raise on odd markup."""
    flags: tuple[str, ...] = ()
    try:
        tree = tree_of(html)
    except TooLargeError:
        tree, flags = head_of(html), ("too_large",)
    if tree is None:
        return ParsedPage(body_status=BodyStatus.SUSPECT, flags=("empty_page",))
    take_out(tree, selectors.drop, trail)
    data = read_structured(tree)
    title = headline_at(tree, selectors.title) or headline(tree, data, url)
    published, raw, date_flags = published_of(tree, data, url, now)
    authors = text.author_names(lines_at(tree, selectors.authors)) or authors_of(tree, data)
    paywall_line = has_paywall_line(tree)
    language = _language(tree, data)
    address = _own_address(tree, data, url)
    lines = lines_of_tree(tree)
    marked = unshown_of(tree)
    body = "" if flags else body_of(tree, data, title, url, selectors.body, trail)  # last: it takes the tree apart
    told = told_of(lines, text.count_words(body), url, _is_machines(data), _is_video(data))
    body, unshown = without_unshown(without_lines(body, told.notices), marked, trail)
    trail.lines.extend((line, "how the text was made, or whose it is about") for line in told.notices)
    status, trail.status = status_of(body, data, paywall_line)
    sections = sections_of(data)
    summary = data.string("description") or text.plain_text(data.meta("og:description", "description"))
    summary = without_words(summary, told.notices)
    return ParsedPage(
        url=address,
        title=title,
        published=published,
        published_raw=raw,
        authors=authors,
        body=text.cut_bytes(body),
        body_status=status,
        summary=text.cut(summary, text.SUMMARY_LIMIT) or None,
        language=language,
        section=text.cut(sections[0], 100) if sections else None,
        scope=text.scope_of(url, sections, title, data.types),
        kind=MediaKind.VIDEO if _is_video(data) else MediaKind.TEXT,
        image=canonical_url(_image(data), base=url) or None,
        flags=flags
        + date_flags
        + (("noarchive",) if meta_forbids(data) else ())
        + tuple(dict.fromkeys(meta_snippet(data) + unshown)),
        word_count=text.count_words(body),
        text_kind=told.kind if body else None,
        original=told.original,
        about=told.about,
        printed_ratings=told.printed,
        notices=told.notices,
    )


def _own_address(tree: HtmlElement, data: Structured, url: str) -> str | None:
    """The canonical link, unless it is a front page's, which a broken template gives to every article."""
    links = [link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for candidate in (*links[:1], data.meta("og:url")):
        address = canonical_url(candidate, base=url) if candidate else ""
        if address and urlsplit(address).path.strip("/"):
            return address
    return canonical_url(url) or None


def _language(tree: HtmlElement, data: Structured) -> str | None:
    told = (tree.get("lang"), data.string("inLanguage"), data.meta("og:locale", "content-language", "language"))
    return next(filter(None, map(text.language_code, told)), None)


def sections_of(data: Structured) -> list[str]:
    """The sections under which a page says that it is filed."""
    raw = data.article.get("articleSection")
    told = [first_string(section) for section in (raw if isinstance(raw, list) else [raw])[:5]]
    told.append(text.one_line(data.meta("article:section", "og:article:section", "section", "parsely-section")))
    return [section for section in told if section]


def _image(data: Structured) -> str:
    image = data.article.get("image")
    image = image[0] if isinstance(image, list) and image else image
    address = image.get("url") if isinstance(image, dict) else image
    return data.meta("og:image", "og:image:url", "twitter:image") or (address if isinstance(address, str) else "")


def _is_machines(data: Structured) -> bool:
    """Whether the page tells machines that a machine wrote its text; of a video it would speak of the pictures."""
    told = data.article.get("digitalSourceType")
    told = told.get("@id") if isinstance(told, dict) else told
    of_text = bool(ARTICLE_TYPES.intersection(data.types))
    named = first_string(told) if of_text else ""
    return is_machine_media(named or data.meta("digitalsourcetype", "iptc4xmpext:digitalsourcetype"))


def _is_video(data: Structured) -> bool:
    return data.meta("og:type").lower().startswith("video") or bool(VIDEO_TYPES.intersection(data.types))
