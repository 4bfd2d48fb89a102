"""Words as the lists compare them: without case, accents and vowel signs."""

from __future__ import annotations

import unicodedata

# Letters that Arabic writes one for the other, and the stretch between letters, which means nothing.
_ALIKE = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None})


def folded(text: str) -> str:
    """A text in small letters without accents.

    >>> folded("Économie, Fußball")
    'economie, fussball'
    """
    small = text.casefold()
    if small.isascii():
        return small
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", small).translate(_ALIKE) if not unicodedata.combining(sign)
    )
