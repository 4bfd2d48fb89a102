"""Average-linkage clustering of a handful of articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def average_linkage(
    slots: Sequence[int], probability: Callable[[int, int], float], threshold: float
) -> list[list[int]]:
    """Join the two nearest groups while the mean probability between them reaches the threshold.

    Ties fall to the earlier slots, so that the same pairs always give the same groups; the cost is the cube of the
    number of slots.
    """
    groups = {slot: [slot] for slot in slots}
    links = {slot: {other: probability(slot, other) for other in slots if other != slot} for slot in slots}
    best = {slot: _nearest(row) for slot, row in links.items() if row}
    while best:
        one = min(best, key=lambda slot: (-best[slot][0], slot))
        value, other = best[one]
        if value < threshold:
            break
        _join(one, other, groups, links)
        del best[other]
        best = {slot: _nearest(links[slot]) if _stale(slot, best, one, other) else best[slot] for slot in best}
        best = {slot: found for slot, found in best.items() if links[slot]}
    return list(groups.values())


def _nearest(row: dict[int, float]) -> tuple[float, int]:
    if not row:
        return (-1.0, -1)
    other = min(row, key=lambda slot: (-row[slot], slot))
    return (row[other], other)


def _stale(slot: int, best: dict[int, tuple[float, int]], one: int, other: int) -> bool:
    return slot == one or best[slot][1] in (one, other)


def _join(one: int, other: int, groups: dict[int, list[int]], links: dict[int, dict[int, float]]) -> None:
    left, right = len(groups[one]), len(groups[other])
    groups[one] += groups.pop(other)
    gone = links.pop(other)
    del links[one][other]
    for third, row in links.items():
        if third == one:
            continue
        mean = (row[one] * left + gone[third] * right) / (left + right)
        row[one] = links[one][third] = mean
        del row[other]
