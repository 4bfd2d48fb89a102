"""Whether a sentence leans on one that stands before it: a pronoun without its name, "both", "has said so"."""

from __future__ import annotations

import re
from functools import lru_cache

from aggregator.briefs.words import FINITE, LEANING, NO_VERBS, OURSELVES, PERSONS
from aggregator.grouping.words import CALENDAR, STOPWORDS

_NAME = re.compile(r"[A-ZÀ-ÞА-Я][^\W\d_]+")
# First words that are no names, beside those that grouping passes over.
_FIRST = frozenset(
    ["police", "officials", "prosecutors", "doctors", "residents", "witnesses", "people", "during", "despite",
     "although", "though", "since", "upon", "once", "until", "like"]
)  # fmt: skip
_NO_NAMES = CALENDAR | STOPWORDS | _FIRST
_OPENS_WITH_TIME = re.compile(
    r"^(?:upon|once|on|by|in|at|after|when|for|with|as|while|if|since|before|during|under|until|from|to|despite|like)\b",
    re.IGNORECASE,
)
# "The coroner said he believes", "A man was arrested after he fled": the pronoun's noun is there.
_OF_THE_SPEAKER = re.compile(r"(?<=\bsaid )(?:he|she)\b|(?<=\bsays )(?:he|she)\b")
_INTRODUCES = re.compile(r"(?:An?|Eine?|Une?|Un[ao]?|Uma?)\s")
# "has said so for years", "voted against even this", ", it says,": what is meant stands in another sentence.
_POINTING = re.compile(
    r"\b(?:said|says|say|saying|did|do|does|done|thinks?|thought) so\b|\b(?:this|these|those)\s*[.,;:!]|\bthat[.,;]"
    r"|,\s(?:it|they) (?:says?|said|adds|added)\b"
    r"|\b(?:who|which|that) (?:will|would|can|could|did|does|do)(?: not|n['’]t)?,"
)
# What it is stands in another sentence: "charts show that it came from", "The silence before it", "had asked for ten".
_WANTING = re.compile(
    r"\b(?:shows?|showed|proves?|proved|suggests?|suggested) that (?:it|they)\b"
    r"|\b(?:smell(?:s|ed)?|smelt|reek(?:s|ed)?|stank|stinks?) of (?:it|them)\b"
    r"|^The \w+ (?:before|after|behind|about|around|of) (?:it|them)\b"
    r"|\bfor (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\.$"
)
_THOUGH = re.compile(r"[\"“](?:Al)?[Tt]hough\s[^,\"”]*,[\"”]")
_ADDS = re.compile(r",[\"”]?\s(?:he|she)\s")
_THEM = re.compile(r"\b(?:they|them|their)\b")
_MANY = re.compile(
    r"\b(?!(?:says|was|has|his|its|this|does|thus)\b)[a-z]{2,}s\b|\b(?:people|police|men|women|children|staff|\d+|both|and|who|everyone|anyone|nobody)\b",
    re.IGNORECASE,
)
_IT_AT_THE_END = re.compile(r"\b(?:of|to|for|about|from|with|on|against|in|by|after) (?:it|them)\.$")
# German turns subject and verb: "Nach der Krise gewann sie an Bedeutung".
_AFTER_ITS_VERB = re.compile(r"(?:[^\s,:]+\s){2,7}(?:er|sie)\s(?!nicht nur)")
# In a short sentence there is no room for what it is: "Aldane said he would respect it."
_AT_THE_END = re.compile(r"\b(?:it|them)\.$")
_SHORT = 12
_SUBJECT = re.compile(r"\b(?:it|they|he|she)\b")
_FEW_WORDS = 3
# "Wearing the Imperial Crown, he read out the speech": who?
_DOING = re.compile(r"(?:[A-Z]\w+ing\b[^,]*,|(?:To|In order to)\s[a-z]+\s[^,]*,?)\s(?:he|she|it|they)\b")
# Its verb is not the sentence's.
_CLAUSE = re.compile(
    r",\s(?:until|after|before|when|while|because|although|though|which|who|whose|where)\s[^,]*(?:,|$)", re.IGNORECASE
)
# A question that was cut before its mark.
_ASKS = re.compile(r"(?:is|are|was|were|did|does|do|will|can|could|should|would|has|have)\s", re.IGNORECASE)
# "without a single raised voice" tells nothing.
_ED = re.compile(r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bsingle )(?<!\bof )(?<!\bwith )(?<!\band )\b[a-z]+[^e\W]ed\b")


# A verb of German ends so, or is one of those that change their vowel; what else ends so is in the list.
_VERB_OF_GERMAN = re.compile(
    r"\b(?:[a-zäöüß]{2,}(?:te|ten|en|t)|ist|war|hatte|habe|sei|will|soll|kann|muss|darf|mag|gab|ging|kam|nahm|stand|fand"
    r"|rief|lief|griff|schrieb|blieb|trat|stieg|fiel|sprach|starb|traf|warf|zog|verlor|gewann|begann|bekam|hielt|ließ|lag|sah"
    r"|schlug|trug|wies|würde|wurde|werde|könne|müsse|solle|gebe|gehe|komme|stehe|bleibe)\b"
)


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    leaning, ourselves, persons = (table.get(language, "(?!)") for table in (LEANING, OURSELVES, PERSONS))
    return (
        re.compile(rf"\W*(?:{leaning})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{ourselves})(?!\w)"),
        re.compile(rf"(?<![\w’'])(?:{persons})(?!\w)"),
    )


def leans(text: str, outside: str, language: str) -> bool:
    """Says whether a sentence needs one before it; `outside` is what of it stands in no quote.

    >>> leans(*["On Sunday it relented by a quarter point."] * 2, "en"), leans(*["Felt died at his home."] * 2, "en")
    (True, False)
    """
    opening, _, persons = _patterns(language)
    if opening.match(text) or speaks_for_itself(outside, language):
        return True
    if language == "de" and _AFTER_ITS_VERB.match(text):
        return True
    found = persons.search(_OF_THE_SPEAKER.sub(" ", outside))
    if found and not _INTRODUCES.match(text) and not _has_name(outside[: found.start()]):
        return True
    return language == "en" and (_is_wanting(text, outside) or _points_back(outside))


def _is_wanting(text: str, outside: str) -> bool:
    return any(found.search(outside) for found in (_POINTING, _WANTING)) or _THOUGH.match(text) is not None


def speaks_for_itself(outside: str, language: str) -> bool:
    """Says whether the outlet says I or we, or you to its reader."""
    return _patterns(language)[1].search(outside) is not None


def _points_back(text: str) -> bool:
    """Says whether an English pronoun stands before any name or noun that it could be of."""
    if (found := _ADDS.search(text)) and not _has_name(text[: found.start()].partition(" ")[2]):
        return True
    if _DOING.match(text):
        return True
    if _IT_AT_THE_END.search(text) and not _has_name(text):
        return True
    if _AT_THE_END.search(text) and len(text.split()) <= _SHORT:
        return True
    if found := _THEM.search(text):
        before = text[: found.start()]
        if not _MANY.search(before) and not _has_name(before):
            return True
    found = _SUBJECT.search(text)
    if found is None or _has_name(before := text[: found.start()]):
        return False
    return _OPENS_WITH_TIME.match(text) is not None or len(before.split()) < _FEW_WORDS


def _has_name(text: str) -> bool:
    """Says whether a text has a word with a capital that is no day or month, nor a first word that every text has."""
    return any(found.casefold() not in _NO_NAMES for found in _NAME.findall(text))


def is_statement(text: str, language: str) -> bool:
    """Says whether a text has a verb that tells, and does not ask; of other languages than two it is taken for one.

    >>> is_statement("Commander Frith on a rescue without a raised voice.", "en"), is_statement("Frith spoke.", "en")
    (False, True)
    >>> is_statement("Eine Autobahn in Polen nahe der Grenze.", "de"), is_statement("Iran griff Israel an.", "de")
    (False, True)
    """
    if language == "de":
        return any(word not in NO_VERBS for word in _VERB_OF_GERMAN.findall(text))
    if language != "en":
        return True
    if _ASKS.match(text):
        return False
    text = _CLAUSE.sub(" ", text)
    words = text.casefold().replace("’", "'").split()
    return any(word.strip(",.;:()") in FINITE for word in words) or _ED.search(text) is not None
