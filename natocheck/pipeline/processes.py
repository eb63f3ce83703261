"""Processes that work beside this one."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import Any, TypeVar

from natocheck.model.errors import UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")


@contextmanager
def processes(
    make: Callable[[], Callable[[Item], Result]], number: int
) -> Iterator[Callable[[Item], Callable[[], Result]]]:
    """Give the function that begins a piece of work in one of ``number`` processes.

    See ``jobs.workers``.
    """
    # Each begins as a new process: one that is forked beside threads may wait for ever.
    pool = ProcessPoolExecutor(number, get_context("spawn"), _begin, (make,))
    try:
        yield lambda item: partial(_result, pool.submit(_work, item))
    finally:
        pool.shutdown(cancel_futures=True)


def _result(future: "Future[Result]") -> Result:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise UsageError(
            "a working process was ended from outside, perhaps for want of memory; "
            "run it again with fewer --jobs"
        ) from error


_worker: Callable[[Any], Any] | None = None


def _begin(make: Callable[[], Callable[[Any], Any]]) -> None:
    """Make ready a new process: Ctrl-C is the first process's to answer, whose end is its own."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _worker = make()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(item: Any) -> Any:
    assert _worker is not None
    return _worker(item)
