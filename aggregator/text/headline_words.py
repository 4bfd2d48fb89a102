"""The words of a headline, as the comparison of headlines counts them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages that put no space between words: a run of their letters is no word, so they are not counted."""


def headline_words(headline: str) -> frozenset[str]:
    """Gives the different words of a headline: runs of letters and digits in lower case, each once.

    Apostrophes inside a word belong to it, a closing 's doesn't; single characters and plain numbers are left out.

    >>> sorted(headline_words("Mayor's 3 aides won't quit; the mayor won’t say"))
    ['aides', 'mayor', 'quit', 'say', 'the', "won't"]
    """
    found = _WORD.findall(headline.lower().replace("’", "'"))
    return frozenset(
        word for word in (word.removesuffix("'s") for word in found) if len(word) > 1 and not word.isdigit()
    )
