"""The bar above a feed: whose posts, unread only, and what else to leave out."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.domain.feed import FeedFilter
from desktop.ui.buttons import IconButton
from desktop.ui.chips import Chip
from desktop.ui.key_hints import KeyHint
from desktop.ui.keymap import Keymap
from desktop.ui.menus import Menu
from desktop.ui.text import set_tooltip
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.feed.account_chips import AccountChips


class FilterBar(QWidget):
    """Chips for the accounts and the unread; `options` is the button of a menu with the rest.

    Signals:
        changed: Other entries should be shown.
        all_read_asked: Everything that is shown should count as read.
    """

    changed = Signal()
    all_read_asked = Signal()

    def __init__(self, theme: Theme, book: AccountBook, base: FeedFilter, keymap: Keymap) -> None:
        super().__init__()
        self._theme = theme
        self._base = base
        self._hides_replies = self._hides_reposts = False
        self.chips = AccountChips(theme, book)
        self.chips.chosen.connect(self.changed)
        self._unread = Chip(theme, self.tr("Unread only"), icon="circle-dot")
        self._unread.setObjectName("unreadOnly")
        self._unread.setVisible(not base.bookmarked_only)
        self._unread.toggled.connect(self.changed)
        KeyHint(keymap, "unread", self._unread, partial(set_tooltip, self._unread))
        self.options = IconButton(theme, "sliders-horizontal", self.tr("What this feed shows"))
        self.options.setObjectName("feedOptions")
        self.options.clicked.connect(self._show_options)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addWidget(self.chips, 1)
        row.addWidget(self._unread, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def tells_unread(self) -> bool:
        """Say whether the unread can be shown alone here."""
        return not self._base.bookmarked_only

    def toggle_unread(self) -> None:
        """Show the unread alone, or everything again."""
        self._unread.toggle()

    def filter(self) -> FeedFilter:
        """Return which entries are asked for."""
        return replace(
            self._base,
            account_ids=self.chips.choice,
            unread_only=self._unread.isChecked(),
            hide_replies=self._hides_replies,
            hide_reposts=self._hides_reposts,
        )

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many entries are unread for each account."""
        self.chips.set_counts(counts)

    def show_everything(self) -> None:
        """Take back all but the choice of an account, without a word."""
        before = self.blockSignals(True)
        self._unread.setChecked(False)
        self.blockSignals(before)
        self._hides_replies = self._hides_reposts = False
        self.options.setChecked(False)

    def _show_options(self) -> None:
        menu = Menu(self._theme, self)
        for icon, text, is_on, work in (
            ("reply", self.tr("Hide replies"), self._hides_replies, self._on_hide_replies),
            ("repeat-2", self.tr("Hide reposts"), self._hides_reposts, self._on_hide_reposts),
        ):
            line = menu.offer(icon, text, work)
            line.setCheckable(True)
            line.setChecked(is_on)
        menu.addSeparator()
        everything = self.tr("Mark everything as read")
        menu.offer("check-check", everything, self.all_read_asked.emit)
        menu.run(self.options.mapToGlobal(QPoint(0, self.options.height())))

    def _on_hide_replies(self) -> None:
        self._hides_replies = not self._hides_replies
        self._on_hidden_changed()

    def _on_hide_reposts(self) -> None:
        self._hides_reposts = not self._hides_reposts
        self._on_hidden_changed()

    def _on_hidden_changed(self) -> None:
        self.options.setCheckable(True)
        self.options.setChecked(self._hides_replies or self._hides_reposts)
        self.changed.emit()
