"""The layers of docs/design.md hold: a module imports its own layer and those below, and pure modules stay pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = (
    {"errors", "models"},
    {"urls", "text", "feeds", "pages", "times", "decide", "carriers", "outlets", "opml", "grouping", "schedule"}
    | {"freshness", "csv_forms", "addresses", "briefs", "storylines", "topics", "kinds"},
    {"encoder", "ratings", "own_ratings", "datafiles", "leave_alone", "config", "resources", "store"},
    {
        "ingest",
        "whose",
        "subscriptions",
        "rating_imports",
        "rating_reports",
        "workspace",
        "briefing",
        "read_brief",
        "refusals",
        "rights",
        "semantic",
        "open_window",
        "cycle",
        "importers",
        "export",
        "parquet",
        "snapshots",
        "evaluate",
        "lookup",
        "overrides",
        "storylining",
        "storylines_measured",
        "placing",
        "rebuild",
        "explain",
        "generating",
        "language_model",
    },
    {"crawl", "site"},
    {"cli"},
)
# What would open a file, a socket, a clock or a database, or roll dice.
IMPURE = {"os", "socket", "sqlite3", "sqlite_utils", "random", "secrets", "time", "urllib.request", "subprocess",
          "requests", "httpx", "scrapy", "datasette", "pathlib", "tempfile", "shutil", "asyncio",
          "threading"}  # fmt: skip
IMPURE_CALLS = {"open", "now", "utcnow", "today"}
SPIDERS_MAY_IMPORT = {"errors", "models", "feeds", "freshness", "pages", "urls", "text"}


def modules(folder: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / folder).rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer_of(part: str) -> int:
    return next(number for number, parts in enumerate(LAYERS) if part in parts)


def ours(name: str) -> str | None:
    """The part of `aggregator` that an import names: aggregator.store.views -> store."""
    pieces = name.split(".")
    known = {part for parts in LAYERS for part in parts}
    return pieces[1] if pieces[0] == "aggregator" and len(pieces) > 1 and pieces[1] in known else None


def test_every_module_has_a_layer() -> None:
    parts = {path.stem if path.is_file() else path.name for path in (ROOT / "aggregator").iterdir()}
    assert parts - {"__init__", "__main__", "__pycache__"} == {part for layer in LAYERS for part in layer}


@pytest.mark.parametrize(("path", "tree"), list(modules("aggregator")), ids=[path for path, _ in modules("aggregator")])
def test_imports_point_down(path: str, tree: ast.Module) -> None:
    part = Path(path).parts[1].removesuffix(".py")
    if part in ("__init__", "__main__"):
        return
    upward = {name for name in imports(tree) if (other := ours(name)) and layer_of(other) > layer_of(part)}
    assert not upward
    assert not {name for name in imports(tree) if name.split(".")[0] == "spiders"}, "only Scrapy loads spiders"


@pytest.mark.parametrize(("path", "tree"), list(modules("spiders")), ids=[path for path, _ in modules("spiders")])
def test_spiders_know_no_database(path: str, tree: ast.Module) -> None:
    assert {other for name in imports(tree) if (other := ours(name))} <= SPIDERS_MAY_IMPORT


PURE = [
    (path, tree)
    for path, tree in modules("aggregator")
    if Path(path).parts[1].removesuffix(".py") in LAYERS[0] | LAYERS[1]
]


@pytest.mark.parametrize(("path", "tree"), PURE, ids=[path for path, _ in PURE])
def test_pure_modules_open_nothing(path: str, tree: ast.Module) -> None:
    assert not set(imports(tree)) & IMPURE
    if path == "aggregator/times.py":  # utc_now: the one place where the edge reads the clock
        return
    calls = {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute))
    }
    assert not calls & IMPURE_CALLS


def test_there_is_no_cycle() -> None:
    graph: dict[str, set[str]] = {}
    for path, tree in modules("aggregator"):
        name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        graph[name] = set(imports(tree))
    for name, others in graph.items():
        # `from package import module` names both; the package's own file is meant only where the name is no module.
        packages = {other.rpartition(".")[0] for other in others if other in graph}
        graph[name] = {other for other in others if other in graph and other not in packages}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name in done or name not in graph:
            return
        for other in graph[name]:
            visit(other, (*trail, name))
        done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("folder", ["aggregator", "spiders", "demo", "bench"])
def test_files_stay_small(folder: str) -> None:
    large = {p.name: n for p in (ROOT / folder).rglob("*.py") if (n := len(p.read_text().splitlines())) > 400}
    assert not large
