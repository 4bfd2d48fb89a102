"""Scrapy's middlewares whose refusals get the code of a poll."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware as ScrapyRedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from aggregator.crawl.refusal import Refusal
from aggregator.models import PollCode


class RedirectMiddleware(ScrapyRedirectMiddleware):
    """Follows redirects up to a limit, never with a Referer."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        # Scrapy's own also looks for a RefererMiddleware, and warns on every start that there is none.
        middleware = cls(crawler.settings)
        middleware.crawler = crawler
        return middleware

    def handle_referer(self, request: Request, response: Response) -> None:
        request.headers.pop("Referer", None)

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # Scrapy's own decorator hides that `spider` is optional
        try:
            return super().process_response(request, response)
        except IgnoreRequest as error:
            raise Refusal(PollCode.REDIRECT, f"more than {self.max_redirect_times} redirects") from error
        except ValueError as error:  # Location: http://[
            raise Refusal(PollCode.REDIRECT, f"redirect to what is no address: {error}") from error


class CompressionMiddleware(HttpCompressionMiddleware):
    """Decompresses an answer as far as the size limit; a bomb and a broken stream are two different codes."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # as above
        try:
            return super().process_response(request, response)
        except IgnoreRequest as error:
            raise Refusal(PollCode.TOO_LARGE, f"decompresses to more than {self._max_size} bytes") from error
        except Exception as error:
            # zlib, gzip, brotli and zstd each have an error of their own, and none in common.
            raise Refusal(PollCode.DECODE, f"{_encoding(response)} cannot be decompressed: {error}") from error


def _encoding(response: Response) -> str:
    return (response.headers.get("Content-Encoding") or b"").decode("latin-1")
