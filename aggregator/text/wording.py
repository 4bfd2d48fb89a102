"""When two texts say the same in the same words, however they were typed."""

from __future__ import annotations

import html
import re
import unicodedata

from aggregator.urls import canonical_url

# NFKC turns ligatures, full-width letters, no-break spaces and the ellipsis into plain ones, but leaves these.
_TYPED_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


def wording(text: str) -> str:
    """The text as far as a reader would quote it: without white space, and with one kind of quote and dash.

    Entities that were escaped twice are read, and addresses lose what tracks their readers. Case counts: an outlet that
    writes a word in capitals has changed how it sounds.

    >>> wording("“Now”,\\xa0he said – at&amp;t") == wording('"Now", he said - at&t')
    True
    """
    plain = html.unescape(text) if "&" in text else text
    if "://" in plain:
        plain = _ADDRESS.sub(lambda found: canonical_url(found[0]) or found[0], plain)
    if not plain.isascii():  # before and after: NFKC takes a lone accent apart, and makes quotes of wide ones
        plain = unicodedata.normalize("NFKC", plain.translate(_TYPED_ALIKE)).translate(_TYPED_ALIKE)
    return "".join(plain.replace("`", "'").split())


def same_wording(one: str, other: str) -> bool:
    """Whether two texts are one, or one is the other cut earlier.

    >>> same_wording("It rained all day in…", "It rained all day in Alder"), same_wording("It rained", "It rains")
    (True, False)
    """
    if one == other:
        return True
    short, long = sorted((wording(one), wording(other)), key=len)
    return short == long or (short.endswith("...") and long.startswith(short.rstrip(".")))
