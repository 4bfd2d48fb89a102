"""The members of a story as its page shows them: each with what is said of it, its reprints folded under it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aggregator.models import Reason
from aggregator.site.bars import Step, step
from aggregator.site.queries import HeadlineChange, MemberRow, RatingRow
from aggregator.site.words import tells_time


@dataclass(frozen=True, slots=True)
class Member:
    """An article with all that is said of it, and the reprints of its text in this story."""

    row: MemberRow
    place: Step
    first: bool
    foreign: bool
    reasons: Sequence[Reason]
    ratings: Sequence[RatingRow]
    changes: Sequence[HeadlineChange]
    reprints: Sequence[Member] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A lean with its members; `origins` counts the independent ones."""

    place: Step
    origins: int
    members: Sequence[Member]

    @property
    def lean(self) -> int | None:
        return self.members[0].row.lean if self.members else None


def gathered(
    rows: Sequence[MemberRow], ratings: Sequence[RatingRow], changes: Sequence[HeadlineChange]
) -> list[Member]:
    """Gathers what belongs to each article, and folds reprints under the article whose text they carry."""
    by_article, changed = defaultdict(list), defaultdict(list)
    for rating in ratings:
        by_article[rating.article_id].append(rating)
    for change in changes:
        changed[change.article_id].append(change)
    usual = Counter(row.language for row in rows).most_common(1)[0][0] if rows else None
    members = [
        Member(row, step(row.lean), _alone_first(row, rows), row.language not in (None, usual), row.why(),
               by_article[row.article_id], changed[row.article_id])
        for row in rows
    ]  # fmt: skip
    return _folded(members)


def column(place: Step, members: Sequence[Member]) -> Column:
    mine = [member for member in members if member.place == place]
    return Column(place, sum(member.row.independent for member in mine), mine)


def _alone_first(row: MemberRow, rows: Sequence[MemberRow]) -> bool:
    """Says whether an article is older than all others, by a time of day that its outlet told; of two neither is."""
    reports = [one for one in rows if not one.retold]
    alone = len(reports) == 1 or (len(reports) > 1 and reports[1].at > row.at)
    return bool(reports) and row is reports[0] and tells_time(row.published) and alone


def _folded(members: Sequence[Member]) -> list[Member]:
    """Puts reprints under the one of their text that counts in the story; a text that only retells may have none."""
    standing = {member.row.origin_id for member in members if member.row.independent}
    reprints: defaultdict[int | None, list[Member]] = defaultdict(list)
    shown: list[Member] = []
    for member in members:
        folded = not member.row.independent and member.row.origin_id in standing
        (reprints[member.row.origin_id] if folded else shown).append(member)
    return [replace(one, reprints=reprints[one.row.origin_id] if one.row.independent else ()) for one in shown]
