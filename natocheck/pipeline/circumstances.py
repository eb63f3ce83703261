"""What findings depend on besides the document and its day, as one digest."""

import platform
import sys
from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import natocheck
from natocheck.language.model import model_folder

_SIZE = 32
_LIBRARIES = ("spacy", "thinc", "numpy", "rapidfuzz", "msgspec")


def circumstances(model: str | None, rules_digest: str) -> bytes:
    """Digest the rules, the model, the program's code and what runs it: 32 bytes.

    The code is known by its content, the files of the model (which may be large) by their sizes
    and times of change. Raises UsageError for a model that is not there.
    """
    digest = blake2b(digest_size=_SIZE)
    for part in (rules_digest, *_platform(), *_files(model_folder(model)), *_code()):
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogateescape")
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.digest()


def _platform() -> Iterator[str]:
    yield from (natocheck.__version__, sys.version, platform.machine())
    yield from (f"{name} {version(name)}" for name in _LIBRARIES)


def _files(folder: Path) -> Iterator[str]:
    for file in sorted(folder.rglob("*")):
        about = file.stat()
        yield f"{file.relative_to(folder)} {about.st_size} {about.st_mtime_ns}"


def _code() -> Iterator[str | bytes]:
    root = Path(natocheck.__file__).parent
    for file in sorted(root.rglob("*.py")):
        yield str(file.relative_to(root))
        yield file.read_bytes()
