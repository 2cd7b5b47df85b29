"""Which proxy a call goes through, and that every door is told."""

import ast
from pathlib import Path

import pytest

from desktop.services.domain.errors import Unreachable, VaultTrouble
from desktop.services.domain.proxy import Proxy
from desktop.services.way_out import WayOut, system_proxy

URL = "https://shop.example/feed"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin on a computer that names no proxy."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def test_calls_go_straight_unless_somebody_says_otherwise():
    assert WayOut().proxy_for(URL) is None


@pytest.mark.parametrize(
    ("name", "value", "proxy"),
    [
        ("HTTPS_PROXY", "http://proxy.example:3128", Proxy("http", "proxy.example", 3128)),
        ("https_proxy", "proxy.example:3128", Proxy("http", "proxy.example", 3128)),
        ("ALL_PROXY", "https://proxy.example", Proxy("https", "proxy.example", 443)),
        ("HTTPS_PROXY", "http://me:it@proxy:80", Proxy("http", "proxy", 80, "me", "it")),
        ("HTTP_PROXY", "http://proxy.example:3128", None),
        ("HTTPS_PROXY", "", None),
    ],
)
def test_the_computer_s_setting_is_read_as_other_programs_read_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, proxy: Proxy | None
):
    monkeypatch.setenv(name, value)
    assert system_proxy(URL) == proxy
    assert WayOut("system").proxy_for(URL) == proxy


@pytest.mark.parametrize("exception", ["shop.example", ".example", "*"])
def test_the_computer_s_exceptions_go_straight(monkeypatch: pytest.MonkeyPatch, exception: str):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", exception)
    assert WayOut("system").proxy_for(URL) is None


@pytest.mark.parametrize("value", ["socks5://proxy.example:1080", "http://proxy.example:port"])
def test_a_setting_that_cannot_be_followed_is_told_and_not_gone_around(
    monkeypatch: pytest.MonkeyPatch, value: str
):
    monkeypatch.setenv("HTTPS_PROXY", value)
    with pytest.raises(Unreachable) as trouble:
        WayOut("system").proxy_for(URL)
    assert trouble.value.proxy == "not_supported"


def test_an_address_counts_for_every_call_whatever_the_computer_says(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("NO_PROXY", "*")
    way = WayOut("http://proxy.example:3128")
    assert way.proxy_for(URL) == Proxy("http", "proxy.example", 3128)


def test_the_password_is_read_once_a_choice_and_only_where_there_is_a_user():
    asked = []

    def read() -> str:
        asked.append("password")
        return "secret"

    way = WayOut("http://jean@proxy.example:3128", read)
    proxies = [way.proxy_for(URL), way.proxy_for(URL)]
    assert [each.password for each in proxies if each] == ["secret", "secret"]
    assert len(asked) == 1
    way.choose("http://jean@other.example:3128")
    way.proxy_for(URL)
    assert len(asked) == 2
    way.choose("http://other.example:3128")
    way.proxy_for(URL)
    assert len(asked) == 2


def test_a_locked_keyring_is_not_asked_at_every_call(monkeypatch: pytest.MonkeyPatch):
    asked, now = [], [1_000.0]
    monkeypatch.setattr("desktop.services.way_out.time.monotonic", lambda: now[0])

    def read() -> str:
        asked.append("password")
        raise VaultTrouble("locked")

    way = WayOut("http://jean@proxy.example:3128", read)
    proxy = way.proxy_for(URL)
    assert proxy is not None
    assert proxy.password == ""
    way.proxy_for(URL)
    assert len(asked) == 1
    now[0] += 61
    way.proxy_for(URL)
    assert len(asked) == 2


def test_every_door_of_the_program_is_told_the_way_out():
    doors = [
        (path, call)
        for path in sorted((ROOT / "desktop").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("ServerDoor", "LibraryDoor", "PublicDoor")
    ]
    untold = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, call in doors
        if not any("way" in ast.unparse(given) for given in (*call.args, *call.keywords))
    ]
    assert len(doors) > 10
    assert not untold
