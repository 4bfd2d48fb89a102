"""`extract` and `parse-feed` answer for every file, whatever the file is."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from aggregator.cli import main

PAGES = Path(__file__).parent / "pages"
FEED = b"""<rss version="2.0"><channel><title>The Far Quay</title><language>en</language>
<item><title>The dam</title><link>https://a.example/1</link></item><item><title>No address</title></item>
</channel></rss>"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, list[str], str]:
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return int(ended.value.code or 0), told.out.splitlines(), told.err


def rows(lines: list[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        pytest.param(["extract", "none.html"], 1, "none.html: there is no such file", id="a missing page"),
        pytest.param(["parse-feed", "none.xml"], 1, "none.xml: there is no such file", id="a missing feed"),
        pytest.param(["parse-feed", "--kind", "nobody", __file__], 2, 'no spider reads "nobody"', id="no such spider"),
    ],
)
def test_a_slip_is_one_line_with_debug_too(
    capsys: pytest.CaptureFixture[str], words: list[str], code: int, told: str
) -> None:
    exit_code, lines, said = run(capsys, *words, "--debug")
    assert (exit_code, lines, said.count("\n")) == (code, [], 1)
    assert said.startswith(f"Error: {told}")


def test_extract_writes_a_line_for_each_page(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    packed = tmp_path / "opinion.html.gz"
    packed.write_bytes(gzip.compress((PAGES / "opinion.html").read_bytes()))
    code, lines, _ = run(capsys, "extract", packed, PAGES / "german_graph_latin1.html")
    first, second = rows(lines)
    assert code == 0
    told = ["name", "title", "published", "authors", "body", "body_status", "error"]
    assert list(first) == [*told, "text_kind", "original", "printed_ratings"]
    assert (first["name"], first["title"], first["published"]) == (
        "opinion",
        "Let the ferry run",
        "2026-04-02T08:00:00Z",
    )
    assert (second["name"], second["authors"]) == ("german_graph_latin1", ["Jana Brück", "Ole Ahrens"])
    assert (first["body_status"], first["error"]) == ("full", None)


def test_extract_by_two_processes_keeps_the_order(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pages = sorted(PAGES.glob("*.html")) * 2
    output = tmp_path / "out.jsonl"
    code, lines, _ = run(capsys, "extract", *pages, "-o", output)
    written = rows(output.read_text(encoding="utf-8").splitlines())
    assert (code, [row["name"] for row in written]) == (0, [page.stem for page in pages])
    assert lines == [f"{len(pages)} pages to {output}, 0 of them with an error"]
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.parametrize(
    ("name", "content", "has_error"),
    [
        pytest.param("empty.html", b"", False, id="empty"),
        pytest.param("page.html.gz", b"not gzip", True, id="not-gzip"),
        pytest.param("cut.html.gz", gzip.compress(b"<p>x</p>" * 1000)[:30], True, id="cut-gzip"),
        pytest.param("bomb.html.gz", gzip.compress(b"\x00" * 50_000_000), False, id="bomb"),
        pytest.param("noise.html", bytes(range(256)) * 20, False, id="noise"),
    ],
)
def test_a_bad_page_has_its_row(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: bytes, has_error: bool
) -> None:
    (tmp_path / name).write_bytes(content)
    code, lines, _ = run(capsys, "extract", tmp_path / name)
    assert (code, len(lines)) == (0, 1)
    row = rows(lines)[0]
    assert (row["name"], bool(row["error"])) == (name.partition(".")[0], has_error)


@pytest.mark.parametrize("command", ["extract", "parse-feed"])
def test_a_missing_file_is_one_clear_line(capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str) -> None:
    code, lines, told = run(capsys, command, PAGES / "opinion.html", tmp_path / "nowhere.html")
    assert (code, lines) == (1, [])
    assert told == f"Error: {tmp_path / 'nowhere.html'}: there is no such file\n"


def test_an_output_in_a_folder_that_is_not_there_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, _, told = run(capsys, "extract", PAGES / "opinion.html", "-o", tmp_path / "nowhere" / "out.jsonl")
    assert (code, told) == (1, f"Error: {tmp_path / 'nowhere'}: there is no such folder\n")


@pytest.mark.parametrize(
    ("content", "ok", "answer", "entries"),
    [
        pytest.param(FEED, True, "ok", 2, id="feed"),
        pytest.param(b"<rss version='2.0'><channel><title>x</title></channel></rss>", True, "empty", 0, id="no-items"),
        pytest.param(b"<!doctype html><p>Log in", False, "not_a_feed", 0, id="html"),
        pytest.param(b"", False, "not_a_feed", 0, id="empty-file"),
        pytest.param(b"x</width>", False, "parse", 0, id="breaks-the-parser"),
        pytest.param(b"/etc/passwd", False, "not_a_feed", 0, id="path"),
    ],
)
def test_parse_feed_answers_for_any_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, ok: bool, answer: str, entries: int
) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(content)
    code, lines, _ = run(capsys, "parse-feed", file, "--json")
    row = rows(lines)[0]
    assert code == 0
    assert (row["file"], row["ok"], row["code"], row["entries"]) == (str(file), ok, answer, entries)


def test_parse_feed_tells_a_person_in_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(FEED)
    code, lines, _ = run(capsys, "parse-feed", file)
    expected = f"{file}: ok (rss20; 2 entries; 1 entry without a usable address skipped)"
    assert (code, lines) == (0, [expected])


OUTLETS = Path(__file__).parent / "outlets"


def test_extract_debug_tells_in_words_how_the_record_came_about(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = run(capsys, "extract", "--debug", PAGES / "teaser_and_second_article.html")
    told = "\n".join(lines)
    assert (code, lines[0]) == (0, "== teaser_and_second_article.html")
    for expected in (
        "[vote 1.1, won]",
        "authors    Ines Calder",
        "body       full: 363 words; readers see a paywall's words",
        "[a box by its name: newsletter]",
        "[another <article> than the headline's]",
        "        The harbour of Oldhaven closed for a second night",
    ):
        assert expected in told


def test_extract_reads_as_an_outlets_spider_does(capsys: pytest.CaptureFixture[str]) -> None:
    page = OUTLETS / "worldcrunch" / "article.html"
    _, lines, _ = run(capsys, "extract", "--debug", "--spider", "worldcrunch", page)
    assert "    the spider's own parse_article then changed scope, body" in lines
    _, lines, _ = run(capsys, "extract", "--spider", "ap", OUTLETS / "ap" / "article.html")
    assert rows(lines)[0]["authors"] == ["Dorothea Keene", "Lucan Abara"]


@pytest.mark.parametrize("option", [["extract", "--spider"], ["parse-feed", "--kind"]], ids=["extract", "parse-feed"])
def test_a_spider_that_is_not_there_is_one_clear_line(capsys: pytest.CaptureFixture[str], option: list[str]) -> None:
    code, _, told = run(capsys, *option, "worldcrunsh", PAGES / "opinion.html")
    known = "use one of feed, sitemap, ap, dw, worldcrunch"
    assert (code, told) == (2, f'Error: no spider reads "worldcrunsh" (did you mean "worldcrunch"?): {known}\n')


def test_parse_feed_reads_a_section_page_and_lists_it(capsys: pytest.CaptureFixture[str]) -> None:
    page = OUTLETS / "ap" / "hub.html"
    _, lines, _ = run(capsys, "parse-feed", page, "--kind", "ap", "--url", "https://apnews.com/hub/x", "--debug")
    assert lines[0] == f"{page}: ok (section; 2 entries)"
    assert lines[1].split()[:3] == ["-", "Port", "Alder"]


@pytest.mark.parametrize("command", ["extract", "parse-feed"])
def test_the_help_has_an_example(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, lines, _ = run(capsys, command, "--help")
    assert code == 0
    assert any(line.strip().startswith(f"Example: aggregator {command}") for line in lines)
