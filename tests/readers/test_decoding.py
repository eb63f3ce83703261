import pytest

from natocheck.model.errors import InputError
from natocheck.readers import read

TEXT = "Finland’s border is long – 1,340 km.\r\nIt joined in 2023 for €0.\rReally.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_the_encoding_named_decodes_the_file_to_the_text(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    document = read(str(path))
    assert document.text == TEXT
    assert path.read_bytes().decode(document.encoding) == TEXT


@pytest.mark.parametrize(
    "data", [b"caf\xe9 \x81 \xff", b"ok " * 50 + b"\x90\x9d", bytes(range(1, 256))]
)
def test_bytes_of_no_known_encoding_still_give_a_document(data):
    assert data.decode(read("-", data).encoding)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no text"),
        (b" \r\n\t ", "no text"),
        ("\ufeff \u2003\n".encode(), "no text"),
        ("\u200b\n***\n…".encode(), "no text"),
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04 text", "Word"),
        (b"\x89PNG\r\n text", "PNG"),
        (b"text\0text", "binary"),
        ("no mark".encode("utf-16-le"), "byte order mark"),
        (b"\xff\xfea", "damaged"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data, says):
    with pytest.raises(InputError, match=says):
        read("-", data)
