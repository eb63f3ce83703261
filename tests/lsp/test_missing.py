"""Without its extra the server says how to install it."""

import subprocess
import sys

WITHOUT = """
import sys
sys.modules["pygls"] = None
from natocheck.cli.main import run
sys.argv = ["natocheck", "lsp"]
run()
"""


def test_a_missing_extra_is_an_error_that_says_what_to_install():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert 'pip install "natocheck[lsp]"' in done.stderr
    assert "Traceback" not in done.stderr
