"""Whether a line says of its text that a machine wrote it, in the languages of the feeds that we read."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A machine as the one who wrote. "With the help of AI" is a person's text, so the name must follow its preposition.
_AI = (
    r"(?:A\.?I\.?|KI|I\.?A\.?|artificial intelligence|künstliche[rn]? intelligenz|intelligence artificielle|"
    r"inteligencia artificial|intelligenza artificiale|inteligência artificial|kunstmatige intelligentie|"
    r"kunstig intelligen[st]s?|artificiell intelligens|generative (?:AI|KI|IA)|chat ?gpt|gpt-?\w*|gemini|claude|"
    r"copilot|(?:large )?language models?|sprachmodells?|LLMs?)"
)
# What may follow the name: an end, a clause, or what kind of machine it is; "by AI researchers" is none of these.
_REST = (
    r"(?:\s*[.,;:!()–—-].*|\s+(?:and|but|using|with|from|based|under|tools?|technolog\w+|models?|systems?|software|on|"
    r"then|und|aber|auf|aus|et|mais|à partir|y|pero|a partir|e|ma|mas|en|maar|och|og)\b.*)?$"
)
_SUMMARIES = (
    r"summary|summaries|synopsis|digest|brief|overview|recap|abstract|key (?:points|takeaways)|bullet points|"
    r"zusammenfassung|kurzfassung|überblick|stichpunkte|kernpunkte|résumé|synthèse|resumen|síntesis|riassunto|sintesi|"
    r"resumo|síntese|samenvatting|sammanfattning(?:en)?|sammendrag(?:et)?|oppsummering(?:en)?|resumé(?:et)?"
)
_TEXTS = (
    r"text|article|content|story|post|page|report|text(?:e|o)|artikel|beitrag|meldung|inhalt|bericht|contenu|brève|"
    r"artículo|contenido|nota|noticia|articolo|testo|contenuto|artigo|conteúdo|matéria|notícia|tekst(?:en)?|bericht|"
    r"artikel[en]*|texten"
)
_SUBJECT = rf"(?P<subject>(?P<summary>{_SUMMARIES})|{_TEXTS})"
_MADE = r"generated|created|produced|made|composed|compiled|summari[sz]ed"
# A tool may be written with, a writer writes: "written with AI" is a person's, "written by AI" is not.
_ENGLISH = (
    rf"(?:this|the|these|all) (?:(?:above|following) )?{_SUBJECT}(?: (?:above|below))?"
    r" (?:has been|have been|was|were|is|are) (?:\w+ly )?"
    rf"(?:(?:{_MADE})(?: \w+ly)? (?:by|with|using|through)|(?:written|drafted|authored)(?: \w+ly)? by)"
    rf" (?:an? |the )?{_AI}"
)
_ADVERBS = r"(?:(?!mithilfe|hilfe|zuhilfenahme|unterstützung)\w+ ){0,2}?"
_GERMAN = (
    rf"(?:diese[rs]?|die|der|das) (?:(?:obige|folgende)[nr]? )?{_SUBJECT} (?:wurden?|ist|sind) {_ADVERBS}"
    rf"(?:von|mit|durch|mittels|per) (?:eine[rnm]? |der )?{_AI} (?:\w+ )?"
    r"(?:erstellt|generiert|geschrieben|verfasst|erzeugt|produziert|zusammengefasst)"
)
_FRENCH = (
    rf"(?:ce|cet|cette|le|la) {_SUBJECT} (?:a été|est|fut) (?:\w+ment )?"
    r"(?:générée?|rédigée?|écrite?|produite?|créée?|réalisée?)(?: \w+ment)? (?:par|avec|via) "
    rf"(?:une? |l['’] ?)?{_AI}"
)
_SPANISH = (
    rf"(?:este|esta|el|la) {_SUBJECT} (?:ha sido|fue|está|es) (?:\w+mente )?"
    r"(?:generad|cread|escrit|redactad|elaborad|producid|hech)[oa](?: \w+mente)? (?:por|con|mediante) "
    rf"(?:una? |la )?{_AI}"
)
_ITALIAN = (
    rf"(?:questo|questa|il|la) {_SUBJECT} (?:è stat[oa]|è) (?:\w+mente )?"
    r"(?:generat|creat|scritt|prodott|realizzat|redatt)[oa](?: \w+mente)? "
    rf"(?:da |dall['’] ?|dalla |con |con l['’] ?|tramite )(?:un['’]? ?|l['’] ?)?{_AI}"
)
_PORTUGUESE = (
    rf"(?:este|esta|o|a) {_SUBJECT} (?:foi|é) (?:\w+mente )?(?:gerad|criad|escrit|produzid|redigid|elaborad|feit)[oa]"
    rf"(?: \w+mente)? (?:por|com|pela|pelo) (?:uma? )?{_AI}"
)
_DUTCH = (
    rf"(?:deze|dit|de|het) {_SUBJECT} (?:is|werd|zijn) (?:\w+ )?(?:door|met) (?:een )?{_AI} "
    r"(?:\w+ )?(?:gegenereerd|gemaakt|geschreven|samengevat|opgesteld)"
)
_SCANDINAVIAN = (
    rf"(?:denne|dette|den här|det här) {_SUBJECT} (?:er|är|har) (?:\w+ )?"
    r"(?:laget|lavet|generert|genereret|genererats?|skrevet|skapats?|skapad|skriven|gjord|genererad) (?:av|af|med) "
    rf"{_AI}"
)
_SENTENCES = (_ENGLISH, _GERMAN, _FRENCH, _SPANISH, _ITALIAN, _PORTUGUESE, _DUTCH, _SCANDINAVIAN)
_BEFORE = r"[\s*_#(\[•·–—-]*(?:(?:note|disclaimer|notice|hinweis|nota|avis|remarque|transparency)\s*:\s*)?"
_SENTENCE = tuple(re.compile(rf"{_BEFORE}(?:{one}){_REST}", re.IGNORECASE) for one in _SENTENCES)
_JAPANESE = re.compile(
    r"[\s※*]*(?:この|本)(?P<subject>(?P<summary>要約|まとめ)|記事|文章|本文)は.{0,20}?(?:AI|人工知能|ChatGPT)"
    r"(?!.{0,6}(?:補助|支援|活用|協力)).{0,12}(?:生成|作成|執筆|要約)"
)
# A heading over what follows, or a name for it. It stands on newspapers' own pages too, over a box beside the article.
_LABEL = re.compile(
    rf"{_BEFORE}(?:(?:A\.?I\.?|KI|IA)[- ]?(?:generated|generierte|written|erstellte)? ?(?:{_SUMMARIES})|"
    rf"(?:{_SUMMARIES}) (?:\w+ )?(?:by|von|par|por|da|door|av|af) (?:l['’])?{_AI}|"
    rf"(?:generated|written|summari[sz]ed) by {_AI})\s*[.:)\]]?$",
    re.IGNORECASE,
)
_MEDIA = {
    "trainedalgorithmicmedia",
    "trainedalgorithmicmediadigitalsource",
    "algorithmicmedia",
    "algorithmicmediadigitalsource",
}
"""What IPTC and schema.org call a text of a machine's alone; `compositeWith...` is a person's with a machine's help."""


def says_machine(line: str) -> str:
    """What a line says a machine wrote: `text`, `summary`, or '' where it says no such thing of its own text.

    A quotation is no notice: what stands in quotation marks is somebody's word.

    >>> says_machine("This summary has been generated by AI."), says_machine("Dieser Text wurde von einer KI verfasst.")
    ('summary', 'text')
    >>> says_machine("This article was written with the help of AI."), says_machine("“This text was written by AI.”")
    ('', '')
    """
    for found in _matches(line):
        return "summary" if found["summary"] else "text"
    return ""


def is_label(line: str) -> bool:
    """Whether a line only names what follows, or what stands before, a machine's summary.

    >>> is_label("AI-generated summary"), is_label("KI-Zusammenfassung:"), is_label("AI summary judged unlawful")
    (True, True, False)
    """
    return bool(_LABEL.match(line))


def is_machine_media(value: str) -> bool:
    """Whether a digital source type, as IPTC or schema.org spell it, is a machine's alone.

    >>> is_machine_media("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")
    True
    >>> is_machine_media("compositeWithTrainedAlgorithmicMedia")
    False
    """
    return value.strip().rstrip("/").rsplit("/", 1)[-1].lower() in _MEDIA


def _matches(line: str) -> Iterator[re.Match[str]]:
    for pattern in (*_SENTENCE, _JAPANESE):
        if found := pattern.match(line):
            yield found
