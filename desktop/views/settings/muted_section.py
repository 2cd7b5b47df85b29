"""Settings, muted: what stays out of sight, and the way back for each."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.domain.muting import Mute, MuteKind
from desktop.ui.buttons import Button
from desktop.ui.history import carry_out
from desktop.ui.labels import Label
from desktop.ui.setting_rows import SettingCard, SettingRow
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme
from desktop.ui.wording import moment
from desktop.views.feed.mute_word_dialog import MuteWordDialog
from desktop.views.mute_step import brought_back_step, muted_step
from desktop.views.networks import network_name
from desktop.views.session import Session


class MutedSection(QWidget):
    """Everything that is muted, newest first.

    Signals:
        changed: Something was muted or brought back, so the feeds show other posts.
        stepped: Something was done that can be taken back; carries the `Step`.
        failed: Something did not work; carries 0 and the exception.
    """

    changed = Signal()
    stepped = Signal(object)
    failed = Signal(int, object)

    def __init__(self, theme: Theme, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._tasks = tasks
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(theme, self.tr("Muted"), "heading"))
        head.addStretch(1)
        word = Button(theme, self.tr("Mute a word"), icon="plus")
        word.setObjectName("muteWord")
        word.clicked.connect(self._on_mute_word)
        head.addWidget(word)
        self._column.addLayout(head)
        self._column.addWidget(
            Label(
                theme,
                self.tr(
                    "Muting works on this computer only: posts stay on the networks, "
                    "and nobody is told. People and conversations are muted from a post’s menu."
                ),
                "body",
                "text2",
                wraps=True,
            )
        )
        self._shown: tuple[Mute, ...] | None = None
        self._card: QWidget = QWidget()
        self._column.addWidget(self._card)
        self._column.addStretch(1)

    def refresh(self) -> None:
        """Read again what is muted."""
        self._tasks.run(STORE, self._session.mutes.all, owner=self, done=self._on_read)

    def _on_read(self, mutes: tuple[Mute, ...]) -> None:
        if mutes == self._shown:
            return  # whoever is about to press a button keeps it
        self._shown = mutes
        rows = [self._row(mute) for mute in mutes]
        card: QWidget = SettingCard(self._theme, *rows)
        if not rows:
            card = Label(self._theme, self.tr("Nothing is muted."), "body", "text2")
        self._column.replaceWidget(self._card, card)
        self._card.deleteLater()
        self._card = card

    def _row(self, mute: Mute) -> SettingRow:
        kinds = {
            MuteKind.PERSON: self.tr("Person on {network} · {date}"),
            MuteKind.WORD: self.tr("Word · {date}"),
            MuteKind.THREAD: self.tr("Conversation on {network} · {date}"),
        }
        date = moment(mute.created_at, self._session.clock())
        text = kinds[mute.kind].format(network=network_name(mute.network), date=date)
        label = clean_name(mute.label)
        title = f"@{label}" if mute.kind is MuteKind.PERSON else label
        back = Button(self._theme, self.tr("Bring back"))
        back.setObjectName(f"bringBack{mute.id}")
        back.clicked.connect(partial(self._bring_back, mute))
        return SettingRow(self._theme, isolate(title), text, back)

    def _bring_back(self, mute: Mute) -> None:
        step = brought_back_step(self._session.mutes, mute, self, self._on_changed)
        carry_out(self._tasks, step, self.stepped.emit, self.failed.emit)

    def _on_mute_word(self) -> None:
        dialog = MuteWordDialog(self._theme, self._session, self._tasks, self)
        dialog.muted.connect(self._on_muted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_muted(self, mute: Mute) -> None:
        self._on_changed()
        self.stepped.emit(muted_step(self._session.mutes, mute, self, self._on_changed))

    def _on_changed(self, _outcome: object = None) -> None:
        self.refresh()
        self.changed.emit()
