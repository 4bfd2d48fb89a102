"""The sentences of briefs as rows, with the articles that each rests on; read by story or article they ask one row."""

from __future__ import annotations

from collections.abc import Mapping

from aggregator.store.views.kept import Kept

_LISTS = ("summary", "key_points", "agree")
_SENTENCE = """sentence.key + 1 as place, json_extract(sentence.value, '$.text') as text,
  json_extract(sentence.value, '$.articles') as articles"""


def _of(table: str, key: str, part: str, side: str = "") -> str:
    return f"""select brief.{key}, '{part}' as part, {side}{_SENTENCE}
from {table} brief join json_each(brief.{part}) sentence"""


_HEADLINE = """select brief.story_id, 'headline' as part, null as side, 1 as place,
  json_extract(brief.headline, '$.text') as text, json_extract(brief.headline, '$.articles') as articles
from briefs brief"""
_ALONE = f"""select brief.story_id, 'only_said_by' as part, of_side.key as side, {_SENTENCE}
from briefs brief join json_each(brief.only_said_by) of_side join json_each(of_side.value) sentence"""

_SENTENCES = [_HEADLINE, *(_of("briefs", "story_id", part, "null as side, ") for part in _LISTS), _ALONE]

# Joined to the union, all its rows were made before the first was shown: of 95,000 briefs over a second.
_ARTICLES = """select told.story_id, told.part, told.side, told.place, article.value as article_id
from ({}) told join json_each(told.articles) article"""

VIEWS: dict[str, str] = {
    "brief_sentences": "\nunion all\n".join(_SENTENCES),
    "brief_articles": "\nunion all\n".join(map(_ARTICLES.format, _SENTENCES)),
    "article_brief_sentences": "\nunion all\n".join(
        _of("article_briefs", "article_id", part) for part in ("summary", "key_points")
    ),
}

KEPT: Mapping[str, Kept] = {}
