"""Languages, countries, counts and addresses as a person reads them; times and days are told by `moments`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from babel import Locale
from markupsafe import Markup

from aggregator.addresses import is_public_host
from aggregator.store.views.research import DAY_ALONE
from aggregator.urls import host_of

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_ENGLISH = Locale("en")


def language_name(code: str) -> str:
    """Names a language in English; a code that is none stays as it is.

    >>> language_name('de'), language_name('xx')
    ('German', 'xx')
    """
    return str(_ENGLISH.languages.get(code, code))


def country_name(code: str) -> str:
    """Names a country in English; what is no ISO 3166 code is a name already.

    >>> country_name('EE'), country_name('Estmere')
    ('Estonia', 'Estmere')
    """
    return str(_ENGLISH.territories.get(code, code))


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
    """Writes a day in full, in English: where there is no page round it.

    >>> day_words('2026-11-22')
    'Sunday 22 November 2026'
    """
    moment = datetime.fromisoformat(day)
    return f"{moment:%A} {moment.day} {moment:%B %Y}"


def short_day(day: str) -> str:
    """Writes a day in short, in English: in a chart, and where there is no page round it.

    >>> short_day('2019-10-18')
    '18 Oct 2019'
    """
    moment = datetime.fromisoformat(day)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def exact_words(text: str) -> str:
    """Writes a stored moment in full.

    >>> exact_words('2026-11-03T22:41:07Z')
    '2026-11-03 22:41:07 UTC'
    """
    return text.replace("T", " ").replace("Z", " UTC")


def tells_time(published: str | None) -> bool:
    """Says whether an outlet told a time of day: what it published at midnight or noon sharp tells its day only.

    >>> tells_time('2026-11-22T06:30:00Z'), tells_time('2026-11-22T00:00:00Z'), tells_time(None)
    (True, False, False)
    """
    return published is not None and not published.endswith(DAY_ALONE)


def commands(text: str) -> Markup:
    """Marks up what stands in backticks as something to type.

    >>> commands("`aggregator run` writes <it>")
    Markup('<code>aggregator run</code> writes &lt;it&gt;')
    """
    parts = text.split("`")
    return Markup("").join(Markup("<code>{}</code>").format(part) if at % 2 else part for at, part in enumerate(parts))


def web_address(url: str | None) -> str | None:
    """Returns an address that a link may lead to: http and https only, and into the public net, whatever a feed wrote.

    A link to 192.168.0.1 in a public page leads whoever clicks into their own network, to the router.

    >>> web_address('https://tidewater.example/1'), web_address(' javascript:alert(1)'), web_address('urn:doc:1')
    ('https://tidewater.example/1', None, None)
    >>> web_address('http://192.168.0.1/reboot'), web_address('http://printer/'), web_address('https://a.example\\\\@b/')
    (None, None, None)
    """
    if not url or not url.lower().startswith(("http://", "https://")) or "\\" in url:
        return None
    return url if is_public_host(host_of(url)) else None
