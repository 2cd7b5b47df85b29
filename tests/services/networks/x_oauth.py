"""Sign-in with X for a program without a secret: the browser's page, tokens and their ends."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from services.loopback import Request, Response, json_response

CODE_LIVES = timedelta(seconds=30)
ACCESS_LIVES = timedelta(hours=2)
SESSION_LIVES = timedelta(days=180)
SCOPES = (
    "tweet.read tweet.write users.read follows.read list.read mute.read mute.write block.read"
    " media.write offline.access"
)


@dataclass(frozen=True)
class Grant:
    """What a token opens: whose account, until when, and which scopes."""

    user_id: str
    until: datetime
    scopes: frozenset[str]


@dataclass(frozen=True)
class Code:
    """A code that the browser brings back, and what it has to be redeemed with."""

    user_id: str
    until: datetime
    scopes: frozenset[str]
    challenge: str
    redirect: str


class OAuth:
    """Codes work once and for 30 s, access tokens for 2 h, and a refresh token once."""

    def __init__(self, client_id: str, clock: Callable[[], datetime]) -> None:
        self.client_id = client_id
        self.user_id = ""
        """Who sits at the browser."""
        self.is_denied = False
        """Whether the person at the browser says no."""
        self.refreshes = 0
        self.access: dict[str, Grant] = {}
        self.refresh: dict[str, Grant] = {}
        self._codes: dict[str, Code] = {}
        self._clock = clock
        self._numbers = count(1)

    def grant(self, user_id: str, scopes: str = SCOPES) -> dict[str, Any]:
        """Give out tokens for a person, as after a sign-in."""
        number, now = next(self._numbers), self._clock()
        names = frozenset(scopes.split())
        token = f"access-{number:040}"
        self.access[token] = Grant(user_id, now + ACCESS_LIVES, names)
        values = {"token_type": "bearer", "expires_in": 7200, "access_token": token}
        if "offline.access" in names:
            values["refresh_token"] = f"refresh-{number:040}"
            self.refresh[values["refresh_token"]] = Grant(user_id, now + SESSION_LIVES, names)
        return values | {"scope": scopes}

    def expire_access(self) -> None:
        """Let every access token expire, as after two hours."""
        self.access.clear()

    def expire_sessions(self) -> None:
        """Let every session end, as when the person removes the app."""
        self.access.clear()
        self.refresh.clear()

    def holder(self, request: Request) -> Grant | None:
        """Return what the request's token opens, None when it opens nothing."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        grant = self.access.get(token) if scheme == "Bearer" else None
        return grant if grant is not None and self._clock() < grant.until else None

    def authorize(self, request: Request) -> Response:
        """Send the browser back with a code, as if the person had agreed."""
        asked = {name: values[0] for name, values in request.params.items()}
        redirect = asked.get("redirect_uri", "")
        place = urlsplit(redirect)
        sound = (
            asked.get("response_type") == "code"
            and asked.get("client_id") == self.client_id
            and asked.get("code_challenge_method") == "S256"
            and asked.get("code_challenge")
            and asked.get("state")
            and place.scheme == "http"
            and place.hostname == "127.0.0.1"
            and asked.get("scope")
        )
        if not sound:
            return Response(400, b"Something went wrong. You weren't able to give access.")
        back = {"state": asked["state"]}
        if self.is_denied:
            back["error"] = "access_denied"
        else:
            code = f"code-{next(self._numbers):060}"
            until = self._clock() + CODE_LIVES
            scopes = frozenset(asked["scope"].split())
            challenge = asked["code_challenge"]
            self._codes[code] = Code(self.user_id, until, scopes, challenge, redirect)
            back["code"] = code
        return Response(302, b"", {"Location": f"{redirect}?{urlencode(back)}"})

    def token(self, request: Request) -> Response:
        """Trade a code or a refresh token for fresh tokens."""
        form = _form(request)
        if form.get("client_id") != self.client_id:
            return _refused("unauthorized_client", "Missing valid authorization header", 401)
        if form.get("grant_type") == "refresh_token":
            return self._renewed(form.get("refresh_token", ""))
        if form.get("grant_type") != "authorization_code":
            return _refused("unsupported_grant_type", "Invalid value for grant_type")
        code = self._codes.pop(form.get("code", ""), None)
        if code is None or code.until <= self._clock() or code.redirect != form.get("redirect_uri"):
            return _refused("invalid_request", "The value passed for the code was invalid.")
        hashed = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(hashed).decode().rstrip("=") != code.challenge:
            return _refused("invalid_request", "The code verifier does not fit the challenge.")
        return json_response(self.grant(code.user_id, " ".join(sorted(code.scopes))))

    def _renewed(self, token: str) -> Response:
        grant = self.refresh.pop(token, None)
        if grant is None or grant.until <= self._clock():
            return _refused("invalid_request", "The value passed for the token was invalid.")
        self.refreshes += 1
        return json_response(self.grant(grant.user_id, " ".join(sorted(grant.scopes))))

    def revoke(self, request: Request) -> Response:
        """Let one token open nothing any more; the other of the pair is not touched."""
        form = _form(request)
        if form.get("client_id") != self.client_id:
            return _refused("unauthorized_client", "Missing valid authorization header", 401)
        token = form.get("token", "")
        self.access.pop(token, None)
        self.refresh.pop(token, None)
        return json_response({"revoked": True})


def _form(request: Request) -> dict[str, str]:
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return {}
    return {name: values[0] for name, values in parse_qs(request.body.decode()).items()}


def _refused(error: str, description: str, status: int = 400) -> Response:
    return json_response({"error": error, "error_description": description}, status)
