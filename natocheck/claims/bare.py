"""Sentences that tell of nothing that rules know, and of nothing told before them.

A claim is of some thing: one that is named, one that a word of the rules stands for
("summit", "budget"), or one that a pronoun takes up. Figures and times alone are of nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natocheck.claims.lexicon import Lexicon
    from natocheck.claims.mentions.quantities import FoundQuantity
    from natocheck.claims.scene import Scene
    from natocheck.language.tokens import Token

# Words for bodies and states, of which a sentence may tell though none was named before it.
_WHOLES = (
    "nouns for organisations",
    "belongings of organisations",
    "possessions of organisations",
    "allied words",
    "member nouns",
    "club nouns",
)
# Words for what belongs to them.
_TOPICS = (
    "nouns for states",
    "nouns for happenings",
    "treaty nouns",
    "gathering nouns",
    "pledge nouns",
    "weak pledge nouns",
    "spending words",
    "gdp words",
    "defence words",
    "share nouns",
    "rank nouns",
    "post nouns",
    "led nouns",
    "titles of anybody",
    "anniversary nouns",
    "other legal texts",
)
_PRONOUNS = ("state pronouns", "plural pronouns", "pointing words")
_COUNTED = {"count", "times"}
_OF_NOUNS = {"nummod", "amod", "advmod", "det", "compound", "quantmod"}
_OBJECTS = {"dobj", "pobj"}
_NOT_POINTING = {"IN", "WDT", "WP", "RB"}


def is_bare(scene: "Scene") -> bool:
    """Whether no rule but a reviewed claim can speak on a sentence."""
    if scene.names:
        return False
    before = scene.context
    bodies = before.organisations or before.title_organisations
    told = bool(bodies or before.measures or before.things)
    if any(_stands_alone(q, scene) for q in scene.quantities) or _has_topic(scene, told=told):
        return False
    return not (told and any(_refers(token, scene) for token in scene.doc))


def _stands_alone(found: "FoundQuantity", scene: "Scene") -> bool:
    """Whether a number is of something that it does not stand before: "the 27", "by 2 percent"."""
    return found.quantity.unit not in _COUNTED or scene.root_of(found).dep_ not in _OF_NOUNS


def _has_topic(scene: "Scene", *, told: bool) -> bool:
    """Whether a word stands for something that rules know."""
    lexicon, said = scene.lexicon, scene.vocabulary
    words = lexicon.topic_words if told else lexicon.words_for_wholes
    return not said.isdisjoint(words) or lexicon.event_cues.may_be_stated(said)


def _refers(token: "Token", scene: "Scene") -> bool:
    """Whether a pronoun may mean what was told before: "it rose", "its army", "that treaty".

    What is only acted on ("nobody asked for it") is a rule's if a state may act so; that an
    event may be told of it is asked elsewhere.
    """
    uses_of = scene.lexicon.uses_of
    if not uses_of(token.lower_, _PRONOUNS) or token.tag_ in _NOT_POINTING:
        return False
    acts = scene.lexicon.words("acts of states")
    return token.dep_ not in _OBJECTS or any(a.lemma_.lower() in acts for a in token.ancestors)


def words_for_wholes(lexicon: "Lexicon") -> frozenset[str]:
    """Words that stand for bodies, states and all of them."""
    return frozenset(word for use in _WHOLES for word in lexicon.words(use))


def topic_words(lexicon: "Lexicon") -> frozenset[str]:
    """Words that stand for these, or for what measures, counts, pledges and relations are of."""
    listed = {word for use in _TOPICS for word in lexicon.words(use)}
    index, rules = lexicon.index, lexicon.rulebase
    phrases = [noun for m in rules.measures.values() for noun in (*m.nouns, *m.of, *m.thresholds)]
    phrases += [name for pledge in rules.pledges.values() for name in pledge.names]
    phrases += [n for r in rules.relations.values() for said in r.said for n in said.nouns]
    named = (*lexicon.values("thing types"), *index.counts, *map(_longest_word, phrases))
    return frozenset((*listed, *named)) | lexicon.words_for_wholes


def _longest_word(phrase: str) -> str:
    """The longest word of a phrase, as a sentence has it: cut at hyphens."""
    return max(phrase.lower().replace("-", " ").split(), key=len, default="")
