"""Hosts that want to be left alone are: what is asked of them before their time is put off to a later run."""

from __future__ import annotations

from datetime import timedelta

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from aggregator.crawl.handler import TimedHandler
from aggregator.crawl.hosts import TOO_MANY_REQUESTS, hosts_of, origin_of
from aggregator.freshness import retry_after
from aggregator.models import PollCode

# For a 429 that names no time: what waits in line for the host is put off, thirty requests at two seconds each.
UNTOLD_SECONDS = 60


class PutOff(IgnoreRequest):
    """A request that was not made: its host wants to be left alone; the spider looks for `put_off`.

    `paced` says that its host's Crawl-delay allows it one request a run: a second one would be put off in every run.
    """

    put_off = True

    def __init__(self, message: str, paced: bool) -> None:
        super().__init__(message)
        self.paced = paced
        self.code = PollCode.ROBOTS if paced else PollCode.RATE_LIMITED


class PatientHandler(TimedHandler):
    """Downloads, unless the host's time has not come.

    The look is taken here, at the last moment before a request is sent: those of one host wait in line for each other,
    and the answer to the first may be that we ask too often. robots.txt is always asked for (it says how long to wait),
    and what was begun is finished: redirects and the one more try.
    """

    async def download_request(self, request: Request) -> Response:
        hosts, origin = hosts_of(self._crawler), origin_of(request.url)
        if not _is_due_anyway(request):
            if until := hosts.held_until(origin):
                paced = hosts.is_paced(origin)
                why = " (Crawl-delay)" if paced else ""
                raise PutOff(f"{origin} wants to be left alone until {until:%Y-%m-%d %H:%M:%S} UTC{why}", paced)
            hosts.asked(origin)
        response = await super().download_request(request)
        if response.status == TOO_MANY_REQUESTS:
            asked = retry_after(lambda name: (response.headers.get(name) or b"").decode("latin-1"), hosts.now())
            hosts.hold(origin, timedelta(seconds=asked or UNTOLD_SECONDS))
        return response


def _is_due_anyway(request: Request) -> bool:
    return any(request.meta.get(key) for key in ("dont_obey_robotstxt", "redirect_times", "retry_times"))
