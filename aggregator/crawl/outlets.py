"""Scrapy's spiders by the kind of feed that they read, for those who have a stored answer and no crawl."""

from __future__ import annotations

from typing import Any

from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from aggregator.crawl import settings as ours
from aggregator.datafiles import did_you_mean
from aggregator.errors import UsageError
from aggregator.ratings import KINDS
from aggregator.resources import outlet_spiders

_SHARED = dict(zip(KINDS, ("feeds", "sitemaps"), strict=True))


def spider_of(kind: str) -> Any:
    """The spider class whose readers a kind of feed has (spiders/feeds.py). Raises UsageError for an unknown kind."""
    known = (*KINDS, *sorted(outlet_spiders()))
    if kind not in known:
        raise UsageError(f'no spider reads "{kind}"{did_you_mean(kind, known)}: use one of {", ".join(known)}')
    settings = Settings()
    settings.setmodule(ours)
    return get_spider_loader(settings).load(_SHARED.get(kind, kind))
