"""Which configuration counts in a folder, and what it gives."""

import pytest

from natocheck.config import find_file, in_force, read_file

TABLE = "[tool.natocheck]\nquiet = true\n"
SETTING = "quiet = true\n"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("NATOCHECK_CONFIG", raising=False)


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, None),
        ({"a/b/natocheck.toml": SETTING, "a/natocheck.toml": SETTING}, "a/b/natocheck.toml"),
        ({"a/natocheck.toml": SETTING, "natocheck.toml": SETTING}, "a/natocheck.toml"),
        ({"natocheck.toml": SETTING}, "natocheck.toml"),
        ({"a/b/c/natocheck.toml": SETTING}, None),
        ({"a/natocheck.toml": "", "natocheck.toml": SETTING}, "a/natocheck.toml"),
        ({"a/natocheck.toml": "", "a/.natocheck.toml": ""}, "a/natocheck.toml"),
        ({"a/.natocheck.toml": "", "a/pyproject.toml": TABLE}, "a/.natocheck.toml"),
        ({"a/pyproject.toml": TABLE, "natocheck.toml": SETTING}, "a/pyproject.toml"),
        ({"a/pyproject.toml": "[tool.other]\n", "natocheck.toml": ""}, "natocheck.toml"),
        ({"a/pyproject.toml": "tool = 1\n", "natocheck.toml": ""}, "natocheck.toml"),
        ({"a/pyproject.toml": "[tool.other\n", "natocheck.toml": ""}, "natocheck.toml"),
        ({"a/pyproject.toml": "\udcff", "natocheck.toml": ""}, "natocheck.toml"),
        ({"a/pyproject.toml": TABLE + "broken", "natocheck.toml": ""}, "a/pyproject.toml"),
        ({"home/natocheck/natocheck.toml": SETTING}, "home/natocheck/natocheck.toml"),
        (
            {"home/natocheck/natocheck.toml": SETTING, "natocheck.toml": SETTING},
            "natocheck.toml",
        ),
    ],
)
def test_the_nearest_configuration_upwards_counts(tmp_path, files, found):
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8", errors="surrogateescape")
    (tmp_path / "a" / "b").mkdir(parents=True, exist_ok=True)
    assert find_file(tmp_path / "a" / "b") == (tmp_path / found if found else None)


def test_the_environment_goes_before_the_nearest(tmp_path):
    (tmp_path / "natocheck.toml").write_text(SETTING)
    other = tmp_path / "other.toml"
    assert find_file(tmp_path, {"NATOCHECK_CONFIG": str(other)}) == other
    assert find_file(tmp_path, {"NATOCHECK_CONFIG": ""}) == tmp_path / "natocheck.toml"


def test_where_each_value_came_from_is_known(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "natocheck.toml"
    file.write_text('quiet = true\nfail-on = "never"\n')
    found = in_force({"fail_on": "disputed", "quiet": None})
    assert (found.choices.quiet, found.choices.fail_on) == (True, "disputed")
    origins = {name: found.origins[name] for name in ("quiet", "fail_on", "format")}
    assert origins == {"quiet": str(file), "fail_on": "--fail-on", "format": "default"}
    assert found.is_option("fail_on") and not found.is_option("quiet")
    assert in_force({}, isolated=True).file is None


def test_a_byte_order_mark_and_other_line_breaks_are_no_part_of_a_configuration(tmp_path):
    file = tmp_path / "natocheck.toml"
    file.write_bytes(b"\xef\xbb\xbfquiet = true\r\nverbose = true\r\n")
    assert read_file(file).given == {"quiet", "verbose"}
