"""What is told to crawlers: the stories and the pages about outlets are theirs to read, the tables and searches not."""

from __future__ import annotations

from typing import Any

from aggregator.site import responses

# A story has the same words whoever rates, and the pages of a comparison are as many as pairs of outlets times days:
# a crawler would ask for all of them, each a question over thousands of rows, and show nobody more.
_TEXT = """\
# Stories, articles, outlets, days and research are open to every crawler that takes its time.
# Please leave alone what is reckoned anew for each question: searches, comparisons of a pair, tables, SQL, files.
# Who wants all of it takes the whole file, /news.db, once a day at most: it asks nothing of the others' pages.
User-agent: *
Disallow: /news
Disallow: /search
Disallow: /compare?
Disallow: /*.csv
Disallow: /*provider=
Disallow: /-/metrics
Crawl-delay: 1
"""


async def robots(request: Any) -> Any:
    """Answers `/robots.txt` (RFC 9309)."""
    return responses.as_text(request, _TEXT, "text/plain; charset=utf-8")
