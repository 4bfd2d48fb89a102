"""AP: the agency whose text others print; no public feed, but a news sitemap, and hubs as section pages."""

from __future__ import annotations

from spiders.base import OutletSpider


class ApSpider(OutletSpider):
    """An article's address ends in 32 hexadecimal digits; its slug may change, they do not."""

    name = "ap"
    article = r"//(?:www\.)?apnews\.com/(?:article|live|video)/[a-z0-9-]*[0-9a-f]{32}$"
    links = ".PagePromo-title, .PageList-items"
    title = "h1.Page-headline"
    authors = ".Page-authors a, .Page-authors span"
    body = ".RichTextStoryBody"
    drop = ".PageListEnhancementGeneric, .HTMLModuleEnhancement, .Enhancement, .Advertisement, .FreeStar"
