"""How long publishing and the pages of the site take on a generated file of a given size.

    python -m bench.pages [ARTICLES] [REQUESTS] [FOLDER] [WORD...]

Prints what publishing took, and the milliseconds of each page: the median, the 95th of a hundred requests, the
slowest, and the median of what it took of the processor, which says more where others work on the same machine; and the
kilobytes of the largest answer as it is sent, packed. A page is asked for with other stories, outlets, days and
providers each time. In a FOLDER both files are kept, and found again. The news is that of bench.newsroom. With words
after the FOLDER only the pages are asked for whose names hold one of them.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from aggregator.config import read_config
from aggregator.site.research import QUESTIONS
from aggregator.site.serve import make_app
from aggregator.store.publish import published_path
from aggregator.workspace import open_workspace
from bench.newsroom import END, fill
from bench.publishing import published

METADATA = Path("datasette-metadata.json")
PROVIDERS = ("", "?provider=MBFC")
LISTS = ("own-own", "own-none", "none-own", "none-none")
Draw = Callable[[random.Random], str]


def make(folder: Path, articles: int) -> Path:
    """Makes the published file, or finds the one that is there; where only it is gone, it is published anew."""
    db = folder / f"pages-{articles}.db"
    if published_path(db).is_file():
        return published_path(db)
    if not db.is_file():
        with open_workspace(read_config(), db, lambda: END) as workspace:
            fill(workspace, articles)
    return published(db).path


def _any(*addresses: str) -> Draw:
    return lambda dice: dice.choice(addresses)


def pages(site: object) -> Mapping[str, Draw]:
    """Maps what a page is called to what draws an address of it."""
    db = site.get_database("news")  # type: ignore[attr-defined]

    def column(sql: str) -> Sequence[str]:
        return [str(row[0]) for row in asyncio.run(db.execute(sql)).rows]

    stories = column("select id from stories where origins > 1 order by last_published desc limit 2000")
    largest = column("select id from stories order by origins desc limit 100")
    articles = column("select id from articles order by id desc limit 20000")
    outlets = column("select domain from outlets where id in (select outlet_id from feeds)")
    days = column("select distinct substr(last_published, 1, 10) from stories order by 1 desc limit 400")
    near = column(
        "select one.domain || '&b=' || other.domain from agenda_similarity pair join outlets one on one.id = outlet_id"
        " join outlets other on other.id = other_id where outlet_id < other_id order by shared desc limit 300"
    )
    lines = column("select id from storylines limit 2000") or ["0"]
    longest = column("select id from storylines order by stories desc limit 20") or ["0"]
    by_models = column("select story_id from generated_briefs") or ["0"]
    told = column("select distinct topic from article_counts where topic is not null order by 1")
    topics = [*(topic.replace(" ", "+") for topic in told), "not+told"]
    one = random.Random.choice
    narrowed = ("language=es", "country=Germany", "topic=politics", "side=left", "side=all", "side=no-right",
                "side=only-center&provider=MBFC", "side=blindspot", "language=en&topic=sport&side=right")  # fmt: skip
    found = ("kind=video", "scope=opinion", "side=unrated&provider=MBFC", "from=2026-10-20&to=2026-10-25")
    return {
        "/": _any(*(f"/{provider}" for provider in PROVIDERS)),
        "/?day=": lambda dice: f"/?day={one(dice, days)}",
        "/?time=": _any(*(f"/?time={time}" for time in ("3d", "7d", "31d"))),
        "/ narrowed": lambda dice: f"/?{one(dice, narrowed)}&time={one(dice, ('3d', '7d', '31d'))}",
        "/ of a topic": lambda dice: f"/?topic={one(dice, topics)}&time={one(dice, ('3d', '7d', '31d'))}",
        "/?day= of a topic": lambda dice: f"/?topic={one(dice, topics)}&day={one(dice, days)}",
        "/?after=": lambda dice: f"/?day={one(dice, days)}&after=3_2026-12-01T00:00:00Z_1",
        # Of the made-up articles 81 % have harbour, 71 % senate, 22 % dam, 4 % w1q and 0.05 % w3e8q.
        "/search?q= rare": _any("/search?q=w3e8q", "/search?q=w1q+w3e8q", "/search?q=nothing"),
        "/search?q= common": _any("/search?q=harbour+senate", "/search?q=senate", "/search?q=dam"),
        "/search?q= later page": lambda dice: f"/search?q={one(dice, ('senate', 'w1q'))}&page={dice.randrange(2, 70)}",
        "/search?q= narrowed": lambda dice: (
            f"/search?q={one(dice, ('senate', 'dam', 'w1q'))}&{one(dice, (*narrowed[:4], *found))}"
        ),
        "/search?q= best": _any("/search?q=senate&order=best", "/search?q=w1q&order=best", "/search?q=dam&order=best"),
        "/search?q= stories": _any("/search?q=senate&show=stories", "/search?q=w1q&show=stories&order=latest"),
        "/search?q= beginning": _any("/search?q=harb*", "/search?q=w3e8*+senate"),
        "/search?q= of a topic": lambda dice: (
            f"/search?q={one(dice, ('harbour', 'senate', 'dam', 'w1q'))}&topic={one(dice, topics)}"
        ),
        "/search of a topic alone": lambda dice: f"/search?topic={one(dice, topics)}",
        "/search?q= stories of a topic": lambda dice: (
            f"/search?q={one(dice, ('senate', 'w1q'))}&show=stories&topic={one(dice, topics)}"
        ),
        "/search by outlet": lambda dice: f"/search?outlet={one(dice, outlets)}",
        "/search by filters": lambda dice: f"/search?{one(dice, (*narrowed[:4], *found))}",
        "/story/": lambda dice: f"/story/{one(dice, stories)}{one(dice, PROVIDERS)}",
        "/story/ of the largest": lambda dice: f"/story/{one(dice, largest)}{one(dice, PROVIDERS)}",
        "/story/ with a model's text": lambda dice: f"/story/{one(dice, by_models)}",
        "/story/.json": lambda dice: f"/story/{one(dice, stories)}.json",
        "/story/.bib": lambda dice: f"/story/{one(dice, stories)}.bib",
        "/article/": lambda dice: f"/article/{one(dice, articles)}{one(dice, PROVIDERS)}",
        "/outlet/": lambda dice: f"/outlet/{one(dice, outlets)}",
        "/outlet/?provider=MBFC": lambda dice: f"/outlet/{one(dice, outlets)}?provider=MBFC",
        "/outlet/.json": lambda dice: f"/outlet/{one(dice, outlets)}.json",
        "/outlets": _any("/outlets", "/outlets?q=news", "/outlets?side=unrated", "/outlets?page=2"),
        "/digest": _any(*(f"/digest{provider}" for provider in PROVIDERS)),
        "/digest?day=": lambda dice: f"/digest?day={one(dice, days)}",
        "/storyline/": lambda dice: f"/storyline/{one(dice, lines)}{one(dice, PROVIDERS)}",
        "/storyline/ of the longest": lambda dice: f"/storyline/{one(dice, longest)}{one(dice, PROVIDERS)}",
        "/storyline/.json": lambda dice: f"/storyline/{one(dice, lines)}.json",
        "/storylines": _any("/storylines", "/storylines?to=2026-10-01", "/storylines?before=2026-09-01T00:00:00Z_1"),
        "/blindspots": _any(*(f"/blindspots{provider}" for provider in PROVIDERS)),
        "/compare": _any(*(f"/compare{provider}" for provider in PROVIDERS)),
        "/compare of outlets": lambda dice: f"/compare?a={one(dice, near)}",
        "/compare of outlets, a list": lambda dice: f"/compare?a={one(dice, near)}&show={one(dice, LISTS)}",
        "/compare of outlets, language": lambda dice: f"/compare?a={one(dice, near)}&language=en",
        "/compare of sides": _any(
            *(
                f"/compare?a={a}&b={b}{provider.replace('?', '&')}"
                for a, b in (("left", "right"), ("center", "left"))
                for provider in PROVIDERS
            )
        ),
        "/compare of sides, all days": _any("/compare?a=left&b=right&from=2020-01-01"),
        "/dictionary": _any("/dictionary", "/dictionary?q=origin", "/dictionary/story_members"),
        "/revisions": lambda dice: f"/revisions{one(dice, ('', f'?outlet={one(dice, outlets)}'))}",
        "/health": _any("/health"),
        "/methodology": _any("/methodology"),
        "/research": _any("/research"),
        **{f"/research/{name}": _any(*_asked(name)) for name in QUESTIONS},
        "/research/ of a topic": lambda dice: (
            f"/research/{one(dice, ('coverage', 'wording', 'first', 'wire', 'retitled'))}?topic={one(dice, topics)}"
        ),
        "/news/story_bias": _any("/news/story_bias", "/news/story_bias?_sort_desc=articles", "/news/story_bias?left=0"),
        "/news/story_bias?story_id=": lambda dice: f"/news/story_bias?story_id={one(dice, stories)}",
        "/news/blindspots": _any("/news/blindspots", "/news/blindspots?side=left", "/news/blindspots?_facet=day"),
        "/news/articles_with_bias": _any("/news/articles_with_bias", "/news/articles_with_bias?side=left"),
        "/news/articles": _any("/news/articles"),
        "/news/articles by a facet": _any(
            *(f"/news/articles?{one}" for one in ("language=en", "kind=video", "scope=news"))
        ),
        "/news/articles?_search=": _any(
            *(f"/news/articles?_search={words}" for words in ("harbour", "dam&language=en", "w1q", "w3e8q"))
        ),
        "/news/, facets of others": _any(
            "/news/stories?state=open", "/news/polls?code=ok", "/news/story_members?side=left"
        ),
        "/news/ of a slow count": _any("/news/articles_with_bias_by_provider", "/news/story_members_by_provider"),
        "/news/articles by a topic": lambda dice: f"/news/articles?topic={one(dice, topics[:-1])}",
        "/news/articles, a facet more": _any(
            *(f"/news/articles?_facet={one}" for one in ("topic", "topic_from", "text_kind"))
        ),
        "/news/articles by a kind of text": _any(
            "/news/articles?text_kind=machine", "/news/articles?carrier=portal.example"
        ),
        "/news/ by retold": _any("/news/articles_with_bias?retold=1", "/news/story_members?retold=1"),
        "/news/ of briefs": _any("/news/briefs", "/news/article_briefs", "/news/generated_briefs"),
        "/news/ of briefs, a facet": _any("/news/briefs?_facet=language", "/news/article_briefs?_facet=rule"),
        "/news/ of sentences": _any("/news/brief_sentences", "/news/brief_articles", "/news/article_brief_sentences"),
        "/news/ of a story's sentences": lambda dice: (
            f"/news/{one(dice, ('brief_sentences', 'brief_articles'))}?story_id={one(dice, stories)}"
        ),
        "/news/ of an article's sentences": lambda dice: (
            f"/news/article_brief_sentences?article_id={one(dice, articles)}"
        ),
        "/news/ of storylines": _any(
            "/news/storylines", "/news/storylines?_sort_desc=stories", "/news/storyline_stories"
        ),
        "/news/ of a storyline": lambda dice: f"/news/storyline_stories?storyline_id={one(dice, lines)}",
        "/news/ of printed ratings": _any("/news/printed_ratings", "/news/printed_ratings_compared"),
        "/news/ of topics": _any("/news/coverage", "/news/topic_counts", "/news/coverage?topic=sport"),
        "/news": _any("/news"),
        "lists as Atom": _any("/.atom", "/search.atom?q=w1q", "/blindspots.atom"),
    }


def _asked(question: str) -> Sequence[str]:
    arguments = ("", "?provider=MBFC", "?month=2026-10", "?since=2026-10-01&until=2026-10-31&topic=politics")
    return [f"/research/{question}{one}" for one in arguments]


def timed(site: object, draw: Draw, requests: int) -> Iterator[tuple[float, float, int]]:
    """Asks for a page so many times; yields milliseconds by the clock and of the processor, and bytes as sent.

    Nothing for no page.
    """
    dice = random.Random(1)
    for _ in range(requests):
        path = draw(dice)
        started, spent = time.perf_counter(), time.process_time()
        answer = asyncio.run(site.client.get(path))  # type: ignore[attr-defined]
        if answer.status_code == 404:
            return
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code} {answer.text[-300:]}")
        yield 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - spent), answer.num_bytes_downloaded


def main(articles: int, requests: int, folder: Path, words: Sequence[str] = ()) -> None:
    site = make_app(make(folder, articles), METADATA, clock=lambda: END + timedelta(hours=1))
    print(f"{articles:,} articles, {requests} requests of each page, in milliseconds")
    for name, draw in pages(site).items():
        if words and not any(word in name for word in words):
            continue
        asked = list(timed(site, draw, requests))
        if not asked:
            print(f"{name:32} is not there")
            continue
        found, processor = sorted(wall for wall, _, _ in asked), statistics.median(spent for _, spent, _ in asked)
        print(f"{name:32} median {statistics.median(found):6.0f}   p95 {found[int(0.95 * (len(found) - 1))]:6.0f}"
              f"   slowest {found[-1]:6.0f}   processor {processor:6.0f}"
              f"   at most {max(sent for _, _, sent in asked) / 1000:5.0f} kB", flush=True)  # fmt: skip


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    if len(sys.argv) > 3:
        main(size, count, Path(sys.argv[3]), sys.argv[4:])
    else:
        with tempfile.TemporaryDirectory() as made:
            main(size, count, Path(made))
