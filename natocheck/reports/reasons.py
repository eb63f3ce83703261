"""Every reason that a finding may give, by its code, in words for people."""

from natocheck.model.report import Verdict

REASONS: dict[Verdict, dict[str, str]] = {
    "supported": {
        "agrees": "The claim agrees with the record, as precisely as its words ask for.",
    },
    "disputed": {
        "fact-checked": "Fact-checks have looked at the claim and contradict it.",
        "is-a-member": "A country is said to be no member, and is one.",
        "not-a-founder": "A country is called a founding member, and joined later.",
        "not-a-member": "A country is called a member, and is none.",
        "outdated": "It was right once, before the article's date.",
        "still-in-office": "Somebody is called a former holder of an office that they hold.",
        "wrong-actor": "It was somebody else, or another country or organisation.",
        "wrong-count": "There are more or fewer.",
        "wrong-date": "It was at another time.",
        "wrong-direction": "It grew where it is said to have shrunk, or the reverse.",
        "wrong-event": "It is said to have happened and did not, or the reverse.",
        "wrong-interval": "More or less time lies between the two.",
        "wrong-order": "The order in time, or the place in it, is another.",
        "wrong-place": "It was at another place.",
        "wrong-rank": "The place among the others by size is another.",
        "wrong-set": "Others belong to those that are meant, or not all that are named.",
        "wrong-value": "The figure is another.",
    },
    "unverified": {
        "already-past": "It is announced, or told as news, but took place long before.",
        "begin-decides": "That a term goes on is not judged alone; when it began is.",
        "just-left": "Somebody is given an office that they left shortly before.",
        "no-fact": "No fact speaks about it.",
        "no-organisation": "Which organisation is meant is only assumed.",
        "not-certain": "The words may mean something else than the facts speak of.",
        "not-countable": "The record is not of a kind of which occurrences can be counted.",
        "not-known": "The record does not reach so far, or has a gap there.",
        "not-precise-enough": "The record or the words are too rough to tell.",
        "not-said-of-all": "The number may be of some among them.",
        "not-yet": "The time spoken of lies ahead of the article's date.",
        "only-the-setting": "What is on record is only mentioned beside the claim.",
        "other-reading": "Read another way, the words agree with the record.",
        "partly-contradicted": "Fact-checks contradict it in part; their finding stands beside it.",
        "planned-then": "It was a plan, and the record cannot tell whether it was a right one.",
        "right-today": "It holds on the article's date, not at the time that is told.",
        "sources-disagree": "The sources give different values, and the claim lies between.",
        "time-not-clear": "It holds at some time, and which time is meant is not clear.",
        "unclear-measure": "The words fit several measures, whose figures differ in the answer.",
        "unclear-office": "The words fit several offices.",
        "unread-words": "Words that may restrict the claim were not understood.",
    },
}
"""By the verdict that a reason comes with."""
