"""Places where the articles belong to somebody else: portals, redirectors, blog hosts; told from addresses alone."""

from __future__ import annotations

import base64
import binascii
import functools
import re
from collections.abc import Iterator, Mapping
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from aggregator.urls import canonical_url, host_of

# Hosts, with all below them, whose articles belong to somebody else: the name that comes with the article must tell.
CARRIERS = frozenset(
    {
        "apple.news",
        "bing.com",
        "feedproxy.google.com",
        "flipboard.com",
        "msn.com",
        "news.google.com",
        "news.yahoo.co.jp",
        "newsbreak.com",
        "smartnews.com",
        "yahoo.com",
        "youtu.be",
        "youtube.com",
    }
)

# Hosts that deliver the feeds of others: whose a feed is does not stand in its address.
PIPES = frozenset({"feedburner.com", "feedproxy.google.com", "feedpress.me", "feedblitz.com", "rss.app"})

# Hosts below which every name is a blog of its own, and which the public-suffix list does not have (November 2026).
_BLOG_HOSTS = frozenset(
    {
        "beehiiv.com",
        "blogg.se",
        "canalblog.com",
        "exblog.jp",
        "ghost.io",
        "hypotheses.org",
        "livejournal.com",
        "medium.com",
        "over-blog.com",
        "squarespace.com",
        "substack.com",
        "tumblr.com",
        "typepad.com",
        "wordpress.com",
    }
)
_BLOGSPOT = re.compile(r"[^.]+\.blogspot\.(?:com?\.)?[a-z]{2,3}")  # the list has blogspot.com and not blogspot.co.uk
# Names below a blog host that are the host's own.
_HOSTS_OWN = frozenset({"www", "blog", "about", "help", "support", "en"})
# Hosts where the start of the path names who writes.
_PATHS: Mapping[str, re.Pattern[str]] = {
    "bsky.app": re.compile(r"/(profile/[^/]+)"),
    "dev.to": re.compile(r"/([^/]+)/[^/]"),
    "medium.com": re.compile(r"/(?:feed/)?(?!(?:p|m|me|tag|topic|search|membership)(?:/|$))([^/]+)"),
    "note.com": re.compile(r"/([^/]+)/n/"),
    "reddit.com": re.compile(r"/((?:r|user)/[^/]+)"),
    "rumble.com": re.compile(r"/((?:c|user)/[^/]+)"),
    "sites.google.com": re.compile(r"/((?:view|site)/[^/]+)"),
    "substack.com": re.compile(r"/(@[^/]+)"),
    "t.me": re.compile(r"/(?:s/)?([^/]+)"),
    "twitter.com": re.compile(r"/([^/]+)/status/"),
    "x.com": re.compile(r"/([^/]+)/status/"),
    "youtube.com": re.compile(r"/(@[^/]+|(?:channel|c|user)/[^/]+)"),
}
_CHANNEL_FEED = re.compile(r"(?:^|&)channel_id=([\w-]+)")

# Redirectors that have the address where they lead in a parameter: host, start of the path, parameters. A closed list:
# were `?url=` believed anywhere, every site could put its words under another's address.
_PARAMETERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("bing.com", "/news/apiclick", ("url",)),
    ("disq.us", "/url", ("url",)),
    ("facebook.com", "/l.php", ("u",)),
    ("google.com", "/url", ("url", "q")),
    ("google.com", "/news/url", ("url",)),
    ("linkedin.com", "/redir/redirect", ("url",)),
    ("news.google.com", "/news/url", ("url",)),
    ("out.reddit.com", "/", ("url",)),
    ("redirectingat.com", "/", ("url",)),
    ("t.umblr.com", "/redirect", ("z",)),
    ("vk.com", "/away.php", ("to",)),
    ("youtube.com", "/redirect", ("q",)),
)
# Redirectors that have it in their path; what the first group matches is an address, or one without its scheme.
_IN_PATH: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("google.com", re.compile(r"/amp/(?:s/)?(.+)")),
    ("cdn.ampproject.org", re.compile(r"/[cvi]/(?:s/)?(.+)")),
    ("rd.yahoo.com", re.compile(r"/.*?\*{1,2}(https?(?:://|%3A).+)", re.IGNORECASE)),
    ("search.yahoo.com", re.compile(r"/.*?/RU=(https?(?:://|%3A)[^/]+)", re.IGNORECASE)),
    ("web.archive.org", re.compile(r"/web/\d{4,14}(?:[a-z]{2}_)?/(.+)")),
)
_GOOGLE_NEWS = re.compile(r"/(?:rss/|__i/rss/rd/)?(?:articles|read)/([\w-]+=*)")
_ADDRESS_BYTES = re.compile(rb"https?://[\x21-\x7e]+")
_HOPS = 3  # a redirector behind a redirector is common (a news search's link to a feed's proxy), a third was not seen


# Nearly no address is a redirector's, and each row of an import is asked.
_REDIRECTING = re.compile("|".join(map(re.escape, [told[0] for told in _PARAMETERS] + [told[0] for told in _IN_PATH])))


def split_address(url: str) -> SplitResult:
    """Splits an address, or a host with a path; empty where it is none that a browser would open."""
    # A browser reads a backslash as a slash, urlsplit does not: https://evil.example\@foxnews.com/ is evil.example.
    text = url.strip().replace("\\", "/")
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
        _ = parts.hostname
    except ValueError:
        return urlsplit("")
    return parts if parts.scheme in ("", "http", "https") else urlsplit("")


def bare_host(parts: SplitResult) -> str:
    """Returns the host as urls.host_of spells it, without www.; '' where it is no host."""
    return host_of(f"//{parts.netloc}").removeprefix("www.")


def host_and_parents(host: str) -> Iterator[str]:
    """Yields the host and every parent of two labels or more, the longest first.

    >>> list(host_and_parents("a.edition.cnn.com"))
    ['a.edition.cnn.com', 'edition.cnn.com', 'cnn.com']
    """
    if not host:
        return
    yield host
    labels = host.split(".")
    if labels[-1].isdigit() or ":" in host:
        return
    for start in range(1, len(labels) - 1):
        yield ".".join(labels[start:])


@functools.lru_cache(maxsize=1024)  # each new article's address is asked about four times
def carrier_of(url: str) -> str | None:
    """Returns the carrier at whose address a text stands, None where the address is no carrier's.

    >>> carrier_of("https://news.google.com/rss/articles/x"), carrier_of("https://cloud.google.com/")
    ('news.google.com', None)
    """
    return next((host for host in host_and_parents(bare_host(split_address(url))) if host in CARRIERS), None)


def is_carrier(url: str) -> bool:
    """Tells whether an address is a carrier's: a place where the articles belong to somebody else."""
    return carrier_of(url) is not None


def is_pipe(url: str) -> bool:
    """Tells whether an address is a deliverer's of other people's feeds."""
    return any(host in PIPES for host in host_and_parents(bare_host(split_address(url))))


def own_place(url: str) -> str | None:
    """Returns the place that one author or blog has on a host shared by many, None where the host is not shared.

    It is written as outlets.csv writes domains. The host's own pages (a start page, a help page) are no place.

    >>> own_place("https://ada.wordpress.com/2026/x"), own_place("https://medium.com/@Ada/x")
    ('ada.wordpress.com', 'medium.com/@ada')
    >>> own_place("https://www.youtube.com/channel/UCx_1"), own_place("https://www.youtube.com/watch?v=1")
    ('youtube.com/channel/ucx_1', None)
    """
    parts = split_address(url)
    host = bare_host(parts)
    if blog := _blog(host):
        return blog
    for shared in (host, host.removeprefix("m."), host.removeprefix("old.")):
        if (pattern := _PATHS.get(shared)) and (found := pattern.match(parts.path)):
            return f"{shared}/{found[1].lower()}"
    if host == "youtube.com" and (found := _CHANNEL_FEED.search(parts.query)):
        return f"youtube.com/channel/{found[1].lower()}"
    return None


def behind(url: str) -> str:
    """Returns the address to which a redirector's address leads, as far as it tells; any other address as it is.

    Nothing is fetched: an address that hides where it leads stays. `url` and the answer are canonical.

    >>> behind("https://www.google.com/url?rct=j&url=https://tidewater.example/1?utm_source%3Dx&ct=ga")
    'https://tidewater.example/1'
    >>> behind("https://tidewater.example/share?url=https://other.example/")
    'https://tidewater.example/share?url=https://other.example/'
    """
    for _ in range(_HOPS):
        target = _target(url) if _REDIRECTING.search(url) else ""
        if not target or target == url:
            break
        url = target
    return url


def _blog(host: str) -> str | None:
    if found := re.search(rf"(?:^|\.)({_BLOGSPOT.pattern})$", host):
        return found[1]
    for parent in host_and_parents(host):
        name = host.removesuffix(f".{parent}")
        if parent in _BLOG_HOSTS and name != host:
            own = name.rpartition(".")[2]
            return None if own in _HOSTS_OWN else f"{own}.{parent}"
    return None


def _target(url: str) -> str:
    parts = split_address(url)
    hosts = set(host_and_parents(bare_host(parts)))
    if "news.google.com" in hosts and (article := _GOOGLE_NEWS.match(parts.path)):
        return _google_news_target(article[1])
    for host, start, names in _PARAMETERS:
        if host in hosts and parts.path.startswith(start):
            told = parse_qs(parts.query)
            return next(filter(None, (canonical_url(told[name][0]) for name in names if name in told)), "")
    for host, pattern in _IN_PATH:
        if host in hosts and (found := pattern.match(_with_query(parts))):
            return _whole(found[1])
    return ""


def _google_news_target(encoded: str) -> str:
    """Reads the address in an article id of Google News; those made since about July 2024 hold none.

    The id is base64 of a protocol buffer whose field 4 is the address, in clear.
    """
    try:
        raw = base64.urlsafe_b64decode(encoded.rstrip("=") + "=" * (-len(encoded.rstrip("=")) % 4))
    except (ValueError, binascii.Error):
        return ""
    start = raw.find(b"\x22")
    if start < 0 or start > 4:
        return ""
    length, begin = _varint(raw, start + 1)
    address = raw[begin : begin + length]
    return canonical_url(address.decode("ascii")) if _ADDRESS_BYTES.fullmatch(address) else ""


def _varint(raw: bytes, position: int) -> tuple[int, int]:
    """Reads a protocol buffer's length of one or two bytes, and where it ends."""
    first = raw[position] if position < len(raw) else 0
    if first < 0x80 or position + 1 >= len(raw):
        return first, position + 1
    return (first & 0x7F) | (raw[position + 1] << 7), position + 2


def _with_query(parts: SplitResult) -> str:
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _whole(address: str) -> str:
    if re.match(r"https?%3A", address, re.IGNORECASE):
        address = unquote(address)
    address = re.sub(r"^(https?):/(?!/)", r"\1://", address)  # a path is tidied to one slash on its way
    whole = canonical_url(address if re.match(r"https?://", address) else f"https://{address}")
    return whole if "." in host_of(whole) else ""
