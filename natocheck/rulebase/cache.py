"""The compiled rule base, and the rule files as parsed, in the user's cache folder.

A cache only saves time: whatever goes wrong with it, the rules are compiled anew. Parsing
YAML takes nearly all of that, so each file is also kept by itself: whoever changes one
waits for that one only.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import platformdirs

import natocheck
from natocheck.model.facts import RuleBase
from natocheck.rulebase.compiled import Compiled, packed, unpacked

_Kept = TypeVar("_Kept")
_CHECK_SIZE = 16
_COMPILERS = ("model", "rulebase")
_FILES = "files"
_KEPT = 8
_KEPT_FILES = 1_000


def cache_file(digest: str, folder: Path | None = None) -> Path | None:
    """Return where the rule base of this digest is kept, None if there is no place.

    The name also depends on the code that compiles and reads it, and on natocheck's version.
    """
    root = cache_folder(folder)
    if root is None:
        return None
    parts = (digest.encode(), natocheck.__version__.encode(), *_code())
    return root / f"rules-{digest_of(parts, _CHECK_SIZE).hex()}.msgpack"


def digest_of(parts: Iterable[bytes], size: int) -> bytes:
    """Digest parts to ``size`` bytes; others, or the same cut elsewhere, give another digest."""
    digest = blake2b(digest_size=size)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def _code() -> Iterator[bytes]:
    """The files that say what rules are and how they are compiled."""
    root = Path(natocheck.__file__).parent
    for folder in _COMPILERS:
        yield from (file.read_bytes() for file in sorted((root / folder).glob("*.py")))


def read(file: Path, digest: str) -> RuleBase | None:
    """Return the rule base kept in ``file``, None if it is missing or damaged."""
    found = _kept(file, Compiled)
    return unpacked(found) if found is not None and found.digest == digest else None


def write(file: Path, rulebase: RuleBase) -> None:
    """Keep the rule base in ``file``, whole or not at all."""
    _keep(file, lambda: packed(rulebase), _KEPT)


def parsed_once(
    parse: Callable[[bytes], Any], folder: Path | None = None
) -> Callable[[bytes], Any]:
    """Return ``parse`` with its results kept by the content of the file it was given.

    What ``parse`` raises is raised again and not kept.
    """
    root = cache_folder(folder)
    return parse if root is None else lambda content: _parsed(parse, content, root / _FILES)


def _parsed(parse: Callable[[bytes], Any], content: bytes, folder: Path) -> Any:
    key = _check(natocheck.__version__.encode() + b"\0" + content)
    file = folder / f"{key.hex()}.msgpack"
    found: Any = _kept(file, list[Any])
    if found is None:
        found = parse(content)
        if isinstance(found, list):
            _keep(file, lambda: msgspec.msgpack.encode(found), _KEPT_FILES)
    return found


def cache_folder(folder: Path | None = None) -> Path | None:
    """Return the folder for what outlives a run: ``folder``, else the user's, if there is one."""
    root = folder if folder is not None else Path(platformdirs.user_cache_dir("natocheck"))
    if folder is None and not root.is_absolute():
        return None  # without a home, the path would start with a literal "~"
    return root


def kept_rules(root: Path) -> list[Path]:
    """List the files of a cache folder that hold compiled rules and parsed rule files."""
    return sorted([*root.glob("rules-*.msgpack"), *(root / _FILES).glob("*.msgpack")])


def _kept(file: Path, sort: type[_Kept]) -> _Kept | None:
    """What ``file`` keeps, None if it is missing or damaged."""
    try:
        content = memoryview(file.read_bytes())  # of which parts are given without a copy
        check, body = content[:_CHECK_SIZE], content[_CHECK_SIZE:]
        return msgspec.msgpack.decode(body, type=sort) if check == _check(body) else None
    except (OSError, msgspec.MsgspecError):
        return None


def _keep(file: Path, pack: Callable[[], bytes], most: int) -> None:
    """Keep what is packed in ``file``, whole or not at all, and forget the oldest of its kind."""
    # Besides a disk that refuses: numbers and characters that MessagePack cannot hold.
    with suppress(OSError, OverflowError, UnicodeError, TypeError, msgspec.MsgspecError):
        body = pack()
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file, _check(body) + body)
        _forget_oldest(file.parent, most)


def _check(body: bytes | memoryview) -> bytes:
    return blake2b(body, digest_size=_CHECK_SIZE).digest()


def _replace(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".rules-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _forget_oldest(folder: Path, most: int) -> None:
    kept = sorted(folder.glob("*.msgpack"), key=lambda path: path.stat().st_mtime)
    for file in kept[:-most]:
        file.unlink(missing_ok=True)
