"""Offices and terms in words, as the evidence shows them."""

from natocheck.model.facts import HolderRow, Office, RuleBase
from natocheck.rulebase.lookup import periods
from natocheck.verdicts import wording


def title_of(rulebase: RuleBase, office: Office) -> str:
    """ "Secretary general (NATO)", or the title that names the office alone."""
    title = office.full_titles[0] if office.full_titles else office.titles[0]
    owner = wording.name(rulebase, office.of)
    if office.full_titles or owner in title:
        return title
    return f"{title[:1].upper()}{title[1:]} ({owner})"


def term_of(row: HolderRow) -> str:
    """ "1 October 2014 to 1 October 2024", "since 1 October 2024"."""
    since = wording.periods(periods(row.since))
    if row.until is not None:
        return f"{since} to {wording.periods(periods(row.until))}"
    return f"since {since}"


def in_office(row: HolderRow) -> str:
    """ "in office from …", "in office since …"."""
    return f"in office {term_of(row)}" if row.until is None else f"in office from {term_of(row)}"
