"""What a page of research says: an answer in words, charts, the tables that they are drawn from, and what they rest on.

Every number of a chart stands in a table, and the page for programs has the tables' rows.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from markupsafe import Markup

from aggregator.site.charts import Kind
from aggregator.site.queries import Edition, Reader
from aggregator.site.queries.research import Row
from aggregator.site.shares import Share


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked of a page; an empty field is left out."""

    provider: str
    month: str = "all"
    since: str = ""
    until: str = ""
    topic: str = ""
    language: str = ""
    sides: tuple[str, str] = ("left", "right")
    outlet: int | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A field of the page's form: a list to choose from, or a day where there are no options."""

    name: str
    label: str
    value: str
    options: Sequence[tuple[str, str]] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    caption: str
    drawing: Markup
    legend: Sequence[Kind] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """`href` names the column that has the address of the cell's link."""

    key: str
    heading: str
    number: bool = True
    href: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Row]

    def digits(self, key: str) -> int:
        """Counts the digits behind the point that a column needs: a column of numbers is read down its points.

        >>> Table("", [], [{"z": 1.5}, {"z": 0.25}, {"z": None}]).digits("z")
        2
        """
        numbers = [value for row in self.rows if isinstance(value := row[key], float)]
        return max((len(f"{value:.4f}".rstrip("0").partition(".")[2]) for value in numbers), default=0)


@dataclass(frozen=True, slots=True)
class Finding:
    """`view` is the view that has the numbers, `narrowed` what of it, `also` other views; `rests_on` is in words.

    `since` is the day from which on stories are counted where that is not the file's first.
    """

    answer: str
    rests_on: str
    figures: Sequence[Figure]
    tables: Sequence[Table]
    view: str
    narrowed: Mapping[str, str]
    query: str
    arguments: Mapping[str, str]
    filters: Sequence[Filter] = ()
    notes: Sequence[str] = ()
    also: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    since: str = ""

    @property
    def csv(self) -> Mapping[str, str]:
        """Maps each view that the page is made of to the address of its rows as CSV."""
        views = {self.view: self.narrowed, **self.also}
        return {view: _csv(view, narrowed) for view, narrowed in views.items()}

    @property
    def sql(self) -> str:
        return f"/news/{self.query}?{urlencode(self.arguments)}"


def _csv(view: str, narrowed: Mapping[str, str]) -> str:
    exact = {f"{name}__exact": value for name, value in narrowed.items()}
    return f"/news/{view}.csv?{urlencode(exact | {'form': 'raw'})}"


@dataclass(frozen=True, slots=True)
class Question:
    """A page of research; `rated` says whether its numbers hang on who rates."""

    name: str
    title: str
    method: str
    limits: str
    rated: bool
    answer: Callable[[Reader, Asked, Edition], Awaitable[Finding]]


def percent(part: object, whole: object) -> float | None:
    """Gives a share in per cent with one digit; None where too few are there for one.

    >>> percent(7, 21), percent(3, 9)
    (33.3, None)
    """
    share = Share(count(part), count(whole)).percent
    return None if share is None else round(share, 1)


def count(value: object) -> int:
    """Reads a whole number of a row; nothing is 0."""
    return int(value) if isinstance(value, int | float) else 0


def measure(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def address_of(row: Row) -> str:
    """Where the page of a row's outlet is."""
    return f"/outlet/{row.get('domain') or row['outlet_id']}"


def in_words(minutes: object) -> str:
    """Writes a wait.

    >>> in_words(45.0), in_words(312.5), in_words(5000), in_words(None)
    ('45 min', '5 h 13 min', '3.5 days', 'not told')
    """
    if not isinstance(minutes, int | float):
        return "not told"
    whole = int(minutes + 0.5)
    if whole < 120:
        return f"{whole} min"
    return f"{whole // 60} h {whole % 60} min" if whole < 48 * 60 else f"{whole / 1440:.1f} days"
