"""`statistics`: averages and spread."""

from __future__ import annotations

import math
from typing import Any

StatisticsError = ValueError


def _quotient(total: Any, n: Any) -> Any:
    return total // n if isinstance(total, int) and total % n == 0 else total / n


def _numbers(data: Any, least: int = 1) -> list[Any]:
    numbers = list(data)
    if len(numbers) < least:
        raise StatisticsError(f"this requires at least {least} data point{'s' if least > 1 else ''}")
    return numbers


def _sum(numbers: list[Any]) -> Any:
    return sum(numbers) if all(isinstance(n, int) for n in numbers) else math.fsum(numbers)


def mean(data: Any) -> Any:
    """Return the average; an integer where that is exact, as Python does."""
    numbers = _numbers(data)
    return _quotient(_sum(numbers), len(numbers))


def fmean(data: Any) -> float:
    """Return the average as a float."""
    numbers = _numbers(data)
    return math.fsum(numbers) / len(numbers)


def median(data: Any) -> Any:
    """Return the middle value, or the average of the middle two."""
    numbers = sorted(_numbers(data))
    half = len(numbers) // 2
    return numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2


def median_low(data: Any) -> Any:
    """Return the lower middle value."""
    numbers = sorted(_numbers(data))
    return numbers[(len(numbers) - 1) // 2]


def median_high(data: Any) -> Any:
    """Return the upper middle value."""
    numbers = sorted(_numbers(data))
    return numbers[len(numbers) // 2]


def multimode(data: Any) -> list[Any]:
    """Return the most frequent values, in the order in which they come first."""
    counts: dict[Any, int] = {}
    for item in data:
        counts[item] = counts.get(item, 0) + 1
    most = max(counts.values(), default=0)
    return [item for item in counts if counts[item] == most]


def mode(data: Any) -> Any:
    """Return the most frequent value, the first of several."""
    return multimode(_numbers(data))[0]


def _spread(data: Any, around: Any, less: int) -> Any:
    numbers = _numbers(data, 1 + less)
    n = len(numbers)
    if around is None and all(isinstance(x, int) for x in numbers):
        return _quotient(n * sum([x * x for x in numbers]) - sum(numbers) ** 2, n * (n - less))
    center = mean(numbers) if around is None else around
    return _sum([(x - center) ** 2 for x in numbers]) / (n - less)


def variance(data: Any, xbar: Any = None) -> Any:
    """Return the variance of a sample."""
    return _spread(data, xbar, 1)


def pvariance(data: Any, mu: Any = None) -> Any:
    """Return the variance of a population."""
    return _spread(data, mu, 0)


def stdev(data: Any, xbar: Any = None) -> float:
    """Return the standard deviation of a sample."""
    return math.sqrt(variance(data, xbar))


def pstdev(data: Any, mu: Any = None) -> float:
    """Return the standard deviation of a population."""
    return math.sqrt(pvariance(data, mu))
