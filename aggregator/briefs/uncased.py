"""Scripts without capitals: no form tells a name, so what the cited texts do not have is looked for among all words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]{2,}")
_UNCASED_WORD = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u1000-\u109f\u10d0-\u10ff\u1200-\u137f\u1780-\u17ff\uac00-\ud7a3]+"
)
_THAI = re.compile("[\u0e00-\u0eff]{2,}")
_MARKS = re.compile("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
# Letters of Chinese and Japanese that join, count and place; all others say something.
_JOINING = frozenset(
    "的了在是和与與及并並或而但也都就不没沒有被把将將会會可能要已又再才为為以因所从從到于於对對向由之其这這那此该該"
    "等个個们們者中上下内內外前后後时時日月年年天来來去说說称稱表示指出据據报報道導目前正今昨同人名位次"
)
_JOINING_WORDS = """
في من على إلى عن أن إن أنه أنها التي الذي الذين هذا هذه ذلك تلك كان كانت قد لم لن لا ما مع بعد قبل
بين خلال عند حتى كما ثم أو بل لكن حيث منذ ضد حول دون غير كل بعض أي هو هي هم قال قالت وقال وقالت أكد
أعلن وفق حسب أمس اليوم
"""
_ARABIC_JOINING = frozenset(_JOINING_WORDS.split())
_PREFIXES = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "ה", "ו", "ב", "ל", "מ", "ש", "כ")
_SUFFIXES = ("هما", "كما", "ها", "هم", "هن", "نا", "ات", "ون", "ين", "ان", "ة", "ه", "ي", "ים", "ות")
# Of pairs of letters that may be new in a sentence of Chinese: its words are put together anew in any other wording.
_NEW_PAIRS = 0.34


def unsupported_words(text: str, texts: Iterable[str]) -> Iterator[str]:
    """Yields, in words, what of a sentence without capitals the cited texts do not have.

    Words that are written apart (Arabic, Hebrew, Hindi, Korean) must each be there, but for what is joined to them.
    Of Chinese and Japanese each letter must be, and most of its pairs; of katakana and Thai each run.
    """
    told = " ".join(_plain(one) for one in texts)
    plain = _plain(text)
    yield from _words(plain, told)
    for pattern in (_KATAKANA, _THAI):
        for run in pattern.findall(plain):
            if run not in told:
                yield f"no cited text has {run!r}"
    yield from _letters(plain, told)


def _plain(text: str) -> str:
    folded = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    return folded.translate(str.maketrans("أإآى", "اااي"))


def _words(text: str, told: str) -> Iterator[str]:
    known = {stem for word in _UNCASED_WORD.findall(told) for stem in _stems(word)}
    joining = {_plain(word) for word in _ARABIC_JOINING}
    for word in _UNCASED_WORD.findall(text):
        if len(word) > 1 and word not in joining and not known.intersection(_stems(word)):
            yield f"no cited text has the word {word!r}"


def _stems(word: str) -> set[str]:
    """Gives a word without what is written as one with it: and, the, in, to, its; Korean particles are its end."""
    if "\uac00" <= word[0] <= "\ud7a3":
        return {word[:size] for size in range(2, len(word) + 1) if size >= len(word) - 2} or {word}
    found = {word}
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            found.add(word[len(prefix) :])
    for stem in tuple(found):
        found |= {stem[: -len(end)] for end in _SUFFIXES if stem.endswith(end) and len(stem) - len(end) >= 3}
    return found


def _letters(text: str, told: str) -> Iterator[str]:
    letters = [letter for letter in _HAN.findall(text) if letter not in _JOINING]
    for letter in dict.fromkeys(letters):
        if letter not in told:
            yield f"no cited text has the letter {letter!r}"
    pairs = [one + other for one, other in pairwise(text)
             if _HAN.match(one) and _HAN.match(other) and not {one, other} & _JOINING]  # fmt: skip
    new = [pair for pair in pairs if pair not in told]
    if pairs and len(new) > _NEW_PAIRS * len(pairs):
        yield f"{len(new)} of {len(pairs)} pairs of letters are in no cited text"
