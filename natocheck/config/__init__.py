"""What a run is told by options and by configuration files, and where each value came from."""

from natocheck.config.choices import Choices, PerFile
from natocheck.config.files import ConfigFile, find_file, read_file
from natocheck.config.inforce import InForce, in_force

__all__ = [
    "Choices",
    "ConfigFile",
    "InForce",
    "PerFile",
    "find_file",
    "in_force",
    "read_file",
]
