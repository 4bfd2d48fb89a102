"""Addresses: one canonical form for each article, so that the same link is the same row.

courlan.clean_url is not used: it keeps the fragment and drops `?source=` and `?cid=`, which name articles at some
outlets; w3lib.canonicalize_url sorts the parameters and keeps the tracking ones.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

import idna

MAX_URL = 2048  # what browsers and proxies reliably carry; a longer link is a data: in disguise or a loop of encodings
URN = "urn:aggregator:"

_DEFAULT_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]")
_PERCENT = re.compile(r"%([0-9a-fA-F]{2})")
_LONE_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_SAFE = "/%:@!$&'()*+,;=~-._"
_QUERY_SAFE = _PATH_SAFE + "?[]|{}"

# Parameters that say how a reader came, never what is read: the campaign tools' own names, from their manuals.
_TRACKING_PREFIXES = ("utm_", "at_", "mc_", "mtm_", "pk_", "piwik_", "hsa_", "vero_", "oly_", "itm_", "guce_", "ns_")
_TRACKING_NAMES = re.compile(
    r"fbclid|gclid|msclkid|gclsrc|dclid|[gw]braid|ys?clid|twclid|ttclid|igshid|igsh|li_fat_id|mkt_tok|_ga|_gl|_openstat|_hsenc"
    r"|_hsmi|__twitter_impression|cmp(?:id)?|icid|ncid|ocid|ftag|guccounter|soc_(?:src|trk)|smid|smtyp|wt[._]mc(?:_id)?"
    r"|wt_zmc|ito|xtor|taid|srnd|tpcc|emc|ceid|s_cid"
)
# These names can carry an article's number, so they are dropped only with a value that is plainly a channel.
_CHANNEL_NAMES = {"ref", "referrer", "source", "src", "from", "via", "feed", "mod", "partner", "origin", "cid"}
_CHANNEL_VALUES = re.compile(r"(?:rss|atom|feed|twitter|facebook|newsletter)\w{0,20}", re.IGNORECASE)


def canonical_url(url: str, base: str | None = None) -> str:
    """The one spelling of a web address, '' when it is not a safe http or https address.

    Relative addresses are resolved against `base`. A user name and password are dropped: they belong to a reader, and
    hide the host in front of them. A fragment is dropped but for `#!`, which names a page of its own. AMP and mobile
    hosts stay as they are: whether two addresses are one article is decided from more than their spelling.

    >>> canonical_url("HTTP://Www.Example.COM:80/a/../b?utm_source=rss&id=7&fbclid=x#top")
    'http://www.example.com/b?id=7'
    >>> canonical_url("https://bücher.example/straße?q=é")
    'https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A9'
    >>> canonical_url("../2", base="https://a.example/news/1/")
    'https://a.example/news/2'
    >>> canonical_url("", base="https://a.example/feed.xml")
    ''
    >>> canonical_url(" jav\\nascript:alert(1)"), canonical_url("//[::1"), canonical_url("mailto:x@a.example")
    ('', '', '')
    >>> canonical_url("https://bank.example@evil.example/x")
    'https://evil.example/x'
    >>> canonical_url("https://a.example/%7euser/%e4?from=rss&from=12")
    'https://a.example/~user/%E4?from=12'
    """
    if not url.strip():  # joined to a base, nothing would be the base itself
        return ""
    text = _joined(url.strip(), base)
    if not text or _CONTROL.search(text):
        return ""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:  # an unclosed bracket, a port beyond 65535
        return ""
    scheme = parts.scheme.lower()
    host = _host(parts.netloc)
    if scheme not in _DEFAULT_PORTS or not host:
        return ""
    netloc = host if port in (None, _DEFAULT_PORTS[scheme]) else f"{host}:{port}"
    query = _query(parts.query)
    fragment = _quoted(parts.fragment, _QUERY_SAFE) if parts.fragment.startswith("!") else ""
    canonical = (
        f"{scheme}://{netloc}{_path(parts.path)}{'?' if query else ''}{query}{'#' if fragment else ''}{fragment}"
    )
    return canonical if len(canonical) <= MAX_URL else ""


def host_of(url: str) -> str:
    """The host of an address in lower case and punycode, without port; '' when there is none.

    >>> host_of("https://Www.Example.com:8443/a"), host_of("urn:aggregator:12"), host_of("//[")
    ('www.example.com', '', '')
    """
    try:
        return _host(urlsplit(url.strip()).netloc)
    except ValueError:
        return ""


def without_credentials(url: str | None) -> str | None:
    """Removes a user name and password from an address; one that cannot be read gives what is left of its last @.

    >>> without_credentials('https://me:secret@tidewater.example/feed'), without_credentials('http://me:p@[')
    ('https://tidewater.example/feed', '[')
    """
    if url is None or "@" not in url:
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


# Parameters whose value opens something for whoever has it. In an article's address only the names that mean nothing
# else: `key` and `auth` name articles and sign pictures at some outlets, and without them the link is dead.
_OPENS_ARTICLE = re.compile(
    r"api[_-]?key|(?:access|auth|private|refresh|session|user|feed|rss)[_-]?token|jwt|passw(?:or)?d|pwd|passphrase"
    r"|(?:client|api|app)[_-]?secret|(?:php|j|asp)?sess(?:ion)?[_-]?id",
    re.IGNORECASE,
)
_OPENS_FEED = re.compile(
    r"(?:[a-z]+[_.-])?(?:(?:api|app|auth|feed|rss|user|access|private)?key|\w*token|auth(?:entication|orization)?|secret|pass|sig|signature"
    r"|credentials?|sid|user(?:name)?|login|e?mail)",
    re.IGNORECASE,
)
_HIDDEN = "***"


def published_url(url: str | None) -> str | None:
    """Returns an article's address as anyone may see it: without a password, and with what opens a door hidden.

    >>> published_url('https://me:secret@tidewater.example/1?id=7&access_token=abc&key=12')
    'https://tidewater.example/1?id=7&access_token=***&key=12'
    """
    return _hidden(without_credentials(url), _OPENS_ARTICLE)


def published_feed_url(url: str | None) -> str | None:
    """Returns a feed's address as anyone may see it; nobody but the poller needs the whole of it.

    >>> published_feed_url('https://tidewater.example/rss?key=12&channel_id=UC7&userToken=x#t=1')
    'https://tidewater.example/rss?key=***&channel_id=UC7&userToken=***'
    """
    plain = without_credentials(url)
    return _hidden(_hidden(plain.partition("#")[0] if plain else plain, _OPENS_ARTICLE), _OPENS_FEED)


def _hidden(url: str | None, opens: re.Pattern[str]) -> str | None:
    if url is None or "?" not in url:
        return url
    before, _, rest = url.partition("?")
    query, hash_sign, fragment = rest.partition("#")
    parts = (part.partition("=") for part in query.split("&"))
    shown = (f"{name}={_HIDDEN}" if value and opens.fullmatch(unquote(name)) else f"{name}{equals}{value}"
             for name, equals, value in parts)  # fmt: skip
    return f"{before}?{'&'.join(shown)}{hash_sign}{fragment}"


def urn_for(doc_id: str) -> str:
    """The stable address of a row that has no web address of its own.

    >>> urn_for("12"), urn_for(" a/b ö ")
    ('urn:aggregator:12', 'urn:aggregator:a%2Fb%20%C3%B6')
    """
    name = quote(doc_id.strip().encode("utf-8", "replace"), safe="")
    return URN + (name if len(name) <= 200 else hashlib.sha256(name.encode()).hexdigest())


def _joined(url: str, base: str | None) -> str:
    if len(url) > 2 * MAX_URL:
        return ""
    try:
        return urljoin(base, url) if base and not _CONTROL.search(url) else url
    except ValueError:
        return ""


def _host(netloc: str) -> str:
    name = netloc.rpartition("@")[2] if "\\" not in netloc else ""  # browsers read a backslash as the path's slash
    name = name.partition("]")[0] + "]" if name.startswith("[") else name.partition(":")[0]
    host = _punycode(name.rstrip(".")).lower()
    return host if len(host) <= 253 and _HOST.fullmatch(host) and ".." not in host else ""


def _punycode(name: str) -> str:
    if name.isascii():
        return name
    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except idna.IDNAError:  # also a UnicodeError: an emoji, a mixed direction, a label that is too long
        return ""


def _path(path: str) -> str:
    segments: list[str] = []
    pieces = _quoted(path, _PATH_SAFE).split("/")[1:]
    for segment in pieces:
        if segment == "..":
            del segments[-1:]
        elif segment != ".":
            segments.append(segment)
    if pieces and pieces[-1] in (".", ".."):
        segments.append("")
    return "/" + "/".join(segments)


def _query(query: str) -> str:
    kept = (part for part in query.split("&") if part and not _is_tracking(part))
    return "&".join(_quoted(part, _QUERY_SAFE) for part in kept)


def _is_tracking(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    name = name.lower().removeprefix("amp;")  # `&amp;utm_source`, escaped twice, is common in feeds
    if name.startswith(_TRACKING_PREFIXES) or _TRACKING_NAMES.fullmatch(name):
        return True
    return name in _CHANNEL_NAMES and bool(_CHANNEL_VALUES.fullmatch(value))


def _quoted(text: str, safe: str) -> str:
    escaped = quote(_LONE_PERCENT.sub("%25", text), safe=safe)
    return _PERCENT.sub(_spelled, escaped)


def _spelled(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char in _UNRESERVED else match[0].upper()
