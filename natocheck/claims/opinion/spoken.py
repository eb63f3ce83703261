"""Which words of a sentence somebody else speaks, also where a quotation mark is missing.

Besides what stands between two marks, a closing mark that nothing opened says that the
sentence began inside a quotation, and marks of two or three signs are one mark.
"""

import re
from typing import TYPE_CHECKING

from natocheck.claims.quotations import quoted_tokens

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc

_UNOPENED = re.compile(r"[^“„\"]*?[.,!?…](?:”|\"(?=\s*$|\s+[A-Z])(?!.*\"))")
_REPEATED = re.compile(r"([\"'])\1+(.+?)(?:\1{2,}|$)", re.DOTALL)


def spoken_tokens(doc: "Doc", quoted_before: bool) -> frozenset[int]:
    """The indices of the tokens that are quoted; ``quoted_before`` as for ``quoted_tokens``."""
    quoted, _ = quoted_tokens(doc, quoted_before)
    spans = [match.span(2) for match in _REPEATED.finditer(doc.text)]
    unopened = None if quoted_before else _UNOPENED.match(doc.text)
    if unopened:
        spans.append(unopened.span())
    more = (t.i for t in doc for start, end in spans if start <= t.idx < end and not t.is_quote)
    return quoted.union(more)
