"""What a sentence says in a roundabout way, said again as plain sentences.

"Rutte took over in 2024, Stoltenberg in 2014", "it was Canada that leads the battlegroup",
"in 2014 and 2024 respectively": each is one or more plain sentences, which are parsed and
read like any other. One file for each way of saying; a way that is not plainly met is none.
"""

from natocheck.claims.restating.pieces import Restatement
from natocheck.claims.restating.ways import restatements

__all__ = ["Restatement", "restatements"]
