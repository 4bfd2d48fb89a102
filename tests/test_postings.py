"""Which articles hold a key, and how many of them are given."""

from __future__ import annotations

import pytest

from aggregator.grouping.postings import Postings, entries

LAST_KEY = 0xFFFFFFFF


def postings() -> Postings:
    """Give key 7 to the articles 0 to 9, and keys 6, 8 and the last to article 4."""
    found = Postings()
    found.add(entries(list(range(6, 10)), [[7]] * 4))
    found.add(entries(list(range(6)), [[7], [7], [7], [7], [LAST_KEY, 8, 7, 6, 7], [7]]))
    return found


@pytest.mark.parametrize(
    ("slot", "keys", "first", "last", "earlier"),
    [
        pytest.param(0, [7], 2, 2, [], id="the first has none before it"),
        pytest.param(3, [7], 2, 2, [0, 1, 2], id="all where they are few"),
        pytest.param(9, [7], 2, 3, [0, 1, 6, 7, 8], id="the first and the latest where they are many"),
        pytest.param(20, [7], 1, 0, [0], id="the first alone"),
        pytest.param(20, [5, 8, LAST_KEY], 1, 1, [4, 4], id="by each key"),
        pytest.param(20, [], 1, 1, [], id="no key"),
    ],
)
def test_earlier_holders(slot: int, keys: list[int], first: int, last: int, earlier: list[int]) -> None:
    asked, found = postings().earlier(entries([slot], [keys]), first, last)
    assert found.tolist() == earlier
    assert set(asked.tolist()) <= {slot}


def test_holders_are_all_of_them() -> None:
    assert postings().holders([LAST_KEY, 5, 7]) == [4, *range(10)]
    assert postings().holders([]) == []


def test_what_is_removed_is_gone_and_the_rest_stays() -> None:
    found = postings()
    found.remove(entries([4, 9], [[6, 7, 8, LAST_KEY], [7]]))
    assert (len(found), found.holders([6, 7, 8, LAST_KEY])) == (8, [0, 1, 2, 3, 5, 6, 7, 8])
