"""The pages of research: seven questions to the whole file, each with its chart, its numbers and its limits."""

from aggregator.site.research.pages import QUESTIONS, research

__all__ = ["QUESTIONS", "research"]
