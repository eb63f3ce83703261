"""The years of a pledge: when it was made, by when it is due, when it is reviewed."""

from typing import TYPE_CHECKING

from natocheck.claims.kinds.pledge.links import link_of
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.scene import Scene
from natocheck.model.values import Period

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_ENDS = {"by", "until", "before"}
_ATTRIBUTIVE = {"compound", "amod", "nmod", "nummod", "poss"}


def deadline_of(scene: Scene) -> Period | None:
    """ "by 2035", "until 2035 to get there", "the 2024 deadline"; None if there are two."""
    return _only([p.period for p in scene.periods if is_deadline(scene, p)])


def is_deadline(scene: Scene, found: FoundPeriod) -> bool:
    """Whether a year is the one by which a pledge is due."""
    if found.period.grain not in {"year", "range"} or is_review(scene, found):
        return False
    root = scene.root_of(found)
    if _marks_deadline(scene, root):
        return link_of(scene, root) is not None
    if found.relation == "until" and not _is_respite(root):
        return False
    ahead = found.relation in {"for", "in"} and found.period.start.year > scene.context.date.year
    return (found.relation in _ENDS or ahead) and link_of(scene, root) is not None


def _is_respite(root: "Token") -> bool:
    """ "have until 2035", "gave them until 2024": other verbs go on until then."""
    verbs = [t for t in root.ancestors if t.pos_ in {"VERB", "AUX"}]
    return bool(verbs) and verbs[0].lemma_ in {"have", "give", "get", "leave", "allow"}


def _marks_deadline(scene: Scene, root: "Token") -> bool:
    """ "the 2024 deadline", "a deadline of 2030", "the target year 2030"."""
    marks = scene.lexicon.words("deadline nouns")
    if root.dep_ in _ATTRIBUTIVE and root.head.lemma_.lower() in marks:
        return True
    if root.dep_ == "pobj":
        holder = root.head.head if root.head.lower_ == "of" else root
        return holder.lemma_.lower() in marks - scene.lexicon.words("pledge nouns") | {"deadline"}
    equal = [t for c in root.head.children if c.lower_ == "as" for t in c.children]
    equal += [c for c in root.head.children if root.dep_ == "attr" and c.dep_ == "nsubj"]
    return any(token.lemma_.lower() in marks for token in equal)


def duration_of(scene: Scene) -> int | None:
    """The years that a pledge gives itself: "within a decade"; None without one or with two."""
    decades = [t for t in scene.doc if t.lemma_.lower() in scene.lexicon.values("long spans")]
    spans = [(t, scene.lexicon.values("long spans")[t.lemma_.lower()]) for t in decades]
    spans += [
        (scene.root_of(q), q.quantity.value) for q in scene.quantities if q.quantity.unit == "year"
    ]
    years = {int(str(v).split(".")[0]) for t, v in spans if _is_limit(scene, t)}
    return years.pop() if len(years) == 1 else None


def _is_limit(scene: Scene, token: "Token") -> bool:
    limits = {"within", "inside"}
    return token.head.lower_ in limits and link_of(scene, token) is not None


def review_of(scene: Scene) -> Period | None:
    """ "to be reviewed in 2029", "a 2029 review"; None if there are two."""
    return _only([p.period for p in scene.periods if is_review(scene, p)])


def is_review(scene: Scene, found: FoundPeriod) -> bool:
    """Whether a year belongs to a review: the first thing that the parse ties it to."""
    if found.period.grain != "year" or found.period.start <= scene.context.date:
        return False
    words = scene.lexicon.words("review words")
    root = scene.root_of(found)
    for step in [root, *root.ancestors]:
        if step.lemma_.lower() in words:
            return True
        if any(child.lemma_.lower() in words for child in step.children):
            return True
        if step.pos_ in {"VERB", "AUX"} and step.dep_ not in {"xcomp", "acl"}:
            return False
        if step.pos_ == "NOUN" and step != root:
            return False
    return False


def made_of(scene: Scene) -> Period | None:
    """When it was promised: a past time that is tied to the promise; None if there are two."""
    found = [p.period for p in scene.periods if _is_made(scene, p)]
    finest = min(found, key=lambda period: period.end - period.start, default=None)
    if finest is None or not all(finest.within(period) for period in found):
        return None
    return finest


def is_yet_to_come(scene: Scene) -> bool:
    """Whether a promise is told of a month or day after the article: its date cannot be held."""
    return any(
        p.relation == "in"
        and p.period.grain in {"day", "month"}
        and p.period.start > scene.context.date
        and not is_deadline(scene, p)
        and not is_review(scene, p)
        and (link_of(scene, scene.root_of(p)) or is_occasion(scene, scene.root_of(p)))
        for p in scene.periods
    )


def _is_made(scene: Scene, found: FoundPeriod) -> bool:
    if found.relation != "in" or found.period.start > scene.context.date:
        return False
    if is_deadline(scene, found) or is_review(scene, found):
        return False
    root = scene.root_of(found)
    link = link_of(scene, root)
    # "met the target in 2023" tells when it was met, "the target of 2014" when it was set.
    if link == "noun" and root.dep_ == "pobj" and root.head.lower_ not in {"of", "from"}:
        return False
    return link is not None or is_occasion(scene, root)


def is_occasion(scene: Scene, token: "Token") -> bool:
    """Whether a time or place tells one summit from others, wherever the summit stands."""
    near = [token.head, token.head.head, token.head.head.head]
    return any(_is_gathering(scene, each) for each in near)


def _is_gathering(scene: Scene, token: "Token") -> bool:
    """A summit, or allies who meet; not those who meet a target."""
    meets = token.lemma_.lower() in scene.lexicon.words("pledge occasions")
    return meets and not any(child.dep_ == "dobj" for child in token.children)


def _only(periods: list[Period]) -> Period | None:
    years = {(period.start, period.end): period for period in periods}
    return next(iter(years.values())) if len(years) == 1 else None
