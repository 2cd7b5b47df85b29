"""An account's way in to X: two tokens, got and renewed and ended at X's own server.

The user's app is a public client: no secret of an app exists, and nothing here needs one.
"""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from desktop.services.domain.errors import BadAnswer, SignedOut
from desktop.services.fetcher import Answer, Question, ServerDoor
from desktop.services.networks.contract import Credential
from desktop.services.networks.hostile_json import Json, moment, parse, text, whole

_USUAL_LIFE = timedelta(hours=2)
_LONGEST_LIFE = timedelta(days=60)
_EARLY = timedelta(seconds=60)
"""A token this near its end is renewed first: a call that is refused takes twice as long."""
_TOKEN = re.compile(r"[!-~]{1,2000}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """What proves who the account is; `refresh` may be empty, and then the end is the end."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires_at: datetime
    client_id: str = field(repr=False)

    def credential(self) -> Credential:
        """Return the tokens as the vault keeps them."""
        kept = {
            "access": self.access,
            "refresh": self.refresh,
            "expires_at": self.expires_at.isoformat(),
            "client_id": self.client_id,
        }
        return Credential(json.dumps(kept))

    def is_spent(self, now: datetime) -> bool:
        """Say whether the access token is at its end, so that it had better be renewed."""
        return bool(self.refresh) and now >= self.expires_at - _EARLY


def tokens_of(credential: Credential) -> Tokens:
    """Read tokens back; `SignedOut` when there are none."""
    try:
        kept = parse(credential.secret.encode("utf-8", "replace"))
    except BadAnswer as cause:
        raise SignedOut from cause
    access = _token(kept.get("access"))
    if not access:
        raise SignedOut("the session is incomplete")
    return Tokens(
        access,
        _token(kept.get("refresh")),
        moment(kept.get("expires_at")) or datetime.fromtimestamp(1, UTC),
        text(kept.get("client_id"), 500),
    )


def granted(values: Json, client_id: str, former: str, now: datetime) -> Tokens:
    """Read what the token address answers; `BadAnswer` where it holds no token.

    A server that sends no new refresh token means that the `former` one goes on working.
    """
    access = _token(values.get("access_token"))
    if not access:
        raise BadAnswer("no token")
    seconds = whole(values.get("expires_in"))
    life = _USUAL_LIFE if not seconds else timedelta(seconds=min(seconds, 10**8))
    expires_at = now + min(life, _LONGEST_LIFE)
    return Tokens(access, _token(values.get("refresh_token")) or former, expires_at, client_id)


def ask_token(door: ServerDoor, fields: dict[str, str]) -> Answer:
    """Ask the token address for tokens; its answer is read by `granted`."""
    return door.ask(_form("/2/oauth2/token", fields))


def revoke(door: ServerDoor, tokens: Tokens, token: str) -> None:
    """End one token, so that it opens nothing any more."""
    door.ask(_form("/2/oauth2/revoke", {"token": token, "client_id": tokens.client_id}))


def _form(path: str, fields: dict[str, str]) -> Question:
    """Return a form to send; asking twice does no harm that a new sign-in does not mend."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return Question("POST", path, headers=headers, body=urlencode(fields).encode())


def _token(value: object) -> str:
    """Return a token that can stand in a header, empty for anything else."""
    found = text(value, 2_001)
    return found if _TOKEN.fullmatch(found) else ""
