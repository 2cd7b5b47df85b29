"""What a screen reader is told of each control of the kit: its role, its name and its state."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.ui.accessible import install_roles
from desktop.ui.badges import Badge, CountBadge
from desktop.ui.banners import Banner
from desktop.ui.buttons import Button, IconButton
from desktop.ui.calendars import Calendar
from desktop.ui.cards import Card, Rule
from desktop.ui.chips import Chip
from desktop.ui.dialogs import Dialog
from desktop.ui.fields import ComboBox, LineEdit, SearchBox, TextEdit
from desktop.ui.figure_tables import FigureTable
from desktop.ui.gauges import Gauge
from desktop.ui.labels import IconTile, Label
from desktop.ui.link_buttons import LinkButton
from desktop.ui.menus import Menu
from desktop.ui.meters import MeterBar
from desktop.ui.panes import Header, Splitter
from desktop.ui.progress import Bar, Progress, Spinner
from desktop.ui.rail import Rail
from desktop.ui.record_model import Column
from desktop.ui.record_table import RecordTable
from desktop.ui.segmented import Segmented
from desktop.ui.setting_rows import SettingRow
from desktop.ui.sparklines import Sparkline
from desktop.ui.spin_boxes import NumberBox, TimeBox
from desktop.ui.states import EmptyState, SkeletonRows
from desktop.ui.switches import CheckBox, Switch
from desktop.ui.theme import Theme
from desktop.ui.welcome_art import WelcomeArt

Role = QAccessible.Role
VIEWS = (("one", "One", None), ("two", "Two", None))
COLUMNS = (Column("Who", str),)
ROLES: dict[str, tuple[Callable[[Theme], QWidget], QAccessible.Role, str]] = {
    "button": (lambda theme: Button(theme, "Publish"), Role.Button, "Publish"),
    "icon button": (lambda theme: IconButton(theme, "x", "Close"), Role.Button, "Close"),
    "link button": (lambda theme: LinkButton(theme, "Start here"), Role.Button, "Start here"),
    "chip": (lambda theme: Chip(theme, "X"), Role.CheckBox, "X"),
    "switch": (lambda theme: Switch(theme, "Alarms"), Role.CheckBox, "Alarms"),
    "check box": (lambda theme: CheckBox(theme, "Unread"), Role.CheckBox, "Unread"),
    "segmented": (lambda theme: Segmented(theme, "View", VIEWS), Role.Grouping, "View"),
    "label": (lambda theme: Label(theme, "Saved"), Role.StaticText, "Saved"),
    "badge": (lambda theme: Badge(theme, "Paid", "ok"), Role.StaticText, "Paid"),
    "count": (lambda theme: CountBadge(theme, "14"), Role.StaticText, "14"),
    "icon": (lambda theme: IconTile(theme, "bell"), Role.Graphic, ""),
    "welcome picture": (lambda theme: WelcomeArt(theme), Role.Graphic, ""),
    "field": (lambda theme: LineEdit(theme), Role.EditableText, ""),
    "search": (lambda theme: SearchBox(theme, "Search…"), Role.EditableText, "Search"),
    "text": (lambda theme: TextEdit(theme), Role.EditableText, ""),
    "number": (lambda theme: NumberBox(theme, "Months"), Role.SpinBox, "Months"),
    "time": (lambda theme: TimeBox(theme, "From"), Role.SpinBox, "From"),
    "combo": (lambda theme: ComboBox(theme, "Keep for"), Role.ComboBox, "Keep for"),
    "calendar": (lambda theme: Calendar(theme), Role.Table, "Calendar"),
    "bar": (lambda theme: Bar(theme), Role.ProgressBar, ""),
    "gauge": (lambda theme: Gauge(theme, "Cap", 0.8), Role.ProgressBar, "Cap"),
    "meter": (lambda theme: MeterBar(theme, "Similarity", 0.4), Role.ProgressBar, "Similarity"),
    "spinner": (lambda theme: Spinner(theme), Role.Animation, ""),
    "progress": (lambda theme: Progress(theme), Role.Grouping, ""),
    "sparkline": (lambda theme: Sparkline(theme, "Mentions"), Role.Chart, "Mentions"),
    "records": (lambda theme: RecordTable(theme, "Payments", COLUMNS), Role.Table, "Payments"),
    "figures": (lambda theme: FigureTable(theme, "Call", "Cost"), Role.Grouping, "Call"),
    "card": (lambda theme: Card(theme), Role.Grouping, ""),
    "rule": (lambda theme: Rule(theme), Role.Separator, ""),
    "banner": (lambda theme: Banner(theme), Role.AlertMessage, ""),
    "skeleton": (lambda theme: SkeletonRows(theme), Role.StaticText, "Loading"),
    "nothing": (lambda theme: EmptyState(theme, "bell", "None", ""), Role.Grouping, "None"),
    "setting": (lambda theme: SettingRow(theme, "Look", ""), Role.Grouping, ""),
    "header": (lambda theme: Header(theme, "Home"), Role.Grouping, ""),
    "rail": (lambda theme: Rail(theme), Role.Grouping, "Places"),
    "splitter": (lambda theme: Splitter(theme), Role.Splitter, ""),
    "menu": (lambda theme: Menu(theme), Role.PopupMenu, ""),
    "dialog": (lambda theme: Dialog(theme, "Delete?", "Delete"), Role.Dialog, "Delete?"),
}


@pytest.fixture(autouse=True)
def _roles(qapp) -> None:
    install_roles()


@pytest.mark.parametrize("control", ROLES)
def test_each_control_is_what_it_looks_like(theme, qtbot, control):
    make, role, name = ROLES[control]
    made = make(theme)
    qtbot.addWidget(made)
    made.show()  # a window's title is its name from then on
    told = QAccessible.queryAccessibleInterface(made)

    assert told.role() == role
    assert told.text(QAccessible.Text.Name).strip("\u2068\u2069") == name


@pytest.mark.parametrize("make", [Chip, Switch, CheckBox])
def test_a_toggle_says_whether_it_is_on(theme, qtbot, make):
    toggle = make(theme, "Mastodon")
    qtbot.addWidget(toggle)
    told = QAccessible.queryAccessibleInterface(toggle)

    assert told.state().checkable
    assert not told.state().checked
    toggle.setChecked(True)
    assert told.state().checked


def test_a_row_of_views_is_a_row_of_radio_buttons(theme, qtbot):
    views = Segmented(theme, "View", VIEWS)
    qtbot.addWidget(views)
    told = QAccessible.queryAccessibleInterface(views)
    buttons = [told.child(at) for at in range(told.childCount())]

    assert [each.role() for each in buttons] == [Role.RadioButton, Role.RadioButton]
    assert [each.state().checked for each in buttons] == [1, 0]
