"""Scrapy's side of the wall: settings, politeness, guards, and the way from a spider's items into the store."""
