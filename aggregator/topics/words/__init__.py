"""The words that tell a topic, by language; plain data, read by people.

For each topic three lists: words that decide (weight 6), for they say what happened and not only to whom (*jailed* a
doctor); words of which one is enough (3); and words that tell it only with others (1).
`elect*` is any word that begins so, `*wahl` any that ends so; several words are a phrase, and what stands in a phrase
counts in nothing else. A word in several lists counts for each. Under `nothing` are phrases that only look like a
topic's words ("climate of fear"). No names of living persons: they age. Written by hand from what the words mean; no
outlet's text is in here.
"""

from __future__ import annotations

from aggregator.topics.words.ar import AR
from aggregator.topics.words.de import DE
from aggregator.topics.words.en import EN
from aggregator.topics.words.es import ES
from aggregator.topics.words.fr import FR
from aggregator.topics.words.it import IT
from aggregator.topics.words.nl import NL
from aggregator.topics.words.pt import PT
from aggregator.topics.words.ru import RU

NOTHING = "nothing"

WORDS: dict[str, dict[str, tuple[str, str, str]]] = {
    "ar": AR,
    "de": DE,
    "en": EN,
    "es": ES,
    "fr": FR,
    "it": IT,
    "nl": NL,
    "pt": PT,
    "ru": RU,
}
