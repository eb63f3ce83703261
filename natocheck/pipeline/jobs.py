"""Work that may go on in several processes, its results in the order in which it was given."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Awaited = Callable[[], Result]
"""Gives a result when it is called: of what was begun before, or of what is done only then."""

_AHEAD = 2  # pieces of work a process that wait for it, so that none waits for the slowest


@contextmanager
def workers(
    make: Callable[[], Callable[[Item], Result]], jobs: int
) -> Iterator[Callable[[Item], Awaited[Result]]]:
    """Give the function that begins a piece of work, for as long as its processes live.

    ``make`` makes what does the work, once in each of ``jobs`` processes; it and all that passes
    can be pickled. With one job the work is done in this process, when its result is asked for.
    Raises UsageError when a process was ended from outside.
    """
    if jobs == 1:
        work = make()
        yield lambda item: partial(work, item)
        return
    # Imported here, since most runs check one article.
    from natocheck.pipeline.processes import processes

    with processes(make, jobs) as begin:
        yield begin


def in_order(begun: Iterable[Awaited[Result]], jobs: int) -> Iterator[Result]:
    """Give the results of work in its order, while that of the next pieces is under way."""
    ahead = 0 if jobs == 1 else jobs * _AHEAD
    waiting: deque[Awaited[Result]] = deque()
    for each in begun:
        waiting.append(each)
        if len(waiting) > ahead:
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()
