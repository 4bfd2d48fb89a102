"""Coverage by side and topic over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from aggregator.site.charts import SIDES, columns, shares
from aggregator.site.queries import Edition, Reader
from aggregator.site.queries import research as questions
from aggregator.site.queries.research import Row, rows
from aggregator.site.research import filters
from aggregator.site.research.finding import Asked, Column, Figure, Filter, Finding, Question, Table, count, percent
from aggregator.site.words import short_day
from aggregator.topics import NOT_TOLD

# On a phone a chart has 280 px: a column of 4 px for each of two months' days, or of a year's weeks.
_DAYS, _WEEKS = 62, 53
# What is no topic stands after the topics.
_REST = (NOT_TOLD,)
_KEYS = tuple(kind.key for kind in SIDES)
_RATED = tuple(key for key in _KEYS if key != "unrated")
_NUMBERS = [*(Column(key, key) for key in _KEYS), Column("independent", "in all"),
            Column("articles", "with reprints")]  # fmt: skip
_SHARES = [*(Column(f"{key}_percent", f"{key}, %") for key in _RATED), Column("rated", "of rated")]


async def answer(db: Reader, asked: Asked, edition: Edition) -> Finding:
    told = {"provider": asked.provider, "since": asked.since, "until": asked.until or "9999", "topic": asked.topic,
            "language": asked.language}  # fmt: skip
    found = await rows(db, questions.COVERAGE_BY_DAY, **told)
    topics = await rows(db, questions.COVERAGE_BY_TOPIC, **told)
    step = _step(found)
    by_time = _summed(found, lambda name: _start(name, step))
    by_topic = sorted(_summed(topics, str), key=lambda row: (row["name"] in _REST, -count(row["independent"])))
    whole = _row("", found)
    return Finding(
        answer=_in_words(whole),
        rests_on=f"{whole['articles']:,} articles, of which {whole['independent']:,} are independent",
        figures=_figures(by_time, by_topic, step),
        tables=[
            Table(
                "By topic, in independent articles",
                [Column("name", "topic", number=False), *_NUMBERS, *_SHARES],
                by_topic,
            ),
            Table(
                "Over time, in independent articles",
                [Column("name", "day" if step == 1 else "week of", number=False), *_NUMBERS],
                by_time,
            ),
        ],
        view="coverage",
        narrowed={"provider": asked.provider}
        | {key: value for key, value in (("topic", asked.topic), ("language", asked.language)) if value},
        query="coverage_by_side_and_topic",
        arguments={"provider": asked.provider, "since": asked.since, "until": asked.until, "language": asked.language},
        filters=await _filters(db, asked),
    )


async def _filters(db: Reader, asked: Asked) -> Sequence[Filter]:
    topics = [str(row["topic"]) for row in await rows(db, questions.TOPICS)]
    languages = [str(row["language"]) for row in await rows(db, questions.LANGUAGES)]
    return (
        Filter("since", "From", asked.since),
        Filter("until", "Until", asked.until),
        Filter("topic", "Topic", asked.topic, [("", "All"), *((one, one) for one in topics)]),
        filters.languages(languages, asked.language, everyone=True),
    )


def _summed(found: Sequence[Row], name_of: Callable[[str], str]) -> list[Row]:
    groups: Mapping[str, list[Row]] = defaultdict(list)
    for row in found:
        groups[name_of(str(row["name"]))].append(row)
    return [_row(name, groups[name]) for name in sorted(groups)]


def _row(name: str, found: Sequence[Row]) -> Row:
    sides: Counter[str] = Counter()
    for row in found:
        sides[str(row["side"])] += count(row["independent"])
    rated = sum(sides[key] for key in _RATED)
    return {
        "name": name,
        **{key: sides[key] for key in _KEYS},
        "independent": sides.total(),
        "articles": sum(count(row["articles"]) for row in found),
        **{f"{key}_percent": percent(sides[key], rated) for key in _RATED},
        "rated": rated,
    }


def _step(found: Sequence[Row]) -> int:
    """Gives the days of a column: 1 where the last two months have nine tenths of the articles, else 7."""
    last = max((str(row["name"]) for row in found), default="")
    since = _earlier(last, _DAYS) if last else ""
    recent = sum(count(row["independent"]) for row in found if str(row["name"]) > since)
    return 1 if recent >= 0.9 * sum(count(row["independent"]) for row in found) else 7


def _earlier(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def _start(day: str, step: int) -> str:
    """Gives the day itself, or the Monday of its week.

    >>> _start("2026-11-22", 1), _start("2026-11-22", 7)
    ('2026-11-22', '2026-11-16')
    """
    return day if step == 1 else _earlier(day, date.fromisoformat(day).weekday())


def _latest(by_time: Sequence[Row], step: int) -> list[Row]:
    """Gives a column to each of the last days or weeks, from the first with an article on, those without one too."""
    last, known = str(by_time[-1]["name"]), {str(row["name"]): row for row in by_time}
    most = _DAYS if step == 1 else _WEEKS
    names = [_earlier(last, step * back) for back in reversed(range(most))]
    first = min(name for name in known if name >= names[0])
    kept = [name for name in names if name >= first]
    return [known.get(name) or _row(name, []) for name in kept]


def _figures(by_time: Sequence[Row], by_topic: Sequence[Row], step: int) -> list[Figure]:
    def wholes(found: Sequence[Row]) -> list[tuple[str, dict[str, float]]]:
        return [(str(row["name"]), {key: count(row[key]) for key in _KEYS}) for row in found]

    if not by_time:
        return []
    latest = _latest(by_time, step)
    most = max(count(row["independent"]) for row in latest)
    span = f"from {short_day(str(latest[0]['name']))} to {short_day(str(latest[-1]['name']))}"
    earlier = "; earlier ones are in the table" if latest[0]["name"] != by_time[0]["name"] else ""
    caption = (
        f"Independent articles a {'day' if step == 1 else 'week'}, {span}; the highest column is {most:,}{earlier}"
    )
    figures = [Figure(caption, columns(f"{caption}: numbers in the table 'Over time'", wholes(latest), SIDES), SIDES)]
    enough = [row for row in by_topic if percent(0, row["rated"]) is not None]
    if enough:
        caption = "Each topic by side, shares of its independent articles"
        drawn = shares(f"{caption}: numbers in the table 'By topic'", wholes(enough), SIDES)
        figures.append(Figure(caption, drawn, SIDES))
    return figures


def _in_words(whole: Row) -> str:
    rated = count(whole["rated"])
    if percent(1, rated) is None:
        return f"There are too few rated independent articles for shares: {rated}."
    told = ", ".join(f"{whole[f'{key}_percent']} % {key}" for key in _RATED)
    return f"Of {rated:,} rated independent articles: {told}. Beside them stand {whole['unrated']:,} unrated ones."


QUESTION = Question(
    name="coverage",
    title="How much does each side write, on which topics, and when?",
    method="Independent articles by the side that their outlet had on their day; a topic is told by the outlet's"
    " section or the article's words, and of some articles it is not told.",
    limits="What is collected shapes these numbers as much as what is written: a side of more feeds has more"
    " articles. A topic that is told may be wrong, and is told of fewer articles in languages without a list of words.",
    rated=True,
    answer=answer,
)
