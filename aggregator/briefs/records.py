"""What a brief is made from, and what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from aggregator.models import Scope


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a brief reads it; `text` has a paragraph a line.

    `origin` is the article whose text it is: its own, or that of the one it was copied from. `side` is left, center or
    right, None where its outlet is unrated; `day` is that of its publication, where it is told. `text_kind` is whose
    words the text is: publisher, aggregator or machine. `is_commentary` says that its outlet files it as analysis or
    the like, which is no opinion by its rating.
    """

    id: int
    origin: int
    side: str | None
    title: str
    text: str
    language: str | None = None
    day: date | None = None
    scope: Scope = Scope.NEWS
    text_kind: str = "publisher"
    is_commentary: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article as it is written; `place` counts from its beginning, a `usable` one stands by itself."""

    source: Source
    place: int
    text: str
    usable: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a brief with the articles it rests on: first the one that it is taken from."""

    text: str
    articles: Sequence[int]


@dataclass(frozen=True, slots=True)
class Brief:
    """What happened and who says so, in sentences of the articles.

    `agree` is stated by articles of at least two sides, `only_said_by` by those of one side alone. `sources` counts the
    origins whose sentences could be used, `left_out` those that gave none: of another language, without a usable text,
    of opinion, of fact checks, or not their publisher's own words.
    """

    headline: Statement
    summary: Sequence[Statement] = ()
    key_points: Sequence[Statement] = ()
    agree: Sequence[Statement] = ()
    only_said_by: Mapping[str, Sequence[Statement]] = field(default_factory=dict)
    language: str | None = None
    sources: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ArticleBrief:
    """What one article says, in sentences of its own; both lists are empty where its text gives none."""

    summary: Sequence[Statement] = ()
    key_points: Sequence[Statement] = ()
    language: str | None = None
