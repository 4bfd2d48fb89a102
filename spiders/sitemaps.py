"""NewsSitemapSpider: Google-News sitemaps, for outlets without a useful feed."""

from __future__ import annotations

from typing import ClassVar

from aggregator.feeds import parse_sitemap
from aggregator.models import DueFeed
from spiders.feeds import FeedReader, FeedSpider


class NewsSitemapSpider(FeedSpider):
    """Reads the rows of kind `sitemap`: a news sitemap, packed or not, or an index of some.

    Title, date, language and publication come from the sitemap, at most two days old; pages are read where the row asks
    for them.
    """

    name = "sitemaps"
    kind: ClassVar[str] = "sitemap"
    accept: ClassVar[str] = "application/xml,text/xml,application/gzip;q=0.9,*/*;q=0.5"

    @classmethod
    def feed_reader(cls) -> FeedReader:
        return parse_sitemap

    def polls(self, feed: DueFeed) -> bool:
        return feed.kind == self.kind
