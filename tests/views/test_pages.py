"""A page is made when it is first gone to, and once only."""

from PySide6.QtWidgets import QLabel

from desktop.views.pages import Pages


def test_a_page_is_made_when_it_is_first_shown(qtbot):
    made = []

    def make() -> QLabel:
        made.append("outbox")
        return QLabel("outbox")

    pages = Pages({"home": lambda: QLabel("home"), "outbox": make})
    qtbot.addWidget(pages)
    pages.show_page("home")
    assert made == []
    assert not pages.is_made("outbox")

    shown = pages.show_page("outbox")
    pages.show_page("home")

    assert pages.show_page("outbox") is shown
    assert pages.currentWidget() is shown
    assert made == ["outbox"]
