"""How much of an article's text may be quoted."""

from __future__ import annotations

from sentencex import segment


def within(text: str, language: str | None, most: int) -> str:
    """Gives the beginning of a text, whole sentences of at most so many characters together.

    >>> within("The ferry sank. Nobody was hurt, the line said.", "en", 20)
    'The ferry sank.'
    >>> within("The ferry sank. Nobody was hurt, the line said.", "en", 0)
    ''
    """
    kept: list[str] = []
    left = most
    for paragraph in text.splitlines():
        for sentence in segment((language or "en").split("-")[0], paragraph):
            left -= len(sentence)
            if left < 0:
                return "".join(kept).strip()
            kept.append(sentence)
        kept.append("\n")
    return "".join(kept).strip()
