"""What a published file says of itself: its edition, its tables and their types, its ratings and whom to credit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from aggregator.store.publish import setting_of

_NUMBERS = {"INTEGER": int, "INT": int, "REAL": float}


@dataclass(frozen=True, slots=True)
class PublishedState:
    """Which state of the newsroom a published file holds; times are UTC, '' where nothing was run.

    `layout` names the tables and views that the version of the program had which made the file.
    """

    made: str
    run: int | None
    run_kind: str
    version: str
    ratings_hash: str
    layout: str
    demo: bool
    stories: int


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose ratings the file holds, and on what terms; a licence that nobody stated is ''."""

    name: str
    title: str
    homepage: str
    licence: str
    licence_url: str

    def words(self) -> str:
        """Writes the credit as one line.

        >>> Credit("MBFC", "Media Bias/Fact Check", "https://mbfc.example/", "", "").words()
        'Ratings: Media Bias/Fact Check, https://mbfc.example/'
        """
        licence = " ".join(filter(None, (self.licence, f"({self.licence_url})" if self.licence_url else "")))
        return "Ratings: " + ", ".join(filter(None, (self.title or self.name, self.homepage, licence)))


def state_of(db: Database) -> PublishedState:
    """Returns which state of the newsroom a published file holds."""
    rows = db.execute(
        "select finished, id, kind, version from runs where finished is not null"
        " order by finished desc, id desc limit 1"
    ).fetchall()
    made, run, kind, version = rows[0] if rows else ("", None, "", "")
    demo = setting_of(db, "demo") != ""
    stories = db.table("stories").count_where("state <> 'merged' and articles > 0")
    told = setting_of(db, "ratings_hash"), setting_of(db, "layout")
    return PublishedState(made, run, kind, version, *told, demo, stories)


def names_of(db: Database) -> list[str]:
    """Lists the tables and views that are meant for people."""
    return [name for name in (*db.table_names(), *db.view_names()) if "_fts" not in name and name[:7] != "sqlite_"]


def counts_of(db: Database) -> dict[str, int]:
    """Counts the rows of each table."""
    return {name: db.table(name).count for name in sorted(names_of(db)) if name in db.table_names()}


def kinds_of(db: Database, name: str) -> dict[str, type]:
    """Maps each column of a table or view to int, float or str.

    A STRICT table declares them. Of all others the values tell, read once: SQLite has no types for what a view
    computes. A column without any value has the type that is declared, else it is text.
    """
    declared = {row[1]: _NUMBERS.get(row[2], str) for row in db.execute("select * from pragma_table_xinfo(?)", [name])}
    strict = db.execute("select strict from pragma_table_list where name = ? and schema = 'main'", [name]).fetchone()
    return declared if strict and strict[0] else _told_by_values(db, name, declared)


def _told_by_values(db: Database, name: str, declared: dict[str, type]) -> dict[str, type]:
    asked = ", ".join(f"max(typeof([{c}]) = 'text'), max(typeof([{c}]) = 'real'), count([{c}])" for c in declared)
    found = db.execute(f"select {asked} from [{name}]").fetchone()
    kinds: dict[str, type] = {}
    for place, (column, kind) in enumerate(declared.items()):
        text, real, values = found[place * 3 : place * 3 + 3]
        kinds[column] = (str if text else float if real else int) if values else kind
    return kinds


def credits_of(db: Database) -> list[Credit]:
    """Lists whose ratings the file holds, by name."""
    rows = db.execute(
        "select rated.name, coalesce(title, ''), coalesce(homepage, ''), coalesce(licence, ''),"
        " coalesce(licence_url, '')"
        " from (select distinct provider as name from ratings) rated"
        " left join providers on providers.name = rated.name order by rated.name"
    ).fetchall()
    return [Credit(*row) for row in rows]


def rating_records(db: Database) -> Iterator[tuple[object, ...]]:
    """Yields the published ratings in the columns of ratings.csv, in its order."""
    yield from db.execute(
        "select outlet.domain, provider, scope, label, score, confidence, factual_reporting, source_url, valid_from"
        " from ratings rating join outlets outlet on outlet.id = rating.outlet_id"
        " order by outlet.domain, provider, scope, valid_from"
    )
