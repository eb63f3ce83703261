"""What is kept of an article is found again for that article alone, and never stands in the way."""

import datetime as dt
import multiprocessing
import resource
import shutil
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

import natocheck
from natocheck import rulebase
from natocheck.model.facts import RuleBase
from natocheck.model.places import Origin
from natocheck.model.report import DocumentReport
from natocheck.model.text import Block, Document
from natocheck.pipeline import Checker, Settings, check_document, circumstances
from natocheck.pipeline.keeping import kept_between_runs
from natocheck.pipeline.store import Store, count, store_file

TEXT = "NATO was founded in 1950. The alliance has 32 members."
ARTICLE = Document("a.txt", TEXT, (Block(0, len(TEXT)),), dt.date(2025, 6, 1), "metadata", "NATO")


@pytest.fixture(scope="module")
def rules() -> RuleBase:
    return rulebase.load()


@pytest.fixture(scope="module")
def found(checker: Checker) -> DocumentReport:
    return check_document(ARTICLE, checker)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(cache=tmp_path / "kept", keep=True)


def put(settings: Settings, rules: RuleBase, found: DocumentReport) -> None:
    with kept_between_runs(settings, rules) as kept:
        assert kept(ARTICLE).keep((found, None)) == found


def got(settings: Settings, rules: RuleBase, document: Document = ARTICLE) -> DocumentReport | None:
    with kept_between_runs(settings, rules) as kept:
        return kept(document).found


def test_an_article_is_found_again_as_it_was(settings, rules, found):
    assert got(settings, rules) is None
    put(settings, rules, found)
    assert got(settings, rules) == found


def test_an_article_is_found_again_under_another_name(settings, rules, found):
    put(settings, rules, found)
    moved = got(settings, rules, replace(ARTICLE, path="b/c.txt"))
    assert moved == replace(found, path="b/c.txt")


@pytest.mark.parametrize(
    "changed",
    [
        {"text": TEXT.replace("1950", "1949")},
        {"text": TEXT + " "},
        {"blocks": (Block(0, 25), Block(26, len(TEXT)))},
        {"blocks": (Block(0, len(TEXT), "heading"),)},
        {"date": dt.date(2025, 6, 2)},
        {"date_source": "dateline"},
        {"date": None, "date_source": None},
        {"title": None},
        {"title": "The United Nations"},
        {"encoding": "cp1252"},
        {"origin": Origin(row=2)},
    ],
    ids=lambda changed: ", ".join(changed),
)
def test_another_document_is_not_found(settings, rules, found, changed):
    put(settings, rules, found)
    assert got(settings, rules, replace(ARTICLE, **changed)) is None


@pytest.mark.parametrize(
    "told",
    [
        {"date": dt.date(2020, 1, 1)},
        {"date": ARTICLE.date},  # the same day, but told by the option
        {"dates": (("**", dt.date(2020, 1, 1)),)},
    ],
)
def test_another_day_is_not_found(settings, rules, found, told):
    put(settings, rules, found)
    assert got(replace(settings, **told), rules) is None


def test_other_rules_find_nothing(settings, rules, found):
    put(settings, rules, found)
    assert got(settings, replace(rules, digest="0" * len(rules.digest))) is None


@pytest.fixture
def model(tmp_path: Path) -> Path:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "config.cfg").write_text("[nlp]")
    return tmp_path / "model"


def test_another_model_finds_nothing(settings, rules, found, model):
    put(settings, rules, found)
    assert got(replace(settings, model=str(model)), rules) is None


def test_a_model_that_changed_finds_nothing(settings, rules, found, model):
    named = replace(settings, model=str(model))
    put(named, rules, found)
    assert got(named, rules) == found
    (model / "weights").write_bytes(b"1")
    assert got(named, rules) is None


def test_changed_code_finds_nothing(settings, rules, found, tmp_path, monkeypatch):
    code = tmp_path / "natocheck"
    shutil.copytree(Path(natocheck.__file__).parent, code, ignore=lambda *_: {"__pycache__"})
    monkeypatch.setattr(natocheck, "__file__", str(code / "__init__.py"))
    put(settings, rules, found)
    assert got(settings, rules) == found
    with (code / "verdicts" / "judge.py").open("a") as file:
        file.write("#")
    assert got(settings, rules) is None


def test_another_library_finds_nothing(settings, rules, found, tmp_path, monkeypatch):
    put(settings, rules, found)
    (tmp_path / "more" / "another-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "more"))
    assert got(settings, rules) is None


def test_a_text_with_half_a_character_is_not_kept(settings, rules, found):
    odd = replace(ARTICLE, text="\ud800" + TEXT)
    with kept_between_runs(settings, rules) as kept:
        assert kept(odd).keep((found, None)) == found
    assert got(settings, rules, odd) is None


def test_a_missing_model_is_no_matter_until_an_article_is_read(settings, rules):
    with kept_between_runs(replace(settings, model="no_such_model"), rules):
        pass


def test_circumstances_are_the_same_in_every_run(rules):
    first = circumstances.circumstances(None, rules.digest)
    assert first == circumstances.circumstances(None, rules.digest)
    assert len(first) == 32


# The file


def kept(folder: Path, key: bytes) -> bytes | None:
    with Store(folder) as store:
        return store.get(key)


def keep(folder: Path, key: bytes, body: bytes) -> None:
    with Store(folder) as store:
        store.put(key, body)


def test_content_damaged_in_the_file_is_not_given(tmp_path):
    keep(tmp_path, b"key", b"content")
    with sqlite3.connect(store_file(tmp_path)) as connection:
        connection.execute("update findings set body = substr(body, 1, 16) || 'CONTENT'")
    assert kept(tmp_path, b"key") is None


def test_content_of_another_key_is_not_given(tmp_path):
    keep(tmp_path, b"key", b"content")
    with sqlite3.connect(store_file(tmp_path)) as connection:
        connection.execute("update findings set key = ?", (b"another",))
    assert kept(tmp_path, b"another") is None


@pytest.mark.parametrize("damage", ["garbage", "cut", "foreign table"])
def test_a_damaged_file_is_begun_anew(tmp_path, damage):
    keep(tmp_path, b"key", b"content" * 10_000)
    file = store_file(tmp_path)
    if damage == "garbage":
        file.write_bytes(b"no database" * 1_000)
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[:5_000])
    else:
        file.unlink()
        with sqlite3.connect(file) as connection:
            connection.execute("create table other (x)")
    assert kept(tmp_path, b"key") is None
    keep(tmp_path, b"key", b"new")  # at the latest the run after the next one keeps again
    keep(tmp_path, b"key", b"new")
    assert kept(tmp_path, b"key") == b"new"


def test_a_place_where_nothing_can_be_written_keeps_nothing(tmp_path):
    (tmp_path / "file").touch()
    keep(tmp_path / "file" / "folder", b"key", b"content")
    assert kept(tmp_path / "file" / "folder", b"key") is None


def test_a_file_that_another_process_holds_is_passed_over(tmp_path):
    keep(tmp_path, b"old", b"content")
    holding = sqlite3.connect(store_file(tmp_path), isolation_level=None)
    holding.execute("begin exclusive")
    assert kept(tmp_path, b"old") is None
    keep(tmp_path, b"new", b"content")
    holding.execute("rollback")
    holding.close()
    assert kept(tmp_path, b"old") == b"content"
    assert kept(tmp_path, b"new") is None


def _fill_a_full_disk(folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    for number in range(200):
        keep(folder, b"%d" % number, b"%d" % number * 2_000)
        assert kept(folder, b"%d" % number) in (None, b"%d" % number * 2_000)


def test_a_full_disk_stops_nothing(tmp_path):
    assert _codes([_fill_a_full_disk], tmp_path) == [0]


def _write_much(folder: Path) -> None:
    for number in range(60):
        with Store(folder) as store:
            store.put(b"%d" % number, b"%d" % number * 500)
            assert store.get(b"%d" % number) in (None, b"%d" % number * 500)


def test_processes_that_write_at_once_lose_nothing_and_mix_nothing(tmp_path):
    assert _codes([_write_much] * 4, tmp_path) == [0] * 4
    with Store(tmp_path) as store:
        assert [store.get(b"%d" % n) for n in range(60)] == [b"%d" % n * 500 for n in range(60)]


def _codes(works, folder: Path) -> list[int | None]:
    context = multiprocessing.get_context("spawn")
    running = [context.Process(target=work, args=(folder,)) for work in works]
    for process in running:
        process.start()
    for process in running:
        process.join(60)
    return [process.exitcode for process in running]


def test_the_file_keeps_to_its_size_and_forgets_what_was_used_longest_ago(tmp_path):
    largest = 200_000
    for number in range(100):
        with Store(tmp_path, largest) as store:
            store.put(b"%d" % number, bytes(5_000))
            assert number == 0 or store.get(b"0") is not None
    assert store_file(tmp_path).stat().st_size <= largest
    assert kept(tmp_path, b"0") is not None  # used until the end
    assert kept(tmp_path, b"1") is None
    assert kept(tmp_path, b"99") is not None
    assert 10 < count(store_file(tmp_path)) < 40
