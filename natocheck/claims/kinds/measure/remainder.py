"""Words that may restrict a statement about a measure and that no slot took up.

The surest guard against false disputes: "2 percent of GDP on equipment" is not the
share for defence. What may be passed over is a list of words, not a default.
"""

from natocheck.claims.kinds.measure.forms import Reading


def unread_words(reading: Reading) -> tuple[str, ...]:
    """The content words of the clause that are neither read nor known to be harmless."""
    lexicon, scene = reading.scene.lexicon, reading.scene
    known = lexicon.words("measure remainder") | _own_words(reading)
    found = []
    for token in reading.clause.tokens:
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB"} or token.is_punct:
            continue
        taken = (scene.name_at, scene.quantity_at, scene.period_at)
        if any(token.i in mentions for mentions in taken):
            continue
        if token.lemma_.lower() in known or token.lower_ in known:
            continue
        found.append(token.text)
    return tuple(found)


def _own_words(reading: Reading) -> set[str]:
    measure = reading.measure
    phrases = [*measure.nouns, *measure.verbs, *measure.of, *measure.needs, *measure.thresholds]
    return {word for phrase in phrases for word in phrase.split()}
