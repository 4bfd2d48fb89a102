"""What ships with the project and is read once: where the data files lie, the spiders, the public suffixes."""

from __future__ import annotations

import functools
from pathlib import Path

import tldextract

# The checkout is the installation (an editable install): data files stand at the root beside the packages, where the
# person who runs the system finds and edits them.
ROOT = Path(__file__).resolve().parent.parent


@functools.cache
def outlet_spiders() -> frozenset[str]:
    """The names of the outlets' own spiders: the files of spiders/ that define one."""
    files = (ROOT / "spiders").glob("*.py")
    return frozenset(file.stem for file in files if "(OutletSpider):" in file.read_text(encoding="utf-8"))


@functools.cache
def _suffixes() -> tldextract.TLDExtract:
    """Loads the list that ships with tldextract; without suffix_list_urls=() it would ask the network."""
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@functools.lru_cache(maxsize=65536)
def registrable_domain(host: str) -> str:
    """Returns the registrable domain of a host, or the host itself where it has none (.example, an IP, a bare name).

    >>> registrable_domain('edition.cnn.com'), registrable_domain('news.tidewater.example')
    ('cnn.com', 'news.tidewater.example')
    """
    return _suffixes()(host).top_domain_under_public_suffix or host
