"""The user's browser: it opens pages, lets Crieur in as the bakery, and comes back."""

from urllib.parse import parse_qs, urlsplit

import requests

WHO = "bakery"


class Browser:
    """Remembers what it visited, and what it was shown in the end."""

    def __init__(self) -> None:
        self.visited: list[str] = []
        self.shown = ""

    def sign_in(self, address: str, *_: object) -> None:
        """Allow Crieur on the network's page and follow it back."""
        self.visited.append(address)
        with requests.Session() as session:
            session.trust_env = False
            page = session.get(address, timeout=10, allow_redirects=False)
            if page.status_code == 200:  # a form, with a button for each person
                asked = parse_qs(urlsplit(address).query)
                form = {name: values[0] for name, values in asked.items()} | {"username": WHO}
                place = address.partition("?")[0]
                page = session.post(place, data=form, timeout=10, allow_redirects=False)
            self.shown = session.get(page.headers["Location"], timeout=10).text

    def show(self, address: str, *_: object) -> bool:
        """Show a page on which the user acts alone, and say that it opened."""
        self.visited.append(address)
        return True
