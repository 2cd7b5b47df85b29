"""Asking the double of X as a program of the shop's would, without any adapter."""

from typing import Any

import requests
from services.networks.x_double import XDouble


class Client:
    """Asks as the shop."""

    def __init__(self, double: XDouble) -> None:
        self.double = double

    def ask(self, method: str, path: str, body: Any = None, **params: Any) -> requests.Response:
        return requests.request(
            method,
            self.double.url + path,
            params=params,
            json=body,
            headers={"Authorization": f"Bearer {self.double.access_token}"},
            timeout=10,
        )

    def get(self, path: str, **params: Any) -> dict[str, Any]:
        return self.ask("GET", path, **params).json()

    def ids(self, path: str, **params: Any) -> list[str]:
        return [each["id"] for each in self.get(path, **params).get("data", [])]

    def post(self, text: str, **more: Any) -> requests.Response:
        return self.ask("POST", "/2/tweets", {"text": text, **more})


def home(double: XDouble) -> str:
    """Return the path of the shop's home feed."""
    return f"/2/users/{double.me}/timelines/reverse_chronological"
