"""The pure parts of the spiders: what an answer means, whose turn it is, what is sent and what is not."""

from __future__ import annotations

import pytest
from OpenSSL import SSL
from scrapy import exceptions
from scrapy.http import Response
from twisted.internet import error as connection
from twisted.python.failure import Failure
from twisted.web.client import ResponseFailed

from aggregator.models import ArticleDraft, DraftKind, DueFeed, PollCode
from spiders.feeds import described, in_turn, login_apart, validators
from spiders.outcomes import error_code, error_message, is_whole, status_code, whole_entries


def response(body: bytes = b"", flags: list[str] | None = None, headers: dict[str, str] | None = None) -> Response:
    return Response("http://press.example/feed", body=body, flags=flags, headers=headers)


def broken(cause: Exception) -> exceptions.DownloadFailedError:
    """A failed download as Scrapy raises it: the cause is two levels down."""
    failed = exceptions.DownloadFailedError("it failed")
    failed.__cause__ = ResponseFailed([Failure(cause)])
    return failed


@pytest.mark.parametrize(
    ("error", "code"),
    [
        pytest.param(exceptions.CannotResolveHostError("x"), "dns", id="no such host"),
        pytest.param(exceptions.DownloadConnectionRefusedError("x"), "connect", id="refused"),
        pytest.param(connection.NoRouteError(), "connect", id="no route"),
        pytest.param(exceptions.DownloadTimeoutError("x"), "timeout", id="timeout"),
        pytest.param(exceptions.DownloadCancelledError("x"), "too_large", id="cancelled for its size"),
        pytest.param(exceptions.ResponseDataLossError(), "truncated", id="data loss"),
        pytest.param(broken(connection.ConnectionLost("x")), "reset", id="lost"),
        pytest.param(broken(connection.ConnectionDone()), "reset", id="closed before the answer"),
        pytest.param(broken(SSL.Error([("SSL routines", "", "certificate verify failed")])), "tls", id="certificate"),
        pytest.param(broken(ValueError("bad status line")), "protocol", id="not HTTP"),
        pytest.param(exceptions.UnsupportedURLSchemeError("x"), "failed", id="unforeseen"),
        pytest.param(KeyError("x"), "failed", id="a bug of ours"),
    ],
)
def test_an_error_has_a_code(error: Exception, code: str) -> None:
    assert error_code(error) == code


@pytest.mark.parametrize(
    ("error", "message"),
    [
        pytest.param(broken(ValueError("bad\nstatus  line")), "bad status line", id="the cause, on one line"),
        pytest.param(
            broken(SSL.Error([("SSL routines", "", "certificate has expired")])), "certificate has expired", id="TLS"
        ),
        pytest.param(KeyError("x"), "KeyError: 'x'", id="an unforeseen one with its kind"),
        pytest.param(exceptions.DownloadCancelledError(""), "larger than the size limit", id="one that says nothing"),
        pytest.param(exceptions.DownloadTimeoutError("y" * 999), "y" * 300, id="a long one"),
    ],
)
def test_an_error_has_a_message(error: Exception, message: str) -> None:
    assert error_message(error) == message


@pytest.mark.parametrize(
    ("status", "code"),
    [
        pytest.param(200, None, id="success"),
        pytest.param(204, None, id="success without a body"),
        pytest.param(302, PollCode.REDIRECT, id="a redirect that was not followed"),
        pytest.param(403, PollCode.HTTP, id="forbidden"),
        pytest.param(404, PollCode.NOT_FOUND, id="not found"),
        pytest.param(410, PollCode.GONE, id="gone"),
        pytest.param(429, PollCode.RATE_LIMITED, id="too many"),
        pytest.param(503, PollCode.HTTP, id="unavailable"),
    ],
)
def test_a_status_has_a_code(status: int, code: PollCode | None) -> None:
    assert status_code(status) == code


@pytest.mark.parametrize(
    ("body", "flags", "whole"),
    [
        pytest.param(b"anything", [], True, id="a counted body"),
        pytest.param(b"<rss></rss>", ["dataloss"], False, id="shorter than its length"),
        pytest.param(b"<rss></rss>\n", ["partial"], True, id="RSS that ends"),
        pytest.param(b"<feed></atom:feed >", ["partial"], True, id="Atom with a prefix"),
        pytest.param(b"<rdf:RDF></rdf:RDF><!-- cached -->\n", ["partial"], True, id="RDF and a comment"),
        pytest.param(b'{"items": []}', ["partial"], True, id="JSON that ends"),
        pytest.param("<rss></rss>".encode("utf-16"), ["partial"], True, id="UTF-16"),
        pytest.param(b"<rss><item><title>Half a head", ["partial"], False, id="in a headline"),
        pytest.param(b"<rss><item></item>", ["partial"], False, id="between two entries"),
    ],
)
def test_a_body_is_whole_or_not(body: bytes, flags: list[str], whole: bool) -> None:
    assert is_whole(response(body, flags)) is whole


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        pytest.param(b"<rss><item>1</item><item>2</ite", b"<rss><item>1</item>", id="RSS"),
        pytest.param(b"<feed><a:entry/><a:entry>1</a:entry>x", b"<feed><a:entry/><a:entry>1</a:entry>", id="Atom"),
        pytest.param(b"<rss><channel><title>Pre", b"", id="before the first entry"),
    ],
)
def test_a_broken_off_document_is_cut_after_its_last_entry(body: bytes, kept: bytes) -> None:
    assert whole_entries(body) == kept


def test_hosts_take_turns() -> None:
    hosts = ["a", "a", "a", "b", "c", "c"]
    feeds = [DueFeed(number, f"https://{host}.example/{number}") for number, host in enumerate(hosts)]
    assert [feed.id for feed in in_turn(feeds)] == [0, 3, 4, 1, 5, 2]


@pytest.mark.parametrize(
    ("url", "bare", "header"),
    [
        pytest.param("https://a.example/f?x=1", "https://a.example/f?x=1", "", id="no login"),
        pytest.param(
            "https://ada:x@a.example:8443/f", "https://a.example:8443/f", "Basic YWRhOng=", id="login and port"
        ),
        pytest.param("https://ada@a.example/f", "https://a.example/f", "Basic YWRhOg==", id="a name alone"),
        pytest.param("https://a%40b:c%3Ad@a.example/", "https://a.example/", "Basic YUBiOmM6ZA==", id="escaped"),
        pytest.param("https://a.example/f#secret", "https://a.example/f", "", id="a fragment"),
    ],
)
def test_credentials_leave_the_address(url: str, bare: str, header: str) -> None:
    assert login_apart(url) == (bare, header)


@pytest.mark.parametrize(
    ("headers", "etag"),
    [
        pytest.param({"ETag": '"1"'}, '"1"', id="an ETag"),
        pytest.param({}, None, id="none"),
        pytest.param({"ETag": ""}, None, id="an empty one"),
        pytest.param({"ETag": "x" * 1025}, None, id="one that is too long to send back"),
    ],
)
def test_validators_come_from_the_answer(headers: dict[str, str], etag: str | None) -> None:
    assert validators(response(headers=headers)) == {"etag": etag, "last_modified": None}


def test_what_feeds_csv_says_completes_a_draft() -> None:
    draft = ArticleDraft(DraftKind.FEED, "https://a.example/1", "https://a.example/1", "T", language="en", section="EU")
    told = described(draft, DueFeed(1, "https://a.example/f", language="de", section="world"))
    assert (told.language, told.section) == ("de", "EU")
