"""Pictures and feeds through a proxy, which must not open a private door either."""

import pytest
from services.loopback import Loopback, Response
from services.proxy_double import Habits
from services.proxy_scene import PRIVATE, PUBLIC, Proxies, Serve

from desktop.services.domain.errors import BadAnswer, Refused, Unreachable
from desktop.services.fetcher import PublicDoor
from desktop.services.way_out import WayOut


def test_pictures_come_through_the_proxy_in_clear_text_and_with_tls(
    names: dict[str, list[str]], shop: Loopback, serve: Serve, proxies: Proxies, ca_file: str
):
    plain, proxy = serve(lambda _: Response(200, b"plain"), ""), proxies(Habits("jean", "secret"))
    way = WayOut(f"http://jean@localhost:{proxy.port}", lambda: "secret")
    door = PublicDoor(way=way, ca_file=ca_file)
    assert door.fetch(f"http://shop.example:{plain.port}/a.png?b=1") == b"plain"
    assert door.fetch(f"https://shop.example:{shop.port}/a.png") == b"safe"
    assert proxy.asked == [
        f"GET http://shop.example:{plain.port}/a.png?b=1 HTTP/1.1",
        f"CONNECT shop.example:{shop.port} HTTP/1.1",
    ]
    assert "proxy-authorization" not in plain.requests[0].headers
    with pytest.raises(BadAnswer):
        door.fetch(f"http://shop.example:{plain.port}/a.png", limit=4)
    door.close()


def test_a_picture_in_clear_text_tells_a_missing_password_of_the_proxy_from_the_server_s_words(
    names: dict[str, list[str]], serve: Serve, proxies: Proxies
):
    plain = serve(lambda _: Response(200, b"plain"), "")
    door = PublicDoor(way=WayOut(proxies(Habits(status=407)).url))
    with pytest.raises(Unreachable) as trouble:
        door.fetch(f"http://shop.example:{plain.port}/a.png")
    assert trouble.value.proxy == "password"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://localhost.:{port}/",
        "http://shop.localhost:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://127.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://router/",
        "http://printer.local/",
        "http://nas.home.arpa/",
        "http://near.example:{port}/",
        "http://both.example:{port}/",
        "https://near.example:{port}/",
    ],
)
def test_no_picture_comes_from_a_private_address_through_a_proxy(
    names: dict[str, list[str]],
    serve: Serve,
    proxies: Proxies,
    url: str,
):
    names.update({"near.example": [PRIVATE], "both.example": [PUBLIC, PRIVATE]})
    server, proxy = serve(lambda _: Response(200, b"secret"), ""), proxies()
    with pytest.raises((Refused, Unreachable)):
        PublicDoor(way=WayOut(proxy.url)).fetch(url.format(port=server.port))
    assert not proxy.asked
    assert server.connections == 0


def test_a_redirect_to_a_private_address_is_refused_behind_a_proxy(
    names: dict[str, list[str]], serve: Serve, proxies: Proxies
):
    inside = serve(lambda _: Response(200, b"secret"), "")
    outside = serve(lambda _: Response(302, headers={"Location": inside.url}), "")
    with pytest.raises(Refused):
        PublicDoor(way=WayOut(proxies().url)).fetch(f"http://shop.example:{outside.port}/")
    assert inside.connections == 0
