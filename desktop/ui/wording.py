"""Say dates, counts and sizes as the user's language does."""

import re
from datetime import date, datetime, timedelta

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QLocale,
    QTime,
)

_NO_BREAK, _NARROW_NO_BREAK = "\u00a0", "\u202f"
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_CLOSE = re.compile(r"(?<=[A-Z])(?=\d)|(?<=\d)(?=[A-Z])")
_FIRST = re.compile(r"(?<!\d)1(?= \D)")
_SHORTENED_FROM = 10_000


def relative_time(at: datetime, now: datetime) -> str:
    """Return how long ago something was, as short as a list wants it: "4 min", "1 h", "12 Nov"."""
    minutes = int((now - at).total_seconds() // 60)
    if minutes < 1:
        return QCoreApplication.translate("Wording", "now")
    if minutes < 60:
        return QCoreApplication.translate("Wording", "%n min", "", minutes)
    if minutes < 24 * 60:
        return QCoreApplication.translate("Wording", "%n h", "", minutes // 60)
    return short_date(at, now)


def time_in_words(at: datetime, now: datetime) -> str:
    """Return how long ago something was, as a screen reader should say it."""
    minutes = int((now - at).total_seconds() // 60)
    if minutes < 1:
        return QCoreApplication.translate("Wording", "just now")
    if minutes < 60:
        return QCoreApplication.translate("Wording", "%n minute(s) ago", "", minutes)
    if minutes < 24 * 60:
        return QCoreApplication.translate("Wording", "%n hour(s) ago", "", minutes // 60)
    return full_date(at)


def short_date(at: datetime, now: datetime) -> str:
    """Return the day, with its year only when it is not this one: "12 Nov", "12 Nov 2025"."""
    here, today = at.astimezone(), now.astimezone()
    if here.year == today.year:
        pattern = "MMM d" if _is_month_first() else "d MMM"
    else:
        pattern = "MMM d, yyyy" if _is_month_first() else "d MMM yyyy"
    return _day(_date(here), pattern)


def day_name(day: date) -> str:
    """Return a day of a calendar, wherever it is: "22 August 2026"."""
    pattern = "MMMM d, yyyy" if _is_month_first() else "d MMMM yyyy"
    return _day(QDate(day.year, day.month, day.day), pattern)


def weekday_date(day: date) -> str:
    """Return a day with its weekday: "Saturday 21 November 2026"."""
    return _day(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def full_date(at: datetime) -> str:
    """Return the day and the time in full: "Saturday 21 November 2026, 10:42"."""
    day = weekday_date(at.astimezone().date())
    return QCoreApplication.translate("Wording", "{day}, {time}").format(day=day, time=clock(at))


def clock(at: datetime) -> str:
    """Return the time of day here: "10:42"."""
    here = at.astimezone()
    return QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)


def moment(at: datetime, now: datetime) -> str:
    """Return a day close to now with its time: "Today 17:00", "Sat 09:00", "12 Nov 08:30"."""
    days = (at.astimezone().date() - now.astimezone().date()).days
    words = {
        -1: QCoreApplication.translate("Wording", "Yesterday {time}"),
        0: QCoreApplication.translate("Wording", "Today {time}"),
        1: QCoreApplication.translate("Wording", "Tomorrow {time}"),
    }
    if days in words:
        return words[days].format(time=clock(at))
    is_this_week = 1 < days < 7
    here = at.astimezone()
    day = QLocale().toString(_date(here), "ddd") if is_this_week else short_date(at, now)
    return QCoreApplication.translate("Wording", "{day} {time}").format(day=day, time=clock(at))


def until(at: datetime, now: datetime) -> str:
    """Return how long it still takes until then: "4 minutes", "40 seconds"."""
    left = max(at - now, timedelta())
    seconds = round(left.total_seconds())
    if seconds < 60:
        return QCoreApplication.translate("Wording", "%n second(s)", "", seconds)
    if seconds < 3600:
        return QCoreApplication.translate("Wording", "%n minute(s)", "", -(-seconds // 60))
    return QCoreApplication.translate("Wording", "%n hour(s)", "", -(-seconds // 3600))


def count(number: int) -> str:
    """Return a whole number with the language's grouping: "1,284", "1 284"."""
    return QLocale().toString(number)


def short_count(number: int) -> str:
    """Return a number that fits a list: whole below 10,000, then "12.8 k" and "1.2 M"."""
    if number < _SHORTENED_FROM:
        return count(number)
    divisor, sign = (1_000, "k") if number < 1_000_000 else (1_000_000, "M")
    whole, tenths = divmod(number * 10 // divisor, 10)
    # Rounded down: a count never claims more than there is.
    if whole >= 100 or not tenths:
        return f"{count(whole)}{_NO_BREAK}{sign}"
    return f"{QLocale().toString(whole + tenths / 10, 'f', 1)}{_NO_BREAK}{sign}"


def percent(share: float, digits: int = 0) -> str:
    """Return a share of 1 in percent: "62 %"."""
    return f"{QLocale().toString(share * 100, 'f', digits)}{_NARROW_NO_BREAK}{QLocale().percent()}"


def money(micros: int, currency: str, *, is_rounded: bool = False) -> str:
    """Return millionths of a currency as the language writes money: "$2.15", "2,15 $", "$0.005".

    A whole amount has no decimals. `is_rounded` leaves hundredths only, rounded up: what is spent
    never looks smaller than it is.
    """
    if is_rounded:
        micros = -(-micros // 10_000) * 10_000
    digits = 0 if micros % 1_000_000 == 0 else 2
    while micros * 10**digits % 1_000_000:
        digits += 1
    sign = _SIGNS.get(currency, currency)
    amount = QLocale().toCurrencyString(micros / 1_000_000, sign, digits)
    # A sign stands close to its figures where the language has it so; letters never do.
    return _CLOSE.sub(_NO_BREAK, amount)


def month_name(month: str) -> str:
    """Return a month such as "2026-11" in words: "November 2026"."""
    return QLocale().toString(QDate.fromString(f"{month}-01", "yyyy-MM-dd"), "MMMM yyyy")


def file_size(size: int) -> str:
    """Return a size in the language's units: "48 MB", "48 Mo"."""
    digits = 0 if size < 1_000_000 or size >= 10_000_000 else 1
    return QLocale().formattedDataSize(size, digits, QLocale.DataSizeFormat.DataSizeSIFormat)


def _day(day: QDate, pattern: str | QLocale.FormatType) -> str:
    said = QLocale().toString(day, pattern)
    # French counts the first of a month, and only that one: "1er mai", "2 mai".
    if day.day() == 1 and QLocale().language() == QLocale.Language.French:
        said = _FIRST.sub("1er", said, count=1)
    return said


def _is_month_first() -> bool:
    # Only some English-speaking countries do that.
    return QLocale().dateFormat(QLocale.FormatType.ShortFormat).startswith("M")


def _date(at: datetime) -> QDate:
    return QDate(at.year, at.month, at.day)
