"""What a reader asks of the comparison, and the addresses of the same comparison otherwise."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import BadRequest  # type: ignore[import-untyped]

from aggregator.site import narrowing
from aggregator.site.days import day_of
from aggregator.site.providers import Shown
from aggregator.site.queries.compare import ORDERS

# Four weeks: each weekday four times, and a large outlet has some hundred stories of several origins in them.
DAYS = 28
_LONGEST = 200

# What each of the two has of a story, in the words of an address.
HAS: dict[int | None, str] = {1: "own", 0: "reprint", None: "none"}
LISTS = {f"{HAS[a]}-{HAS[b]}": (a, b) for a in HAS for b in HAS}
BOTH, ONLY_A, ONLY_B = "own-own", "own-none", "none-own"
# What is known of one that has nothing: first what says something, of an outlet or of a side.
SILENCES = ("left out", "blindspot", "no finding", "not known", "too early", "not asked", "other language", "not told")
# The address's own names for the days; the fields can't be called so.
_NAMES = {"since": "from", "until": "to"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as its address puts it; an empty field is left out."""

    a: str = ""
    b: str = ""
    since: str | None = None
    until: str | None = None
    language: str | None = None
    sort: str = "origins"
    show: str | None = None
    silence: str | None = None
    word: str | None = None
    page: int = 1

    @classmethod
    def of(cls, request: Any) -> Asked:
        """Reads an address; raises BadRequest for what can't be meant."""
        args = request.args

        def text(name: str) -> str:
            return " ".join((args.get(name) or "").split())[:_LONGEST]

        show, silence = narrowing.one_of(args, "show", LISTS), narrowing.one_of(args, "silence", SILENCES)
        return cls(
            a=text("a"),
            b=text("b"),
            since=day_of(args, "from"),
            until=day_of(args, "to"),
            language=narrowing.language_of(args),
            sort=narrowing.one_of(args, "sort", ORDERS) or "origins",
            show=show,
            silence=silence if show else None,
            word=text("word") or None,
            page=narrowing.page_of(args),
        )

    def within(self, latest: str) -> tuple[str, str]:
        """Returns the first and the last day to look at; raises BadRequest where the first is after the last."""
        until = self.until or (max(latest, self.since) if self.since else latest)
        since = self.since or _days_before(until, DAYS - 1)
        if since > until:
            raise BadRequest(f"The time from {since} to {until} ends before it begins: exchange the two days.")
        return since, until


@dataclass(frozen=True, slots=True)
class Addresses:
    """Writes addresses of the comparison that is shown, by the same ratings."""

    asked: Asked
    shown: Shown

    def on(self, **changes: Any) -> str:
        """The same comparison, with another list, page, word or order."""
        return self.shown.kept(f"/compare?{self.query(**changes)}")

    def json(self) -> str:
        return self.shown.kept(f"/compare.json?{self.query()}")

    def query(self, **changes: Any) -> str:
        told = asdict(replace(self.asked, **changes))
        usual = asdict(Asked())
        return urlencode({_NAMES.get(name, name): value for name, value in told.items() if value != usual[name]})

    @property
    def swapped(self) -> str:
        """The same comparison from the other's side."""
        show = self.asked.show and "-".join(reversed(self.asked.show.split("-")))
        return self.on(a=self.asked.b, b=self.asked.a, show=show)


def _days_before(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
    except OverflowError:
        return date.min.isoformat()
