"""Reads leave-alone.csv: the outlets that asked not to be polled, fetched or stored, with the day and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from aggregator.datafiles import Problems, read_rows
from aggregator.models import Outlet
from aggregator.outlets import domain_key

COLUMNS = ("domain", "since", "reason")
# Longest path prefix that tells an outlet from its neighbours: bbc.co.uk/sport has one folder, no outlet has more.
_MOST_FOLDERS = 4


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A row of leave-alone.csv: a domain, or a domain with the start of a path, with all below it."""

    domain: str
    since: str
    reason: str


def read_leave_alone(path: Path) -> tuple[LeftAlone, ...]:
    """Reads leave-alone.csv; raises DataFileError with every bad row, NotFoundError where there is no file."""
    problems = Problems(path)
    found: list[LeftAlone] = []
    lines: dict[str, int] = {}
    for row in read_rows(path, COLUMNS, COLUMNS, problems):
        domain, key = row.required("domain"), domain_key(row.cells.get("domain", ""))
        if domain and key is None:
            row.bad(f'"{domain}" is not a domain: write it as example.com or example.com/section')
        elif domain and key != domain:
            row.bad(f'domain "{domain}" is not in its plain form: write {key}')
        if domain and lines.setdefault(domain, row.line) != row.line:
            row.bad(f'domain "{domain}" stands on line {lines[domain]} already')
        found.append(LeftAlone(domain, row.day("since"), row.required("reason")))
    problems.raise_if_any()
    return tuple(found)


class LeaveAlone:
    """Tells the addresses of outlets that asked to be left alone: those of the file, and their other domains."""

    def __init__(self, rows: Iterable[LeftAlone], outlets: Iterable[Outlet]) -> None:
        self._since = {row.domain: row.since for row in rows}
        for outlet in outlets:
            domains = (outlet.domain, *outlet.other_domains)
            asked = next((self._since[domain] for domain in domains if domain in self._since), None)
            if asked is not None:
                self._since |= {domain: asked for domain in domains if domain not in self._since}

    def asked(self, url: str) -> str | None:
        """Returns the day since which the outlet of an address asks to be left alone, None where it does not."""
        if not self._since:
            return None
        return next((self._since[prefix] for prefix in prefixes_of(url) if prefix in self._since), None)

    def why(self, url: str) -> str:
        """Says why an address is not asked for, '' where its outlet does not mind."""
        since = self.asked(url)
        return f"left alone since {since} (leave-alone.csv)" if since else ""


def prefixes_of(url: str) -> Iterator[str]:
    """Yields the domains, and the domains with the start of a path, that an address lies under; the longest first.

    >>> list(prefixes_of("https://www.sport.tidewater.example/cup/final"))[:3]
    ['sport.tidewater.example/cup/final', 'sport.tidewater.example/cup', 'sport.tidewater.example']
    """
    host, _, path = (domain_key(url) or "").partition("/")
    folders = [folder for folder in path.split("/") if folder][:_MOST_FOLDERS]
    labels = host.split(".")
    is_name = len(labels) > 1 and not labels[-1].isdigit()
    for start in range(len(labels) - 1 if is_name else 1):
        suffix = ".".join(labels[start:])
        for depth in range(len(folders), -1, -1):
            if suffix:
                yield "/".join((suffix, *folders[:depth]))
