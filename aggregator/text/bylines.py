"""Bylines: the names in what a feed or a page writes where an author belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aggregator.text.plain import plain_text

MAX_AUTHORS = 12  # a longer list is a masthead
MAX_NAME = 80

_LEAD = re.compile(
    r"^\W*(?:(?:written |posted |story |reported |words )?by|von|par|por|di|door|av|af|od|oleh|na|text|words|foto"
    r"|quelle|source|author|autor(?:in)?|writer|redaktion:"
    r"|(?:eine? )?(?:beitrag|artikel|kommentar|analyse|essay|gastbeitrag|reportage|interview) von)\b[\s:]+",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:[,;|/•·\n]|\s&\s|\s[-–—]\s|\s(?:and|und|et|y|e|og|och|en|with|mit)\s)\s*")
_MAIL_AND_NAME = re.compile(r"^\S+@\S+\s+\((.+)\)$")
_NOT_A_NAME = re.compile(r"@|https?:|www\.|\.(?:com|org|net|co\.uk|de)\b|\d{3}|\d:\d\d|^[\W\d_]*$", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:staff|reporter|writer|correspondent|editor|editors|contributor|redakteur(?:in)?|redaktor(?:in)?|korrespondent(?:in)?"
    r"|volont[äa]r(?:in)?|chefredakt\w+|journalist(?:in)?|columnist|producer|admin|administrator|webmaster|unknown|none"
    r"|guest author|no author|desk|for|updated|published|photographer|fotograf)\b",
    re.IGNORECASE,
)
_TEAM = re.compile(r"[A-Z0-9]{2,8}[ -](?:Staff|Redaktion|Editors|Desk|Reporter)")  # an outlet's own collective byline
_TITLE_AFTER = re.compile(r"\s(?:기자|特派員|記者|记者)$")  # "reporter", which East Asian bylines put after the name
_PLACE = re.compile(r"\s+\(?(?:in|aus|à|en|from|at) [A-ZÄÖÜÉ][\w. -]+\)?$")


def author_names(raw: Iterable[str]) -> tuple[str, ...]:
    """The names in a list of bylines, each once, in order; roles, places, addresses and numbers are no names.

    >>> author_names(["By Jane Doe and John Roe, Staff Writer", "jane@a.example (Jane Doe)", "admin"])
    ('Jane Doe', 'John Roe')
    """
    names: dict[str, str] = {}
    for line in (line for line in raw if "//" not in line):  # a profile's address stands in article:author
        for piece in _SPLIT.split(_without_mail(plain_text(line[:1000]))):
            name = _TITLE_AFTER.sub("", _PLACE.sub("", _LEAD.sub("", piece))).strip(" .:*()\"'“”")
            if 1 < len(name) <= MAX_NAME and not _NOT_A_NAME.search(name) and not _is_role(name):
                names.setdefault(name.casefold(), _cased(name))
    return tuple(names.values())[:MAX_AUTHORS]


def _is_role(name: str) -> bool:
    return bool(_ROLE.search(name)) and not _TEAM.fullmatch(name)


def _without_mail(line: str) -> str:
    match = _MAIL_AND_NAME.match(line)
    return match[1] if match else line


def _cased(name: str) -> str:
    # A byline wholly in capitals is typography; one word in capitals is an agency or initials.
    return name.title() if name.isupper() and " " in name and name.isascii() else name
