"""What this month cost against the user's cap, and the choice of the cap."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.services.domain.bills import MonthBill
from desktop.services.domain.prices import PRESETS, WARNING_PERCENT, next_month
from desktop.ui.badges import Badge
from desktop.ui.cards import Card, Rule
from desktop.ui.gauges import Gauge
from desktop.ui.labels import Label
from desktop.ui.segmented import Segmented
from desktop.ui.setting_rows import SettingRow
from desktop.ui.theme import Theme
from desktop.ui.wording import money, month_name, percent

_CENT = 10_000


class MonthCard(Card):
    """The month's sum as a bar with words, and the caps to choose from.

    Signals:
        cap_chosen: The user chose another cap; carries it in millionths.
    """

    cap_chosen = Signal(object)

    def __init__(self, theme: Theme, currency: str) -> None:
        super().__init__(theme, padding=0)
        self.column.setSpacing(0)
        words = QVBoxLayout()
        words.setContentsMargins(16, 14, 16, 14)
        words.setSpacing(8)
        head = QHBoxLayout()
        self._sum = Label(theme, "…", "title", wraps=True)
        self._badge = Badge(theme, "", "ok")
        head.addWidget(self._sum, 1)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addLayout(head)
        self.gauge = Gauge(theme, self.tr("Share of the monthly cap"), WARNING_PERCENT / 100)
        words.addWidget(self.gauge)
        self._state = Label(theme, "", "small", "text2", wraps=True)
        words.addWidget(self._state)
        self._unsure = Label(theme, "", "small", "text2", wraps=True)
        words.addWidget(self._unsure)
        self.column.addLayout(words)
        self.column.addWidget(Rule(theme))
        choices = [(str(cap), money(cap, currency), None) for cap in PRESETS]
        self._caps = Segmented(theme, self.tr("Monthly cap"), choices)
        self._caps.chosen.connect(self._on_cap_chosen)
        self.column.addWidget(
            SettingRow(
                theme,
                self.tr("Monthly cap"),
                self.tr("Nothing is asked of X that could cost more than this in a month."),
                self._caps,
            )
        )

    def show_bill(self, bill: MonthBill) -> None:
        """Show another bill."""
        total = money(bill.total, bill.currency, is_rounded=True)
        cap = money(bill.cap, bill.currency)
        self._sum.setText(self.tr("{sum} of {cap} this month").format(sum=total, cap=cap))
        tone, badge, state = self._state_of(bill)
        self._badge.show_state(badge, tone)
        self._state.setText(state)
        self.gauge.show_share(bill.share, tone, f"{self._sum.text()}. {badge}.")
        self._unsure.setVisible(bool(bill.unconfirmed))
        self._unsure.setText(
            self.tr(
                "{sum} of it is not confirmed: an answer of X was lost, "
                "so Crieur counts the most that it can have cost."
            ).format(sum=money(bill.unconfirmed, bill.currency))
        )
        if bill.cap in PRESETS:
            self._caps.set_choice(str(bill.cap))

    def _state_of(self, bill: MonthBill) -> tuple[str, str, str]:
        """Return the tone, the word and the sentence for how near the cap is."""
        if bill.is_reached:
            state = self.tr(
                "Crieur asks X nothing more that costs money until {month} begins, "
                "unless you raise the cap. Your saved posts stay readable."
            ).format(month=month_name(next_month(bill.month)))
            return "danger", self.tr("Cap reached"), state
        # Rounded down, so that it and the sum together are never more than the cap.
        left = money(bill.left // _CENT * _CENT, bill.currency)
        state = self.tr("There is {left} left for {month}.").format(
            left=left, month=month_name(bill.month)
        )
        if bill.is_near_cap:
            share = percent(int(bill.share * 100) / 100)
            return "warn", self.tr("{share} used").format(share=share), state
        return "ok", self.tr("Within the cap"), state

    def _on_cap_chosen(self, key: str) -> None:
        self.cap_chosen.emit(int(key))
