"""The web page: what it shows, that no draft acts in it, and how it works in a browser."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
from msgspec.structs import replace

from natocheck.model.facts import Source
from natocheck.model.report import Chart, ChartPoint, Report
from natocheck.reports.options import RenderOptions
from natocheck.reports.page import render
from reports import sample
from reports.hostile import HOSTILE, report_on

OPTIONS = RenderOptions()
CHART = Chart(
    kind="members",
    title="share of GDP, 2025",
    unit="%",
    points=(
        ChartPoint(label="Ruritania", value=4.48, marked=True),
        ChartPoint(label="Graustark", value=-1.2),
    ),
    low=4.0,
)


def with_chart(report: Report) -> Report:
    document = report.documents[0]
    sentences = tuple(
        replace(s, findings=tuple(replace(f, chart=CHART) for f in s.findings))
        for s in document.sentences
    )
    return replace(report, documents=(replace(document, sentences=sentences),))


def parsed(report: Report) -> Any:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(render(report, OPTIONS))


REPORTS = {
    "whole": sample.ONE,
    "several articles": sample.SEVERAL,
    "no articles": replace(sample.ONE, documents=(), problems=(sample.PROBLEM,)),
    "with a chart": with_chart(sample.ONE),
    "hostile": report_on(HOSTILE, ("disputed", "outdated"), ("supported", "agrees")),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
def test_page_is_valid_and_the_same_each_time(report: Report) -> None:
    page = parsed(report)
    assert page.find(".//main") is not None
    assert render(report, OPTIONS) == render(report, OPTIONS)
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    hrefs = {each.get("href")[1:] for each in page.iter("a") if each.get("href")[0] == "#"}
    assert hrefs <= set(ids)


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
def test_nothing_is_loaded_and_only_its_own_script_runs(report: Report) -> None:
    page = parsed(report)
    loading = ("script", "img", "iframe", "object", "embed", "link", "video", "audio")
    scripts = [each for tag in loading for each in page.iter(tag)]
    assert [each.tag for each in scripts] == ["script"]
    assert not scripts[0].attrib
    attributes = {name for each in page.iter() for name in each.attrib}
    assert not {name for name in attributes if str(name).startswith("on") or name == "style"}
    assert "url(" not in render(report, OPTIONS).split("</style>")[0]


def test_text_of_the_draft_is_shown_as_it_is() -> None:
    shown = "".join(parsed(REPORTS["hostile"]).itertext())
    assert "<script>alert('1')</script>" in shown
    assert "\x1b" not in shown
    assert "\\u202e" in shown


def test_address_that_is_no_web_page_is_no_link() -> None:
    source = Source(id="s", title="Bad", publisher="P", url="javascript:alert(1)")
    document = sample.ONE.documents[0]
    sentences = tuple(
        replace(s, findings=tuple(replace(f, sources=(source,)) for f in s.findings))
        for s in document.sentences
    )
    report = replace(sample.ONE, documents=(replace(document, sentences=sentences),))
    assert not [a for a in parsed(report).iter("a") if "javascript" in a.get("href")]


def test_every_sentence_leads_to_its_evidence_without_scripts() -> None:
    page = parsed(sample.ONE)
    links = [a for a in page.iter("a") if "sentence" in a.get("class", "")]
    assert len(links) == len(sample.ONE.documents[0].sentences)
    cases = {each.get("id"): "".join(each.itertext()) for each in page.iter("section")}
    disputed = next(a for a in links if "disputed" in a.get("class"))
    assert sample.DISPUTED.correction in cases[disputed.get("href")[1:]]


def test_chart_has_its_figures_in_words_and_the_bound_of_the_claim() -> None:
    page = parsed(REPORTS["with a chart"])
    chart = next(each for each in page.iter("figure"))
    drawing = next(each for each in chart.iter() if each.get("role") == "img")
    assert drawing.get("aria-label") == "share of GDP, 2025: Ruritania 4.48 %; Graustark -1.20 %"
    bars = [each for each in chart.iter() if each.tag.endswith("rect")]
    assert [each.get("class") for each in bars] == ["marked", "other"]
    widths = [float(each.get("width")) for each in bars]
    assert widths[0] / widths[1] == pytest.approx(4.48 / 1.2, rel=0.01)
    assert [each.text for each in chart.iter() if each.get("class") == "bound" and each.text] == [
        "4.00 %"
    ]


def _colours() -> list[dict[str, str]]:
    style = render(sample.ONE, OPTIONS).split("<style>")[1].split("</style>")[0]
    return [dict(re.findall(r"--([\w-]+): (#\w+)", each)) for each in style.split(":root")[1:3]]


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


ON = {
    "paper": ["ink", "soft", "disputed", "supported", "opinion", "unverified", "link"],
    "panel": ["ink", "soft", "disputed", "supported", "opinion", "unverified", "link"],
    "disputed-wash": ["ink", "disputed"],
}


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ground", "sign"), [(g, s) for g, signs in ON.items() for s in signs])
def test_contrast_is_that_of_wcag_aa(theme: int, ground: str, sign: str) -> None:
    """WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1."""
    colours = _colours()[theme]
    low, high = sorted((_luminance(colours[ground]), _luminance(colours[sign])))
    assert (high + 0.05) / (low + 0.05) >= 4.5


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,900",
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if CHROMIUM is None or DRIVER is None:
        pytest.skip("needs Chromium and its driver (Debian: chromium, chromium-driver)")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Any:
    """The page of a report in a browser, wide as on a desk."""
    path = tmp_path / "report.html"
    path.write_text(render(REPORTS["with a chart"], OPTIONS), encoding="utf-8")
    browser.get_log("performance")
    browser.get(path.as_uri())
    yield browser
    assert browser.get_log("browser") == []
    messages = " ".join(each["message"] for each in browser.get_log("performance"))
    asked = set(re.findall(r'"request":\{[^{}]*"url":"([^"]*)"', messages))
    assert asked <= {path.as_uri()}, "nothing but the page itself is asked for"


def shown(page: Any) -> list[str]:
    cases = page.find_elements("css selector", ".case")
    return [each.text for each in cases if each.is_displayed()]


def find(page: Any, selector: str) -> Any:
    return page.find_element("css selector", selector)


def test_click_shows_the_evidence_of_one_sentence(page: Any) -> None:
    assert shown(page) == []
    find(page, ".sentence.disputed").click()
    (case,) = shown(page)
    assert sample.DISPUTED.correction in case
    assert "Yearbook of Ruritania" in case
    find(page, ".sentence.opinion").click()
    (case,) = shown(page)
    assert case.startswith("◆ opinion")


def test_keys_lead_through_the_page(page: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    body = find(page, "body")
    body.send_keys(Keys.TAB)
    assert page.switch_to.active_element.text == "Skip to the article"
    body.send_keys("n")
    assert "disputed" in page.switch_to.active_element.get_attribute("class")
    assert sample.DISPUTED.correction in shown(page)[0]
    page.switch_to.active_element.send_keys(Keys.ENTER)
    assert page.switch_to.active_element.get_attribute("class").startswith("case")
    body.send_keys(Keys.ESCAPE)
    assert shown(page) == []


def test_filter_mutes_the_sentences_of_a_verdict(page: Any) -> None:
    button = find(page, ".filter.disputed")
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert "muted" in find(page, ".sentence.disputed").get_attribute("class")
    find(page, "body").send_keys("n")
    assert shown(page) == []
    button.click()
    assert "muted" not in find(page, ".sentence.disputed").get_attribute("class")


def test_page_fits_a_phone(page: Any) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        find(page, ".sentence.disputed").click()
        assert page.execute_script("return document.documentElement.scrollWidth") <= 360
        assert shown(page)
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_print_has_the_evidence_of_what_is_disputed(page: Any) -> None:
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        cases = shown(page)
        assert len(cases) == 1
        assert sample.DISPUTED.correction in cases[0]
        assert not find(page, ".filters").is_displayed()
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_dark_follows_the_system(page: Any) -> None:
    ground = "return getComputedStyle(document.body).backgroundColor"
    light = page.execute_script(ground)
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    try:
        assert page.execute_script(ground) != light
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
