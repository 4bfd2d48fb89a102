"""The words of a headline, as the comparison of headlines counts them."""

from __future__ import annotations

import re
from itertools import filterfalse

# Two characters at the least; the second, slower one is for headlines with an apostrophe.
_PLAIN = re.compile(r"[^\W_]{2,}")
_WORD = re.compile(r"[^\W_](?:'?[^\W_])+")
_OWNERS = re.compile(r"'s(?![^\W_])")

UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages that put no space between words: a run of their letters is no word, so they are not counted."""


def headline_words(headline: str) -> frozenset[str]:
    """Gives the different words of a headline: runs of letters and digits in lower case, each once.

    Apostrophes inside a word belong to it, a closing 's doesn't; single characters and plain numbers are left out.

    >>> sorted(headline_words("Mayor's 3 aides won't quit in 2024; the mayor won’t say: G7"))
    ['aides', 'g7', 'in', 'mayor', 'quit', 'say', 'the', "won't"]
    """
    text = headline.lower().replace("’", "'")
    found = _WORD.findall(_OWNERS.sub("", text)) if "'" in text else _PLAIN.findall(text)
    return frozenset(filterfalse(str.isdigit, found))
