"""The pages of an open workspace, each made when it is first gone to."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget, QWidget


class Pages(QStackedWidget):
    """One page at a time, by the key of its place.

    What nobody looks at costs nothing at the start, however many places there are.
    """

    def __init__(self, makers: Mapping[str, Callable[[], QWidget]]) -> None:
        """Take what makes each page that does not exist yet."""
        super().__init__()
        self._makers = makers
        self._made: dict[str, QWidget] = {}

    def has(self, key: str) -> bool:
        """Say whether there is such a place."""
        return key in self._makers or key in self._made

    def add_page(self, key: str, page: QWidget) -> None:
        """Take in a page that exists already."""
        self._made[key] = page
        self.addWidget(page)

    def page(self, key: str) -> QWidget:
        """Return the page of a place, made now if nobody asked for it before."""
        if key not in self._made:
            self.add_page(key, self._makers[key]())
        return self._made[key]

    def is_made(self, key: str) -> bool:
        """Say whether the page of a place exists yet."""
        return key in self._made

    def show_page(self, key: str) -> QWidget:
        """Show the page of a place, and return it."""
        page = self.page(key)
        self.setCurrentWidget(page)
        return page
