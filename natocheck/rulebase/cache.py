"""The compiled rule base in the user's cache folder.

A cache only saves time: whatever goes wrong with it, the rules are compiled anew.
"""

import os
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec
import platformdirs

import natocheck
from natocheck.model.facts import RuleBase

_CHECK_SIZE = 16
_KEPT = 8


def cache_file(digest: str, folder: Path | None = None) -> Path | None:
    """Return where the rule base of this digest is kept, None if there is no place.

    The name also depends on the schema and on natocheck's version.
    """
    root = folder if folder is not None else Path(platformdirs.user_cache_dir("natocheck"))
    if folder is None and not root.is_absolute():
        return None  # without a home, the path would start with a literal "~"
    key = blake2b(digest_size=_CHECK_SIZE)
    schema = msgspec.json.encode(msgspec.json.schema(RuleBase), order="deterministic")
    for part in (digest.encode(), natocheck.__version__.encode(), schema):
        key.update(part + b"\0")
    return root / f"rules-{key.hexdigest()}.msgpack"


def read(file: Path, digest: str) -> RuleBase | None:
    """Return the rule base kept in ``file``, None if it is missing or damaged."""
    try:
        content = file.read_bytes()
        check, body = content[:_CHECK_SIZE], content[_CHECK_SIZE:]
        if check != _check(body):
            return None
        rulebase = msgspec.msgpack.decode(body, type=RuleBase)
    except (OSError, msgspec.MsgspecError):
        return None
    return rulebase if rulebase.digest == digest else None


def write(file: Path, rulebase: RuleBase) -> None:
    """Keep the rule base in ``file``, whole or not at all."""
    # Besides a disk that refuses: numbers and characters that MessagePack cannot hold.
    with suppress(OSError, OverflowError, UnicodeError):
        body = msgspec.msgpack.encode(rulebase)
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(file, _check(body) + body)
        _forget_oldest(file.parent)


def _check(body: bytes) -> bytes:
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


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("rules-*.msgpack"), key=lambda path: path.stat().st_mtime)
    for file in kept[:-_KEPT]:
        file.unlink(missing_ok=True)
