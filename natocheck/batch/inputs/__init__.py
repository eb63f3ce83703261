"""Archives as streams of Arrow data: one file per format, found by suffix in ``FORMATS``."""

from natocheck.batch.inputs.archive import Archive, pieces
from natocheck.batch.inputs.registry import open_archive

__all__ = ["Archive", "open_archive", "pieces"]
