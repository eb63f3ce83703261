"""What a run may say about its inputs."""

import msgspec


class ReadSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How inputs are found and read.

    The columns of the text and of the date in CSV and JSON Lines; the name by which standard
    input is read. ``exclude`` are patterns as in .gitignore, told from the folder ``base`` (here
    if empty), of what is left out where a folder is searched, and with ``force_exclude`` also
    where it is named; a folder's own .gitignore counts unless ``respect_gitignore`` is off.
    """

    text_column: str = "text"
    date_column: str = "date"
    stdin_filename: str | None = None
    exclude: tuple[str, ...] = ()
    base: str = ""
    force_exclude: bool = False
    respect_gitignore: bool = True
