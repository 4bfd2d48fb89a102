"""How well storylines do on a file of stories whose storylines are known, beside what little one could do instead."""

from __future__ import annotations

import csv
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aggregator.encoder import installed_encoder
from aggregator.errors import AggregatorError, DataFileError, NotFoundError
from aggregator.models import Document
from aggregator.storylines import StorylineConfig
from aggregator.storylines.measure import PairScores, by_headlines, by_names, linked, pair_scores, read_all
from aggregator.storylines.subject import with_meaning
from aggregator.times import from_iso

COLUMNS = ("doc_id", "title", "gold_story", "gold_storyline")
"""What a file of storylines has at least; published, summary and note where known."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A file of stories: their articles, their storylines ('' for none), and what they are called."""

    voices: Mapping[int, tuple[Document, ...]]
    gold: Mapping[int, str]
    names: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores of a file: by words alone, with an encoder (None where none is installed), and of two baselines."""

    stories: int
    storylines: int
    alone: PairScores
    with_meaning: PairScores | None
    headlines: PairScores
    names: PairScores
    seconds: float


def read_labelled(path: Path) -> Labelled:
    """Reads a file of storylines; raises NotFoundError, AggregatorError and DataFileError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError as error:
        raise NotFoundError("there is no such file", path) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AggregatorError("can't be read as CSV", path, error) from error
    if not rows:
        raise DataFileError(path, (), "has no story")
    missing = [column for column in COLUMNS if column not in rows[0]]
    if missing:
        raise DataFileError(path, [f"{path.name}:1: no column {', '.join(missing)}"])
    number: dict[str, int] = {}
    voices: defaultdict[int, list[Document]] = defaultdict(list)
    gold: dict[int, str] = {}
    for place, row in enumerate(rows, 1):
        story = number.setdefault(row["gold_story"], len(number) + 1)
        voices[story].append(_document(path, place, row))
        gold[story] = row["gold_storyline"] or ""
    return Labelled(
        {story: tuple(said) for story, said in voices.items()}, gold, {place: name for name, place in number.items()}
    )


def _document(path: Path, place: int, row: Mapping[str, str]) -> Document:
    try:
        published = from_iso(row["published"]).timestamp() if row.get("published") else None
    except ValueError as error:
        raise DataFileError(path, [f"{path.name}:{place + 1}: {row['published']!r} is no time"]) from error
    language = row.get("lang") or None
    return Document(
        place, row["doc_id"], row["title"], row.get("summary") or "", published=published, language=language
    )


def measure(path: Path, config: StorylineConfig | None = None) -> Measured:
    """Links the stories of a file, each as it is labelled, and scores the pairs that come to one storyline."""
    labelled, chosen = read_labelled(path), config or StorylineConfig()
    started = time.perf_counter()
    alone = pair_scores(labelled.gold, linked(read_all(labelled.voices, meaning=False), chosen).line_of)
    encoder, meant = installed_encoder(), None
    if encoder is not None:
        voices = with_meaning(labelled.voices, encoder.encode)
        meant = pair_scores(labelled.gold, linked(read_all(voices, meaning=True), chosen).line_of)
    return Measured(
        len(labelled.gold),
        len({line for line in labelled.gold.values() if line}),
        alone,
        meant,
        pair_scores(labelled.gold, by_headlines(labelled.voices)),
        pair_scores(labelled.gold, by_names(labelled.voices)),
        time.perf_counter() - started,
    )


def rows_of(measured: Measured) -> list[tuple[str, PairScores]]:
    """Gives the scores with what each is called, ours first."""
    found = [("storylines, with an encoder", measured.with_meaning), ("storylines, words alone", measured.alone)]
    found += [("two names in common", measured.names), ("headlines alike", measured.headlines)]
    return [(name, scores) for name, scores in found if scores is not None]
