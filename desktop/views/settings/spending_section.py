"""Settings, spending: what X cost this month, on what, and how much it may cost at most."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.bills import MonthBill
from desktop.services.domain.errors import CrieurError
from desktop.ui.cards import Rule
from desktop.ui.labels import Label
from desktop.ui.points import Point
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.switches import Switch
from desktop.ui.tasks import FILES, STORE, Tasks
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme
from desktop.ui.wording import day_name, money
from desktop.views.account_book import AccountBook
from desktop.views.session import Session
from desktop.views.settings.spending_month import MonthCard
from desktop.views.settings.spending_tables import CallsCard, KindsCard
from desktop.views.settings.spending_words import table_heads, table_names


@dataclass(frozen=True, slots=True)
class _Report:
    bill: MonthBill
    months: tuple[tuple[str, int], ...]
    owners: frozenset[int]
    home_readers: frozenset[int]


class SpendingSection(QWidget):
    """This month's bill of X against the user's cap, and what makes it cheaper.

    Signals:
        said: A short sentence confirms what was done; carries it.
        failed: Something did not work; carries 0 and the exception.
    """

    said = Signal(str)
    failed = Signal(int, object)

    def __init__(self, theme: Theme, session: Session, book: AccountBook, tasks: Tasks) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._book = book
        self._tasks = tasks
        self._spending = session.spending
        self._timeline = session.timeline
        self._currency = self._spending.prices.currency
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.tr("Spending on X"), "heading"))
        self._month = MonthCard(theme, self._currency)
        self._month.cap_chosen.connect(self._on_cap_chosen)
        self._kinds = KindsCard(theme)
        self._account_card = SettingCard(theme)
        self._calls = CallsCard(theme)
        self._calls.save_asked.connect(self._on_save)
        for card in (self._month, self._kinds, self._account_card, self._calls):
            column.addWidget(card)
        column.addWidget(Point(theme, "tag", self._where_prices_are_from()))
        column.addWidget(
            Point(
                theme,
                "info",
                self.tr(
                    "These figures are Crieur’s own count, by UTC days as X counts. "
                    "What X’s developer console says is the bill."
                ),
            )
        )
        column.addStretch(1)
        book.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the bill again."""
        self._tasks.run(STORE, self._read, owner=self, done=self._show)

    def _read(self) -> _Report:
        accounts = self._session.accounts.all()
        owners = frozenset(each.id for each in accounts if self._spending.owns_app(each.id))
        metered = [each for each in accounts if self._is_metered(each)]
        readers = frozenset(each.id for each in metered if self._timeline.reads_home(each.id))
        return _Report(self._spending.month(), self._spending.months(), owners, readers)

    def _where_prices_are_from(self) -> str:
        prices = self._spending.prices
        return self.tr("Prices as published on {date}. Source: {source}").format(
            date=day_name(prices.as_of), source=prices.source
        )

    def _show(self, report: _Report) -> None:
        self._month.show_bill(report.bill)
        self._kinds.show_bill(report.bill)
        self._show_accounts(report)
        self._calls.show_bill(report.bill, report.months, self._session.clock())

    def _show_accounts(self, report: _Report) -> None:
        column = self._account_card.column
        while (item := column.takeAt(0)) is not None:
            item.widget().deleteLater()
        metered = [each for each in self._book.all() if self._is_metered(each)]
        self._account_card.setVisible(bool(metered))
        for account in metered:
            rows = (
                self._home_row(account, account.id in report.home_readers),
                self._owner_row(account, account.id in report.owners),
            )
            for row in rows:
                if column.count():
                    column.addWidget(Rule(self._theme))
                column.addWidget(row)

    def _home_row(self, account: Account, reads_home: bool) -> SettingRow:
        handle = isolate(f"@{clean_name(account.handle)}")
        switch = Switch(self._theme, "")
        switch.setObjectName(f"readsHome-{account.id}")
        switch.setChecked(reads_home)
        switch.toggled.connect(partial(self._on_home_chosen, account.id))
        estimate = partial(self._spending.refresh_estimate, account.id)
        return SettingRow(
            self._theme,
            self.tr("Read the home feed of {handle} too when fetching").format(handle=handle),
            self.tr(
                "Fetching new mentions costs at most {mentions} each time, with the home feed at "
                "most {both}. Nothing is fetched before you ask for it."
            ).format(
                mentions=self._exact(estimate(reads_home=False)),
                both=self._exact(estimate(reads_home=True)),
            ),
            switch,
        )

    def _owner_row(self, account: Account, is_owner: bool) -> SettingRow:
        prices = self._spending.prices
        handle = isolate(f"@{clean_name(account.handle)}")
        switch = Switch(self._theme, "")
        switch.setObjectName(f"ownsApp-{account.id}")
        switch.setChecked(is_owner)
        switch.toggled.connect(partial(self._on_owner_chosen, account.id))
        return SettingRow(
            self._theme,
            self.tr("{handle} owns the app whose key it uses").format(handle=handle),
            self.tr(
                "Reading its own posts, mentions, lists and followers then costs {owned} each "
                "instead of {post} to {person}. Switch it on only if X’s developer console shows "
                "the app under this very account."
            ).format(
                owned=self._exact(prices.owned_prices["post_read"]),
                post=self._exact(prices.unit_prices["post_read"]),
                person=self._exact(prices.unit_prices["user_read"]),
            ),
            switch,
        )

    def _is_metered(self, account: Account) -> bool:
        is_of_network = account.network == self._spending.prices.network
        return is_of_network and Cap.KEYLESS not in account.caps

    def _exact(self, micros: int) -> str:
        return money(micros, self._currency)

    def _on_cap_chosen(self, cap: int) -> None:
        self._change(partial(self._spending.set_cap, cap))

    def _on_owner_chosen(self, account_id: int, is_owner: bool) -> None:
        self._change(partial(self._spending.set_owns_app, account_id, is_owner))

    def _on_home_chosen(self, account_id: int, reads_home: bool) -> None:
        self._change(partial(self._timeline.set_reads_home, account_id, reads_home))

    def _change(self, work: partial[None]) -> None:
        self._tasks.run(STORE, work, owner=self, done=self._on_changed, failed=self._on_failed)

    def _on_changed(self, _outcome: object) -> None:
        self.refresh()

    def _on_save(self) -> None:
        name = f"{self._session.slug}.spending.csv"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as a table"), name)
        if path:
            self._calls.save.set_busy(self.tr("Saving…"))
            work = partial(
                self._spending.export, Path(path), table_heads(self._currency), table_names()
            )
            self._tasks.run(FILES, work, owner=self, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, _outcome: object) -> None:
        self._calls.save.set_busy(None)
        self.said.emit(self.tr("Table saved."))

    def _on_failed(self, error: Exception) -> None:
        self._calls.save.set_busy(None)
        self.refresh()
        if isinstance(error, CrieurError):
            self.failed.emit(0, error)
        else:
            self._tasks.unhandled.emit(error)
