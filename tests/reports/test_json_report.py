import json

import jsonschema
import msgspec
import pytest

from natocheck.reports import explanation, json_report
from natocheck.reports.options import RenderOptions

from . import sample

OPTIONS = RenderOptions()
SCHEMA = json.loads(json_report.schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def rendered(report):
    return json_report.render(report, OPTIONS)


def test_the_schema_is_itself_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "report",
    [sample.report(), sample.ONE, sample.SEVERAL, sample.report(problems=(sample.PROBLEM,))],
)
def test_every_report_fits_the_schema(report):
    VALIDATOR.validate(json.loads(rendered(report)))


def test_an_explanation_fits_its_part_of_the_schema():
    part = {"$ref": "#/$defs/explanation", "$defs": SCHEMA["$defs"]}
    value = json.loads(explanation.render_json(sample.EXPLANATION, OPTIONS))
    jsonschema.Draft202012Validator(part).validate(value)
    assert value["sentence"]["verdict"] == "disputed"
    assert value["mentions"][0]["reading"] == "ruritania"


def _objects(schema):
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from _objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _objects(value)


def test_the_schema_describes_every_key_and_allows_no_other():
    objects = list(_objects(SCHEMA))
    assert len(objects) > 8
    for one in objects:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
        assert all(
            "description" in p or "$ref" in p or "const" in p for p in one["properties"].values()
        )


@pytest.mark.parametrize("path", ["schema_version", "documents", "rules"])
def test_a_report_that_lacks_a_key_does_not_fit(path):
    value = json.loads(rendered(sample.ONE))
    del value[path]
    assert not VALIDATOR.is_valid(value)


def test_keys_stand_in_the_documented_order():
    value = json.loads(rendered(sample.ONE))
    assert list(value) == list(SCHEMA["properties"])
    document = value["documents"][0]
    sentence = document["sentences"][1]
    for name, one in {
        "document": document,
        "sentence": sentence,
        "claim": sentence["claims"][0],
        "source": sentence["claims"][0]["sources"][0],
    }.items():
        assert list(one) == list(SCHEMA["$defs"][name]["properties"]), name


def test_the_values_are_those_of_the_report():
    document = json.loads(rendered(sample.ONE))["documents"][0]
    assert document["summary"] == {"supported": 0, "disputed": 1, "opinion": 2, "unverified": 2}
    assert (document["date"], document["date_source"]) == ("2025-09-03", "dateline")
    claim = document["sentences"][1]["claims"][0]
    assert claim["correction"] == sample.DISPUTED.correction
    assert claim["stance"] == ["attributed"]
    assert claim["sources"][0]["published"] == "2025-08-28"
    assert document["sentences"][2]["opinion"]["speaker"] == "Rudolf Rassendyll"
    assert document["sentences"][4]["opinion"] is None


def test_a_year_alone_is_written_as_text():
    source = msgspec.structs.replace(sample.GAZETTE, published=1949)
    finding = msgspec.structs.replace(sample.SUPPORTED, sources=(source,))
    sentence = msgspec.structs.replace(sample.FOUNDED.sentences[0], findings=(finding,))
    document = msgspec.structs.replace(sample.FOUNDED, sentences=(sentence,))
    value = json.loads(rendered(sample.report(document)))
    VALIDATOR.validate(value)
    assert value["documents"][0]["sentences"][0]["claims"][0]["sources"][0]["published"] == "1949"


def test_text_reads_back_as_it_was_and_cannot_steer_a_terminal():
    text = rendered(sample.ONE)
    assert "\x1b" not in text
    assert "\u202e" not in text
    sentences = json.loads(text)["documents"][0]["sentences"]
    assert sentences[3]["text"] == sample.ARTICLE.sentences[3].sentence.text


def test_letters_are_written_as_letters_and_the_last_line_is_ended():
    text = rendered(sample.ONE)
    assert "“That is far too little,”" in text
    assert text.endswith("}\n")


def test_a_path_that_is_no_text_is_written_as_escapes():
    odd = msgspec.structs.replace(sample.FOUNDED, path="caf\udce9.txt")
    text = rendered(sample.report(odd))
    text.encode("utf-8")
    assert json.loads(text)["documents"][0]["path"] == "caf\udce9.txt"
