"""Secrets that were planted are looked for in everything that Crieur wrote."""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from services.networks.pds_double import PASSWORD, PdsDouble, dropped, lost, status, truncated

from desktop.services.accounts import Accounts
from desktop.services.backups import Backups
from desktop.services.credentials import Credentials
from desktop.services.domain.errors import CrieurError
from desktop.services.journal import open_journal
from desktop.services.networks import registry
from desktop.services.networks.contract import SignIn
from desktop.services.networks.xrpc import tokens_of, utc_now
from desktop.services.redaction import Redaction
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows
from desktop.services.vault import MemoryKeyring, Vault

TIMELINE = "app.bsky.feed.getTimeline"
CREATE = "com.atproto.repo.createRecord"


@pytest.fixture
def pds() -> Iterator[PdsDouble]:
    double = PdsDouble()
    bakery = double.world.sign_up("bakery.test")
    double.world.post(bakery, "Bonjour")
    yield double
    double.close()


@pytest.fixture
def everything_logged(tmp_path: Path) -> Iterator[Redaction]:
    """Write every record of everybody, libraries included, to the journal."""
    redaction = Redaction()
    root = logging.getLogger()
    before = root.level, root.handlers.copy()
    levels = {name: logging.getLogger(name).level for name in ("urllib3", "urllib3.connection")}
    open_journal(tmp_path / "log", redaction)
    root.setLevel(logging.DEBUG)
    for name in levels:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield redaction
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    for handler in [each for each in root.handlers if each not in before[1]]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(before[0])


def test_no_secret_is_in_a_log_a_trace_a_file_or_a_copy(
    pds: PdsDouble,
    tmp_path: Path,
    everything_logged: Redaction,
    caplog: pytest.LogCaptureFixture,
):
    log = logging.getLogger("crieur.test")
    database = Database()
    database.open(tmp_path / "workspace" / "crieur.db", now=utc_now())
    rows = Rows(database)
    credentials = Credentials(rows, Vault(everything_logged, MemoryKeyring))
    accounts = Accounts(rows, credentials, registry, utc_now, chance=lambda: 0.0)
    asked = SignIn("bluesky", pds.server.url, "bakery.test", PASSWORD)
    account = accounts.connect(asked)
    planted = {PASSWORD}
    traces = [repr(asked), repr(account)]

    def note_tokens() -> None:
        kept = credentials.read(account)
        assert kept is not None
        planted.update((tokens_of(kept).access, tokens_of(kept).refresh))
        traces.append(repr(kept))

    note_tokens()
    network = accounts.network(account.id)
    post = network.home().items[0].post
    for fault in (lost, dropped, truncated, status(500), status(401), status(429)):
        pds.fail(TIMELINE, fault)
        pds.fail(CREATE, fault, fault)
        for act in (network.home, lambda: network.like(post.native_id, post.version)):
            try:
                act()
            except CrieurError as trouble:
                log.warning("It failed: %r", trouble, exc_info=True)
                traces.append("".join(traceback.format_exception(trouble)))
    pds.expire_access()
    network.home()
    note_tokens()
    for secret in planted:
        log.info("said by accident: %s", secret)
        log.error("and in a header: %r", {"Authorization": f"Bearer {secret}"})
    accounts.close()
    backup = Backups(database, utc_now).back_up_daily()
    assert backup is not None
    database.close()

    written = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert b"said by accident" in written[tmp_path / "log" / "crieur.log"]
    assert len(planted) == 5
    for secret in planted:
        assert not [path for path, content in written.items() if secret.encode() in content]
        assert not [trace for trace in traces if secret in trace]
