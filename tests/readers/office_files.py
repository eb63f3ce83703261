"""Word, OpenDocument and PDF files for the tests, made by the libraries that write them."""

import io
import zipfile
from collections.abc import Callable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(paragraphs: list[tuple[str, str]], title: str = "") -> bytes:
    """A Word file of paragraphs, each with the name of its style."""
    from docx import Document

    document = Document()
    document.core_properties.title = title
    for style, text in paragraphs:
        document.add_paragraph(text, style=style or None)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def docx_of_xml(body: str) -> bytes:
    """A Word file of the given body."""
    data = docx([("", "x")])
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return with_part(data, "word/document.xml", lambda _: xml.encode())


def odt(body: list[object], title: str = "") -> bytes:
    """An OpenDocument text of odfdo's elements."""
    from odfdo import Document

    document = Document("text")
    document.body.clear()
    for element in body:
        document.body.append(element)
    document.meta.title = title
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(pages: list[list[str]], password: str = "") -> bytes:
    """A PDF of pages of lines."""
    from fpdf import FPDF

    document = FPDF()
    document.set_font("Helvetica", size=12)
    for lines in pages:
        document.add_page()
        for line in lines:
            document.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    if password:
        document.set_encryption(owner_password=password, user_password=password)
    return bytes(document.output())


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same file with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for item in old.infolist():
            content = old.read(item)
            new.writestr(item, change(content) if item.filename == name else content)
    return out.getvalue()
