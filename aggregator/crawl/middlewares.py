"""Scrapy's redirects, held to our rules."""

from __future__ import annotations

from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware as ScrapyRedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from aggregator.crawl.refusal import Refusal
from aggregator.models import PollCode

# What any host may be told. All else (Authorization, ETag and date of a feed's last answer) is meant for one host.
_FOR_ANYONE = {b"Accept", b"Accept-Encoding", b"User-Agent"}


class RedirectMiddleware(ScrapyRedirectMiddleware):
    """Follows redirects up to a limit, to http and https only, never from https to http, and without a Referer.

    A redirect to another host carries no header that was meant for the first one.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler.settings)
        self.crawler = crawler
        self._may_downgrade = set(crawler.settings.getlist("AGGREGATOR_DOWNGRADES"))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        # Scrapy's own also looks for a RefererMiddleware, and warns on every start that there is none.
        return cls(crawler)

    def handle_referer(self, request: Request, response: Response) -> None:
        request.headers.pop("Referer", None)

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]  # Scrapy's own decorator hides that `spider` is optional
        try:
            return super().process_response(request, response)
        except Refusal:
            raise
        except IgnoreRequest as error:
            raise Refusal(PollCode.REDIRECT, f"more than {self.max_redirect_times} redirects") from error
        except ValueError as error:  # Location: http://[ or javascript:alert(1)
            scheme = (response.headers.get("Location") or b"").strip().lower().partition(b":")[0]
            code = PollCode.SCHEME if scheme.isalpha() and scheme not in (b"http", b"https") else PollCode.REDIRECT
            raise Refusal(code, f"redirect to what is no address: {error}") from error

    def _build_redirect_request(
        self, source_request: Request, response: Response, *, url: str, **kwargs: Any
    ) -> Request:
        redirected = super()._build_redirect_request(source_request, response, url=url, **kwargs)
        before, after = urlparse_cached(source_request), urlparse_cached(redirected)
        if after.scheme not in ("http", "https"):
            raise Refusal(PollCode.SCHEME, f"redirect to {after.scheme}:, and only http and https are fetched")
        if (before.scheme, after.scheme) == ("https", "http") and not self._allowed(source_request):
            raise Refusal(PollCode.DOWNGRADE, f"redirect from https to {redirected.url}")
        if before.hostname != after.hostname:
            for name in set(redirected.headers) - _FOR_ANYONE:
                del redirected.headers[name]
        return redirected

    def _allowed(self, request: Request) -> bool:
        first = request.meta.get("redirect_urls", [request.url])[0]
        return urlparse_cached(Request(first)).hostname in self._may_downgrade
