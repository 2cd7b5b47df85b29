"""Connection in the settings: straight or through a proxy, in force at once, tried on request."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from screens import Stage, find, heard, offers, press, read

from desktop.services.connection import Reached
from desktop.services.domain.errors import Unreachable, VaultTrouble
from desktop.services.domain.proxy import Proxy
from desktop.views.settings.connection_section import ConnectionSection

ADDRESS = "http://proxy.example:3128"


@pytest.fixture
def open_section(stage: Stage, shown):
    """Show the section, with the setting as it was left."""

    def opened(setting: str = "system") -> ConnectionSection:
        stage.hub.preferences = replace(stage.hub.preferences, proxy=setting)
        made = ConnectionSection(
            stage.theme, stage.session, stage.book, hub=stage.hub, tasks=stage.tasks
        )
        made.setMinimumWidth(700)
        made.show_section("connection")
        return shown(made)

    return opened


def choose(section: ConnectionSection, way: str) -> None:
    """Choose how calls leave, as a person does."""
    box = find(section, "wayOut", QComboBox)
    box.setCurrentIndex(box.findData(way))
    box.activated.emit(box.currentIndex())


def chosen(section: ConnectionSection) -> str:
    return find(section, "wayOut", QComboBox).currentData()


def write(section: ConnectionSection, **values: str) -> None:
    """Type into the fields of the proxy."""
    for name, text in values.items():
        find(section, f"proxy{name.title()}", QLineEdit).setText(text)


def test_the_computer_s_own_setting_is_told_in_words(open_section, stage):
    section = open_section()
    assert chosen(section) == "system"
    assert "settings name no proxy, so Crieur connects directly" in read(section)

    stage.hub.connection.system = Proxy("http", "proxy.example", 3128, "jean", "secret")
    section.refresh()
    assert "settings name the proxy proxy.example:3128." in read(section)
    assert "secret" not in read(section)

    stage.hub.connection.trouble = Unreachable(proxy="not_supported")
    section.refresh()
    assert "of a kind that Crieur cannot use" in read(section)


def test_the_setting_is_read_only_when_somebody_looks(open_section, stage):
    section = open_section()
    stage.tasks.lanes.clear()

    section.show_section("privacy")
    assert stage.tasks.lanes == []
    section.show_section("connection")
    assert len(stage.tasks.lanes) == 1


def test_no_proxy_is_in_force_at_once(open_section, stage):
    section = open_section()

    choose(section, "none")

    assert stage.hub.connection.chosen == [("none", None)]
    assert stage.hub.preferences.proxy == "none"
    assert "whatever this computer’s settings say" in read(section)


def test_an_address_is_in_force_only_when_it_is_used(open_section, stage):
    section = open_section()
    said = heard(section.said)

    choose(section, "address")
    assert stage.hub.connection.chosen == []
    assert stage.hub.preferences.proxy == "system"
    write(section, address=" proxy.example:3128 ")
    press(section, "useProxy")

    assert stage.hub.connection.chosen == [(ADDRESS, None)]
    assert stage.hub.preferences.proxy == ADDRESS
    assert "proxy.example:3128" in said[0][0]


def test_going_away_from_an_address_forgets_it(open_section, stage):
    section = open_section("http://jean@proxy.example:3128")
    assert find(section, "proxyUser", QLineEdit).text() == "jean"
    assert find(section, "proxyPassword", QLineEdit).placeholderText() == "The saved password"

    choose(section, "system")
    choose(section, "address")

    assert stage.hub.preferences.proxy == "system"
    assert find(section, "proxyAddress", QLineEdit).text() == ""
    assert find(section, "proxyPassword", QLineEdit).placeholderText() == ""


def test_a_password_goes_to_the_keyring_and_not_into_the_preferences(open_section, stage):
    section = open_section()

    choose(section, "address")
    write(section, address="proxy.example:3128", user="jean", password="secret")
    press(section, "useProxy")

    assert stage.hub.connection.chosen == [("http://jean@proxy.example:3128", "secret")]
    assert "secret" not in str(stage.hub.preferences)
    assert find(section, "proxyPassword", QLineEdit).text() == ""


def test_a_pasted_address_is_taken_apart(open_section, stage):
    section = open_section()

    choose(section, "address")
    write(section, address="https://jean:w%40rd@proxy.example:8443/")
    press(section, "useProxy")

    assert stage.hub.connection.chosen == [("https://jean@proxy.example:8443", "w@rd")]
    assert find(section, "proxyAddress", QLineEdit).text() == "https://proxy.example:8443"


@pytest.mark.parametrize(
    ("user", "password"), [("jean", None), ("ana", ""), ("", "")], ids=["same", "other", "nobody"]
)
def test_the_kept_password_stays_with_its_user(open_section, stage, user, password):
    section = open_section("http://jean@proxy.example:3128")

    write(section, user=user)
    press(section, "useProxy")

    assert stage.hub.connection.chosen[0][1] == password


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", "Type the address of the proxy."),
        ("proxy.example", "The port is missing: type it after a colon"),
        ("socks5://proxy.example:1080", "not through SOCKS or a script"),
        ("http://proxy.example/proxy.pac", "not through SOCKS or a script"),
        ("two words:80", "One looks like proxy.example:3128."),
        ("proxy.example:" + "8" * 600, "too long"),
    ],
)
def test_an_address_that_will_not_do_says_why_beside_it(open_section, stage, address, told):
    section = open_section()

    choose(section, "address")
    write(section, address=address)
    press(section, "useProxy")

    assert told in read(section)
    assert find(section, "proxyAddress", QLineEdit).hasFocus()
    assert stage.hub.connection.chosen == []


def test_a_password_needs_a_name(open_section, stage):
    section = open_section()

    choose(section, "address")
    write(section, address="proxy.example:3128", password="secret")
    press(section, "useProxy")

    assert "Type the name that goes with the password." in read(section)
    assert stage.hub.connection.chosen == []


def test_without_a_keyring_the_password_may_be_kept_until_crieur_closes(open_section, stage):
    section = open_section()
    stage.hub.connection.trouble = VaultTrouble("absent")

    choose(section, "address")
    write(section, address="proxy.example:3128", user="jean", password="secret")
    press(section, "useProxy")
    assert "no keyring" in read(section)
    assert stage.hub.preferences.proxy == "system"
    press(section, "Keep until Crieur closes")

    assert stage.hub.connection.is_session_only
    assert stage.hub.connection.chosen == [("http://jean@proxy.example:3128", "secret")]


def test_a_trial_asks_the_account_s_own_server_and_says_so_before(open_section, stage):
    section = open_section()
    assert "Asks shop.test, the server of one of your accounts, and nobody else." in read(section)

    press(section, "testConnection")

    assert stage.hub.connection.asked == [stage.bench.account.server]
    assert "shop.test answered.\nIt was a direct connection: no proxy was used." in read(section)


def test_a_trial_names_the_proxy_on_the_way(open_section, stage):
    section = open_section(ADDRESS)
    stage.hub.connection.reached = Reached("shop.test", "proxy.example:3128")

    press(section, "testConnection")

    assert "The connection went through the proxy proxy.example:3128." in read(section)


def test_a_trial_that_fails_says_what_is_in_the_way(open_section, stage):
    section = open_section(ADDRESS)
    stage.hub.connection.trouble = Unreachable(proxy="password")

    press(section, "testConnection")

    assert "The proxy asks for another password." in read(section)
    assert not offers(section, "See the connection"), "that is where one is"
    assert find(section, "testConnection").text() == "Test"


def test_what_nobody_foresaw_is_passed_on(open_section, stage):
    section = open_section(ADDRESS)
    bug = ZeroDivisionError()
    stage.hub.connection.trouble = bug

    press(section, "testConnection")

    assert stage.tasks.unhandled == [bug]


def test_the_demo_asks_nobody(open_section, stage):
    stage.be_demo()
    section = open_section()

    assert "there is no server to ask" in read(section)
    assert not find(section, "testConnection").isEnabled()


def test_without_an_account_there_is_nobody_to_ask(open_section, stage):
    stage.bench.accounts.disconnect(stage.bench.account.id)
    stage.book.reload()
    section = open_section()

    assert "Connect an account first" in read(section)
    assert not find(section, "testConnection").isEnabled()
