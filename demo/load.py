"""Reads the newsroom's files: sites, events and the articles of each edition."""

from __future__ import annotations

import base64
import csv
import hashlib
import re
import tomllib
import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from demo.records import Article, Edition, Feed, SecondText, Site

HOME = Path(__file__).parent
WIRE = "nationalwire.example"
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}
EDITIONS = 2


def csv_text(name: str) -> tuple[str, ...]:
    """Reads the lines of one of the newsroom's CSV files."""
    return tuple((HOME / name).read_text(encoding="utf-8").splitlines(keepends=True))


def read_sites() -> tuple[Site, ...]:
    """Reads newsroom.toml; a site takes its name from outlets.csv."""
    names = {row["domain"]: row["name"] for row in csv.DictReader(csv_text("outlets.csv"))}
    return tuple(_site(raw, names) for raw in _read_toml(HOME / "newsroom.toml")["site"])


def read_events() -> tuple[dict[str, Any], ...]:
    """Reads every file of events/ in the order of its name, as it stands."""
    return tuple(_read_toml(path) for path in sorted((HOME / "events").glob("*.toml")))


def read_editions(start: datetime, sites: Iterable[Site]) -> tuple[Edition, ...]:
    """Reads all articles and places them in time before `start`, as of the first poll and as of the second."""
    events = (*read_events(), _read_toml(HOME / "singles.toml"))
    drafts = [(event, raw) for event in events for raw in event["article"]]
    by_host = {site.host: site for site in sites}
    reader = _Reader(start.astimezone(UTC).replace(second=0, microsecond=0), by_host, drafts)
    shown = [reader.articles(number) for number in range(1, EDITIONS + 1)]
    return tuple(
        Edition(number, articles, _changed(shown[number - 2] if number > 1 else articles, articles))
        for number, articles in enumerate(shown, start=1)
    )


class _Reader:
    """Turns the tables of the files into articles, for one start time."""

    def __init__(
        self, start: datetime, sites: Mapping[str, Site], drafts: Iterable[tuple[dict[str, Any], dict[str, Any]]]
    ) -> None:
        self.start = start
        self.sites = sites
        self.drafts = tuple(drafts)
        self.raw_by_id = {_identity(raw): raw for _, raw in self.drafts}

    def articles(self, edition: int) -> tuple[Article, ...]:
        present = (draft for draft in self.drafts if draft[1].get("first_edition", 1) <= edition)
        articles = [self._article(event, raw, edition) for event, raw in present]
        return tuple(sorted(articles, key=lambda article: (article.published, article.id), reverse=True))

    def _article(self, event: dict[str, Any], raw: dict[str, Any], edition: int) -> Article:
        text = self._text(raw, edition)
        site = self._site_of(raw)
        published = self._published(raw)
        revised = "before" in raw and edition > 1
        section = str(raw["section"])
        video = _video_id(raw["slug"]) if raw.get("kind") == "video" else None
        article = Article(
            id=_identity(raw),
            event=event.get("id"),
            outlet=raw["outlet"],
            host=site.host,
            target=str(raw.get("path") or _target(site, section, raw["slug"], video)),
            title=str(text["title"]),
            summary=_one_line(text["summary"]),
            section=section,
            language=site.language,
            byline=str(text.get("byline", site.name)),
            published=published,
            modified=self.start - timedelta(minutes=2) if revised else published,
            body=text["paragraphs"],
            opinion=bool(raw.get("opinion", False)),
            video=video,
            paywall=bool(raw.get("paywall", False)),
            captions=tuple(raw.get("captions", ())),
            second=_second(raw.get("second")),
            copy_of=raw.get("copy_of"),
            retells=self._retold(raw),
        )
        return self._dated(article, event)

    def _retold(self, raw: dict[str, Any]) -> tuple[str, str] | None:
        if "retells" not in raw:
            return None
        piece = self.raw_by_id[raw["retells"]]
        site, video = self._site_of(piece), _video_id(piece["slug"])
        return site.host + _target(site, str(piece["section"]), piece["slug"], video), site.outlet

    def _text(self, raw: dict[str, Any], edition: int) -> dict[str, Any]:
        if "copy_of" in raw:
            return self._copied_text(raw)
        text = raw | (raw.get("before", {}) if edition == 1 else {})
        return text | {"paragraphs": _with_dateline(raw, _paragraphs(text.get("body", "")))}

    def _copied_text(self, raw: dict[str, Any]) -> dict[str, Any]:
        original = self.raw_by_id[raw["copy_of"]]
        paragraphs = _paragraphs(original["body"])[: raw.get("keep")]
        if original["outlet"] != WIRE:
            credit = f"This article first appeared in {self.sites[original['outlet']].name}."
            return original | raw | {"paragraphs": (*paragraphs, credit)}
        if raw.get("credit") == "tail":
            first = f"{original['dateline']} - {paragraphs[0]}"
            paragraphs = (first, *paragraphs[1:], "Reporting by National Wire.")
        else:
            paragraphs = _with_dateline(original, paragraphs)
        return original | {"byline": "National Wire"} | raw | {"paragraphs": paragraphs}

    def _published(self, raw: dict[str, Any]) -> datetime:
        if "published" in raw:
            at: datetime = raw["published"]
            return at.astimezone(UTC)
        return (self.start - timedelta(hours=raw["hours_ago"])).replace(second=0, microsecond=0)

    def _site_of(self, raw: dict[str, Any]) -> Site:
        wants_channel = raw.get("kind") == "video"
        sites = self.sites.values()
        return next(site for site in sites if site.outlet == raw["outlet"] and bool(site.channel) == wants_channel)

    def _dated(self, article: Article, event: dict[str, Any]) -> Article:
        """Puts the weekday and the time of the event where the text says {day}, {day+1} or {time}."""
        if "happened" not in event:
            return article
        happened = self.start - timedelta(hours=event["happened"])

        def place(found: re.Match[str]) -> str:
            if found[1] == "time":
                return f"{happened:%H:%M}"
            return WEEKDAYS[article.language][(happened + timedelta(days=int(found[2] or 0))).weekday()]

        def dated(text: str) -> str:
            return re.sub(r"\{(day|time)([+-]\d+)?\}", place, text)

        return replace(article, summary=dated(article.summary), body=tuple(dated(text) for text in article.body))


def _site(raw: dict[str, Any], names: Mapping[str, str]) -> Site:
    feeds = tuple(Feed(raw["host"], **_tuples(feed)) for feed in raw.get("feed", ()))
    fields = {key: value for key, value in raw.items() if key != "feed"}
    return Site(name=names[raw["outlet"]], feeds=feeds, **fields)


def _tuples(raw: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}


def _second(raw: dict[str, Any] | None) -> SecondText | None:
    return SecondText(raw["title"], raw["caption"], _paragraphs(raw["body"])) if raw else None


def _with_dateline(raw: dict[str, Any], paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    if "dateline" not in raw:
        return paragraphs
    return (f"{raw['dateline']} (National Wire) - {paragraphs[0]}", *paragraphs[1:])


def _changed(before: Iterable[Article], after: Iterable[Article]) -> frozenset[str]:
    return frozenset(article.id for article in set(after) - set(before))


def _target(site: Site, section: str, slug: str, video: str | None) -> str:
    return site.address.format(section=_ascii_slug(section), slug=slug, number=number_of(slug), video=video)


def number_of(slug: str) -> int:
    """Gives a slug a number of five or six digits that is the same in every run."""
    return 10_000 + zlib.crc32(slug.encode()) % 900_000


def _video_id(slug: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(slug.encode()).digest()).decode()[:11]


def _ascii_slug(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


def _identity(raw: Mapping[str, Any]) -> str:
    return f"{raw['outlet']}/{raw['slug']}"


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(_one_line(paragraph) for paragraph in text.strip().split("\n\n") if paragraph.strip())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _read_toml(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
