"""``natocheck schema``: print the JSON Schema of the JSON report."""


def schema() -> None:
    """Print the JSON Schema that describes the output of --format json."""
    from natocheck.cli import streams
    from natocheck.reports import json_report

    streams.write(json_report.schema(), format="json")
