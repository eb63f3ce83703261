"""The drafts that are open, and the newest that was found in each."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from natocheck.lsp.checking import Checked, Desk
from natocheck.lsp.drafts import Draft
from natocheck.model.errors import InputError, NatocheckError

DELAY = 0.4
"""Seconds without a key press before a draft is checked."""

Found = TypeVar("Found")
Publish = Callable[[str, "Checked | NatocheckError", Draft], None]


class Session:
    """Checks drafts one at a time, in a thread, so that the editor is answered meanwhile."""

    def __init__(self, desk: Desk, publish: Publish, complain: Callable[[str], None]) -> None:
        self._desk, self._publish, self._complain = desk, publish, complain
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._found: dict[str, Checked] = {}
        self._wrong: dict[str, str] = {}

    def found(self, uri: str) -> Checked | None:
        """What was found in a draft, unless it has changed since."""
        return self._found.get(uri)

    def check(self, uri: str, draft: Draft, delay: float = DELAY) -> None:
        """Check a draft after a while; a newer one takes the place of an older one."""
        self.forget(uri)
        self._tasks[uri] = asyncio.ensure_future(self._check(uri, draft, delay))

    def forget(self, uri: str) -> None:
        """Give up what is under way or known of a draft."""
        self._found.pop(uri, None)
        if (task := self._tasks.pop(uri, None)) is not None:
            task.cancel()

    def close(self, uri: str) -> None:
        """Forget a draft for good."""
        self.forget(uri)
        self._wrong.pop(uri, None)

    async def _check(self, uri: str, draft: Draft, delay: float) -> None:
        await asyncio.sleep(delay)
        try:
            checked = await self.run(lambda: self._desk.check(draft))
        except InputError as error:
            self._publish(uri, error, draft)
        except NatocheckError as error:
            self._say_once(uri, str(error))
            self._publish(uri, error, draft)
        else:
            self._wrong.pop(uri, None)
            self._found[uri] = checked
            self._publish(uri, checked, draft)

    def run(self, work: Callable[[], Found]) -> Awaitable[Found]:
        """Do something slow in the thread of the language model."""
        return asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _say_once(self, uri: str, text: str) -> None:
        """Complain of what no open draft has met yet: each check of each draft meets it again."""
        if text not in self._wrong.values():
            self._complain(text)
        self._wrong[uri] = text
