"""The only home of spaCy: loading the model, splitting and parsing sentences."""

from natocheck.language.lemmas import teach_lemmas
from natocheck.language.model import load_model
from natocheck.language.parse import parse
from natocheck.language.prose import prose
from natocheck.language.sentences import split

__all__ = ["load_model", "parse", "prose", "split", "teach_lemmas"]
