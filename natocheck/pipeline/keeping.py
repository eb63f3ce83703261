"""What was found in articles, kept between runs in a SQLite file of the cache folder.

An entry is found by a digest of everything that its findings depend on: the document, the day,
the rules, the language model, the program's own code and what it runs on. Whatever differs in
any of them is another entry, so nothing ever has to be called out of date. A store only saves
time: whatever goes wrong with it (no place, full disk, damage, another process that writes), the
article is checked anew.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from natocheck.model.report import DocumentReport
from natocheck.pipeline.settings import Settings, date_of
from natocheck.rulebase.cache import cache_folder

if TYPE_CHECKING:
    from natocheck.model.facts import RuleBase
    from natocheck.model.text import DateSource, Document
    from natocheck.pipeline.store import Store

_SIZE = 16


Checked = tuple[DocumentReport, bytes | None]
"""The report of a document, and what was read in its sentences, as bytes."""


@dataclass(frozen=True)
class Entry:
    """What is kept of a document: its report, or what was read in an earlier version of it.

    ``before`` is None where nothing is to be kept; ``keep`` keeps what is found, and gives its
    report.
    """

    found: DocumentReport | None
    before: bytes | None
    keep: Callable[[Checked], DocumentReport]


_NOTHING = Entry(None, None, lambda checked: checked[0])
Keeping = Callable[["Document"], Entry]


@contextmanager
def kept_between_runs(settings: Settings, rules: RuleBase) -> Iterator[Keeping]:
    """Give the place where a run keeps findings, and write at its end what is left to write."""
    folder = cache_folder(settings.cache) if settings.keep else None
    if folder is None:
        yield lambda document: _NOTHING
        return
    # Imported here, since a run that keeps nothing needs no database.
    from natocheck.pipeline.store import Store

    with Store(folder) as store:
        yield _Kept(store, settings, rules)


@dataclass(frozen=True)
class _Kept:
    store: Store
    settings: Settings
    rules: RuleBase

    @cached_property
    def circumstances(self) -> bytes:
        """What all keys depend on; only worked out for the first article that can be read."""
        from natocheck.pipeline.circumstances import circumstances

        return circumstances(self.settings.model, self.rules.digest)

    def __call__(self, document: Document) -> Entry:
        key = self._key(document)
        if key is None:
            return _NOTHING
        kept = self._read(key)
        if kept is not None:
            kept = replace(kept, path=document.path, text=document.text)
            return Entry(kept, None, lambda checked: checked[0])
        earlier = self._digest(("read in", document.path, document.origin.row))
        return Entry(None, self.store.get(earlier) or b"", partial(self._keep, key, earlier))

    def _keep(self, key: bytes, earlier: bytes, checked: Checked) -> DocumentReport:
        report, now = checked
        self.store.put(key, msgspec.msgpack.encode(replace(report, path="", text="")))
        if now is not None:
            self.store.put(earlier, now)
        return report

    def _read(self, key: bytes) -> DocumentReport | None:
        body = self.store.get(key)
        try:
            return msgspec.msgpack.decode(body, type=DocumentReport) if body else None
        except msgspec.MsgspecError:
            return None

    def _key(self, document: Document) -> bytes | None:
        """None for a text that cannot be written down, such as one with half a character."""
        dated: tuple[dt.date, DateSource] = date_of(document, self.settings, self.rules)
        try:
            return self._digest((replace(document, path=""), dated))
        except (UnicodeError, OverflowError):
            return None

    def _digest(self, told: object) -> bytes:
        encoded = msgspec.msgpack.encode(told)
        return blake2b(encoded, key=self.circumstances, digest_size=_SIZE).digest()
