"""Every pressed control: its name, its keys, its ring, its repaint, its size."""

import gc
import sys
import time
import weakref
from collections.abc import Callable

import pytest
import shiboken6
from hostile_words import WORDS
from painted import colours_in
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QWidget

from desktop.ui.buttons import Button, IconButton
from desktop.ui.chips import Chip
from desktop.ui.link_buttons import LinkButton
from desktop.ui.pressable import Pressable, named_with_count
from desktop.ui.rail_items import IdentitySwitcher, RailItem
from desktop.ui.switches import CheckBox, Switch
from desktop.ui.theme import Theme

ROLE = QAccessible.Role
MAKERS: dict[str, tuple[Callable[[Theme], Pressable], QAccessible.Role]] = {
    "button": (lambda theme: Button(theme, "Publish", "primary", "send"), ROLE.Button),
    "secondary": (lambda theme: Button(theme, "Publish"), ROLE.Button),
    "ghost": (lambda theme: Button(theme, "Publish", "ghost"), ROLE.Button),
    "danger": (lambda theme: Button(theme, "Publish", "danger"), ROLE.Button),
    "icon": (lambda theme: IconButton(theme, "x", "Publish"), ROLE.Button),
    "link": (lambda theme: LinkButton(theme, "Publish"), ROLE.Button),
    "chip": (lambda theme: Chip(theme, "Publish", "bluesky"), ROLE.CheckBox),
    "switch": (lambda theme: Switch(theme, "Publish"), ROLE.CheckBox),
    "box": (lambda theme: CheckBox(theme, "Publish"), ROLE.CheckBox),
    "place": (lambda theme: RailItem(theme, "home", "house", "Publish"), ROLE.Button),
}


@pytest.fixture(params=MAKERS)
def control(request, theme, shown) -> Pressable:
    """One of each control, shown."""
    made = MAKERS[request.param][0](theme)
    made.setObjectName(request.param)
    return shown(made)


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def arrive(widget: QWidget, reason: Qt.FocusReason) -> None:
    QCoreApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusIn, reason))


def test_a_screen_reader_hears_its_name_and_what_it_is(control):
    assert spoken(control) == "Publish"
    assert role_of(control) == MAKERS[control.objectName()][1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_presses_it(control, qtbot, key):
    control.setFocus()
    with qtbot.waitSignal(control.clicked):
        qtbot.keyClick(control, key)


def test_tab_reaches_it(control):
    assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_it_is_large_enough_to_hit(control):
    assert min(control.sizeHint().width(), control.sizeHint().height()) >= 24


def test_the_ring_shows_for_the_keyboard_only(control, theme):
    ring = theme.tokens.focus.name()
    assert ring not in colours_in(control)

    arrive(control, Qt.FocusReason.MouseFocusReason)
    assert ring not in colours_in(control)

    arrive(control, Qt.FocusReason.TabFocusReason)
    assert ring in colours_in(control)

    left = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    QCoreApplication.sendEvent(control, left)
    assert ring not in colours_in(control)


def test_the_ring_goes_along_while_another_window_is_active(theme, shown):
    pair = QWidget()
    row = QHBoxLayout(pair)
    before, after = Button(theme, "Before"), Button(theme, "After")
    row.addWidget(before)
    row.addWidget(after)
    shown(pair)
    other = shown(QWidget())
    other.activateWindow()
    before.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert not pair.isActiveWindow()
    assert before.shows_ring

    after.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert (before.shows_ring, after.shows_ring) == (False, True)

    before.setFocus()
    assert (before.shows_ring, after.shows_ring) == (True, False)


def test_the_ring_survives_a_visit_to_another_window(control):
    arrive(control, Qt.FocusReason.TabFocusReason)
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        away = QFocusEvent(kind, Qt.FocusReason.ActiveWindowFocusReason)
        QCoreApplication.sendEvent(control, away)

    assert control.shows_ring


def test_another_look_repaints_it(control, theme):
    before = control.grab().toImage()
    theme.set_look("dark")

    assert control.grab().toImage() != before


def test_it_looks_different_when_it_cannot_be_used(control):
    before = control.grab().toImage()
    control.setEnabled(False)

    assert control.grab().toImage() != before


def test_it_grows_with_the_size_of_text(control, theme):
    before = control.sizeHint()
    theme.set_text_size(150)

    assert control.sizeHint().height() >= round(before.height() * 1.4)


def test_a_name_with_an_ampersand_is_shown_whole_and_makes_no_shortcut(theme, qtbot):
    button = Button(theme, "Smith & Sons &co")
    qtbot.addWidget(button)

    assert button.text() == "Smith & Sons &co"
    assert button.shortcut().isEmpty()
    assert spoken(button) == "Smith & Sons &co"


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_hostile_words_do_no_harm_on_a_control(theme, qtbot, words):
    chip = Chip(theme, words)
    qtbot.addWidget(chip)
    chip.resize(200, 28)
    began = time.process_time()
    chip.grab()

    assert time.process_time() - began < 0.5


def test_a_count_is_spoken_after_the_name():
    assert named_with_count("Home", "3 unread") == "\u2068Home\u2069, 3 unread"
    assert named_with_count("Home", "") == "Home"


def test_controls_do_not_outlive_their_page(theme, qapp):
    page = QWidget()
    row = QHBoxLayout(page)
    kept = []
    for make, _role in MAKERS.values():
        control = make(theme)
        row.addWidget(control)
        kept.append(weakref.ref(control))
    control = None
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    row = page = None
    gc.collect()

    assert not [each for each in kept if each() is not None and shiboken6.isValid(each())]
    theme.set_look("dark")


def test_ten_thousand_paints_keep_the_count_of_references_and_take_their_time(theme, qtbot):
    button = Button(theme, "Publish", "primary", "send")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    target = QPixmap(button.size())
    button.render(target)
    gc.collect()
    before = [sys.getrefcount(each) for each in (None, True, False)]
    began = time.process_time()

    for _ in range(10_000):
        button.render(target)

    spent = time.process_time() - began
    after = [sys.getrefcount(each) for each in (None, True, False)]
    assert max(abs(late - early) for early, late in zip(before, after, strict=True)) < 100
    assert spent < 10


def test_the_identity_switcher_says_whose_window_it_is(theme, shown):
    switcher = IdentitySwitcher(theme)
    switcher.set_identity("Boulangerie\nLumière", "3 accounts")
    shown(switcher)

    assert switcher.text() == "Boulangerie Lumière"
    assert "3 accounts" in spoken(switcher)


def test_roles_are_those_of_real_buttons(qtbot):
    real = QPushButton("x")
    qtbot.addWidget(real)

    assert issubclass(Pressable, QAbstractButton)
    assert role_of(real) == ROLE.Button
