"""What must hold before strangers may read: checked on the site as it is made, each by a name of its own."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from datasette.plugins import DEFAULT_PLUGINS, pm  # type: ignore[import-untyped]

from aggregator.config import SiteConfig
from aggregator.errors import ServeError
from aggregator.site.database import PublishedDatabase
from aggregator.site.sql_guard import MAX_LENGTH, memory_limit

OUR_PLUGIN = "aggregator"
# Datasette's own notes on the tables, in memory, which it shows to nobody who has not logged in.
_INNER = "_internal"
# One of each kind: a page of ours, one of Datasette's, data, an answer to a mistake.
_PAGES = ("/", "/news", "/news.json?sql=select+1", "/story/0")
_CLOSED = ("/-/threads", "/-/plugins", "/-/versions", "/-/settings", "/_memory", "/_internal")
# What a reader's SQL must not do; each is tried on a connection as the pages have it.
ATTACKS = {
    "attach another file": "attach database ':memory:' as other",
    "change a setting of the database": "pragma writable_schema = on",
    "write": "create table public_check (a)",
    "copy the file elsewhere": "vacuum into '/nonexistent/copy.db'",
    "load a library": "select load_extension('/nonexistent.so')",
    "hold a thread with one call": "select length(randomblob(1))",
    "fill the memory with one call": "select length(zeroblob(1))",
    "see what others ask": "select * from sqlite_stmt",
    "count what others ask": "with t as (select 1) select (select count(*) from t), count(*) from sqlite_stmt",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a site stands: what its settings say, what its connection lets through, how it answers, and as whom."""

    settings: SiteConfig
    let_through: Sequence[str] = ()
    longest: int = MAX_LENGTH
    memory: int = 1
    limited: bool = True
    policies: Mapping[str, str] = field(default_factory=dict)
    changed: Sequence[str] = ()
    opened: Sequence[str] = ()
    plugins: Sequence[str] = ()
    user: int = 1000
    writable: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A protection and the question whether it is missing: the answer is a sentence, '' where it holds."""

    name: str
    missing: Callable[[Standing], str]


def _address(standing: Standing) -> str:
    if standing.settings.address:
        return ""
    return "site.address is not set: links would lead wherever a visitor's request says that the site is"


def _contact(standing: Standing) -> str:
    if standing.settings.contact:
        return ""
    return "site.contact is not set: who is quoted here, and wants out, must be able to write to somebody"


def _guard(standing: Standing) -> str:
    told = [f"a visitor's SQL can {what}" for what in standing.let_through]
    if standing.longest > MAX_LENGTH:
        told.append(f"a visitor's SQL can make texts of {standing.longest:,} bytes")
    return "; ".join(told)


def _limits(standing: Standing) -> str:
    told = [] if standing.limited else ["questions of visitors have no limit of time and number"]
    return "; ".join(told if standing.memory else [*told, "SQLite may take any memory"])


def _headers(standing: Standing) -> str:
    bare = [page for page, policy in standing.policies.items() if "frame-ancestors 'none'" not in policy]
    inline = [page for page, policy in standing.policies.items() if "script-src 'self' 'unsafe-inline'" in policy]
    return f"without a content policy: {', '.join(bare + inline)}" if bare or inline else ""


def _methods(standing: Standing) -> str:
    return f"answers to more than GET and HEAD: {', '.join(standing.changed)}" if standing.changed else ""


def _closed(standing: Standing) -> str:
    return f"tells of this machine: {', '.join(standing.opened)}" if standing.opened else ""


def _plugins(standing: Standing) -> str:
    if not standing.plugins:
        return ""
    return f"installed beside it, and able to open any door: {', '.join(standing.plugins)}; uninstall what isn't ours"


def _user(standing: Standing) -> str:
    return "" if standing.user else "runs as root: give the site a user of its own (docs/deploy.md)"


CHECKS = (
    Check("address", _address),
    Check("contact", _contact),
    Check("SQL guard", _guard),
    Check("limits", _limits),
    Check("headers", _headers),
    Check("methods", _methods),
    Check("closed pages", _closed),
    Check("plugins", _plugins),
    Check("user", _user),
)


def missing(standing: Standing) -> list[str]:
    """Names each protection that is missing, with what is wrong."""
    return [f"{check.name}: {told}" for check in CHECKS if (told := check.missing(standing))]


def advice(standing: Standing) -> list[str]:
    """Names what is better otherwise, and may be meant: one person's machine has one user, an inner network no TLS."""
    told = [f"{path} can be written by the site's user; a user of its own needs to read it only"
            for path in standing.writable]  # fmt: skip
    if standing.settings.address.startswith("http://"):
        told.append("site.address begins with http: what is read can be seen and changed on its way")
    return told


def require(standing: Standing) -> None:
    """Raises ServeError where a protection is missing, a line for each."""
    found = missing(standing)
    if found:
        count = "a protection is" if len(found) == 1 else f"{len(found)} protections are"
        lines = "".join(f"\n  {line}" for line in found)
        raise ServeError(f"not served, {count} missing:{lines}", "--public")


def standing_of(datasette: Any, published: Path) -> Standing:
    """Tries the site out before it is served: its connection, its answers, its surroundings."""
    return asyncio.run(_tried(datasette, published))


async def _tried(datasette: Any, published: Path) -> Standing:
    served = [database for name, database in datasette.databases.items() if name != _INNER]
    tried = [await database.execute_fn(_let_through) for database in served]
    policies = {page: await _policy(datasette, page) for page in _PAGES}
    return Standing(
        settings=datasette.reading_room.settings,
        let_through=sorted({what for let_through, _ in tried for what in let_through}),
        longest=max(longest for _, longest in tried),
        memory=memory_limit(),
        limited=all(isinstance(database, PublishedDatabase) for database in served),
        policies=policies,
        changed=[page for page in _PAGES if (await datasette.client.post(page)).status_code != 405],
        opened=[page for page in _CLOSED if (await datasette.client.get(page)).status_code == 200],
        plugins=foreign_plugins(),
        user=os.geteuid(),
        writable=[path for path in (published, published.parent) if os.access(path, os.W_OK)],
    )


async def _policy(datasette: Any, page: str) -> str:
    answer = await datasette.client.get(page)
    return str(answer.headers.get("content-security-policy", ""))


def _let_through(connection: sqlite3.Connection) -> tuple[list[str], int]:
    let_through = [what for what, sql in ATTACKS.items() if not _refuses(connection, sql)]
    return let_through, connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH)


def _refuses(connection: sqlite3.Connection, sql: str) -> bool:
    """Says whether a connection refuses a question for what it is, not for what is missing to carry it out."""
    try:
        connection.execute(sql).fetchall()
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorname", "") == "SQLITE_AUTH" or "not authorized" in str(error)
    return False


def foreign_plugins() -> list[str]:
    """Names the plugins of Datasette in this environment that are neither its own nor ours."""
    known = {*DEFAULT_PLUGINS, OUR_PLUGIN}
    return sorted(name for name, plugin in pm.list_name_plugin() if plugin is not None and name not in known)
