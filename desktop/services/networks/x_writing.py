"""Turn a draft into what X's API takes, with its price, and recognise it afterwards."""

import base64
import re
import unicodedata

from desktop.services.domain.account import Limits
from desktop.services.domain.charges import Charge
from desktop.services.domain.draft import Attachment, Draft
from desktop.services.domain.errors import InvalidField, Refused, Unsupported
from desktop.services.domain.hand_off import NETWORK, Action, page_for
from desktop.services.domain.post import Post
from desktop.services.domain.x_length import has_link
from desktop.services.networks.hostile_json import Json

_ALT = 1_000
_REPOST = "repost "
_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_SLASH = re.compile(r"/(?=\s|$)")
_NAMED = re.compile(r"^(?:@\w+\s+)+")


def check(draft: Draft, limits: Limits) -> None:
    """Refuse before anything is sent, or paid for, what X would refuse or does not offer."""
    if draft.warning:
        raise Unsupported("content_warning")
    if draft.visibility not in ("", "public"):
        raise Unsupported("visibility")
    if draft.quote_of is not None:
        page = page_for(Action.QUOTE, NETWORK, draft.quote_of[0], draft.text)
        raise Unsupported("quote", page)
    if not draft.text.strip() and not draft.attachments:
        raise InvalidField("text", "empty")
    too_big = any(len(picture.content) > limits.image_bytes for picture in draft.attachments)
    if too_big or len(draft.attachments) > limits.max_images:
        raise Refused("media")


def price_of(draft: Draft, *, is_own_thread: bool = False) -> Charge:
    """Return what sending a draft costs.

    A link makes the dearest post, also in an answer, and a bare domain is a link to X. An answer to
    somebody who spoke to the account is the cheapest; going on after a post of one's own is none.
    """
    if has_link(draft.text):
        return Charge("post_create_with_link", 1)
    is_answer = draft.reply_to is not None and not is_own_thread
    return Charge("reply_create" if is_answer else "post_create", 1)


def picture_upload(picture: Attachment) -> Json:
    """Return what sends a picture in one go; X refuses whatever else is said of it."""
    return {
        "media": base64.b64encode(picture.content).decode(),
        "media_category": "tweet_image",
    }


def picture_words(media_id: str, alt: str) -> Json:
    """Return what describes an uploaded picture to those who do not see it."""
    return {"id": media_id, "metadata": {"alt_text": {"text": alt[:_ALT]}}}


def repost_act(native_id: str) -> str:
    """Return the native id of the account's repost of a post: X gives it none that can be used."""
    return f"{_REPOST}{native_id}"


def reposted(act_id: str) -> str:
    """Return the post that a repost is of, empty for what is no repost."""
    return act_id.removeprefix(_REPOST) if act_id.startswith(_REPOST) else ""


def is_of(draft: Draft, post: Post, full_text: str) -> bool:
    """Say whether a post of the account's own is what became of a draft.

    `full_text` is the post's text with its links written out, which X shortens; it also adds the
    scheme to a bare domain, and may put the names of those who are answered in front.
    """
    answered = draft.reply_to.native_id if draft.reply_to else ""
    if answered != post.reply_to:
        return False
    said = _bare(draft.text, bool(answered))
    if said != _bare(full_text, bool(answered)):
        return False
    # Two pictures without a word are told apart by their number at least.
    return bool(said) or len(draft.attachments) == len(post.media)


def _bare(words: str, is_reply: bool) -> str:
    """Return what is left of a text when all that X may change in it is taken away."""
    words = unicodedata.normalize("NFC", words).strip()
    if is_reply:
        words = _NAMED.sub("", words)
    return " ".join(_SLASH.sub("", _SCHEME.sub("", words)).split())
