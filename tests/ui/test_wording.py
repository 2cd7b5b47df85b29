"""Dates, counts and sizes as the language says them; languages change live."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QLocale

from desktop.ui.wording import (
    clock,
    count,
    day_name,
    file_size,
    full_date,
    moment,
    money,
    month_name,
    percent,
    relative_time,
    short_count,
    short_date,
    time_in_words,
    until,
    weekday_date,
)

NOW = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)
NARROW, WIDE = "\u202f", "\u00a0"


@pytest.fixture(autouse=True)
def in_london(in_english) -> Iterator[None]:
    """Say everything as in London, unless a test says otherwise."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def in_french(in_london) -> None:
    """Say everything as in Lyon."""
    QLocale.setDefault(QLocale("fr_FR"))


def ago(**past: int) -> datetime:
    return NOW - timedelta(**past)


def test_how_long_ago_is_short_in_a_list():
    said = [relative_time(at, NOW) for at in (NOW, ago(minutes=4), ago(hours=1), ago(hours=23))]

    assert said == ["now", "4 min", "1 h", "23 h"]
    assert relative_time(ago(days=9), NOW) == "12 Nov"
    assert relative_time(ago(days=400), NOW) == "17 Oct 2025"


def test_a_clock_that_runs_ahead_is_no_trouble():
    assert relative_time(NOW + timedelta(hours=3), NOW) == "now"
    assert time_in_words(NOW + timedelta(hours=3), NOW) == "just now"


def test_a_screen_reader_hears_words():
    assert time_in_words(ago(minutes=4), NOW).startswith("4 minute")
    assert time_in_words(ago(hours=2), NOW).startswith("2 hour")
    assert "2026" in time_in_words(ago(days=3), NOW)


def test_french_dates_are_french(in_french):
    assert short_date(ago(days=9), NOW) == "12 nov."
    assert full_date(NOW).startswith("samedi 21 novembre 2026")


def test_the_first_of_a_french_month_is_counted(in_french):
    first = datetime(2025, 10, 1, 11, 41, tzinfo=UTC)

    assert short_date(first, NOW) == "1er oct. 2025"
    assert day_name(first.date()) == "1er octobre 2025"
    assert weekday_date(first.date()) == "mercredi 1er octobre 2025"
    assert full_date(first).startswith("mercredi 1er octobre 2025")
    assert day_name(date(2026, 11, 11)) == "11 novembre 2026"
    QLocale.setDefault(QLocale("en_GB"))
    assert day_name(first.date()) == "1 October 2025"


def test_americans_put_the_month_first():
    QLocale.setDefault(QLocale("en_US"))

    assert short_date(ago(days=9), NOW) == "Nov 12"
    assert short_date(ago(days=400), NOW) == "Oct 17, 2025"


def test_a_moment_close_to_now_is_named_by_its_day():
    here = NOW.astimezone()
    near = {days: moment(here + timedelta(days=days), NOW) for days in (-1, 0, 1, 2, 9)}

    assert near[0] == f"Today {clock(here)}"
    assert near[1].startswith("Tomorrow ")
    assert near[-1].startswith("Yesterday ")
    assert near[2].startswith("Mon ")
    assert near[9].startswith("30 Nov ")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 second"), (-5, "0 second"), (40, "40 second"), (61, "2 minute"), (3_601, "2 hour")],
)
def test_how_long_still_never_says_too_little(seconds, said):
    assert until(NOW + timedelta(seconds=seconds), NOW).startswith(said)


def test_counts_are_grouped_as_the_language_does(in_french):
    assert count(1_284) == f"1{NARROW}284"
    QLocale.setDefault(QLocale("en_GB"))
    assert count(1_284) == "1,284"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0"),
        (9_999, "9,999"),
        (10_000, f"10{WIDE}k"),
        (12_845, f"12.8{WIDE}k"),
        (999_999, f"999{WIDE}k"),
        (1_000_000, f"1{WIDE}M"),
        (1_234_567, f"1.2{WIDE}M"),
    ],
)
def test_large_counts_are_shortened(number, said):
    assert short_count(number) == said


@given(some.integers(min_value=0, max_value=10**9))
def test_a_shortened_count_never_claims_more_than_there_is(number):
    said = short_count(number).replace(",", "")
    figure, _space, sign = said.partition(WIDE)

    assert float(figure) * {"": 1, "k": 1_000, "M": 1_000_000}[sign] <= number
    assert len(said) <= 9


def test_shares_and_sizes(in_french):
    assert percent(0.62) == f"62{NARROW}%"
    assert percent(0.0375, 1) == f"3,8{NARROW}%"
    assert file_size(48_000_000).endswith("Mo")
    QLocale.setDefault(QLocale("en_GB"))
    assert file_size(48_000_000).split() == ["48", "MB"]


@pytest.mark.parametrize(
    ("micros", "said"),
    [
        (0, "0"),
        (5_000_000, "5"),
        (2_150_000, "2.15"),
        (2_100_000, "2.10"),
        (5_000, "0.005"),
        (1_000, "0.001"),
        (1, "0.000001"),
        (1_234_500_000, "1,234.50"),
    ],
)
def test_money_has_as_many_digits_as_it_needs(micros: int, said: str):
    assert money(micros, "USD") == f"${said}"


def test_money_is_rounded_up_to_hundredths_where_that_is_enough():
    rounded = [money(micros, "EUR", is_rounded=True) for micros in (2_150_000, 2_150_001, 1, 0)]

    assert rounded == ["€2.15", "€2.16", "€0.01", "€0"]


def test_a_currency_without_a_sign_of_its_own_is_told_by_its_letters():
    assert money(7_000_000, "CHF") == f"CHF{WIDE}7"
    QLocale.setDefault(QLocale("fr_FR"))
    assert money(7_000_000, "CHF") == f"7{WIDE}CHF"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("en_US", "$1,234.50"),
        ("fr_FR", f"1\u202f234,50{WIDE}$"),
        ("de_DE", f"1.234,50{WIDE}$"),
        ("nl_NL", f"${WIDE}1.234,50"),
    ],
)
def test_money_is_written_as_the_place_writes_it(place: str, said: str):
    QLocale.setDefault(QLocale(place))

    assert money(1_234_500_000, "USD") == said


def test_a_day_of_the_calendar_is_named():
    day = date(2026, 8, 2)

    assert day_name(day) == "2 August 2026"
    QLocale.setDefault(QLocale("en_US"))
    assert day_name(day) == "August 2, 2026"
    QLocale.setDefault(QLocale("fr_FR"))
    assert day_name(day) == "2 août 2026"


def test_a_month_of_a_bill_is_named():
    assert month_name("2026-11") == "November 2026"


def test_money_and_months_are_said_in_french(in_french):
    assert money(2_150_000, "USD") == f"2,15{WIDE}$"
    assert month_name("2026-02") == "février 2026"
