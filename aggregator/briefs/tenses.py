"""Whether a sentence tells of a day before or after its writing, by the verb that stands nearest."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What is to come and stays so whatever participle follows ("will stay shut on Monday").
_WILL: Mapping[str, str] = {
    "en": r"will|shall|would|could|may|might|is to|are to|was to|were to|due|set to|going to|about to|expected to"
    r"|scheduled"
}
_AHEAD: Mapping[str, str] = {
    "en": r"expected|expects?|plans?|planned|begins|starts|opens|meets",
    "de": r"wird|werden|würde\w*|soll|sollen|sollte\w*|will|wollen|wollte\w*|plant|planen|geplant\w*",
    "fr": r"\w{2,}(?:era|eront|ira|iront|dra|dront|rait|raient)|sera|seront|va|vont|doit|doivent|prévue?s?",
    "es": r"\w{2,}(?:ará|arán|erá|erán|irá|irán|drá|drán|ría|rían)|va a|van a|debe|deben|previst[oa]s?",
    "it": r"\w{2,}(?:erà|eranno|irà|iranno|drà|dranno|rebbe|rebbero)|sarà|saranno|deve|devono|previst[oaie]",
    "pt": r"\w{2,}(?:ará|arão|erá|erão|irá|irão|ria|riam)|vai|vão|deve|devem|previst[oa]s?",
}
# What was, and can be no participle of what is to come.
_WAS: Mapping[str, str] = {
    "en": r"was|were|had|has|have|did|said|says|told|began|came|went|took|gave|fell|rose|grew|broke|spoke|wrote|saw|ran"
    r"|became|drew|drove|chose|shook|swore|threw|withdrew|since|following|last|late|early"
}
_PAST: Mapping[str, str] = {
    "en": r"\w{2,}ed|met|won|lost|led|left|made|held|got|cut|hit|put|set|shut|struck|found|sent|spent|stood|sat|fought"
    r"|brought|bought|sold|paid|kept|thought|felt|beat|built|caught|read|after",
    "de": r"hat|haben|hatte\w*|ist|sind|war|waren|wurde\w*|\w{3,}(?:te|ten)|ge\w{3,}(?:t|en)|\w{3,}iert|gab|kam|ging"
    r"|trat|nahm|stieg|fiel|sprach|schrieb|verlor|gewann|traf|starb|blieb|fand|hielt|ließ|rief|schloss|begann|seit|nach",
    "fr": r"a|ont|avait|avaient|est|sont|était|étaient|fut|\w{2,}(?:é|ée|és|ées)|depuis|après",
    "es": r"ha|han|había|habían|fue|fueron|era|eran|dijo|hizo|murió|\w{2,}(?:ó|aron|ieron|aba|aban)|desde|tras|después",
    "it": r"ha|hanno|aveva|avevano|è|sono|era|erano|fu|\w{3,}(?:ato|ata|ati|ate|uto|ito|ò)|dopo|da",
    "pt": r"foi|foram|tinha|tinham|era|eram|disse|fez|morreu|\w{2,}(?:ou|aram|eram|iram|ava|avam)|desde|após|depois",
}
# Beside the day itself: "next Tuesday", "am vergangenen Dienstag", "mardi dernier".
_NEXT = re.compile(
    r"\b(?:next|coming|kommende[nmr]?|nächste[nmr]?|próxim[oa]|prossim[oa]|by|until|from|before|bis(?: zum)?|ab|avant"
    r"|jusqu['’]à|hasta el|antes del?|entro|até)\s+$",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:last|past|vergangene[nmr]?|letzte[nmr]?|passad[oa]|scors[oa])\s+$", re.IGNORECASE)
_NEXT_AFTER = re.compile(r"\s+(?:prochain|próximo|prossim[oa]|que vem)\b", re.IGNORECASE)
_LAST_AFTER = re.compile(r"\s+(?:dernier|pasado|passad[oa]|scors[oa])\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,;:–—]|\b(?:that|which|who|and|but|while|when|as|dass|und|aber|que|qui|et|mais|y|pero|che|ma|mas)\b",
    re.IGNORECASE,
)
# What is to be announced isn't announced yet.
_INFINITIVE = re.compile(r"(?<=\bto )(?:be )?\w+|(?<=\bbe )\w+|(?<=\bbeen )\w+", re.IGNORECASE)


def _pattern(code: str) -> re.Pattern[str]:
    groups = (("will", _WILL), ("ahead", _AHEAD), ("was", _WAS), ("past", _PAST))
    either = "|".join(f"(?P<{name}>{words.get(code, '(?!)')})" for name, words in groups)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


_CUES = {code: _pattern(code) for code in _AHEAD}

AHEAD, PAST, BEFORE = "ahead", "past", "before"


def tense_at(text: str, start: int, end: int, code: str) -> str | None:
    """Says whether the day at `start` to `end` is ahead, past, or before the day of writing; None where nothing tells.

    >>> text = "He said on Monday that the court will sit on Friday."
    >>> tense_at(text, 11, 17, "en"), tense_at(text, 45, 51, "en")
    ('past', 'ahead')
    """
    head, tail = text[:start], text[end:]
    if _NEXT.search(head) or _NEXT_AFTER.match(tail):
        return AHEAD
    if _LAST.search(head) or _LAST_AFTER.match(tail):
        return BEFORE
    if (cues := _CUES.get(code)) is None:
        return None
    if code == "en":
        head, tail = (_INFINITIVE.sub(lambda found: "_" * len(found[0]), part) for part in (head, tail))
    clause, rest = _CLAUSE.split(head)[-1], _CLAUSE.split(tail)[0]
    for part in (clause, rest, head, tail):
        if found := _told([match.lastgroup or "" for match in cues.finditer(part)], backwards=part in (clause, head)):
            return found
    return None


def looks_ahead(text: str, code: str) -> bool:
    """Says whether the first verb of a sentence that tells its time is of what is to come.

    >>> looks_ahead("Senators are about to vote.", "en"), looks_ahead("The Senate voted and will vote again.", "en")
    (True, False)
    """
    cues = _CUES.get(code)
    found = cues.search(_INFINITIVE.sub("_", text)) if cues else None
    return found is not None and (found.lastgroup == "will" or (found.lastgroup == "ahead" and code != "en"))


def _told(kinds: list[str], *, backwards: bool) -> str | None:
    """Judges by the nearest cue; a participle is of what is to come where a "will" stands before it."""
    order = kinds[::-1] if backwards else kinds
    if not order:
        return None
    # The nearest that is no participle.
    kind = next((kind for kind in order if kind != "past"), "past") if backwards else order[0]
    if order[0] == "past" and kind != "will":
        return PAST
    return AHEAD if kind in ("will", "ahead") else PAST
