"""Every page of the newsroom by the sea, ours and Datasette's, problems too, as every reader may come upon it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.every import holds_for_every_reader
from tests.pages_of_ours import DATASETTE, PAGES, PROBLEMS

ALL = {**PAGES, **PROBLEMS, **DATASETTE}


@pytest.mark.parametrize("path", ALL.values(), ids=ALL.keys())
def test_it_holds_for_every_reader(glance: Any, address: str, path: str) -> None:
    holds_for_every_reader(glance, address + path)
