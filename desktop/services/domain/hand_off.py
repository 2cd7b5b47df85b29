"""The pages on which a person does in the browser what a network refuses to programs."""

import enum
import re
from urllib.parse import quote, urlencode

NETWORK = "x"

_INTENT = "https://x.com/intent"
_LONGEST_TEXT = 1_800
"""In percent-encoded characters: some systems open no address of more than 2,000."""
_ID = re.compile(r"[0-9]{1,20}")
_HANDLE = re.compile(r"[A-Za-z0-9_]{1,15}")
_REFUSED = "api_refuses"


class Action(enum.StrEnum):
    """What a person wants to do with a post or towards another person."""

    POST = "post"
    REPLY = "reply"
    QUOTE = "quote"
    LIKE = "like"
    REPOST = "repost"
    FOLLOW = "follow"
    BLOCK = "block"


_REASONS = {
    Action.LIKE: _REFUSED,
    Action.FOLLOW: _REFUSED,
    Action.QUOTE: _REFUSED,
    Action.BLOCK: _REFUSED,
    Action.REPLY: "not_summoned",
    Action.POST: "metered_link",
    Action.REPOST: "",
}


def page_for(action: Action, network: str, native_id: str = "", text: str = "") -> str | None:
    """Return the page where the action is done by hand, None where a network has no such page.

    `native_id` names the post, or the person to follow or to block, who may also be named by a
    handle. `text` is what the page's editor starts with; the person still sends it.
    """
    if network != NETWORK:
        return None
    if action is Action.POST:
        return _editor(text)
    if action in (Action.FOLLOW, Action.BLOCK):
        return _person(action, native_id.removeprefix("@"))
    if not _ID.fullmatch(native_id):
        return None
    if action is Action.REPLY:
        return _editor(text, in_reply_to=native_id)
    if action is Action.QUOTE:
        return _editor(text, url=post_page(native_id))
    intent = "like" if action is Action.LIKE else "retweet"
    return f"{_INTENT}/{intent}?tweet_id={native_id}"


def post_page(native_id: str) -> str:
    """Return the page of a post whose author's handle need not be known."""
    return f"https://x.com/i/web/status/{quote(native_id, safe='')}"


def person_page(handle: str) -> str:
    """Return the page of a person."""
    return f"https://x.com/{quote(handle.removeprefix('@'), safe='')}"


def reason_key(action: Action, *, is_keyless: bool = False) -> str:
    """Return why the action is done by hand, as a stable key, empty where it need not be.

    "no_api": the account works without a key. "api_refuses": the network lets no program do it.
    "not_summoned": programs may answer only those who spoke to the account. "metered_link": a post
    with a link costs far more when a program sends it.
    """
    return "no_api" if is_keyless else _REASONS[action]


def _editor(text: str, **rest: str) -> str:
    fields = {"text": _bounded(text), **rest}
    filled = urlencode({name: value for name, value in fields.items() if value}, quote_via=quote)
    return f"{_INTENT}/post?{filled}" if filled else f"{_INTENT}/post"


def _person(action: Action, person: str) -> str | None:
    is_id = _ID.fullmatch(person) is not None
    if not is_id and not _HANDLE.fullmatch(person):
        return None
    if action is Action.BLOCK:
        return f"https://x.com/i/user/{person}" if is_id else person_page(person)
    name = "user_id" if is_id else "screen_name"
    return f"{_INTENT}/follow?{name}={person}"


def _bounded(text: str) -> str:
    """Shorten a text that no address can carry, at the end of a character."""
    text = text.encode("utf-8", "replace").decode()
    if len(quote(text, safe="")) <= _LONGEST_TEXT:
        return text
    kept = ""
    room = _LONGEST_TEXT - len(quote("…"))
    for character in text:
        room -= len(quote(character, safe=""))
        if room < 0:
            break
        kept += character
    return f"{kept}…"
