"""Measure the reading of dates against the date cases of Microsoft Recognizers-Text.

A time is right if its days are the same. Their conventions are mapped to ours so:

- Their end is the first day of the last unit that is named ("from 2014 to 2018" ends on
  1 January 2018) or the day after the last day; ours is the last day.
- A time without a year has a past and a future reading there; either is right, since the
  sentence around it decides.
- "A month ago" is a day there and a month here: our month must hold their day.
- How much of a year its "end" is differs: one of the two must lie within the other.
- A season has no days there: its year and first month must be the same.

A case without a time is right if nothing is found in it.
"""

import argparse
import datetime as dt
import re
from collections import Counter, defaultdict
from pathlib import Path

from natocheck import rulebase
from natocheck.claims.mentions.periods import FoundPeriod, TimeWords, find_periods, time_words
from natocheck.model.values import Period

from .date_cases import Case, Gold, cases, class_of, why_left_out

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_JOINED = re.compile(r"\s(?:to|until|till|through|and)\s|\s?[-–]\s?")
_NAMED_MONTH = re.compile(r"[A-Z][a-z]{2}")
_DAY = dt.timedelta(days=1)


def is_right(case: Case, words: TimeWords) -> bool:
    """Whether exactly the times of the case are found, each with its days."""
    found = _found(case, words)
    return len(found) == len(case.golds) and all(
        _same(one.period, gold, case.said_on) for one, gold in zip(found, case.golds, strict=True)
    )


def _found(case: Case, words: TimeWords) -> tuple[FoundPeriod, ...]:
    return find_periods(case.text, case.said_on, words)


def _same(ours: Period, gold: Gold, said_on: dt.date) -> bool:
    if not gold.readings:
        return _is_season(ours, gold, said_on)
    return any(_agree(ours, gold, first, end, said_on) for first, end in gold.readings)


def _is_season(ours: Period, gold: Gold, said_on: dt.date) -> bool:
    year, _, name = gold.timex.rpartition("-")
    return (ours.start.year, ours.start.month) == (int(year or said_on.year), _SEASONS[name])


def _agree(ours: Period, gold: Gold, first: dt.date, end: dt.date, said_on: dt.date) -> bool:
    if first == end:
        return ours.holds(first) if "ago" in gold.words else (ours.start, ours.end) == (first, end)
    last = _last(gold, end, said_on)
    if gold.mod in {"start", "mid", "end"}:
        theirs = Period(first, last, "range")
        return ours.within(theirs) or theirs.within(ours)
    return (ours.start, ours.end) == (first, last)


def _last(gold: Gold, end: dt.date, said_on: dt.date) -> dt.date:
    """The last day of their time, by which unit its wording names last."""
    *named, last = _JOINED.split(gold.words)
    if not named or re.fullmatch(r"(?:H|Q)\d", last):
        return end if end == said_on or "rest" in gold.words else end - _DAY
    rest = re.sub(r"\d{4}", "", last)
    if re.search(r"\d", rest) or not re.search(r"\d", last):
        return end
    if _NAMED_MONTH.search(rest):
        return (end.replace(day=1) + 31 * _DAY).replace(day=1) - _DAY
    return end.replace(month=12, day=31)


def main() -> None:
    """Print cases, right ones and those left out, for each file and class."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("-v", "--verbose", action="store_true", help="print the cases that fail")
    arguments = parser.parse_args()
    words = time_words(rulebase.load().words)
    for file in arguments.files:
        _report(file, words, verbose=arguments.verbose)


def _report(file: Path, words: TimeWords, *, verbose: bool) -> None:
    groups: dict[str, list[Case]] = defaultdict(list)
    left_out: Counter[str] = Counter()
    for case in cases(file):
        reason = why_left_out(case)
        if reason:
            left_out[reason] += 1
        else:
            groups[class_of(case)].append(case)
    print(f"{file.name}: {sum(map(len, groups.values()))} cases, {left_out.total()} left out")
    for name, group in sorted(groups.items()):
        wrong = [case for case in group if not is_right(case, words)]
        print(f"  {name:<28}{len(group) - len(wrong):>4} of {len(group)}")
        for case in wrong if verbose else ():
            print("     ", _shown(case, words))
    for reason, count in sorted(left_out.items()):
        print(f"  left out: {reason:<40}{count:>4}")


def _shown(case: Case, words: TimeWords) -> str:
    ours = [(f.period.text, f.period.start, f.period.end) for f in _found(case, words)]
    gold = [f"{g.words!r} {'|'.join(f'{a}..{b}' for a, b in g.readings)}" for g in case.golds]
    here = [f"{text!r} {first}..{last}" for text, first, last in ours]
    return f"{case.text} (said {case.said_on})\n         gold {gold}\n         here {here}"


if __name__ == "__main__":
    main()
