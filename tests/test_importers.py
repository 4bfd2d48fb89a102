"""Articles from files: what is stored, and how bad rows are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aggregator.errors import DataFileError, NotFoundError
from aggregator.importers import ImportReport, import_file
from aggregator.workspace import Workspace

HEADER = "doc_id,title,outlet,url,timestamp,lang,summary,body\n"


def imported(workspace: Workspace, path: Path, text: str | bytes) -> ImportReport:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_file(path, workspace.ingest(), workspace.clock())


def articles(workspace: Workspace, columns: str) -> list[tuple[object, ...]]:
    return workspace.store.db.execute(f"select {columns} from articles order by id").fetchall()


def test_a_csv_row_becomes_an_article(workspace: Workspace, tmp_path: Path) -> None:
    text = HEADER + (
        "d1,Harbour &amp; bill,The Left Post,http://left.example/a?utm_medium=x,2020-12-29T12:00:00Z,eng,"
        '"<p>Short.</p>","Long\nbody"\n'
    )
    report = imported(workspace, tmp_path / "a.csv", text)
    assert (report.rows, report.new, report.bad) == (1, 1, [])
    assert articles(workspace, "guid, title, url, published, language, summary, body, word_count") == [
        ("d1", "Harbour & bill", "http://left.example/a", "2020-12-29T12:00:00Z", "en", "Short.", "Long\nbody", 2)
    ]


def test_a_row_without_url_has_a_stable_address(workspace: Workspace, tmp_path: Path) -> None:
    row = HEADER + "d 1,A title,The Center,,,,,\n"
    imported(workspace, tmp_path / "a.csv", row)
    again = imported(workspace, tmp_path / "b.csv", row)
    assert again.unchanged == 1
    [(url, published)] = articles(workspace, "url, published")
    assert str(url).startswith("urn:")
    assert published is None


def test_json_lines(workspace: Workspace, tmp_path: Path) -> None:
    rows = [{"url": "http://left.example/a", "title": "One", "published": "2026-11-01"}, {"title": "Two", "doc_id": 7}]
    report = imported(workspace, tmp_path / "a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    assert (report.new, report.bad) == (2, [])
    assert articles(workspace, "title, published, guid") == [("One", "2026-11-01T00:00:00Z", None), ("Two", None, "7")]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param("d1,,,http://left.example/a,,,,", "no title", id="no title"),
        pytest.param(
            "d1,T,,javascript:alert(1),,,,", "url 'javascript:alert(1)' is no http or https address", id="a script"
        ),
        pytest.param(",T,,,,,,", "neither url nor doc_id: the row could not be told from another", id="no identity"),
        pytest.param(
            "d1,T,,,yesterdayish,,,", "time 'yesterdayish' can't be read; write it as 2026-11-03T22:41:00Z", id="time"
        ),
        pytest.param("d1,T,,,2099-01-01,,,", "time '2099-01-01' lies before 1990 or in the future", id="the future"),
        pytest.param("d1,T", "2 cells where the header has 8", id="a short row"),
    ],
)
def test_a_bad_row_is_told_by_its_line_and_the_good_ones_stored(
    workspace: Workspace, tmp_path: Path, row: str, message: str
) -> None:
    report = imported(
        workspace, tmp_path / "a.csv", f"{HEADER}g1,Good,,http://left.example/g,,,,\n{row}\ng2,Too,,,,,,\n"
    )
    assert report.bad == [f"a.csv:3: {message}"]
    assert [title for (title,) in articles(workspace, "title")] == ["Good", "Too"]


def test_a_bad_line_of_json_is_told_by_its_number(workspace: Workspace, tmp_path: Path) -> None:
    report = imported(workspace, tmp_path / "a.jsonl", '{"title": "T", "doc_id": "1"}\n{"title"\n[1]\n')
    assert [line.split(":")[1] for line in report.bad] == ["2", "3"]
    assert report.new == 1


def test_hostile_lines_cost_only_themselves(workspace: Workspace, tmp_path: Path) -> None:
    good = '{"title": "T", "doc_id": "%s"}\n'
    text = (
        good % 1
        + "[" * 200_000
        + "\n"
        + '{"title": ["a", "b"], "doc_id": "3"}\n{"title": "\\ud800", "doc_id": "4"}\n'
        + good % 5
    )
    report = imported(workspace, tmp_path / "a.JSONL", text)
    assert [line.split(":")[1] for line in report.bad] == ["2", "3", "4"]
    assert report.new == 2


def test_a_body_is_cut_and_its_length_kept(workspace: Workspace, tmp_path: Path) -> None:
    imported(workspace, tmp_path / "a.csv", f"title,doc_id,body\nT,1,{'word ' * 100_000}\n")
    [(length, words)] = articles(workspace, "length(body), word_count")
    assert (length < 210_000, words) == (True, 100_000)


def test_unknown_columns_are_named(workspace: Workspace, tmp_path: Path) -> None:
    report = imported(workspace, tmp_path / "a.csv", "doc_id,title,gold_story_id,lean\n1,T,s,Left\n")
    assert report.unknown_columns == ["gold_story_id", "lean"]


@pytest.mark.parametrize(
    ("name", "data", "error", "message"),
    [
        pytest.param("a.csv", b"name,text\n1,2\n", DataFileError, "no column 'title'", id="no title column"),
        pytest.param("a.csv", b"title,title\na,b\n", DataFileError, "column 'title' stands twice", id="a column twice"),
        pytest.param(
            "a.csv", b"Title,doc_id\na,b\n", DataFileError, "'Title' is not it, write it small", id="capitals"
        ),
        pytest.param("a.csv", b"title;doc_id\na;b\n", DataFileError, "parted by semicolons", id="semicolons"),
        pytest.param("a.csv", b"title,doc_id\n\xff\xfe,1\n", DataFileError, "not UTF-8", id="not UTF-8"),
        pytest.param("none", None, NotFoundError, "there is no such file", id="missing"),
    ],
)
def test_a_file_that_is_no_table_of_articles(
    workspace: Workspace, tmp_path: Path, name: str, data: bytes | None, error: type[Exception], message: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(error, match=message):
        import_file(tmp_path / name, workspace.ingest(), workspace.clock())
    assert articles(workspace, "count(*)") == [(0,)]


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(workspace: Workspace, tmp_path: Path) -> None:
    report = imported(workspace, tmp_path / "a.csv", b"\xef\xbb\xbftitle,doc_id\r\nT,1\r\n")
    assert (report.new, report.bad) == (1, [])


A, B = "http://left.example/a", "http://left.example/b"
AGAIN = "http://left.example/a?utm_source=rss"


@pytest.mark.parametrize(
    ("rows", "titles", "repeated"),
    [
        pytest.param([("1", "Old", A), ("2", "Other", B), ("3", "New", A)], ["Other", "New"], 1, id="an address twice"),
        pytest.param([("1", "Old", A), ("2", "New", AGAIN)], ["New"], 1, id="in two spellings"),
        pytest.param([("1", "One", A), ("2", "Two", A), ("3", "Three", A)], ["Three"], 2, id="three times"),
        pytest.param([("1", "Same", A), ("1", "Same", A)], ["Same"], 1, id="the same row"),
        pytest.param([("1", "Good", A), ("2", "", A)], ["Good"], 0, id="the later row is bad"),
        pytest.param([("1", "", A), ("2", "Good", A)], ["Good"], 0, id="the earlier row is bad"),
        pytest.param([("1", "Dam at Orsk cracks", ""), ("1", "Dam at Orsk cracked", "")], ["Dam at Orsk cracked"], 1,
                     id="a doc_id with a like title"),
        pytest.param([("1", "Dam at Orsk cracks", ""), ("1", "Choir wins", "")], ["Dam at Orsk cracks", "Choir wins"],
                     0, id="a doc_id for two articles"),
        pytest.param([("1", "One", A), ("1", "Two", B)], ["One", "Two"], 0, id="a doc_id with two addresses"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_of_rows_for_one_article_the_last_counts_and_a_second_import_changes_nothing(
    workspace: Workspace,
    tmp_path: Path,
    rows: list[tuple[str, str, str]],
    titles: list[str],
    repeated: int,
    suffix: str,
) -> None:
    if suffix == "csv":
        text = "doc_id,title,url\n" + "".join(f"{','.join(row)}\n" for row in rows)
    else:
        text = "".join(json.dumps(dict(zip(("doc_id", "title", "url"), row, strict=True))) + "\n" for row in rows)
    first = imported(workspace, tmp_path / f"a.{suffix}", text)
    assert (first.new, first.revised, first.repeated) == (len(titles), 0, repeated)
    assert first.rows == first.new + first.repeated + len(first.bad)
    stored = articles(workspace, "title, url, guid")
    assert [row[0] for row in stored] == titles
    second = imported(workspace, tmp_path / f"a.{suffix}", text)
    assert (second.new, second.revised, second.unchanged) == (0, 0, len(titles))
    assert articles(workspace, "title, url, guid") == stored
    assert workspace.store.db.execute("select count(*) from revisions").fetchone() == (0,)


def test_an_article_that_changed_since_the_last_file_is_revised_once(workspace: Workspace, tmp_path: Path) -> None:
    imported(workspace, tmp_path / "a.csv", f"title,url\nOld,{A}\n")
    for count in (1, 0):
        report = imported(workspace, tmp_path / "b.csv", f"title,url\nOlder still,{A}\nNew,{A}\n")
        assert (report.revised, report.repeated) == (count, 1)
    rows = workspace.store.db.execute("select field, old, new from revisions").fetchall()
    assert rows == [("title", "Old", "New")]
