"""The door to pictures anywhere, which never opens on a private address."""

import socket
import time
from collections.abc import Callable, Iterator

import pytest
from services.loopback import Answer, Loopback, Request, Response, trickle

from desktop.services.domain.errors import BadAnswer, Missing, Refused, Unreachable
from desktop.services.domain.origin import typed_origin
from desktop.services.fetcher import PublicDoor

Serve = Callable[[Callable[[Request], Answer]], Loopback]


@pytest.fixture
def serve() -> Iterator[Serve]:
    servers: list[Loopback] = []

    def start(answer: Callable[[Request], Answer]) -> Loopback:
        servers.append(Loopback(answer))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def own(server: Loopback) -> PublicDoor:
    return PublicDoor(lambda: [typed_origin(server.url)])


def test_a_picture_on_the_accounts_own_server_is_fetched(serve: Serve):
    server = serve(lambda _: Response(200, b"\x89PNG"))
    assert own(server).fetch(f"{server.url}/a.png") == b"\x89PNG"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://127.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://0.0.0.0:{port}/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://172.16.0.1/",
        "http://100.64.0.1/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://224.0.0.1/",
        "http://localhost.:{port}/",
        "http://LOCALHOST:{port}/",
    ],
)
def test_no_picture_comes_from_a_private_address(serve: Serve, url: str):
    server = serve(lambda _: Response(200, b"secret"))
    with pytest.raises((Refused, Unreachable)):
        PublicDoor().fetch(url.format(port=server.port))
    assert server.connections == 0


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/a.png",
        "data:image/png;base64,AAAA",
        "//example.org/a.png",
        "http://user:word@localhost:{port}/a.png",
        "http://example.org@localhost:{port}/",
        "http://local\thost:{port}/",
        "http://localhost\\@example.org:{port}/",
        "http://[::1",
        "http://localhost:99999/",
        "",
    ],
)
def test_what_is_not_a_plain_web_address_is_not_asked_for(serve: Serve, url: str):
    server = serve(lambda _: Response(200, b"secret"))
    with pytest.raises((Refused, Unreachable)):
        own(server).fetch(url.format(port=server.port))
    assert server.connections == 0


def test_another_port_of_the_own_server_is_a_stranger(serve: Serve):
    server, neighbour = serve(lambda _: Response()), serve(lambda _: Response())
    with pytest.raises(Refused):
        own(server).fetch(neighbour.url)
    assert neighbour.connections == 0


def test_a_redirect_to_a_private_address_is_refused(serve: Serve):
    inside = serve(lambda _: Response(200, b"secret"))
    server = serve(lambda _: Response(302, headers={"Location": f"{inside.url}/admin"}))
    with pytest.raises(Refused):
        own(server).fetch(server.url)
    assert inside.connections == 0


def test_three_redirects_are_followed_and_a_fourth_is_not(serve: Serve):
    def hop(request: Request) -> Response:
        step = int(request.params["left"][0])
        if step == 0:
            return Response(200, b"there")
        return Response(302, headers={"Location": f"/?left={step - 1}"})

    server = serve(hop)
    assert own(server).fetch(f"{server.url}/?left=3") == b"there"
    with pytest.raises(BadAnswer):
        own(server).fetch(f"{server.url}/?left=4")


def test_a_name_that_turns_private_after_the_check_gains_nothing(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
):
    """The name is looked up once, and what was checked is what is connected to."""
    server = serve(lambda _: Response(200, b"secret"))
    answers = iter(["93.184.216.34", "127.0.0.1", "127.0.0.1"])
    dialled = []

    def rebinding(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def note(self: socket.socket, address: object) -> None:
        dialled.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket.socket, "connect", note)
    door = PublicDoor()
    with pytest.raises(Unreachable):
        door.fetch(f"http://rebinding.example:{server.port}/")
    assert dialled == [("93.184.216.34", server.port)]


@pytest.mark.parametrize(
    ("status", "trouble"), [(404, Missing), (410, Missing), (500, Unreachable)]
)
def test_a_picture_that_is_not_there_says_so(serve: Serve, status: int, trouble: type[Exception]):
    server = serve(lambda _: Response(status, b"sorry"))
    with pytest.raises(trouble):
        own(server).fetch(server.url)


def test_a_picture_that_is_too_big_is_not_taken(serve: Serve):
    server = serve(lambda _: Response(200, b"x" * 3_000))
    with pytest.raises(BadAnswer):
        own(server).fetch(server.url, 2_999)
    assert len(own(server).fetch(server.url, 3_000)) == 3_000


def test_a_picture_that_trickles_is_given_up(serve: Serve):
    server: Loopback
    server = serve(lambda _: trickle(server.ended, b"HTTP/1.1 200 OK\r\n\r\n"))
    start = time.monotonic()
    with pytest.raises(Unreachable):
        own(server).fetch(server.url, seconds=0.4)
    assert time.monotonic() - start < 1.5


def test_what_is_found_comes_with_its_status_and_headers(serve: Serve):
    server = serve(lambda _: Response(418, b"short and stout", {"ETag": "t"}))
    found = own(server).open(f"{server.url}/pot", {"If-None-Match": "p"}, 100)
    assert (found.status, found.body, found.headers["etag"]) == (418, b"short and stout", "t")
    assert found.url == found.permanent_url == f"{server.url}/pot"
    assert server.requests[0].headers["if-none-match"] == "p"


def test_an_unchanged_page_has_no_body(serve: Serve):
    server = serve(lambda _: Response(304))
    assert own(server).open(server.url, {}, 100).status == 304


@pytest.mark.parametrize(
    ("steps", "permanent"),
    [
        ((301,), "/1"),
        ((308, 301), "/2"),
        ((302,), "/0"),
        ((307, 308), "/0"),
        ((301, 303, 301), "/1"),
    ],
)
def test_only_a_lasting_move_is_told_as_one(serve: Serve, steps: tuple[int, ...], permanent: str):
    def hop(request: Request) -> Response:
        at = int(request.path[1:])
        if at == len(steps):
            return Response(200, b"there")
        return Response(steps[at], headers={"Location": f"/{at + 1}"})

    server = serve(hop)
    found = own(server).open(f"{server.url}/0", {}, 100)
    assert found.url == f"{server.url}/{len(steps)}"
    assert found.permanent_url == f"{server.url}{permanent}"
