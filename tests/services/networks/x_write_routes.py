"""What the double of X's API does when it is told to post, repost, delete or take a picture."""

import base64
import re
from email.parser import BytesParser
from typing import Any

from services.loopback import Response, json_response
from services.networks.x_bill import (
    CREATE,
    CREATE_WITH_LINK,
    DELETE,
    INTERACTION,
    SUMMONED_REPLY,
    Bill,
)
from services.networks.x_calls import Call, Route, as_id
from services.networks.x_problems import forbidden, problem, wrong_tier
from services.networks.x_views import Views
from services.networks.x_vocabulary import Invalid
from services.networks.x_world import LINK, Said, World

Values = dict[str, Any]

NOT_SUMMONED = (
    "Reply to this conversation is not allowed because you have not been mentioned or otherwise"
    " engaged by the author of the post you are replying to."
)
DUPLICATE = "You are not allowed to create a Tweet with duplicate content."
_CASHTAG = re.compile(r"(?<!\w)\$[A-Z]{1,6}\b")
_IMAGE = 5_000_000


class WriteRoutes:
    """Acts and charges, by the rules for those who pay per use."""

    def __init__(self, world: World, views: Views, bill: Bill, client_id: str) -> None:
        self._world = world
        self._views = views
        self._bill = bill
        self._client_id = client_id
        self._uploads: dict[str, tuple[Values, list[bytes]]] = {}
        self.lag = 0
        """After how many requests a new post shows in timelines and searches."""
        self.longest = 280
        self.threads_allowed = True
        """Whether the account may answer its own posts."""

    def routes(self) -> list[Route]:
        """Return the methods that change something."""
        write, media = "tweet.write tweet.read users.read", "media.write"
        return [
            Route("POST /2/tweets", self.create, write, 100),
            Route("DELETE /2/tweets/:id", self.delete, write, 50),
            Route("POST /2/users/:id/retweets", self.repost, write, 50),
            Route("DELETE /2/users/:id/retweets/:source", self.take_back, write, 50),
            Route("POST /2/users/:id/likes", self.refuse, "", 50),
            Route("DELETE /2/users/:id/likes/:source", self.refuse, "", 50),
            Route("POST /2/users/:id/following", self.refuse, "", 50),
            Route("DELETE /2/users/:id/following/:target", self.refuse, "", 50),
            Route("POST /2/media/upload", self.upload, media, 500),
            Route("POST /2/media/upload/initialize", self.initialize, media, 1875),
            Route("POST /2/media/upload/:id/append", self.append, media, 1875),
            Route("POST /2/media/upload/:id/finalize", self.finalize, media, 1875),
            Route("POST /2/media/metadata", self.describe, media, 500),
        ]

    def refuse(self, call: Call) -> Response:
        """Refuse what plans that anyone can buy lost in April 2026."""
        return wrong_tier(self._client_id)

    def create(self, call: Call) -> Response:
        world, asked = self._world, call.request.values
        text = str(asked.get("text", ""))
        reply_to = str(asked.get("reply", {}).get("in_reply_to_tweet_id", ""))
        media = asked.get("media", {}).get("media_ids", [])
        if not text.strip() and not media:
            raise Invalid("text", "Requests must include one of text, media")
        if len(media) > 4 or any(each not in world.pictures for each in media):
            raise Invalid("media.media_ids", "Your media IDs are invalid.")
        if asked.get("quote_tweet_id"):
            return wrong_tier(self._client_id)
        refusal = self._refusal(call, text, reply_to, bool(media))
        if refusal:
            return forbidden(refusal)
        edits = str(asked.get("edit_options", {}).get("previous_post_id", ""))
        more = {"reply_to": reply_to, "media": media, "edits": edits, "lag": self.lag}
        is_paid = asked.get("paid_partnership", False)
        post_id = world.post(call.user_id, text, is_paid=is_paid, **more)
        self._charge(text, reply_to, call.user_id, post_id)
        said = world.posts[post_id]
        versions = {f"edit_history_{self._views.word}_ids": said.versions}
        return json_response({"data": {"id": post_id, "text": said.wire["text"], **versions}}, 201)

    def delete(self, call: Call) -> Response:
        said = self._world.posts.get(as_id("id", call.path["id"]))
        if said is None:
            return problem(404, "Not Found", "Not Found")
        if said.author.id != call.user_id:
            return forbidden("You are not authorized to delete this Tweet.")
        self._world.delete(said.id)
        self._bill.act(self._world.now, "delete", DELETE, said.id)
        return json_response({"data": {"deleted": True}})

    def repost(self, call: Call) -> Response:
        me, post_id = call.me(), call.body_id("tweet_id")
        if post_id not in self._world.posts:
            return problem(404, "Not Found", "Not Found")
        if self._own_repost(me, post_id):
            return forbidden("You have already retweeted this Tweet.")
        repost_id = self._world.repost(me, post_id)
        self._world.posts[repost_id].hidden_for = self.lag
        self._bill.act(self._world.now, "repost", INTERACTION, post_id)
        return json_response({"data": {"rest_id": post_id, "retweeted": True}})

    def take_back(self, call: Call) -> Response:
        found = self._own_repost(call.me(), as_id("source_tweet_id", call.path["source"]))
        if found is not None:
            del self._world.posts[found.id]
        self._bill.act(self._world.now, "delete", DELETE, call.path["source"])
        return json_response({"data": {"retweeted": False}})

    def initialize(self, call: Call) -> Response:
        asked = call.request.values
        media_id = self._world.next_media_id()
        self._uploads[media_id] = (asked, [])
        return json_response({"data": _ticket(media_id)})

    def append(self, call: Call) -> Response:
        held = self._uploads.get(call.path["id"])
        if held is None:
            raise Invalid("id", "The upload is not known")
        held[1].append(_content(call)[0])
        return json_response({"data": {"expires_at": int(self._world.now.timestamp()) + 86_400}})

    def finalize(self, call: Call) -> Response:
        held = self._uploads.pop(call.path["id"], None)
        if held is None:
            raise Invalid("id", "The upload is not known")
        size = sum(map(len, held[1]))
        if size != held[0].get("total_bytes"):
            raise Invalid("total_bytes", "The segments do not add up to the upload's size")
        category = str(held[0].get("media_category", "tweet_image"))
        return self._kept(call.path["id"], category, size)

    def upload(self, call: Call) -> Response:
        body, category = _content(call)
        return self._kept(self._world.next_media_id(), category, len(body))

    def describe(self, call: Call) -> Response:
        asked = call.request.values
        picture = self._world.pictures.get(call.body_id("id"))
        alt = asked.get("metadata", {}).get("alt_text", {}).get("text", "")
        if picture is None or len(alt) > 1_000:
            raise Invalid("id", "The media is not known, or its description is too long")
        picture.alt = alt
        associated = {"alt_text": {"text": alt}}
        return json_response({"data": {"id": picture.id, "associated_metadata": associated}})

    def _kept(self, media_id: str, category: str, size: int) -> Response:
        kinds = {"tweet_image": "photo", "tweet_video": "video", "tweet_gif": "animated_gif"}
        if category not in kinds or not size or (category == "tweet_image" and size > _IMAGE):
            raise Invalid("media", "The media is of the wrong kind, empty or too large")
        self._world.upload(kinds[category], size=size, media_id=media_id)
        return json_response({"data": _ticket(media_id) | {"size": size}})

    def _refusal(self, call: Call, text: str, reply_to: str, has_media: bool) -> str:
        world, me = self._world, call.user_id
        if _length(text) > self.longest:
            return "Your Tweet text is too long."
        if len(_CASHTAG.findall(text)) > 1:
            return "Your Tweet has more than one cashtag."
        if reply_to and reply_to not in world.posts:
            return "You attempted to reply to a Tweet that is deleted or not visible to you."
        if reply_to and not self._is_summoned(world.posts[reply_to], me):
            return NOT_SUMMONED
        own = (said for said in world.posts.values() if said.author.id == me)
        if not has_media and any(said.typed == text and said.reply_to == reply_to for said in own):
            return DUPLICATE
        return ""

    def _is_summoned(self, parent: Said, me: str) -> bool:
        if parent.author.id == me:
            return self.threads_allowed
        quoted = self._world.posts.get(parent.quoted)
        is_quoted = quoted is not None and quoted.author.id == me
        return parent.mentions(self._world.people[me]) or is_quoted

    def _charge(self, text: str, reply_to: str, me: str, post_id: str) -> None:
        """Charge a post; one with a link is the dearer one, also where it is an answer."""
        parent = self._world.posts.get(reply_to)
        what, price = "create", CREATE
        if LINK.search(text):
            what, price = "create with link", CREATE_WITH_LINK
        elif parent is not None and parent.author.id != me:
            what, price = "summoned reply", SUMMONED_REPLY
        self._bill.act(self._world.now, what, price, post_id)

    def _own_repost(self, me: str, post_id: str) -> Said | None:
        lines = (said for said in self._world.posts.values() if said.reposted == post_id)
        return next((said for said in lines if said.author.id == me), None)


def _ticket(media_id: str) -> Values:
    return {"id": media_id, "media_key": f"3_{media_id}", "expires_after_secs": 86_400}


def _length(text: str) -> int:
    """Weigh a text: 23 for a link, 1 for Latin and its neighbours, 2 for the rest."""
    rest, links = LINK.subn("", text)
    light = sum(ord(sign) <= 4351 or 8192 <= ord(sign) <= 8247 for sign in rest)
    return 2 * len(rest) - light + 23 * links


def _content(call: Call) -> tuple[bytes, str]:
    """Return the media of an upload and its category, from JSON or from a form."""
    head = call.request.headers.get("content-type", "")
    if head.startswith("application/json"):
        asked = call.request.values
        category = str(asked.get("media_category", "tweet_image"))
        return base64.b64decode(str(asked.get("media", ""))), category
    form = BytesParser().parsebytes(f"Content-Type: {head}\r\n\r\n".encode() + call.request.body)
    parts = {
        part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
        for part in form.walk()
        if not part.is_multipart()
    }
    if "media" not in parts:
        raise Invalid("media", "There is no media")
    return parts["media"], parts.get("media_category", b"tweet_image").decode()
