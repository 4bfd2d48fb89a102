"""A day in short: its stories with brief and bar, who left out what, whose headlines changed, who was not heard."""
