"""Every case of the fault list has a test that is found by its number: `pytest -k case_17`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

# What each case is about, in a word or two; the tests are named after them.
CASES = {
    1: "no server", 2: "slow server", 3: "endless body", 4: "bombs", 5: "broken compression", 6: "cut answers",
    7: "no HTTP", 8: "redirect loops", 9: "moved feeds", 10: "gone feeds", 11: "two feeds, one address",
    12: "Retry-After", 13: "servers in trouble", 14: "nothing new", 15: "certificates", 16: "https to http",
    17: "private addresses", 18: "rebinding", 19: "schemes", 20: "secrets", 21: "bodies that are addresses",
    22: "parser breakers", 23: "entities", 24: "pages instead of feeds", 25: "encodings", 26: "one broken entry",
    27: "slow documents", 28: "20,000 entries", 29: "long texts", 30: "one guid twice", 31: "no guid, reused guid",
    32: "one guid in two feeds", 33: "dates", 34: "links", 35: "markup", 36: "tracking", 37: "file names",
    38: "hidden characters, look-alikes", 39: "ratings.csv", 41: "locked database", 42: "full disk", 43: "two pollers",
    44: "told to stop",
}  # fmt: skip
TESTS = Path(__file__).parent


@pytest.fixture(scope="module")
def collected() -> set[int]:
    """The numbers of the cases that pytest finds in the names of tests."""
    files = [str(path) for path in TESTS.glob("test_*.py") if re.search(r"case[-_]\d\d", path.read_text("utf-8"))]
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-k", "case_", *files]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=TESTS.parent).stdout
    return {int(number) for number in re.findall(r"case_(\d\d)", told)}


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case:02} {about}") for case, about in CASES.items()])
def test_every_case_has_a_test(collected: set[int], case: int) -> None:
    assert case in collected


def test_no_test_is_named_after_a_case_that_is_not(collected: set[int]) -> None:
    assert collected <= set(CASES)
