"""Scope: whether an article is news, opinion or a fact check, from what its outlet calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from aggregator.models import Scope

# What outlets call the place, as a whole path segment or a whole section name, folded to a-z and other letters.
_OPINION_NAMES = """
opinion opinions oped opeds editorial editorials editorialboard commentary commentaries
comment commentisfree column columns columnist columnists viewpoint viewpoints pointofview
guestcolumn guestopinion letters letterstotheeditor opinionanalysis opinionpolitics
newsopinion kommentar kommentare kommentarer meinung meinungen kolumne kolumnen
leitartikel glosse gastkommentar gastbeitrag standpunkt debatte tribune tribunes chronique
chroniques editoriaux éditorial éditoriaux idees idées debats débats opinión opiniones
columna columnas editoriales tribuna opinião opiniao colunas colunistas editoriais
opinione opinioni editoriale commenti opinie opinies debat commentaar ledare leder ledere
debatt meninger kronikk kronikker synspunkt mielipide pääkirjoitus paakirjoitus kolumnit
komentarz komentáře komentare názory nazory komentar vélemény velemeny görüş gorus
köşeyazıları мнение мнения колонка колонки думка думки رأي آراء 社説 論説 オピニオン コラム 사설 칼럼 오피니언
观点 评论 社评 評論 विचार संपादकीय
"""
_FACT_CHECK_NAMES = """
factcheck factchecks factchecking factchecker faktencheck faktenchecks verification
verificacion verificación verificacao verificação checamento factcheckteam verificat
faktasjekk faktakoll faktatjek ファクトチェック 팩트체크 事实核查
"""
# Not opinion, by its outlet's word or a rating, and no report: what it says first may be what it makes of it.
_COMMENTARY_NAMES = """
analysis analyses newsanalysis explainer explainers explained perspective perspectives blogs essay essays review reviews
analyse analysen hintergrund einordnung kritik rezension rezensionen décryptage decryptage décryptages decryptages
critique critiques análisis analisis reseña reseñas analisi approfondimento approfondimenti recensione recensioni
análise analises análises analys analyser analyysi achtergrond analiza analizy анализ аналитика аналітика
تحليل 解説 分析 분석
"""
_TITLE_COMMENTARY = re.compile(
    r"\s*(?:(?:news |quick )?analysis|explainer|explained|perspective|review|essay|analyse|hintergrund|einordnung|"
    r"décryptage|análisis|analisi|análise|analys)\s*(?:[:|｜>：]|\s[-–—]\s|\])",
    re.IGNORECASE,
)
_TITLE_OPINION = re.compile(
    r"\s*(?:opinion|op-ed|editorial|commentary|comment|column|kommentar|meinung|kolumne|leitartikel|opinión|opinião|"
    r"éditorial|edito|édito|tribune|editoriale|commento|opinie|leder|ledare|社説|사설|칼럼)\s*(?:[:|｜>：]|\s[-–—]\s|\])",
    re.IGNORECASE,
)
_TITLE_FACT_CHECK = re.compile(
    r"\s*(?:fact[ -]?check|faktencheck|verify|verificación)\s*(?:[:|]|\s[-–—]\s)", re.IGNORECASE
)
_TYPES = {"opinionnewsarticle": Scope.OPINION, "claimreview": Scope.FACT_CHECK}
_NOT_LETTERS = re.compile(r"[\W_]+")


def _folded(name: str) -> str:
    return _NOT_LETTERS.sub("", name.lower())


_OPINION = frozenset(map(_folded, _OPINION_NAMES.split()))
_FACT_CHECK = frozenset(map(_folded, _FACT_CHECK_NAMES.split()))
_COMMENTARY = frozenset(map(_folded, _COMMENTARY_NAMES.split()))


def scope_of(url: str, sections: Iterable[str] = (), title: str = "", types: Iterable[str] = ()) -> Scope:
    """An article's scope from its address, the sections it is filed under, its headline and its JSON-LD types.

    Only an outlet's own word counts: nothing is guessed from the text.

    >>> scope_of("https://a.example/opinion/2025/dam").value, scope_of("https://a.example/n/1", ["Editorials"]).value
    ('opinion', 'opinion')
    >>> scope_of("https://a.example/n/1", title="Fact check: the dam").value
    'fact check'
    >>> scope_of("https://a.example/n/opinion-poll").value
    'news'
    """
    for name in types:
        if scope := _TYPES.get(name.lower()):
            return scope
    places = _places(url, sections)
    if places & _FACT_CHECK or _TITLE_FACT_CHECK.match(title):
        return Scope.FACT_CHECK
    if places & _OPINION or _TITLE_OPINION.match(title):
        return Scope.OPINION
    return Scope.NEWS


def is_commentary(url: str, sections: Iterable[str] = (), title: str = "") -> bool:
    """Says whether an outlet files a piece as analysis, an explanation or a review, by the same places.

    >>> is_commentary("https://a.example/analysis/dam"), is_commentary("https://a.example/n/analysis-of-dam")
    (True, False)
    """
    return not _COMMENTARY.isdisjoint(_places(url, sections)) or _TITLE_COMMENTARY.match(title) is not None


def _places(url: str, sections: Iterable[str]) -> set[str]:
    path = unquote(urlsplit(url).path) if url else ""
    return {_folded(place) for place in (*_folders(path), *_parts(sections))}


def _folders(path: str) -> list[str]:
    return path.split("/")[:-1]  # the last segment is the article's own


def _parts(sections: Iterable[str]) -> Iterable[str]:
    for section in sections:
        yield from re.split(r"\s*[/>|,;:»]\s*", section)
