"""DW: a broadcaster in thirty languages; what an address is stands in its last part: a- article, av- video, t- topic."""

from __future__ import annotations

from spiders.base import OutletSpider


class DwSpider(OutletSpider):
    """The classes of DW's pages are made by a program and change; these, which its own styles rely on, have stayed."""

    name = "dw"
    article = r"//(?:www\.)?dw\.com/(?:[a-z-]+/)+(?:a|av|live)-\d{6,}$"
    links = ".teaser, .content-block"
    authors = "header .author-details .author"
    body = ".rich-text"
    drop = ".internal-link, .rich-text-ad, .feedback, .vjs-wrapper"
