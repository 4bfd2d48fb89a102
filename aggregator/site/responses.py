"""Answers of our own pages: HTML or JSON with an entity tag, a redirect, an error with the way out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from datasette import Response  # type: ignore[import-untyped]

from aggregator.site.headers import PAGE_POLICY


async def html(
    datasette: Any, request: Any, template: str, context: Mapping[str, object], *, status: int = 200
) -> Response:
    """Renders a template of ours; a reader who has the same page already gets a 304."""
    body = await datasette.render_template(template, dict(context), request=request)
    return _tagged(request, body, "text/html; charset=utf-8", status)


def as_json(
    request: Any, value: object, *, status: int = 200, content_type: str = "application/json; charset=utf-8"
) -> Response:
    return as_text(request, json.dumps(value, ensure_ascii=False, indent=1) + "\n", content_type, status=status)


def as_text(request: Any, body: str, content_type: str, *, status: int = 200) -> Response:
    return _tagged(request, body, content_type, status)


def line(message: str, status: int) -> Response:
    """Tells a program what went wrong, in one line."""
    return Response(" ".join(message.split()) + "\n", status=status, content_type="text/plain; charset=utf-8")


def redirect(path: str) -> Response:
    return Response.redirect(path, status=301)


def has(request: Any, tag: str) -> bool:
    """Says whether a reader has an answer of this tag already; what a tag says is not hung on how it was packed."""
    told = request.headers.get("if-none-match", "")
    known = {one.strip().removeprefix("W/") for one in told.split(",")}
    return "*" in known or tag.removeprefix("W/") in known


def _tagged(request: Any, body: str, content_type: str, status: int) -> Response:
    tag = f'W/"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'
    headers = {"content-security-policy": PAGE_POLICY}
    if status == 200:
        headers["etag"] = tag
        if has(request, tag):
            return Response("", status=304, headers=headers, content_type=content_type)
    return Response(body, status=status, headers=headers, content_type=content_type)
