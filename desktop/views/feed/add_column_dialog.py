"""Choose what a new column shows."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.charges import Charge
from desktop.services.domain.columns import ASKING, Column, ColumnKind
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.feed import Person
from desktop.services.domain.portions import portion
from desktop.services.domain.post import PeopleList
from desktop.services.people import PAGE
from desktop.ui.combos import ComboBox
from desktop.ui.dialogs import Dialog
from desktop.ui.fields import Field
from desktop.ui.labels import Label
from desktop.ui.line_edits import LineEdit
from desktop.ui.link_buttons import LinkButton
from desktop.ui.notices import notice_for
from desktop.ui.tasks import STORE, Tasks, lane_of
from desktop.ui.text import clean_name
from desktop.ui.theme import Theme
from desktop.ui.wording import money
from desktop.views.account_book import AccountBook
from desktop.views.feed.column_wording import account_name, kind_name
from desktop.views.session import Session

NEEDS = {
    ColumnKind.MENTIONS: Cap.MENTIONS,
    ColumnKind.ACTIVITY: Cap.MENTIONS,
    ColumnKind.SEARCH: Cap.SEARCH,
    ColumnKind.TAG: Cap.HASHTAGS,
    ColumnKind.LIST: Cap.LISTS,
}
LISTS_READ = 20
"""Lists that one answer may hold, each of which is paid for where reading costs money."""
ONE_ACCOUNT = (ColumnKind.LIST, ColumnKind.PERSON)
"""Lists and people are known to one network only."""


class AddColumnDialog(Dialog):
    """A kind, an account, and what to look for.

    Signals:
        chosen: The column is wanted; carries the `Column`.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, session: Session, book: AccountBook, tasks: Tasks, parent: QWidget
    ) -> None:
        title = QCoreApplication.translate("AddColumnDialog", "Add a column")
        verb = QCoreApplication.translate("AddColumnDialog", "Add the column")
        super().__init__(theme, title, verb, stays_open=True, parent=parent)
        self._session = session
        self._book = book
        self._tasks = tasks
        self._kind = ComboBox(theme)
        self._kind.setObjectName("columnKind")
        for kind in ColumnKind:
            self._kind.addItem(kind_name(kind), kind.value)
        self._account = ComboBox(theme)
        self._account.setObjectName("columnAccount")
        self._words = LineEdit(theme, "")
        self._words.setObjectName("columnWords")
        self._words.returnPressed.connect(self.verb_button.click)
        self._list = ComboBox(theme)
        self._list.setObjectName("columnList")
        self._cost = Label(theme, "", "small", "text2", wraps=True)
        self._load = LinkButton(theme, "", "small", elides=True)
        self._load.setObjectName("loadLists")
        self._load.clicked.connect(self._load_lists)
        self._kind_field = Field(theme, self.tr("What it shows"), self._kind)
        self._account_field = Field(theme, self.tr("From"), self._account)
        self._words_field = Field(theme, self.tr("What to look for"), self._words)
        self._list_field = Field(theme, self.tr("List"), self._list)
        for widget in (
            self._kind_field,
            self._account_field,
            self._words_field,
            self._load,
            self._list_field,
            self._cost,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._kind.currentIndexChanged.connect(self._on_kind)
        self._account.currentIndexChanged.connect(self._on_account)
        self.asked.connect(self._submit)
        self._on_kind(0)

    @property
    def kind(self) -> ColumnKind:
        """Return which kind is chosen."""
        return ColumnKind(self._kind.currentData())

    def _on_kind(self, _index: int) -> None:
        kind = self.kind
        is_typed = kind in (ColumnKind.SEARCH, ColumnKind.TAG, ColumnKind.PERSON)
        self._words_field.setVisible(is_typed)
        self._words.setPlaceholderText(
            {
                ColumnKind.SEARCH: self.tr("brioche Lyon"),
                ColumnKind.TAG: self.tr("#lyonfood"),
                ColumnKind.PERSON: self.tr("@name@server, or name.bsky.social"),
            }.get(kind, "")
        )
        self._list_field.setVisible(kind is ColumnKind.LIST)
        self._words_field.set_problem(None)
        self._fill_accounts(kind)

    def _fill_accounts(self, kind: ColumnKind) -> None:
        needed = NEEDS.get(kind, Cap.HOME)
        barred = Cap.KEYLESS if kind in ASKING else Cap.NONE
        able = [each for each in self._book.all() if needed in each.caps and not barred & each.caps]
        before = self._account.blockSignals(True)
        self._account.clear()
        if kind not in ONE_ACCOUNT:
            self._account.addItem(self.tr("Every account"), 0)
        for account in able:
            self._account.addItem(account_name(account.id, self._book), account.id)
        self._account.blockSignals(before)
        self.verb_button.setEnabled(self._account.count() > 0)
        self._account_field.set_problem(
            None if self._account.count() else self.tr("None of your accounts offers this.")
        )
        self._on_account(0)

    def _on_account(self, _index: int) -> None:
        account = self._book.get(self._account.currentData() or 0)
        is_paid = account is not None and Cap.METERED in account.caps
        is_list = self.kind is ColumnKind.LIST
        self._list.clear()
        self._list_field.set_problem(None)
        self._load.setVisible(is_list and is_paid)
        self._cost.setVisible(self.kind is ColumnKind.PERSON and is_paid)
        if account is not None and is_paid:
            self._tasks.run(
                STORE,
                partial(self._costs, account),
                owner=self,
                done=partial(self._tell_costs, account),
            )
        elif is_list and account is not None:
            self._load_lists()

    def _costs(self, account: Account) -> tuple[str, str]:
        """Return what a person and the lists cost at most, as money; reads the store."""
        spending, size = self._session.spending, portion(account, PAGE)
        person = [Charge("user_read", 1), Charge("post_read", size)]
        lists = [Charge("list_read", LISTS_READ, is_own=True)]
        prices = [spending.estimate(account.id, charges) for charges in (person, lists)]
        currency = spending.prices.currency
        return money(prices[0], currency), money(prices[1], currency)

    def _tell_costs(self, account: Account, costs: tuple[str, str]) -> None:
        person, lists = costs
        looking = self.tr("Looking this person up costs at most {money}.").format(money=person)
        name = account_name(account.id, self._book)
        self._cost.setText(looking)
        self._load.setText(
            self.tr("Ask {name} for your lists, at most {money}").format(name=name, money=lists)
        )

    def _load_lists(self) -> None:
        account_id = self._account.currentData()
        self._tasks.run(
            lane_of(account_id),
            partial(self._session.gathering.lists, account_id),
            owner=self,
            done=partial(self._on_lists, account_id),
            failed=self._on_failed,
        )

    def _on_lists(self, account_id: int, lists: tuple[PeopleList, ...]) -> None:
        if self.kind is not ColumnKind.LIST or account_id != self._account.currentData():
            return
        self._list.clear()
        for each in lists:
            self._list.addItem(clean_name(each.name), each.native_id)
        self._list_field.set_problem(
            None if lists else self.tr("This account has no list. Make one on its network’s page.")
        )

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(None)
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        name = self._book.name_of(self._account.currentData())
        field = self._list_field if self.kind is ColumnKind.LIST else self._words_field
        field.set_problem(notice_for(error, name, self._session.clock()).title)

    def _submit(self) -> None:
        kind, account_id = self.kind, self._account.currentData()
        if account_id is None:
            return
        words = self._words.text().strip()
        if self._words_field.isVisibleTo(self) and not words.strip("#@ "):
            self._words_field.set_problem(self.tr("Type what the column should look for."))
            self._words.setFocus()
        elif kind is ColumnKind.LIST and self._list.currentData() is None:
            self._list_field.set_problem(self.tr("Choose a list."))
        elif kind is ColumnKind.PERSON:
            self._find_person(account_id, words)
        elif kind is ColumnKind.LIST:
            name = self._list.currentText()
            self._choose(Column(kind, account_id, self._list.currentData(), name))
        elif kind is ColumnKind.TAG:
            self._choose(Column(kind, account_id, words.lstrip("#").split()[0]))
        else:
            what = words if kind is ColumnKind.SEARCH else ""
            self._choose(Column(kind, account_id, what))

    def _find_person(self, account_id: int, handle: str) -> None:
        self.set_busy(self.tr("Looking…"))
        self._tasks.run(
            lane_of(account_id),
            partial(self._session.people.refresh, account_id, handle.removeprefix("@")),
            owner=self,
            done=partial(self._on_person, account_id),
            failed=self._on_failed,
        )

    def _on_person(self, account_id: int, person: Person) -> None:
        self.set_busy(None)
        author = person.author
        name = author.name or author.handle
        self._choose(Column(ColumnKind.PERSON, account_id, author.native_id, name, author.network))

    def _choose(self, column: Column) -> None:
        self.chosen.emit(column)
        self.accept()
