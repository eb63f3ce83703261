"""Which name a title stands beside: "President Duda", "the chair, Italy's Admiral …"."""

from natocheck.claims.kinds.office.people import is_person, person_at
from natocheck.claims.kinds.office.times import title_time
from natocheck.claims.kinds.office.titles import POSSESSIVE, Title, owner_phrase
from natocheck.claims.mentions.names import Name
from natocheck.claims.scene import Scene

OPENING = {",", "(", "–", "—", ":"}
_CLOSING = {",", ".", ";", ")", "–", "—", ":", "!", "?", '"', "”", "’", "'"} | POSSESSIVE


def person_beside(scene: Scene, title: Title, taken: set[int]) -> Name | None:
    """The person named next to a title, before or after; not one of ``taken``, the
    offsets of names that another title has."""
    direct = _directly_after(scene, title) or accompanies(scene, title)
    if direct is not None:
        return direct
    before, after = _before(scene, title), _after_comma(scene, title)
    if before is not None and before.start in taken and after is not None:
        return after
    if before is not None and after is not None:
        return None
    return before or after


def _directly_after(scene: Scene, title: Title) -> Name | None:
    if title.possessed:
        return None
    return person_at(scene, _past_ranks(scene, title.last + 1))


def accompanies(scene: Scene, title: Title) -> Name | None:
    """ "With Mark Rutte as its secretary general": the name before "as"."""
    i = title.first - 1
    if i < 2 or scene.doc[i].lower_ != "as":
        return None
    words = scene.lexicon.words("accompanying words")
    for name in scene.names:
        tokens = scene.tokens_of(name)
        before = scene.doc[tokens[0].i - 1] if tokens[0].i > 0 else None
        ends = tokens[-1].i == i - 1 and before is not None and before.lower_ in words
        if ends and is_person(scene, name):
            return name
    return None


def _is_in_relative(scene: Scene, title: Title) -> bool:
    """ "The first woman to be prime minister, X", "the man who became chancellor, Y": the name
    stands beside the person, not the title."""
    verb = scene.root_of(title.name).head
    while verb.dep_ in {"xcomp", "conj"} and verb.head != verb:
        verb = verb.head
    return verb.pos_ in {"VERB", "AUX"} and verb.dep_ in {"relcl", "acl"}


def _past_ranks(scene: Scene, i: int) -> int:
    ranks = scene.lexicon.words("honorifics")
    while i < len(scene.doc) and scene.doc[i].lower_.rstrip(".") in ranks:
        i += 1
    return i


def _past_relative(scene: Scene, title: Title, i: int) -> int:
    """The token after a relative clause that tells of today: "the chair who leads it, …"."""
    for verb in scene.root_of(title.name).children:
        if verb.dep_ == "relcl" and verb.left_edge.i == i and verb.tag_ in {"VBZ", "VBP"}:
            return verb.right_edge.i + 1
    return i


def _past_country(scene: Scene, i: int) -> int:
    """The token after a country's possessive: "the chair, Italy's Admiral …"."""
    articled = i + 1 < len(scene.doc) and scene.doc[i].lower_ == "the"
    name = scene.name_at.get(i + 1 if articled else i)
    if name is None or not scene.lexicon.names_country(name):
        return i
    end = scene.tokens_of(name)[-1].i + 1
    return end + 1 if end < len(scene.doc) and scene.doc[end].text in POSSESSIVE else i


def _after_comma(scene: Scene, title: Title) -> Name | None:
    _, last = title_time(scene, title)
    i = _past_relative(scene, title, last + 1)
    if title.possessed or i >= len(scene.doc) or scene.doc[i].text not in OPENING:
        return None
    if _is_in_relative(scene, title):
        return None
    person = person_at(scene, _past_ranks(scene, _past_country(scene, i + 1)))
    if person is None or not _closes(scene, _end_of_person(scene, person)):
        return None
    return None if _goes_on_as_list(scene, _end_of_person(scene, person)) else person


def _end_of_person(scene: Scene, person: Name) -> int:
    """The last token of the name and of the country that follows it: "Duda of Poland"."""
    last = scene.tokens_of(person)[-1].i
    if last + 1 < len(scene.doc) and scene.doc[last + 1].lower_ == "of":
        return max(last, owner_phrase(scene, last + 2)[0]) if last + 2 < len(scene.doc) else last
    return last


def _closes(scene: Scene, last: int) -> bool:
    """Whether an apposition ends after this token."""
    return last + 1 >= len(scene.doc) or scene.doc[last + 1].text in _CLOSING


def _goes_on_as_list(scene: Scene, last: int) -> bool:
    """Whether another name follows after a comma, as in a list of leaders."""
    if last + 2 >= len(scene.doc) or scene.doc[last + 1].text != ",":
        return False
    return person_at(scene, last + 2) is not None


def _before(scene: Scene, title: Title) -> Name | None:
    i = title.first - 1
    if i < 1 or scene.doc[i].text not in OPENING or not _may_close(scene, title):
        return None
    i = _before_age(scene, i)
    for name in reversed(scene.names):
        if is_person(scene, name) and _end_of_person(scene, name) == i - 1:
            return name
        if is_person(scene, name) and scene.tokens_of(name)[-1].i < i:
            return None
    return None


def _before_age(scene: Scene, i: int) -> int:
    """The comma before an age: "Mark Rutte, 57, the …"."""
    aged = i >= 3 and scene.doc[i - 1].like_num and scene.doc[i - 2].text == ","
    return i - 2 if aged else i


def _may_close(scene: Scene, title: Title) -> bool:
    _, last = title_time(scene, title)
    if _closes(scene, last) and not title.possessed:
        return True
    if last + 1 >= len(scene.doc) or scene.doc[last + 1].lower_ not in {"and", "who"}:
        return False
    following = {t.i for n in scene.names if n.ids("title") for t in scene.tokens_of(n)}
    return scene.doc[last + 1].lower_ == "who" or bool(following & set(range(last + 2, last + 6)))
