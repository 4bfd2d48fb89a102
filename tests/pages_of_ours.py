"""Every page of ours, and Datasette's, as the tests that look at each of them visit them.

A new page is added here once, and is looked at in light and dark, wide and narrow, by keyboard and by axe;
test_pages_of_ours.py fails for a route that has none.
"""

from __future__ import annotations

from aggregator.site.documents import DOCUMENTS, FIRST
from aggregator.site.out.routes import ROUTES as FILES
from aggregator.site.research import QUESTIONS
from tests.site_fixtures import FERRY, HARBOUR, LONE, OLD, PORT, RESERVOIR, VOTING

# name -> path, of the newsroom of tests/site_fixtures.py
PAGES = {
    "home": "/",
    "home, chosen": "/?language=ar&side=left",
    "home, nothing found": "/?language=fr",
    "search": "/search",
    "search, found": "/search?q=senate",
    "search, stories": "/search?q=senate&show=stories",
    "search, nothing found": "/search?q=zeppelin",
    "home, a day": "/?day=2026-11-20",
    "home, other ratings": "/?provider=MBFC",
    "story": f"/story/{HARBOUR}",
    "story, other ratings": f"/story/{HARBOUR}?provider=MBFC",
    "story, long words": f"/story/{FERRY}",
    "story, a blindspot": f"/story/{RESERVOIR}",
    "story, older": f"/story/{VOTING}",
    "story, hostile": f"/story/{OLD}",
    "story, of one article": f"/story/{LONE}",
    "article": "/article/1",
    "article, a reprint": "/article/5",
    "compare": "/compare",
    "compare, outlets": "/compare?a=courier.example&b=tidewater.example",
    "compare, sides": "/compare?a=left&b=right",
    "compare, a list": "/compare?a=left&b=right&show=own-own",
    "dictionary": "/dictionary",
    "dictionary, searched": "/dictionary?q=lean",
    "dictionary, a table": "/dictionary/articles",
    "digest": "/digest",
    "digest, a day": "/digest?day=2026-11-20",
    "digest, other ratings": "/digest?provider=MBFC",
    "storyline": f"/storyline/{PORT}",
    "storyline, other ratings": f"/storyline/{PORT}?provider=MBFC",
    "storylines": "/storylines",
    "storylines, nothing found": "/storylines?from=2030-01-01",
    "blindspots": "/blindspots",
    "blindspots, a day": "/blindspots?day=2026-11-20",
    "outlets": "/outlets",
    "outlet": "/outlet/courier.example",
    "outlet, unrated": "/outlet/mina.example",
    "revisions": "/revisions",
    "research": "/research",
    **{f"research, {one}": f"/research/{one}" for one in QUESTIONS},
    "health": "/health",
    "methodology": "/methodology",
    **{f"methodology, {one}": f"/methodology/{one}" for one in DOCUMENTS if one != FIRST},
}
# What is not there, and what can't be answered: their pages are pages, too.
PROBLEMS = {
    "no such story": "/story/99",
    "no such storyline": "/storyline/99",
    "no such outlet": "/outlet/nobody.example",
    "no such page": "/nothing-here",
    "no such day": "/?day=yesterday",
}
# Pages of ours that fill up only with days of a newsroom: of the demo's.
DEMO_PAGES = {
    "demo home": "/",
    "demo blindspots": "/blindspots",
    "demo digest": "/digest",
    "demo story": "/story/4",
    "demo storylines": "/storylines",
    "demo compare": "/compare?a=left&b=right",
    "demo outlets": "/outlets",
    "demo outlet": "/outlet/openquay.example",
    "demo health": "/health",
    "demo revisions": "/revisions",
    **{f"demo research, {one}": f"/research/{one}" for one in QUESTIONS},
}
# Datasette's own, in our clothes.
DATASETTE = {
    "database": "/news",
    "table": "/news/articles",
    "table, faceted": "/news/stories?_facet=state",
    "table, empty": "/news/articles?title=nothing",
    "row": "/news/articles/1",
    "view": "/news/articles_with_bias",
    "view, blindspots": "/news/blindspots",
    "table, storylines": "/news/storylines",
    "table, stories of storylines": "/news/storyline_stories",
    "question, ready": "/news/headlines_changed",
    "query": "/news?sql=select+id,+title+from+stories+where+id+=+:story&story=1",
    "query, wrong": "/news?sql=select+nothing+from+nowhere",
}
# Routes that answer no page.
NO_PAGE = {
    r"^/-/metrics$", r"^/-/databases(?:\.json)?$", r"^/favicon\.ico$", r"^/robots\.txt$",
    *(route for route, _ in FILES),
}  # fmt: skip
