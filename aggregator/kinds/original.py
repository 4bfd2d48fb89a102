"""Whether a line leads to the piece of another that its text is about, or to the site of who made that piece."""

from __future__ import annotations

import re

_PIECE = (
    r"video|article|story|report|post|piece|interview|source|artikel|beitrag|bericht|quelle|vidéo|vídeo|texte|"
    r"reportage|fuente|noticia|artículo|articolo|fonte|notizia|matéria|artigo|notícia|bron|kilde|källa|artikkel"
)
_BEFORE = r"[\s*_#(\[•·–—>→»:-]*"
_ORIGINAL = re.compile(
    rf"{_BEFORE}(?:"
    rf"(?:(?:read|watch|see|view|link to|go to) )?(?:the )?original (?:{_PIECE})\b|"
    rf"(?:read|watch|see|view) (?:the )?(?:full|whole|complete|entire) (?:{_PIECE}) (?:at|on|here|in|from|via)\b|"
    rf"full (?:{_PIECE}) (?:at|on|via)\b|source (?:video|article)\b|"
    r"original(?:video|artikel|beitrag|bericht|quelle|text)\b|zum original\b|"
    rf"(?:den |das )?(?:ganze[ns]?|vollständige[ns]?) (?:{_PIECE}|video) (?:lesen |ansehen )?(?:bei|auf|hier)\b|"
    rf"(?:lire |voir )?(?:l['’]|la |le )?(?:{_PIECE}) (?:originale?|compl(?:et|ète)|intégrale?) ?(?:sur|ici|:|$)|"
    rf"(?:leer |ver )?(?:el |la )?(?:{_PIECE}) (?:original|complet[oa]) ?(?:en|aquí|:|$)|"
    rf"(?:leggi |guarda )?(?:l['’]|il |la )?(?:{_PIECE}) (?:originale|complet[oa]) ?(?:su|qui|:|$)|"
    rf"(?:leia |veja )?(?:o |a )?(?:{_PIECE}) (?:original|complet[oa]) ?(?:em|no|na|aqui|:|$)|"
    rf"(?:lees |bekijk )?(?:het |de )?(?:originele|oorspronkelijke|volledige) (?:{_PIECE}) ?(?:op|bij|hier|:|$)|"
    rf"(?:元|オリジナル)(?:の)?(?:記事|動画)"
    r")",
    re.IGNORECASE,
)
_SITE = re.compile(
    rf"{_BEFORE}(?:official (?:web ?)?(?:site|page)|official channel|offizielle (?:web(?:seite|site)|internetseite)|"
    r"site (?:web |internet )?officiel|(?:sitio|página|site) (?:web )?oficial|sito (?:web )?ufficiale|"
    r"officiële (?:web)?site|公式サイト)\b.{0,120}$",
    re.IGNORECASE,
)
# A text that another outlet lets be printed is that outlet's own text and no retelling of it.
_REPRINT = re.compile(
    r"\b(?:re-?published|originally (?:published|appeared)|first (?:published|appeared)|reprinted|syndicated|"
    r"zuerst (?:erschienen|veröffentlicht)|übernommen (?:von|aus)|aus dem englischen|republié|initialement publié|"
    r"publié (?:à l['’]origine|initialement)|traduit de|publicado originalmente|originalmente publicad[oa]|"
    r"pubblicato originariamente|oorspronkelijk (?:gepubliceerd|verschenen)|translated from)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"^[^.!?]{2,80}? (?:is|ist|est|es|è|é) (?:an? |the |eine? |une? |una |uma? |um |un )?[^.!?]{0,140}?"
    r"\b(?:news|broadcaster|newspaper|outlet|channel|magazine|agency|website|program(?:me)?|publisher|network|station|"
    r"sender|zeitung|rundfunk\w*|chaîne|journal|périódico|diario|giornale|emittente|jornal|emissora)\b",
    re.IGNORECASE,
)
LINE_LENGTH = 160
"""Characters of a line that only leads away; longer ones are sentences of the text."""


def leads_to_original(line: str) -> bool:
    """Whether a line is there to lead to the piece that the text is about.

    >>> leads_to_original("Original video here."), leads_to_original("Read the full story at The Quay Post")
    (True, True)
    >>> leads_to_original("The original article of the treaty was struck out.")
    False
    """
    return len(line) <= LINE_LENGTH and bool(_ORIGINAL.match(line)) and not _goes_on(line)


def names_site(line: str) -> bool:
    """Whether a line is there to lead to the site of the outlet that the text is about.

    >>> names_site("Official website: https://quaypost.example/")
    True
    """
    return len(line) <= LINE_LENGTH and bool(_SITE.match(line))


def tells_reprint(line: str) -> bool:
    """Whether a line says that the text is another outlet's own, printed here.

    >>> tells_reprint("This article is republished from The Quay Post. Read the original article.")
    True
    """
    return bool(_REPRINT.search(line))


def describes_outlet(line: str) -> bool:
    """Whether a line says what kind of outlet somebody is.

    >>> describes_outlet("Quay News is a daily news programme of the public broadcaster.")
    True
    """
    return len(line) <= 2 * LINE_LENGTH and bool(_OUTLET.match(line))


def _goes_on(line: str) -> bool:
    """Tells whether a line is a sentence about an original: it has more words than a lead and an outlet's name."""
    rest = _ORIGINAL.sub("", line, count=1)
    return bool(
        re.match(r"\s+(?:of|was|were|is|had|has|that|which|von|war|wurde|de|del|était|fue|di|era|do|da)\b", rest)
    )
