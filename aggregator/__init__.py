"""Compare how the news is covered: feeds become articles, articles become stories, stories meet dated ratings."""

__version__ = "0.1.0"
