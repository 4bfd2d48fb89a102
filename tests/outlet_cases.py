"""Stored pages of outlets that have a spider of their own, and what each must give.

    python -m tests.outlet_cases NAME LISTING=ADDRESS... -- PAGE=ADDRESS...

prints the expected.json of tests/outlets/NAME as the spider reads its files now: listings first, then articles. Read it
before you keep it.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aggregator.crawl.outlets import spider_of
from aggregator.pages import to_draft
from aggregator.times import iso

CASES = Path(__file__).parent / "outlets"
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def expected(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((CASES / name / "expected.json").read_text(encoding="utf-8"))
    return told


def listed(name: str, file: str, url: str) -> list[dict[str, Any]]:
    """What a stored section page or sitemap lists."""
    parsed = spider_of(name).feed_reader()((CASES / name / file).read_bytes(), url, "", NOW)
    return [
        {"url": draft.url, "title": draft.title, "kind": draft.kind.value, "scope": draft.scope.value}
        | ({"published": iso(draft.published)} if draft.published else {})
        for draft in parsed.entries
    ]


def read(name: str, file: str, url: str) -> dict[str, Any]:
    """What a stored article's page tells."""
    page = spider_of(name).page_reader()((CASES / name / file).read_bytes(), url, NOW)
    return {
        "title": page.title,
        "published": iso(page.published) if page.published else None,
        "authors": list(page.authors),
        "language": page.language,
        "section": page.section,
        "scope": page.scope.value,
        "kind": page.kind.value,
        "wire": to_draft(page, url).wire,
        "body_status": page.body_status.value if page.body_status else None,
        "flags": list(page.flags),
        "body": page.body.split("\n"),
    }


def main(name: str, *told: str) -> None:
    border = told.index("--")
    listings, pages = (dict(pair.split("=", 1) for pair in half) for half in (told[:border], told[border + 1 :]))
    case = {
        "listings": {file: {"url": url, "articles": listed(name, file, url)} for file, url in listings.items()},
        "articles": {file: {"url": url} | read(name, file, url) for file, url in pages.items()},
    }
    print(json.dumps(case, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    if len(sys.argv) < 4 or "--" not in sys.argv:
        sys.exit(__doc__)
    main(*sys.argv[1:])
