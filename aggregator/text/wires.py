"""Agencies: whose text it is, from the byline or the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from aggregator.urls import host_of

# Canonical name, then other spellings. Names in capitals must be written so: `AP` is an agency, `ap` is not.
AGENCIES: tuple[tuple[str, ...], ...] = (
    ("AP", "Associated Press", "The Associated Press", "Associated Press Writer"),
    ("Reuters", "REUTERS", "Thomson Reuters", "Thomson Reuters Foundation"),
    ("AFP", "Agence France-Presse", "Agence France Presse"),
    ("dpa", "DPA", "Deutsche Presse-Agentur", "dpa-infocom", "dpa-AFX"),
    ("UPI", "United Press International"),
    ("PA", "PA Media", "Press Association", "PA news agency"),
    ("CP", "The Canadian Press", "Canadian Press"),
    ("AAP", "Australian Associated Press"),
    ("APA", "Austria Presse Agentur"),
    ("SDA", "Keystone-SDA", "sda", "ATS"),
    ("KNA",),
    ("epd",),
    ("SID",),
    ("EFE", "Agencia EFE"),
    ("Europa Press",),
    ("ANSA",),
    ("Lusa",),
    ("ANP",),
    ("Belga", "BELGA"),
    ("NTB",),
    ("TT", "TT Nyhetsbyrån"),
    ("Ritzau",),
    ("STT",),
    ("PAP",),
    ("ČTK", "CTK"),
    ("MTI",),
    ("TASS",),
    ("Interfax",),
    ("RIA Novosti", "RIA"),
    ("Ukrinform",),
    ("Anadolu", "Anadolu Agency", "AA", "Anadolu Ajansı"),
    ("Xinhua", "Xinhua News Agency"),
    ("Kyodo", "Kyodo News", "共同通信"),
    ("Jiji", "Jiji Press", "時事通信"),
    ("Yonhap", "Yonhap News Agency", "연합뉴스"),
    ("PTI", "Press Trust of India"),
    ("ANI", "Asian News International"),
    ("IANS",),
    ("Bernama",),
    ("WAM",),
    ("CNA", "Central News Agency"),
    ("NAN", "News Agency of Nigeria"),
    ("States Newsroom",),
    ("Agência Brasil", "Agencia Brasil"),
)
# Where the agencies publish themselves: a canonical link there, or an article of theirs, is the agency's text.
HOSTS: Mapping[str, str] = MappingProxyType(
    {
        "apnews.com": "AP", "ap.org": "AP", "reuters.com": "Reuters", "afp.com": "AFP", "dpa.com": "dpa",
        "dpa-international.com": "dpa", "upi.com": "UPI", "pa.media": "PA", "thecanadianpress.com": "CP",
        "aap.com.au": "AAP", "apa.at": "APA", "keystone-sda.ch": "SDA", "kna.de": "KNA", "epd.de": "epd",
        "efe.com": "EFE", "europapress.es": "Europa Press", "ansa.it": "ANSA", "lusa.pt": "Lusa", "anp.nl": "ANP",
        "belganewsagency.eu": "Belga", "ntb.no": "NTB", "tt.se": "TT", "ritzau.dk": "Ritzau", "stt.fi": "STT",
        "pap.pl": "PAP", "ctk.cz": "ČTK", "ceskenoviny.cz": "ČTK", "mti.hu": "MTI", "tass.com": "TASS",
        "tass.ru": "TASS", "interfax.com": "Interfax", "interfax.ru": "Interfax", "ria.ru": "RIA Novosti",
        "ukrinform.net": "Ukrinform", "ukrinform.ua": "Ukrinform", "aa.com.tr": "Anadolu", "xinhuanet.com": "Xinhua",
        "kyodonews.net": "Kyodo", "jiji.com": "Jiji", "yna.co.kr": "Yonhap", "ptinews.com": "PTI",
        "aninews.in": "ANI", "ians.in": "IANS", "bernama.com": "Bernama", "wam.ae": "WAM", "focustaiwan.tw": "CNA",
        "nannews.ng": "NAN", "statesnewsroom.com": "States Newsroom", "agenciabrasil.ebc.com.br": "Agência Brasil",
    }
)  # fmt: skip
_OTHERS = frozenset({"CNA"})  # names by which other outlets go: Channel NewsAsia calls itself CNA
_LEADS = re.compile(r"^(?:by|von|par|por|di|door|av|from|source|quelle|with|mit)[:\s]+", re.IGNORECASE)
_ITEMS = re.compile(r"\s*(?:[,/|;&•·]|\s[-–—]\s|\band\b|\bund\b|\bwith\b|\bmit\b|\bfor\b)\s*")
_GENERIC = re.compile(r"(?!The Wire$)\w[\w .'-]{1,38} (?:Wire|Newswire|News Agency|Press Agency)")
_DATELINE = re.compile(r"^[^()\n]{0,60}\(([^()\n]{2,60})\)\s*(?:[-–—:.]|[A-ZÄÖÜ])")
_PLAIN_DATELINE = re.compile(r"^[A-Z][\w .,'’-]{1,40}[,/] ([\w .-]{2,40}?)\s*(?:[-–—:]|\s\|)\s")
_ENDING = re.compile(
    r"(?:\(|©\s?|\(c\)\s?|--\s?|[Qq]uelle: |Source: |(?<!Additional )Reporting by )([^()\n]{2,60}?)\)?\s*$"
)


def wire_of(
    byline: str | None,
    body: str | None,
    summary: str | None,
    agencies: tuple[tuple[str, ...], ...] = AGENCIES,
) -> str | None:
    """The canonical name of the agency whose text an article is, None when nothing says so.

    Reads the byline, the dateline that opens the text, and the mark that ends it. A name that ends in "Wire" or "News
    Agency" counts although it is not in the table. An agency that is only quoted counts for nothing.

    >>> wire_of("Jane Doe, Associated Press", None, None), wire_of(None, "WASHINGTON (AP) — A vote", None)
    ('AP', 'AP')
    >>> wire_of(None, "BERLIN (dpa/xy) - Der Tag", None), wire_of("", "RIVERTON (National Wire) - A dam", None)
    ('dpa', 'National Wire')
    >>> wire_of("Jane Doe", "The mayor told Reuters on Monday (see below) that", None) is None
    True
    """
    names = _names(agencies)
    for item in _ITEMS.split(byline) if byline else ():
        if found := _agency(_LEADS.sub("", item), names):
            return found
    for text in (body, summary):
        if text and (found := _from_text(text, names)):
            return found
    return None


def agency_named(name: str) -> str | None:
    """The agency that a feed's <source>, or an outlet's own name, is; None for everybody else.

    >>> agency_named("Associated Press"), agency_named("National Wire"), agency_named("Quay Post"), agency_named("CNA")
    ('AP', 'National Wire', None, None)
    """
    return None if name in _OTHERS else _agency(name, _names(AGENCIES))


def agency_at(url: str) -> str | None:
    """The agency at whose site an address is.

    >>> agency_at("https://www.reuters.com/world/1"), agency_at("https://notreuters.com/1")
    ('Reuters', None)
    """
    return _agency_at_host(host_of(url))


@lru_cache(maxsize=4096)
def agency_of_outlet(outlet: str) -> str | None:
    """The agency that an outlet is, by its domain or its name.

    >>> agency_of_outlet("apnews.com"), agency_of_outlet("AFP"), agency_of_outlet("quaypost.example")
    ('AP', 'AFP', None)
    """
    return _agency_at_host(outlet) or agency_named(outlet)


def _agency_at_host(host: str) -> str | None:
    return next((name for site, name in HOSTS.items() if host == site or host.endswith(f".{site}")), None)


def _from_text(text: str, names: dict[str, str]) -> str | None:
    head, tail = text[:160].lstrip(), text[-80:]
    marks: Iterable[re.Match[str] | None] = (_DATELINE.match(head), _PLAIN_DATELINE.match(head), _ENDING.search(tail))
    for mark in marks:
        for item in _ITEMS.split(mark[1]) if mark else ():
            if found := _agency(item, names):
                return found
    return None


def _agency(item: str, names: dict[str, str]) -> str | None:
    name = item.strip(" .():\t")
    if found := names.get(name):
        return found
    # A reporter's name and the agency without a comma between them.
    if name.endswith(endings := _endings(tuple(names))):
        return names[next(ending for ending in endings if name.endswith(ending)).removeprefix(" ")]
    return name if _GENERIC.fullmatch(name) else None


@lru_cache(maxsize=8)
def _endings(spellings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {spelling}" for spelling in spellings if " " in spelling or "-" in spelling)


@lru_cache(maxsize=8)
def _names(agencies: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    return {spelling: names[0] for names in agencies for spelling in names}
