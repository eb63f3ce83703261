"""How long somebody held an office: "after ten years as chief", "spent a decade as chief"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted
from natocheck.claims.kinds.office.people import lemmas_of, subject_of
from natocheck.claims.kinds.office.times import in_days, is_spent
from natocheck.claims.kinds.office.titles import Title, title_at
from natocheck.claims.phrases import arguments, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.model.claims import Claim, Holds
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def spells(scene: Scene, clause: Clause, titles: tuple[Title, ...]) -> Iterator[Proposal]:
    """Claims of the length of a term that the clause's subject has behind them."""
    if not is_asserted(clause) or clause.negated or "future" in clause.stance:
        return
    for noun, lasted in _lengths(scene, clause):
        title = _title_of(scene, clause, titles, noun)
        person = subject_of(scene, clause, title.offices) if title is not None else None
        if title is not None and title.mode == "holds" and person is not None:
            statement = Holds(person=person, offices=title.offices, mode="once", lasted=lasted)
            yield _beside(claim_in(scene, "office", clause, statement), noun)


def _beside(claim: Claim, noun: "Token") -> Claim:
    """A length behind "after" is not all that the clause says: alone it makes nothing right."""
    behind = noun.dep_ == "pobj"
    return replace(claim, partial=(*claim.partial, f"{noun.head} {noun}")) if behind else claim


def _lengths(scene: Scene, clause: Clause) -> Iterator[tuple["Token", Interval]]:
    own = {token.i for token in clause.tokens}
    for found in scene.quantities:
        noun = scene.root_of(found)
        lasted = in_days(found.quantity.unit, found.quantity.interval)
        if lasted is not None and noun.i in own:
            yield noun, lasted


def _title_of(
    scene: Scene, clause: Clause, titles: tuple[Title, ...], noun: "Token"
) -> Title | None:
    """The title of "ten years as chief", behind "after" or as what was spent."""
    spent = is_spent(scene, clause, noun)
    if not spent and not _is_left_behind(scene, clause, noun):
        return None
    inner = [*noun_arguments(noun), *(arguments(clause) if spent else ())]
    found = [t for a in inner if a.role == "as" and (t := title_at(titles, a.token)) is not None]
    return found[0] if len(found) == 1 else None


def _is_left_behind(scene: Scene, clause: Clause, noun: "Token") -> bool:
    """Whether a clause tells that a term is over, after that time."""
    words = scene.lexicon
    if noun.head.lower_ not in words.words("words before a length"):
        return False
    said = {lemma for verb in clause.chain for lemma in lemmas_of(verb)}
    said |= {f"{verb.lemma_} {a.token.lemma_}" for verb in clause.chain for a in arguments(clause)}
    follows, modes = words.values("succession verbs"), words.values("office verbs")
    ends = {verb for verb in said if follows.get(verb) == "object-follows"}
    ends |= {verb for verb in said if modes.get(verb) == "ends"}
    return bool(ends | (said & words.words("leaving office")))
