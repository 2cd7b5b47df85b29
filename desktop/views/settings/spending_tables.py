"""What the money was spent on: by kind of call, call by call, and in former months."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal

from desktop.services.domain.bills import LedgerEntry, MonthBill
from desktop.ui.buttons import Button
from desktop.ui.cards import Card, Rule
from desktop.ui.figure_tables import FigureTable
from desktop.ui.labels import Label
from desktop.ui.setting_rows import SettingRow
from desktop.ui.theme import Theme
from desktop.ui.wording import count, moment, money, month_name
from desktop.views.settings.spending_words import call_in_words


class KindsCard(Card):
    """The month's calls by kind: how many, at which price, and what they came to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=0)
        self._table = FigureTable(
            theme, self.tr("This month"), self.tr("Number"), self.tr("Each"), self.tr("Sum")
        )
        self._none = Label(theme, self.tr("Nothing was spent this month."), "body", "text2")
        self._none.setContentsMargins(16, 12, 16, 12)
        self.column.addWidget(self._none)
        self.column.addWidget(self._table)

    def show_bill(self, bill: MonthBill) -> None:
        """Show another bill."""
        self._none.setVisible(not bill.lines)
        self._table.setVisible(bool(bill.lines))
        self._table.show_rows(
            [
                (
                    call_in_words(line.operation, line.is_owned),
                    count(line.units),
                    money(line.unit_price, bill.currency),
                    money(line.cost, bill.currency),
                )
                for line in bill.lines
            ]
        )


class CallsCard(Card):
    """The last calls one by one, the former months, and the way to a table of everything.

    Signals:
        save_asked: Save the whole ledger as a table.
    """

    save_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=0)
        self.column.setSpacing(0)
        self._last = FigureTable(
            theme, self.tr("Last requests"), self.tr("When"), self.tr("Number"), self.tr("Sum")
        )
        self._former = FigureTable(theme, self.tr("Former months"), self.tr("Sum"))
        self.save = Button(theme, self.tr("Save as a table…"), icon="download")
        self.save.setObjectName("saveSpending")
        self.save.clicked.connect(self.save_asked)
        self.column.addWidget(self._last)
        self.column.addWidget(self._former)
        self.column.addWidget(Rule(theme))
        self.column.addWidget(
            SettingRow(
                theme,
                self.tr("Every request"),
                self.tr("A table with one line for each request, for a spreadsheet."),
                self.save,
            )
        )

    def show_bill(self, bill: MonthBill, months: Sequence[tuple[str, int]], now: datetime) -> None:
        """Show another bill beside those of all months; hidden where there never was one."""
        self.setVisible(bool(months))
        self._last.setVisible(bool(bill.last))
        self._last.show_rows(
            [
                (
                    self._call(entry),
                    moment(entry.at, now),
                    count(entry.charged_units),
                    money(entry.cost, bill.currency),
                )
                for entry in bill.last
            ]
        )
        former = [(name, cost) for name, cost in months if name < bill.month]
        self._former.setVisible(bool(former))
        self._former.show_rows(
            [(month_name(name), money(cost, bill.currency)) for name, cost in former]
        )

    def _call(self, entry: LedgerEntry) -> str:
        words = call_in_words(entry.operation, entry.is_owned)
        if entry.is_confirmed:
            return words
        return self.tr("{call} (not confirmed)").format(call=words)
