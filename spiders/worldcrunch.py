"""Worldcrunch: a magazine that publishes other outlets' articles in English; locked after a few, with offers between."""

from __future__ import annotations

from spiders.base import OutletSpider


class WorldcrunchSpider(OutletSpider):
    """An article is /SECTION/SLUG; below it, on the same page, begins the next one."""

    name = "worldcrunch"
    article = r"//(?:www\.)?worldcrunch\.com/(?!tag/|author/|u/|page/|search/|st/|community/)[a-z-]+/[a-z0-9-]{8,}/?$"
    # The first widget is the article that was asked for; the ones after it are "Keep reading" teasers of others.
    title = ".widget:first-of-type h1.widget__headline"
    authors = ".widget:first-of-type .social-author__name"
    body = ".widget:first-of-type .body-description"
    drop = ".subscription-teaser, .newsletter-signup, .article-paywall, .infinite-scroll-wrapper"
