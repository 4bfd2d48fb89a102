"""Writes a feed in the format and with the habits of its outlet."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from demo.load import number_of
from demo.markup import cdata, element, iso, paragraphs_html, rfc822, text
from demo.records import Article, Feed, Site

CONTENT_TYPES = {
    "rss20": "application/rss+xml",
    "rss092": "text/xml",
    "rdf10": "application/rdf+xml",
    "atom10": "application/atom+xml",
    "json11": "application/feed+json",
    "youtube": "text/xml",
    "sitemap": "application/xml",
}


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed with what it shows; `base` is `http://host:port`, `sources` maps a copy's id to the outlet it is from."""

    feed: Feed
    site: Site
    base: str
    articles: tuple[Article, ...]
    sources: Mapping[str, Site]
    updated: datetime

    def link(self, article: Article) -> str:
        root = "" if self.feed.relative else self.base
        return root + article.target + (f"?{self.feed.tracking}" if self.feed.tracking else "")

    def image(self, article: Article) -> str:
        return f"{self.base}/media/{article.slug}.svg"


def write_feed(view: FeedView) -> bytes:
    """Writes the feed as the bytes that its server sends."""
    written = _WRITERS[view.feed.format](view)
    if view.feed.format == "json11":
        return written.encode()
    head = f'<?xml version="1.0" encoding="{view.feed.encoding}"?>\n'
    return (head + written + "\n").encode(view.feed.encoding, "xmlcharrefreplace")


def _rss20(view: FeedView) -> str:
    items = "\n".join(_rss20_item(view, article) for article in view.articles)
    head = _channel_head(view) + element("lastBuildDate", rfc822(view.updated, view.feed.zone_hours))
    return element(
        "rss",
        element("channel", f"{head}\n{items}\n"),
        version="2.0",
        xmlns__dc="http://purl.org/dc/elements/1.1/",
        xmlns__content="http://purl.org/rss/1.0/modules/content/",
        xmlns__media="http://search.yahoo.com/mrss/",
    )


def _rss20_item(view: FeedView, article: Article) -> str:
    link = view.link(article)
    guid = _guid(view, article)
    parts = [
        element("title", text(article.title)),
        element("link", text(link)),
        element("guid", text(guid), isPermaLink="false") if view.feed.guid else element("guid", text(link)),
        element("pubDate", rfc822(article.published, view.feed.zone_hours)),
        element("dc__creator", cdata(article.byline)),
        element("category", cdata(article.section)),
        element("description", cdata(article.summary)),
        element("media__thumbnail", url=view.image(article), width="640", height="360"),
        _source(view, article),
    ]
    if view.feed.full:
        parts.append(element("content__encoded", cdata(paragraphs_html(article))))
    return element("item", "".join(parts))


def _rss092(view: FeedView) -> str:
    items = "\n".join(
        element(
            "item",
            element("title", text(article.title))
            + element("link", text(view.link(article)))
            + element("description", text(article.summary))
            + element("category", text(article.section))
            + _source(view, article),
        )
        for article in view.articles
    )
    return element("rss", element("channel", f"{_channel_head(view)}\n{items}\n"), version="0.92")


def _channel_head(view: FeedView) -> str:
    return "".join(
        (
            element("title", text(view.site.name)),
            element("link", text(view.base + "/")),
            element("description", text(f"The latest from {view.site.name}")),
            element("language", view.site.language),
        )
    )


def _source(view: FeedView, article: Article) -> str:
    origin = view.sources.get(article.id)
    if origin is None:
        return ""
    return element("source", text(origin.name), url=f"http://{origin.host}{origin.feeds[0].path}")


def _rdf10(view: FeedView) -> str:
    listed = "".join(element("rdf__li", rdf__resource=view.link(article)) for article in view.articles)
    channel = element(
        "channel",
        element("title", text(view.site.name))
        + element("link", text(view.base + "/"))
        + element("description", text(f"The latest from {view.site.name}"))
        + element("dc__language", view.site.language)
        + element("items", element("rdf__Seq", listed)),
        rdf__about=view.base + view.feed.path,
    )
    items = "\n".join(_rdf10_item(view, article) for article in view.articles)
    return element(
        "rdf__RDF",
        f"{channel}\n{items}\n",
        xmlns__rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        xmlns="http://purl.org/rss/1.0/",
        xmlns__dc="http://purl.org/dc/elements/1.1/",
    )


def _rdf10_item(view: FeedView, article: Article) -> str:
    link = view.link(article)
    return element(
        "item",
        element("title", text(article.title))
        + element("link", text(link))
        + element("description", text(article.summary))
        + element("dc__creator", text(article.byline))
        + element("dc__subject", text(article.section))
        + element("dc__date", iso(article.published)),
        rdf__about=link,
    )


def _atom10(view: FeedView) -> str:
    entries = "\n".join(_atom10_entry(view, article) for article in view.articles)
    head = "".join(
        (
            element("title", text(view.site.name)),
            element("id", f"tag:{view.site.host},2019:{view.feed.path}"),
            element("link", rel="alternate", type="text/html", href=view.base + "/"),
            element("link", rel="self", type="application/atom+xml", href=view.base + view.feed.path),
            element("updated", iso(view.updated)),
        )
    )
    base = {"xml__base": view.base + "/"} if view.feed.relative else {}
    attributes = {"xmlns": "http://www.w3.org/2005/Atom", "xml__lang": view.site.language} | base
    return element("feed", f"{head}\n{entries}\n", **attributes)


def _atom10_entry(view: FeedView, article: Article) -> str:
    parts = [
        element("title", text(article.title), type="text"),
        element("id", _atom_id(view, article)),
        element("link", rel="alternate", type="text/html", href=view.link(article)),
        element("published", iso(article.published)),
        element("updated", iso(article.modified)),
        element("author", element("name", text(article.byline))),
        element("category", term=article.section),
        element("summary", text(element("p", text(article.summary))), type="html"),
    ]
    if view.feed.full:
        parts.append(element("content", text(paragraphs_html(article)), type="html"))
    return element("entry", "".join(parts))


def _youtube(view: FeedView) -> str:
    channel = str(view.site.channel)
    author = element("author", element("name", text(view.site.name)) + element("uri", f"{view.base}/channel/{channel}"))
    head = "".join(
        (
            element("link", rel="self", href=view.base + view.feed.path),
            element("id", f"yt:channel:{channel[2:]}"),
            element("yt__channelId", channel),
            element("title", text(view.site.name)),
            element("link", rel="alternate", href=f"{view.base}/channel/{channel}"),
            author,
            element("published", "2014-03-03T10:00:00+00:00"),
        )
    )
    entries = "\n".join(_youtube_entry(view, article, channel, author) for article in view.articles)
    return element(
        "feed",
        f"{head}\n{entries}\n",
        xmlns__yt="http://www.youtube.com/xml/schemas/2015",
        xmlns__media="http://search.yahoo.com/mrss/",
        xmlns="http://www.w3.org/2005/Atom",
    )


def _youtube_entry(view: FeedView, article: Article, channel: str, author: str) -> str:
    video = str(article.video)
    embed = f"{view.base}/v/{video}?version=3"
    group = "".join(
        (
            element("media__title", text(article.title)),
            element("media__content", url=embed, type="application/x-shockwave-flash", width="640", height="390"),
            element("media__thumbnail", url=view.image(article), width="480", height="360"),
            element("media__description", text(article.summary)),
            element("media__community", element("media__statistics", views=str(number_of(article.slug)))),
        )
    )
    return element(
        "entry",
        element("id", f"yt:video:{video}")
        + element("yt__videoId", video)
        + element("yt__channelId", channel)
        + element("title", text(article.title))
        + element("link", rel="alternate", href=view.link(article))
        + author
        + element("published", f"{article.published:%Y-%m-%dT%H:%M:%S+00:00}")
        + element("updated", f"{article.modified:%Y-%m-%dT%H:%M:%S+00:00}")
        + element("media__group", group),
    )


def _json11(view: FeedView) -> str:
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": view.site.name,
            "home_page_url": view.base + "/",
            "feed_url": view.base + view.feed.path,
            "language": view.site.language,
            "items": [_json11_item(view, article) for article in view.articles],
        },
        ensure_ascii=False,
        indent=1,
    )


def _json11_item(view: FeedView, article: Article) -> dict[str, object]:
    return {
        "id": _guid(view, article),
        "url": view.link(article),
        "title": article.title,
        "summary": article.summary,
        "content_html": paragraphs_html(article),
        "date_published": iso(article.published),
        "date_modified": iso(article.modified),
        "authors": [{"name": article.byline}],
        "tags": [article.section],
        "image": view.image(article),
    }


def _guid(view: FeedView, article: Article) -> str:
    return view.feed.guid.format(number=number_of(article.slug)) if view.feed.guid else view.link(article)


def _atom_id(view: FeedView, article: Article) -> str:
    return f"tag:{view.site.host},2019:{number_of(article.slug)}"


def _sitemap(view: FeedView) -> str:
    entries = "\n".join(_sitemap_entry(view, article) for article in view.articles)
    return element(
        "urlset",
        f"\n{entries}\n",
        xmlns="http://www.sitemaps.org/schemas/sitemap/0.9",
        xmlns__news="http://www.google.com/schemas/sitemap-news/0.9",
        xmlns__image="http://www.google.com/schemas/sitemap-image/1.1",
    )


def _sitemap_entry(view: FeedView, article: Article) -> str:
    publication = element("news__name", text(view.site.name)) + element("news__language", view.site.language)
    told = (
        element("news__publication", publication)
        + element("news__publication_date", iso(article.published))
        + element("news__title", text(article.title))
    )
    return element(
        "url",
        element("loc", text(view.link(article)))
        + element("lastmod", iso(article.modified))
        + element("news__news", told)
        + element("image__image", element("image__loc", text(view.image(article)))),
    )


_WRITERS: dict[str, Callable[[FeedView], str]] = {
    "rss20": _rss20,
    "rss092": _rss092,
    "rdf10": _rdf10,
    "atom10": _atom10,
    "json11": _json11,
    "youtube": _youtube,
    "sitemap": _sitemap,
}
