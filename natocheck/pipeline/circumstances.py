"""What findings depend on besides the document and its day, as one digest."""

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import natocheck
from natocheck.model.models import model_folder
from natocheck.rulebase.cache import digest_of

_SIZE = 32
_ABOUT = (".dist-info", ".egg-info")


def circumstances(model: str | None, rules_digest: str) -> bytes:
    """Digest the rules, the model, the program's code and what runs it, to 32 bytes.

    The code is known by its content, the files of the model (which may be large) by their sizes
    and times of change. Raises UsageError for a model that is not there.
    """
    told = (rules_digest, *_platform(), *_files(model_folder(model)))
    return digest_of((*map(os.fsencode, told), *_code()), _SIZE)


def _platform() -> Iterator[str]:
    yield from (natocheck.__version__, sys.version, platform.machine())
    yield from _libraries()


def _libraries() -> Iterator[str]:
    """Every installed library with its version, by the names of the folders that tell of them.

    ``importlib.metadata`` would say no more and takes longer than all else here.
    """
    for folder in map(Path, filter(None, sys.path)):
        if folder.is_dir():
            yield from sorted(each.name for each in folder.iterdir() if each.suffix in _ABOUT)


def _files(folder: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*")):
        about = file.stat()
        yield f"{file.relative_to(folder)} {about.st_size} {about.st_mtime_ns}"


def _code() -> Iterator[bytes]:
    root = Path(natocheck.__file__).parent
    for file in sorted(root.rglob("*.py")):
        yield os.fsencode(file.relative_to(root))
        yield file.read_bytes()
