"""The gallery of all controls is whole, coloured by the theme, and told to a screen reader."""

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from access import ACCESS, without_ring
from painted import colours_in
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QWidget
from wholeness import RULES, missed_by_tab, said, shown_in

from desktop.ui.accessible import install_roles
from desktop.ui.overrides import mend_overrides
from desktop.ui.text import show_tooltip
from desktop.ui.theme import Theme

GALLERY = Path(__file__).parents[2] / "tools" / "gallery"
MODULES = ("bare", "controls", "figures", "nothing", "places")
PAGES = ("controls", "figures", "nothing", "places", "welcome")
NAMELESS_BY_NATURE = {
    QAccessible.Role.Client,
    QAccessible.Role.Grouping,
    QAccessible.Role.Separator,
    QAccessible.Role.Graphic,
    QAccessible.Role.Animation,
    QAccessible.Role.StaticText,
    QAccessible.Role.ScrollBar,
    QAccessible.Role.Splitter,
    QAccessible.Role.Grip,
    QAccessible.Role.PopupMenu,
}
LOOKS = (("light", False), ("dark", False), ("light", True), ("dark", True))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    mend_overrides("desktop")
    install_roles()
    worn = Theme()
    worn.apply(qapp)
    worn.set_look("light")
    worn.set_reduced_motion(True)
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield worn
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    worn.set_text_size(100)
    worn.set_high_contrast(None)
    worn.set_look("system")
    worn.deleteLater()


@pytest.fixture
def page(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], QWidget]]:
    monkeypatch.syspath_prepend(str(GALLERY))
    homes = {name: __import__(name) for name in MODULES}
    opened: list[QWidget] = []

    def open_page(name: str, width: int = 1280) -> QWidget:
        home = homes["places" if name == "welcome" else name]
        made = getattr(home, name)(theme)
        opened.append(made)
        needed = made.layout().heightForWidth(width)
        made.resize(width, max(800, needed, made.minimumSizeHint().height()))
        made.show()
        for _ in range(2):
            QCoreApplication.sendPostedEvents()
            QApplication.processEvents()
        return made

    yield open_page
    for made in opened:
        shiboken6.delete(made)
    for name in MODULES:
        sys.modules.pop(name)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_lost_covered_or_nameless(theme, page, name, percent):
    theme.set_text_size(percent)
    shown = page(name, 1280 * percent // 100)

    faults = [fault for rule in (*RULES, *ACCESS) for fault in rule(shown)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_lost_or_covered_in_a_mirrored_window(qapp, theme, page, name):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    faults = [fault for rule in RULES for fault in rule(page(name))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_everything_is_seen_there_and_comes_back(page, name):
    faults = [*missed_by_tab(page(name)), *without_ring(page(name), set())]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("look", "is_strong"), LOOKS)
@pytest.mark.parametrize("name", ["controls", "figures", "nothing"])
def test_a_page_is_made_of_the_colours_of_its_look(theme, page, name, look, is_strong):
    theme.set_look(look)
    theme.set_high_contrast(is_strong)
    seen, tokens = colours_in(page(name)), theme.tokens
    other = "#ffffff" if look == "dark" else "#000000"

    for token in ("window", "surface", "border", "text", "accent"):
        assert tokens.named(token).name() in seen, token
    assert other not in seen, "the colour of another look"


@pytest.mark.parametrize(("look", "is_strong"), LOOKS)
def test_a_live_change_of_look_leaves_nothing_behind(theme, page, look, is_strong):
    shown = page("controls")
    theme.set_look(look)
    theme.set_high_contrast(is_strong)
    changed = colours_in(shown)

    assert changed == colours_in(page("controls"))


@pytest.mark.parametrize(("look", "is_strong"), LOOKS)
def test_qt_s_own_controls_take_their_grounds_from_the_palette(theme, page, look, is_strong):
    theme.set_look(look)
    theme.set_high_contrast(is_strong)
    shown, tokens = page("bare"), theme.tokens
    grounds = {
        "QLineEdit": tokens.surface,
        "QTextEdit": tokens.surface,
        "QPlainTextEdit": tokens.surface,
        "QListWidget": tokens.surface,
        "QTableWidget": tokens.surface,
        "QCalendarWidget": tokens.surface,
        "QSpinBox": tokens.surface,
        "QDateTimeEdit": tokens.surface,
        "QComboBox": None,
        "QPushButton": None,
        "QMenu": None,
    }
    for widget in shown.findChildren(QWidget):
        ground = grounds.get(type(widget).__name__, "")
        if ground == "" or not widget.isEnabled() or type(widget.parent()).__name__ != "QWidget":
            continue
        seen = colours_in(widget)
        is_hint = isinstance(widget, QLineEdit) and not widget.text()
        ink = tokens.text3 if is_hint else tokens.text
        assert ink.name() in seen, f"{said(widget)}: words in another colour"
        if ground is not None:
            assert ground.name() in seen, f"{said(widget)}: another ground"


@pytest.mark.parametrize(("look", "is_strong"), LOOKS)
def test_a_tooltip_has_the_colours_of_a_toast(qapp, theme, page, look, is_strong):
    theme.set_look(look)
    theme.set_high_contrast(is_strong)
    shown = page("welcome")
    show_tooltip(shown.mapToGlobal(QPoint(20, 20)), "Publish (Ctrl Enter)", shown)
    tip = next(
        each for each in qapp.topLevelWidgets() if each.metaObject().className() == "QTipLabel"
    )
    seen = colours_in(tip)

    assert theme.tokens.toast.name() in seen
    assert theme.tokens.on_toast.name() in seen
    QToolTip.hideText()
    shiboken6.delete(tip)


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_role_and_what_needs_a_name_has_one(page, name):
    for widget in shown_in(page(name)):
        told = QAccessible.queryAccessibleInterface(widget)
        role = told.role()
        is_inside = widget.objectName().startswith("qt_")
        assert role != QAccessible.Role.NoRole, said(widget)
        if type(widget).__module__.startswith("desktop.") and not is_inside:
            is_named = bool(told.text(QAccessible.Text.Name).strip())
            assert is_named or role in NAMELESS_BY_NATURE, f"{said(widget)} is a nameless {role}"


def test_a_screen_reader_may_read_pages_that_come_and_go(page, theme):
    for _ in range(3):
        for name in PAGES:
            shown = page(name)
            for widget in shown_in(shown):
                QAccessible.queryAccessibleInterface(widget).role()
            shown.hide()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
