"""Writes the pages of the newsroom's outlets: articles, watch pages, home pages and pictures."""

from __future__ import annotations

import json
from collections.abc import Iterable

from demo.markup import element, iso, paragraph_html, text
from demo.records import Article, Site
from demo.unmarked import unmarked_story

# What stands in the middle of an article is put after this paragraph.
BOX_AFTER = 2

WORDS = {
    "en": {
        "more": "More from {name}",
        "menu": ("News", "Opinion", "Sport", "Weather", "About us"),
        "foot": "A fictional outlet of the demo newsroom. Any likeness to a real one is an accident.",
    },
    "es": {
        "more": "Más de {name}",
        "menu": ("Noticias", "Opinión", "Deportes", "El tiempo", "Quiénes somos"),
        "foot": "Un medio ficticio de la redacción de muestra. Todo parecido con uno real es casual.",
    },
}


def article_page(site: Site, article: Article, base: str, others: Iterable[Article]) -> str:
    """Writes the page of an article; `others` are the outlet's articles that it links to."""
    related = _related(site, article, base, others)
    if article.video:
        return _document(site, article, base, _watch(article, base) + related)
    if site.page == "unmarked":
        return _document(site, article, base, unmarked_story(site, article, base, related))
    return _document(site, article, base, _story(site, article, base) + related)


def home_page(site: Site, base: str, articles: Iterable[Article]) -> str:
    """Writes a site's home page: its latest headlines, and where its feeds are."""
    links = "\n".join(
        element("li", element("a", text(article.title), href=base + article.target)) for article in articles
    )
    feeds = "".join(
        element("link", rel="alternate", type="application/rss+xml", title=site.name, href=base + feed.path)
        for feed in site.feeds
        if feed.format != "sitemap"
    )
    body = element("main", element("h1", text(site.name)) + element("ul", f"\n{links}\n"))
    return _html(site, element("title", text(site.name)) + feeds, body)


def picture(article: Article) -> str:
    """Draws the picture of an article: a horizon, and a sun whose height depends on the headline."""
    height = 40 + sum(article.title.encode()) % 160
    shapes = (
        '<rect width="640" height="360" fill="#cfd8dc"/>'
        f'<circle cx="460" cy="{height}" r="46" fill="#ffca28"/>'
        '<path d="M0 250q80-30 160 0t160 0 160 0 160 0v110H0z" fill="#37626f"/>'
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">{shapes}</svg>'


def _document(site: Site, article: Article, base: str, body: str) -> str:
    url = base + article.target
    kind = "video.other" if article.video else "article"
    properties = {
        "og:site_name": site.name,
        "og:type": kind,
        "og:title": article.title,
        "og:description": article.summary,
        "og:url": url,
        "og:image": f"{base}/media/{article.slug}.svg",
        "article:published_time": iso(article.published),
        "article:modified_time": iso(article.modified),
        "article:section": article.section,
    }
    head = [
        element("title", text(f"{article.title} | {site.name}")),
        element("link", rel="canonical", href=url),
        element("meta", name="description", content=article.summary),
        element("meta", name="author", content=article.byline),
        *(element("meta", property=key, content=value) for key, value in properties.items()),
    ]
    if site.page != "meta":
        head.append(_json_ld(site, article, url, base))
    return _html(site, "\n".join(head), body)


def _html(site: Site, head: str, body: str) -> str:
    words = WORDS[site.language]
    menu = "".join(element("li", element("a", text(word), href="/")) for word in words["menu"])
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{site.language}"><head><meta charset="utf-8">',
            head,
            "</head><body>",
            f"<header><a href='/'>{text(site.name)}</a><nav><ul>{menu}</ul></nav></header>",
            body,
            f"<footer><p>{text(str(words['foot']))}</p></footer>",
            "</body></html>",
        )
    )


def _json_ld(site: Site, article: Article, url: str, base: str) -> str:
    told: dict[str, object] = {
        "@type": _schema_type(article),
        "mainEntityOfPage": url,
        "url": url,
        "inLanguage": article.language,
        "description": article.summary,
        "articleSection": article.section,
        "author": [{"@type": "Person", "name": article.byline}],
        "publisher": {"@type": "NewsMediaOrganization", "name": site.name, "url": base + "/"},
        "isAccessibleForFree": not article.paywall,
    }
    if article.video:
        told |= {"name": article.title, "uploadDate": iso(article.published), "embedUrl": f"{base}/v/{article.video}"}
        told |= {"thumbnailUrl": f"{base}/media/{article.slug}.svg"}
    else:
        told |= {"headline": article.title, "image": [f"{base}/media/{article.slug}.svg"]}
        told |= {"datePublished": iso(article.published), "dateModified": iso(article.modified)}
    context = {"@context": "https://schema.org"}
    website = {"@type": "WebSite", "name": site.name, "url": base + "/"}
    whole = context | ({"@graph": [website, told]} if site.page == "graph" else told)
    return element("script", json.dumps(whole, ensure_ascii=False).replace("</", "<\\/"), type="application/ld+json")


def _schema_type(article: Article) -> str:
    if article.video:
        return "VideoObject"
    return "OpinionNewsArticle" if article.opinion else "NewsArticle"


def _story(site: Site, article: Article, base: str) -> str:
    paragraphs = [paragraph_html(paragraph) for paragraph in article.body]
    paragraphs[BOX_AFTER:BOX_AFTER] = _boxes(site, article, base)
    paragraphs += _told_of_original(article, base)
    head = "\n".join(
        (
            element("h1", text(article.title)),
            element("p", text(article.summary), class_="standfirst"),
            element("p", _byline(article), class_="byline"),
            *_figures(article.captions[:1], f"{base}/media/{article.slug}.svg"),
        )
    )
    return element("article", "\n".join((head, element("div", "\n".join(paragraphs), class_="article-body"))))


def _told_of_original(article: Article, base: str) -> list[str]:
    """Writes what stands under a machine's summary: a rating, the outlet's site, the piece, and who wrote this."""
    if article.retells is None:
        return []
    address, outlet = article.retells
    port = base.rpartition(":")[2]
    website = element("a", f"http://{outlet}/", href=f"http://{outlet}/")
    host, _, path = address.partition("/")
    piece = element("a", "Original video here.", href=f"http://{host}:{port}/{path}")
    told = ("Media Bias Rating: Lean Left", f"Official website: {website}", piece)
    return [element("p", one) for one in (*told, "This summary has been generated by AI.")]


def _byline(article: Article) -> str:
    moment = element("time", f"{article.published:%d.%m.%Y %H:%M} UTC", datetime=iso(article.published))
    return element("span", text(article.byline), class_="author", rel="author") + " " + moment


def _boxes(site: Site, article: Article, base: str) -> list[str]:
    boxes = []
    if site.newsletter:
        boxes.append(element("aside", element("p", text(site.newsletter)) + _sign_up(), class_="newsletter"))
    return boxes + _figures(article.captions[1:], f"{base}/media/{article.slug}.svg")


def _sign_up() -> str:
    return element("p", "Sign up to our free newsletter.") + element("button", "Sign up")


def _figures(captions: Iterable[str], image: str) -> list[str]:
    return [
        element("figure", f'<img src="{image}" alt="">' + element("figcaption", text(caption))) for caption in captions
    ]


def _related(site: Site, article: Article, base: str, others: Iterable[Article]) -> str:
    links = [
        element("li", element("a", text(other.title), href=base + other.target))
        for other in others
        if other.id != article.id
    ]
    heading = str(WORDS[site.language]["more"]).format(name=site.name)
    return element("aside", element("h2", text(heading)) + element("ul", "".join(links[:4])), class_="related")


def _watch(article: Article, base: str) -> str:
    player = element("div", element("a", "Play", href=f"{base}/v/{article.video}"), class_="player")
    about = element("p", text(article.summary), class_="description")
    return element("main", "\n".join((element("h1", text(article.title)), player, about)))
