"""A SQLite file of keys and contents, bounded in size, that many processes may use at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import TypeVar

LARGEST = 256 * 1024 * 1024
"""Bytes that the file may hold; beyond them what was used longest ago is forgotten."""

_FILE = "findings.sqlite3"
_PATIENCE = 1.0  # seconds to wait for another process that writes
_TOGETHER = 50  # contents written in one transaction
_CHECK = 16
_SPARED = 0.9  # how much of the largest size is left when something is forgotten
_TABLE = """
create table if not exists findings (
    key blob primary key, used integer not null, body blob not null
)
"""
_Found = TypeVar("_Found")


def store_file(folder: Path) -> Path:
    """The file of a cache folder in which findings are kept."""
    return folder / _FILE


class Store:
    """Keeps contents by key. Nothing that goes wrong with the file raises: it then keeps nothing.

    What is put is written by and by and when the store is left. A content that is not the one
    that was put under its key, as after damage, is not given.
    """

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._file = store_file(folder)
        self._largest = largest
        self._connection: sqlite3.Connection | None = None
        self._new: list[tuple[bytes, bytes]] = []
        self._used: list[bytes] = []

    def __enter__(self) -> Store:
        """Open the file where there is one; it is made when there is something to write."""
        if self._file.exists():
            self._safely(self._open)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what is left to write; keep to the size; close."""
        del kind, error, trace
        self._write()
        if self._connection is not None:
            self._safely(self._forget)
            self._safely(self._connection.close)
            self._connection = None

    def get(self, key: bytes) -> bytes | None:
        """The content of a key; None if there is none, or not whole."""
        if self._connection is None:
            return None
        row = self._safely(lambda: self._row(key))
        if row is None or not isinstance(row[0], bytes):
            return None
        check, body = row[0][:_CHECK], row[0][_CHECK:]
        if check != _check(key, body):
            return None
        self._used.append(key)
        return body

    def put(self, key: bytes, body: bytes) -> None:
        """Keep a content, in place of another of its key."""
        self._new.append((key, _check(key, body) + body))
        if len(self._new) >= _TOGETHER:
            self._write()

    def _row(self, key: bytes) -> tuple[object] | None:
        assert self._connection is not None
        found: tuple[object] | None = self._connection.execute(
            "select body from findings where key = ?", (key,)
        ).fetchone()
        return found

    def _write(self) -> None:
        if self._connection is None and self._new:
            self._safely(self._open)
        if self._connection is not None and (self._new or self._used):
            self._safely(self._store)
        self._new, self._used = [], []

    def _open(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._file, timeout=_PATIENCE)
        try:
            connection.execute("select key, used, body from findings limit 1")
        except sqlite3.OperationalError:  # no table yet
            connection.execute(_TABLE)
        self._connection = connection

    def _store(self) -> None:
        assert self._connection is not None
        with self._connection as writing:
            writing.execute("begin immediate")
            (last,) = writing.execute("select coalesce(max(used), 0) + 1 from findings").fetchone()
            writing.executemany(
                "insert or replace into findings values (?, ?, ?)",
                [(key, last, body) for key, body in self._new],
            )
            writing.executemany(
                "update findings set used = ? where key = ?", [(last, key) for key in self._used]
            )

    def _forget(self) -> None:
        """Take out what was used longest ago until the file keeps to its size."""
        assert self._connection is not None
        if self._file.stat().st_size <= self._largest:
            return
        with self._connection as writing:
            writing.execute("begin immediate")
            least = writing.execute(_OVER, (int(self._largest * _SPARED),)).fetchone()[0]
            writing.execute("delete from findings where used <= ?", (least,))
        self._connection.execute("vacuum")

    def _safely(self, work: Callable[[], _Found]) -> _Found | None:
        """What ``work`` gives; None where the file does not let it, and then no more is tried."""
        try:
            return work()
        except sqlite3.OperationalError:  # locked, read-only, full
            self._give_up()
        except (sqlite3.DatabaseError, OSError):
            self._give_up()
            remove(self._file)
        return None

    def _give_up(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


_OVER = """
select coalesce(max(used), 0) from (
    select used, sum(length(body)) over (order by used desc, key) as size from findings
) where size > ?
"""


def remove(file: Path) -> None:
    """Take the file away with what SQLite keeps beside it, where that is allowed."""
    for name in (file.name, f"{file.name}-journal"):
        with suppress(OSError):
            file.with_name(name).unlink(missing_ok=True)


def count(file: Path) -> int:
    """How many contents a file keeps; 0 where it cannot be read."""
    if not file.exists():
        return 0
    try:
        with closing(
            sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            found: int = connection.execute("select count(*) from findings").fetchone()[0]
            return found
    except sqlite3.Error:
        return 0


def _check(key: bytes, body: bytes) -> bytes:
    return blake2b(key + body, digest_size=_CHECK).digest()
