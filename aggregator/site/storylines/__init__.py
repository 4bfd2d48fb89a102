"""Storylines: stories that follow one another over weeks and months, each with its own bar."""

from aggregator.site.storylines.listed import Asked, listed, storylines
from aggregator.site.storylines.page import living_storyline, load, storyline
from aggregator.site.storylines.place import Standing, standing

__all__ = ["Asked", "Standing", "listed", "living_storyline", "load", "standing", "storyline", "storylines"]
