"""The zipped XML of an office file, opened with care: such files come from anywhere."""

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from natocheck.model.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 50_000_000
"""Bytes of the largest part that is unpacked: some twenty times the longest article's."""

_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Package:
    """The parts of one file. Raises InputError for what is damaged or meant to do harm."""

    def __init__(self, data: bytes, what: str) -> None:
        self._what = what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise self._damaged() from error

    def part(self, name: str) -> "etree._Element | None":
        """The root of a part's XML; None if the file has no such part."""
        if name not in self._zip.namelist():
            return None
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self._unpacked(name), parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged() from error

    def main(self, name: str) -> "etree._Element":
        """The part that holds the text."""
        found = self.part(name)
        if found is None:
            raise InputError(f"This is no {self._what}. Save the article as one again, or as text.")
        return found

    def _unpacked(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as file:
                data = file.read(LARGEST + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise self._damaged() from error
        except RuntimeError as error:  # what zipfile raises for a part that is locked
            raise InputError(
                f"This {self._what} is protected by a password. Save it without one."
            ) from error
        if len(data) > LARGEST:
            raise InputError(
                f"This {self._what} unpacks to more than {LARGEST / 1e6:.0f} MB. "
                "Save the article as text (.txt)."
            )
        if _ENTITIES.search(data):
            raise InputError(f"This {self._what} declares entities. Save it again, or as text.")
        return data

    def _damaged(self) -> InputError:
        return InputError(f"This {self._what} is damaged. Save it again, or as text (.txt).")
