"""Random newsrooms, a writer of their rows, and a recount of their stories in plain Python, beside the views."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hypothesis import strategies as some

from aggregator.store import Store

PROVIDERS = ("AllSides", "MBFC")
TODAY = "2026-11-20"
MINIMUM = 3
STORIES = (1, 2, 3)
RATED_ON = ("2026-11-01", "2026-11-05", "2026-11-10", "2026-11-15")
PUBLISHED_ON = ("2026-10-30", "2026-11-04", "2026-11-05", "2026-11-09", "2026-11-10", "2026-11-14", "2026-11-19")
_LABELS = {None: "off the line", -2: "left", -1: "lean left", 0: "center", 1: "lean right", 2: "right"}


@dataclass(frozen=True)
class Rated:
    outlet: int
    provider: str
    scope: str
    since: str
    lean: int | None


@dataclass(frozen=True)
class Written:
    """An article; `text` is the number of its origin, which the first article with it represents."""

    story: int
    outlet: int
    scope: str
    day: str
    text: int


@dataclass(frozen=True)
class Newsroom:
    owners: tuple[str | None, ...]
    ratings: tuple[Rated, ...]
    articles: tuple[Written, ...]


_OUTLETS = 6
_ratings = some.builds(
    Rated, some.integers(0, _OUTLETS - 1), some.sampled_from(PROVIDERS), some.sampled_from(["news", "news", "opinion"]),
    some.sampled_from(RATED_ON), some.sampled_from([*range(-2, 3), None]),
)  # fmt: skip
_articles = some.builds(
    Written, some.sampled_from(STORIES), some.integers(0, _OUTLETS - 1), some.sampled_from(["news", "news", "opinion"]),
    some.sampled_from(PUBLISHED_ON), some.integers(0, 9),
)  # fmt: skip
newsrooms = some.builds(
    Newsroom,
    some.tuples(*[some.sampled_from([None, "Merrick Group", "Valley Press"])] * _OUTLETS),
    some.lists(_ratings, max_size=16, unique_by=lambda one: (one.outlet, one.provider, one.scope, one.since)).map(
        tuple
    ),
    some.lists(_articles, min_size=1, max_size=16).map(tuple),
)


def write(store: Store, room: Newsroom, provider: str = PROVIDERS[0]) -> None:
    """Writes a newsroom into an empty database; articles and texts are numbered from 1 in their order."""
    execute = store.db.execute
    store.reference.set_settings({"provider": provider, "min_rated_origins": MINIMUM})
    store.end_run(store.start_run("group", "", "", TODAY), "finished", f"{TODAY}T00:00:00Z")
    for number, owner in enumerate(room.owners):
        execute("insert into outlets (id, domain, name, owner) values (?, ?, ?, ?)",
                [number + 1, f"outlet{number}.example", f"Outlet {number}", owner])  # fmt: skip
    for one in room.ratings:
        later = [other.since for other in _series(room, one.outlet, one.provider, one.scope) if other.since > one.since]
        execute("insert into ratings (outlet_id, provider, scope, label, lean, valid_from, valid_to)"
                " values (?, ?, ?, ?, ?, ?, ?)",
                [one.outlet + 1, one.provider, one.scope, _LABELS[one.lean], one.lean, one.since,
                 min(later, default=None)])  # fmt: skip
    for _ in STORIES:
        store.stories.found(TODAY)
    for number, article in enumerate(room.articles, 1):
        add(store, article, number, _representative(room, article.text))
    for story in STORIES:
        store.stories.refresh(story)


def add(store: Store, article: Written, number: int, representative: int) -> None:
    """Writes one article into its story, as a copy of the text that another represents, or of its own."""
    execute, at = store.db.execute, f"{article.day}T{number:02}:00:00Z"
    execute("insert into articles (id, url, original_url, outlet_id, title, scope, published, first_seen, last_seen,"
            " title_from) values (?, ?, '', ?, ?, ?, ?, ?, ?, 'feed')",
            [number, f"http://outlet.example/{number}", article.outlet + 1, f"Headline {number}", article.scope, at, at,
             at])  # fmt: skip
    if number == representative:
        execute("insert into origins (id, representative_id, kind) values (?, ?, 'reprint')", [number, number])
    execute("insert into copies (article_id, origin_id, score, method) values (?, ?, 1, ?)",
            [number, representative, "itself" if number == representative else "exact"])  # fmt: skip
    execute("insert into story_articles (story_id, article_id, score) values (?, ?, 1)", [article.story, number])


def _representative(room: Newsroom, text: int) -> int:
    return next(number for number, article in enumerate(room.articles, 1) if article.text == text)


def _series(room: Newsroom, outlet: int, provider: str, scope: str) -> list[Rated]:
    mine = [one for one in room.ratings if (one.outlet, one.provider, one.scope) == (outlet, provider, scope)]
    return sorted(mine, key=lambda one: one.since)


def lean_of(room: Newsroom, article: Written, provider: str, day: str) -> int | None:
    """Rates an article: by the last rating of its scope (else of news) since before a day, else by the first."""
    series = _series(room, article.outlet, provider, article.scope) or _series(room, article.outlet, provider, "news")
    before = [one for one in series if one.since <= day]
    return before[-1].lean if before else series[0].lean if series else None


def side_of(lean: int | None) -> str:
    return "unrated" if lean is None else "left" if lean < 0 else "right" if lean > 0 else "center"


def standing(room: Newsroom, story: int) -> dict[int, int]:
    """Maps each article of a story to the one that stands for its text there: its representative, else the earliest."""
    here = {number: article for number, article in enumerate(room.articles, 1) if article.story == story}
    chosen: dict[int, int] = {}
    for text in {article.text for article in here.values()}:
        carriers = [number for number, article in here.items() if article.text == text]
        first = min(carriers, key=lambda number: (here[number].day, f"{number:02}"))
        representative = _representative(room, text)
        chosen |= dict.fromkeys(carriers, representative if representative in carriers else first)
    return chosen


def leader(counts: Counter[str]) -> str | None:
    """Names the side of most rated origins, tie, or None."""
    rated = {side: counts[side] for side in ("left", "center", "right")}
    first = [side for side, count in rated.items() if count == max(rated.values())]
    return None if not max(rated.values()) else first[0] if len(first) == 1 else "tie"


@dataclass(frozen=True)
class Counted:
    origins: Counter[str]
    places: Counter[str]
    today: Counter[str]
    leans: Counter[int | None]
    leans_today: Counter[int | None]
    moved: int
    articles: int
    outlets: int
    owners: int


def recount(room: Newsroom, story: int, provider: str) -> Counted:
    """Counts a story by a provider's ratings."""
    stands = standing(room, story)
    then = {n: lean_of(room, room.articles[n - 1], provider, room.articles[n - 1].day) for n in stands}
    now = {n: lean_of(room, room.articles[n - 1], provider, TODAY) for n in stands}
    independent = set(stands.values())
    outlets = {n: room.articles[n - 1].outlet for n in stands}
    return Counted(
        origins=Counter(side_of(then[n]) for n in independent),
        places=Counter(side for side, _ in {(side_of(then[n]), outlets[n]) for n in stands}),
        today=Counter(side_of(now[n]) for n in independent),
        leans=Counter(then[n] for n in independent),
        leans_today=Counter(now[n] for n in independent),
        moved=sum(then[n] != now[n] for n in stands),
        articles=len(stands),
        outlets=len(set(outlets.values())),
        owners=len({room.owners[outlet] or f"outlet {outlet}" for outlet in outlets.values()}),
    )
