"""Invented stories for the tests of storylines: two raids on one region, a fire in the same town, two strangers."""

from __future__ import annotations

from aggregator.cycle import group_articles
from aggregator.models import ArticleDraft
from aggregator.workspace import Workspace
from tests.test_cycle import article

DAY = 24.0
RAID = [
    article(
        "left.example", "Free Talvia Legion fighters raid Vorkuny border villages",
        "Fighters of the Free Talvia Legion crossed into the Vorkuny region and seized two villages, its governor"
        " Pavel Drozd said. The incursion began at dawn."),
    article(
        "right.example", "Governor Drozd: Legion incursion into Vorkuny repelled",
        "The Free Talvia Legion said its fighters hold a border post in Vorkuny. Pavel Drozd ordered an evacuation"
        " after the incursion.", 2.0),
]  # fmt: skip
SECOND_RAID = [
    article(
        "left.example", "Ten months on, Free Talvia Legion claims new incursion into Vorkuny",
        "The Free Talvia Legion says its fighters entered Vorkuny again. Governor Pavel Drozd reported shelling of"
        " border villages and called the incursion a provocation.", 300 * DAY),
    article(
        "center.example", "Legion fighters cross Vorkuny border before the vote",
        "Fighters of the Free Talvia Legion seized a village in the Vorkuny region; the incursion is the second within"
        " a year, Pavel Drozd said.", 300 * DAY + 3),
]  # fmt: skip
HOUSE_FIRE = [
    article(
        "left.example", "Gas explosion in Vorkuny apartment house injures four tenants",
        "A faulty stove caused the gas explosion in Vorkuny, firefighters said. Four tenants are in hospital.",
        100 * DAY),
    article(
        "right.example", "Four tenants hurt by gas explosion in Vorkuny",
        "The gas explosion tore a hole into an apartment house in Vorkuny. A stove is thought to be the cause.",
        100 * DAY + 1),
]  # fmt: skip
QUAKE_NORTH = [
    article(
        "left.example", "Earthquake of 6.1 destroys mountain villages near Ostrel",
        "The earthquake near Ostrel levelled houses of clay, rescuers said.", 20 * DAY),
    article(
        "right.example", "Rescuers dig in Ostrel after earthquake levels clay houses",
        "An earthquake of 6.1 shook Ostrel; houses of clay were levelled.", 20 * DAY + 2),
]  # fmt: skip
QUAKE_SOUTH = [
    article(
        "left.example", "Earthquake of 5.8 shakes the port of Camarra",
        "An earthquake levelled houses in Camarra, rescuers said.", 200 * DAY),
    article(
        "right.example", "Camarra earthquake levels old houses at the port",
        "Rescuers dig in Camarra after an earthquake of 5.8.", 200 * DAY + 2),
]  # fmt: skip
ALL = [*RAID, *HOUSE_FIRE, *QUAKE_NORTH, *QUAKE_SOUTH, *SECOND_RAID]


def take(workspace: Workspace, *drafts: ArticleDraft) -> None:
    workspace.ingest().add_all(list(drafts))
    group_articles(workspace)


def story_of(workspace: Workspace, draft: ArticleDraft) -> int:
    rows = workspace.store.db.execute(
        "select story_id from story_articles where article_id = (select id from articles where title = ?)",
        [draft.title],
    )
    return int(rows.fetchone()[0])
