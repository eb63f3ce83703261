"""Whose figures a sentence quotes, and when those were published."""

from natocheck.claims.kinds.measure.years import is_publication
from natocheck.claims.mentions.names import Name
from natocheck.claims.scene import Scene
from natocheck.model.claims import Release


def release_of(scene: Scene) -> Release:
    """What the sentence says of its figures' publisher and date of publication."""
    publishers = tuple(
        dict.fromkeys(
            i
            for name in scene.names
            if _is_publisher(scene, name)
            for i in name.ids("name")
            if scene.lexicon.is_organisation(i)
        )
    )
    dates = [found.period for found in scene.periods if is_publication(scene, found)]
    return Release(publishers, dates[0] if len(dates) == 1 else None, _named_releases(scene))


def publisher_starts(scene: Scene) -> frozenset[int]:
    """Where the names stand that only say whose figures these are."""
    return frozenset(name.start for name in scene.names if _is_publisher(scene, name))


def _is_publisher(scene: Scene, name: Name) -> bool:
    """Whether a body stands before its figures, reports them, or comes after "according to"."""
    if not any(scene.lexicon.is_organisation(i) for i in name.ids("name")):
        return False
    root = scene.root_of(name)
    releases = scene.lexicon.words("release nouns")
    verbs = scene.lexicon.words("release verbs") | scene.lexicon.words("estimating verbs")
    if root.head.lemma_.lower() in releases and root.dep_ in {"poss", "compound", "nmod", "amod"}:
        return True
    if root.dep_ == "nsubj" and root.head.lemma_.lower() in verbs:
        return True
    if root.dep_ == "pobj" and root.head.lower_ == "by" and root.head.head.lemma_.lower() in verbs:
        return True
    after = [t for t in scene.doc if t.idx >= name.end and not t.is_punct and t.lower_ != "'s"]
    if after and after[0].lemma_.lower() in releases:
        return True
    if root.dep_ == "poss" and any(t.lemma_.lower() in releases for t in after[:3]):
        return True
    before = [t.lower_ for t in scene.doc if t.idx < name.start][-3:]
    return "according" in before and "to" in before


def _named_releases(scene: Scene) -> tuple[str, ...]:
    """The names of releases that stand before a noun for figures ("the August estimates")."""
    releases = scene.lexicon.words("release nouns")
    names = scene.lexicon.index.release_names
    found = []
    for token in scene.doc:
        if token.lemma_.lower() in releases:
            left = scene.doc.text[token.left_edge.idx : token.idx]
            fitting = [name for name in names if f" {name} " in f" {left} "]
            found += sorted(fitting, key=len)[-1:]
    return tuple(dict.fromkeys(found))
