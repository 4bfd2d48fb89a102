"""Asks the site for its pages, one after the other, and writes each as a file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aggregator.config import SiteConfig
from aggregator.errors import ServeError
from aggregator.site import queries
from aggregator.site.allowance import Allowance, allowance_of
from aggregator.site.archive.choose import Picked, choose
from aggregator.site.archive.pages import archive_note, data_page, question_page, stories_page
from aggregator.site.archive.places import DATA_PAGE, STORIES_PAGE, Chosen, Question, absolute, file_of, question_of
from aggregator.site.archive.rewrite import Archived, links_of, rewritten
from aggregator.site.serve import make_app
from aggregator.site.swap import DATABASE
from aggregator.snapshots import DATABASE as DATA
from aggregator.snapshots import METADATA, Snapshot, write_snapshot
from aggregator.store.connection import store_errors
from aggregator.store.copying import partial_name, sync_folder, written_to

# A page that writes its own address writes this one where none is set; it is taken out of what is written.
_NOWHERE = "http://archive.invalid"
# Readers' questions end after a second or two; nobody waits here, and no page must be lost for that.
_PATIENCE_SECONDS = 60.0
_MOVED = (301, 302, 307, 308)


@dataclass(frozen=True, slots=True)
class Exported:
    """What an archive holds and what it leaves out; `snapshot` names the edition that it is of.

    `unanswered` are addresses that pages link to and the site does not have.
    """

    folder: Path
    snapshot: str
    pages: int
    files: int
    bytes: int
    stories: int
    stories_left_out: int
    days: int
    feeds_left_out: bool
    unanswered: tuple[str, ...] = ()


@dataclass(slots=True)
class _Gathering:
    """The pages as they come: where each stood, which are not there, which lead on, and the questions they ask."""

    folder: Path
    chosen: Chosen
    feeds: bool
    pages: dict[str, str] = field(default_factory=dict)
    others: int = 0
    missing: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def ask(self, address: str) -> None:
        """Puts an address among those to be asked for, unless it was, or is not in the archive."""
        if question := question_of(address):
            self.questions.setdefault(question.file, question)
            return
        file = file_of(address, self.chosen, self.feeds)
        if file and file not in self.seen:
            self.seen.add(file)
            self.asked.append(address.partition("#")[0])

    def find(self, address: str) -> str | None:
        """Returns the file of an address that was written, or that leads on to one."""
        file = file_of(address, self.chosen, self.feeds)
        for _ in range(2):
            if file is None or file in self.missing or file not in self.seen:
                return None
            if file not in self.moved:
                return file
            file = file_of(self.moved[file], self.chosen, self.feeds)
        return None


def export_site(
    published: Path,
    metadata: Path,
    folder: Path,
    settings: SiteConfig,
    days: int,
    stories: int,
    progress: Callable[[int], None],
) -> Exported:
    """Writes the site into a new folder, with the snapshot that it was made from.

    Of all stories, those of the last days with most independent origins are written. The same edition gives the same
    files. Raises ServeError where a page fails or the folder is there already; the folder appears when it is whole.
    """
    if folder.exists():
        raise ServeError("is there already; name a new folder, or remove it first", folder)
    with store_errors(folder), written_to(folder), partial_name(folder) as partial:
        partial.mkdir()
        snapshot = write_snapshot(published, metadata, partial / "snapshot")
        exported = asyncio.run(_export(partial, snapshot, settings, days, stories, progress))
        partial.rename(folder)
        sync_folder(folder.parent)
    return replace(exported, folder=folder)


def _patient(path: str) -> Allowance:
    return replace(allowance_of(path), seconds=_PATIENCE_SECONDS, in_line=False)


async def _export(
    folder: Path, snapshot: Snapshot, settings: SiteConfig, days: int, stories: int, progress: Callable[[int], None]
) -> Exported:
    # "12 h ago" would be told from the moment of writing; in an archive it is told from the edition.
    moment = datetime.fromisoformat(snapshot.made) if snapshot.made else datetime.fromtimestamp(0, UTC)
    data = folder / "snapshot"
    site = make_app(
        data / DATA, data / METADATA, lambda: moment, replace(settings, address=settings.address or _NOWHERE)
    )
    site.reading_room = replace(site.reading_room, allowance=_patient)
    try:
        picked = await choose(site.get_database(DATABASE), days, stories)
        gathering = _Gathering(folder, picked.chosen, feeds=bool(settings.address))
        await _gather(site, gathering, progress)
        note = archive_note(snapshot, picked, settings)
        await _write_own(site, gathering, picked, snapshot, moment)
        _rewrite(gathering, Archived(gathering.find, await _anchors(site), note, settings.address))
    finally:
        site.executor.shutdown()
    files = [path for path in folder.rglob("*") if path.is_file()]
    return Exported(
        folder, snapshot.name, len(gathering.pages), len(files), sum(path.stat().st_size for path in files),
        len(picked.chosen.stories), picked.stories_left_out, len(picked.chosen.days), not gathering.feeds,
        tuple(sorted(gathering.missing.values())),
    )  # fmt: skip


async def _gather(site: Any, gathering: _Gathering, progress: Callable[[int], None]) -> None:
    gathering.ask("/")
    for day in sorted(gathering.chosen.days):
        gathering.ask(f"/?day={day}")
    for story in sorted(gathering.chosen.stories):
        gathering.ask(f"/story/{story}")
    done = 0
    while gathering.asked:
        await _take(site, gathering, gathering.asked.pop())
        done += 1
        progress(done)


async def _take(site: Any, gathering: _Gathering, address: str) -> None:
    """Asks for an address and writes what it answers; what its links lead to is asked for in its turn."""
    answer = await site.client.get(address, headers={"host": urlsplit(_NOWHERE).netloc})
    file = file_of(address, gathering.chosen, gathering.feeds) or ""
    if answer.status_code in _MOVED:
        leads = absolute(answer.headers["location"].removeprefix(_NOWHERE), address)
        gathering.moved[file] = leads or ""
        gathering.ask(leads or "")
        return
    if answer.status_code >= 500:
        raise ServeError(f"this page failed with {answer.status_code}; nothing was written", address)
    if answer.status_code != 200:
        gathering.missing[file] = address
        return
    _write(gathering.folder / file, answer.content.replace(_NOWHERE.encode(), b""))
    if "text/html" not in answer.headers["content-type"]:
        gathering.others += 1
        return
    gathering.pages[file] = address
    for link in links_of(answer.content.replace(_NOWHERE.encode(), b""), address):
        gathering.ask(link)


async def _write_own(site: Any, gathering: _Gathering, picked: Picked, snapshot: Snapshot, moment: datetime) -> None:
    """Writes the pages that only an archive has: its stories, what its data are, and what its questions ask."""
    context = {"edition": await queries.edition(site.get_database(DATABASE)), "now": moment}
    own = {
        DATA_PAGE: await data_page(site, snapshot, context),
        STORIES_PAGE: await stories_page(site, picked, context),
    }
    for file, question in sorted(gathering.questions.items()):
        own[file] = await question_page(site, question, context)
    for file, text in own.items():
        _write(gathering.folder / file, text.encode())
        gathering.pages[file] = f"/{file}"
        gathering.seen.add(file)


async def _anchors(site: Any) -> frozenset[str]:
    told = site.metadata()["databases"]["news"]
    return frozenset({*told["tables"], *told["queries"]})


def _rewrite(gathering: _Gathering, archived: Archived) -> None:
    for file, address in gathering.pages.items():
        path = gathering.folder / file
        path.write_bytes(rewritten(path.read_bytes(), address, file, archived))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
