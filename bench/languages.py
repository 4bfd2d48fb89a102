"""How often the language of a headline is told, and told rightly: `language_of` on files whose `lang` is known.

    python -m bench.languages NEWS.csv ...

Prints for each language, and for each length of headline, how many there are, which share of them is told, and which
share of what is told is right; then the time a headline takes and the memory of the model.
"""

from __future__ import annotations

import csv
import resource
import sys
import time
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from aggregator.resources import language_of
from aggregator.text import language_code

LENGTHS = ((0, 20), (20, 30), (30, 40), (40, 60), (60, 80), (80, 120), (120, 10_000))


class Told(NamedTuple):
    language: str
    told: str | None
    characters: int


def read(paths: Iterable[str]) -> list[tuple[str, str]]:
    """The headlines and their languages, those left out whose language has no code."""
    rows: list[dict[str, str]] = []
    for path in paths:
        with Path(path).open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return [(row["title"], code) for row in rows if (code := language_code(row["lang"])) and row["title"]]


def print_table(name: str, answers: list[Told], key: Callable[[Told], str]) -> None:
    print(f"\n{name:>12}  headlines    told   right of these")
    for value, group in groupby(sorted(answers, key=key), key):
        print_line(value, list(group))
    print_line("all", answers)


def print_line(name: str, answers: list[Told]) -> None:
    told = [answer for answer in answers if answer.told]
    right = sum(answer.told == answer.language for answer in told)
    share = f"{right / len(told):8.2%}" if told else "       -"
    print(f"{name:>12}  {len(answers):9,}  {len(told) / len(answers):6.1%}   {share}")


def length(answer: Told) -> str:
    return next(f"{low:3}-{high - 1}" for low, high in LENGTHS if low <= answer.characters < high)


def main(paths: list[str]) -> None:
    headlines = read(paths)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    language_of("A first text, that the model is loaded for")
    loading = time.perf_counter() - started
    started = time.perf_counter()
    answers = [Told(language, language_of(title), len(title)) for title, language in headlines]
    each = (time.perf_counter() - started) / len(headlines)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print_table("language", answers, lambda answer: answer.language)
    print_table("characters", answers, length)
    print(f"\n{each * 1000:.3f} ms a headline; the model: {loading:.2f} s to load, {memory:.0f} MB at most")


if __name__ == "__main__":
    main(sys.argv[1:])
