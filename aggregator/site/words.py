"""Times, ages, languages and counts as a person reads them; `now` is always an argument."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from markupsafe import Markup

from aggregator.times import from_iso

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# The languages of feeds.csv and of the encoder; any other is shown by its code.
LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_name(code: str) -> str:
    """Names a language in English.

    >>> language_name('de'), language_name('xx')
    ('German', 'xx')
    """
    return LANGUAGES.get(code, code)


def plural(count: int, one: str, many: str = "") -> str:
    """Writes a count with its noun.

    >>> plural(1, 'origin'), plural(1840, 'origin'), plural(2, 'story', 'stories')
    ('1 origin', '1,840 origins', '2 stories')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def of_country(name: str) -> str:
    """Writes a country as it stands in a sentence.

    >>> of_country('United States'), of_country('Netherlands'), of_country('Ireland')
    ('the United States', 'the Netherlands', 'Ireland')
    """
    return f"the {name}" if name.startswith("United ") or name in ("Netherlands", "Philippines") else name


def joined(words: Sequence[str]) -> str:
    """Joins words as a sentence does.

    >>> joined(['left']), joined(['left', 'center']), joined(['left', 'center', 'right'])
    ('left', 'left and center', 'left, center and right')
    """
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def day_words(day: str) -> str:
    """Writes a day in full.

    >>> day_words('2026-11-22')
    'Sunday 22 November 2026'
    """
    moment = datetime.fromisoformat(day)
    return f"{moment:%A} {moment.day} {moment:%B %Y}"


def short_day(day: str) -> str:
    """Writes a day in short.

    >>> short_day('2019-10-18')
    '18 Oct 2019'
    """
    moment = datetime.fromisoformat(day)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def moment_words(text: str, now: datetime) -> str:
    """Writes a stored moment with its time of day, and with its year where that is not the present one.

    >>> moment_words('2026-11-03T22:41:07Z', from_iso('2026-11-22T12:00:00Z'))
    '3 Nov, 22:41'
    """
    moment = from_iso(text)
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{moment.day} {_MONTHS[moment.month - 1]}{year}, {moment:%H:%M}"


def age_words(text: str, now: datetime) -> str:
    """Writes how long ago a stored moment was; past two days, or in the future, its date.

    >>> age_words('2026-11-22T00:10:00Z', from_iso('2026-11-22T12:00:00Z'))
    '11 h ago'
    """
    gone = now - from_iso(text)
    if gone < timedelta(0) or gone >= timedelta(hours=48):
        return moment_words(text, now)
    minutes = int(gone.total_seconds()) // 60
    return f"{minutes // 60} h ago" if minutes >= 60 else f"{minutes} min ago"


def time_element(text: str | None, words: str) -> Markup:
    """Wraps words about a stored moment in the element that carries the exact UTC."""
    if not text:
        return Markup("")
    return Markup('<time datetime="{}" title="{}">{}</time>').format(text, exact_words(text), words)


def exact_words(text: str) -> str:
    """Writes a stored moment in full.

    >>> exact_words('2026-11-03T22:41:07Z')
    '2026-11-03 22:41:07 UTC'
    """
    return text.replace("T", " ").replace("Z", " UTC")


def web_address(url: str | None) -> str | None:
    """Returns an address that a link may lead to: http and https only, whatever a feed wrote.

    >>> web_address('https://tidewater.example/1'), web_address(' javascript:alert(1)'), web_address('urn:doc:1')
    ('https://tidewater.example/1', None, None)
    """
    return url if url and url.lower().startswith(("http://", "https://")) else None
