"""``natocheck rules schema``: print the JSON Schema of rule files."""


def rules_schema() -> None:
    """Print the JSON Schema that editors complete and check rule files with."""
    from natocheck.cli import streams
    from natocheck.reports.json_report import dumps
    from natocheck.rulebase.schema import rule_schema

    streams.write(dumps(rule_schema()), format="json")
