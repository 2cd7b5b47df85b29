"""Connect an account of any network, or sign in to one again."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.browser_sign_in import BrowserSignIn, Handshake
from desktop.services.domain.account import Account
from desktop.services.domain.errors import (
    CrieurError,
    GivenUp,
    InvalidField,
    Unreachable,
    VaultTrouble,
)
from desktop.ui.banners import Banner
from desktop.ui.dialogs import Dialog
from desktop.ui.labels import Label
from desktop.ui.notices import notice_for
from desktop.ui.segmented import Segmented
from desktop.ui.tasks import SIGN_IN, VAULT, Lane, Tasks
from desktop.ui.text import clean_name, isolate
from desktop.ui.theme import Theme
from desktop.views.connect.bluesky_form import BlueskyForm
from desktop.views.connect.browser_step import BrowserStep
from desktop.views.connect.feed_form import FeedForm
from desktop.views.connect.form import Form
from desktop.views.connect.mastodon_form import MastodonForm
from desktop.views.connect.ways_in import WaysIn
from desktop.views.connect.x_form import XForm
from desktop.views.networks import network_name
from desktop.views.session import Session

FORMS = {"bluesky": BlueskyForm, "mastodon": MastodonForm, "x": XForm, "feed": FeedForm}


class ConnectDialog(Dialog):
    """Choose a network, say who, and connect; the browser takes part where the network has a page.

    Signals:
        connected: The account is there and its key is kept; carries the `Account`.
    """

    connected = Signal(object)
    _page_ready = Signal(str)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        known: Account | None = None,
        sign_in: BrowserSignIn | None = None,
    ) -> None:
        super().__init__(theme, _title(known), self._verb(known), stays_open=True, parent=parent)
        self._theme = theme
        self._session = session
        self._tasks = tasks
        self._known = known
        self._sign_in = sign_in or BrowserSignIn(session.accounts)
        self._ways = WaysIn(session, self._sign_in, known)
        self._stop = threading.Event()
        self._handshake: Handshake | None = None
        self._make(theme)
        self.asked.connect(self._submit)
        self.finished.connect(self._stop.set)
        self._page_ready.connect(self._on_page_ready)
        if known is not None:
            self._network.set_choice(known.network)
            self._form.show_known(known)
            self._rights.set_choice("post" if known.may_post else "read")
        self._show_form()

    def _make(self, theme: Theme) -> None:
        self._banner = Banner(theme)
        self._banner.hide()
        marks = [(key, network_name(key), None) for key in FORMS]
        self._network = Segmented(theme, self.tr("Network"), marks)
        self._network.setObjectName("network")
        if self._known is not None:
            self._network.hide()
        self._network.chosen.connect(self._on_network)
        self._forms: dict[str, Form] = {key: made(theme) for key, made in FORMS.items()}
        self._step = BrowserStep(theme)
        self._step.code_wanted.connect(self._on_code_wanted)
        self._step.submitted.connect(self.verb_button.click)
        self._rights_title = Label(theme, self.tr("What Crieur may do"), "label")
        self._rights = Segmented(
            theme,
            self.tr("What Crieur may do"),
            (
                ("post", self.tr("Read and post"), "pen-line"),
                ("read", self.tr("Read only"), "eye"),
            ),
        )
        self._rights.setObjectName("rights")
        for widget in (self._banner, self._network, *self._forms.values(), self._step):
            self.body.addWidget(widget)
        self.body.addWidget(self._rights_title)
        self.body.addWidget(self._rights)
        self.body.addStretch(1)
        for form in self._forms.values():
            form.submitted.connect(self.verb_button.click)
            form.changed.connect(self._show_form)

    @property
    def _form(self) -> Form:
        return self._forms[self._network.choice]

    def choose(self, network: str) -> None:
        """Show the form of a network."""
        self._network.set_choice(network)
        self._show_form()

    def _on_network(self, _key: str) -> None:
        self._show_form()

    def _show_form(self) -> None:
        self._step.hide()
        for form in self._forms.values():
            form.setVisible(form is self._form)
        self._rights_title.setVisible(self._form.asks_for_rights)
        self._rights.setVisible(self._form.asks_for_rights)
        self._network.setEnabled(True)
        self.verb_button.setText(self._verb(self._known))
        if self._form.is_in_browser:
            self.verb_button.setText(self.tr("Continue in the browser"))

    def _show_step(self) -> None:
        self._form.hide()
        self._rights_title.hide()
        self._rights.hide()
        self._network.setEnabled(False)
        self._step.show()

    def _submit(self) -> None:
        self._form.clear_problems()
        self._step.field.set_problem(None)
        self._banner.hide()
        request, may_post = self._form.request(), self._rights.choice == "post"
        if self._handshake is not None:
            self.set_busy(self.tr("Connecting…"))
            code = partial(self._ways.with_code, self._handshake, self._step.code)
            self._run(partial(code, may_post=may_post))
        elif self._form.is_in_browser:
            self._stop = threading.Event()
            self.finished.connect(self._stop.set)
            self.set_busy(self.tr("Waiting for the browser…"))
            said = self.tr("Crieur is connected. You can close this page.")
            page = partial(self._ways.through_browser, request, self._page_ready.emit, self._stop)
            self._run(partial(page, said=said, may_post=may_post), SIGN_IN)
        else:
            self.set_busy(self.tr("Connecting…"))
            self._run(partial(self._ways.with_what_was_typed, request, may_post=may_post))

    def _run(self, work: Callable[[], Account], lane: Lane = VAULT) -> None:
        self._tasks.run(lane, work, owner=self, done=self._on_connected, failed=self._on_failed)

    def _on_page_ready(self, address: str) -> None:
        self._show_step()
        has_codes = self._network.choice == "mastodon"
        self._step.show_page(address, is_for_code=False, can_give_code=has_codes)

    def _on_code_wanted(self) -> None:
        self._stop.set()
        self.set_busy(self.tr("Asking for a code…"))
        self._tasks.run(
            VAULT,
            partial(self._sign_in.begin_with_code, self._form.request()),
            owner=self,
            done=self._on_code_ready,
            failed=self._on_failed,
        )

    def _on_code_ready(self, handshake: Handshake) -> None:
        self._handshake = handshake
        self.set_busy(None)
        self._show_step()
        self.verb_button.setText(self._verb(self._known))
        self._step.show_page(handshake.address, is_for_code=True, can_give_code=True)

    def _on_connected(self, account: Account) -> None:
        self._form.forget_secrets()
        self.set_busy(None)
        self.connected.emit(account)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, GivenUp) and (self._handshake is not None or self._stop.is_set()):
            return  # the user went another way
        self.set_busy(None)
        if isinstance(error, InvalidField) and error.field == "code":
            self._step.field.set_problem(
                self.tr("The server does not accept this code. Open the page again for a new one.")
            )
            return
        self._handshake = None
        self._show_form()
        if isinstance(error, InvalidField) and self._form.tell(error):
            return
        if not isinstance(error, CrieurError):
            self._tasks.unhandled.emit(error)
            return
        self._tell(error)

    def _tell(self, error: CrieurError) -> None:
        notice = notice_for(error, self._form.name, self._session.clock())
        text = notice.text
        if isinstance(error, VaultTrouble):
            keep = self.tr("Keep until Crieur closes")
            self._banner.show_message(notice.title, text, "warn", keep, self._on_session_only)
            return
        if isinstance(error, Unreachable) and not error.proxy:
            # What is said of an account that is there would promise too much here.
            text = self.tr("No account was connected. Check the connection, then try again.")
        self._banner.show_message(notice.title, text, "warn")

    def _on_session_only(self) -> None:
        self._session.keys.keep_for_this_session_only()
        self._submit()

    @staticmethod
    def _verb(known: Account | None) -> str:
        if known is None:
            return QCoreApplication.translate("ConnectDialog", "Connect")
        return QCoreApplication.translate("ConnectDialog", "Sign in")


def _title(known: Account | None) -> str:
    if known is None:
        return QCoreApplication.translate("ConnectDialog", "Connect an account")
    title = QCoreApplication.translate("ConnectDialog", "Sign in again to {handle}")
    return title.format(handle=isolate(f"@{clean_name(known.handle)}"))
