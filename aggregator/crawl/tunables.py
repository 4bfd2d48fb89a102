"""The tunables of aggregator.toml as Scrapy's settings."""

from __future__ import annotations

from pathlib import Path

from scrapy.settings import BaseSettings

from aggregator import __version__
from aggregator.config import Config, read_config


class Tunables:
    """A Scrapy add-on: it fills in what settings.py leaves to aggregator.toml; `-s NAME=VALUE` still wins."""

    def update_settings(self, settings: BaseSettings) -> None:
        crawl = config_of(settings).crawl
        told = {
            "USER_AGENT": user_agent(crawl.contact),
            "DOWNLOAD_DELAY": crawl.delay,
            "DOWNLOAD_TIMEOUT": crawl.timeout,
            "DOWNLOAD_MAXSIZE": crawl.max_bytes,
            "HTTPPROXY_ENABLED": crawl.allow_proxy,
            "AGGREGATOR_DOWNGRADES": list(crawl.allow_downgrade),
        }
        for name, value in told.items():
            settings.set(name, value, priority="addon")


def config_of(settings: BaseSettings) -> Config:
    """Returns the configuration of a crawl: handed in by crawl.run, or read as the command line would."""
    told = settings["AGGREGATOR_CONFIG"]
    return told if isinstance(told, Config) else read_config(Path(told) if told else None)


def user_agent(contact: str) -> str:
    """Names the program and whom to write to.

    >>> user_agent('https://desk.example/bot')
    'aggregator/0.1.0 (+https://desk.example/bot)'
    """
    return f"aggregator/{__version__} (+{contact})" if contact else f"aggregator/{__version__}"
