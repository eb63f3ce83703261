"""Terms of office told by verbs: "has been …since", "heads NATO", "stepped down in May"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted, passed
from natocheck.claims.kinds.office.people import (
    hinted_offices,
    lemmas_of,
    offices_of,
    person_at,
    single,
    subject_of,
)
from natocheck.claims.kinds.office.times import (
    duration,
    is_ranked,
    tells_of_the_past,
    time_of_circumstance,
    title_time,
)
from natocheck.claims.kinds.office.titles import Title, counts_others, title_at
from natocheck.claims.phrases import Argument, arguments, name_of, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.times import of_relation, periods_in, when_of
from natocheck.model.claims import Holds, When
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_TURNS = (("taking office", "starts"), ("taking the oath", "sworn"), ("leaving office", "ends"))
_BEING = {"be", "spend", "remain", "stay"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_TITLE_ROLES = ("attribute", "as", "object", "to", "subject")


def terms(scene: Scene, clause: Clause, titles: tuple[Title, ...]) -> Iterator[Proposal]:
    """What a clause says of somebody's term: that it runs, began, ended, or when."""
    if not is_asserted(clause) or _is_of_whoever(clause):
        return
    found = arguments(clause)
    yield from _having(scene, clause, titles, found)
    title = _title_among(scene, titles, found)
    meant = title.offices if title is not None else _led(scene, clause, found)
    person = subject_of(scene, clause, meant)
    person = person or single(scene, found, "agent", "object", "attribute", offices=meant)
    person = person or single(scene, found, "to", offices=meant)
    if person is None or _is_untrue(scene, clause):
        return
    turn = _turn(scene, clause, found)
    if title is not None and _mode(scene, clause) is not None:
        yield from _titled(scene, clause, person, title)
    elif title is not None and turn is not None and title.mode == "holds":
        yield from _term(scene, clause, person, title.offices, turn)
    elif title is not None:
        yield from _in_role(scene, clause, person, title)
    elif set(meant) & set(offices_of(scene, person)):
        yield from _term(scene, clause, person, meant, "holds")
    elif turn is not None:
        offices, hinted = hinted_offices(scene, person)
        bodies = _taken_over(scene, found)
        if bodies is not None:
            known = scene.lexicon.rulebase.offices
            offices, hinted = tuple(o for o in offices if known[o].of in bodies), True
        if offices:
            yield from _term(scene, clause, person, offices, turn, loose=not hinted)


def _taken_over(scene: Scene, found: tuple[Argument, ...]) -> set[str] | None:
    """Of what somebody took charge or command, if the words say of what: "of the frigate"."""
    posts = scene.lexicon.words("post nouns") | scene.lexicon.words("being in office")
    objects = [a.token for a in found if a.role == "object" and a.token.lemma_.lower() in posts]
    owned = [a.token for post in objects for a in noun_arguments(post) if a.role == "of"]
    owned += [a.token for a in found if a.role == "of"]
    if not owned:
        return None
    names = [name_of(scene, token) for token in owned]
    return {i for name in names if name is not None for i in name.ids("name")}


def _is_of_whoever(clause: Clause) -> bool:
    """ "The first woman to be prime minister": a time is not told."""
    to = any(c.tag_ == "TO" for c in clause.head.children)
    return to and clause.head.dep_ in {"relcl", "acl"}


def _titled(scene: Scene, clause: Clause, person: str, title: Title) -> Iterator[Proposal]:
    """What a verb says of a person and a title: "is", "became", "resigned as"."""
    mode = _mode(scene, clause)
    if title.number is not None and counts_others(scene, title):
        yield passed("office", clause, "the ordinal counts something else")
    elif title.mode == "holds" and mode is not None:
        ranked = is_ranked(scene, title)
        yield from _term(scene, clause, person, title.offices, mode, ranked=ranked)
    elif title.mode in {"former", "once"} and mode == "holds":
        yield from _term(scene, clause, person, title.offices, title.mode)


def _in_role(scene: Scene, clause: Clause, person: str, title: Title) -> Iterator[Proposal]:
    """ "As secretary general since October, Rutte has …": when the term began."""
    own, _ = title_time(scene, title)
    as_role = title.first > 0 and scene.doc[title.first - 1].lower_ == "as"
    if as_role and own is not None and own.relation == "since" and not clause.negated:
        started = When(own.period, "in")
        statement = Holds(person=person, offices=title.offices, mode="since", when=started)
        yield claim_in(scene, "office", clause, statement)


def _is_untrue(scene: Scene, clause: Clause) -> bool:
    """Whether an adverb takes the statement back: "nearly became", "briefly"."""
    words = scene.lexicon.words("undoing adverbs")
    return any(child.lower_ in words for token in clause.chain for child in token.children)


def _title_among(
    scene: Scene, titles: tuple[Title, ...], found: tuple[Argument, ...]
) -> Title | None:
    for role in _TITLE_ROLES:
        for argument in found:
            title = _title_of(scene, titles, argument) if argument.role == role else None
            if title is not None:
                return title
    return None


def _title_of(scene: Scene, titles: tuple[Title, ...], argument: Argument) -> Title | None:
    """The title that a noun is or that its post is of: "the post of secretary general".

    As an object a title is somebody to whom a thing is done: "left the chancellor waiting".
    """
    token = argument.token
    if token.lemma_.lower() in scene.lexicon.words("post nouns"):
        inner = [a.token for a in noun_arguments(token) if a.role in {"of", "as"}]
        return next((t for i in inner if (t := title_at(titles, i)) is not None), None)
    title = title_at(titles, token)
    if title is None or (argument.role in {"object", "to"} and not _is_chosen(scene, token.head)):
        return None
    opens = argument.role == "as" and _is_subject(scene, title)
    return None if opens or _is_of_another(scene, title, argument) else title


def _is_of_another(scene: Scene, title: Title, argument: Argument) -> bool:
    """Whether a name follows the title: "was President Obama's deputy"."""
    return argument.role != "subject" and person_at(scene, title.last + 1) is not None


def _is_chosen(scene: Scene, above: "Token") -> bool:
    """Whether a title is what somebody is made: "appointed her chancellor"."""
    verb = above.head if above.pos_ == "ADP" else above
    return scene.lexicon.values("office verbs").get(verb.lemma_.lower()) == "chosen"


def _is_subject(scene: Scene, title: Title) -> bool:
    """Whether "as" opens a clause: "left as the chancellor arrived"."""
    after = title.last + 1
    return after < len(scene.doc) and scene.doc[after].tag_ in _FINITE


def _mode(scene: Scene, clause: Clause) -> str | None:
    modes = scene.lexicon.values("office verbs")
    said = [lemma for verb in reversed(clause.chain) for lemma in lemmas_of(verb)]
    return next((str(modes[lemma]) for lemma in said if lemma in modes), None)


def _turn(scene: Scene, clause: Clause, found: tuple[Argument, ...]) -> str | None:
    """Whether a term begins or ends by words that need no title: "took office", "bowed out"."""
    for use, mode in _TURNS:
        words = scene.lexicon.words(use)
        for verb in clause.chain:
            said = set(lemmas_of(verb)[:-1])
            said |= {f"{each} {a.token.lemma_.lower()}" for each in lemmas_of(verb) for a in found}
            said |= {f"{verb.lemma_.lower()} {a.role} {a.token.lemma_.lower()}" for a in found}
            if said & words:
                return mode
    return None


def _led(scene: Scene, clause: Clause, found: tuple[Argument, ...]) -> tuple[str, ...]:
    """The offices whose holder a verb describes: "lead NATO", "command NATO's forces"."""
    verbs = scene.lexicon.values("leading verbs")
    lemmas = [lemma for verb in clause.chain for lemma in lemmas_of(verb)]
    said = {lemma: verbs[lemma] for lemma in lemmas if lemma in verbs}
    for argument in found:
        key = f"{argument.role} {argument.token.lemma_.lower()}"
        if clause.chain[-1].lemma_ in _BEING and key in verbs:
            said[key] = verbs[key]
    owners = {i for a in found for i in _led_bodies(scene, a)}
    titles = {str(t) for values in said.values() if isinstance(values, list) for t in values}
    known = [o for owner in sorted(owners) for o in scene.lexicon.index.offices_of.get(owner, ())]
    return tuple(sorted(office.id for office in known if titles & set(office.titles)))


def _led_bodies(scene: Scene, argument: Argument) -> set[str]:
    """The organisation or country led: the object itself or the owner of its forces."""
    if argument.role not in {"object", "of", "at"}:
        return set()
    name = name_of(scene, argument.token)
    if name is not None and name.ids("name"):
        return set(name.ids("name"))
    if argument.token.lemma_.lower() not in scene.lexicon.words("led nouns"):
        return set()
    inner = noun_arguments(argument.token)
    names = [name_of(scene, a.token) for a in inner if a.role in {"owner", "modifier", "of"}]
    return {i for n in names if n is not None for i in n.ids("name", "adjective")}


def _having(
    scene: Scene, clause: Clause, titles: tuple[Title, ...], found: tuple[Argument, ...]
) -> Iterator[Proposal]:
    """ "Poland has had a new president, Karol Nawrocki, since August"."""
    since = of_relation(periods_in(scene, clause), "since")
    if "have" not in clause.lemmas or since is None or clause.negated:
        return
    for argument in found:
        title = title_at(titles, argument.token) if argument.role == "object" else None
        if title is not None:
            beside = [Argument("beside", c) for c in argument.token.children if c.dep_ == "appos"]
            person = single(scene, tuple(beside), "beside")
            if person is not None:
                started = When(since.period, "in")
                statement = Holds(person=person, offices=title.offices, mode="since", when=started)
                yield claim_in(scene, "office", clause, statement)


def _term(
    scene: Scene,
    clause: Clause,
    person: str,
    offices: tuple[str, ...],
    mode: str,
    loose: bool = False,
    ranked: bool = False,
) -> Iterator[Proposal]:
    if _is_negated(scene, clause):
        yield from _negated_term(scene, clause, person, offices, mode)
        return
    found = periods_in(scene, clause)
    when: When | None
    beside: tuple[When | None, bool] = (None, True)
    since, until = of_relation(found, "since"), of_relation(found, "until")
    if since is not None and ranked:
        yield passed("office", clause, "the time tells among whom somebody is ranked")
        return
    if mode == "holds" and since is not None:
        mode = "since" if _is_running(clause) else "starts"
        when, clear = When(since.period, "in"), True
        if _is_running(clause):
            still = Holds(person=person, offices=offices, mode="running", loose=loose)
            yield claim_in(scene, "office", clause, still)
    elif mode == "holds" and until is not None and clause.past:
        mode, when, clear = "ends", When(until.period, "in"), True
    else:
        when, clear = when_of(scene, clause)
        if when is None and clear and clause.past:
            when, clear = beside = time_of_circumstance(scene, clause)
    if not clear:
        yield passed("office", clause, "its time is not clear")
        return
    if mode == "starts" and _is_again(scene, clause):
        mode = "sworn"
    if mode == "holds" and _is_over(clause):
        mode = "once" if when is None else "held"
    if "future" in clause.stance:
        mode = "future"
    yield claim_in(
        scene,
        "office",
        clause,
        Holds(
            person=person,
            offices=offices,
            mode=mode,  # type: ignore[arg-type]
            when=when,
            loose=loose,
            elsewhen=beside[0] is None and tells_of_the_past(scene, clause),
            lasted=_length(scene, clause, mode),
            nth=_nth(scene, clause),
        ),
    )


def _nth(scene: Scene, clause: Clause) -> int | None:
    """ "For the second time": how many terms there are said to have been by then."""
    for found in scene.quantities:
        time = scene.root_of(found).head
        counted = time.lemma_ == "time" and time.dep_ == "pobj" and time.head.lower_ == "for"
        if found.quantity.unit == "ordinal" and counted and time.head.head in clause.chain:
            return int(found.quantity.value)
    return None


def _is_again(scene: Scene, clause: Clause) -> bool:
    """Whether somebody may take up a further term: "for a second time", "once more"."""
    words = scene.lexicon.words("repeating words")
    return any(token.lower_ in words for token in clause.tokens)


def _length(scene: Scene, clause: Clause, mode: str) -> Interval | None:
    """How long the term is said to have lasted, where a clause tells of its course."""
    if mode == "ends":
        return duration(scene, clause, "after", "for")
    return duration(scene, clause, "for") if mode in {"holds", "held", "once"} else None


def _negated_term(
    scene: Scene, clause: Clause, person: str, offices: tuple[str, ...], mode: str
) -> Iterator[Proposal]:
    """ "Is no longer", "is not", "was never": only where no time narrows it."""
    if mode != "holds" or periods_in(scene, clause) or len(offices) != 1 or _is_described(clause):
        return
    words = {child.lower_ for token in clause.chain for child in token.children}
    past = _is_over(clause)
    if past and "never" not in words:
        return
    yield claim_in(
        scene,
        "office",
        clause,
        Holds(person=person, offices=offices, mode="former" if past else "holds", negated=True),
    )


def _is_described(clause: Clause) -> bool:
    """ "Is not the chancellor that Paris wanted": only the description is denied."""
    predicates = [c for verb in clause.chain for c in verb.children if c.dep_ in {"attr", "prep"}]
    return any(t.dep_ in {"relcl", "acl"} for each in predicates for t in each.subtree)


def _is_negated(scene: Scene, clause: Clause) -> bool:
    said = f" {clause.text.lower()} ".replace(".", " ")
    if any(f" {phrase} " in said for phrase in scene.lexicon.words("lapsed phrases")):
        return True
    return clause.negated or any(
        child.lower_ in {"longer", "anymore"} for token in clause.chain for child in token.children
    )


def _is_running(clause: Clause) -> bool:
    """Whether the verb says that it goes on: "has been", "is", "heads"."""
    first = _first_verb(clause)
    return first.tag_ in {"VBZ", "VBP"}


def _is_over(clause: Clause) -> bool:
    return _first_verb(clause).tag_ == "VBD" or clause.head.tag_ == "VBD"


def _first_verb(clause: Clause) -> "Token":
    auxiliaries = [c for c in clause.head.children if c.dep_.startswith("aux")]
    return auxiliaries[0] if auxiliaries else clause.head
