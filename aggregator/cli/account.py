"""A page's account in words: what each place said, what was taken for it, and what was left out of the text."""

from __future__ import annotations

from collections.abc import Iterator

from aggregator.models import ParsedPage
from aggregator.pages import Account
from aggregator.text import cut
from aggregator.times import iso

_FIELDS = ("title", "published", "authors", "scope")
_OTHERS = ("url", "language", "section", "kind", "summary", "image", "flags", "text_kind", "original")
_VALUE = 110  # characters of a value on its line


def account_lines(name: str, account: Account, page: ParsedPage, wire: str | None) -> Iterator[str]:
    """The lines of an account; `page` is what a spider made of it in the end, which may be account.page."""
    yield f"== {name}"
    for field in _FIELDS:
        yield f"{field:10} {_value(page, field)}"
        for told in (one for one in account.told if one.field == field):
            yield f"    {told.place:28} {cut(told.value, _VALUE) or '-'}{f'   [{told.note}]' if told.note else ''}"
    for field in _OTHERS:
        yield f"{field:10} {_value(page, field)}"
    yield f"{'wire':10} {wire or '-'}"
    yield from (f"{'printed':10} {one.provider or 'a rating'}: {one.label}" for one in page.printed_ratings)
    yield from _body(account, page)


def _body(account: Account, page: ParsedPage) -> Iterator[str]:
    yield f"body       {page.body_status or '-'}: {account.status}"
    yield f"    the text is from {account.text_from or 'nowhere'}"
    if changed := [field for field in (*_FIELDS, *_OTHERS, "body") if _differs(account.page, page, field)]:
        yield f"    the spider's own parse_article then changed {', '.join(changed)}"
    yield f"    parts taken out of the page: {len(account.parts) or 'none'}"
    yield from (f"        {what}   [{why}]" for what, why in account.parts)
    yield f"    lines left out of the text: {len(account.lines) or 'none'}"
    yield from (f"        {cut(what, _VALUE)}   [{why}]" for what, why in account.lines)
    yield "    the text:"
    yield from (f"        {line}" for line in page.body.split("\n"))


def _differs(before: ParsedPage, after: ParsedPage, field: str) -> bool:
    return bool(getattr(before, field) != getattr(after, field))


def _value(page: ParsedPage, field: str) -> str:
    value = getattr(page, field)
    if field == "published":
        return iso(value) if value else "-"
    return (", ".join(value) if isinstance(value, tuple) else cut(str(value or ""), _VALUE)) or "-"
