"""Calls through a proxy: the same deadlines, the same refusals, the same certificates."""

import base64
import logging
import time
import traceback

import pytest
import trustme
from services.loopback import Loopback, Response, trickle
from services.proxy_double import Habits
from services.proxy_scene import PRIVATE, PUBLIC, Proxies, Serve, tls_for

from desktop.services.domain.errors import OutcomeUnknown, Refused, Unreachable
from desktop.services.domain.origin import Origin, typed_origin
from desktop.services.fetcher import LibraryDoor, Question, ServerDoor
from desktop.services.way_out import WayOut

READ = Question("GET", "/read")
WRITE = Question("POST", "/write", body=b"{}", is_write=True)


def door_to(server: Loopback, way: WayOut, ca_file: str, host: str = "shop.example") -> ServerDoor:
    return ServerDoor(Origin("https", host, server.port), way, ca_file=ca_file)


def test_a_call_goes_through_the_proxy_to_the_server_that_was_asked_for(
    shop: Loopback, proxies: Proxies, ca_file: str
):
    proxy = proxies()
    door = door_to(shop, WayOut(proxy.url), ca_file)
    assert [door.ask(READ).body, door.ask(READ).body] == [b"safe", b"safe"]
    assert proxy.asked == [f"CONNECT shop.example:{shop.port} HTTP/1.1"], "one tunnel serves both"
    assert door.proxy == f"localhost:{proxy.port}"
    assert set(proxy.headers[0]) == {"host"}
    assert "proxy-authorization" not in shop.requests[0].headers
    door.close()


def test_a_library_s_calls_go_through_the_proxy_too(shop: Loopback, proxies: Proxies, ca_file: str):
    proxy = proxies()
    origin = Origin("https", "shop.example", shop.port)
    door = LibraryDoor(origin, WayOut(proxy.url), ca_file=ca_file)
    with door.call(is_write=False):
        assert door.session().get(f"{origin}/read").content == b"safe"
    door.close()
    assert len(proxy.asked) == 1


def test_no_proxy_means_none_whatever_the_environment_says(
    shop: Loopback, proxies: Proxies, ca_file: str, monkeypatch: pytest.MonkeyPatch
):
    proxy = proxies()
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    with pytest.raises(Unreachable) as trouble:
        door_to(shop, WayOut("none"), ca_file).ask(READ)
    assert trouble.value.proxy == ""
    assert not proxy.asked, "the server itself was dialled"


def test_the_computer_s_own_setting_is_followed_and_so_are_its_exceptions(
    shop: Loopback, proxies: Proxies, ca_file: str, monkeypatch: pytest.MonkeyPatch
):
    proxy, way = proxies(), WayOut("system")
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    door = door_to(shop, way, ca_file)
    assert door.ask(READ).body == b"safe"
    monkeypatch.setenv("NO_PROXY", "elsewhere.example,.example")
    with pytest.raises(Unreachable):
        door.ask(WRITE)
    assert len(proxy.asked) == 1, "the server itself was dialled"
    door.close()


def test_another_choice_counts_from_the_next_call_of_an_open_door(
    shop: Loopback, proxies: Proxies, ca_file: str
):
    first, second = proxies(), proxies()
    way = WayOut(first.url)
    door = door_to(shop, way, ca_file)
    door.ask(READ)
    way.choose(second.url)
    door.ask(READ)
    assert (len(first.asked), len(second.asked)) == (1, 1)
    door.close()


def test_a_proxy_that_wants_a_password_is_given_it(shop: Loopback, proxies: Proxies, ca_file: str):
    proxy = proxies(Habits("rené@shop", "wörd:/?#€"))
    kept = ["wrong", "wörd:/?#€"]
    way = WayOut(f"http://ren%C3%A9%40shop@localhost:{proxy.port}", lambda: kept[0])
    door = door_to(shop, way, ca_file)
    with pytest.raises(Unreachable) as trouble:
        door.ask(WRITE)
    assert trouble.value.proxy == "password"
    kept.pop(0)
    way.choose(f"http://ren%C3%A9%40shop@localhost:{proxy.port}")
    assert door.ask(WRITE).body == b"{}"
    door.close()
    assert len(shop.requests) == 1


@pytest.mark.parametrize(
    ("habits", "fault"),
    [
        (Habits(status=407), "password"),
        (Habits(status=403), "refused"),
        (Habits(status=405), "refused"),
        (Habits(raw=b"SSH-2.0-server\r\n"), "refused"),
        (Habits(raw=b"HTTP/1.1 "), "refused"),
        (Habits(status=502), ""),
        (Habits(status=504), ""),
    ],
    ids=["407", "403", "405", "no proxy at all", "hangs up", "502", "504"],
)
def test_a_proxy_that_does_not_open_the_way_means_that_nothing_was_sent(
    shop: Loopback, proxies: Proxies, ca_file: str, habits: Habits, fault: str
):
    door = door_to(shop, WayOut(proxies(habits).url), ca_file)
    for question in (READ, WRITE):
        with pytest.raises(Unreachable) as trouble:
            door.ask(question)
        assert trouble.value.proxy == fault
    assert shop.connections == 0


def test_a_proxy_s_password_is_in_no_log_and_in_no_trace(
    shop: Loopback, proxies: Proxies, ca_file: str, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    refusing, missing = proxies(Habits("jean", "another")), proxies()
    missing.close()
    for proxy in (refusing, missing):
        way = WayOut(f"http://jean@localhost:{proxy.port}", lambda: "planted-secret")
        with pytest.raises(Unreachable) as trouble:
            door_to(shop, way, ca_file).ask(WRITE)
        told = "".join(traceback.format_exception(trouble.value)) + caplog.text
        assert "planted" not in told
        assert base64.b64encode(b"jean:planted-secret").decode() not in told


def test_a_proxy_that_is_not_there_is_said_to_be(shop: Loopback, proxies: Proxies, ca_file: str):
    proxy = proxies()
    proxy.close()
    for url in (proxy.url, "http://proxy.unknown:3128"):
        with pytest.raises(Unreachable) as trouble:
            door_to(shop, WayOut(url), ca_file).ask(WRITE)
        assert trouble.value.proxy == "unreachable"


def test_a_kind_of_proxy_that_is_not_spoken_is_not_gone_around(
    shop: Loopback, ca_file: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("HTTPS_PROXY", "socks5://localhost:1080")
    with pytest.raises(Unreachable) as trouble:
        door_to(shop, WayOut("system"), ca_file).ask(READ)
    assert trouble.value.proxy == "not_supported"


def test_a_proxy_that_dies_in_the_middle_of_a_write_leaves_the_outcome_open(
    shop: Loopback, proxies: Proxies, ca_file: str
):
    # The handshake passes, and the call with its long body does not.
    proxy = proxies(Habits(dies_after=5_000))
    door = door_to(shop, WayOut(proxy.url), ca_file)
    assert door.ask(WRITE).status == 200
    with pytest.raises(OutcomeUnknown):
        door.ask(Question("POST", "/", body=b"x" * 300_000, is_write=True))
    door.close()


def test_a_proxy_that_dies_in_the_handshake_means_that_nothing_was_sent(
    shop: Loopback, proxies: Proxies, ca_file: str
):
    door = door_to(shop, WayOut(proxies(Habits(dies_after=0)).url), ca_file)
    with pytest.raises(Unreachable):
        door.ask(WRITE)
    assert not shop.requests


def test_a_silent_proxy_is_given_up_at_the_deadline(shop: Loopback, proxies: Proxies, ca_file: str):
    door = door_to(shop, WayOut(proxies(Habits(is_silent=True)).url), ca_file)
    start = time.monotonic()
    with pytest.raises(Unreachable) as trouble:
        door.ask(WRITE, seconds=0.4)
    assert time.monotonic() - start < 1.5
    assert trouble.value.proxy == "", "the server behind it may be the silent one"


@pytest.mark.parametrize("has_tls", [False, True], ids=["plain proxy", "proxy with TLS"])
def test_a_server_that_trickles_behind_a_proxy_is_given_up_at_the_deadline(
    names: dict[str, list[str]],
    serve: Serve,
    proxies: Proxies,
    authority: trustme.CA,
    ca_file: str,
    has_tls: bool,
):
    server: Loopback
    server = serve(lambda _: trickle(server.ended, b"HTTP/1.1 200 OK\r\n"))
    proxy = proxies(tls=tls_for(authority, "localhost") if has_tls else None)
    door = door_to(server, WayOut(proxy.url), ca_file)
    start = time.monotonic()
    with pytest.raises(OutcomeUnknown):
        door.ask(WRITE, seconds=0.5)
    assert time.monotonic() - start < 2


def test_a_certificate_for_another_name_is_refused_through_a_proxy(
    names: dict[str, list[str]], serve: Serve, proxies: Proxies, ca_file: str
):
    server = serve(lambda _: Response(), "other.example")
    with pytest.raises(Unreachable):
        door_to(server, WayOut(proxies().url), ca_file).ask(WRITE)
    assert not server.requests


def test_tls_is_spoken_with_the_proxy_and_inside_it_with_the_server(
    shop: Loopback, proxies: Proxies, authority: trustme.CA, ca_file: str
):
    proxy = proxies(Habits("jean", "secret"), tls_for(authority, "localhost"))
    way = WayOut(f"https://jean@localhost:{proxy.port}", lambda: "secret")
    door = door_to(shop, way, ca_file)
    body = b"x" * 300_000
    assert door.ask(Question("POST", "/", body=body, is_write=True)).body == body
    door.close()


def test_a_proxy_with_another_s_certificate_is_told_no_password(
    shop: Loopback, proxies: Proxies, authority: trustme.CA, ca_file: str
):
    proxy = proxies(tls=tls_for(authority, "other.example"))
    way = WayOut(f"https://jean@localhost:{proxy.port}", lambda: "secret")
    with pytest.raises(Unreachable) as trouble:
        door_to(shop, way, ca_file).ask(WRITE)
    assert trouble.value.proxy == "unreachable"
    assert not proxy.asked


def test_the_own_server_on_this_computer_is_asked_without_the_proxy(serve: Serve, proxies: Proxies):
    server, proxy = serve(lambda _: Response(200, b"near"), ""), proxies()
    for url in (server.url, f"http://127.0.0.1:{server.port}"):
        door = ServerDoor(typed_origin(url), WayOut(proxy.url))
        assert door.ask(WRITE).body == b"near"
        door.close()
    assert not proxy.asked


def test_the_own_server_in_the_local_network_is_asked_without_the_proxy(
    names: dict[str, list[str]], serve: Serve, proxies: Proxies, ca_file: str
):
    names["nas.example"] = [PRIVATE]
    server, proxy = serve(lambda _: Response(200, b"near"), "nas.example"), proxies()
    door = door_to(server, WayOut(proxy.url), ca_file, "nas.example")
    assert door.ask(WRITE).body == b"near"
    door.close()
    assert not proxy.asked


def test_a_server_known_to_the_proxy_alone_is_asked_through_it(
    names: dict[str, list[str]], shop: Loopback, proxies: Proxies, ca_file: str
):
    names.clear()
    proxy = proxies()
    door = door_to(shop, WayOut(proxy.url), ca_file)
    assert door.ask(READ).body == b"safe"
    door.close()


@pytest.mark.parametrize("has_proxy", [True, False])
def test_a_server_s_door_leads_nowhere_else_nor_there_in_clear_text(
    names: dict[str, list[str]], shop: Loopback, proxies: Proxies, ca_file: str, has_proxy: bool
):
    names["other.example"] = [PUBLIC]
    proxy = proxies()
    origin = Origin("https", "shop.example", shop.port)
    door = LibraryDoor(origin, WayOut(proxy.url) if has_proxy else None, ca_file=ca_file)
    for url in (f"https://other.example:{shop.port}/", f"http://shop.example:{shop.port}/"):
        with pytest.raises(Refused), door.call(is_write=False):
            door.session().get(url)
    assert not proxy.asked


def test_a_password_never_crosses_a_proxy_in_clear_text(
    names: dict[str, list[str]], shop: Loopback, proxies: Proxies
):
    proxy = proxies()
    for known in ({"shop.example": [PUBLIC]}, {}):
        names.clear()
        names.update(known)
        door = ServerDoor(Origin("http", "shop.example", shop.port), WayOut(proxy.url))
        with pytest.raises(Refused):
            door.ask(READ)
    assert not proxy.asked
