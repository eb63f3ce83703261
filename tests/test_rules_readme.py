"""The templates of rules/README.md, as a reader would copy them: no faults, all examples pass."""

import re
from pathlib import Path

import pytest

from natocheck import rulebase
from natocheck.pipeline import ExampleResult, Settings, test_examples
from natocheck.rulebase.lint import lint
from natocheck.rulebase.lookup import all_rules

README = Path(__file__).parents[1] / "rules" / "README.md"
KINDS = {"event", "office", "membership", "measure", "count", "pledge", "relation", "reviewed"}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README.read_text("utf-8"), re.M | re.S)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each YAML block under the name in its first line, the CSV block as the table names it."""
    root = tmp_path_factory.mktemp("templates")
    templates = blocks("yaml")
    for block in templates:
        name = block.splitlines()[0].removeprefix("# ")
        (root / name).write_text(block, "utf-8")
    (figures,) = blocks("csv")
    (file,) = re.findall(r"^  file: (\S+\.csv)$", "".join(templates), re.M)
    (root / file).write_text(figures, "utf-8")
    assert len(list(root.glob("*.yaml"))) == len(templates)
    return root


@pytest.fixture(scope="module")
def own(folder: Path) -> dict[str, str]:
    """The kind of each rule of the templates, by its id; raises where they have faults."""
    shipped = {rule.id for rule in all_rules(rulebase.load())}
    rules = all_rules(rulebase.load([folder]))
    return {r.id: str(r.__struct_config__.tag) for r in rules if r.id not in shipped}


@pytest.fixture(scope="module")
def results(folder: Path, own: dict[str, str]) -> list[ExampleResult]:
    return test_examples(Settings(rule_folders=(folder,)), tuple(own))


def test_there_is_a_template_for_each_kind(own: dict[str, str]) -> None:
    assert sorted(own.values()) == sorted(KINDS)


def test_templates_have_no_faults(folder: Path) -> None:
    layered = rulebase.load([folder])
    assert not layered.replaced
    assert lint(layered) == []


def test_templates_have_three_examples_of_each_group(results: list[ExampleResult]) -> None:
    for rule in {result.rule for result in results}:
        groups = [result.expected for result in results if result.rule == rule]
        assert all(groups.count(group) >= 3 for group in groups), rule


def test_templates_pass_their_examples(results: list[ExampleResult]) -> None:
    assert [(r.rule, r.text, r.expected, r.got) for r in results if not r.passed] == []
