"""What storylines are called: python -m bench.storyline_names tests/storylines_*.csv

Names each labelled storyline, to be judged by eye, and again story by story as they came: how often a name changes that
may stay (`kept`), and how often it would if each story named the storyline anew. `--language de` reads headlines of one
language alone, of the storylines that have them in two stories or more.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from aggregator.models import Document
from aggregator.storylines import Background, name_of, voices_of
from aggregator.storylines.measure import read_all
from aggregator.storylines_measured import read_labelled


def storylines(path: Path, language: str | None) -> tuple[dict[str, list[list[Document]]], Background]:
    """Gives each labelled storyline's voices by its stories, the earliest first, and what is common in the file."""
    labelled = read_labelled(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        languages = [row.get("lang") for row in csv.DictReader(file)]
    background = Background.of(read_all(labelled.voices, meaning=False))
    found: defaultdict[str, list[list[Document]]] = defaultdict(list)
    for story, line in labelled.gold.items():
        voices = [replace(voice, language=languages[voice.id - 1]) for voice in labelled.voices[story]]
        told = voices_of(voice for voice in voices if language in (None, voice.language))
        if line and told:
            found[line].append(told)
    ordered = {line: sorted(stories, key=_began) for line, stories in found.items() if len(stories) > 1}
    return ordered, background


def _began(voices: Sequence[Document]) -> float:
    return min(voice.published or 0.0 for voice in voices)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--language", metavar="CODE")
    args = parser.parse_args()
    for path in args.gold:
        lines, background = storylines(path, args.language)
        kept_changes = anew_changes = steps = 0
        for line, stories in sorted(lines.items()):
            kept = anew = name_of(stories[:2], background)
            for upto in range(3, len(stories) + 1):
                steps += 1
                stays, new = name_of(stories[:upto], background, kept), name_of(stories[:upto], background)
                kept_changes, anew_changes = kept_changes + (stays != kept), anew_changes + (new != anew)
                kept, anew = stays, new
            print(f"{line:24} {len(stories)} stories  {name_of(stories, background)}" + f" ({kept})" * (kept != anew))
        print(f"{path.stem}: {len(lines)} storylines; of {steps} stories that came to one, {kept_changes} changed its"
              f" name ({anew_changes} where none is kept)")  # fmt: skip


if __name__ == "__main__":
    main()
