"""`/compare`: two outlets, or two sides, on the stories both covered and those only one did."""

from aggregator.site.compare.asked import Asked
from aggregator.site.compare.pages import compare, whole

__all__ = ["Asked", "compare", "whole"]
