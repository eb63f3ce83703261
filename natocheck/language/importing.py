"""Importing spaCy without its command line, which takes nearly half of the time.

``import spacy`` brings one function of the command line along, ``spacy.info``, and for it all
that trains and downloads models. Here a stand-in takes its place, which imports it when called;
afterwards ``spacy.cli`` can be imported as ever.
"""

import sys
from types import ModuleType
from typing import Any

_PACKAGE, _MODULE = "spacy.cli", "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy, unless that was done."""
    if "spacy" in sys.modules:
        return
    package, module = ModuleType(_PACKAGE), ModuleType(_MODULE)
    module.info = _info  # type: ignore[attr-defined]
    sys.modules.update({_PACKAGE: package, _MODULE: module})
    try:
        import spacy  # noqa: F401
    finally:
        for name, stand_in in ((_PACKAGE, package), (_MODULE, module)):
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """Do what ``spacy.info`` does."""
    from spacy.cli.info import info

    return info(*arguments, **options)
