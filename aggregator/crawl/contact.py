"""Who polls must say so: without an address to write to, nobody's site is asked for anything."""

from __future__ import annotations

import re
from collections.abc import Mapping

from aggregator.config import Config
from aggregator.errors import ConfigError

# A web address or an e-mail address, in what a header may carry.
_REACHABLE = re.compile(r"https?://[\x21-\x7e]+\.[\x21-\x7e]+|[\x21-\x7e]+@[\x21-\x7e]+\.[\x21-\x7e]+")
_EXAMPLE = 'such as contact = "https://your-site.example/about-our-crawler" or contact = "you@your-site.example"'


def require_contact(config: Config, hosts: Mapping[str, str] | None = None) -> None:
    """Raises ConfigError where the owner of a polled site could not reach anybody.

    A crawl of hosts on this machine (`hosts`: the demo's, a test's) needs no contact.
    """
    contact, path = config.crawl.contact, config.path or "aggregator.toml"
    if hosts:
        return
    if not contact:
        raise ConfigError(f"crawl.contact is empty: say where the owners of sites can reach you, {_EXAMPLE}", path)
    if not _REACHABLE.fullmatch(contact):
        raise ConfigError(f"crawl.contact {contact!r} is neither a web address nor an e-mail address, {_EXAMPLE}", path)
