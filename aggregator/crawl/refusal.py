"""What our side of Scrapy refuses to fetch or to read, with the code that the poll gets."""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest

from aggregator.models import PollCode


class Refusal(IgnoreRequest):
    """A request that was given up; the spider finds the poll's code in `code`, without knowing this class."""

    def __init__(self, code: PollCode, message: str) -> None:
        super().__init__(message)
        self.code = code
