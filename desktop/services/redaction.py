"""Keep secrets out of logs and reports: what is known to be one, and what looks like one."""

import json
import logging
import re
import threading

_HIDDEN = "[hidden]"
_SHORTEST_SECRET = 8
"""A shorter text would blank out ordinary words."""

_PATTERNS = tuple(
    (re.compile(pattern, re.IGNORECASE), shown)
    for pattern, shown in (
        # JSON Web Tokens, whole or cut off.
        (r"\beyJ[\w-]{10,}(?:\.[\w-]*){0,2}", _HIDDEN),
        # Passwords made for programs: xxxx-xxxx-xxxx-xxxx.
        (r"\b[a-z0-9]{4}(?:-[a-z0-9]{4}){3}\b", _HIDDEN),
        (r"\b(Bearer|DPoP|Basic)\s+[^\s\"',]+", rf"\1 {_HIDDEN}"),
        # A password in an address, as those of proxies have it.
        (r"(://[^\s/:@\"']+:)[^\s/@\"']+@", rf"\1{_HIDDEN}@"),
        (r"\b(oauth_\w+)=\"[^\"]*\"", rf'\1="{_HIDDEN}"'),
        (r"([?&](?:access_token|refresh_token|code|state|key|token)=)[^&\s\"']+", rf"\1{_HIDDEN}"),
        (
            r"([\"'](?:accessJwt|refreshJwt|password|access|refresh|secret|token)[\"']\s*:\s*)"
            r"([\"'])(?:\\.|(?!\2).)*\2",
            rf"\1\2{_HIDDEN}\2",
        ),
    )
)

_LIBRARIES = ("urllib3", "requests", "tweepy", "oauthlib", "requests_oauthlib", "keyring", "peewee")
"""They write whole headers and addresses below WARNING."""


class Redaction(logging.Filter):
    """Blank out secrets in every record that passes, and in any text on request.

    Goes on handlers, not on loggers: a logger's filter does not see its children's records.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()
        self._lock = threading.Lock()

    def know(self, secret: str) -> None:
        """Remember a secret, and the texts inside it when it is a JSON object."""
        found = [secret]
        try:
            inner = json.loads(secret)
        except ValueError:
            inner = None
        if isinstance(inner, dict):
            found += [text for text in inner.values() if isinstance(text, str)]
        with self._lock:
            self._known.update(text for text in found if len(text) >= _SHORTEST_SECRET)

    def scrub(self, text: str) -> str:
        """Return `text` without known secrets and without what looks like one."""
        with self._lock:
            known = sorted(self._known, key=len, reverse=True)
        for secret in known:
            text = text.replace(secret, _HIDDEN)
        for pattern, shown in _PATTERNS:
            text = pattern.sub(shown, text)
        return text

    def filter(self, record: logging.LogRecord) -> bool:
        """Scrub the record's message and trace; nothing is ever held back."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            message = str(record.msg)
        record.msg = self.scrub(message)
        record.args = None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.scrub(record.exc_text)
        if record.stack_info:
            record.stack_info = self.scrub(record.stack_info)
        return True


def quiet_libraries() -> None:
    """Keep other people's loggers at WARNING, whatever level Crieur's own are set to."""
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    # An answer that was cut off is told to the user; a trace of it in the log is noise.
    logging.getLogger("urllib3.connection").setLevel(logging.ERROR)
