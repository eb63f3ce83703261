"""What was read in a sentence, in the words of ``explain``."""

from natocheck.claims.read import ReadSentence
from natocheck.claims.verbs import subject_text
from natocheck.model.report import ClauseNote, Finding, MentionNote, Trial
from natocheck.model.values import Interval


def mention_notes(read: ReadSentence) -> list[MentionNote]:
    """The sentence's names, quantities and periods with their readings, in order."""
    scene = read.scene
    notes = [
        (n.start, MentionNote(text=n.text, type="name", reading=_reading(n))) for n in scene.names
    ]
    notes += [
        (
            q.start,
            MentionNote(
                text=q.quantity.text,
                type="quantity",
                reading=f"{q.quantity.unit} {_interval(q.quantity.interval)} ({q.quantity.bound})",
            ),
        )
        for q in scene.quantities
    ]
    notes += [
        (
            p.start,
            MentionNote(
                text=scene.text_between(p.start, p.end),
                type="period",
                reading=f"{p.relation} {p.period.start} to {p.period.end} ({p.period.grain})",
            ),
        )
        for p in scene.periods
    ]
    return [note for _, note in sorted(notes, key=lambda item: item[0])]


def _reading(name: object) -> str:
    readings = getattr(name, "readings", ())
    meant = getattr(name, "meant", None)
    text = ", ".join(f"{r.id} ({r.kind})" for r in readings)
    return f"{text}, read as {meant}" if meant else text


def _interval(interval: Interval) -> str:
    left, right = "(" if interval.low_open else "[", ")" if interval.high_open else "]"
    return f"{left}{interval.low:g}, {interval.high:g}{right}"


def clause_notes(read: ReadSentence) -> list[ClauseNote]:
    """The sentence's clauses with their verbs, subjects and stance."""
    return [
        ClauseNote(
            text=clause.text,
            predicate=" ".join(clause.lemmas),
            subject=subject_text(clause.head) or "",
            stance=clause.stance,
        )
        for clause in read.clauses
    ]


def trials(read: ReadSentence, findings: tuple[Finding, ...]) -> list[Trial]:
    """Every claim with what came of it, and every kind that fell silent with its reason."""
    spoken = [
        Trial(kind=f.kind, text=f.text, outcome=f"{f.rule or 'no rule'}: {f.verdict} ({f.reason})")
        for f in findings
    ]
    return spoken + [
        Trial(kind=p.kind, text=p.text, outcome=f"no claim: {p.reason}") for p in read.passed
    ]
