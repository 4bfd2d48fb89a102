"""How a group of commands lists them: by what one does with them, each with its whole first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import click

SECTIONS: Mapping[str, Sequence[str]] = {
    "To begin": ("demo", "run", "serve"),
    "What comes in": ("import", "feeds", "ratings", "check", "health"),
    "What was made of it": ("brief", "explain", "generate", "revisions", "evaluate", "extract", "parse-feed"),
    "To put right": ("group", "merge", "split", "pin", "unpin", "storyline", "undo", "outlet", "topic"),
    "To take out": ("forget", "purge"),
    "To publish and to keep": ("publish", "digest", "export", "export-site", "snapshot", "backup", "restore"),
}
_REST = "Commands"


class Listing(click.Group):
    """A group whose help cuts no sentence short."""

    sections: Mapping[str, Sequence[str]] = {}

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, names in self._sections(ctx):
            with formatter.section(heading):
                formatter.write_dl([(name, self._told(ctx, name)) for name in names])

    def _sections(self, ctx: click.Context) -> Iterator[tuple[str, list[str]]]:
        left = list(self.list_commands(ctx))
        for heading, names in self.sections.items():
            here = [name for name in names if name in left]
            left = [name for name in left if name not in here]
            if here:
                yield heading, here
        if left:
            yield _REST, left

    def _told(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return in_a_line((command.help if command else None) or "")


class Sections(Listing):
    sections = SECTIONS


def in_a_line(text: str) -> str:
    """Gives the first sentence of a command's help, without what stands in brackets.

    >>> in_a_line("Rule that articles (a34, or an address) leave a story: they are one of their own. Copies go along.")
    'Rule that articles leave a story.'
    """
    paragraph = " ".join(text.partition("\n\n")[0].split())
    sentence = re.split(r"[.:](?= |$)", re.sub(r" \([^)]*\)", "", paragraph))[0]
    return f"{sentence}." if sentence else ""
