"""Draw every control of the kit in every state, light and dark, into pictures to look at.

python tools/gallery.py FOLDER [--scale 2] [--text 150]
"""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.badges import Badge, CountBadge
from desktop.ui.banners import Banner
from desktop.ui.buttons import Button, IconButton, LinkButton
from desktop.ui.cards import Card, Ground
from desktop.ui.chips import Chip
from desktop.ui.fields import ComboBox, Field, LineEdit, SearchBox, TextEdit
from desktop.ui.labels import Label
from desktop.ui.menus import Menu
from desktop.ui.panes import Header, ScrollPane, Splitter
from desktop.ui.progress import Progress
from desktop.ui.rail import Rail
from desktop.ui.segmented import Segmented
from desktop.ui.states import EmptyState, SkeletonRows
from desktop.ui.switches import CheckBox, Switch
from desktop.ui.theme import Theme
from desktop.ui.toasts import Toasts
from desktop.ui.welcome_art import WelcomeArt


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
    ):
        card = Card(theme)
        card.column.setContentsMargins(20, 16, 20, 16)
        card.column.addWidget(Label(theme, title, "heading"))
        card.column.addLayout(content)
        column.addWidget(card)
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
    column.addStretch(1)
    toasts = Toasts(theme, page)
    toasts.show("Mention ignored", print, keys="Ctrl Z")
    return page


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


def fields(theme: Theme) -> QVBoxLayout:
    """Return fields in their states."""
    row = QHBoxLayout()
    row.setSpacing(12)
    editor = LineEdit(theme)
    editor.setText("brioche")
    editor.setObjectName("focusHere")
    wrong = LineEdit(theme)
    wrong.setText("lumiere lyon")
    locked = LineEdit(theme, icon="lock")
    locked.setText("Publicité")
    locked.setReadOnly(True)
    off = LineEdit(theme, "Not available")
    off.setEnabled(False)
    secret = LineEdit(theme, is_secret=True)
    secret.setText("abcd-efgh")
    combo = ComboBox(theme, "Keep mentions for")
    combo.addItems(["12 months", "24 months"])
    problem = Field(theme, "Error", wrong)
    problem.set_problem("Use a full address, such as lumiere-lyon.fr")
    for field in (
        Field(theme, "Default", SearchBox(theme, "Search…", "Ctrl K")),
        Field(theme, "Focus", editor),
        problem,
        Field(theme, "Read only", locked),
        Field(theme, "Disabled", off),
        Field(theme, "Secret", secret, "Bluesky makes one for you."),
        Field(theme, "Choice", combo),
    ):
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.addLayout(row)
    text = TextEdit(theme, "What is new in your shop?", rows=2)
    column.addWidget(text)
    return column


def small_things(theme: Theme) -> QVBoxLayout:
    """Return chips, switches and badges."""
    first = QHBoxLayout()
    first.setSpacing(8)
    warned = Chip(theme, "Sign in again", "mastodon")
    warned.set_warning("Signed out")
    for widget in (
        checked(Chip(theme, "All accounts")),
        Chip(theme, "X", "x", "9"),
        hovered(Chip(theme, "Bluesky", "bluesky")),
        focused(Chip(theme, "Mastodon", "mastodon")),
        warned,
        checked(Switch(theme, "On")),
        Switch(theme, "Off"),
        focused(checked(Switch(theme, "Focus"))),
        disabled(Switch(theme, "Disabled")),
        checked(CheckBox(theme, "")),
        CheckBox(theme, "Unread only"),
        IconButton(theme, "ellipsis", "More"),
        hovered(IconButton(theme, "refresh-cw", "Refresh")),
        focused(IconButton(theme, "x", "Close")),
        LinkButton(theme, "Start here"),
    ):
        first.addWidget(widget)
    first.addStretch(1)
    second = QHBoxLayout()
    second.setSpacing(8)
    for widget in (
        Badge(theme, "You qualify · your score is 57", "ok"),
        Badge(theme, "Needs score 40 · you have 32", "neutral", "lock"),
        Badge(theme, "Too close: 62 %", "warn"),
        Badge(theme, "Negative", "danger", "trending-down"),
        Badge(theme, "Friend", "neutral", "users"),
        CountBadge(theme, "14", is_alarm=True),
        CountBadge(theme, "3"),
    ):
        second.addWidget(widget)
    second.addStretch(1)
    third = QHBoxLayout()
    third.setSpacing(8)
    for widget in (
        Segmented(
            theme, "View", (("feed", "One feed", "list"), ("columns", "Columns", "columns-3"))
        ),
        Button(theme, "Open the demo", "primary", "play", size="large", shortcut_hint="↵"),
        Button(theme, "Delete everything…", "quiet_danger", "trash-2"),
        Button(theme, "Compact", size="compact"),
    ):
        third.addWidget(widget)
    third.addStretch(1)
    column = QVBoxLayout()
    column.setSpacing(10)
    column.addLayout(first)
    column.addLayout(second)
    column.addLayout(third)
    return column


def places(theme: Theme) -> QWidget:
    """Return the frame of the window with the states a place can be in."""
    page = Ground(theme)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    rail = Rail(theme)
    rail.set_identity("Boulangerie Lumière", "3 accounts")
    rail.add_place("home", "house", "Home", "Ctrl+1")
    rail.add_place("monitoring", "radar", "Monitoring", "Ctrl+2")
    rail.add_place("marketplace", "store", "Marketplace", "Ctrl+3")
    rail.add_place("metrics", "chart-line", "Metrics", "Ctrl+4")
    rail.add_place("accounts", "users", "Accounts", in_foot=True)
    rail.add_place("settings", "settings", "Settings", in_foot=True)
    rail.set_count("monitoring", "14", "14 mentions", is_alarm=True)
    rail.set_count("marketplace", "3", "3 briefs")
    rail.set_place("home")
    rail.set_connection("Up to date · 10:42")
    row.addWidget(rail)
    right = QVBoxLayout()
    right.setSpacing(0)
    header = Header(theme, "Home")
    header.add(
        Segmented(
            theme, "View", (("feed", "One feed", "list"), ("columns", "Columns", "columns-3"))
        )
    )
    search = SearchBox(theme, "Search or jump to…", "Ctrl K")
    search.setFixedWidth(theme.px(244))
    header.add(search)
    right.addWidget(header)
    right.addWidget(_panes(theme), 1)
    row.addLayout(right, 1)
    narrow = Rail(theme)
    narrow.set_identity("Boulangerie Lumière", "3 accounts")
    for key, icon in (("home", "house"), ("monitoring", "radar"), ("people", "users")):
        narrow.add_place(key, icon, key.capitalize())
    narrow.set_count("monitoring", "14", "14 mentions", is_alarm=True)
    narrow.set_place("home")
    narrow.set_connection("Offline · 2 waiting", "warn", "wifi-off")
    narrow.set_narrow(True)
    row.addWidget(narrow)
    return page


def _panes(theme: Theme) -> QWidget:
    pane = ScrollPane(theme)
    banner = Banner(theme)
    banner.show_message(
        "You are offline. Reading saved posts from 10:42.",
        "Posts you send will wait here and go out when you are back.",
        "neutral",
        "Try again",
        icon="wifi-off",
        action_icon="refresh-cw",
    )
    pane.column.addWidget(banner)
    grid = QGridLayout()
    grid.setSpacing(16)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    waiting = Card(theme, padding=20)
    progress = Progress(theme)
    progress.show_progress("Fetching mentions from 3 accounts…", 55, 100)
    waiting.column.addWidget(progress)
    waiting.column.addWidget(SkeletonRows(theme, 4))
    grid.addWidget(waiting, 0, 0)
    examples = (
        (
            "radar",
            "No watch yet",
            "Add your shop’s name and we will tell you when people talk.",
            "Watch “Boulangerie Lumière”",
            "See an example",
            "plus",
        ),
        (
            "plug",
            "X did not answer",
            "We tried 3 times since 10:38. Your saved mentions are still "
            "here. Next try in 4 minutes.",
            "Try now",
            "Show saved mentions",
            "refresh-cw",
        ),
        (
            "circle-check",
            "All handled",
            "14 mentions answered today. Your median answer time was 22 minutes.",
            "",
            "Look at done",
            None,
        ),
    )
    for number, (icon, title, text, action, secondary, sign) in enumerate(examples, 1):
        card = Card(theme, padding=0)
        card.column.addWidget(
            EmptyState(theme, icon, title, text, action, secondary, action_icon=sign)
        )
        grid.addWidget(card, number // 2, number % 2)
    pane.column.addLayout(grid)
    pane.column.addStretch(1)
    split = Splitter(theme)
    split.addWidget(pane)
    split.addWidget(Ground(theme, "surface"))
    split.setSizes([620, 200])
    return split


def welcome(theme: Theme) -> QWidget:
    """Return the picture of the first screen beside an open menu."""
    page = Ground(theme, "surface")
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(
        WelcomeArt(
            theme, "Your shop’s voice on X, Mastodon and Bluesky. One window, on your computer."
        )
    )
    menu = Menu(theme, page)
    menu.add("copy", "Copy link", "Ctrl+C")
    chosen = menu.add("external-link", "Open in browser")
    menu.addSeparator()
    menu.add("trash-2", "Delete this post…", is_dangerous=True)
    menu.setActiveAction(chosen)
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    menu.setWindowFlags(Qt.WindowType.Widget)
    row.addWidget(menu, 1, Qt.AlignmentFlag.AlignCenter)
    return page


def main() -> None:
    """Draw all pages in both looks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--right-to-left", action="store_true")
    asked = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = asked.scale
    app = QApplication([])
    if asked.right_to_left:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme = Theme(app)
    theme.apply(app)
    theme.set_text_size(asked.text)
    asked.folder.mkdir(parents=True, exist_ok=True)
    pages = (("controls", controls, 900), ("places", places, 800), ("welcome", welcome, 800))
    for look in ("light", "dark"):
        theme.set_look(look)
        for name, make, height in pages:
            page = make(theme)
            wanted = page.layout().heightForWidth(1280)
            page.resize(1280, max(height, wanted))
            page.show()
            page.activateWindow()
            field = page.findChild(LineEdit, "focusHere")
            if field is not None:
                field.setFocus(Qt.FocusReason.TabFocusReason)
            app.processEvents()
            page.grab().save(str(asked.folder / f"{name}-{look}.png"))
            page.close()
            page.deleteLater()


if __name__ == "__main__":
    main()
