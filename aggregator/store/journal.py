"""The journal of the stories that changed (`story_changes`), where no trigger writes it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database


def changed(db: Database, articles: Iterable[int]) -> None:
    """Notes that the stories of these articles are to be told anew: by whose text they have, or what may be shown."""
    db.execute(
        "insert or replace into story_changes (story_id) select distinct story_id from story_articles"
        " where article_id in (select value from json_each(?))",
        [json.dumps([*articles])],
    )
