"""`heapq`: every heap is kept as a sorted list, which is a heap too."""

from __future__ import annotations

from typing import Any


def heapify(heap: list[Any]) -> None:
    """Make a list a heap."""
    heap.sort()


def heappush(heap: list[Any], item: Any) -> None:
    """Add an item."""
    heap.append(item)
    heap.sort()


def heappop(heap: list[Any]) -> Any:
    """Take the smallest item."""
    heap.sort()
    return heap.pop(0)


def heappushpop(heap: list[Any], item: Any) -> Any:
    """Add an item, then take the smallest."""
    heappush(heap, item)
    return heappop(heap)


def heapreplace(heap: list[Any], item: Any) -> Any:
    """Take the smallest item, then add one."""
    smallest = heappop(heap)
    heappush(heap, item)
    return smallest


def nlargest(n: int, iterable: Any, key: Any = None) -> list[Any]:
    """Return the `n` largest items, the largest first."""
    return sorted(iterable, key=key, reverse=True)[:n]


def nsmallest(n: int, iterable: Any, key: Any = None) -> list[Any]:
    """Return the `n` smallest items, the smallest first."""
    return sorted(iterable, key=key)[:n]


def merge(*iterables: Any, key: Any = None, reverse: bool = False) -> list[Any]:
    """Merge sorted iterables."""
    return sorted([item for items in iterables for item in items], key=key, reverse=reverse)
