"""The cache saves time and never changes what is loaded."""

import sys

import platformdirs
import pytest

from natocheck.rulebase import cache, compiling, load, yamls
from natocheck.rulebase.folders import digest_of, read_layers


@pytest.fixture
def compiled(monkeypatch):
    """Count how often the rules are compiled from YAML."""
    calls = []
    compile_layers = compiling.compile_layers

    def counted(*args):
        calls.append(args)
        return compile_layers(*args)

    monkeypatch.setattr(compiling, "compile_layers", counted)
    return calls


def test_a_second_load_reads_the_cache_and_gives_the_same(tmp_path, compiled):
    first = load(cache=tmp_path / "cache")
    assert load(cache=tmp_path / "cache") == first
    assert len(compiled) == 1


def test_the_users_cache_folder_is_the_default(tmp_path, compiled):
    load()
    load()
    assert len(compiled) == 1
    assert len(kept(tmp_path / "home" / "natocheck")) == 1


def test_without_the_cache_nothing_is_kept(tmp_path, compiled):
    load(cache=tmp_path / "cache", use_cache=False)
    assert not (tmp_path / "cache").exists()


def test_a_changed_rule_is_compiled_anew(tmp_path, shipped, compiled):
    load(cache=tmp_path / "cache")
    base = shipped / "base.yaml"
    base.write_text(base.read_text().replace("name: Norland", "name: Northland"))
    assert load(cache=tmp_path / "cache").actors["norland"].name == "Northland"
    assert len(compiled) == 2


def test_another_version_does_not_read_the_cache(tmp_path, compiled, monkeypatch):
    load(cache=tmp_path / "cache")
    monkeypatch.setattr("natocheck.__version__", "99")
    load(cache=tmp_path / "cache")
    assert len(compiled) == 2


def kept(folder):
    return sorted(folder.glob("rules-*.msgpack"))


def test_only_a_changed_file_is_parsed_anew(tmp_path, write, monkeypatch):
    parsed = []
    parse = yamls.parse
    monkeypatch.setattr(yamls, "parse", lambda content: parsed.append(content) or parse(content))
    for text in ("a", "b", "a"):
        load([write({"w.yaml": f"- {{kind: words, id: w, use: {text}}}"})], cache=tmp_path / "c")
    assert [b"use: a" in content for content in parsed if b"use:" in content] == [True, False]
    assert sum(b"gazette" in content for content in parsed) == 1


def test_a_damaged_parsed_file_is_parsed_anew(tmp_path, write):
    own = write({"w.yaml": "- {kind: words, id: w, use: u}"})
    first = load([own], cache=tmp_path / "c")
    for file in [*kept(tmp_path / "c"), *(tmp_path / "c" / "files").iterdir()]:
        file.write_bytes(file.read_bytes().replace(b"Norland", b"Nurland")[:-1])
    assert load([own], cache=tmp_path / "c") == first


DAMAGE = {
    "emptied": lambda content: b"",
    "cut": lambda content: content[: len(content) // 2],
    "one letter changed": lambda content: content.replace(b"Norland", b"Nurland"),
    "something else": lambda content: b"{}" * 40,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_cache_file_is_compiled_anew_and_mended(tmp_path, compiled, damage):
    first = load(cache=tmp_path / "cache")
    (file,) = kept(tmp_path / "cache")
    file.write_bytes(damage(file.read_bytes()))
    assert load(cache=tmp_path / "cache") == first
    assert load(cache=tmp_path / "cache") == first
    assert len(compiled) == 2


def test_a_cache_folder_that_cannot_be_made_is_no_error(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert load(cache=tmp_path / "file" / "cache").actors


def test_a_cache_file_that_cannot_be_read_is_no_error(tmp_path):
    file = cache.cache_file(digest_of(read_layers([])), tmp_path / "cache")
    file.mkdir(parents=True)
    assert load(cache=tmp_path / "cache").actors


def test_a_full_disk_is_no_error_and_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    assert load(cache=tmp_path / "cache").actors
    assert [file for file in (tmp_path / "cache").rglob("*") if file.is_file()] == []


@pytest.mark.parametrize("value", ["9" * 30, '"\\ud800"'])
def test_values_that_no_cache_can_hold_are_no_error(tmp_path, write, value):
    own = write({"w.yaml": f"- {{kind: words, id: w, use: u, values: {{a: {value}}}}}"})
    assert "w" in load([own], cache=tmp_path / "cache").words


def test_without_a_home_nothing_is_written_into_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda app: f"~/.cache/{app}")
    assert load().actors
    assert not (tmp_path / "~").exists()


def test_old_cache_files_are_forgotten(tmp_path, write):
    for number in range(12):
        load([write({"w.yaml": f"- {{kind: words, id: w, use: u{number}}}"})], cache=tmp_path / "c")
    assert 1 <= len(kept(tmp_path / "c")) <= 8


def test_faulty_rules_are_not_kept(tmp_path, write):
    own = write({"w.yaml": "- {kind: words, id: w}"})
    for _ in range(2):
        with pytest.raises(Exception, match="use is missing"):
            load([own], cache=tmp_path / "cache")
    assert kept(tmp_path / "cache") == []


def test_a_cached_load_imports_no_yaml(tmp_path, monkeypatch):
    load(cache=tmp_path / "cache")
    for name in ("natocheck.rulebase.compiling", "ruamel.yaml"):
        monkeypatch.setitem(sys.modules, name, None)
    assert load(cache=tmp_path / "cache").actors
