"""Which canonical links are an outlet's template's: those that several of its articles carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from aggregator.grouping.copy_text import Text


class Templates:
    """The articles, by slot, that name each address as their original, by outlet."""

    def __init__(self) -> None:
        self._writers: defaultdict[tuple[str | None, int], set[int]] = defaultdict(set)

    def turned(self, moved: Mapping[int, Text], known: Mapping[int, Text]) -> dict[int, Text]:
        """Take in texts that came to those that are known, or left them; give those to be believed now, or no longer.

        A link is believed (`canonical` is what is `named`, not 0) while one article of the outlet alone carries it.
        """
        keys = {(_writer(text), text.named) for text in moved.values() if text.named}
        for slot, text in moved.items():
            if text.named and slot in known:
                self._writers[_writer(text), text.named].add(slot)
            elif text.named:
                self._writers[_writer(text), text.named].discard(slot)
        turned: dict[int, Text] = {}
        for key in keys:
            writers = self._writers[key] or self._writers.pop(key)
            believed = key[1] if len(writers) == 1 else 0
            turned |= {slot: known[slot] for slot in writers if known[slot].canonical != believed}
        return turned


def _writer(text: Text) -> str | None:
    """Give whose template a page is made by: several pages may retell one piece, each of another site."""
    return text.retold_by or text.outlet
