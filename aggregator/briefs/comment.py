"""Comment in a report's clothes: what an outlet files under news, and what judges, asks or says I all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aggregator.briefs.leaning import speaks_for_itself
from aggregator.briefs.records import Sentence, Source
from aggregator.briefs.speech import WORD, without_quotes
from aggregator.briefs.words import SAYS

# Of an article's sentences that judge, ask, or say I, we or you: from so many on, and two, it is a comment, a guide or
# a reporter's own story. On 101 stored pages of German and English outlets nine have as much, and none is a report.
_SHARE, _LEAST = 0.25, 2

# What ought to be, and words that nobody needs who reports; what else takes two words or more.
_JUDGING = """
should ought must deserve deserves sollte sollten solltet müssen müsse muss devraient devrait debería deberían
dovrebbe dovrebbero deveria deveriam shameful shameless scandalous outrageous absurd absurdly absurdity nonsense
ludicrous ridiculous laughable farcical farce pathetic disgraceful hypocrisy hypocritical finally sadly alas
unfortunately thankfully mercifully predictably tellingly ironically bizarrely frankly surely armutszeugnis
heuchelei scheinheilig scheinheilige unsäglich unsägliche unsäglichen skandalös skandalöse lächerlich lächerliche
unverschämt unverschämte hanebüchen hanebüchene heureusement malheureusement hélas honteux honteuse scandaleux
scandaleuse absurde hypocrisie afortunadamente desgraciadamente lamentablemente vergonzoso vergonzosa escandaloso
escandalosa absurdo absurda hipocresía purtroppo vergognoso vergognosa scandaloso scandalosa assurdo assurda
ipocrisia infelizmente felizmente vergonhoso vergonhosa hipocrisia
"""
_WORDS = frozenset(_JUDGING.split())
_IDIOMS = re.compile(
    r"\b(?:needs? to|of course|at last|no (?:surprise|wonder|accident|coincidence)|needless to say|make no mistake"
    r"|so much for|in other words|to be sure|the (?:truth|trouble|point|irony|question) is|(?:high|it is|it['’]s) time"
    r"|too little,? too late|(?:good|bad) news for|a far cry|elephant in the room|double standards?|would do well to"
    r"|speaks? volumes|says? (?:more|less) than|says? (?:more|less|much|a lot|everything|something|it all) about"
    r"|tells? (?:you|us) (?:all|everything|much|more|a lot|something)"
    r"|d(?:one|id|oes) \w+(?: \w+){0,4} a (?:dis)?favou?r|(?:few|nobody|no one)(?: of sense)?"
    r" (?:will|would|can|could) (?:grudge|mourn|quarrel|dispute|deny)"
    r"|(?:may|might) (?:meanwhile |well |now )?(?:ask|wonder) (?:why|how)"
    r"|nobody (?:of sense )?(?:disputes|denies)"
    r"|kein wunder|höchste zeit|il est temps|faut-il|bien sûr|por supuesto|ya es hora|claro que|está na hora"
    r"|per fortuna|è ora di)\b"
)


def judges(text: str) -> bool:
    """Says whether a sentence tells what ought to be, or what to think of it, and not who says so.

    >>> judges("The reasons deserve a hearing."), judges("Hollis said the law should be changed.")
    (True, False)
    >>> judges("The figure for the strike says more than it meant to."), judges("The figure is 40 million crowns.")
    (True, False)
    """
    outside = without_quotes(text).casefold()
    bare = _IDIOMS.sub(" ", outside)
    words = WORD.findall(bare)
    return (bare != outside or not _WORDS.isdisjoint(words)) and SAYS.isdisjoint(words)


def is_comment(source: Source, sentences: Sequence[Sentence]) -> bool:
    """Says whether an article comments: by its outlet's word, by a headline that asks, or by how it speaks."""
    if source.is_commentary or "?" in without_quotes(source.title):
        return True
    spoken = sum(map(_is_spoken, sentences))
    return spoken >= max(_LEAST, _SHARE * len(sentences))


def _is_spoken(sentence: Sentence) -> bool:
    outside = without_quotes(sentence.text)
    code = (sentence.source.language or "en").split("-")[0]
    return "?" in outside or speaks_for_itself(outside, code) or judges(sentence.text)
