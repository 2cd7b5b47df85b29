"""Write one post or one answer as one account; it is in the outbox before anything leaves."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Draft, OutboxItem
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.grace import GRACE
from desktop.services.domain.hand_off import Action, page_for
from desktop.services.domain.post import Post
from desktop.ui.banners import Banner
from desktop.ui.cards import Card
from desktop.ui.chips import Chip
from desktop.ui.combos import ComboBox
from desktop.ui.dialogs import Dialog
from desktop.ui.flow import Flow
from desktop.ui.labels import Label
from desktop.ui.languages import languages, read_in
from desktop.ui.links import open_link
from desktop.ui.notices import notice_for
from desktop.ui.tasks import STORE, Tasks
from desktop.ui.text import clean_name, isolate
from desktop.ui.text_edit import TextEdit
from desktop.ui.theme import Theme
from desktop.views.account_book import AccountBook
from desktop.views.answers import begun_answer
from desktop.views.characters_left import CharactersLeft
from desktop.views.hand_offs import is_by_hand
from desktop.views.networks import network_name
from desktop.views.post_terms import PostTerms
from desktop.views.session import Session
from desktop.views.writing import Writing

WIDTH = 520


class PostDialog(Dialog):
    """A text, the account it leaves as, and how much room its network has left.

    Signals:
        queued: The post lies safely in the outbox; carries the `OutboxItem`.
        handed_off: The network's page was opened with the words; carries the `Account`.
        put_aside: It was closed with words in it; carries the `Writing`.
    """

    queued = Signal(object)
    handed_off = Signal(object)
    put_aside = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        book: AccountBook,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        reply_to: FeedEntry | None = None,
        again: Writing | None = None,
        account_id: int = 0,
        text: str = "",
    ) -> None:
        super().__init__(theme, _title(reply_to, again), "…", stays_open=True, parent=parent)
        self.asked.connect(self.submit)
        self._theme = theme
        self._session = session
        self._tasks = tasks
        self._reply_to = again.reply_to if again is not None else reply_to
        self._draft = again.draft if again is not None else Draft(text)
        if reply_to is not None:
            self._draft = begun_answer(reply_to, book.get(account_id))
        is_answer = self._draft.reply_to is not None
        cap, action = (Cap.REPLY, Action.REPLY) if is_answer else (Cap.POST, Action.POST)
        able = [each for each in book.all() if each.can(cap) or is_by_hand(action, each)]
        wanted = again.account_id if again is not None else account_id
        chosen = [each for each in able if each.id == wanted]
        # An answer leaves as the account that was addressed, and as no other.
        self._book = book
        self._accounts = chosen or able if is_answer else able
        self._make_fields(theme)
        self._lay_out()
        self._choose(next(iter(chosen or self._accounts), None))
        self._opening = "" if again is not None else self._draft.text.strip()
        self._text.setPlainText(self._draft.text)
        self._text.moveCursor(QTextCursor.MoveOperation.End)
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
        self._terms = PostTerms(theme, self._session.spending)
        self._terms.hide()
        self._terms.by_hand_asked.connect(self._hand_off)
        self._left = CharactersLeft(theme)
        self._left.setObjectName("charactersLeft")
        self._language = _language_box(theme, self._draft.lang or QLocale().name()[:2])
        self._language.currentIndexChanged.connect(self._on_language_chosen)
        self._on_language_chosen()

    def _lay_out(self) -> None:
        self.body.addWidget(self._banner)
        self.body.addLayout(self._account_row())
        if self._reply_to is not None and self._reply_to.post is not None:
            self.body.addWidget(_quoted(self._theme, self._reply_to.post))
        self.body.addWidget(self._text, 1)
        self.body.addWidget(self._terms)
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
        if self._is_by_hand:
            verb = self.tr("Open {network} as {handle}")
        name = network_name(account.network)
        self.verb_button.setText(verb.format(handle=handle, network=name))
        self.verb_button.set_band(self._book.color_of(account.id))
        self._on_text_changed()

    def _on_language_chosen(self) -> None:
        read_in(self._text, self._language.currentData())

    def _on_text_changed(self) -> None:
        if self._account is None:
            return
        text = self._text.toPlainText()
        self._terms.show_terms(self._account, self._written())
        fits = self._left.measure(text, self._account.limits, self._draft.warning)
        self.verb_button.setEnabled(bool(text.strip()) and fits)

    def submit(self) -> None:
        """Put the post into the outbox, or hand it to the network's page, if it can leave now."""
        # The keys come here too, as often as they are pressed.
        if self._account is None or not self.is_submittable:
            return
        if self._is_by_hand:
            self._hand_off()
            return
        draft = self._written()
        self.set_busy(self.tr("Saving…"))
        self._tasks.run(
            STORE,
            partial(self._session.publishing.queue, self._account.id, draft, grace=GRACE),
            owner=self,
            done=self._on_queued,
            failed=self._on_failed,
        )

    def _written(self) -> Draft:
        """Return the post as it would leave now."""
        return replace(
            self._draft,
            text=self._text.toPlainText().strip(),
            lang=self._language.currentData(),
            facets=None,
        )

    @property
    def _is_by_hand(self) -> bool:
        action = Action.REPLY if self._draft.reply_to is not None else Action.POST
        return self._account is not None and is_by_hand(action, self._account)

    def _hand_off(self) -> None:
        """Open the network's own page with the words; they are on the clipboard as well."""
        if self._account is None:
            return
        draft = self._written()
        action = Action.REPLY if draft.reply_to is not None else Action.POST
        target = draft.reply_to.native_id if draft.reply_to is not None else ""
        page = page_for(action, self._account.network, target, draft.text)
        if page is None:
            return
        QGuiApplication.clipboard().setText(draft.text)
        if open_link(page, self, self._theme):
            self.handed_off.emit(self._account)
            self.accept()

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
        """Close; what was written is given away, so that it can be brought back."""
        written = self._text.toPlainText().strip()
        super().reject()
        if written and written != self._opening:
            account_id = self._account.id if self._account is not None else 0
            self.put_aside.emit(Writing(self._written(), account_id, self._reply_to))


def _quoted(theme: Theme, post: Post) -> Card:
    """Return what is answered, in short."""
    card = Card(theme, padding=12, tone="sunken")
    handle = isolate(f"@{clean_name(post.author.handle)}")
    card.column.addWidget(Label(theme, handle, "small", "text2", elides=True))
    shown = post.text if len(post.text) <= 280 else post.text[:279] + "…"
    words = Label(theme, shown, "body", wraps=True, quotes=True)
    read_in(words, post.lang)
    card.column.addWidget(words)
    return card


def _language_box(theme: Theme, language: str) -> ComboBox:
    box = ComboBox(theme, icon="languages", is_bare=True)
    box.setAccessibleName(QCoreApplication.translate("PostDialog", "Language of the post"))
    for code, name in languages().items():
        box.addItem(name, code)
    box.setCurrentIndex(max(0, box.findData(language)))
    return box


def _title(reply_to: FeedEntry | None, again: Writing | None) -> str:
    if again is not None:
        return QCoreApplication.translate("PostDialog", "Write it again")
    if reply_to is None or reply_to.post is None:
        return QCoreApplication.translate("PostDialog", "New post")
    author = reply_to.post.author
    title = QCoreApplication.translate("PostDialog", "Reply to {name}")
    return title.format(name=isolate(clean_name(author.name or author.handle)))
