"""A module that a worker's process needs longer to load than its functions may take to run."""

from __future__ import annotations

import sys
import time

if "pytest" not in sys.modules:
    time.sleep(1.5)


def loaded() -> bool:
    return True
