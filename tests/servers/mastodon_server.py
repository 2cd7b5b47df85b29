"""A Mastodon-API server in a process of its own, on loopback, whose file survives it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import requests

DOMAIN = "town.example"
PEOPLE = ("bakery", "lea", "tom")
_START_SECONDS = 30


def token_of(who: str) -> str:
    """Return the token by which somebody else's program acts for a person."""
    return f"{who}-token-0123456789"


class MastodonServer:
    """Can be killed at any moment, and started again where it was."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._session = requests.Session()
        self._session.trust_env = False
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            self._port: int = taken.getsockname()[1]
        people = "".join(
            f'[[seed.accounts]]\nusername = "{who}"\ndisplay_name = "{who.title()}"\n'
            f'access_token = "{token_of(who)}"\n'
            for who in PEOPLE
        )
        (folder / "pictures").mkdir()
        self._settings = folder / "server.toml"
        self._settings.write_text(
            f'domain = "{DOMAIN}"\nmedia_storage_path = {json.dumps(str(folder / "pictures"))}\n'
            f"[database]\npath = {json.dumps(str(folder / 'server.db'))}\n{people}"
        )

    @property
    def url(self) -> str:
        """Return the address that a user would type."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def is_running(self) -> bool:
        """Say whether it was started and not killed since."""
        return self._process is not None

    def start(self) -> None:
        """Start it and return when it answers."""
        program = Path(sys.executable).with_name("mastodon_mock")
        port = ["--host", "127.0.0.1", "--port", str(self._port)]
        command = [str(program), "serve", "--config", str(self._settings), *port]
        with (self._folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--log-level", "warning"], cwd=self._folder, stdout=log, stderr=log
            )
        until = time.monotonic() + _START_SECONDS
        while not self._answers():
            if time.monotonic() > until or self._process.poll() is not None:
                log_end = (self._folder / "server.log").read_text(errors="replace")[-2_000:]
                raise RuntimeError(f"the server does not start:\n{log_end}")
            time.sleep(0.05)  # noqa: TID251 - another program's start has no event to wait on

    def kill(self) -> None:
        """End it at once, whatever it is doing."""
        if self._process is not None:
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait(20)
            self._process = None

    def close(self) -> None:
        """End it for good."""
        self.kill()
        self._session.close()

    def call(self, method: str, path: str, who: str, **fields: Any) -> Any:
        """Do something as one of the people, and return what the server answers."""
        answer = self._session.request(
            method,
            f"{self.url}/api/v1/{path}",
            headers={"Authorization": f"Bearer {token_of(who)}"},
            timeout=10,
            **{"params" if method == "GET" else "data": fields},
        )
        answer.raise_for_status()
        return answer.json()

    def post(self, who: str, words: str, **fields: Any) -> dict[str, Any]:
        """Let somebody write something."""
        return self.call("POST", "statuses", who, status=words, **fields)

    def said_by(self, who: str, words: str) -> list[dict[str, Any]]:
        """Return what somebody's own page shows with these words."""
        person = self.call("GET", "accounts/lookup", who, acct=who)
        posts = self.call("GET", f"accounts/{person['id']}/statuses", who)
        return [each for each in posts if words in each["content"]]

    def follow(self, who: str, whom: str) -> None:
        """Let somebody follow somebody."""
        person = self.call("GET", "accounts/lookup", who, acct=whom)
        self.call("POST", f"accounts/{person['id']}/follow", who)

    def _answers(self) -> bool:
        try:
            return self._session.get(f"{self.url}/api/v1/instance", timeout=1).status_code == 200
        except requests.RequestException:
            return False
