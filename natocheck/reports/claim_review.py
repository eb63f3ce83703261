"""ClaimReview (schema.org) for what is disputed or supported, to exchange with other checkers.

Nothing is published by it: whoever does adds the address of the review. The scale is disputed 1,
outdated 2, supported 5; what is open gets no review.
"""

from natocheck.model.paths import relative
from natocheck.model.report import JUDGED, Report
from natocheck.reports.alerts import Alert, alerts
from natocheck.reports.json_report import Json, dumps
from natocheck.reports.options import RenderOptions
from natocheck.reports.safe import visible

_RATINGS = {"disputed": 1, "outdated": 2, "supported": 5}


def render(report: Report, options: RenderOptions) -> str:
    """A JSON-LD graph of reviews, in the order of the text."""
    del options
    found = [alert for alert in alerts(report) if alert.finding.verdict in JUDGED]
    kept = [alert for alert in found if not alert.suppressed]
    return dumps({"@context": "https://schema.org", "@graph": [_review(a) for a in kept]})


def _review(alert: Alert) -> Json:
    finding = alert.finding
    verdict = finding.level or finding.verdict
    right = finding.correction or finding.recorded
    return {
        "@type": "ClaimReview",
        "claimReviewed": visible(finding.text),
        "itemReviewed": _claim(alert),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[verdict],
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": verdict,
            "ratingExplanation": visible(right),
        },
        "author": {"@type": "Organization", "name": "natocheck"},
        "citation": [
            {"@type": "CreativeWork", "name": source.title, "url": source.url}
            for source in finding.sources
            if source.url
        ],
    }


def _claim(alert: Alert) -> Json:
    finding, document = alert.finding, alert.document
    claim: Json = {
        "@type": "Claim",
        "datePublished": document.date.isoformat(),
        "appearance": {"@type": "CreativeWork", "name": visible(relative(document.path))},
    }
    speaker = finding.speaker
    return {**claim, "author": {"@type": "Person", "name": visible(speaker)}} if speaker else claim
