"""Which measures a clause may speak of, by its unit, its words and whose figures it quotes.

Evidence has ranks: words that a measure needs, then "percent of GDP" and the like, then
its nouns and verbs, then the publisher whose bare figures are of that measure. Only the
measures with the best evidence are meant; several of them are readings of one statement.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.measure.orders import is_plain_order
from natocheck.claims.kinds.measure.pledged import is_pledged
from natocheck.claims.mentions.names import fold
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Release
from natocheck.model.facts import Measure

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

UNITS = {
    "percent": {"percent"},
    "usd": {"usd"},
    "count": {"count"},
    "thousand-usd": {"usd"},
}


_REACH = 8  # words from a rate to what it is of, over an owner: "of the United States' defence"
_OWNERS = ("", "its ", "their ", "the ", "the size of its ", "the size of their ", "own ")
_PRICE_BASIS = re.compile(r"(?:19|20)\d\d (?:US |U\.S\. )?dollars", re.IGNORECASE)
_RATES = ("%", "percent", "per cent", "pc", "p.c.")


def is_fraction(found: FoundQuantity) -> bool:
    """Whether a percentage is a part ("half", "two in three", "57 of every 100"), not a rate."""
    text = found.quantity.text.lower().replace("-", " ")
    in_words = not any(character.isdigit() for character in text) or " every " in text
    return found.quantity.unit == "percent" and in_words and not any(s in text for s in _RATES)


def is_price_basis(found: FoundQuantity) -> bool:
    """Whether a sum names the year of the prices ("constant 2015 dollars"), not an amount."""
    return found.quantity.unit == "usd" and bool(_PRICE_BASIS.fullmatch(found.quantity.text))


def phrase_text(words: list[str]) -> str:
    """Words set between spaces, without hyphens, for finding phrases in."""
    return f" {' '.join(words)} ".replace(" - ", " ").replace("-", " ")


def has_phrase(texts: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases, set between spaces, stands in one of the texts."""
    return any(phrase in text for text in texts for phrase in phrases)


@dataclass(frozen=True)
class Phrases:
    """A measure's words, made ready once to be found in ``phrase_text``."""

    nouns: tuple[str, ...]
    needs: tuple[str, ...]
    unless: tuple[str, ...]
    doubtful: tuple[str, ...]


def phrases_of(scene: Scene, rule: Measure) -> Phrases:
    """The phrases of a measure; worked out once for a rule base."""
    known = scene.lexicon.phrases
    if rule.id not in known:
        listed = (rule.nouns, rule.needs, rule.unless, rule.doubtful)
        known[rule.id] = Phrases(*(tuple(phrase_text([each]) for each in x) for x in listed))
    found: Phrases = known[rule.id]
    return found


@dataclass(frozen=True)
class Wording:
    """A clause's words as the measures are looked for in them, worked out once.

    ``texts`` are all its words and lemmas, ``stripped`` the same without "of GDP" after
    a percentage, which names no GDP; ``whole`` is the sentence.
    """

    scene: Scene
    clause: Clause
    found: tuple[FoundQuantity, ...]
    release: Release
    texts: tuple[str, str]
    stripped: tuple[str, str]
    whole: str
    verbs: frozenset[str]


def measures_of(
    scene: Scene, clause: Clause, figures: tuple[FoundQuantity, ...], release: Release
) -> tuple[tuple[Measure, ...], bool]:
    """The measures that the clause may speak of, and whether only a bare rate says so."""
    wording = _wording(scene, clause, figures, release)
    ranked = [(_evidence(wording, rule), rule) for rule in _spoken_of(wording)]
    best = max((rank for rank, _ in ranked), default=0)
    return tuple(rule for rank, rule in ranked if rank == best and rank > 0), best == 1


def _spoken_of(wording: Wording) -> list[Measure]:
    """The measures of which a noun or verb stands there, and those that may go without."""
    lexicon, known = wording.scene.lexicon, wording.scene.context.measures
    words = {*wording.whole.split(), *wording.texts[1].split(), *wording.verbs}
    met = {rule.id: rule for word in words for rule in lexicon.index.measures.get(word, ())}
    met |= {rule.id: rule for rule in lexicon.index.implied_measures}
    met |= {id: lexicon.rulebase.measures[id] for id in known}
    return [met[id] for id in sorted(met)]


def _wording(
    scene: Scene, clause: Clause, found: tuple[FoundQuantity, ...], release: Release
) -> Wording:
    return Wording(
        scene,
        clause,
        found,
        release,
        _texts(clause, frozenset()),
        _texts(clause, _percent_of(scene, found)),
        phrase_text([fold(t.lower_) for t in scene.doc]),
        frozenset({*clause.lemmas, *(t.lemma_.lower() for t in clause.tokens if t.pos_ == "VERB")}),
    )


def _evidence(wording: Wording, rule: Measure) -> int:
    scene, texts = wording.scene, wording.texts
    phrases = phrases_of(scene, rule)
    if has_phrase(texts, phrases.unless):
        return 0
    if has_phrase(texts, phrases.doubtful) and not _may_be_doubtful(wording, rule):
        return 0
    fitting = [
        q
        for q in wording.found
        if q.quantity.unit in UNITS[rule.unit] and not (rule.of and is_fraction(q))
    ]
    needed = not rule.needs or has_phrase(texts, phrases.needs)
    if any(is_of(scene, q, rule.of) or is_threshold(scene, q, rule.thresholds) for q in fitting):
        return 6 if needed else 0
    if rule.of and not rule.needs and _is_share_of(wording, rule):
        return 6
    if rule.of and not rule.needs and fitting and _is_owned_share(scene, wording.clause):
        return 5
    return _named_evidence(wording, rule, fitting, needed=needed)


def _may_be_doubtful(wording: Wording, rule: Measure) -> bool:
    """Whether words for what others count otherwise are of NATO's figures, or of an order that
    they all agree on: "no ally has more soldiers than Turkey"."""
    return bool(wording.release.publishers) or is_loose_order(wording, rule)


def is_loose_order(wording: Wording, rule: Measure) -> bool:
    """Whether heads are compared, with no number and nothing said of which or where."""
    if rule.unit != "count":
        return False
    nouns = phrases_of(wording.scene, rule).nouns
    return is_plain_order(wording.scene, wording.clause, frozenset(rule.verbs), nouns)


def is_loose(scene: Scene, clause: Clause, rule: Measure, release: Release) -> bool:
    """Whether words stand there for what others count otherwise, and nobody is quoted."""
    texts = _texts(clause, frozenset())
    return not release.publishers and has_phrase(texts, phrases_of(scene, rule).doubtful)


def _named_evidence(
    wording: Wording, rule: Measure, fitting: list[FoundQuantity], *, needed: bool
) -> int:
    named = _is_named(wording, rule, fitting)
    if rule.needs:
        others = [q for q in wording.found if q.quantity.unit in {"percent", "usd", "count"}]
        meant = named or (rule.is_change and bool(fitting) and _is_quoted(wording, rule, fitting))
        return 8 if meant and needed and (fitting or not others) else 0
    if named:
        return 4 if fitting or rule.is_change else 2
    if fitting and _is_assumed(wording, rule, fitting):
        return 3
    return 1 if rule.thresholds and _is_bare(wording.found) else 0


def _texts(clause: Clause, skipped: frozenset[int]) -> tuple[str, str]:
    tokens = [t for t in (*_antecedent(clause), *clause.tokens) if t.i not in skipped]
    lowers = phrase_text([fold(t.lower_) for t in tokens])
    return lowers, phrase_text([fold(t.lemma_.lower()) for t in tokens])


def _antecedent(clause: Clause) -> "list[Token]":
    """What a relative clause describes: "Poland's military, which has 230,000 people"."""
    noun = clause.head.head
    if clause.head.dep_ != "relcl" or noun.pos_ != "NOUN":
        return []
    return [*(c for c in noun.children if c.dep_ in {"amod", "compound"}), noun]


def is_of(scene: Scene, found: FoundQuantity, nouns: list[str]) -> bool:
    """Whether a percentage is of one's own GDP ("2 percent of its output").

    Where another body stands between ("half of the alliance's GDP"), it is a part of
    that body's, which is another statement.
    """
    if not nouns:
        return False
    after = [t for t in scene.doc if t.idx >= found.end][:_REACH]
    if not after or after[0].lower_ not in {"of", "in"}:
        return False
    for i, token in enumerate(after[1:], 1):
        if _is_of_a_body(scene, token.i) or _is_summed(scene, after[:i], token):
            return False
        rest = " ".join(t.lower_ for t in after[i:])
        if any(f"{rest} ".startswith(f"{noun} ") for noun in nouns):
            return not _belongs_to_others(scene, after[i + 1 :])
        joint = token.lower_ in scene.lexicon.words("joint words")
        if token.pos_ in {"NOUN", "VERB"} and not joint:
            return False
    return False


def _is_of_a_body(scene: Scene, position: int) -> bool:
    """Whether a name is of a group or body, whose GDP is nobody's own."""
    name = scene.name_at.get(position)
    if name is None:
        return False
    named = name.ids("name", "adjective", "demonym", "metonym")
    return not any(scene.lexicon.is_country(identity) for identity in named)


def _is_summed(scene: Scene, before: "list[Token]", token: "Token") -> bool:
    """Whether "combined" makes it a sum of others': not in "their combined GDP"."""
    own = any(t.tag_ == "PRP$" for t in before)
    return token.lower_ in scene.lexicon.words("joint words") and not own


def _belongs_to_others(scene: Scene, after: "list[Token]") -> bool:
    """ "of the GDP of NATO members": an owner follows."""
    return (
        len(after) > 1 and after[0].lower_ == "of" and any(t.i in scene.name_at for t in after[1:4])
    )


def is_threshold(scene: Scene, found: FoundQuantity, nouns: list[str]) -> bool:
    """Whether a percentage names a threshold: "the 4 percent mark", "the bar of 2%"."""
    root = scene.root_of(found)
    after = [t for t in scene.doc if t.idx >= found.end][:4]
    for token in after:
        if token.lemma_.lower() in nouns and token.pos_ in {"NOUN", "PROPN"}:
            return True
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "PUNCT"}:
            break
    governor = root.head.head if root.head.lower_ == "of" else root.head
    return governor.lemma_.lower() in nouns and governor.pos_ == "NOUN"


def _is_share_of(wording: Wording, rule: Measure) -> bool:
    """ "a smaller share of GDP", "relative to its economy", "measured against GDP".

    The measure's own nouns or verbs must stand there too.
    """
    lexicon = wording.scene.lexicon
    words = {t.lemma_.lower() for t in wording.clause.tokens}
    if _is_own_share(wording, rule):
        return True
    words |= {t.lemma_.lower() for t in wording.scene.doc}
    spoken = bool(words & {*rule.verbs, *lexicon.words("spending words")})
    if not spoken and not has_phrase((wording.whole,), phrases_of(wording.scene, rule).nouns):
        return False
    frames = [f" {frame} " for frame in lexicon.words("share frames")]
    reached = [
        wording.whole[wording.whole.index(frame) + len(frame) :]
        for frame in frames
        if frame in wording.whole
    ]
    return any(
        f"{owner}{noun} " == rest[: len(owner) + len(noun) + 1]
        for rest in reached
        for owner in _OWNERS
        for noun in rule.of
    )


def _is_own_share(wording: Wording, rule: Measure) -> bool:
    """ "its defence share": a share that the measure's own adjective tells."""
    nouns = wording.scene.lexicon.words("share nouns")
    adjectives = {noun.split()[0] for noun in rule.nouns if " " in noun}
    return any(
        t.lemma_.lower() in nouns
        and any(c.lower_ in adjectives and c.dep_ != "prep" for c in t.children)
        for t in wording.clause.tokens
    )


def _is_owned_share(scene: Scene, clause: Clause) -> bool:
    """ "Italy's share", "the Lithuanian share": a country's, and not "of" something else."""
    nouns = scene.lexicon.words("share nouns")
    return any(
        t.lemma_.lower() in nouns
        and any(c.i in scene.name_at for c in t.children)
        and not any(c.lower_ == "of" for c in t.children)
        for t in clause.tokens
    )


def _is_bare(found: tuple[FoundQuantity, ...]) -> bool:
    """Whether rates stand alone and nothing says what they are of."""
    rates = [q for q in found if q.quantity.unit == "percent" and not is_fraction(q)]
    others = [q for q in found if q.quantity.unit != "ordinal" and q not in rates]
    return bool(rates) and not others


def _is_named(wording: Wording, rule: Measure, fitting: list[FoundQuantity]) -> bool:
    by_noun = has_phrase(wording.stripped, phrases_of(wording.scene, rule).nouns)
    if rule.unit == "percent" and rule.of:
        return by_noun and not any(_is_of_something(wording.scene, q) for q in fitting)
    figured = rule.unit != "count" and bool(fitting)
    by_verb = bool(wording.verbs & set(rule.verbs)) and (figured or rule.is_change)
    return by_noun or by_verb


def _is_of_something(scene: Scene, found: FoundQuantity) -> bool:
    return scene.doc.text[found.end : found.end + 4] == " of "


def _percent_of(scene: Scene, found: tuple[FoundQuantity, ...]) -> frozenset[int]:
    """The tokens of "of GDP" after a percentage or a share, which name no GDP."""
    skipped: set[int] = set()
    for q in found:
        after = [t for t in scene.doc if t.idx >= q.end][:4]
        if q.quantity.unit == "percent" and after and after[0].lower_ == "of":
            skipped |= {t.i for t in after} if _is_own(scene, q) else set()
    for token in scene.doc:
        if token.lemma_.lower() in scene.lexicon.words("share nouns"):
            skipped |= {t.i for c in token.children if c.lower_ == "of" for t in c.subtree}
        if token.lower_ in {"against", "to"} and _ends_frame(scene, token.i):
            skipped |= {t.i for t in scene.doc[token.i : token.i + 7]}
    return frozenset(skipped)


def _is_own(scene: Scene, found: FoundQuantity) -> bool:
    """Whether a percentage is of the subject's own GDP: no other body and no sum is named."""
    after = [t for t in scene.doc if t.idx >= found.end][:9]
    near = after[:4]
    others = scene.lexicon.words("joint words") | scene.lexicon.words("words of allied wholes")
    if any(t.i in scene.name_at or t.lower_ in others for t in near):
        return False
    return not any(_belongs_to_others(scene, after[i:]) for i in range(1, len(near) + 1))


def _ends_frame(scene: Scene, position: int) -> bool:
    before = " ".join(t.lower_ for t in scene.doc[max(0, position - 2) : position + 1])
    frames = scene.lexicon.words("share frames")
    return any(f" {before}".endswith(f" {frame}") for frame in frames)


def _is_quoted(wording: Wording, rule: Measure, fitting: list[FoundQuantity]) -> bool:
    """Whether a publisher of the measure is named, or only the release of its figures."""
    return bool(wording.release.names) or _is_assumed(wording, rule, fitting)


def _is_assumed(wording: Wording, rule: Measure, fitting: list[FoundQuantity]) -> bool:
    """Whether a bare figure is the measure's: by its publisher, or by what came before."""
    scene = wording.scene
    if any(_is_of_something(scene, q) for q in fitting if not is_fraction(q)):
        return False
    actors = [scene.lexicon.rulebase.actors[p] for p in wording.release.publishers]
    names = {name for actor in actors for name in (actor.name, *actor.aliases)}
    quoted = bool(names & set(rule.assumed_of)) or rule.id in scene.context.measures
    return quoted or is_pledged(scene, wording.clause, fitting, rule)
