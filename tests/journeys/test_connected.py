"""A shop owner connects an account and lives with it: offline, restarts, a lost session."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from services.networks.pds_double import PASSWORD, PdsDouble, lost

from desktop.services.domain.account import AccountState
from desktop.services.domain.errors import Unreachable


@pytest.fixture
def pds() -> Iterator[PdsDouble]:
    double = PdsDouble()
    double.shop = double.world.sign_up("lumiere.test")
    double.lea = double.world.sign_up("lea.test")
    start = datetime.now(UTC) - timedelta(hours=5)
    for number in range(60):
        moment = (start + timedelta(minutes=number)).isoformat().replace("+00:00", "Z")
        double.world.post(double.lea, f"Fournée numéro {number}", createdAt=moment)
    yield double
    double.close()


def connect(reader, pds: PdsDouble) -> None:
    """Sign in the way a new user does, in a place without a keyring."""
    reader.wait_to_see("Connect an account")
    reader.click("connectAccount")
    reader.wait_for_shell()
    dialog = reader.dialog()
    reader.type_into(QLineEdit, "handle", "@lumiere.test")
    reader.type_into(QLineEdit, "appPassword", PASSWORD)
    reader.type_into(QLineEdit, "server", pds.server.url)
    dialog.verb_button.click()
    reader.wait_to_see("Keep until Crieur closes")
    dialog._banner.button.click()
    home = reader.shell.feeds.home.panel.list
    reader.wait(lambda: home.model().rowCount() >= 15)


def test_a_wrong_password_is_told_beside_its_field_and_the_rest_is_kept(start, pds):
    reader = start()
    reader.click("connectAccount")
    reader.wait_for_shell()
    dialog = reader.dialog()
    reader.type_into(QLineEdit, "handle", "lumiere.test")
    reader.type_into(QLineEdit, "server", pds.server.url)
    password = reader.type_into(QLineEdit, "appPassword", "my own secret")
    dialog.verb_button.click()
    reader.wait_to_see("looks like your main password")
    password.clear()
    reader.type_into(QLineEdit, "appPassword", "aaaa-bbbb-cccc-dddd")
    dialog.verb_button.click()
    reader.wait_to_see("does not accept this pair")
    assert reader.find(QLineEdit, "handle").text() == "lumiere.test"
    dialog.reject()


def test_a_first_account_is_connected_and_its_feed_appears(start, pds):
    reader = start()
    connect(reader, pds)
    assert reader.sees("Bluesky")
    reader.click("place-accounts")
    reader.wait_to_see("Connected accounts")
    assert reader.sees("Keys are kept until Crieur closes")


def test_what_is_written_offline_waits_and_leaves_once(start, pds):
    reader = start()
    connect(reader, pds)
    refresher = reader.shell.refresher
    pds.server.close()
    refresher.refresh_all()
    reader.wait(lambda: refresher.is_offline)
    reader.wait_to_see("You are offline. Reading saved posts")
    reader.click("newPost")
    dialog = reader.dialog()
    reader.type_into(QPlainTextEdit, "postText", "Le pain de 17 h sort du four")
    reader.send_off(dialog)
    reader.wait(lambda: reader.shell.waiting == 1)
    reader.wait(lambda: not refresher.is_busy)
    account = reader.shell.book.all()[0]
    # Only once the post has met the closed door is the server there again.
    reader.wait(lambda: reader.shell.session.timeline.next_try(account.id) is not None)
    pds.server.start()
    refresher._progress[account.id].due_at = datetime.now(UTC)
    reader.wait(lambda: not isinstance(refresher.troubles().get(account.id), Unreachable))
    reader.wait(lambda: reader.shell.waiting == 0)
    texts = [post["text"] for _, post in pds.world.of("app.bsky.feed.post")]
    assert texts.count("Le pain de 17 h sort du four") == 1


def test_an_answer_that_got_lost_is_looked_up_and_never_sent_twice(start, pds):
    reader = start()
    connect(reader, pds)
    pds.fail("com.atproto.repo.createRecord", lost)
    reader.click("newPost")
    dialog = reader.dialog()
    reader.type_into(QPlainTextEdit, "postText", "Une seule fois")
    reader.send_off(dialog)
    reader.wait(lambda: reader.shell.waiting == 0 and pds.calls("com.atproto.repo.getRecord") > 0)
    texts = [post["text"] for _, post in pds.world.of("app.bsky.feed.post")]
    assert texts.count("Une seule fois") == 1


def test_new_posts_never_move_what_is_being_read(start, pds):
    reader = start()
    connect(reader, pds)
    panel = reader.shell.feeds.home.panel
    before = panel.list.model().rowCount()
    panel.list.verticalScrollBar().setValue(300)
    place = panel.list.place()
    for number in range(3):
        pds.world.post(pds.lea, f"Tout juste sorti, {number}")
    reader.shell.refresher.refresh_all()
    reader.wait(lambda: panel.list.model().rowCount() >= before + 3)
    assert panel.list.place() == place
    reader.wait_to_see("3 new post")
    reader.click("newPosts")
    assert panel.list.verticalScrollBar().value() == 0


def test_the_reading_place_survives_a_restart(start, pds):
    reader = start()
    connect(reader, pds)
    panel = reader.shell.feeds.home.panel
    panel.list.verticalScrollBar().setValue(400)
    place = panel.list.place()
    reader.desk.window.close()
    reader = start()
    reader.wait_for_shell()
    panel = reader.shell.feeds.home.panel
    reader.wait(lambda: panel.list.place() == place)


def test_a_session_that_ended_asks_to_sign_in_again_and_keeps_the_posts(start, pds):
    reader = start()
    connect(reader, pds)
    pds.expire_sessions()
    reader.shell.refresher.refresh_all()
    reader.wait(lambda: reader.shell.book.all()[0].state is AccountState.SIGNED_OUT)
    reader.wait_to_see("needs you to sign in again")
    assert reader.shell.feeds.home.panel.list.model().rowCount() >= 15
    reader.shell.feeds.home.banner.button.click()
    dialog = reader.dialog()
    reader.type_into(QLineEdit, "appPassword", PASSWORD)
    dialog.verb_button.click()
    reader.wait(lambda: reader.shell.book.all()[0].state is AccountState.CONNECTED)


def test_disconnecting_takes_the_account_and_its_posts_away(start, pds, monkeypatch):
    reader = start()
    connect(reader, pds)
    monkeypatch.setattr("desktop.views.settings.accounts_section.ask", lambda *_, **__: True)
    reader.click("place-accounts")
    section = reader.shell.pages.settings
    row = section.findChildren(type(section.findChild(QLineEdit)), "none")
    assert row == []
    account = reader.shell.book.all()[0]
    accounts = section._panes["accounts"].findChildren(object)
    target = next(each for each in accounts if type(each).__name__ == "AccountRow")
    target.disconnect_asked.emit(account)
    reader.wait(lambda: reader.shell.book.all() == ())
    reader.click("place-home")
    reader.wait_to_see("Connect an account")


def test_a_deleted_post_in_sight_disappears(start, pds):
    reader = start()
    connect(reader, pds)
    home = reader.shell.feeds.home.panel.list
    newest = home.model().entry(0).post
    del pds.world.records[newest.native_id]
    reader.shell.refresher.refresh_all()
    reader.wait(
        lambda: all(
            entry.post is None or entry.post.native_id != newest.native_id
            for entry in reader.entries(home)
        )
    )


def test_looking_at_the_mentions_tells_the_network(start, pds):
    reader = start()
    connect(reader, pds)
    reader.click("place-mentions")
    reader.wait(lambda: pds.calls("app.bsky.notification.updateSeen") > 0)
