"""What a story's page says of its distribution: the bars, their shares, and how far they depend on provider and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from aggregator.site.bars import SIDES, Step, bar, step, why_no_bar
from aggregator.site.queries import LeanCount, MemberRow, Range, RatingRow, Shares


@dataclass(frozen=True, slots=True)
class Today:
    """The side that leads by the ratings of today where another did as of publication; `counts` are of origins."""

    then: str
    now: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Distribution:
    """The bars are None where `why_no_bar` says why; `others` has the origins of each side by the other providers."""

    origins: Mapping[Step, int]
    why_no_bar: str | None
    origins_bar: Markup | None
    outlets_bar: Markup | None
    shares: Shares | None
    ranges: Sequence[Range]
    others: Sequence[tuple[str, Mapping[str, int]]]
    today: Today | None


def distribution(
    counts: Sequence[LeanCount],
    least: int,
    shares: Shares | None,
    ranges: Sequence[Range],
    independent: Sequence[MemberRow],
    ratings: Sequence[RatingRow],
    provider: str,
) -> Distribution:
    """Gathers what is said of a story's distribution by a provider; `ratings` are those of every provider."""
    origins = {step(count.lean): count.origins for count in counts}
    outlets = {step(count.lean): count.outlets for count in counts}
    why = why_no_bar(origins, least)
    counted = {row.article_id for row in independent}
    ratings = [rating for rating in ratings if rating.article_id in counted]
    mine = [rating for rating in ratings if rating.provider == provider]
    return Distribution(
        origins,
        why,
        None if why else bar(origins, "Independent origins"),
        None if why else bar(outlets, "Outlets, reprints counted", thin=True),
        shares,
        ranges,
        _others(ratings, provider),
        None if why else _today(mine),
    )


def _others(ratings: Sequence[RatingRow], provider: str) -> list[tuple[str, Mapping[str, int]]]:
    """Counts the sides by each other provider; who places none is left out."""
    found: dict[str, list[str]] = {}
    for rating in ratings:
        if rating.provider != provider:
            found.setdefault(rating.provider, []).append(rating.side)
    return [(name, _counted(sides)) for name, sides in sorted(found.items()) if set(sides) != {"unrated"}]


def _today(mine: Sequence[RatingRow]) -> Today | None:
    now = _counted([step(rating.lean_today).side for rating in mine])
    then = _counted([rating.side for rating in mine])
    leaders = leading(then), leading(now)
    return Today(*leaders, now) if leaders[0] != leaders[1] else None


def _counted(sides: Sequence[str]) -> dict[str, int]:
    counts = Counter(sides)
    return {side: counts[side] for side in SIDES if counts[side]}


def leading(counts: Mapping[str, int]) -> str:
    """Names the side of most rated origins; `tie` where two have as many, `none` where nothing is rated.

    >>> leading({'left': 2, 'right': 1, 'unrated': 9}), leading({'left': 2, 'right': 2}), leading({})
    ('left', 'tie', 'none')
    """
    most = max((counts.get(side, 0) for side in SIDES[:-1]), default=0)
    first = [side for side in SIDES[:-1] if counts.get(side, 0) == most]
    if not most:
        return "none"
    return first[0] if len(first) == 1 else "tie"


def range_words(ranges: Sequence[Range]) -> str:
    """Writes how far the counts depend on who rates, from left to right.

    >>> range_words([Range('left', 2, 3, '', 2, 9, '', 0), Range('right', 4, 4, '', 2, 9, '', 0)])
    'Depending on who rates: left 2 to 3, right 4 of 9'
    >>> range_words([Range('left', 2, 2, '', 2, 9, '', 0), Range('right', 4, 4, '', 2, 9, '', 0)])
    'Whoever rates: left 2, right 4 of 9'
    """
    told = [f"{one.side} {one.least}" + (f" to {one.most}" if one.most > one.least else "")
            for one in ranges if one.most]  # fmt: skip
    who = "Depending on who rates" if any(one.most > one.least for one in ranges) else "Whoever rates"
    return f"{who}: {', '.join(told)} of {ranges[0].origins}" if told else ""


def percent(share: float | None) -> str:
    """Writes a share in whole percent: more digits would claim more than some dozens of origins can tell.

    >>> percent(0.3333), percent(None)
    ('33 %', '')
    """
    return "" if share is None else f"{100 * share:.0f} %"


def led_words(side: str) -> str:
    """Says who leads.

    >>> led_words('left'), led_words('tie'), led_words('none')
    ('the left leads', 'no side leads', 'nothing is rated')
    """
    return {"tie": "no side leads", "none": "nothing is rated"}.get(side, f"the {side} leads")
