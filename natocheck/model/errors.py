"""The one family of errors that a user may see."""


class NatocheckError(Exception):
    """Something the user can mend: says what is wrong, where, and what to do next.

    The command line catches this class once, prints the message on standard
    error and ends with exit code 2.
    """


class InputError(NatocheckError):
    """An article that cannot be read: missing, empty, binary, undecodable."""


class UsageError(NatocheckError):
    """A value on the command line that does not fit, such as a date that is none."""


class RuleError(NatocheckError):
    """A rule base with faults; the message lists every one with file and line."""


class ConfigError(NatocheckError):
    """A configuration file that is wrong: the message gives file, line and what to write."""
