"""What an answer, or the lack of one, means for a poll: Scrapy's and Twisted's errors and HTTP's codes as PollCodes."""

from __future__ import annotations

import re
from http import HTTPStatus

from OpenSSL import SSL
from scrapy import exceptions
from scrapy.http import Response
from service_identity import VerificationError
from twisted.internet import error as connection
from twisted.web._newclient import ParseError

from aggregator.feeds.sniff import FormKind, form_of
from aggregator.models import PollCode

_BY_STATUS = {404: PollCode.NOT_FOUND, 410: PollCode.GONE, 429: PollCode.RATE_LIMITED}
# In this order: a class stands before those it derives from.
_BY_ERROR: tuple[tuple[type[BaseException], PollCode], ...] = (
    (exceptions.NotSupported, PollCode.SCHEME),
    (exceptions.CannotResolveHostError, PollCode.DNS),
    (exceptions.DownloadConnectionRefusedError, PollCode.CONNECT),
    (exceptions.DownloadTimeoutError, PollCode.TIMEOUT),
    (
        exceptions.DownloadCancelledError,
        PollCode.TOO_LARGE,
    ),  # Scrapy cancels nothing but what outgrows DOWNLOAD_MAXSIZE
    (exceptions.ResponseDataLossError, PollCode.TRUNCATED),
    (VerificationError, PollCode.TLS),
    (SSL.Error, PollCode.TLS),
    (connection.SSLError, PollCode.TLS),
    (connection.ConnectionLost, PollCode.RESET),
    (connection.ConnectionDone, PollCode.RESET),
    (connection.ConnectError, PollCode.CONNECT),
    (exceptions.DownloadFailedError, PollCode.PROTOCOL),
)
# Scrapy says nothing of a body that outgrew the limit while it came.
_UNTOLD = {PollCode.TOO_LARGE: "larger than the size limit"}
_MESSAGE_CHARACTERS = 300  # a poll's message is a line for a person
# The end of a whole document: the closing tag of RSS, Atom, RDF, CDF, a sitemap or a page, or of a JSON object; a
# comment may follow.
_END = re.compile(
    rb"(?:</(?:[\w.-]+:)?(?:rss|feed|rdf|channel|urlset|sitemapindex|html)\s*>|\})\s*(?:<!--.*?-->\s*)*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ENTRY_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry|url)\s*>", re.IGNORECASE)


def status_code(status: int) -> PollCode | None:
    """Returns what an HTTP status means for a poll, None where the body is to be read."""
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return PollCode.REDIRECT
    return _BY_STATUS.get(status, PollCode.HTTP)


def status_message(status: int) -> str:
    """Names a status as servers do.

    >>> status_message(404), status_message(799)
    ('404 Not Found', '799')
    """
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def error_code(error: BaseException | None) -> PollCode:
    """Returns what an error means for a poll; an error of our own says it itself, in `code`."""
    own = getattr(error, "code", None)
    if isinstance(own, PollCode):
        return own
    for cause in [*_causes(error), error]:
        for kind, code in _BY_ERROR:
            if isinstance(cause, kind):
                return code
    return PollCode.FAILED


def error_message(error: BaseException | None) -> str:
    """Writes an error as one line, naming the kind where the text alone would not tell."""
    code = error_code(error)
    told = "; ".join(dict.fromkeys(filter(None, map(_told, _causes(error)))))
    if code is PollCode.FAILED:
        told = f"{type(error).__name__}: {told}"
    return one_line(told or _UNTOLD.get(code, type(error).__name__))


def _told(error: BaseException) -> str:
    if isinstance(error, ParseError):
        return str(error.args[0])  # Twisted's own str() has the bytes as well
    if isinstance(error, VerificationError):
        return "the certificate is another host's"
    if isinstance(error, SSL.Error) and error.args and isinstance(error.args[0], list):
        return ", ".join(str(part[-1]) for part in error.args[0])  # (library, function, reason) each
    return str(error)


def one_line(text: str) -> str:
    return " ".join(text.split())[:_MESSAGE_CHARACTERS]


def _causes(error: BaseException | None) -> list[BaseException]:
    """The failures inside a failed download: what broke the connection, and what that was broken by."""
    if error is None:
        return []
    reasons = getattr(error.__cause__, "reasons", ())
    return [reason.value for reason in reasons] or [error]


def is_whole(response: Response) -> bool:
    """Tells whether a body came to its end.

    Scrapy flags as `partial` every answer that ends with the connection, the whole ones as well: many old servers know
    no other end. Such a body counts as whole when the document in it is closed.
    """
    if "dataloss" in response.flags:
        return False
    # UTF-16 has a NUL beside each letter of the tag.
    return "partial" not in response.flags or bool(_END.search(response.body[-4096:].replace(b"\0", b"")))


def broke_off(response: Response) -> bool:
    """Tells whether an answer without a whole entry is the start of a feed, or less, and not some other page."""
    return "dataloss" in response.flags or form_of(response.body).kind is not FormKind.OTHER


def whole_entries(body: bytes) -> bytes:
    """Cuts a broken-off document after its last whole entry: half a headline would be taken for a headline.

    >>> whole_entries(b"<rss><item>1</item><item>2")
    b'<rss><item>1</item>'
    """
    ends = [match.end() for match in _ENTRY_END.finditer(body)]
    return body[: ends[-1]] if ends else b""
