"""Whatever people say, in any order: the rulings in force hold, a rebuild agrees, and undoing all leaves no trace."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aggregator.config import Config
from aggregator.cycle import group_articles
from aggregator.errors import AggregatorError
from aggregator.models import ArticleDraft
from aggregator.overrides import merge, pin, split, undo, unpin
from aggregator.rebuild import rebuild
from aggregator.workspace import Workspace, open_workspace
from tests.conftest import Clock
from tests.test_cycle import DAM_LEAD, DAM_LEFT, DAM_RIGHT, NOON, RATE_CENTER, RATE_LEAD, article
from tests.test_overrides import DAM_COPY_BODY, LACE, RATE_RIGHT, counts_are_right, stories

BODY = f"MERROW (National Wire) - {DAM_COPY_BODY}"
FIRST = [
    article("left.example", DAM_LEFT.title, DAM_LEAD, 0.0, body=BODY),
    article("rightweekly.example", DAM_LEFT.title, DAM_LEAD, 1.0, body=BODY),
    DAM_RIGHT,
    RATE_CENTER,
    RATE_RIGHT,
    LACE,
    article("right.example", "Chess champion of Karlow retires at 34", "The champion of Karlow leaves chess.", 5.0),
]
LATER = [
    article("center.example", DAM_LEFT.title, DAM_LEAD, 20.0, body=BODY),
    article("unrated.example", "Merrow dam cracks: 400 families stay away", "Cracks in the Merrow dam grew.", 21.0),
    article("left.example", "Estmere interest rate held at 4.25 per cent by central bank", RATE_LEAD, 22.0),
    article("left.example", "Chess champion of Karlow, 34, retires", "Chess loses its champion from Karlow.", 23.0),
    article("center.example", "Ferry strikes pier in Norrland, nobody hurt", "A ferry hit a pier in Norrland.", 24.0),
]
"""Four stories, with copies in two of them; later each of three gets one more article, and a fifth story begins."""

Steps = list[tuple[str, int, int]]
STEPS = st.lists(
    st.tuples(
        st.sampled_from((*("merge", "split", "pin", "undo") * 2, "unpin", "group", "rebuild")),
        st.integers(0, 11),
        st.integers(0, 1023),
    ),
    max_size=12,
)


def parts(workspace: Workspace) -> set[tuple[int, ...]]:
    return {tuple(articles) for articles in stories(workspace).values()}


class Newsroom:
    """A newsroom in which people speak."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.later: Iterator[ArticleDraft] = iter(LATER)

    def say(self, word: str, one: int, bits: int) -> str:
        """Says a word on some of the articles and stories that there are; returns which, '' where it was refused."""
        workspace = self.workspace
        homes = workspace.store.stories.all_memberships()
        articles = sorted(homes)
        some, other = articles[one % len(articles)], articles[bits % len(articles)]
        here = [article for article in articles if homes[article] == homes[some]]
        named = [article for number, article in enumerate(here) if bits >> number & 1] or [some]
        acts = [act.number for act in workspace.store.overrides.acts()] or [1]
        words: dict[str, Callable[[], object]] = {
            "merge": lambda: merge(workspace, f"{homes[some]}", f"{homes[other]}"),
            "split": lambda: split(workspace, f"{homes[some]}", [f"a{article}" for article in named]),
            "pin": lambda: pin(workspace, f"a{some}", f"{homes[other]}"),
            "unpin": lambda: unpin(workspace, f"a{some}"),
            "undo": lambda: undo(workspace, acts[bits % len(acts)]),
            "group": self.group,
            "rebuild": lambda: rebuild(workspace),
        }
        try:
            words[word]()
        except AggregatorError:
            return ""
        after = workspace.store.stories.all_memberships()
        if word in ("merge", "pin"):
            assert after[some] == after[other], "what was put together is together"
        if word == "split":
            assert len({after[article] for article in named}) == 1, "what was taken out is one story"
        return word

    def group(self) -> None:
        if draft := next(self.later, None):
            self.workspace.ingest().add(draft)
        group_articles(self.workspace)

    def check(self) -> None:
        """Checks what must hold after every word."""
        workspace = self.workspace
        homes = workspace.store.stories.all_memberships()
        for row in workspace.store.overrides.rulings().rows:
            assert (homes[row.first] == homes[row.other]) == (row.kind == "together"), row
        assert counts_are_right(workspace)
        for story, state in workspace.store.db.execute("select id, state from stories").fetchall():
            leads_to = workspace.store.stories.living(story)
            assert (leads_to == story) == (state != "merged")
            assert leads_to in stories(workspace)

    def check_rebuild(self) -> None:
        """Checks that a rebuild leaves every article where it is, under the same number and for the same person."""
        before, held = stories(self.workspace), self.by_a_person()
        assert rebuild(self.workspace).moved == 0
        assert (stories(self.workspace), self.by_a_person()) == (before, held)

    def by_a_person(self) -> list[tuple[object, ...]]:
        """Lists what is stored of the articles that a person put where they are."""
        return self.workspace.store.db.execute(
            "select article_id, story_id, matched_article_id, reasons from story_articles"
            " where reasons like '%person%' order by article_id"
        ).fetchall()


class Rooms:
    """Newsrooms that all begin alike, one at a time: a fresh file, beside the vectors that are known already."""

    def __init__(self, config: Config, folder: Path) -> None:
        self._config, self._folder = config, folder
        with open_workspace(config, folder / "first.db", Clock(NOON)) as workspace:
            workspace.ingest().add_all(FIRST)
            group_articles(workspace)
        self.unruled: list[dict[int, list[int]]] = []
        with self.fresh() as room:
            for _ in range(len(LATER) + 1):
                self.unruled.append(stories(room.workspace))
                room.group()

    @contextlib.contextmanager
    def fresh(self) -> Iterator[Newsroom]:
        path = self._folder / "news.db"
        for left in self._folder.glob("news.db*"):
            left.unlink()
        shutil.copy(self._folder / "first.db", path)
        with open_workspace(self._config, path, Clock(NOON)) as workspace:
            yield Newsroom(workspace)


@pytest.fixture
def rooms(config: Config, tmp_path: Path) -> Rooms:
    return Rooms(config, tmp_path)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_people_say(rooms: Rooms, steps: Steps) -> None:
    groupings = min(sum(word == "group" for word, *_ in steps), len(LATER))
    with rooms.fresh() as room:
        assert parts(room.workspace) == {(1, 2, 3), (4, 5), (6,), (7,)}
        for step in steps:
            if room.say(*step):
                room.check()
        room.check_rebuild()
        acts = [act.number for act in room.workspace.store.overrides.acts() if not act.undone]
        random.Random(len(steps)).shuffle(acts)
        for act in acts:
            undo(room.workspace, act)
            room.check()
        assert stories(room.workspace) == rooms.unruled[groupings]
        assert room.workspace.store.db.execute("select count(*) from overruled").fetchall() == [(0,)]
        assert room.by_a_person() == []
