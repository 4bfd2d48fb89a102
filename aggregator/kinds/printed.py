"""Ratings that a page prints beside a text: who rates by its word, and the label as it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aggregator.models import PrintedRating

# Those who rate news outlets, as others write them; the name that we give them.
_PROVIDERS = {
    r"all ?sides": "AllSides",
    r"media bias\s*(?:/|&|and|-)?\s*fact check|mbfc": "MBFC",
    r"ad fontes(?: media)?": "Ad Fontes",
    r"ground news": "Ground News",
    r"newsguard": "NewsGuard",
    r"biasly": "Biasly",
}
_NAMES = "|".join(f"(?P<p{number}>{name})" for number, name in enumerate(_PROVIDERS))
_TITLES = tuple(_PROVIDERS.values())
_LABELS = (
    r"(?:far|extreme|hyper-?partisan|strong(?:ly)?|slight(?:ly)?|lean(?:s|ing)?|center|centre|skews?|moderate(?:ly)?)?"
    r"[\s/-]*(?:left|right|cent(?:er|re)|least biased|pro-?science|mixed|middle|balanced|neutral|conspiracy[\s-]+"
    r"pseudoscience|satire|questionable source)(?:[\s/-]*(?:cent(?:er|re)|leaning|lean|biased?|wing))?"
)
_WORDS = r"(?:media )?(?:bias|political)?\s*(?:rating|bias|lean(?:ing)?|chart|rates? (?:it|them|this outlet))?s?"
_PRINTED = re.compile(
    rf"[\s*_#(\[•·–—-]*(?:(?:{_NAMES})(?:['’]s?)?\s*[™®]?\s*{_WORDS}[™®]?|(?:media |political )?bias(?: rating)?)"
    rf"\s*(?::|=|–|—|-|\bas\b)\s*[\[(\"“]?(?P<label>{_LABELS})[\])\"”]?\s*[.;]?$",
    re.IGNORECASE,
)


def printed_rating(line: str) -> PrintedRating | None:
    """The rating that a line prints, None where it is no such line.

    >>> printed_rating("AllSides Media Bias Rating: Center")
    PrintedRating(provider='AllSides', label='Center')
    >>> printed_rating("Media Bias/Fact Check: Left-Center"), printed_rating("Bias: Lean Left")
    (PrintedRating(provider='MBFC', label='Left-Center'), PrintedRating(provider='', label='Lean Left'))
    >>> printed_rating("AllSides rates outlets from left to right.")
    """
    found = _PRINTED.match(line) if len(line) <= 120 else None
    if found is None:
        return None
    named = (name for number, name in enumerate(_TITLES) if found[f"p{number}"])
    return PrintedRating(next(named, ""), " ".join(found["label"].split()))


def claims(printed: Iterable[PrintedRating]) -> tuple[PrintedRating, ...]:
    """What a page says of one outlet: a provider's labels that differ are of several outlets, and none of them counts.

    >>> claims([PrintedRating("AllSides", "Left"), PrintedRating("AllSides", "Right"), PrintedRating("MBFC", "Left")])
    (PrintedRating(provider='MBFC', label='Left'),)
    """
    labels: dict[str, dict[str, PrintedRating]] = {}
    for one in printed:
        labels.setdefault(one.provider, {}).setdefault(one.label.casefold(), one)
    return tuple(one for said in labels.values() if len(said) == 1 for one in said.values())
