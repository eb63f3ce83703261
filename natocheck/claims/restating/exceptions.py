""" "No ally save the United States", "no member bar Poland": the parser takes "save" for a verb.

Said with "except", which it never mistakes.
"""

from collections.abc import Iterator

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    with_parts,
)
from natocheck.claims.scene import Scene

_EXCEPT = "except"


def exceptions(scene: Scene) -> Iterator[Restatement]:
    """The sentence with "except" for a word that looks like another one."""
    lexicon = scene.lexicon
    looks, nouns = lexicon.words("exceptions like other words"), lexicon.words("member nouns")
    for token in scene.doc[1:-1]:
        if token.lower_ not in looks or token.nbor(-1).lemma_.lower() not in nouns:
            continue
        following = token.nbor(2) if token.nbor(1).lower_ == "the" else token.nbor(1)
        name = scene.name_at.get(following.i)
        if name is not None and lexicon.names_country(name):
            put = [(token.i, token.i + 1, (Piece(_EXCEPT, token.idx, token.idx + len(token)),))]
            yield sentence(with_parts(scene, 0, end_of_sentence(scene), put))
            return
