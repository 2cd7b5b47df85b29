"""What the tests of the kit share: a dressed application."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.overrides import mend_overrides
from desktop.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A light theme at 100 %, worn by the application."""
    # A mistake in a paintEvent is to fail its test, not to end the run.
    mend_overrides("desktop")
    worn = Theme()
    worn.apply(qapp)
    worn.set_look("light")
    worn.set_reduced_motion(True)
    yield worn
    worn.set_look("system")
    worn.deleteLater()


@pytest.fixture
def in_english() -> Iterator[None]:
    """Numbers and dates as in London."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def shown(qtbot) -> Callable[[QWidget], QWidget]:
    """Show a widget in its wished size and give it to the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show
