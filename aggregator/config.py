"""aggregator.toml: the tunables, read once and handed down."""

from __future__ import annotations

import dataclasses
import hashlib
import math
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError

from aggregator.datafiles import did_you_mean
from aggregator.errors import ConfigError
from aggregator.grouping import GroupingConfig
from aggregator.resources import ROOT


@dataclass(frozen=True, slots=True)
class FilesConfig:
    outlets: Path = ROOT / "outlets.csv"
    ratings: Path = ROOT / "ratings.csv"
    own_ratings: Path = ROOT / "own-ratings.csv"
    feeds: Path = ROOT / "feeds.csv"
    metadata: Path = ROOT / "datasette-metadata.json"
    leave_alone: Path = ROOT / "leave-alone.csv"


@dataclass(frozen=True, slots=True)
class StoreConfig:
    busy_seconds: float = 30.0
    keep_bodies_days: int = 0


@dataclass(frozen=True, slots=True)
class SiteConfig:
    provider: str = "AllSides"
    summary_characters: int = 300
    brief_characters: int = 600
    min_rated_origins: int = 3
    contact: str = ""
    address: str = ""
    time_zone: str = "UTC"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class CrawlConfig:
    """Politeness; times in seconds unless the name says otherwise."""

    contact: str = ""
    delay: float = 2.0
    timeout: float = 20.0
    parse_timeout: float = 10.0
    max_bytes: int = 15 * 1024 * 1024
    poll_minutes: int = 15
    pages_per_poll: int = 20
    allow_downgrade: tuple[str, ...] = ()
    allow_proxy: bool = False


@dataclass(frozen=True, slots=True)
class BlindspotConfig:
    min_origins: int = 4
    min_polled: int = 2
    false_discoveries: float = 0.1
    hours: int = 24


@dataclass(frozen=True, slots=True)
class Config:
    files: FilesConfig = field(default_factory=FilesConfig)
    store: StoreConfig = field(default_factory=StoreConfig)
    site: SiteConfig = field(default_factory=SiteConfig)
    crawl: CrawlConfig = field(default_factory=CrawlConfig)
    grouping: GroupingConfig = field(default_factory=GroupingConfig)
    blindspots: BlindspotConfig = field(default_factory=BlindspotConfig)
    path: Path | None = None

    @property
    def hash(self) -> str:
        """Names these settings in the run log; paths do not count."""
        told = [self.site, self.crawl, self.grouping, self.blindspots]
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def read_config(path: Path | None = None) -> Config:
    """Reads aggregator.toml: the one named, else that of the working directory, else that of the project.

    Raises ConfigError for a missing file, bad TOML, an unknown key (naming the nearest known one) or a wrong type.
    """
    chosen = path or _found()
    try:
        told = tomllib.loads(chosen.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError("there is no such file", chosen) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ConfigError("can't be read as TOML", chosen, error) from error
    sections = {section.name: section.type for section in dataclasses.fields(Config) if section.name != "path"}
    defaults = Config()
    values = {}
    for name, table in told.items():
        if name not in sections:
            raise ConfigError(f"unknown section [{name}]{did_you_mean(name, sections)}", chosen)
        if not isinstance(table, dict):
            raise ConfigError(f"{name} must be a section, [{name}]", chosen)
        values[name] = _section(getattr(defaults, name), name, table, chosen)
    # Whoever keeps ratings.csv elsewhere has ratings of one's own beside it, not beside ours.
    if "ratings" in told.get("files", {}) and "own_ratings" not in told["files"]:
        beside = values["files"].ratings.with_name("own-ratings.csv")
        values["files"] = dataclasses.replace(values["files"], own_ratings=beside)
    _check_site(values.get("site", defaults.site), chosen)
    return Config(path=chosen, **values)


def _check_site(site: SiteConfig, path: Path) -> None:
    """Refuses what the pages could not use: each would fail only when a reader comes."""
    try:
        ZoneInfo(site.time_zone)
    except (KeyError, ValueError, OSError) as error:
        raise ConfigError(
            f"site.time_zone names no time zone: {site.time_zone!r}; one is Europe/Madrid", path
        ) from error
    try:
        Locale.parse(site.language, sep="-" if "-" in site.language else "_")
    except (UnknownLocaleError, ValueError, TypeError) as error:
        raise ConfigError(
            f"site.language names no language: {site.language!r}; one is de, one is pt_BR", path
        ) from error
    if site.contact and not re.fullmatch(r"[^\s@<>\"?&]+@[^\s@<>\"?&]+", site.contact):
        raise ConfigError(f"site.contact must be a mail address, not {site.contact!r}", path)
    if site.address and not re.fullmatch(r"https?://[^\s/?#]+", site.address):
        raise ConfigError(
            f"site.address must be like https://news.example.org, without a path, not {site.address!r}", path
        )


# A key that an earlier aggregator.toml has, and what to do about it.
_GONE = {
    "blindspots.max_p": "drop it; blindspots.false_discoveries limits the share of a day's blindspots that chance"
    " may have brought"
}


def _found() -> Path:
    here = Path.cwd() / "aggregator.toml"
    return here if here.is_file() else ROOT / "aggregator.toml"


def _section(default: Any, name: str, table: dict[str, Any], path: Path) -> Any:
    known = {key.name: getattr(default, key.name) for key in dataclasses.fields(default)}
    for key in table:
        if key not in known:
            gone = _GONE.get(f"{name}.{key}")
            raise ConfigError(f"unknown key {name}.{key}{f': {gone}' if gone else did_you_mean(key, known)}", path)
    values = {key: _value(f"{name}.{key}", value, known[key], path) for key, value in table.items()}
    return dataclasses.replace(default, **values)


def _value(key: str, value: Any, default: Any, path: Path) -> Any:
    if isinstance(default, Path) and isinstance(value, str):
        return (path.parent / value).resolve()
    if isinstance(default, float) and type(value) is int:
        value = float(value)
    if isinstance(default, tuple) and isinstance(value, list) and all(isinstance(part, str) for part in value):
        return tuple(value)
    if type(value) is not type(default):
        raise ConfigError(f"{key} must be {_KINDS.get(type(default), 'a value')}, not {value!r}", path)
    if isinstance(value, float) and not math.isfinite(value):
        raise ConfigError(f"{key} must be a finite number, not {value!r}", path)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        _check_range(key, value, path)
    return value


def _check_range(key: str, value: float, path: Path) -> None:
    if value < 0:
        raise ConfigError(f"{key} must not be negative, but is {value:g}", path)
    if value == 0 and key not in _MAY_BE_ZERO:
        raise ConfigError(f"{key} must not be 0", path)
    if value > 1 and key in _SHARES:
        raise ConfigError(f"{key} is a share of 1, but is {value:g}", path)


_MAY_BE_ZERO = (
    "store.busy_seconds", "store.keep_bodies_days", "site.summary_characters", "site.brief_characters", "crawl.delay",
    "crawl.poll_minutes", "crawl.pages_per_poll", "grouping.quorum", "blindspots.hours", "blindspots.min_origins",
    "blindspots.min_polled",
)  # fmt: skip
_SHARES = ("grouping.threshold", "grouping.quorum", "blindspots.false_discoveries")
_KINDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false", tuple: "a list of texts"}
