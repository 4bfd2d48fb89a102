"""How pages say what an article's topic is, and what told it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import urlencode

from aggregator.site.queries import ArticleRow, RulingRow


def topic_address(topic: str) -> str:
    """Returns the address of the stories on a topic.

    >>> topic_address("war and conflict")
    '/?topic=war+and+conflict'
    """
    return f"/?{urlencode({'topic': topic})}"


def told_by(row: ArticleRow, rulings: Iterable[RulingRow] = ()) -> str:
    """Says what told an article's topic, and what it rests on where nothing did."""
    told = [str(one) for one in json.loads(row.topic_told or "[]")]
    if row.topic_from == "person":
        notes = [ruling.note for ruling in rulings if told == [f"act {ruling.act}"] and ruling.note]
        return ", ".join(("by a person", *told)) + "".join(f": {note}" for note in notes)
    if row.topic_from == "words":
        return f"by its words: {', '.join(told)}"
    if row.topic_from == "section":
        return f"by the outlet's section {told[0]}" if told == [row.section] else f"by its address: {told[0]}"
    return "neither its section nor its words are sure of one, or they differ"
