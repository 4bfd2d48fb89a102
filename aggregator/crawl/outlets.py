"""Scrapy's spiders by the kind of feed that they read, for those who have a stored answer and no crawl."""

from __future__ import annotations

import re
from typing import Any

import cssselect
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from aggregator.crawl import settings as ours
from aggregator.datafiles import did_you_mean
from aggregator.errors import UsageError
from aggregator.ratings import KINDS, known_kinds

_SHARED = dict(zip(KINDS, ("feeds", "sitemaps"), strict=True))
_SELECTORS = ("links", "title", "authors", "body", "drop")


def spider_of(kind: str) -> Any:
    """The spider class whose readers a kind of feed has (spiders/feeds.py); its hook points are sound.

    Raises UsageError for an unknown kind, and for a spider that cannot work.
    """
    known = known_kinds()
    if kind not in known:
        raise UsageError(f'no spider reads "{kind}"{did_you_mean(kind, known)}: use one of {", ".join(known)}')
    settings = Settings()
    settings.setmodule(ours)
    try:
        spider = get_spider_loader(settings).load(_SHARED.get(kind, kind))
    except Exception as error:  # whatever a spider's file holds, it is its writer who asks
        raise UsageError("the spiders cannot be loaded", "spiders", error) from error
    if kind not in KINDS:
        _check(spider)
    return spider


def _check(spider: Any) -> None:
    resource = f"spiders/{spider.name}.py"
    if missing := [name for name in ("host", "article") if not getattr(spider, name, "")]:
        raise UsageError(f"{' and '.join(missing)} must be set", resource)
    try:
        re.compile(spider.article)
    except re.error as error:
        raise UsageError(f"article = {spider.article!r} is no regular expression", resource, error) from error
    for name in _SELECTORS:
        try:
            cssselect.parse(getattr(spider, name) or "*")
        except cssselect.SelectorError as error:
            raise UsageError(f"{name} = {getattr(spider, name)!r} is no CSS selector", resource, error) from error
