"""Writes docs/accuracy.md: how well grouping and storylines do, what each part is worth, what goes wrong.

    python -m bench.accuracy [GOLD.csv...] [--multi MULTI.csv] [--precision-only BROAD.csv] [--ratings PRINTED.csv]
        [--out docs/accuracy.md]

A gold file has the columns doc_id, title, gold_story_id and, where known, outlet, timestamp, lang, summary, lean. The
means are over GOLD; MULTI is a file of several languages, which may share articles with GOLD; of BROAD only the
precision means something, as its gold stories are broader than events. Without GOLD the project's own cases are
measured, tests/grouping_gold.csv. PRINTED is a file of articles with the label that a provider printed beside each
(bench/ratings.py). No title of a file is written. The same files give the same report.
"""

from __future__ import annotations

import argparse
import platform
import shlex
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from aggregator.encoder import installed_encoder
from aggregator.grouping import GroupingConfig
from bench import accuracy_parts, accuracy_scores, accuracy_storylines, ratings
from bench import accuracy_words as words
from bench.ablations import GoldFile
from bench.gold import read_column, read_gold
from bench.tables import Sets, table

OWN = Path(__file__).resolve().parent.parent / "tests" / "grouping_gold.csv"


def load(path: Path) -> GoldFile:
    """Read a gold file with vectors, where there is an encoder."""
    documents, gold = read_gold(path, encoded=True)
    return GoldFile(
        path.stem, documents, gold, frozenset(read_column(path, "doc_id").values()), read_column(path, "lean")
    )


def load_all(gold: Sequence[Path], multi: Sequence[Path], broad: Sequence[Path]) -> Sets:
    return Sets([load(path) for path in gold or [OWN]], [load(path) for path in multi], [load(path) for path in broad])


def command(gold: Sequence[Path], multi: Sequence[Path], broad: Sequence[Path], printed: Sequence[Path] = ()) -> str:
    """Give the command as it can be typed again; files by name only."""
    words = ["python -m bench.accuracy", *(shlex.quote(path.name) for path in gold)]
    for option, paths in (("--multi", multi), ("--precision-only", broad), ("--ratings", printed)):
        words += [f"{option} {shlex.quote(path.name)}" for path in paths]
    return " ".join(words)


def opening(told: str, own: bool) -> Iterator[str]:
    """Say where the numbers come from."""
    yield "# How accurate grouping is"
    yield f"Written by `{told}` (`make accuracy`) from that run and nothing else; another run writes it anew."
    if own:
        yield words.OWN_CASES
    encoder = installed_encoder()
    versions = ", ".join(f"{name} {version(name)}" for name in ("numpy", "scipy", "rapidfuzz"))
    yield f"Python {platform.python_version()}, {versions}, encoder: {encoder.name if encoder else 'none installed'}."
    config = GroupingConfig()
    yield (
        f"Window {config.window_days:g} days, sigma {config.sigma_hours:g} hours, threshold {config.threshold:g}, "
        f"quorum {config.quorum:g}, {config.candidates} lexical and {config.dense_candidates} dense candidates."
    )
    yield words.METHOD


def measured(sets: Sets) -> Iterator[str]:
    """Tell what was measured: sizes and what the files hold."""
    yield "## What was measured"
    uses = (("scored", sets.gold), ("several languages", sets.multi), ("precision only", sets.broad))
    rows = [[file.name, use, *_held(file)] for use, files in uses for file in files]
    yield table(
        ["set", "use", "articles", "gold stories", "languages", "with a time", "with a summary", "with a lean"], rows
    )
    yield words.NO_HEADLINES


def _held(file: GoldFile) -> list[str]:
    documents = file.documents
    languages = sorted({document.language or "not named" for document in documents})
    counts = (
        sum(document.published is not None for document in documents),
        sum(bool(document.summary) for document in documents),
        sum(bool(lean) for lean in file.leans.values()),
    )
    stories = len(set(file.gold.values()))
    shares = (f"{count / len(documents):.0%}" for count in counts)
    return [f"{len(documents):,}", f"{stories:,}", ", ".join(languages), *shares]


def report(sets: Sets, told: str, own: bool, shuffles: int, printed: Sequence[Path] = ()) -> Iterator[str]:
    """Give the paragraphs of the document."""
    yield from opening(told, own)
    yield from measured(sets)
    yield from accuracy_scores.scores(sets, shuffles)
    yield from accuracy_scores.candidates(sets)
    yield from accuracy_scores.readers(sets)
    ablated = accuracy_parts.ablated(sets)
    yield from accuracy_parts.ablations(sets, ablated)
    yield from accuracy_parts.rapidfuzz(sets, ablated)
    yield from accuracy_scores.failures(sets)
    yield from accuracy_storylines.section()
    for path in printed:
        yield from ratings.section(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--multi", action="append", default=[], type=Path, help="a file of several languages")
    parser.add_argument("--precision-only", action="append", default=[], type=Path, help="a file of broad topics")
    parser.add_argument("--ratings", action="append", default=[], type=Path, help="a file of printed labels")
    parser.add_argument("--shuffles", type=int, default=5, help="orders of arrival tried")
    parser.add_argument("--out", type=Path, help="the file to write; printed without it")
    args = parser.parse_args()
    named = (args.gold, args.multi, args.precision_only)
    sets = load_all(*named)
    paragraphs = []
    for paragraph in report(sets, command(*named, args.ratings), not args.gold, args.shuffles, args.ratings):
        paragraphs.append(paragraph)
        if paragraph.startswith("## "):
            print(paragraph.removeprefix("## "), file=sys.stderr, flush=True)
    written = "\n\n".join(paragraphs) + "\n"
    if args.out:
        args.out.write_text(written, encoding="utf-8")
    else:
        print(written, end="")


if __name__ == "__main__":
    main()
