"""Spiders: a response in, items out. They know no database; the crawl package hands them what is due."""
