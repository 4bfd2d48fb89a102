"""The words of two sides' headlines, as they were counted when the file was published."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from aggregator.site import queries
from aggregator.site.compare.wording import WORDS, Word, Wording
from aggregator.site.queries import research as questions
from aggregator.site.queries.research import Row, rows
from aggregator.site.research.finding import count, measure
from aggregator.site.research.wording import headlines_with

_ORDER = ("left", "center", "right")


@dataclass(frozen=True, slots=True)
class WordingOfSides(Wording):
    """`since` is the day from which on the words are counted, `more` leads to all of them."""

    since: str
    more: str


async def wording_of_sides(
    db: queries.Reader, sides: tuple[str, str], language: str | None, provider: str
) -> WordingOfSides | None:
    """Reads the words of two sides in a language, or in the one of most headlines; None where there is none."""
    side, other = sorted(sides, key=_ORDER.index)
    totals = [row for row in await rows(db, questions.WORDING_TOTALS, provider=provider)
              if (row["side"], row["other_side"]) == (side, other)]  # fmt: skip
    chosen = [row for row in totals if language in (None, row["language"])]
    if not chosen:
        return None
    total, turned = chosen[0], sides != (side, other)
    place = {"provider": provider, "language": str(total["language"]), "side": side, "other_side": other}
    read = {str(row["language"]): _turned((count(row["headlines"]), count(row["other_headlines"])), turned)
            for row in totals}  # fmt: skip
    counts = read[place["language"]]
    empty = WordingOfSides(place["language"], counts, (), (), read, str(total["since"]), _more(place))
    if not empty.enough:
        return empty
    mine = await _words(db, place, questions.WORDS_OF_ONE, 1)
    theirs = await _words(db, place, questions.WORDS_OF_OTHER, -1)
    lists = (theirs, mine) if turned else (mine, theirs)
    return WordingOfSides(empty.language, counts, *lists, read, empty.since, empty.more)


def _turned(pair: tuple[int, int], turned: bool) -> tuple[int, int]:
    return (pair[1], pair[0]) if turned else pair


def _more(place: dict[str, str]) -> str:
    asked = {"sides": f"{place['side']}-{place['other_side']}", "language": place["language"]}
    return f"/research/wording?{urlencode(asked)}"


async def _words(db: queries.Reader, place: dict[str, str], sql: str, sign: int) -> list[Word]:
    side = place["side"] if sign > 0 else place["other_side"]
    return [_word(row, sign, headlines_with(place, side, str(row["word"])))
            for row in await rows(db, sql, **place, limit=WORDS)]  # fmt: skip


def _word(row: Row, sign: int, address: str) -> Word:
    mine, theirs = _turned((count(row["headlines"]), count(row["other_headlines"])), sign < 0)
    z, log_odds = (round(sign * measure(row[key]), 2) for key in ("z", "log_odds"))
    return Word(str(row["word"]), z, log_odds, mine, theirs, address)
