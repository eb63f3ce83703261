"""What a run may say about its inputs."""

import msgspec


class ReadSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of the text and of the date in CSV and JSON Lines, and the name by which
    standard input is read."""

    text_column: str = "text"
    date_column: str = "date"
    stdin_filename: str | None = None
