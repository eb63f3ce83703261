"""Whose voice each word of a sentence is: the author's, or a speaker's that it reports."""

from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.viewpoints import find_viewpoints, phrase_of
from natocheck.claims.verbs import lemma_of, subject_text

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc, Token

Voices = dict[int, str | None]

_SAID = {"ccomp", "xcomp", "pcomp"}
_JUDGED = _SAID | {"acomp", "dobj", "oprd", "prep", "dative", "prt"}


def find_voices(doc: "Doc", lexicon: Lexicon, quoted: frozenset[int]) -> Voices:
    """The tokens that are not in the author's voice, each with its speaker if known.

    A quotation belongs to the speaker named outside of it; what a verb of saying or
    thinking governs belongs to the verb's subject, the nearest such verb deciding.
    """
    voices: Voices = {}
    for view in find_viewpoints(doc, lexicon):
        voices |= dict.fromkeys(view.scope, view.holder)
    verbs = [token for token in doc if token.i not in quoted and reports(token, lexicon)]
    for verb in sorted(verbs, key=lambda token: sum(1 for _ in token.ancestors)):
        speaker = _speaker(verb, lexicon)
        if speaker is not None and not _is_empty(speaker, lexicon):
            voices |= dict.fromkeys(_scope(verb, lexicon), speaker)
    speakers = (_speaker(verb, lexicon) for verb in verbs)
    return voices | dict.fromkeys(quoted, next((each for each in speakers if each), None))


def judges(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a verb tells an opinion of its subject's: "fear", "call for", "be convinced"."""
    if _is_verb_of(verb, lexicon, "appraising verbs") or _names(verb, lexicon):
        return True
    if _is_verb_of(verb, lexicon, "holding verbs") and not _keeps(verb, lexicon):
        return True
    minds = lexicon.words("states of mind")
    return any(t.dep_ in {"acomp", "oprd"} and t.lower_ in minds for t in verb.children) or (
        verb.tag_ == "VBN" and verb.lower_ in minds
    )


def _keeps(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a verb that holds a view only with a clause has none: "maintain an office"."""
    if verb.lemma_.lower() not in lexicon.words("clause holding verbs"):
        return False
    return any(child.dep_ == "dobj" for child in verb.children) and not any(
        child.dep_ in _SAID for child in verb.children
    )


def _names(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a verb calls something something: "call it a joke", "consider it unnecessary"."""
    if verb.lemma_.lower() not in lexicon.words("naming verbs"):
        return False
    return any(
        child.dep_ == "oprd"
        or (child.dep_ == "ccomp" and child.pos_ in {"NOUN", "ADJ"})
        or (child.dep_ == "dobj" and any(each.dep_ == "appos" for each in child.children))
        for child in verb.children
    )


def reports(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a verb tells what somebody said or thinks.

    It does not where the author demands, allows or supposes it ("should admit that",
    "can hope for", "if voters believe that", "a right to complain"), or knows it to be
    true ("remind us that").
    """
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return False
    if not may_speak(verb, lexicon) or verb.lemma_.lower() in lexicon.words("knowing verbs"):
        return False
    aside = lexicon.words("allowing auxiliaries") | lexicon.words("obligation auxiliaries")
    supposed = lexicon.words("conditions")
    return not any(
        (child.tag_ == "MD" and child.lower_ in aside)
        or (child.dep_ == "mark" and child.lower_ in supposed)
        for child in verb.children
    )


def may_speak(token: "Token", lexicon: Lexicon) -> bool:
    """Whether a verb can have a speaker: one of saying, thinking or judging."""
    if not (token.children or token.pos_ == "VERB" or token.tag_ == "VBN"):
        return False  # nothing that a word alone could be a verb by
    if token.lemma_.lower() in lexicon.words("showing verbs"):
        return False
    return judges(token, lexicon) or _is_verb_of(token, lexicon, "reporting verbs")


def _is_verb_of(token: "Token", lexicon: Lexicon, *uses: str) -> bool:
    if token.pos_ != "VERB":
        return False
    names = _names_of(token)
    return any(not names.isdisjoint(lexicon.words(use)) for use in uses)


def _names_of(verb: "Token") -> set[str]:
    """What a verb may be listed by: a form, with its particle or a preposition behind it."""
    lemma = verb.lemma_.lower()
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    nearby = [t for each in [verb, *objects] for t in each.rights if t.dep_ == "prep"]
    return {verb.lower_, lemma, lemma_of(verb), *(f"{lemma} {t.lower_}" for t in nearby)}


def _is_empty(speaker: str, lexicon: Lexicon) -> bool:
    """Whether a subject is nobody to quote: "we", "it", "nobody in town"."""
    words, empty = speaker.lower().split(), lexicon.words("empty speakers")
    return words[0] in empty and (len(words) == 1 or words[0] in lexicon.words("no speakers"))


def _speaker(verb: "Token", lexicon: Lexicon) -> str | None:
    """The words of a verb's subject or agent, its own or the one it shares."""
    own = subject_text(verb)
    if any(child.dep_ == "auxpass" for child in verb.children):
        return _agent(verb)
    if verb.dep_ in {"relcl", "acl"} and (own is None or _is_empty(own, lexicon)):
        return verb.head.text
    if own is not None:
        return own
    if verb.dep_ == "advcl":  # "said that …, stressing that …": whoever spoke first goes on
        outer = (each for each in verb.ancestors if may_speak(each, lexicon))
        return _speaker(next(outer, verb.head), lexicon)
    return _speaker(verb.head, lexicon) if verb.dep_ in {"conj", "xcomp"} else None


def _agent(verb: "Token") -> str | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((phrase_of(each) for each in child.children if each.dep_ == "pobj"), None)
    return None


def _scope(verb: "Token", lexicon: Lexicon) -> set[int]:
    """The tokens that a verb of saying gives to its subject."""
    own = judges(verb, lexicon)
    deps = _JUDGED if own else _SAID
    governed = {t.i for child in verb.children if child.dep_ in deps for t in child.subtree}
    objects = any(child.dep_ == "dobj" for child in verb.children)
    if not governed and not objects and verb.dep_ in {"parataxis", "ccomp", "advcl"}:
        governed = {t.i for t in verb.head.subtree} - {t.i for t in verb.subtree}
    return governed | {verb.i} if own else governed
