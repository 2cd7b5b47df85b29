"""Secrets that were planted are looked for in everything that Crieur wrote."""

import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from services.networks.mastodon_town import Town, inhabited
from services.networks.pds_double import PASSWORD, PdsDouble, dropped, lost, status, truncated
from services.networks.x_double import XDouble
from services.networks.x_faults import broken, out_of_credit, signed_out, slow_down
from services.networks.x_faults import truncated as cut_short
from services.networks.x_shop import REDIRECT, agree, populate

from desktop.services.accounts import Accounts
from desktop.services.backups import Backups
from desktop.services.credentials import Credentials
from desktop.services.domain.account import Account
from desktop.services.domain.draft import Draft, PublishKey
from desktop.services.domain.errors import CrieurError
from desktop.services.domain.tid import tid
from desktop.services.journal import open_journal
from desktop.services.networks import mastodon_oauth, registry, x_tokens
from desktop.services.networks.contract import Credential, Network, SignIn
from desktop.services.networks.xrpc import tokens_of, utc_now
from desktop.services.redaction import Redaction
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows
from desktop.services.vault import MemoryKeyring, Vault

WRONG = "a-wrong-code-0123456789"
TIMELINE = "app.bsky.feed.getTimeline"
CREATE = "com.atproto.repo.createRecord"
LIBRARIES = (
    "urllib3",
    "urllib3.connection",
    "urllib3.connectionpool",
    "requests",
    "requests_oauthlib",
    "requests_oauthlib.oauth2_session",
    "oauthlib",
    "tweepy",
    "tweepy.client",
    "mastodon",
    "mastodon.internals",
    "Mastodon",
    "charset_normalizer",
    "keyring",
)

SERVERS = ("sqlalchemy", "uvicorn", "asyncio", "alembic")
"""What the servers write that stand in for the networks in this very process."""


@contextmanager
def somebody_elses() -> Iterator[None]:
    """Write down nothing of what the browser does."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def pds() -> Iterator[PdsDouble]:
    double = PdsDouble()
    bakery = double.world.sign_up("bakery.test")
    double.world.post(bakery, "Bonjour")
    yield double
    double.close()


@pytest.fixture
def town() -> Iterator[Town]:
    town = inhabited()
    yield town
    town.close()


@pytest.fixture
def x() -> Iterator[XDouble]:
    double = XDouble()
    populate(double)
    yield double
    double.close()


@pytest.fixture
def everything_logged(tmp_path: Path) -> Iterator[Redaction]:
    """Write every record of everybody, libraries included, to the journal."""
    redaction = Redaction()
    root = logging.getLogger()
    before = root.level, root.handlers.copy()
    names = {*LIBRARIES, *logging.Logger.manager.loggerDict}
    names -= {name for name in names if name.startswith(SERVERS)}
    levels = {name: logging.getLogger(name).level for name in names}
    open_journal(tmp_path / "log", redaction)
    for name in ("", *names):
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield redaction
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    for handler in [each for each in root.handlers if each not in before[1]]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(before[0])


class Desk:
    """A workspace whose owner has bad luck, and all that was planted and shown."""

    def __init__(self, folder: Path, redaction: Redaction) -> None:
        self._folder = folder
        self._redaction = redaction
        self._log = logging.getLogger("crieur.test")
        self.database = Database()
        self.database.open(folder / "workspace" / "crieur.db", now=utc_now())
        rows = Rows(self.database)
        self.credentials = Credentials(rows, Vault(redaction, MemoryKeyring))
        self.accounts = Accounts(
            rows, self.credentials, registry.Networks(), utc_now, chance=lambda: 0.0
        )
        self.planted: set[str] = set()
        self.passing: set[str] = {WRONG}
        """What opens a door once and is never kept."""
        self.traces: list[str] = []

    def note(self, account: Account, secrets: Callable[[Credential], tuple[str, ...]]) -> None:
        """Remember what the account's credential holds now."""
        kept = self.credentials.read(account)
        assert kept is not None
        self.planted.update(secrets(kept))
        self.traces += [repr(kept), repr(account)]

    def try_all(self, *acts: Callable[[], object]) -> int:
        """Do what may go wrong, and write down how; return how often it did."""
        before = len(self.traces)
        for act in acts:
            try:
                act()
            except CrieurError as trouble:
                self._log.warning("It failed: %r", trouble, exc_info=True)
                self.traces.append("".join(traceback.format_exception(trouble)))
        return len(self.traces) - before

    def end(self) -> None:
        """Say all secrets by accident, close, and look for them everywhere."""
        for secret in self.planted:
            self._log.info("said by accident: %s", secret)
            self._log.error("and in a header: %r", {"Authorization": f"Bearer {secret}"})
        try:
            raise RuntimeError(f"unforeseen, with {sorted(self.planted)}")
        except RuntimeError as fault:
            report = self._redaction.scrub("".join(traceback.format_exception(fault)))
        assert "unforeseen" in report
        self.accounts.close()
        assert Backups(self.database, utc_now).back_up_daily() is not None
        self.database.close()
        written = {path: path.read_bytes() for path in self._folder.rglob("*") if path.is_file()}
        assert b"said by accident" in written[self._folder / "log" / "crieur.log"]
        for secret in self.planted | self.passing:
            assert len(secret) >= 15
            assert not [path for path, content in written.items() if secret.encode() in content]
            assert not [trace for trace in (*self.traces, report) if secret in trace]


@pytest.fixture
def desk(tmp_path: Path, everything_logged: Redaction) -> Desk:
    return Desk(tmp_path, everything_logged)


def a_key(number: int) -> PublishKey:
    now = utc_now()
    return PublishKey(f"uuid-{number}", tid(now, number), now)


def test_no_secret_of_bluesky_is_in_a_log_a_trace_a_file_or_a_copy(
    pds: PdsDouble, desk: Desk, caplog: pytest.LogCaptureFixture
):
    asked = SignIn("bluesky", pds.server.url, "bakery.test", PASSWORD)
    account = desk.accounts.connect(asked)
    desk.planted.add(PASSWORD)
    desk.traces.append(repr(asked))

    def tokens(kept: Credential) -> tuple[str, str]:
        return tokens_of(kept).access, tokens_of(kept).refresh

    desk.note(account, tokens)
    network = desk.accounts.network(account.id)
    post = network.home().items[0].post
    for fault in (lost, dropped, truncated, status(500), status(401), status(429)):
        pds.fail(TIMELINE, fault)
        pds.fail(CREATE, fault, fault)
        desk.try_all(network.home, lambda: network.like(post.native_id, post.version))
    pds.expire_access()
    network.home()
    desk.note(account, tokens)
    assert len(desk.planted) == 5
    desk.end()


def test_no_secret_of_mastodon_is_in_a_log_a_trace_a_file_or_a_copy(
    town: Town, desk: Desk, caplog: pytest.LogCaptureFixture
):
    handshake = desk.accounts.begin(SignIn("mastodon", town.url, "", ""), REDIRECT)
    desk.traces.append(repr(handshake))
    with somebody_elses():
        code = agreed(handshake.address)
    assert desk.try_all(lambda: desk.accounts.finish(handshake, WRONG)) == 1
    account = desk.accounts.finish(handshake, code)
    desk.passing.add(code)
    desk.note(account, mastodon_secrets)
    assert len(desk.planted) == 2
    network = desk.accounts.network(account.id)
    post = network.home().items[0].post
    for effect in (
        {"type": "status", "status": 500},
        {"type": "status", "status": 401},
        {"type": "status", "status": 403},
        {"type": "malformed"},
        {"type": "ratelimit"},
    ):
        town.fail("/api/.*", effect, count=None)
        failed = desk.try_all(
            network.home,
            lambda: network.like(post.native_id, post.version),
            lambda: network.publish(Draft("Bonjour"), a_key(1)),
        )
        assert failed == 3
        town.heal()
    # Refused, the account is signed out; its token is given back and the next one is another.
    desk.accounts.disconnect(account.id)
    with_token = SignIn("mastodon", town.url, "", WRONG + "-token")
    assert desk.try_all(lambda: desk.accounts.connect(with_token)) == 1
    desk.traces.append(repr(with_token))
    desk.passing.add(with_token.password)
    desk.end()


def agreed(address: str) -> str:
    """Let Crieur in on the server's page, and return the code that the browser brings back."""
    place, _, query = address.partition("?")
    form = {name: values[0] for name, values in parse_qs(query).items()} | {"username": "bakery"}
    told = requests.post(place, data=form, timeout=10, allow_redirects=False)
    return parse_qs(urlsplit(told.headers["Location"]).query)["code"][0]


def mastodon_secrets(kept: Credential) -> tuple[str, str]:
    """Return what lets programs in at a Mastodon server."""
    token = mastodon_oauth.token_of(kept)
    return token.access, token.client_secret


def x_secrets(kept: Credential) -> tuple[str, str, str]:
    """Return what lets programs in at X."""
    tokens = x_tokens.tokens_of(kept)
    return tokens.access, tokens.refresh, tokens.client_id


def test_no_secret_of_x_is_in_a_log_a_trace_a_file_or_a_copy(
    x: XDouble, desk: Desk, caplog: pytest.LogCaptureFixture
):
    asked = SignIn("x", x.url, x.client_id, "")
    handshake = desk.accounts.begin(asked, REDIRECT)
    desk.traces.append(repr(handshake))
    with somebody_elses():
        code = agree(handshake.address)["code"]
    assert desk.try_all(lambda: desk.accounts.finish(handshake, WRONG)) == 1
    account = desk.accounts.finish(handshake, code)
    desk.passing |= {code, handshake.verifier, handshake.state}
    desk.note(account, x_secrets)
    network = desk.accounts.network(account.id)
    for fault in (broken(503), out_of_credit, slow_down(), signed_out, cut_short):
        x.always("*", fault)
        assert desk.try_all(*x_acts(network)) == len(x_acts(network))
        x.recover()
    x.oauth.expire_access()
    desk.try_all(network.home)
    desk.note(account, x_secrets)
    x.oauth.expire_sessions()
    assert desk.try_all(network.home) == 1
    assert len(desk.planted) == 5
    desk.end()


def x_acts(network: Network) -> tuple[Callable[[], object], ...]:
    """Return calls that read and one that writes."""
    return (
        network.home,
        network.notifications,
        lambda: network.search("pain"),
        lambda: network.publish(Draft("Bonjour"), a_key(2)),
    )
