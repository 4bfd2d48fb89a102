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

# A chart of more days than this has columns of less than 4 px on a phone; then a column is a week.
_MOST_DAYS = 62
_KEYS = tuple(kind.key for kind in SIDES)
_RATED = tuple(key for key in _KEYS if key != "unrated")
_NUMBERS = [*(Column(key, f"{key}, independent") for key in _KEYS), Column("independent", "independent in all"),
            Column("articles", "articles, reprints counted")]  # fmt: skip
_SHARES = [*(Column(f"{key}_percent", f"{key}, % of rated") for key in _RATED), Column("rated", "of so many rated")]


async def answer(db: Reader, asked: Asked, edition: Edition) -> Finding:
    found = await rows(db, questions.COVERAGE, provider=asked.provider, since=asked.since, until=asked.until or "9999",
                       topic=asked.topic, language=asked.language)  # fmt: skip
    days = sorted({str(row["day"]) for row in found})
    weekly = bool(days) and (date.fromisoformat(days[-1]) - date.fromisoformat(days[0])).days > _MOST_DAYS
    named = "week of" if weekly else "day"
    by_time = _summed(found, lambda row: _week(str(row["day"])) if weekly else str(row["day"]))
    by_topic = sorted(_summed(found, lambda row: str(row["topic"])), key=lambda row: -count(row["articles"]))
    whole = _row("", found)
    return Finding(
        answer=_in_words(whole),
        rests_on=f"{whole['articles']:,} articles, of which {whole['independent']:,} are independent",
        figures=_figures(by_time, by_topic, named),
        tables=[
            Table("By topic", [Column("name", "topic", number=False), *_NUMBERS, *_SHARES], by_topic),
            Table("Over time", [Column("name", named, number=False), *_NUMBERS], by_time),
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


def _summed(found: Sequence[Row], name_of: Callable[[Row], str]) -> list[Row]:
    groups: Mapping[str, list[Row]] = defaultdict(list)
    for row in found:
        groups[name_of(row)].append(row)
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


def _week(day: str) -> str:
    """Gives the Monday of a day's week.

    >>> _week("2026-11-22")
    '2026-11-16'
    """
    found = date.fromisoformat(day)
    return (found - timedelta(days=found.weekday())).isoformat()


def _figures(by_time: Sequence[Row], by_topic: Sequence[Row], named: str) -> list[Figure]:
    def wholes(found: Sequence[Row]) -> list[tuple[str, dict[str, float]]]:
        return [(str(row["name"]), {key: count(row[key]) for key in _KEYS}) for row in found]

    if not by_time:
        return []
    first, last = by_time[0]["name"], by_time[-1]["name"]
    most = max(count(row["independent"]) for row in by_time)
    return [
        Figure(
            f"Independent articles by side, a column a {named.split()[0]}, from {first} to {last}; the highest has"
            f" {most:,}",
            columns(f"Independent articles by side from {first} to {last}: the numbers are in the table 'Over time'",
                    wholes(by_time), SIDES),
            SIDES,
        ),
        Figure(
            "Each topic by side, shares of its independent articles",
            shares("Shares of the sides in each topic: numbers in the table 'By topic'", wholes(by_topic), SIDES),
            SIDES,
        ),
    ]  # fmt: skip


def _in_words(whole: Row) -> str:
    rated = count(whole["rated"])
    if percent(1, rated) is None:
        return f"There are too few rated independent articles for shares: {rated}."
    told = ", ".join(f"{whole[f'{key}_percent']} % {key}" for key in _RATED)
    return f"Of {rated:,} rated independent articles: {told}. Beside them stand {whole['unrated']:,} unrated ones."


QUESTION = Question(
    name="coverage",
    title="How much does each side write, on which topics, and when?",
    method="Independent articles by the side that their outlet had on their day; a topic is the section that the outlet"
    " or its feed names, the twelve most frequent ones, the rest is other.",
    limits="What is collected shapes these numbers as much as what is written: a side of more feeds has more"
    " articles. A section is an outlet's own word, so one outlet's world is another's news.",
    rated=True,
    answer=answer,
)
