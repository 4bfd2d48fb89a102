"""Moments and days in the reader's terms: in the zone and the language that the operator has set.

The pages are English; a month of another language carries its `lang`, so that a screen reader says it right. Whatever
is shown, the element has the exact UTC; files for programs, charts and citations are UTC alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global
from babel.dates import format_datetime, format_timedelta, get_timezone_location
from markupsafe import Markup

from aggregator.config import SiteConfig
from aggregator.site.words import exact_words
from aggregator.times import from_iso

# English as these pages write it. Babel's "en" is American (Nov 3, 10:41 PM); who wants that says en_US.
_HOUSE = {"day": "d MMM", "day_of_year": "d MMM y", "full_day": "EEEE d MMMM y", "time": "HH:mm", "both": "{1}, {0}"}
_UTC_DAY = "from midnight to midnight UTC"
# babel takes the largest unit of which there are this many; ours is chosen before.
_NEVER = 1e9
# Noon is shown: it is on its day in every zone but those at the date line.
_DAY_ALONE = "T00:00:00Z"
_UTC = ("UTC", "Etc/UTC", "UCT", "Etc/UCT", "Universal", "Etc/Universal", "Zulu", "Etc/Zulu")
_ANY_DAY, _MIDNIGHT = date(2000, 1, 1), time()
_NO_LAND = ("001", "ZZ")


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """How times are told to a reader; `terms` makes one of each kind, so that what was written can be kept by it."""

    zone: ZoneInfo
    locale: Locale
    patterns: Mapping[str, str]

    @property
    def foreign(self) -> bool:
        """Whether the words are of another language than the page."""
        return bool(self.locale.language != "en")

    @property
    def elsewhere(self) -> bool:
        """Whether the times are others than those of the data."""
        return self.zone.key not in _UTC

    def _written(self, pattern: str, moment: datetime) -> str:
        minute = moment.time().replace(second=0, fold=0)
        one = datetime.combine(_ANY_DAY, minute) if pattern == "time" else datetime.combine(moment.date(), _MIDNIGHT)
        return _formatted(one, self.patterns[pattern], self.locale)

    def _at(self, text: str) -> datetime:
        return from_iso(text).astimezone(self.zone)

    def moment_words(self, text: str, now: datetime) -> str:
        """Writes a stored moment with its time of day, and with its year where that is not the present one.

        >>> terms("UTC", "en").moment_words('2026-11-03T22:41:07Z', from_iso('2026-11-22T12:00:00Z'))
        '3 Nov, 22:41'
        """
        moment = self._at(text)
        same_year = moment.year == now.astimezone(self.zone).year
        return self._timed("day" if same_year else "day_of_year", moment)

    def _timed(self, pattern: str, moment: datetime) -> str:
        day, minute = self._written(pattern, moment), self._written("time", moment)
        words = self.patterns["both"].replace("{1}", day).replace("{0}", minute).replace("'", "")
        return f"{words} {zone_name(moment)}" if _twice(moment) else words

    def age_words(self, text: str, now: datetime) -> str:
        """Writes how long ago a stored moment was; past two days, or in the future, its date.

        >>> terms("UTC", "en").age_words('2026-11-22T00:10:00Z', from_iso('2026-11-22T12:00:00Z'))
        '11 h ago'
        """
        gone = now - from_iso(text)
        if gone < timedelta(0) or gone >= timedelta(hours=48):
            return self.moment_words(text, now)
        minutes = int(gone.total_seconds()) // 60
        hours = minutes >= 60
        count = minutes // 60 if hours else minutes
        if not self.foreign:
            return f"{count} {'h' if hours else 'min'} ago" if count else "just now"
        return _ago("hour" if hours else "minute", count, self.locale)

    def moment(self, text: str | None, now: datetime) -> Markup:
        return self._element(text, exact_words(text), self.moment_words(text, now)) if text else Markup("")

    def age(self, text: str | None, now: datetime) -> Markup:
        return self._element(text, exact_words(text), self.age_words(text, now)) if text else Markup("")

    def published(self, text: str, now: datetime) -> Markup:
        """Writes when an outlet published: by its day where that is midnight, which tells the day only.

        The day is that of UTC: in another zone midnight is on the day before, or after.

        >>> terms("America/New_York", "en").published('2026-11-03T00:00:00Z', from_iso('2026-11-22T12:00:00Z'))
        Markup('<time datetime="2026-11-03" title="no time of day told">3 Nov</time>')
        """
        if not text.endswith(_DAY_ALONE):
            return self.moment(text, now)
        day = from_iso(text)
        words = self._written("day" if day.year == now.astimezone(self.zone).year else "day_of_year", day)
        return self._element(text[:10], "no time of day told", words)

    def published_age(self, text: str, now: datetime) -> Markup:
        """Writes how long ago an outlet published, or the day where it told that only."""
        return self.published(text, now) if text.endswith(_DAY_ALONE) else self.age(text, now)

    def dated(self, text: str) -> Markup:
        """Writes a stored moment with its year, as a column of moments needs it."""
        return self._element(text, exact_words(text), self._timed("day_of_year", self._at(text)))

    def day(self, day: str) -> str:
        """Writes a day of the data in full; days are counted in UTC, whatever the zone of the times is.

        >>> terms("UTC", "en").day('2026-11-22'), str(terms("UTC", "de").day('2026-11-22'))
        ('Sunday 22 November 2026', '<time datetime="2026-11-22" lang="de">Sonntag, 22. November 2026</time>')
        """
        return self._day(day, "full_day")

    def short_day(self, day: str) -> str:
        """Writes a day of the data in short.

        >>> terms("UTC", "en").short_day('2019-10-18')
        '18 Oct 2019'
        """
        return self._day(day, "day_of_year")

    def _day(self, day: str, pattern: str) -> str:
        words = self._written(pattern, datetime.fromisoformat(day).replace(tzinfo=UTC))
        if not (self.foreign or self.elsewhere):
            return words
        return self._element(day, _UTC_DAY if self.elsewhere else "", words)

    def _element(self, exact: str, title: str, words: str) -> Markup:
        attributes = {"datetime": exact, "title": title}
        if self.foreign:
            attributes |= {"lang": self.locale.language, "dir": "rtl" if self.locale.text_direction == "rtl" else ""}
        told = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items() if value)
        return Markup("<time{}>{}</time>").format(told, words)

    def zone_words(self, now: datetime) -> str:
        """Says which zone the times of a page are in.

        >>> terms("Europe/Madrid", "en").zone_words(from_iso('2026-11-22T12:00:00Z'))
        "Times are Madrid's (CET, UTC+1): hover over one for UTC. Days, charts and files are in UTC."
        >>> terms("UTC", "en").zone_words(from_iso('2026-11-22T12:00:00Z'))
        'Times and days are UTC.'
        """
        if not self.elsewhere:
            return "Times and days are UTC."
        name, offset = zone_name(now.astimezone(self.zone)), _offset(now.astimezone(self.zone))
        told = offset if name == offset else f"{name}, {offset}"
        place = _place(self.zone.key)
        genitive = "'" if place.endswith("s") else "'s"
        whose = f"{place}{genitive} ({told})" if place else told
        return f"Times are {whose}: hover over one for UTC. Days, charts and files are in UTC."


# babel takes 0.1 to 0.2 ms for a moment, half a second for the page of 600 feeds: a page has few days, and a day 1,440
# minutes.
@lru_cache(maxsize=10_000)
def _formatted(moment: datetime, pattern: str, locale: Locale) -> str:
    return str(format_datetime(moment, pattern, locale=locale))


@lru_cache(maxsize=1_000)
def _ago(unit: Literal["hour", "minute"], count: int, locale: Locale) -> str:
    before = timedelta(hours=-count) if unit == "hour" else timedelta(minutes=-count)
    try:
        told = format_timedelta(before, unit, _NEVER, add_direction=True, format="short", locale=locale)
    except KeyError:
        # Filipino, Malay, Khmer and five others have no short form of "ago" in Babel 2.18.
        told = format_timedelta(before, unit, _NEVER, add_direction=True, format="long", locale=locale)
    return str(told)


@cache
def terms(zone: str, language: str) -> Terms:
    """Returns how a zone (of the tz database) and a language (`de`, `pt_BR`, `zh-Hant`) tell times."""
    locale = Locale.parse(language, sep="-" if "-" in language else "_")
    patterns = _HOUSE if str(locale) == "en" else _patterns(locale)
    return Terms(ZoneInfo(zone), locale, patterns)


def terms_of(settings: SiteConfig) -> Terms:
    return terms(settings.time_zone, settings.language)


def _patterns(locale: Locale) -> dict[str, str]:
    skeletons = locale.datetime_skeletons
    return {
        "day": skeletons["MMMd"].pattern,
        "day_of_year": skeletons["yMMMd"].pattern,
        "full_day": locale.date_formats["full"].pattern,
        "time": locale.time_formats["short"].pattern,
        "both": str(locale.datetime_formats["medium"]),
    }


def _twice(moment: datetime) -> bool:
    """Says whether the clock shows this time twice on its day, as on the night on which summer time ends."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def zone_name(moment: datetime) -> str:
    """Names the zone of a moment as its people do, else by its distance from UTC.

    >>> zone_name(terms("Asia/Kathmandu", "en")._at('2026-11-22T12:00:00Z'))
    'UTC+5:45'
    """
    name = moment.tzname() or ""
    return name if name.isalpha() else _offset(moment)


def _offset(moment: datetime) -> str:
    minutes = int((moment.utcoffset() or timedelta(0)).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}"


def _place(zone: str) -> str:
    """Names the town of a zone; '' for a zone of no place, such as Etc/GMT+5.

    >>> _place("America/Argentina/Buenos_Aires"), _place("Etc/GMT+5")
    ('Buenos Aires', '')
    """
    if get_global("zone_territories").get(zone, "ZZ") in _NO_LAND:
        return ""
    return str(get_timezone_location(ZoneInfo(zone), locale="en", return_city=True)).rpartition("/")[2]
