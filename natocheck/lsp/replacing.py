"""What could stand in place of a wrong number or year, if nothing else in the words is wrong.

A candidate only: whoever offers it must check the sentence that it makes.
"""

import re

from natocheck.model.places import Span
from natocheck.model.report import Finding

_YEAR = r"(?<![\d.,-])(?:19|20)\d\d(?![\d-]|[.,]\d)"
_COUNT = r"(?<![\d.,-])\d{1,3}(?![\d-]|[.,]\d)"
_PATTERNS = {
    "wrong-date": _YEAR,
    "wrong-count": _COUNT,
    "outdated": _COUNT,
    "wrong-value": r"(?<![\d.,-])\d+(?:\.\d+)?(?![\d-]|[.,]\d)",
}


def candidate(finding: Finding) -> tuple[Span, str] | None:
    """A span of the document, and what would be right there; None where that is not plain.

    The wording must hold one such number, and the record give one other.
    """
    pattern = _PATTERNS.get(finding.reason)
    right = finding.correction or finding.recorded
    if pattern is None or not right:
        return None
    said = list(re.finditer(pattern, finding.text))
    known = {match[0] for match in re.finditer(pattern, right)}
    if finding.reason != "wrong-date":  # "32 countries in NATO on 5 March 2025"
        known = set(list(dict.fromkeys(m[0] for m in re.finditer(pattern, right)))[:1])
    if len(said) != 1 or len(known) != 1 or said[0][0] in known:
        return None
    start, end = (finding.start + offset for offset in said[0].span())
    return (start, end), known.pop()
