"""The files of deploy/: they call the program as it can be called, and keep who serves from who writes.

Whether nginx, Caddy and systemd take them is asked of these by deploy/check, which needs them installed.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from aggregator.cli import cli
from aggregator.cli.common import Place
from aggregator.config import read_config

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
COMMANDS = {"poll": "run", "site": "serve"}
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]


def settings(unit: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in re.findall(r"^(\w+)=(.*)$", unit.read_text(), re.MULTILINE):
        found.setdefault(key, []).append(value)
    return found


def called(arguments: list[str]) -> Result:
    """Has the program read a command line up to the point where it would run: --help acts when all else was read."""
    told = CliRunner().invoke(cli, [*arguments, "--help"], obj=Place(), prog_name="aggregator")
    assert told.exit_code == 0, told.output
    return told


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_calls_the_program_as_it_can_be_called(unit: Path) -> None:
    [line] = settings(unit)["ExecStart"]
    program, *arguments = shlex.split(line)
    assert program == "/opt/aggregator/.venv/bin/aggregator"
    assert arguments[arguments.index("--db") + 1] == "/var/lib/aggregator/news.db"
    called(arguments)


@pytest.mark.parametrize("name", SERVICES)
def test_a_container_calls_the_program_as_it_can_be_called(name: str) -> None:
    told = called(SERVICES[name]["command"])
    assert told.output.startswith(f"Usage: aggregator {COMMANDS[name]} ")


def test_the_site_of_systemd_sees_what_is_published_and_writes_nothing() -> None:
    site, poll = (settings(DEPLOY / "systemd" / f"aggregator-{name}.service") for name in ("site", "poll"))
    assert site["User"] != poll["User"]
    assert site["TemporaryFileSystem"] == ["/var/lib/aggregator:ro"]
    assert site["BindReadOnlyPaths"] == ["/var/lib/aggregator/published"]
    assert "ReadWritePaths" not in site
    assert site["ProtectSystem"] == poll["ProtectSystem"] == ["strict"]


def test_the_site_of_the_containers_sees_what_is_published_and_writes_nothing() -> None:
    site, poll = SERVICES["site"], SERVICES["poll"]
    assert [one for one in site["volumes"] if not one.endswith(":ro")] == []
    assert {one.split(":")[0] for one in site["volumes"]} == {"./site.toml", "published"}
    assert site["user"].split(":")[0] != poll["user"].split(":")[0]
    for service in (site, poll):
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]


def test_a_reader_is_known_by_the_address_that_asks_the_proxy() -> None:
    """Downloads are counted for each reader; without this all of nginx's are one, who can say that he is another."""
    served, *places = re.split(r"^  location ", (DEPLOY / "nginx.conf").read_text(), flags=re.MULTILINE)
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in served
    assert [place for place in places if "proxy_set_header" in place] == []  # it would take the place of all of them
    # To a container the proxy is not on its own machine, of which alone uvicorn believes it.
    assert SERVICES["site"]["environment"] == {"FORWARDED_ALLOW_IPS": "*"}
    assert SERVICES["site"]["ports"] == ["127.0.0.1:8001:8001"]


def test_a_page_is_kept_no_longer_than_the_site_says_while_a_new_one_is_fetched() -> None:
    [told] = re.findall(r"^ *proxy_cache_use_stale (.*);$", (DEPLOY / "nginx.conf").read_text(), re.MULTILINE)
    assert "updating" not in told.split()


def test_the_users_of_the_image_are_those_of_the_containers() -> None:
    image = (DEPLOY / "Dockerfile").read_text()
    for service in SERVICES.values():
        user, group = service["user"].split(":")
        assert f"--uid {user}" in image
        assert f"--gid {group}" in image


def test_the_image_takes_in_files_that_are_there() -> None:
    kept = re.findall(r"^!(.+)$", (DEPLOY / "Dockerfile.dockerignore").read_text(), re.MULTILINE)
    assert [name for name in kept if not (ROOT / name).exists()] == []
    shipped = {path.name for path in vars_of(read_config(ROOT / "aggregator.toml").files) if path.exists()}
    assert shipped - {"own-ratings.csv"} <= set(kept)


def vars_of(files: Any) -> list[Path]:
    return [getattr(files, name) for name in files.__dataclass_fields__]


def test_the_configuration_of_a_site_is_one(tmp_path: Path) -> None:
    written = (DEPLOY / "aggregator.toml").read_text().replace('contact = ""', 'contact = "desk@news.example.org"')
    (tmp_path / "aggregator.toml").write_text(written)
    assert read_config(tmp_path / "aggregator.toml").site.address == "https://news.example.org"


def pins(path: Path) -> dict[str, str]:
    """Maps each package of a lock to its version with its hashes."""
    blocks = re.findall(r"^([\w.-]+==(?:.|\n(?=\s+--hash))+)", path.read_text(), re.MULTILINE)
    return {block.split("==")[0]: " ".join(block.split()) for block in blocks}


def test_a_server_gets_what_was_tested() -> None:
    server, tested = pins(DEPLOY / "requirements.lock"), pins(ROOT / "requirements.lock")
    assert {name: pin for name, pin in server.items() if tested.get(name) != pin} == {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["semantic"], *extras["parquet"], *extras["build"]]
    assert {re.split(r"[<>=\[]", one)[0] for one in wanted} <= set(server)
    assert not {"pytest", "playwright", "mypy"} & set(server)


@pytest.mark.parametrize("file", sorted(p.name for p in DEPLOY.rglob("*") if p.is_file() and p.name != "check"))
def test_every_file_has_its_place_in_the_walk_through(file: str) -> None:
    told = (ROOT / "docs" / "deploy.md").read_text()
    patterns = ("systemd/*.service", "systemd/*.timer")
    matched = any(Path(f"systemd/{file}").match(pattern) and pattern in told for pattern in patterns)
    assert matched or file.removesuffix(".dockerignore") in told
