"""A shop owner with an account everywhere reads and answers in one window."""

import json

from journeys.market import EVERY, TWIN, Pulse
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from services.loopback import silent
from services.networks.pds_double import status

from desktop.services.domain.account import AccountState
from desktop.services.vault import MemoryKeyring

SECRETS = {"access", "refresh", "token", "client_secret"}
"""What opens something, as the adapters call it in the keyring."""


def plain(words: str) -> str:
    """Return words without the marks that keep a name apart from them."""
    return words.replace("\u2068", "").replace("\u2069", "")


def test_four_networks_are_connected_in_one_dialog_and_read_as_one_feed(owner, market, browser):
    assert [each.network for each in owner.accounts()] == [*EVERY]
    assert "Crieur is connected. You can close this page." in browser.shown
    owner.wait(lambda: owner.networks(owner.home) == {"bluesky", "mastodon", "feed"})
    chips = owner.shell.feeds.home.filters.chips._chips
    for network in ("bluesky", "mastodon", "feed"):
        chips[f"network-{network}"].click()
        owner.wait(lambda network=network: owner.networks(owner.home) == {network})
    chips["everybody"].click()
    owner.wait(lambda: len(owner.networks(owner.home)) == 3)
    owner.wait_to_see("Up to date")
    assert market.asked_of_x() == []


def test_what_was_said_on_two_networks_is_shown_once_and_says_where_else(owner, market):
    owner.wait_for(owner.home, TWIN)
    owner.wait(lambda: owner.texts(owner.home).count(TWIN) == 1)
    shown = owner.wait_for(owner.home, TWIN)
    assert (shown.post.network, shown.also_on) == ("bluesky", ("mastodon",))
    owner.shell.feeds.home.filters.chips._chips["network-mastodon"].click()
    owner.wait(lambda: owner.networks(owner.home) == {"mastodon"})
    assert owner.wait_for(owner.home, TWIN).also_on == ()


def test_one_network_fails_and_another_asks_to_wait_while_the_window_goes_on(owner, market):
    owner.wait_for(owner.home, TWIN)
    pulse = Pulse(owner.shell)
    market.town.fail("/api/v1/.*", {"type": "ratelimit", "headers": {"Retry-After": "600"}}, None)
    market.pds.fail("app.bsky.feed.getTimeline", *[status(500)] * 20)
    market.blog.answers["/feed"] = silent(market.blog.server.ended)
    owner.shell.refresher.refresh_all()
    owner.wait_to_see("@lumiere.test cannot be reached.")
    owner.wait_to_see("Waiting 10 minutes")
    owner.click("place-accounts")
    owner.wait_to_see("The server asks to wait 10 minutes")
    owner.click("place-home")
    for _ in range(5):
        QTest.keyClick(owner.home, Qt.Key.Key_PageDown)
        QTest.keyClick(owner.home, Qt.Key.Key_PageUp)
    row = owner.row_of(owner.home, "Fournée numéro 19")
    owner.press_in_post(owner.home, row, "reply")
    owner.type_into(QPlainTextEdit, "postText", "Encore chaude ?")
    owner.send_off(owner.dialog())
    owner.wait(lambda: "Encore chaude ?" in market.said_on_bluesky())
    assert owner.shell.refresher.is_busy, "the website still says nothing"
    pulse.stop()
    assert pulse.longest < 1_000
    market.blog.server.close()
    owner.at_rest()
    market.town.heal()


def test_an_answer_names_its_reader_is_seen_by_no_more_and_leaves_once(owner, market):
    market.town.post("lea", "@bakery Une fougasse pour moi ?", visibility="direct")
    owner.fetch()
    beside = owner.shell.feeds.beside.list
    owner.wait_for(beside, "fougasse")
    owner.press_in_post(beside, owner.row_of(beside, "fougasse"), "reply")
    dialog = owner.dialog()
    field = owner.find(QPlainTextEdit, "postText")
    assert field.toPlainText() == "@lea@town.example "
    assert owner.sees("Only the people named in it can see this.")
    owner.type_into(QPlainTextEdit, "postText", "Avec plaisir")
    assert plain(dialog.verb_button.text()) == "Reply as @bakery@town.example"
    owner.send_off(dialog)
    owner.wait(lambda: bool(market.answers_in_town("Avec plaisir")))
    owner.wait(lambda: owner.shell.waiting == 0)
    owner.fetch()
    (answer,) = market.answers_in_town("Avec plaisir")
    assert answer["visibility"] == "direct"
    assert "@lea" in answer["content"].replace("<span>", "")
    assert answer["in_reply_to_id"]


def test_a_column_for_a_hashtag_fills_beside_the_others_and_asks_x_for_nothing(owner, market):
    owner.choose("homeSwitch", "columns")
    owner.click("addColumn")
    dialog = owner.dialog()
    kind = owner.find(QComboBox, "columnKind")
    kind.setCurrentIndex(kind.findData("tag"))
    owner.type_into(QLineEdit, "columnWords", "#noel")
    dialog.verb_button.click()
    deck = owner.shell.feeds.home.deck
    owner.wait(lambda: any(each.column.what == "noel" for each in deck.panes))
    pane = next(each for each in deck.panes if each.column.what == "noel")
    owner.wait_for(pane.panel.list, "Marché de Noël")
    assert market.asked_of_x() == []
    again = owner.restarted()
    deck = again.shell.feeds.home.deck
    again.wait(lambda: "noel" in {each.column.what for each in deck.panes})
    again.wait_for(deck.panes[-1].panel.list, "Marché de Noël")


def test_a_muted_person_is_gone_everywhere_until_brought_back(owner, monkeypatch):
    row = owner.row_of(owner.home, "Promenade 7")
    owner.pick(monkeypatch, "Mute ")
    owner.press_in_post(owner.home, row, "more")
    owner.wait(lambda: not any("Promenade" in text for text in owner.texts(owner.home)))
    assert any("Fournée" in text for text in owner.texts(owner.home)), "another network's Léa"
    owner.fetch()
    assert not any("Promenade" in text for text in owner.texts(owner.home))
    owner.click("place-look")
    owner.shell.pages.settings.open_section("muted")
    owner.wait_to_see("Bring back")
    owner.click("bringBack1")
    owner.wait_to_see("Nothing is muted.")
    owner.click("place-home")
    owner.wait_for(owner.home, "Promenade 7")


def test_after_a_restart_everything_is_there_and_nobody_signs_in_again(
    owner, market, browser, keyring, tmp_path
):
    owner.wait_for(owner.home, TWIN)
    pages = len(browser.visited)
    sessions = market.pds.calls("com.atproto.server.createSession")
    before = owner.texts(owner.home)
    again = owner.restarted()
    again.wait(lambda: len(again.accounts()) == len(EVERY))
    assert {each.state for each in again.accounts()} == {AccountState.CONNECTED}
    again.wait(lambda: again.texts(again.home) == before)
    market.say("Encore là ce matin")
    again.fetch()
    again.wait_for(again.home, "Encore là ce matin")
    assert again.shell.refresher.troubles() == {}
    assert len(browser.visited) == pages
    assert market.pds.calls("com.atproto.server.createSession") == sessions
    assert market.asked_of_x() == []
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    for secret in secrets_of(keyring):
        assert not any(secret in content for content in written)


def secrets_of(keyring: MemoryKeyring) -> list[bytes]:
    """Return everything in the keyring that opens something."""
    kept = [entry.partition("\n")[2] for entry in keyring._entries.values()]
    found = [pair for entry in kept for pair in json.loads(entry).items()]
    assert {name for name, _ in found} >= SECRETS
    return [str(each).encode() for name, each in found if name in SECRETS]
