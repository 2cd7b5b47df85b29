"""Write one post or one answer as one account; it is in the outbox before anything leaves."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Draft, OutboxItem, ReplyTarget
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.text_length import count
from desktop.ui.banners import Banner
from desktop.ui.cards import Card
from desktop.ui.chips import Chip
from desktop.ui.combos import ComboBox
from desktop.ui.dialogs import Dialog, ask
from desktop.ui.flow import Flow
from desktop.ui.labels import Label
from desktop.ui.notices import notice_for
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.text import clean_name, isolate
from desktop.ui.text_edit import TextEdit
from desktop.ui.theme import Theme
from desktop.ui.wording import LANGUAGE_NAMES
from desktop.views.account_book import AccountBook
from desktop.views.session import Session

NEARLY_FULL = 20
WIDTH = 520


def reply_target(entry: FeedEntry) -> ReplyTarget | None:
    """Return what an answer to the entry's post hangs on, None for a post that has no identity."""
    post = entry.post
    if post is None:
        return None
    return ReplyTarget(
        native_id=post.native_id,
        version=post.version,
        root_native_id=post.root or post.native_id,
        root_version="" if post.root else post.version,
    )


class PostDialog(Dialog):
    """A text, the account it leaves as, and how much room its network has left.

    Signals:
        queued: The post lies safely in the outbox; carries the `OutboxItem`.
    """

    queued = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        book: AccountBook,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        reply_to: FeedEntry | None = None,
        again: OutboxItem | None = None,
        account_id: int = 0,
    ) -> None:
        super().__init__(theme, _title(reply_to, again), "…", stays_open=True, parent=parent)
        self.asked.connect(self._submit)
        self._theme = theme
        self._session = session
        self._tasks = tasks
        self._reply_to = reply_to
        self._draft = again.draft if again is not None else Draft("")
        if reply_to is not None:
            self._draft = Draft("", _language(reply_to), reply_target(reply_to))
        cap = Cap.POST if self._draft.reply_to is None else Cap.REPLY
        able = [account for account in book.all() if account.can(cap)]
        wanted = again.account_id if again is not None else account_id
        chosen = [each for each in able if each.id == wanted]
        # An answer leaves as the account that was addressed, and as no other.
        self._accounts = able if self._draft.reply_to is None else chosen or able
        self._make_fields(theme)
        self._lay_out()
        self._choose(next(iter(chosen or self._accounts), None))
        self._text.setPlainText(self._draft.text)
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._submit)
        self._text.setFocus()

    def _make_fields(self, theme: Theme) -> None:
        self._banner = Banner(theme)
        self._banner.hide()
        is_answer = self._draft.reply_to is not None
        hint = self.tr("Your answer") if is_answer else self.tr("What is new in your shop?")
        self._text = TextEdit(theme, hint, rows=6)
        self._text.setMinimumWidth(theme.px(WIDTH))
        self._text.setObjectName("postText")
        self._text.setAccessibleName(self.tr("Text of the post"))
        self._text.textChanged.connect(self._on_text_changed)
        self._left = Label(theme, "", "label", "text2")
        self._left.setObjectName("charactersLeft")
        self._language = ComboBox(theme, icon="languages", is_bare=True)
        self._language.setAccessibleName(self.tr("Language of the post"))
        for code, name in LANGUAGE_NAMES.items():
            self._language.addItem(name, code)
        language = self._draft.lang or QLocale().name()[:2]
        self._language.setCurrentIndex(max(0, self._language.findData(language)))

    def _lay_out(self) -> None:
        self.body.addWidget(self._banner)
        self.body.addLayout(self._account_row())
        if self._reply_to is not None and self._reply_to.post is not None:
            quoted = Card(self._theme, padding=12, tone="sunken")
            post = self._reply_to.post
            handle = isolate(f"@{clean_name(post.author.handle)}")
            quoted.column.addWidget(Label(self._theme, handle, "small", "text2", elides=True))
            shown = post.text if len(post.text) <= 280 else post.text[:279] + "…"
            quoted.column.addWidget(Label(self._theme, shown, "body", wraps=True))
            self.body.addWidget(quoted)
        self.body.addWidget(self._text, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._language)
        foot.addStretch(1)
        foot.addWidget(self._left)
        self.body.addLayout(foot)

    def _account_row(self) -> Flow:
        row = Flow()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for account in self._accounts:
            chip = Chip(self._theme, f"@{account.handle}", mark=account.network)
            chip.setObjectName(f"as{account.id}")
            chip.setCheckable(True)
            self._group.addButton(chip, account.id)
            row.addWidget(chip)
        self._group.idClicked.connect(self._on_account_chosen)
        return row

    def _on_account_chosen(self, account_id: int) -> None:
        self._choose(next(each for each in self._accounts if each.id == account_id))

    def _choose(self, account: Account | None) -> None:
        self._account = account
        if account is None:
            self._banner.show_message(
                self.tr("No account may post."),
                self.tr("Connect an account, or allow posting for one under Accounts."),
                "warn",
            )
            self.verb_button.setText(self.tr("Post"))
            self.verb_button.setEnabled(False)
            return
        button = self._group.button(account.id)
        button.setChecked(True)
        handle = isolate(f"@{account.handle}")
        is_answer = self._draft.reply_to is not None
        verb = self.tr("Reply as {handle}") if is_answer else self.tr("Post as {handle}")
        self.verb_button.setText(verb.format(handle=handle))
        self._on_text_changed()

    def _on_text_changed(self) -> None:
        if self._account is None:
            return
        text = self._text.toPlainText()
        measured = count(text.strip(), self._account.limits)
        if measured.fits:
            self._left.setText(self.tr("%n character(s) left", "", measured.left))
        else:
            self._left.setText(self.tr("%n too many", "", measured.over))
        token = "danger_text" if not measured.fits else "text2"
        if measured.fits and measured.left < NEARLY_FULL:
            token = "warn_text"
        self._left.set_token(token)
        self.verb_button.setEnabled(bool(text.strip()) and measured.fits)

    def _submit(self) -> None:
        # The keys come here too, as often as they are pressed.
        if self._account is None or not self.is_submittable:
            return
        draft = replace(
            self._draft,
            text=self._text.toPlainText().strip(),
            lang=self._language.currentData(),
            facets=None,
        )
        self.set_busy(self.tr("Saving…"))
        self._tasks.run(
            STORE,
            partial(self._session.publishing.queue, self._account.id, draft),
            owner=self,
            done=self._on_queued,
            failed=self._on_failed,
        )

    def _on_queued(self, item: OutboxItem) -> None:
        self.set_busy(None)
        self.queued.emit(item)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(None)
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        notice = notice_for(error, "", self._session.clock())
        self._banner.show_message(notice.title, notice.text, "warn")

    def reject(self) -> None:
        """Close, after a question where words would be lost."""
        if self._text.toPlainText().strip() and not ask(
            self._theme,
            self,
            self.tr("Throw away what you wrote?"),
            self.tr("It is kept nowhere else."),
            self.tr("Throw it away"),
            kind="danger",
        ):
            return
        super().reject()


def _title(reply_to: FeedEntry | None, again: OutboxItem | None) -> str:
    if again is not None:
        return QCoreApplication.translate("PostDialog", "Write it again")
    if reply_to is None or reply_to.post is None:
        return QCoreApplication.translate("PostDialog", "New post")
    author = reply_to.post.author
    title = QCoreApplication.translate("PostDialog", "Reply to {name}")
    return title.format(name=isolate(clean_name(author.name or author.handle)))


def _language(reply_to: FeedEntry | None) -> str:
    """Return the language of what is answered, else the one that the window speaks."""
    asked = reply_to.post.lang if reply_to is not None and reply_to.post is not None else ""
    return asked if asked in LANGUAGE_NAMES else QLocale().name()[:2]
