"""The check as a component of any spaCy pipeline: ``nlp.add_pipe("natocheck")``.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("natocheck", config={"date": "2025-06-01"})
>>> doc = nlp("NATO was founded in 1950.")
>>> [span.label_ for span in doc.spans["natocheck"]]
['disputed']
>>> doc._.natocheck.disputed[0].reason
'wrong-date'
"""

from spacy.language import Language
from spacy.tokens import Doc

NAME = "natocheck"
_EXTENSION = "natocheck"


class Component:
    """Puts the report on ``doc._.natocheck``, and a span a sentence under ``doc.spans``.

    It reads the text alone, with natocheck's own language model: whatever else the pipeline
    holds changes no verdict.
    """

    def __init__(self, date: str | None) -> None:
        self._date = date

    def __call__(self, doc: Doc) -> Doc:
        """Check the text of a document; its spans are labelled with the verdicts."""
        # Imported here: spaCy imports this module with any pipeline, used in it or not.
        from natocheck.pipeline.api import check_text

        report = check_text(doc.text, self._date)
        doc._.set(_EXTENSION, report)
        spans = (
            doc.char_span(
                each.sentence.start, each.sentence.end, each.verdict, alignment_mode="expand"
            )
            for each in report.documents[0].sentences
        )
        doc.spans[NAME] = [span for span in spans if span is not None]
        return doc


@Language.factory(NAME, default_config={"date": None})
def make_component(nlp: Language, name: str, date: str | None) -> Component:
    """Make the component; ``date`` is the day of the texts ("YYYY-MM-DD"), if they share one."""
    del nlp, name
    if not Doc.has_extension(_EXTENSION):
        Doc.set_extension(_EXTENSION, default=None)
    return Component(date)
