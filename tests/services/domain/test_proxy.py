"""How a proxy is written down, and which hosts are never asked for through one."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.errors import InvalidField
from desktop.services.domain.proxy import Proxy, is_near, is_proxy_setting, proxy_of, typed_proxy


@pytest.mark.parametrize(
    ("typed", "proxy"),
    [
        ("proxy.example:3128", Proxy("http", "proxy.example", 3128)),
        ("  http://proxy.example:3128/ ", Proxy("http", "proxy.example", 3128)),
        ("https://Proxy.example:8443", Proxy("https", "proxy.example", 8443)),
        ("proxy:8080", Proxy("http", "proxy", 8080)),
        ("192.168.1.1:8080", Proxy("http", "192.168.1.1", 8080)),
        ("http://[fd00::1]:8080", Proxy("http", "fd00::1", 8080)),
        ("http://bäcker.example:80", Proxy("http", "xn--bcker-gra.example", 80)),
        ("http://jean:w%40rd@proxy:8080", Proxy("http", "proxy", 8080, "jean", "w@rd")),
    ],
)
def test_a_proxy_is_read_as_a_person_types_it(typed: str, proxy: Proxy):
    assert typed_proxy(typed) == proxy
    assert is_proxy_setting(typed)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "empty"),
        (" ", "empty"),
        ("http://proxy.example:" + "1" * 500, "too_long"),
        ("proxy.example", "no_port"),
        ("https://proxy.example/", "no_port"),
        ("proxy.example:0", "no_port"),
        ("socks5://proxy.example:1080", "not_supported"),
        ("ftp://proxy.example:21", "not_supported"),
        ("http://proxy.example/proxy.pac", "not_supported"),
        ("http://wpad/wpad.dat", "not_supported"),
        ("http://proxy.example:3128/way", "not_an_address"),
        ("http://proxy.example:3128?way=1", "not_an_address"),
        ("proxy.example:port", "not_an_address"),
        ("proxy.example:99999", "not_an_address"),
        ("http://:3128", "not_an_address"),
        ("http://[fd00:3128", "not_an_address"),
        ("two words:3128", "not_an_address"),
        ("proxy..example:3128", "not_an_address"),
    ],
)
def test_what_is_no_proxy_says_why(typed: str, reason: str):
    with pytest.raises(InvalidField) as refusal:
        typed_proxy(typed)
    assert (refusal.value.field, refusal.value.reason) == ("proxy", reason)
    assert not is_proxy_setting(typed)


def test_a_setting_of_the_computer_may_leave_out_what_goes_without_saying():
    assert proxy_of("proxy.example") == Proxy("http", "proxy.example", 80)
    assert proxy_of("https://proxy.example") == Proxy("https", "proxy.example", 443)


@pytest.mark.parametrize("setting", ["system", "none"])
def test_a_setting_may_be_no_address(setting: str):
    assert is_proxy_setting(setting)


def test_a_proxy_as_text_is_read_back_without_its_password():
    proxy = Proxy("http", "fd00::1", 3128, "jean@shop", "w@rd")
    assert str(proxy) == "http://jean%40shop@[fd00::1]:3128"
    assert proxy.place == "[fd00::1]:3128"
    assert typed_proxy(str(proxy)) == Proxy("http", "fd00::1", 3128, "jean@shop")
    assert "w@rd" not in repr(proxy)


@given(st.text())
def test_whatever_is_typed_is_a_proxy_or_refused(typed: str):
    with suppress(InvalidField):
        assert typed_proxy(str(typed_proxy(typed))).port > 0


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST.",
        "shop.localhost",
        "127.0.0.1",
        "::1",
        "::ffff:10.0.0.1",
        "192.168.1.4",
        "169.254.169.254",
        "router",
        "printer.local",
        "nas.lan",
        "box.home.arpa",
        "db.internal",
        "127.1",
        "0x7f.1",
        "0177.0.0.1",
        "2130706433",
        "",
    ],
)
def test_what_is_near_is_known_by_its_name(host: str):
    assert is_near(host)


@pytest.mark.parametrize("host", ["shop.example", "93.184.216.34", "2606:4700::1", "a.b.example."])
def test_what_is_on_the_internet_is_not_near(host: str):
    assert not is_near(host)
