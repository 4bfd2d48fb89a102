"""The labelled pairs of tests/copies: texts of our own, with what outlets do to them, as documents."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aggregator import text
from aggregator.grouping.config import GroupingConfig
from aggregator.grouping.copies import find_copies
from aggregator.models import CopyLink, Document

HOME = Path(__file__).parent / "copies"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, whether they are one text, and what the tier should say of them where the file tells."""

    kind: str
    copy: bool
    one: Document
    other: Document
    method: str | None = None
    wire: str | None = None

    def links(self, *, turned: bool = False) -> list[CopyLink]:
        documents = [self.one, self.other]
        return find_copies(documents[::-1] if turned else documents, GroupingConfig())

    def found(self) -> bool:
        first, second = self.links()
        return first.representative == second.representative


def read_pairs() -> list[Pair]:
    """Read copies.toml and apart.toml; every document of theirs has a number of its own."""
    texts = tomllib.loads((HOME / "texts.toml").read_text(encoding="utf-8"))
    pairs = []
    for name in ("copies", "apart"):
        for raw in tomllib.loads((HOME / f"{name}.toml").read_text(encoding="utf-8"))["pair"]:
            one, other = (_document(2 * len(pairs) + n, texts, raw[key]) for n, key in enumerate(("one", "other")))
            pairs.append(Pair(raw["kind"], name == "copies", one, other, raw.get("method"), raw.get("wire")))
    return pairs


def _document(number: int, texts: Mapping[str, Any], told: Mapping[str, Any]) -> Document:
    raw = {**texts[told["of"]], **told} if "of" in told else told
    body = "" if raw.get("bare") or raw.get("blurb") else _body(raw)
    summary = "" if raw.get("bare") else raw.get("summary", "")
    return Document(
        id=number,
        order=hashlib.sha256(str(number).encode()).hexdigest(),
        title=raw["title"],
        summary=summary,
        body=body,
        published=3600.0 * raw.get("hours", 0) + 1e9,
        outlet=raw["outlet"],
        language=raw.get("language", "en"),
        wire=text.wire_of(raw.get("byline"), body, summary)
        or text.agency_named(raw.get("source", ""))
        or text.agency_at(raw.get("canonical", "")),
        url=raw.get("url", f"https://{raw['outlet']}/{number}"),
        canonical=raw.get("canonical"),
    )


def _body(raw: Mapping[str, Any]) -> str:
    paragraphs = [" ".join(paragraph.split()) for paragraph in raw.get("body", "").strip().split("\n\n")]
    kept = [paragraphs[index] for index in raw.get("keep", range(len(paragraphs)))]
    body = "\n\n".join([raw.get("start", "") + kept[0], *kept[1:], *([raw["end"]] if "end" in raw else [])])
    for old, new in raw.get("swap", ()):
        body = body.replace(old, new)
    return body
