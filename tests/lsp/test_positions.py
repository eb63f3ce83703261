"""Places in a draft, in the units that client and server agreed upon."""

import pytest
from lsprotocol.types import Position

from natocheck.lsp.positions import Positions

TEXT = "Añ🙂o\r\nb\rc\n"


@pytest.mark.parametrize(
    ("offset", "line", "columns"),
    [
        (0, 0, {"utf-8": 0, "utf-16": 0, "utf-32": 0}),
        (2, 0, {"utf-8": 3, "utf-16": 2, "utf-32": 2}),
        (3, 0, {"utf-8": 7, "utf-16": 4, "utf-32": 3}),
        (6, 1, {"utf-8": 0, "utf-16": 0, "utf-32": 0}),
        (8, 2, {"utf-8": 0, "utf-16": 0, "utf-32": 0}),
        (9, 2, {"utf-8": 1, "utf-16": 1, "utf-32": 1}),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_offsets_and_positions_are_each_others_reverse(offset, line, columns, encoding):
    positions = Positions(TEXT, encoding)
    position = Position(line, columns[encoding])
    assert positions.position(offset) == position
    assert positions.offset(position) == offset


@pytest.mark.parametrize(
    ("line", "character", "offset"), [(0, 99, 4), (9, 0, len(TEXT)), (0, 3, 2)]
)
def test_what_lies_beyond_or_within_a_sign_is_put_right(line, character, offset):
    assert Positions(TEXT).offset(Position(line, character)) == offset
