"""The main job on real data, where that stands beside the checkout (elsewhere these skip, saying so)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from aggregator.config import Config
from aggregator.cycle import group_articles
from aggregator.evaluate import evaluate
from aggregator.importers import import_file
from aggregator.workspace import open_workspace

DEV_SETS = ("og2021_dev", "allsides_dev", "ecbplus_dev")


def test_three_hundred_headlines_meet_their_ratings(shared: Path, tmp_path: Path) -> None:
    with open_workspace(Config(), tmp_path / "news.db") as workspace:
        report = import_file(shared / "data/grouping/allsides_dev.csv", workspace.ingest(), workspace.clock())
        group_articles(workspace)
        rated = workspace.store.db.execute("select count(*) from articles_with_bias where lean is not null").fetchone()
        payments = workspace.store.db.execute(
            "select member.outlet, member.lean from story_members member where member.story_id ="
            " (select story_id from story_articles join articles on id = article_id where title like"
            " 'Treasury Secretary Mnuchin says $600 Covid payments%') order by member.lean"
        ).fetchall()
    assert (report.new, report.bad) == (300, [])
    assert rated[0] >= 270
    assert payments == [("NBC News", -1), ("USA Today", 0), ("Daily Caller", 2)]


def test_one_configuration_groups_three_kinds_of_news(shared: Path) -> None:
    scores = [evaluate(shared / f"data/grouping/{name}.csv", Config()).scores.bcubed.f1 for name in DEV_SETS]
    assert sum(scores) / len(scores) >= 0.75


def test_our_scorer_agrees_with_an_independent_one(shared: Path, tmp_path: Path) -> None:
    gold = shared / "data/grouping/allsides_dev.csv"
    ours = evaluate(gold, Config())
    lines = ["doc_id,story_id", *(f"{doc},{story}" for doc, story in ours.assignments.items())]
    (tmp_path / "predicted.csv").write_text("\n".join(lines) + "\n")
    command = [sys.executable, str(shared / "eval/score_grouping.py"), str(gold), str(tmp_path / "predicted.csv")]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for name, measure in (("bcubed", ours.scores.bcubed), ("pairwise", ours.scores.pairwise)):
        assert theirs[name] == {
            "p": pytest.approx(measure.precision, abs=1e-4),
            "r": pytest.approx(measure.recall, abs=1e-4),
            "f1": pytest.approx(measure.f1, abs=1e-4),
        }
