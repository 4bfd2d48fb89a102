"""`/news/TABLE.csv`, `/news/QUERY.csv` and `/news.csv?sql=`: in place of Datasette's own, which cut inside a 200.

Of a table it ends at 100 MB and at the first step that takes a second, of a query after 2,000 rows, with nothing said.
"""

from __future__ import annotations

from typing import Any

from datasette import Response  # type: ignore[import-untyped]

from aggregator.site.out.csv_answer import Asked, answer_question
from aggregator.site.out.tables import question_of, redirect_of


async def table_csv(request: Any, datasette: Any, receive: Any, send: Any) -> Response | None:
    """Answers with all rows that the page of the same address would page through."""
    if leads_to := redirect_of(request):
        return Response.redirect(leads_to)
    name, question = await question_of(datasette, request)
    return await answer_question(Asked.of(request, datasette, name), question, receive, send)
