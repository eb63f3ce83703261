""" "No ally save the United States", "no member bar Poland": the parser takes "save" for a verb.

Said with "except", which it takes for nothing else.
"""

from natocheck.claims.rewriting import Replacement, Rewriting, combined
from natocheck.claims.scene import Scene

_EXCEPT = "except"


def excepted(scene: Scene) -> Rewriting | None:
    """The sentence with "except" for words that look like others, before a country."""
    lexicon, end = scene.lexicon, len(scene.doc) - 1
    looks, nouns = lexicon.words("exceptions like other words"), lexicon.words("member nouns")
    found = []
    for token in scene.doc[1 : max(end, 1)]:
        if token.lower_ not in looks or token.nbor(-1).lemma_.lower() not in nouns:
            continue
        after = token.i + (2 if token.nbor(1).lower_ == "the" else 1)
        name = scene.name_at.get(after)
        if name is not None and lexicon.names_country(name):
            found.append(Replacement(token.idx, token.idx + len(token), _EXCEPT))
    return combined(scene.doc.text, found)
