"""What the rule base holds: sources, actors, facts, tables and words.

Each class is one ``kind`` of entry in ``rules/**/*.yaml``. Dates are written as
precisely as the source has them: ``1949`` (a year), ``1999-06`` (a month) or
``1949-04-04``. Where sources disagree on a day, the field takes the list of all.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import msgspec

Stamp = str | int
Stamps = str | int | list[str | int]
Tier = Literal["primary", "secondary"]
ActorType = Literal[
    "country", "organisation", "person", "place", "document", "clause", "operation", "other"
]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whatever stands in a rule file: all have an id, unique over the rule base."""

    id: str


def kind_of(entry: Entry) -> str:
    """The kind that an entry declares in its file: "event", "source", …"""
    return str(entry.__struct_config__.tag)


class Source(Entry, tag_field="kind", tag="source", frozen=True, kw_only=True):
    """A publication that facts are read in. ``where`` says where in it the figure stands."""

    title: str
    publisher: str
    url: str
    published: Stamp | None = None
    retrieved: Stamp | None = None
    tier: Tier = "secondary"
    where: str = ""


class Actor(Entry, tag_field="kind", tag="actor", frozen=True, kw_only=True):
    """Someone or something that sentences name, with every way to name it.

    ``metonyms`` are places that may stand for it ("Warsaw" for Poland's government)
    but also for themselves. ``lookalikes`` are longer names that contain one of its
    names and mean something else ("Washington Post").
    """

    type: ActorType
    name: str
    aliases: list[str] = []
    adjectives: list[str] = []
    demonyms: list[str] = []
    metonyms: list[str] = []
    lookalikes: list[str] = []
    capital: str | None = None
    nationality: str | None = None
    located: str | None = None


class Group(Entry, tag_field="kind", tag="group", frozen=True, kw_only=True):
    """A set of countries, listed or derived: members of all ``all_of``, without some.

    ``all_of`` and ``without`` name groups, organisations with a membership rule, or
    countries.
    """

    name: str
    aliases: list[str] = []
    adjectives: list[str] = []
    members: list[str] = []
    all_of: list[str] = []
    without: list[str] = []
    sources: list[str] = []


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An example sentence, and the date of the article it is taken to stand in."""

    text: str
    on: Stamp | None = None


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sentences that a rule must judge, and those on which it must not speak."""

    supported: list[str | Example] = []
    disputed: list[str | Example] = []
    silent: list[str | Example] = []


class Rule(Entry, frozen=True, kw_only=True):
    """An entry that can give a verdict: it has a statement, sources and examples.

    ``review_by`` is the day by which someone must look again at what may go stale.
    """

    statement: str
    sources: list[str]
    examples: Examples = Examples()
    review_by: Stamp | None = None


class MemberRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One country's membership; ``until`` is the last day, ``applied`` the application."""

    member: str
    since: Stamps
    until: Stamp | None = None
    applied: Stamps | None = None
    note: str = ""


class Membership(Rule, tag_field="kind", tag="membership", frozen=True, kw_only=True):
    """Who belongs to a group since when. ``seen`` is the last day the sources speak of."""

    group: str
    rows: list[MemberRow]
    candidates: list[str] = []
    seen: Stamp


class HolderRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One term of office. Without ``until``, ``seen`` is the last day known in office."""

    person: str
    since: Stamps
    until: Stamps | None = None
    seen: Stamp | None = None
    acting: bool = False
    number: int | None = None
    sources: list[str] = []
    review_by: Stamp | None = None


class Office(Rule, tag_field="kind", tag="office", frozen=True, kw_only=True):
    """Who holds an office of ``of`` (an actor id) from when to when.

    ``titles`` are nouns that name it after "NATO" or "Poland's" ("secretary general",
    "president"); ``full_titles`` name it alone ("Supreme Allied Commander Europe").
    ``complete_since``: from this day on no term is missing from ``rows``.
    """

    of: str
    titles: list[str]
    full_titles: list[str] = []
    rows: list[HolderRow]
    complete_since: Stamp | None = None


class Occurrence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One time that an event took place. ``places`` lists every name the place goes by.

    Of a move ``places`` are where it led and ``origins`` those from which it came.
    ``actors`` did it, all of them; ``targets`` are all those to whom it was done or
    about whom it was said. ``ongoing_seen`` instead of ``until``: the last day on which
    it is known to have gone on.
    """

    date: Stamps
    until: Stamps | None = None
    ongoing_seen: Stamp | None = None
    places: list[str] = []
    origins: list[str] = []
    actors: list[str] = []
    targets: list[str] = []
    number: int | None = None
    note: str = ""
    sources: list[str] = []
    review_by: Stamp | None = None


class EventFigure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number that belongs to an event: 33 pages, 90,000 troops, a tariff of 10 percent.

    A number of this unit beside one of the ``words`` (lemmas) is held against it;
    without words any number of the unit is. A "label" is a number that names: resolution
    1244. ``slack``: how far sources differ from it.
    """

    value: float
    unit: Literal["count", "percent", "usd", "eur", "gbp", "label"]
    words: list[str] = []
    slack: float = 0.0


class Said(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How English says it: a verb or noun (lemma), and the things it must act on.

    ``verbs`` and ``nouns`` are lemmas, or phrases that begin with one ("put into
    action", "withdraw from"); ``things`` are lemmas of head nouns or actor ids, of which
    one must be what the verb or noun acts on: its object, its subject if it has no
    object, or what "of" joins to it. Empty: no thing is needed.
    """

    verbs: list[str] = []
    nouns: list[str] = []
    things: list[str] = []


class Event(Rule, tag_field="kind", tag="event", frozen=True, kw_only=True):
    """What happened when and where. ``actors`` must all take part in the clause.

    A list among the ``actors`` means any one of it: [[united-states, donald-trump],
    ukraine]. ``closed``: the rows are all there were up to ``seen``, so that any other
    date or place is wrong; ``countable``: they may also be counted. ``family`` joins
    rules that the same words may mean: one that agrees silences the disputes of the
    others. ``all_targets``: where time or place fit, a target that no row names is wrong.
    ``birth_of``: the actor whose birthday it is ("KFOR turned twenty").
    """

    actors: list[str | list[str]] = []
    said: list[Said]
    rows: list[Occurrence]
    figures: list[EventFigure] = []
    closed: bool = True
    countable: bool = False
    all_targets: bool = False
    seen: Stamp | None = None
    family: str = ""
    birth_of: str | None = None


class PledgePart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One number of a pledge; ``words`` are lemmas that tell this part from the others."""

    value: float
    unit: Literal["percent-of-gdp", "percent-of-defence", "eur", "usd", "count"]
    words: list[str] = []
    total: bool = False
    bound: Literal["exact", "at-least", "up-to"] = "exact"


class Pledge(Rule, tag_field="kind", tag="pledge", frozen=True, kw_only=True):
    """What was promised, where and by when. ``made`` and ``places`` say when and where."""

    by: list[str]
    made: Stamps
    until: Stamp | None = None
    places: list[str] = []
    names: list[str] = []
    parts: list[PledgePart]
    deadline: int | None = None
    review: int | None = None


class CountRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number and the days on which it held; ``low`` and ``high`` where sources differ."""

    value: float
    since: Stamp
    until: Stamp | None = None
    low: float | None = None
    high: float | None = None
    review_by: Stamp | None = None


class Count(Rule, tag_field="kind", tag="count", frozen=True, kw_only=True):
    """How many there are of ``things`` (head-noun lemmas or phrases) of ``of``.

    ``context``: actor ids or lemmas of which one must stand in the clause.
    """

    of: str | None = None
    things: list[str]
    context: list[str] = []
    rows: list[CountRow]
    seen: Stamp


class RelationRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pair for which the relation holds, and when."""

    subject: str
    object: str
    since: Stamp | None = None
    until: Stamp | None = None
    review_by: Stamp | None = None


class Relation(Rule, tag_field="kind", tag="relation", frozen=True, kw_only=True):
    """A fixed relation between two actors: "SUBJECT leads the battlegroup in OBJECT".

    ``one_subject``: an object has one subject at a time; ``one_object``: the reverse.
    ``symmetric``: it holds either way round; ``complete_for``: all that these are in relation
    with are rows, so that any other pair with one of them is wrong.
    """

    said: list[Said]
    rows: list[RelationRow]
    one_subject: bool = False
    one_object: bool = False
    symmetric: bool = False
    complete_for: list[str] = []
    seen: Stamp


class ReviewedNumber(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number that belongs to a reviewed claim: any from ``low`` to ``high``."""

    unit: Literal["count", "percent", "usd", "eur"]
    low: float
    high: float


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to mean a reviewed claim: what must stand in a clause, and in which part.

    Each list holds lemmas, phrases that begin with a lemma, actor ids and group ids, of
    which one must be there: ``subject`` as who does it (also the agent of a passive or
    the owner of a noun), ``verb`` as what the clause says of it (a verb, or a noun for
    it), ``object`` as what it is done to or consists of. Of each list in ``also`` one
    must stand anywhere in the clause. ``negated``: the claim is that it is not so.
    """

    verb: list[str]
    subject: list[str] = []
    object: list[str] = []
    also: list[list[str]] = []
    number: ReviewedNumber | None = None
    negated: bool = False


class Reviewed(Rule, tag_field="kind", tag="reviewed", frozen=True, kw_only=True):
    """A statement that comes back year after year, and what fact-checks found.

    ``finding``: the record contradicts it, confirms it, or contradicts it only partly,
    which leaves it unverified with ``answer`` as its context. ``answer`` is the finding
    in our words, ``figures`` are those behind it. It holds from ``since`` to ``until``; ``at``
    is when what it tells of took place: of another time it says nothing.
    Words in ``unless`` make it another statement; ``known`` are further lemmas that may
    stand beside it without changing it.
    """

    finding: Literal["contradicted", "confirmed", "partly"]
    answer: str
    figures: list[str] = []
    readings: list[Reading]
    unless: list[str] = []
    known: list[str] = []
    since: Stamp | None = None
    until: Stamp | None = None
    at: Stamp | None = None


class Measure(Rule, tag_field="kind", tag="measure", frozen=True, kw_only=True):
    """A quantity that tables hold for actors by year, and the words that name it.

    ``nouns`` name the quantity ("defence spending"); ``verbs`` ascribe it ("spend");
    ``of`` are what a percentage must be of ("gdp"); ``needs`` are words of which one
    must stand in the clause; ``unless`` words forbid it, ``doubtful`` words
    unless a publisher is named; ``is_change``: its figures are changes, which "shrink" makes
    negative; ``assumed_of``: publishers
    whose bare figures in this unit are of this measure; ``additive``: values of members
    may be summed; ``of_cities``: cities have it as well, so that a capital does not stand
    for its country.
    """

    name: str
    unit: Literal["percent", "usd", "count", "thousand-usd"]
    nouns: list[str] = []
    verbs: list[str] = []
    of: list[str] = []
    needs: list[str] = []
    unless: list[str] = []
    doubtful: list[str] = []
    is_change: bool = False
    thresholds: list[str] = []
    assumed_of: list[str] = []
    additive: bool = False
    of_cities: bool = False


class Table(Entry, tag_field="kind", tag="table", frozen=True, kw_only=True):
    """One release of a measure. ``file`` is a CSV beside the rule: actor,year,value.

    ``scale`` turns the figures into the measure's unit; ``slack`` is half the last
    printed digit, in the unit of the figures. ``spread`` is how far others who count the
    same thing differ, as a share of the figure: within it nothing is wrong.
    ``complete``: every actor that the release covers is there; otherwise a missing cell
    may hold any value.
    """

    measure: str
    file: str
    source: str
    publisher: str
    release: str
    names: list[str] = []
    published: Stamp
    definition: str
    scale: float = 1.0
    slack: float
    spread: float = 0.0
    estimates_from: int | None = None
    complete: bool = True
    prices: Literal["current", "constant", "none"] = "none"
    cells: dict[str, dict[int, float]] = {}


class Words(Entry, tag_field="kind", tag="words", frozen=True, kw_only=True):
    """A list of words or phrases with a use in the reading of English.

    ``words`` are lemmas or phrases; ``values`` gives words that carry a value.
    """

    use: str
    words: list[str] = []
    values: dict[str, str | int | float | list[str]] = {}


AnyEntry = (
    Source
    | Actor
    | Group
    | Membership
    | Office
    | Event
    | Pledge
    | Count
    | Relation
    | Reviewed
    | Measure
    | Table
    | Words
)
AnyRule = Membership | Office | Event | Pledge | Count | Relation | Reviewed | Measure


class RuleBase(msgspec.Struct, frozen=True, kw_only=True):
    """The compiled rule base, every entry by its id. ``digest`` names its content.

    ``facts`` is the number of single facts, ``replaced`` are the ids that a later folder
    gave again.
    """

    digest: str
    as_of: dt.date
    facts: int = 0
    replaced: frozenset[str] = frozenset()
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    groups: Mapping[str, Group]
    memberships: Mapping[str, Membership]
    offices: Mapping[str, Office]
    events: Mapping[str, Event]
    pledges: Mapping[str, Pledge]
    counts: Mapping[str, Count]
    relations: Mapping[str, Relation]
    reviewed: Mapping[str, Reviewed]
    measures: Mapping[str, Measure]
    tables: Mapping[str, Table]
    words: Mapping[str, Words]
