"""`/research` and its pages: which questions there are, what a reader may ask, and the answer as page or JSON."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from datasette.utils.asgi import BadRequest, NotFound  # type: ignore[import-untyped]

from aggregator.site import narrowing, providers, queries, responses
from aggregator.site.charts import SIDES
from aggregator.site.days import day_of
from aggregator.site.queries import research as questions
from aggregator.site.research import agenda, coverage, first, retitled, sensitivity, wire, wording
from aggregator.site.research.finding import Asked, Finding, Question

QUESTIONS: dict[str, Question] = {
    module.QUESTION.name: module.QUESTION
    for module in (coverage, wording, first, wire, agenda, retitled, sensitivity)
}  # fmt: skip
_SIDES = [kind.key for kind in SIDES if kind.key != "unrated"]


async def research(request: Any, datasette: Any) -> Any:
    """Answers `/research`, `/research/NAME` and both with `.json`."""
    name, db = request.url_vars["name"], datasette.get_database("news")
    edition = await queries.edition(db)
    shown = providers.shown(request, edition)
    context = {"edition": edition, "now": datasette.reading_room.clock(), "shown": shown}
    if not name:
        if request.url_vars["format"]:
            return responses.as_json(request, {"questions": [_named(question) for question in QUESTIONS.values()]})
        context |= {"questions": QUESTIONS.values(), "span": (await questions.rows(db, questions.WHOLE))[0]}
        return await responses.html(datasette, request, "research_index.html", context)
    question = QUESTIONS.get(name)
    if question is None:
        raise NotFound(f"There is no research called {name[:60]!r}.")
    asked = _asked(request, shown.name)
    finding = await question.answer(db, asked, edition)
    _refuse_unknown(request, finding)
    whole = asked.month == "all"
    within = (finding.since, "9999") if whole else (f"{asked.month}-01", f"{asked.month}-31")
    span = (await questions.rows(db, questions.SPAN, first=within[0], last=within[1]))[0]
    if request.url_vars["format"]:
        return responses.as_json(request, _told(question, asked, finding, span, edition))
    context |= {"question": question, "asked": asked, "finding": finding, "span": span}
    return await responses.html(datasette, request, "research.html", context)


def _asked(request: Any, provider: str) -> Asked:
    """Reads an address as far as it can be read by itself; raises BadRequest for what is no day."""
    sides = _choice(request, "sides").split("-")
    month, outlet = _choice(request, "month"), _choice(request, "outlet")
    since, until = (day_of(request.args, name) or "" for name in ("since", "until"))
    if until and since > until:
        raise BadRequest(f"The first day asked for, {since}, is after the last, {until}.")
    return Asked(
        provider=provider,
        month=month if re.fullmatch(r"\d{4}-\d{2}", month) else "all",
        since=since,
        until=until,
        topic=_choice(request, "topic")[:100],
        language=_choice(request, "language")[:10],
        outlet=int(outlet) if re.fullmatch(r"[0-9]{1,15}", outlet) else None,
        sides=(sides[0], sides[1]) if len(sides) == 2 else ("left", "right"),
    )


def _choice(request: Any, name: str) -> str:
    """Reads a field that is chosen from a list; two sides in the order of the list."""
    text = (request.args.get(name) or "").strip()
    named = text.split("-")
    if name == "sides" and set(named) <= set(_SIDES):
        return "-".join(sorted(named, key=_SIDES.index))
    return text


def _refuse_unknown(request: Any, finding: Finding) -> None:
    """Raises BadRequest for a choice that the page doesn't offer: an answer without it would be of something else.

    What a page has no field for is passed over, so that one month can be asked of all pages.
    """
    for field in finding.filters:
        known, asked = dict(field.options or ()), _choice(request, field.name)
        if field.options is not None and asked and asked not in known:
            told = [value if value in words else f"{value} ({words})" for value, words in known.items() if value]
            raise narrowing.none_of(field.name, asked, told)


def _named(question: Question) -> dict[str, str]:
    return {
        "name": question.name,
        "question": question.title,
        "address": f"/research/{question.name}",
        "method": f"/methodology#{question.name}",
    }


def _told(
    question: Question, asked: Asked, finding: Finding, span: questions.Row, edition: queries.Edition
) -> dict[str, object]:
    """Says the same as the page, for programs."""
    return {
        **_named(question),
        "asked": asdict(asked),
        "rated": "as of publication" if question.rated else None,
        "edition": asdict(edition),
        "answer": finding.answer,
        "rests_on": finding.rests_on,
        "covers": {"first": span["first"], "last": span["last"]},
        "tables": [
            {"caption": table.caption, "columns": {one.key: one.heading for one in table.columns}, "rows": table.rows}
            for table in finding.tables
        ],
        "notes": finding.notes,
        "limits": question.limits,
        "csv": finding.csv,
        "sql": finding.sql,
    }
