"""AP: the agency whose text others print; it has no public feed, but a news sitemap, and hubs as section pages."""

from __future__ import annotations

from spiders.base import OutletSpider


class ApSpider(OutletSpider):
    """An article's address ends in 32 hexadecimal digits; the slug before them may change."""

    name = "ap"
    host = "apnews.com"
    article = r"/(?:article|video)/[a-z0-9-]*[0-9a-f]{32}"
    links = ".PagePromo-title"
    title = "h1.Page-headline"
    authors = ".Page-authors"
    body = ".RichTextStoryBody"
    drop = ".PageListEnhancementGeneric, .HTMLModuleEnhancement, .Infobox"
