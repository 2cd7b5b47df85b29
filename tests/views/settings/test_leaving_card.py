"""What leaves this computer: every way that is open, and none that is not."""

from dataclasses import replace

import pytest
from screens import read

from desktop.services.preferences import Preferences
from desktop.views.settings.leaving_card import LeavingCard

PLAIN = Preferences()


@pytest.fixture
def ways(theme, shown):
    """Return what the card says with these preferences."""

    def said(preferences: Preferences = PLAIN, *, has_pictures=True, is_demo=False) -> str:
        card = LeavingCard(theme, is_demo=is_demo)
        card.setMinimumWidth(600)
        card.show_ways(preferences, has_pictures=has_pictures)
        return read(shown(card))

    return said


def test_by_itself_only_the_user_s_own_networks_pictures_and_the_browser_are_named(ways):
    said = ways()

    assert "There is no Crieur account and no Crieur server" in said
    assert "Your own networks are asked for what is new" in said
    assert "Pictures are fetched from the servers that posts name." in said
    assert "go to your browser" in said
    assert "Alarms" not in said
    assert "proxy" not in said


def test_without_pictures_it_says_so(ways):
    said = ways(has_pictures=False)

    assert "No picture is fetched" in said
    assert "Pictures are fetched" not in said


def test_the_second_channel_is_named_by_its_server_alone(ways):
    said = ways(replace(PLAIN, second_channel="https://user:key@bell.test:8443/secret?token=1"))

    assert "Alarms are also sent to bell.test, the address that you gave." in said
    assert "secret" not in said
    assert "key" not in said


@pytest.mark.parametrize("proxy", ["system", "none"])
def test_the_computer_s_own_proxy_is_no_matter(ways, proxy):
    assert "proxy" not in ways(replace(PLAIN, proxy=proxy))


def test_a_proxy_of_one_s_own_sees_everything(ways):
    said = ways(replace(PLAIN, proxy="socks5://me:word@gate.test:1080"))

    assert "What Crieur asks and sends passes through your proxy, gate.test." in said
    assert "word" not in said.replace("words", "")


def test_an_address_that_is_none_does_no_harm(ways):
    assert "Alarms are also sent to …" in ways(replace(PLAIN, second_channel="https://[broken"))


def test_the_demo_asks_nobody(ways):
    said = ways(is_demo=True)

    assert "nothing is asked and nothing sent" in said
    assert "Your own networks" not in said
    assert "go to your browser" in said


def test_the_list_is_made_anew_when_a_choice_changes(theme, shown):
    card = LeavingCard(theme, is_demo=False)
    card.show_ways(PLAIN, has_pictures=True)
    shown(card)

    card.show_ways(PLAIN, has_pictures=False)

    assert "Pictures are fetched" not in read(card)
