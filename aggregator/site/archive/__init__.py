"""The site as files that are read without a server: pages, stylesheets, JSON and feeds, with the data beside them."""

from aggregator.site.archive.gather import Exported, export_site

__all__ = ["Exported", "export_site"]
