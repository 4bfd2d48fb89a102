"""For how long an answer's headers ask to be left alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from aggregator.freshness import fresh_for, retry_after

NOW = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
LATER = "Tue, 03 Nov 2026 12:10:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({"Retry-After": "120"}, 120, id="seconds"),
        pytest.param({"Retry-After": " 120 "}, 120, id="with blanks"),
        pytest.param({"Retry-After": "0"}, 0, id="at once"),
        pytest.param({"Retry-After": "315360000"}, 315360000, id="ten years"),
        pytest.param({"Retry-After": "9" * 5000}, 9999999999, id="more digits than anybody counts"),
        pytest.param({"Retry-After": LATER}, 600, id="a date"),
        pytest.param(
            {"Retry-After": LATER, "Date": "Tue, 03 Nov 2026 12:09:00 GMT"}, 60, id="a date, by the server's clock"
        ),
        pytest.param({"Retry-After": "Tue, 03 Nov 2026 11:00:00 GMT"}, None, id="a date in the past"),
        pytest.param({"Retry-After": "-5"}, None, id="negative"),
        pytest.param({"Retry-After": "1e9"}, None, id="a number in letters"),
        pytest.param({"Retry-After": "soon"}, None, id="garbage"),
        pytest.param({"Retry-After": "Tue, 99 Foo 2026 12:10:00 GMT"}, None, id="a date that is none"),
        pytest.param({"Retry-After": "\x00" * 9000}, None, id="noise"),
        pytest.param({"Retry-After": "٣"}, None, id="a digit that is not ASCII"),
        pytest.param({}, None, id="none"),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: int | None) -> None:
    assert retry_after(lambda name: headers.get(name, ""), NOW) == seconds


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({"Cache-Control": "max-age=600"}, 600, id="max-age"),
        pytest.param({"Cache-Control": 'public, Max-Age="600", must-revalidate'}, 600, id="among others"),
        pytest.param({"Cache-Control": "max-age=600", "Age": "500"}, 100, id="an old answer"),
        pytest.param({"Cache-Control": "max-age=600", "Age": "900"}, None, id="an answer that is stale already"),
        pytest.param({"Cache-Control": "s-maxage=600"}, None, id="for shared caches only"),
        pytest.param({"Cache-Control": "max-age=600, no-cache"}, None, id="no-cache"),
        pytest.param({"Cache-Control": "max-age=0", "Expires": LATER}, None, id="max-age overrules Expires"),
        pytest.param({"Cache-Control": "max-age=-9"}, None, id="negative"),
        pytest.param({"Cache-Control": "max-age=" + "9" * 9000}, 9999999999, id="very long"),
        pytest.param({"Expires": LATER}, 600, id="Expires"),
        pytest.param({"Expires": LATER, "Date": "Tue, 03 Nov 2026 12:00:30 GMT"}, 570, id="Expires, by its own clock"),
        pytest.param({"Expires": "0"}, None, id="Expires that is no date"),
        pytest.param({"Expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, None, id="Expires long ago"),
        pytest.param({}, None, id="none"),
    ],
)
def test_freshness(headers: dict[str, str], seconds: int | None) -> None:
    assert fresh_for(lambda name: headers.get(name, ""), NOW) == seconds
