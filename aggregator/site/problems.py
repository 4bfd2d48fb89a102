"""What a reader is told when something is not there or went wrong: one sentence, and the way out."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from typing import Any

from datasette import NotFound, Response  # type: ignore[import-untyped]
from datasette.database import QueryInterrupted  # type: ignore[import-untyped]
from datasette.utils.asgi import Base400  # type: ignore[import-untyped]
from datasette.views.base import DatasetteError  # type: ignore[import-untyped]

from aggregator.site import responses
from aggregator.site.allowance import is_data
from aggregator.site.bounds import TooBusy
from aggregator.site.ways import plainer, ways
from aggregator.site.words import day_words

_log = logging.getLogger(__name__)
_TITLES = {
    400: "That can't be answered", 403: "Not open to readers", 404: "Not here", 429: "Too many at once",
    503: "Not at this moment",
}  # fmt: skip
_TOO_LONG = "The question took longer than a second and was ended. Narrow it to a day, an outlet or a few hundred rows."
# What reads these shows no page; JSON has its errors as JSON.
_FOR_PROGRAMS = (".csv", ".atom")
_LATER = "This page took longer than it may while others are read. Try again in a minute."
_UNREADABLE = (
    "The address has something after its question mark that can't be read. Leave it out, or start anew at /news."
)

# What a reader wrote is given back, so that a long question need not be written again.
_QUESTION_CHARACTERS = 5_000


class NoSuchOutlet(NotFound):  # type: ignore[misc]
    """An outlet that is not there; `near` has the addresses and names of those that resemble what was asked."""

    def __init__(self, asked: str, near: Sequence[tuple[str, str]]) -> None:
        super().__init__(f"There is no outlet {asked[:100]!r} here, listed or met in an article.")
        self.near = tuple(near)


async def problem(datasette: Any, request: Any, exception: Exception) -> Response:
    """Answers an exception; one that was not foreseen is logged with its traceback and tells the reader nothing."""
    status, title, message = _described(exception, data=is_data(request.path))
    title, message = plainer(title, message)
    if request.path.endswith(_FOR_PROGRAMS):
        return responses.line(message, status)
    near = exception.near if isinstance(exception, NoSuchOutlet) else ()
    if request.path.endswith(".json"):
        told = {"ok": False, "error": message, "status": status} | ({"nearest": near} if near else {})
        return responses.as_json(request, told, status=status)
    context = {"title": title, "message": message, "status": status, "near": near}
    return await _page(datasette, request, context)


async def removed(datasette: Any, request: Any, story: int, when: str) -> Response:
    """Answers for a story whose last article was taken out: its address stays, and says why nothing is there."""
    return await _gone(datasette, request, f"All that story {story} held was", when)


async def removed_article(datasette: Any, request: Any, article: int, when: str) -> Response:
    """Answers for an article that was taken out."""
    return await _gone(datasette, request, f"Article {article} was", when)


async def removed_outlet(datasette: Any, request: Any, name: str, when: str) -> Response:
    """Answers for an outlet all of whose articles were taken out."""
    return await _gone(datasette, request, f"All that {name} published was", when)


async def _gone(datasette: Any, request: Any, what: str, when: str) -> Response:
    message = f"{what} removed on request on {day_words(when[:10])}."
    if request.path.endswith(".json"):
        told = {"ok": False, "error": message, "status": 410, "removed": when}
        return responses.as_json(request, told, status=410)
    return await _page(datasette, request, {"title": "Removed on request", "message": message, "status": 410})


async def _page(datasette: Any, request: Any, context: dict[str, Any]) -> Response:
    context |= {"ways": ways(request.path, request.args.get("_search") or ""), "now": datasette.reading_room.clock()}
    context["question"] = (request.args.get("sql") or "")[:_QUESTION_CHARACTERS]
    return await responses.html(datasette, request, "problem.html", context, status=context["status"])


def _described(exception: Exception, *, data: bool) -> tuple[int, str, str]:
    """Says status, title and words; what fails on Datasette's own pages was asked of them in their address."""
    if isinstance(exception, MemoryError):
        exception = TooBusy()
    if isinstance(exception, DatasetteError):
        # Datasette words one message only in HTML, with a script and a style in it: that of a query that took too long.
        message = _TOO_LONG if exception.message_is_html else exception.message
        status = 400 if exception.status == 500 else exception.status
        return status, exception.title or _title(status), message
    if isinstance(exception, Base400):
        told = str(exception.args[0]) if exception.args else ""
        return exception.status, _title(exception.status), "There is no such page." if told in ("", "404") else told
    if isinstance(exception, QueryInterrupted):
        return (400, _title(400), _TOO_LONG) if data else (503, _title(503), _LATER)
    if data:
        told = str(exception) if isinstance(exception, sqlite3.Error) else _UNREADABLE
        _log.warning("an address that Datasette can't read: %s: %s", type(exception).__name__, str(exception)[:200])
        return 400, _title(400), told
    _log.error("a page failed", exc_info=exception)
    return 500, _title(500), "This page failed, and the failure has been written down. The others work on."


def _title(status: int) -> str:
    return _TITLES.get(status, "Something went wrong")
