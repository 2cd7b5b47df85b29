"""Which servers may be typed, and which addresses are on the open internet."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.errors import InvalidField
from desktop.services.domain.origin import Origin, is_public, origin_of, typed_origin


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("bsky.social", "https://bsky.social"),
        ("  https://PDS.example.org/  ", "https://pds.example.org"),
        ("https://pds.example.org:8443/xrpc", "https://pds.example.org:8443"),
        ("https://pds.example.org:443", "https://pds.example.org"),
        ("http://localhost:2583", "http://localhost:2583"),
        ("http://127.0.0.1:2583", "http://127.0.0.1:2583"),
        ("http://192.168.1.20", "http://192.168.1.20"),
        ("http://[::1]:2583", "http://[::1]:2583"),
        ("localhost:2583", "https://localhost:2583"),
    ],
)
def test_a_server_is_read_as_people_type_it(typed: str, origin: str):
    assert str(typed_origin(typed)) == origin


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "not_an_address"),
        ("my shop", "not_an_address"),
        ("alice", "not_an_address"),
        ("ftp://example.org", "not_an_address"),
        ("https://", "not_an_address"),
        ("https://user:word@example.org", "not_an_address"),
        ("https://example.org:99999", "not_an_address"),
        ("http://example.org", "not_secure"),
        ("http://8.8.8.8", "not_secure"),
        ("http://nas.local", "not_secure"),
    ],
)
def test_what_cannot_be_used_as_a_server_says_why(typed: str, reason: str):
    with pytest.raises(InvalidField) as caught:
        typed_origin(typed)
    assert (caught.value.field, caught.value.reason) == ("server", reason)


@given(st.text())
def test_any_text_is_a_server_or_an_invalid_field(typed: str):
    try:
        assert isinstance(typed_origin(typed), Origin)
    except InvalidField:
        return


@given(st.text())
def test_any_text_is_an_address_or_a_value_error(url: str):
    try:
        assert origin_of(url).host
    except ValueError:
        return


def test_an_origin_written_down_is_the_same_when_read_again():
    for text in ("https://example.org", "http://[::1]:80", "http://127.0.0.1:8080"):
        assert origin_of(str(origin_of(text))) == origin_of(text)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_the_open_internet_is_public(address: str):
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fd00::1", "fe80::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2002:a00:1::",
    ],
)  # fmt: skip
def test_no_spelling_makes_a_private_address_public(address: str):
    assert not is_public(ipaddress.ip_address(address))
