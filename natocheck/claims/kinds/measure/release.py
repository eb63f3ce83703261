"""Whose figures a sentence quotes, and when those were published."""

from natocheck.claims.kinds.measure.years import is_publication
from natocheck.claims.scene import Scene
from natocheck.model.claims import Release


def release_of(scene: Scene) -> Release:
    """What the sentence says of its figures' publisher and date of publication."""
    publishers = tuple(
        dict.fromkeys(
            i
            for name in scene.names
            if _is_publisher(scene, name.start, name.end)
            for i in name.ids("name")
            if scene.lexicon.is_organisation(i)
        )
    )
    dates = [found.period for found in scene.periods if is_publication(scene, found)]
    return Release(publishers, dates[0] if len(dates) == 1 else None)


def _is_publisher(scene: Scene, start: int, end: int) -> bool:
    """Whether a body stands before its figures, reports them, or comes after "according to"."""
    tokens = scene.doc
    after = [t for t in tokens if t.idx >= end][:5]
    before = [t.lower_ for t in tokens if t.idx < start][-3:]
    releases = scene.lexicon.words("release nouns")
    verbs = scene.lexicon.words("release verbs") | scene.lexicon.words("estimating verbs")
    if any(t.lemma_.lower() in releases for t in after):
        return True
    if after and after[0].lemma_.lower() in verbs:
        return True
    return "to" in before and "according" in before
