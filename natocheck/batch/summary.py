"""What came out of an archive, counted while it is written."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from natocheck.batch.schema import COLUMN

VERDICTS = ("disputed", "supported", "opinion", "unverified")


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """How many articles there were, how many could not be checked, and sentences by verdict."""

    articles: int
    problems: int
    verdicts: dict[str, int]

    @property
    def sentences(self) -> int:
        """How many sentences the articles have."""
        return sum(self.verdicts.values())


class Counts:
    """Counts the rows of a result that pass by."""

    def __init__(self) -> None:
        self.problems = 0
        self._verdicts: Counter[str] = Counter()

    def counted(self, tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
        """Give the tables as they are."""
        for table in tables:
            found = table.column(COLUMN).combine_chunks()
            self.problems += len(found) - found.field("problem").null_count
            self._add(found)
            yield table

    def summary(self, articles: int) -> Summary:
        """What was counted in the rows of so many articles."""
        verdicts = {verdict: self._verdicts[verdict] for verdict in VERDICTS}
        return Summary(articles=articles, problems=self.problems, verdicts=verdicts)

    def _add(self, found: pa.StructArray) -> None:
        if "verdict" in [field.name for field in found.type]:
            self._verdicts.update(found.field("verdict").drop_null().to_pylist())
        else:
            sums = {verdict: pc.sum(found.field(verdict)).as_py() for verdict in VERDICTS}
            self._verdicts.update({verdict: number or 0 for verdict, number in sums.items()})
