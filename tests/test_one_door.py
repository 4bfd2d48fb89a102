"""One door to the network, and one way to read a feed: nothing else in the tree opens a connection."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.test_architecture import imports, modules

# What can open a connection, or brings a client that does.
CLIENTS = (
    "socket", "ssl", "http.client", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib",
    "poplib", "imaplib", "xmlrpc", "twisted.internet", "twisted.web", "twisted.names", "scrapy.core", "scrapy.resolver",
)  # fmt: skip
# The socket on which the site listens, and the errors of connections, which connect to nothing.
ALLOWED = {
    "aggregator/site/serve.py": {"socket"},
    # They read the site that they have started, as readers do.
    "bench/readers.py": {"httpx"},
    "bench/editions.py": {"httpx"},
    "bench/downloads.py": {"http.client"},
    "spiders/outcomes.py": {
        "twisted.internet", "twisted.internet.error", "twisted.web._newclient", "twisted.web._newclient.ParseError"},
}  # fmt: skip
# Functions of libraries that fetch where they are given an address.
FETCHERS = {"fetch_url", "fetch_response", "urlopen", "urlretrieve", "getaddrinfo", "gethostbyname",
            "create_connection", "open_connection"}  # fmt: skip
DOOR = "aggregator/crawl/"

TREE = [(path, tree) for folder in ("aggregator", "spiders", "demo", "bench") for path, tree in modules(folder)]


def is_client(name: str) -> bool:
    return any(name == client or name.startswith(f"{client}.") for client in CLIENTS)


def calls(tree: ast.Module) -> list[tuple[str, ast.Call]]:
    """The calls of a module with the last part of what is called."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {ast.Name: "id", ast.Attribute: "attr"}
    return [(getattr(node.func, names.get(type(node.func), ""), ""), node) for node in found]


@pytest.mark.parametrize(("path", "tree"), TREE, ids=[path for path, _ in TREE])
def test_only_the_crawl_package_can_open_a_connection(path: str, tree: ast.Module) -> None:
    if path.startswith(DOOR):
        return
    found = {name for name in imports(tree) if is_client(name)} - ALLOWED.get(path, set())
    assert not found
    assert not {name for name, _ in calls(tree)} & FETCHERS


@pytest.mark.parametrize(("path", "tree"), TREE, ids=[path for path, _ in TREE])
def test_a_feed_is_parsed_from_bytes_in_memory_only(path: str, tree: ast.Module) -> None:
    """feedparser opens bytes that are a path, and fetches bytes that are an address."""
    if "feedparser" not in {name.split(".")[0] for name in imports(tree)}:
        return
    assert "feedparser.parse" not in set(imports(tree)), "imported by its bare name, its calls cannot be told apart"
    parsing = [call for _, call in calls(tree) if ast.unparse(call.func) == "feedparser.parse"]
    assert parsing
    assert {ast.unparse(call.args[0]).partition("(")[0] for call in parsing} == {"io.BytesIO"}


def test_feedparser_is_imported_in_one_place() -> None:
    """Beside the benchmark of others, which another Python runs on feeds that it made up itself."""
    found = [path for path, tree in TREE if "feedparser" in set(imports(tree))]
    assert found == ["aggregator/feeds/xml_feed.py", "bench/beside.py"]


def test_the_door_itself_is_where_it_should_be() -> None:
    found = {path: {name for name in imports(tree) if is_client(name)} for path, tree in TREE if path.startswith(DOOR)}
    assert {Path(path).name for path, names in found.items() if {"socket"} & names} == {"handler.py", "resolver.py"}
