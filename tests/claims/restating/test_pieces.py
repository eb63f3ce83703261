"""A restatement knows where its words stand in the source."""

from natocheck.claims.restating.pieces import Piece, sentence


def test_words_put_in_have_no_place_of_their_own() -> None:
    plain = sentence([Piece("NATO", 10, 14), Piece("was founded"), Piece("in 1949", 20, 27)])

    assert plain.text == "NATO was founded in 1949."
    assert plain.source(0, 4) == (10, 14)
    assert plain.source(0, len(plain.text)) == (10, 27)
    assert plain.source(5, 16) == (10, 27)  # of words put in alone: the whole sentence


def test_possessives_and_commas_stand_close() -> None:
    plain = sentence([Piece("Rutte", 0, 5), Piece("'s"), Piece("term", 13, 17), Piece(", it ends")])

    assert plain.text == "Rutte's term, it ends."
