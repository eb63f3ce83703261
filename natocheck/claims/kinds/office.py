"""Claims about who holds an office: titles beside names, and verbs of office.

A title beside a name ("Secretary General Mark Rutte") is a claim whatever the clause
does with it. Verbs of office ("took over from", "has been … since") are read by role.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import Place, Proposal, claim_at, claim_in, is_asserted
from natocheck.claims.mentions.names import Name
from natocheck.claims.phrases import Argument, arguments, name_of, persons_of
from natocheck.claims.scene import Scene
from natocheck.claims.times import of_relation, periods_in, when_of
from natocheck.model.claims import Holds, Passed, Succeeds, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_GAP = {",", "(", "–", "—", "-", "the", "a", "'s", "’s"}


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims of office in a sentence."""
    for title in scene.names:
        if title.ids("title"):
            yield from _beside_a_name(scene, title, clauses)
    for clause in clauses:
        yield from _by_copula(scene, clause)
        yield from _by_predicate(scene, clause)
        yield from _by_succession(scene, clause)


def _beside_a_name(scene: Scene, title: Name, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    person = _person_after(scene, title) or _person_before(scene, title)
    if person is None:
        return
    text = scene.doc.text[title.start : title.end]
    read = _read_title(scene, title)
    if isinstance(read, str):
        yield Passed(kind="office", text=text, reason=read)
        return
    offices, mode = read
    persons = [i for i in person.ids("name") if scene.lexicon.is_person(i)]
    chosen = _one_person(scene, persons, offices)
    if chosen is None:
        yield Passed(kind="office", text=text, reason="the name fits several persons")
        return
    place = Place(min(title.start, person.start), max(title.end, person.end))
    clause = clause_of(scene.root_of(title), clauses)
    when, _ = when_of(scene, clause)
    statement = Holds(person=chosen, offices=offices, mode=mode, when=_past_only(scene, when))
    claim = claim_at(scene, "office", place, statement)
    yield claim


def _past_only(scene: Scene, when: When | None) -> When | None:
    """A title stands for the time of its clause only if that is clearly past."""
    if when is None or when.relation not in {"in", "before", "until"}:
        return None
    return when if (scene.context.date - when.period.end).days > 31 else None


def _person_after(scene: Scene, title: Name) -> Name | None:
    following = [n for n in scene.names if n.start >= title.end and _is_person(scene, n)]
    if not following:
        return None
    between = scene.doc.text[title.end : following[0].start]
    if between.strip() == "":
        return following[0]
    words = _words(scene, title.end, following[0].start)
    honorifics = scene.lexicon.words("honorifics")
    gap = [word for word in words if word.rstrip(".") not in honorifics]
    if gap in ([], [","]) and _closes(scene, following[0], bool(gap)):
        return following[0]
    return None


def _closes(scene: Scene, name: Name, needed: bool) -> bool:
    """Whether an apposition that a comma opened ends right after the name."""
    rest = scene.doc.text[name.end :].lstrip()
    return not needed or rest[:1] in {",", ".", "", ";", "–", "—", ")", "'", "’"}


def _person_before(scene: Scene, title: Name) -> Name | None:
    preceding = [n for n in scene.names if n.end <= title.start and _is_person(scene, n)]
    if not preceding:
        return None
    person = preceding[-1]
    words = _words(scene, person.end, title.start)
    if not words or words[0] not in {",", "(", "–", "—"}:
        return None
    inner = words[1:]
    allowed = scene.lexicon.words("office modifiers") | scene.lexicon.words("office times") | _GAP
    owners = {
        word
        for n in scene.names
        if person.end <= n.start and n.end <= title.start
        for word in n.text.lower().split()
    }
    unknown = [w for w in inner if w not in allowed and w not in owners and not w.isdigit()]
    if unknown or any(w in {",", "(", "–", "—"} for w in inner):
        return None
    return person


def _words(scene: Scene, start: int, end: int) -> list[str]:
    return [t.lower_ for t in scene.doc if t.idx >= start and t.idx + len(t) <= end]


def _is_person(scene: Scene, name: Name) -> bool:
    return any(scene.lexicon.is_person(identity) for identity in name.ids("name")) and (
        name_of(scene, scene.root_of(name)) is not None
    )


def _read_title(scene: Scene, title: Name) -> tuple[tuple[str, ...], str] | str:
    """The offices a title may mean with its owner, and its mode; or why it is not read."""
    offices = title.ids("title")
    before = _modifiers_before(scene, title)
    times = scene.lexicon.values("office times")
    mode = "holds"
    owners = _owners_after(scene, title)
    for token in before:
        name = scene.name_at.get(token.i)
        if name is not None and name.ids("name", "adjective", "metonym", "demonym"):
            owners |= set(name.ids("name", "adjective", "metonym", "demonym"))
        elif token.lower_ in times:
            mode = str(times[token.lower_])
        elif token.i in scene.period_at or token.i in scene.quantity_at:
            continue
        elif token.lower_ not in scene.lexicon.words("office modifiers") | _GAP:
            return f"“{token.text}” may make it another office"
    return _of_owner(scene, offices, owners, title), mode


def _of_owner(
    scene: Scene, offices: tuple[str, ...], owners: set[str], title: Name
) -> tuple[str, ...]:
    if not owners:
        return offices
    known = scene.lexicon.rulebase.offices
    return tuple(office for office in offices if known[office].of in owners)


def _modifiers_before(scene: Scene, title: Name) -> list["Token"]:
    """The tokens of the noun phrase before the title, nearest first."""
    root = scene.root_of(title)
    first = scene.tokens_of(title)[0]
    found = []
    for i in range(first.i - 1, -1, -1):
        token = scene.doc[i]
        if token.pos_ in {"VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "ADV"} or (
            token.is_punct and token.text not in {"-", "'"}
        ):
            if token.lower_ not in scene.lexicon.values("office times"):
                break
        found.append(token)
    return [t for t in found if not t.is_space and t.dep_ != "det" and t is not root]


def _owners_after(scene: Scene, title: Name) -> set[str]:
    """Who a title is of: "President of Poland", "chief at NATO", "… Andrzej Duda of Poland"."""
    found: set[str] = set()
    ends = [title.end]
    person = next((n for n in scene.names if n.start >= title.end), None)
    if person is not None and _is_person(scene, person):
        ends.append(person.end)
    for end in ends:
        words = [t for t in scene.doc if t.idx >= end]
        if words and words[0].lower_ in {"of", "at", "for"}:
            rest = [t for t in words[1:4] if t.lower_ != "the"]
            name = scene.name_at.get(rest[0].i) if rest else None
            if name is not None:
                found |= set(name.ids("name", "metonym"))
            elif rest and rest[0].tag_ in {"NNP", "NNPS"}:
                found.add("unknown")
    return found


def _one_person(scene: Scene, persons: list[str], offices: tuple[str, ...]) -> str | None:
    """The person meant: the only one, or the only one who ever held such an office."""
    if len(set(persons)) == 1:
        return persons[0]
    known = scene.lexicon.rulebase.offices
    holders = {row.person for office in offices for row in known[office].rows}
    fitting = {person for person in persons if person in holders}
    return fitting.pop() if len(fitting) == 1 else None


def _offices_at(scene: Scene, token: "Token") -> tuple[tuple[str, ...], str] | None:
    name = scene.name_at.get(token.i)
    if name is None or not name.ids("title"):
        return None
    read = _read_title(scene, name)
    return None if isinstance(read, str) else read


def _single(scene: Scene, found: tuple[Argument, ...], *roles: str) -> str | None:
    persons = [person for a in found if a.role in roles for person in persons_of(scene, a.token)]
    return persons[0] if len(set(persons)) == 1 else None


def _titles(scene: Scene, found: tuple[Argument, ...], *roles: str) -> tuple[str, ...]:
    for argument in found:
        if argument.role in roles:
            read = _offices_at(scene, argument.token)
            if read is not None and read[1] == "holds":
                return read[0]
    return ()


def _by_copula(scene: Scene, clause: Clause) -> Iterator[Proposal]:
    """ "X is, became, was elected Y": the verb says whether the term begins or runs."""
    modes = scene.lexicon.values("office verbs")
    verbs = [lemma for lemma in clause.lemmas if lemma in modes]
    if not verbs or not is_asserted(clause) or clause.negated:
        return
    found = arguments(clause)
    offices = _titles(scene, found, "attribute", "as", "object", "to")
    person = _single(scene, found, "subject") or _single(scene, found, "object")
    if person is None or not offices:
        return
    yield from _term(scene, clause, person, offices, str(modes[verbs[-1]]))


def _by_predicate(scene: Scene, clause: Clause) -> Iterator[Proposal]:
    """ "X leads NATO": verbs that say an office without its title."""
    if not is_asserted(clause) or clause.negated:
        return
    found = arguments(clause)
    person = _single(scene, found, "subject")
    if person is None:
        return
    objects = {
        i
        for a in found
        if a.role in {"object", "of", "at"}
        for n in [name_of(scene, a.token)]
        if n is not None
        for i in n.ids("name")
    }
    words = set(clause.lemmas) | {f"{clause.head.lemma_} {a.role} {a.token.lemma_}" for a in found}
    for office, predicates in scene.lexicon.values("office predicates").items():
        for predicate in predicates if isinstance(predicates, list) else []:
            verb, _, target = predicate.rpartition(" > ")
            if verb in words and target in objects:
                yield from _term(scene, clause, person, (office,), "holds")


def _term(
    scene: Scene, clause: Clause, person: str, offices: tuple[str, ...], mode: str
) -> Iterator[Proposal]:
    found = periods_in(scene, clause)
    since = of_relation(found, "since")
    if mode == "holds" and since is not None:
        statement = Holds(
            person=person, offices=offices, mode="starts", when=When(since.period, "in")
        )
        yield claim_in(scene, "office", clause, statement)
        if not clause.past or any(t.tag_ == "VBZ" for t in clause.tokens):
            still = Holds(person=person, offices=offices, mode="holds")
            yield claim_in(scene, "office", clause, still)
        return
    when, clear = when_of(scene, clause)
    if not clear:
        yield Passed(kind="office", text=clause.text, reason="its time is not clear")
        return
    if mode == "holds" and clause.head.tag_ == "VBD" and when is None:
        mode = "former"
    yield claim_in(
        scene,
        "office",
        clause,
        Holds(person=person, offices=offices, mode=mode, when=when),  # type: ignore[arg-type]
    )


def _by_succession(scene: Scene, clause: Clause) -> Iterator[Proposal]:
    """ "X succeeded Y", "X took over from Y", "Y handed over to X"."""
    roles = scene.lexicon.values("succession verbs")
    verb = next((lemma for lemma in clause.lemmas if lemma in roles), None)
    if verb is None or not is_asserted(clause) or clause.negated:
        return
    found = arguments(clause)
    order = roles[verb]
    subject = _single(scene, found, "subject") or _single(scene, found, "agent")
    other = (
        _single(scene, found, "from", "for")
        or _single(scene, found, "object")
        or _single(scene, found, "to", "by", "agent")
    )
    if subject is None or other is None or subject == other:
        return
    forwards = order == "subject-follows"
    when, clear = when_of(scene, clause)
    statement = Succeeds(
        successor=subject if forwards else other,
        predecessor=other if forwards else subject,
        offices=_titles(scene, found, "as", "attribute", "in"),
        when=when if clear else None,
    )
    yield claim_in(scene, "office", clause, statement)
