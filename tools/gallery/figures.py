"""Figures and moments: tables, sparklines, gauges, pickers of days, times and numbers."""

from datetime import UTC, datetime, time, timedelta

from controls import focused, titled
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.calendars import Calendar
from desktop.ui.cards import Card, Ground
from desktop.ui.fields import Field
from desktop.ui.figure_tables import FigureTable
from desktop.ui.gauges import Gauge
from desktop.ui.labels import Label
from desktop.ui.moment_boxes import MomentBox
from desktop.ui.record_model import Column
from desktop.ui.record_table import RecordTable
from desktop.ui.sparklines import Sparkline
from desktop.ui.spin_boxes import NumberBox, TimeBox
from desktop.ui.theme import Theme

NOW = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)
PAYMENTS = (
    ("Léa Fournier", "12 Nov", "Paid", "ok", 90.0),
    ("Karim Haddad", "14 Nov", "Proof not found", "warn", 45.0),
    ("Les Fournils des Monts d’Or", "20 Nov", "PayPal refused: no such account", "danger", 120.0),
    ("Inès Moreau", "21 Nov", "Waits for proof", "neutral", 60.0),
)
COLUMNS = (
    Column("Influencer", lambda row: row[0], lambda row: row[0]),
    Column("Sent", lambda row: row[1], lambda row: row[1]),
    Column("State", lambda row: row[2], tone=lambda row: row[3]),
    Column("Fee", lambda row: f"{row[4]:.2f} €", lambda row: row[4], is_figure=True),
)


def figures(theme: Theme) -> QWidget:
    """Return the page of figures and moments."""
    page = Ground(theme)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 20, 24, 24)
    column.setSpacing(12)
    column.addWidget(Label(theme, "Figures and moments", "title"))
    column.addWidget(titled(theme, "Moments", _moments(theme)))
    column.addWidget(titled(theme, "Sparklines and gauges", _courses(theme)))
    ledger = Card(theme)
    # Room for the round corners, none at the sides: the rows reach from edge to edge.
    ledger.column.setContentsMargins(1, 6, 1, 6)
    ledger.column.addWidget(_table(theme))
    column.addWidget(ledger)
    plain = Card(theme, padding=0)
    table = FigureTable(theme, "Kind of call", "Calls", "Cost")
    table.show_rows([("Reading posts", "1,284", "2.15 $"), ("Publishing", "12", "0.18 $")])
    plain.column.addWidget(table)
    column.addWidget(plain)
    column.addStretch(1)
    return page


def _moments(theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(24)
    fields = QVBoxLayout()
    fields.setSpacing(12)
    late = MomentBox(theme, "", NOW - timedelta(days=2), now=lambda: NOW)
    problem = Field(theme, "Error", late)
    problem.set_problem("This moment is past. Choose a later one.")
    off = MomentBox(theme, "", NOW, now=lambda: NOW)
    off.setEnabled(False)
    months = NumberBox(theme, "", 1, 120)
    months.setValue(24)
    for field in (
        Field(theme, "Publish at", MomentBox(theme, "", NOW, now=lambda: NOW)),
        problem,
        Field(theme, "Disabled", off),
    ):
        fields.addWidget(field)
    fields.addStretch(1)
    others = QVBoxLayout()
    others.setSpacing(12)
    others.addWidget(Field(theme, "Quiet from", TimeBox(theme, "", time(22, 0))))
    others.addWidget(Field(theme, "Months kept", months))
    others.addStretch(1)
    calendar = Calendar(theme)
    calendar.set_today(QDate(2026, 11, 21))
    calendar.setMinimumDate(QDate(2026, 11, 12))
    calendar.setSelectedDate(QDate(2026, 11, 25))
    month = Card(theme, padding=8, tone="raised")
    month.column.addWidget(calendar)
    row.addLayout(fields)
    row.addLayout(others)
    row.addWidget(month, 0, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    return row


def _courses(theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(24)
    for token, values, goal in (
        ("chart1", (12, 14, 13, 17, 19, 18, 24), 20),
        ("chart2", (9, 8, 8, None, None, 5, 6), None),
        ("chart_neg", (1, 0, 2, 1, 9, 31, 22), None),
    ):
        line = Sparkline(theme, "Mentions a day", token)
        line.show_values(values, "Mentions rose from 12 to 24 a day in a week.", goal)
        row.addWidget(line)
    for share, tone in ((0.43, "ok"), (0.86, "warn"), (1.0, "danger")):
        gauge = Gauge(theme, "Share of the cap", 0.8)
        gauge.show_share(share, tone, "2.15 $ of 5 $ this month")
        row.addWidget(gauge)
    return row


def _table(theme: Theme) -> RecordTable:
    table = RecordTable(theme, "Payments", COLUMNS, is_whole=True)
    table.show_records(PAYMENTS)
    table.records.sort(3, Qt.SortOrder.DescendingOrder)
    table.setCurrentIndex(table.records.index(1, 0))
    table.hovered_row = 2
    return focused(table)
