"""Lines that a layout leaves among an article's sentences, told by their words alone."""

from __future__ import annotations

import re

from aggregator.pages.titles import fold
from aggregator.pages.trail import Trail

# A line that begins so leads away from the article. English, German, French, Spanish, Italian, Portuguese, Dutch and
# the Scandinavian languages; matched at the start of a line of at most PROMO_LENGTH characters.
PROMO_LENGTH = 250
_PROMO = re.compile(
    r"\W*(?:"
    r"read (?:more|also|next|the full)|also read|see also|more ?:|more on this|more from|"
    r"related(?: stor| article|:|$)|recommended|keep reading|continue reading|click here|watch:|listen:|watch now|"
    r"most read|trending|the latest$|"
    r"sign up|subscribe|get (?:the|our|daily|unlimited)|follow us|join (?:us|our)|share this|download (?:the|our)|"
    r"stay (?:informed|up[- ]to[- ]date)|for (?:the latest|more) (?:breaking )?(?:news|stories)|check out more|"
    r"advertisement|article content|story continues|"
    r"would you like to comment|please read our comment|do you have a story|got a story|get in touch|email us|"
    r"the views expressed|all rights reserved|copyright|©|"
    r"lesen sie (?:auch|hier|mehr|dazu)|mehr (?:zum thema|dazu|lesen|infos)|auch interessant|das könnte sie|zum thema|"
    r"hier (?:lesen|finden) sie|zum artikel|jetzt (?:abonnieren|testen|lesen)|abonnieren|newsletter|anzeige$|werbung|"
    r"externer inhalt|zur anzeige aktiviere|empfohlener|bitte beachten|quelle:|mit material (?:von|der)|folgen sie|"
    r"lire aussi|à lire|a lire|abonnez|inscrivez|lea también|lee también|leer más|suscr[ií]b|te puede interesar|"
    r"leggi anche|per approfondire|iscriviti|leia (?:também|mais)|lees ook|meer (?:over|lezen)|"
    r"les (?:også|mer)|læs også|läs (?:också|mer|även)|"
    r"関連記事|あわせて読みたい|관련기사|▶|☞|>>"
    r")",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W*(?:photos?|images?|pictures?|picture credit|fotos?|bild|bilder|illustration|video|grafik|graphic|source)\s*"
    r"(?::|by\b|von\b|©|\|)|.{0,80}\b(?:via|/) ?getty ?images\W*$|"
    r".{0,60}(?:/getty images|/shutterstock|/imago|/afp|/reuters|/ap|/dpa)\W*$",
    re.IGNORECASE,
)
# What a paywall says where the text stops.
_PAYWALL = re.compile(
    r"(?:you(?:'|’)?ve|you have) (?:reached|read|hit) your (?:limit|last)|limit of (?:one )?free|"
    r"to (?:read|continue reading) the (?:full|rest)|"
    r"(?:subscribe|sign in|log in|register) to (?:read|continue|keep reading|unlock)|start your (?:free )?trial|"
    r"already a subscriber|"
    r"this (?:article|story|content) is (?:only )?(?:for|available to) (?:our )?(?:subscribers|members)|"
    r"unlock (?:this|the full)|(?:weiterlesen|jetzt weiterlesen) mit|artikel (?:exklusiv )?für abonnenten|"
    r"nur für abonnenten|sie haben bereits ein abo|réservé aux abonnés|il vous reste|"
    r"contenido exclusivo para suscriptores|"
    r"contenuto riservato agli abbonati|conteúdo exclusivo para assinantes|"
    r"この記事は(?:有料)?会員|有料会員限定|残り ?\d+ ?文字|유료 (?:회원|구독자) 전용|本文为付费",
    re.IGNORECASE,
)
# A reader's site shows a second article under the first and closes it so.
_NEXT_ARTICLE = re.compile(
    r"(?:keep reading\W*(?:show less)?|show less|the latest|up next|next article|nächster artikel)\W*$", re.I
)
_SENTENCE_ENDS = (".", "!", "?", "…", "“", "”", '"', "»", "«", ")", "。", "」", "।")
_BEFORE_PAYWALL = 3  # paragraphs of text before a paywall's line from which on what follows it is not the article


def is_paywall(line: str) -> bool:
    """Whether a short line is what a paywall says."""
    return len(line) <= PROMO_LENGTH and bool(_PAYWALL.search(line))


def own_lines(lines: list[str], title: str, trail: Trail | None = None) -> list[str]:
    """An article's own lines: from its headline on, to its paywall, without promotion and credits, each once."""
    kept: list[str] = []
    left_out: list[tuple[str, str]] = trail.lines if trail else []
    seen = {fold(title)}
    for line in _from_headline(lines, fold(title)):
        if end := _why_end(line, kept):
            left_out.append((line, end))
            break
        if why := _why_noise(line) or ("said before" if fold(line) in seen else ""):
            left_out.append((line, why))
            continue
        seen.add(fold(line)) if len(line) > 60 else None
        kept.append(line)
    whole = _without_trailing_headings(kept)
    left_out.extend((line, "a heading, or a signature, with nothing below it") for line in kept[len(whole) :])
    return whole


def _why_end(line: str, kept: list[str]) -> str:
    if is_paywall(line) and _paragraphs(kept) >= _BEFORE_PAYWALL:
        return "the paywall: nothing is read below it"
    if _NEXT_ARTICLE.match(line) and kept:
        return "the next article: nothing is read below it"
    return ""


def _from_headline(lines: list[str], title: str) -> list[str]:
    """The lines after the last repetition of the headline in the first half; all where it is not repeated."""
    places = [n for n, line in enumerate(lines[: max(1, len(lines) // 2)]) if fold(line) == title]
    return lines[places[-1] + 1 :] if places else lines


def _why_noise(line: str) -> str:
    if not fold(line).strip("_"):
        return "no words"
    if is_paywall(line):
        return "what a paywall says"
    if len(line) <= PROMO_LENGTH and _PROMO.match(line):
        return "leads away from the article"
    return "a picture's credit" if len(line) <= 160 and _CREDIT.match(line) else ""


def _paragraphs(lines: list[str]) -> int:
    return sum(len(line) > 100 for line in lines)


def _without_trailing_headings(lines: list[str]) -> list[str]:
    end = len(lines)
    while end > 1 and len(lines[end - 1]) < 40 and not lines[end - 1].rstrip().endswith(_SENTENCE_ENDS):
        end -= 1
    return lines[:end]
