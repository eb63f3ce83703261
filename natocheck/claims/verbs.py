"""What a verb is called and who stands as its subject."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

SUBJECTS = {"nsubj", "nsubjpass"}
VERBAL = {"VERB", "AUX"}


def lemma_of(token: "Token") -> str:
    """The lower-case lemma of a verb with its particle, of any other token alone."""
    particle = next((child for child in token.children if child.dep_ == "prt"), None)
    lemma = token.lemma_.lower()
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def subject_text(verb: "Token") -> str | None:
    """The words of a verb's subject, or None."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return phrase_text(child)
    return None


def phrase_text(head: "Token") -> str:
    """The words of a phrase from its first to its last."""
    first, last = head.left_edge, head.right_edge
    return head.doc.text[first.idx : last.idx + len(last)].strip(" ,;")


def auxiliaries(chain: tuple["Token", ...]) -> list["Token"]:
    """The auxiliaries of a chain of verbs."""
    return [child for token in chain for child in token.children if child.dep_.startswith("aux")]


def first_verb(chain: tuple["Token", ...]) -> "Token":
    """The verb or auxiliary that comes first and so carries the tense: "has" of "has joined"."""
    return min((*chain, *auxiliaries(chain)), key=lambda token: token.i)


def is_passive(verb: "Token") -> bool:
    """Whether a verb has a passive auxiliary or subject."""
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
