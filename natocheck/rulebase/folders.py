"""The folders that rules are read from, their files, and the digest of these."""

import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import msgspec

import natocheck
from natocheck.model.errors import RuleError
from natocheck.rulebase.faults import Fault, shown

_READ = (".yaml", ".csv")
_MISNAMED = (".yml", ".yaml", ".csv")


class Layer(msgspec.Struct, frozen=True):
    """One rules folder: the bytes of each file by its path below ``root``, sorted."""

    root: Path
    files: dict[str, bytes]
    faults: list[Fault]


def shipped_rules() -> Path:
    """Return the folder of the rules that come with natocheck.

    The wheel holds them inside the package, a checkout beside it.
    """
    package = Path(natocheck.__file__).parent
    for folder in (package / "rules", package.parent / "rules"):
        if folder.is_dir():
            return folder
    raise RuleError(f"{package}: the rules are missing: install natocheck again")


def read_layers(extra: Sequence[Path]) -> list[Layer]:
    """Read the shipped folder and then the users' folders, lowest layer first."""
    return [read_layer(root) for root in (shipped_rules(), *extra)]


def read_layer(root: Path) -> Layer:
    """Read all rule files of a folder; what cannot be read becomes a fault."""
    files: dict[str, bytes] = {}
    faults: list[Fault] = []
    for path in sorted(_paths(root, faults)):
        if path.suffix in _READ:
            _read_into(files, faults, root, path)
        elif path.suffix.lower() in _MISNAMED:
            right = path.with_suffix(".csv" if path.suffix.lower() == ".csv" else ".yaml").name
            faults.append(Fault(f"not read under this name: call it {right}", shown(path)))
    if not faults and not any(name.endswith(".yaml") for name in files):
        faults.append(Fault("no rules here: put .yaml files into this folder", shown(root)))
    return Layer(root, files, faults)


def digest_of(layers: Sequence[Layer]) -> str:
    """Return the digest of all files' names and bytes, the same on every machine."""
    digest = blake2b(digest_size=16)
    for layer in layers:
        digest.update(b"layer\0")
        for name, content in layer.files.items():
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def _paths(root: Path, faults: list[Fault]) -> Iterator[Path]:
    """Yield the files below ``root``, without hidden ones such as editors leave behind."""

    def note(error: OSError) -> None:
        where = Path(error.filename or root)
        faults.append(Fault(f"{error.strerror}: name a folder that can be read", shown(where)))

    for folder, below, names in os.walk(root, onerror=note):
        below[:] = [name for name in below if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _read_into(files: dict[str, bytes], faults: list[Fault], root: Path, path: Path) -> None:
    try:
        files[path.relative_to(root).as_posix()] = path.read_bytes()
    except OSError as error:
        faults.append(Fault(f"{error.strerror}: make the file readable", shown(path)))
