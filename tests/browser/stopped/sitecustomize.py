"""Every process with this folder on its PYTHONPATH has a clock that stands at STOPPED_AT, and asks one host at a time.

The newsroom of the screenshots is polled by processes of its own, and is to be the same each day.
"""

import os
from datetime import datetime

import aggregator.crawl.settings
import aggregator.times

aggregator.times.utc_now = lambda: datetime.fromisoformat(os.environ["STOPPED_AT"])
aggregator.crawl.settings.CONCURRENT_REQUESTS = 1
