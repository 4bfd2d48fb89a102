"""Takes an article or an outlet out of the database for good, and keeps it out."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aggregator.datafiles import did_you_mean
from aggregator.errors import NotFoundError, StoreError, StoreLockedError, UsageError
from aggregator.grouping.features import encoded_text
from aggregator.leave_alone import prefixes_of
from aggregator.lookup import find_article
from aggregator.outlets import domain_key
from aggregator.placing import settle
from aggregator.snapshots import snapshot_folders, snapshots_folder
from aggregator.store.backup import backups_folder, backups_of
from aggregator.store.removal import close_empty, remove_articles
from aggregator.store.rights import address_key, name_key, outlet_key
from aggregator.store.vectors import Vectors, vectors_path
from aggregator.times import iso
from aggregator.urls import canonical_url
from aggregator.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a removal did; `wiped` says that no free page of the files holds the text any more.

    `copies` are files and folders beside the database that may still have it.
    """

    act: int
    what: str
    articles: int
    stories: int
    removed_stories: tuple[int, ...]
    feeds: int
    wiped: bool
    copies: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Target:
    """What is to go: articles, and the keys by which it is known again; the first key names it for people."""

    what: str
    articles: Sequence[int]
    keys: Sequence[str]


def forget(workspace: Workspace, target: str, note: str = "") -> Forgotten:
    """Removes an article (a34 or its address) or an outlet (its domain); raises NotFoundError or UsageError.

    An address of which nothing is stored is kept out from now on.
    """
    store, now = workspace.store, iso(workspace.clock())
    with store.transaction(), workspace.run("override") as run_id:
        found = _target(workspace, target)
        texts = list(_encoded(workspace, found.articles))
        act = store.rights.say("forget", found.keys, note, now)
        stories = remove_articles(store.db, found.articles, now)
        store.overrides.mark(store.overrides.rulings().contradicted)
        settle(workspace, run_id, touched=stories)
        removed = close_empty(store.db, stories, now)
        feeds = workspace.refusals.leave(store.feeds)
    wiped = _forget_vectors(store.path, texts) and store.wipe_free_pages()
    copies = _copies(store.path)
    return Forgotten(act, found.what, len(found.articles), len(stories), tuple(removed), feeds, wiped, copies)


def _copies(db: Path) -> tuple[Path, ...]:
    """Lists what stands beside a database and may still have a text: what it was before, backups, snapshots."""
    before = sorted(db.parent.glob(f"{glob.escape(db.name)}.before-*"))
    return (*before, *backups_of(db, backups_folder(db)), *snapshot_folders(snapshots_folder(db)))


def _target(workspace: Workspace, text: str) -> _Target:
    if "://" in text or text.startswith("urn:"):
        return _address(workspace, text)
    if text[:1] == "a" and text[1:].isdigit():
        return _article(workspace, find_article(workspace.store, text))
    return _outlet(workspace, text)


def _article(workspace: Workspace, article: int) -> _Target:
    keys = workspace.store.rights.keys_of([article])
    return _Target(f"a{article}", [article], [f"article:a{article}", *keys])


def _address(workspace: Workspace, text: str) -> _Target:
    try:
        return _article(workspace, find_article(workspace.store, text))
    except NotFoundError:
        url = text if text.startswith("urn:") else canonical_url(text)
        if not url:
            raise UsageError(f"{text!r} is no http or https address") from None
        return _Target(
            "an address of which nothing is stored", [], ["article:an address never stored", address_key(url)]
        )


def _outlet(workspace: Workspace, text: str) -> _Target:
    """Finds an outlet by one of its domains, or by its name where it has no domain."""
    store = workspace.store
    ids = store.reference.outlet_ids()
    listed = workspace.index.by_address(text) if domain_key(text) else None
    domains = [listed.domain] if listed else [*prefixes_of(text)]
    domain = next((domain for domain in domains if domain in ids), None)
    if domain is not None:
        own = dict.fromkeys((domain, *(listed.other_domains if listed else ())))
        articles = store.rights.articles_of(ids[domain])
        # A carrier's address, or another outlet's before a correction: nothing but itself tells that it was removed.
        elsewhere = [article for article, url in articles.items() if not workspace.refusals.tells(url, set(own))]
        keys = [*map(outlet_key, own), *store.rights.keys_of(elsewhere)]
        return _Target(domain, list(articles), keys)
    nameless = store.rights.nameless(text)
    if nameless is not None:
        return _Target(text, list(store.rights.articles_of(nameless)), [name_key(text)])
    raise NotFoundError(
        f"there is no outlet {text!r}{did_you_mean(text, ids)}; an article is a34 or its address,"
        " and an outlet of which nothing is stored goes into leave-alone.csv"
    )


def _forget_vectors(database: Path, texts: Sequence[str]) -> bool:
    """Drops what an encoder made of headlines; a file of vectors that can't be read is deleted: it is a cache."""
    try:
        Vectors.forget(database, texts)
    except StoreLockedError:
        return False
    except StoreError:
        vectors_path(database).unlink(missing_ok=True)
    return True


def _encoded(workspace: Workspace, articles: Sequence[int]) -> Iterator[str]:
    """Yields the headlines, old ones too, that an encoder may have been given for these articles."""
    store = workspace.store
    for document in store.articles.documents_of(articles):
        yield encoded_text(document)
        for change in store.articles.changes(document.id, ""):
            if change.field == "title":
                yield encoded_text(replace(document, title=change.old or ""))
