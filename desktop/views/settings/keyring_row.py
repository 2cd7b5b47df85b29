"""Where the accounts' keys are kept, and whether that works."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.domain.errors import CrieurError
from desktop.ui.buttons import Button
from desktop.ui.notices import notice_for
from desktop.ui.points import Point
from desktop.ui.tasks import VAULT, Tasks
from desktop.ui.theme import Theme
from desktop.views.glossary import explain
from desktop.views.session import Session


class KeyringRow(QWidget):
    """A sentence, and a button that keeps, reads and removes a key to see whether it can."""

    def __init__(self, theme: Theme, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._where = self._where_keys_are()
        self._said = Point(theme, "key", self._where)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        explained = explain(theme, "keyring")
        row.addWidget(explained, 0, Qt.AlignmentFlag.AlignVCenter)
        test = Button(theme, self.tr("Test the keyring"), kind="ghost")
        test.setObjectName("testKeyring")
        test.clicked.connect(self._on_test)
        if session.is_demo:
            explained.hide()
            test.hide()
        row.addWidget(test, 0, Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        """Say where the keys are now; what a test told stays while that is the same."""
        where = self._where_keys_are()
        if where != self._where:
            self._where = where
            self._said.setText(where)

    def _where_keys_are(self) -> str:
        if self._session.is_demo:
            return self.tr("The demo’s networks are invented and need no keys.")
        if self._session.keys.is_session_only:
            return self.tr("Keys are kept until Crieur closes: you then sign in again.")
        return self.tr("Keys are kept in this computer’s keyring, never in Crieur’s file.")

    def _on_test(self) -> None:
        self._tasks.run(
            VAULT,
            self._session.keys.check,
            owner=self,
            done=self._on_tested,
            failed=self._on_test_failed,
        )

    def _on_tested(self, _outcome: object) -> None:
        self._said.setText(self.tr("The keyring works: a test key was kept, read and removed."))

    def _on_test_failed(self, error: Exception) -> None:
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        notice = notice_for(error, "", self._session.clock())
        self._said.setText(f"{notice.title} {notice.text}")
