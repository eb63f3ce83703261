"""Loading the spaCy model, the slowest thing the program does, once and no more than needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from natocheck.language.importing import import_spacy
from natocheck.language.rulers import remember_matches
from natocheck.model.errors import UsageError
from natocheck.model.models import model_folder

if TYPE_CHECKING:
    from spacy.language import Language


_TOKENIZER = "natocheck.WithoutRules.v1"
_USUAL = '"spacy.Tokenizer.v1"'


@cache
def load_model(name: str | None = None) -> Language:
    """Load an English spaCy pipeline; the same object for the same name in one process.

    ``name`` is an installed package or the path of a pipeline folder. The entity recogniser is
    left out, since names are found by the rule base, and so is the separate sentence recogniser,
    as the parser does its work.
    Raises UsageError where the model is missing or is no pipeline.
    """
    folder = model_folder(name)
    import_spacy()
    from spacy.pipeline import AttributeRuler
    from spacy.util import load_model_from_path

    try:
        nlp = load_model_from_path(folder, exclude=["ner", "senter"], config=_config(folder))
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(
            f"the language model at {folder} cannot be loaded: {error}\n"
            "Install it again, or leave the model out to use the one that comes with natocheck."
        ) from error
    for _, component in nlp.pipeline:
        if isinstance(component, AttributeRuler):
            remember_matches(component)
    return nlp


def _config(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Let the usual tokenizer begin without rules, as it gets those that lie in the folder.

    Else it makes the language's own thousand exceptions first, only to throw them away.
    """
    if _USUAL not in (folder / "config.cfg").read_text("utf-8"):
        return {}
    if not (folder / "tokenizer").exists():
        return {}
    _register_tokenizer()
    return {"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}}


@cache
def _register_tokenizer() -> None:
    from spacy.util import registry

    registry.tokenizers(_TOKENIZER, func=_maker)


def _maker() -> Callable[[Language], Any]:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

    return lambda nlp: Tokenizer(nlp.vocab)
