"""The page of all controls in all their states."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.badges import Badge, CountBadge
from desktop.ui.banners import Banner
from desktop.ui.buttons import Button, IconButton
from desktop.ui.cards import Card, Ground
from desktop.ui.chips import Chip
from desktop.ui.fields import ComboBox, Field, LineEdit, SearchBox, TextEdit
from desktop.ui.labels import Label
from desktop.ui.link_buttons import LinkButton
from desktop.ui.meters import Meter
from desktop.ui.segmented import Segmented
from desktop.ui.switches import CheckBox, Switch
from desktop.ui.theme import Theme
from desktop.ui.toasts import Toasts


def hovered(widget: QWidget) -> QWidget:
    """Return the widget as if the pointer were on it."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    return widget


def focused(widget: QWidget) -> QWidget:
    """Return the widget as if Tab had brought the focus to it."""
    came = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(widget, came)
    return widget


def pressed(button: Button) -> Button:
    """Return the button as if it were held down."""
    button.setDown(True)
    return button


def disabled(widget: QWidget) -> QWidget:
    """Return the widget as one that cannot be used."""
    widget.setEnabled(False)
    return widget


def busy(button: Button) -> Button:
    """Return the button while it works."""
    button.set_busy("Sending…")
    return button


def checked(button: Chip | Switch | CheckBox) -> QWidget:
    """Return the toggle as chosen."""
    button.setChecked(True)
    return button


def controls(theme: Theme) -> QWidget:
    """Return the page of all controls in all states."""
    page = Ground(theme)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 20, 24, 24)
    column.setSpacing(12)
    column.addWidget(Label(theme, "Component states", "title"))
    for title, content in (
        ("Buttons", buttons(theme)),
        ("Fields", fields(theme)),
        ("Chips, badges, switches", small_things(theme)),
        ("Similarity meter", meters(theme)),
    ):
        column.addWidget(titled(theme, title, content))
    banner = Banner(theme)
    banner.show_message(
        "Mastodon needs you to sign in again.",
        "Posts for @lumiere@piaille.fr wait in the outbox.",
        "warn",
        "Reconnect",
        action_icon="refresh-cw",
    )
    column.addWidget(banner)
    danger = Banner(theme)
    danger.show_message("31 negative mentions since 08:00. Usual: 4 a day.", "", "danger", "Open")
    column.addWidget(danger)
    column.addLayout(_toasts(theme))
    column.addStretch(1)
    return page


def titled(theme: Theme, title: str, content: QLayout) -> Card:
    """Return a card with a heading over its content."""
    card = Card(theme)
    card.column.setContentsMargins(20, 16, 20, 16)
    card.column.addWidget(Label(theme, title, "heading"))
    card.column.addLayout(content)
    return card


def _toasts(theme: Theme) -> QHBoxLayout:
    """Return places that each show a toast, as wide as their words."""
    row = QHBoxLayout()
    for words, way, keys, icon in (
        ("Mention ignored", "Undo", "Ctrl Z", "check"),
        ("Scheduled for tomorrow 06:45", "View", "", "calendar-clock"),
    ):
        place = Ground(theme)
        place.setMinimumSize(theme.px(420), theme.px(80))
        Toasts(theme, place).show(words, print, action_text=way, keys=keys, icon=icon)
        row.addWidget(place)
    row.addStretch(1)
    return row


def meters(theme: Theme) -> QHBoxLayout:
    """Return a meter below, near and above its limit."""
    row = QHBoxLayout()
    row.setSpacing(24)
    for share, tone, words in (
        (0.27, "ok", "27 % · ready"),
        (0.36, "warn", "36 % · getting close"),
        (0.62, "danger", "62 % · change more words"),
    ):
        meter = Meter(theme, "Similarity", 0.40)
        meter.show_share(share, tone, words)
        row.addWidget(meter, 1)
    return row


def buttons(theme: Theme) -> QGridLayout:
    """Return each kind of button in each state."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(44)
    grid.setVerticalSpacing(10)
    heads = ("Default", "Hover", "Focus", "Pressed", "Disabled", "Loading")
    for place, head in enumerate(heads):
        grid.addWidget(Label(theme, head, "caption", "text2"), 0, place + 1)
    kinds = (
        ("primary", "Publish", "send"),
        ("secondary", "Assign", "user-plus"),
        ("ghost", "Ignore", "eye-off"),
        ("danger", "Delete", "trash-2"),
    )
    states: tuple[Callable[[Button], QWidget], ...] = (
        lambda button: button,
        hovered,
        focused,
        pressed,
        disabled,
        busy,
    )
    for row, (kind, text, icon) in enumerate(kinds, 1):
        grid.addWidget(Label(theme, kind.capitalize(), "caption", "text2"), row, 0)
        for place, state in enumerate(states, 1):
            button = state(Button(theme, text, kind, icon))
            grid.addWidget(button, row, place, Qt.AlignmentFlag.AlignLeft)
    grid.setColumnStretch(7, 1)
    return grid


def fields(theme: Theme) -> QGridLayout:
    """Return fields in their states."""
    editor = LineEdit(theme, icon="search")
    editor.setText("brioche")
    editor.setObjectName("focusHere")
    wrong = LineEdit(theme)
    wrong.setText("lumiere lyon")
    locked = LineEdit(theme)
    locked.setText("Publicité")
    locked.setReadOnly(True)
    secret = LineEdit(theme, is_secret=True)
    secret.setText("abcd-efgh")
    combo = ComboBox(theme)
    combo.addItems(["12 months", "24 months"])
    problem = Field(theme, "Error", wrong)
    problem.set_problem("Use a full address, such as lumiere-lyon.fr")
    text = Field(theme, "Several lines", TextEdit(theme, "What is new in your shop?", rows=2))
    refused = TextEdit(theme, rows=2)
    refused.setPlainText("Fresh brioche from seven o’clock.")
    wrong_text = Field(theme, "Several lines, error", refused)
    wrong_text.set_problem("12 characters too many.")
    shown = (
        Field(theme, "Default", SearchBox(theme, "Search…", "Ctrl K")),
        Field(theme, "Focus", editor),
        problem,
        Field(theme, "Read only", locked),
        Field(theme, "Disabled", disabled(LineEdit(theme, "Not available"))),
        Field(theme, "Secret", secret, "Bluesky makes one for you."),
        Field(theme, "Choice", combo),
        text,
        wrong_text,
    )
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(12)
    for number, field in enumerate(shown):
        grid.addWidget(field, number // 5, number % 5, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(number % 5, 1)
    return grid


def small_things(theme: Theme) -> QVBoxLayout:
    """Return chips, switches, badges and buttons of other sizes."""
    column = QVBoxLayout()
    column.setSpacing(10)
    for widgets in (_toggles(theme), _badges(theme), _others(theme)):
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
    return column


def _toggles(theme: Theme) -> list[QWidget]:
    warned = Chip(theme, "Sign in again", "mastodon")
    warned.set_warning("Signed out")
    return [
        checked(Chip(theme, "All accounts")),
        Chip(theme, "X", "x", "9"),
        hovered(Chip(theme, "Bluesky", "bluesky")),
        focused(Chip(theme, "Mastodon", "mastodon")),
        warned,
        checked(Switch(theme, "On")),
        Switch(theme, "Off"),
        focused(checked(Switch(theme, "Focus"))),
        disabled(Switch(theme, "Disabled")),
        checked(CheckBox(theme, "Alarms")),
        CheckBox(theme, "Unread only"),
        IconButton(theme, "ellipsis", "More"),
        hovered(IconButton(theme, "refresh-cw", "Refresh")),
        focused(IconButton(theme, "x", "Close")),
        LinkButton(theme, "Start here"),
    ]


def _badges(theme: Theme) -> list[QWidget]:
    return [
        Badge(theme, "You qualify · your score is 57", "ok"),
        Badge(theme, "Needs score 40 · you have 32", "neutral", "lock"),
        Badge(theme, "Too close: 62 %", "warn"),
        Badge(theme, "Negative", "danger", "trending-down"),
        Badge(theme, "Friend", "neutral", "users"),
        CountBadge(theme, "14", is_alarm=True),
        CountBadge(theme, "3"),
    ]


def _others(theme: Theme) -> list[QWidget]:
    views = (("feed", "One feed", "list"), ("columns", "Columns", "columns-3"))
    return [
        Segmented(theme, "View", views),
        Button(theme, "Open the demo", "primary", "play", size="large", shortcut_hint="↵"),
        Button(theme, "Delete everything…", "quiet_danger", "trash-2"),
        Button(theme, "Compact", size="compact"),
    ]
