"""How to cite a story or a storyline: as text, as BibTeX and as CSL-JSON, with what tells its edition from others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from aggregator.site import queries
from aggregator.site.fingerprint import PATIENCE_OF_FILES, PATIENCE_SECONDS, fingerprint
from aggregator.site.links import site_address
from aggregator.site.providers import Shown
from aggregator.site.queries import Edition, LastRun
from aggregator.site.words import exact_words

CSL_TYPE = "application/vnd.citationstyles.csl+json; charset=utf-8"
BIBTEX_TYPE = "application/x-bibtex; charset=utf-8"
FORMATS = (".bib", ".csl.json")
# The hash at the length that a person compares; the whole one stands beside.
_SHORT = 12
_BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited: a story or a storyline (`kind`) by its number, and the edition that it was read in.

    `sha256` is that of the served file, None while it is being made; times are ISO 8601, UTC.
    """

    kind: str
    number: int
    title: str
    site: str
    address: str
    provider: str
    accessed: str
    made: str | None
    sha256: str | None
    run: int | None
    ratings_hash: str | None

    @property
    def note(self) -> str:
        """What tells this edition from every other, in a line."""
        parts = [f"Edition of {exact_words(self.made)}" if self.made else "Edition of an unknown time"]
        parts += [f"run {self.run}"] if self.run else []
        parts += [f"file sha256 {self.sha256}"] if self.sha256 else []
        rated = f"ratings by {self.provider} as of publication"
        return ", ".join([*parts, f"{rated} ({self.ratings_hash})" if self.ratings_hash else rated])

    @property
    def text(self) -> str:
        short = f", sha256 {self.sha256[:_SHORT]}" if self.sha256 else ""
        edition = f"edition of {exact_words(self.made)}" if self.made else "an edition of an unknown time"
        run = f", run {self.run}" if self.run else ""
        ratings = f", ratings file {self.ratings_hash[:_SHORT]}" if self.ratings_hash else ""
        return (
            f"{self.site}: “{self.title}”, {self.kind} {self.number}, {edition}{run}{short};"
            f" ratings by {self.provider} as of publication{ratings}. {self.address} (accessed {self.accessed})."
        )

    @property
    def bibtex(self) -> str:
        fields = {
            "author": f"{{{_escaped(self.site)}}}",
            "title": f"{{{_escaped(self.title)}}}",
            "year": (self.made or self.accessed)[:4],
            "howpublished": f"{self.kind.capitalize()} {self.number}",
            # An address in a file of references is read by url.sty, which takes it as it is; braces would end it.
            "url": self.address.replace("{", "%7B").replace("}", "%7D"),
            "urldate": self.accessed,
            "note": _escaped(self.note),
        }
        told = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
        return f"@misc{{{self._key},\n{told}\n}}\n"

    @property
    def csl(self) -> list[dict[str, object]]:
        issued = {"issued": {"date-parts": [_parts(self.made)]}} if self.made else {}
        return [
            {
                "id": self._key,
                "type": "webpage",
                "title": _one_line(self.title),
                "author": [{"literal": self.site}],
                "container-title": self.site,
                "number": str(self.number),
                "URL": self.address,
                "accessed": {"date-parts": [_parts(self.accessed)]},
                **issued,
                "note": self.note,
            }
        ]

    @property
    def _key(self) -> str:
        return f"{self.kind}{self.number}-{(self.made or self.accessed)[:10]}"


async def citation(
    request: Any, datasette: Any, kind: str, number: int, title: str, edition: Edition, shown: Shown
) -> Citation:
    """Gathers what a citation names; one that is taken away as a file waits for the hash of what is served."""
    database, room = datasette.get_database("news"), datasette.reading_room
    patience = PATIENCE_OF_FILES if request.url_vars["format"] in FORMATS else PATIENCE_SECONDS
    last: LastRun = await queries.last_run(database)
    return Citation(
        kind=kind,
        number=number,
        title=_one_line(title),
        site=datasette.metadata()["title"],
        address=site_address(request, room.settings) + shown.kept(f"/{kind}/{number}"),
        provider=shown.name,
        accessed=room.clock().date().isoformat(),
        made=edition.made,
        sha256=await fingerprint(database, patience),
        run=last.id,
        ratings_hash=last.ratings_hash,
    )


def _escaped(text: str) -> str:
    """Writes a text for BibTeX, which counts braces even after a backslash.

    >>> _escaped("50 % {of} it")
    '50 \\\\% \\\\textbraceleft{}of\\\\textbraceright{} it'
    """
    return "".join(_BIBTEX.get(letter, letter) for letter in _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", text).split())


def _parts(day: str) -> list[int]:
    told = date.fromisoformat(day[:10])
    return [told.year, told.month, told.day]
