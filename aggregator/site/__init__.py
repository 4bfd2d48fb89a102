"""Datasette's side of the wall: the pages of the reading room, and what keeps them safe in public."""
