"""Gold files: what is wrong with one is told at once, by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from aggregator.config import Config
from aggregator.errors import DataFileError
from aggregator.evaluate import evaluate

HEADER = "doc_id,title,gold_story_id,timestamp\n"


def told(config: Config, folder: Path, text: str) -> list[str]:
    """Gives the lines of the error that a gold file makes."""
    gold = folder / "gold: 1.csv"
    gold.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        evaluate(gold, config)
    return str(caught.value).replace(f"{folder}/", "").splitlines()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("", "gold: 1.csv: is empty; a gold file has the columns doc_id, title, gold_story_id", id="empty"),
        pytest.param(HEADER, "gold: 1.csv: has a header and no article", id="a header only"),
        pytest.param(f"{HEADER}\n\n", "gold: 1.csv: has a header and no article", id="a header and empty lines"),
    ],
)
def test_a_gold_file_without_an_article_is_one_clear_line(config: Config, tmp_path: Path, text: str, line: str) -> None:
    assert told(config, tmp_path, text) == [line]


def test_every_bad_row_is_told_at_once_in_order(config: Config, tmp_path: Path) -> None:
    rows = (
        "1,A dam breaks,x,\n"
        ",No number,x,\n"
        '2,"A title\non two lines",x,yesterdayish\n'
        "\n"
        "1,Once more,y,\n"
        "3,,y,\n"
        "4,No story,,\n"
        "5,Too short\n"
        ",,,\n"
    )
    assert told(config, tmp_path, HEADER + rows) == [
        "gold: 1.csv: 7 bad rows",
        "gold: 1.csv:3: no doc_id",
        "gold: 1.csv:4: time 'yesterdayish' can't be read; write it as 2026-11-03T22:41:00Z",
        "gold: 1.csv:7: doc_id '1' stands in line 2 already",
        "gold: 1.csv:8: no title",
        "gold: 1.csv:9: no gold_story_id",
        "gold: 1.csv:10: 2 cells where the header has 4",
        "gold: 1.csv:11: no doc_id",
    ]


def test_a_file_of_bad_rows_does_not_bury_the_terminal(config: Config, tmp_path: Path) -> None:
    lines = told(config, tmp_path, HEADER + "1,,x,\n" * 500)
    assert lines[0] == "gold: 1.csv: 500 bad rows"
    assert len(lines) == 22
    assert lines[-1] == "... and 480 more"
