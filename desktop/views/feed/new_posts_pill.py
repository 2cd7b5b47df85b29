"""The pill that tells of new posts above what is being read, and never moves it."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import neg

from PySide6.QtWidgets import QWidget

from desktop.services.domain.feed import Place
from desktop.ui.buttons import Button
from desktop.ui.theme import Theme


class NewPostsPill(Button):
    """Counts the entries above the newest one that was ever at the top of the list."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, "", kind="primary", icon="arrow-up", size="compact")
        self.setParent(host)
        self.setObjectName("newPosts")
        self.hide()
        self._newest_seen = 0

    def forget(self) -> None:
        """Begin anew, with other entries."""
        self._newest_seen = 0
        self.hide()

    def look(self, ids: Sequence[int], place: Place | None) -> None:
        """Count again: `ids` stand newest first, `place` is at the top of the list."""
        if place is not None:
            self._newest_seen = max(self._newest_seen, place.entry_id)
        # Searched by their negatives, which rise.
        above = bisect_left(ids, -self._newest_seen, key=neg)
        self.setText(self.tr("%n new post(s)", "", above))
        self.setVisible(above > 0)

    def stand(self, top: int) -> None:
        """Stand in the middle of the host, `top` pixels from above."""
        self.adjustSize()
        self.move((self.parentWidget().width() - self.width()) // 2, top)
        self.raise_()
