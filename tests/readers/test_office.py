"""Word, OpenDocument and PDF files: what is read of them, where, and what is refused."""

from pathlib import Path

import pytest
from odfdo import Header, List, Paragraph

from natocheck import readers
from natocheck.model.errors import InputError
from natocheck.model.places import Places
from natocheck.model.text import Document
from readers.office_files import docx, docx_of_xml, odt, pdf, with_part


def read(tmp_path: Path, name: str, data: bytes) -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return readers.read(str(path))


def words(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


TRACKED = {
    "an insertion is in": (
        f"<w:p>{run('NATO has ')}<w:ins>{run('32')}</w:ins>{run(' members.')}</w:p>",
        ["NATO has 32 members."],
    ),
    "a deletion is out": (
        f"<w:p>{run('NATO has ')}<w:del><w:r><w:delText>31</w:delText></w:r></w:del>"
        f"{run('32 members.')}</w:p>",
        ["NATO has 32 members."],
    ),
    "moved text stands where it went": (
        f"<w:p><w:moveFrom>{run('In May, ')}</w:moveFrom>{run('they met ')}"
        f"<w:moveTo>{run('in May.')}</w:moveTo></w:p>",
        ["they met in May."],
    ),
    "a deleted paragraph mark joins the paragraphs": (
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('They met ')}</w:p>"
        f"<w:p>{run('in Vilnius.')}</w:p>",
        ["They met in Vilnius."],
    ),
    "a comment's mark is nothing": (
        f'<w:p>{run("They met.")}<w:r><w:commentReference w:id="0"/></w:r></w:p>',
        ["They met."],
    ),
    "a link's words are words": (
        f"<w:p>{run('They ')}<w:hyperlink>{run('met')}</w:hyperlink>{run('.')}</w:p>",
        ["They met."],
    ),
    "a field's code is none": (
        f"<w:p>{run('They met.')}<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
        ["They met."],
    ),
    "a table's cells are paragraphs": (
        f"<w:tbl><w:tr><w:tc><w:p>{run('They met.')}</w:p></w:tc>"
        f"<w:tc><w:p>{run('They left.')}</w:p></w:tc></w:tr></w:tbl>",
        ["They met.", "They left."],
    ),
}


@pytest.mark.parametrize(("body", "expected"), TRACKED.values(), ids=TRACKED.keys())
def test_word_file_is_read_as_accepted(body: str, expected: list[str], tmp_path: Path) -> None:
    assert words(read(tmp_path, "draft.docx", docx_of_xml(body))) == expected


def test_places_of_a_word_file_are_paragraphs_empty_ones_included(tmp_path: Path) -> None:
    data = docx([("Heading 1", "On NATO"), ("", ""), ("List Bullet", "Ninety men came.")], "Title")
    document = read(tmp_path, "draft.docx", data)
    assert [b.kind for b in document.blocks] == ["heading", "list-item"]
    assert (document.title, document.origin.unit) == ("Title", "paragraph")
    place = Places(document.text, document.origin).of(
        document.blocks[1].start + 7, document.blocks[1].end
    )
    assert (place.line, place.column, place.words) == (3, 8, "paragraph 3")


def test_open_document_text_is_read_as_accepted(tmp_path: Path) -> None:
    noted = Paragraph("They met in May.")
    noted.insert_note(after="met", note_id="n1", citation="1", body="A note.")
    body = [Header(1, "On NATO"), noted, Paragraph(""), List(["Ninety men came."])]
    document = read(tmp_path, "draft.odt", odt(body, "Title"))
    assert words(document) == ["On NATO", "They met in May.", "Ninety men came."]
    assert [b.kind for b in document.blocks] == ["heading", "paragraph", "list-item"]
    place = Places(document.text, document.origin).of(document.blocks[2].start, len(document.text))
    assert (document.title, place.words) == ("Title", "paragraph 4")


def test_pdf_is_read_by_pages_with_words_joined(tmp_path: Path) -> None:
    pages = [
        ["The allies met in Vilnius to talk about the mem-", "bership of Ukraine and more."],
        ["They left on the next day, as the plan had it,", "and flew home."],
    ]
    document = read(tmp_path, "draft.pdf", pdf(pages))
    assert "membership of Ukraine" in document.text
    at = document.text.index("flew home")
    assert Places(document.text, document.origin).of(at, at + 4).words == "page 2"


def test_file_without_a_suffix_is_known_by_its_content(tmp_path: Path) -> None:
    assert words(read(tmp_path, "draft", docx([("", "They met.")]))) == ["They met."]
    assert "They met." in read(tmp_path, "printed", pdf([["They met."]])).text


BOMB = "<w:p>" + run("a" * 60_000_000) + "</w:p>"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>'

BAD = {
    "no zip": ("a.docx", b"not a zip", "damaged"),
    "a zip cut short": ("a.docx", docx([("", "They met.")])[:800], "damaged"),
    "another zip": ("a.docx", odt([Paragraph("They met.")]), "no Word file"),
    "broken XML": (
        "a.docx",
        with_part(docx([("", "x")]), "word/document.xml", lambda xml: xml[:100]),
        "damaged",
    ),
    "entities": (
        "a.docx",
        with_part(docx([("", "x")]), "word/document.xml", lambda _: ENTITIES),
        "declares entities",
    ),
    "a zip bomb": ("a.docx", docx_of_xml(BOMB), "unpacks to more than 50 MB"),
    "no words": ("a.docx", docx([("", " ")]), "no text"),
    "an empty file": ("a.odt", b"", "damaged"),
    "a broken PDF": ("a.pdf", b"%PDF-1.7\n" + b"x" * 100, "damaged"),
    "a locked PDF": ("a.pdf", pdf([["They met."]], "secret"), "password"),
    "a PDF without text": ("a.pdf", pdf([[]]), "may be a scan"),
}


@pytest.mark.parametrize(("name", "data", "said"), BAD.values(), ids=BAD.keys())
def test_bad_file_is_refused_with_what_to_do(
    name: str, data: bytes, said: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=said):
        read(tmp_path, name, data)
