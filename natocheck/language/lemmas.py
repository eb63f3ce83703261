"""Lemmas that the language model's rules get wrong, taught to it from the word lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from natocheck.model.facts import Words

_TABLE = "lemma_exc"


def teach_lemmas(nlp: Language, words: Mapping[str, Words]) -> None:
    """Add the verb forms of the lists with use "verb lemmas" to the lemmatiser's exceptions.

    A pipeline without such a table, as another model may have, stays as it is.
    """
    if not nlp.has_pipe("lemmatizer"):
        return
    tables = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if tables is None or not tables.has_table(_TABLE):
        return
    verbs = tables.get_table(_TABLE).setdefault("verb", {})
    for listed in words.values():
        if listed.use == "verb lemmas":
            verbs.update({form: [lemma] for form, lemma in listed.values.items()})
