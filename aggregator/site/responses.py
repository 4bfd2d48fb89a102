"""Answers of our own pages: HTML or JSON with an entity tag, a redirect, an error with the way out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from datasette import Response  # type: ignore[import-untyped]

from aggregator.site.headers import PAGE_POLICY

# Ages on a page ("12 h ago") are told to the minute, and a new published file should be seen within as long.
_MAX_AGE_SECONDS = 60


async def html(
    datasette: Any, request: Any, template: str, context: Mapping[str, object], *, status: int = 200
) -> Response:
    """Renders a template of ours; a reader who has the same page already gets a 304."""
    body = await datasette.render_template(template, dict(context), request=request)
    return _tagged(request, body, "text/html; charset=utf-8", status)


def as_json(request: Any, value: object, *, status: int = 200) -> Response:
    body = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return _tagged(request, body, "application/json; charset=utf-8", status)


def redirect(path: str) -> Response:
    return Response.redirect(path, status=301)


def _tagged(request: Any, body: str, content_type: str, status: int) -> Response:
    tag = f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'
    headers = {"content-security-policy": PAGE_POLICY, "etag": tag, "cache-control": f"max-age={_MAX_AGE_SECONDS}"}
    if status == 200 and tag in request.headers.get("if-none-match", ""):
        return Response("", status=304, headers=headers, content_type=content_type)
    return Response(body, status=status, headers=headers, content_type=content_type)
