"""Words for generated news."""

WORDS = (
    *("harbour", "senate", "vote", "dam", "river", "court", "budget", "strike"),
    *("ferry", "storm", "union", "mayor", "bridge", "tax", "school", "festival"),
)
