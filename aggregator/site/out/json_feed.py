"""JSON Feed 1.1 (jsonfeed.org/version/1.1), of the same entries as Atom."""

from __future__ import annotations

import json

from aggregator.site.out.feed import Entry, Feed, Person, address, clean

VERSION = "https://jsonfeed.org/version/1.1"
CONTENT_TYPE = "application/feed+json; charset=utf-8"


def json_feed(feed: Feed) -> str:
    """Writes a feed; what JSON Feed has no field for stands under a name of ours, as it allows."""
    told = {
        "version": VERSION,
        "title": clean(feed.title),
        "home_page_url": address(feed.page),
        "feed_url": address(feed.self_address),
        **({"next_url": address(feed.next)} if feed.next else {}),
        "language": "en",
        "authors": [_author(feed.author)],
        "_aggregator": {"rights": clean(feed.rights)},
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, object]:
    return {
        "id": address(entry.id),
        "url": address(entry.link),
        "title": clean(entry.title),
        "content_text": clean(entry.text),
        **({"date_published": entry.published} if entry.published else {}),
        "date_modified": entry.updated,
        **({"authors": [_author(entry.author)]} if entry.author else {}),
        **({"language": entry.language} if entry.language else {}),
        **({"_aggregator": {"related": [address(one) for one in entry.related]}} if entry.related else {}),
    }


def _author(person: Person) -> dict[str, str]:
    return {"name": clean(person.name), **({"url": address(person.uri)} if person.uri else {})}
