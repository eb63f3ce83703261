"""Which function opens which file: a format is one file and one line here."""

from importlib import import_module
from pathlib import Path

import pyarrow as pa

from natocheck.batch.inputs.archive import Archive
from natocheck.model.errors import InputError, UsageError

FORMATS = {
    ".parquet": "parquet:open_parquet",
    ".jsonl": "json_lines:open_json_lines",
    ".ndjson": "json_lines:open_json_lines",
    ".csv": "comma_separated:open_csv",
}


def open_archive(path: Path) -> Archive:
    """Open an archive of a format that its suffix names.

    Raises UsageError for another suffix, InputError for a file that cannot be read.
    """
    if path.suffix.lower() not in FORMATS:
        raise UsageError(f"{path}: an archive is one of {', '.join(FORMATS)}; name such a file")
    module, function = FORMATS[path.suffix.lower()].split(":")
    try:
        archive: Archive = getattr(import_module(f"natocheck.batch.inputs.{module}"), function)(
            str(path)
        )
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except (pa.ArrowException, UnicodeError) as error:
        raise InputError(f"{path}: it cannot be read as {path.suffix[1:]}: {error}") from error
    return archive
