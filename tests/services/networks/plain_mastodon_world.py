"""The people of a humble server of Mastodon's API, what they wrote and how they stand."""

import html
import re
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from urllib.parse import parse_qs

from services.loopback import Request, Response, json_response

DOMAIN = "plain.example"
TOKEN = "plain_token_0123456789"
STARTED = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
_TAG = re.compile(r"#(\w+)")

Values = dict[str, Any]


def ulid(number: int) -> str:
    """Return an id as GoToSocial makes them: 26 letters and digits that rise."""
    return f"01J{number:023X}"


def missing() -> Response:
    """Say what these servers say of everything they do not know."""
    return json_response({"error": "Not Found"}, 404)


class World:
    """Everything in memory; the bakery is whoever asks."""

    def __init__(self) -> None:
        self.numbers = count(0xBEEF)
        self.accounts: dict[str, Values] = {}
        self.statuses: dict[str, Values] = {}
        self.notes: list[Values] = []
        self.follows: set[tuple[str, str]] = set()
        self.requests: set[tuple[str, str]] = set()
        self.marks: set[tuple[str, str]] = set()
        self.pictures: dict[str, Values] = {}
        self.is_slow_with_pictures = False
        self.bakery, self.lea, self.tom, self.zoe = map(
            self._settle, ("bakery", "lea", "tom", "zoe")
        )
        self.follows |= {(self.bakery, self.lea), (self.lea, self.bakery), (self.tom, self.bakery)}
        ours = self.say(self.bakery, "Le pain du matin est prêt")
        for number in range(8):
            self.say(self.lea, f"Promenade {number} dans le parc")
        self.say(self.lea, "", reblog=self.say(self.zoe, "Marché de Noël #noel"))
        reply = self.say(self.tom, "Délicieux !", answers=ours)
        self._tell("mention", self.tom, reply)
        self._tell("favourite", self.tom, ours)
        self._tell("emoji_reaction", self.tom, ours)
        self._tell("follow_request", self.zoe, None)

    def say(self, who: str, words: str, answers: Values | None = None, **fields: Any) -> Values:
        number = next(self.numbers)
        name = self.accounts[who]["username"]
        body = _TAG.sub(
            rf'<a href="https://{DOMAIN}/tags/\1" class="hashtag" rel="tag">#<span>\1</span></a>',
            html.escape(words, quote=False),
        )
        status: Values = {
            "id": ulid(number),
            "uri": f"https://{DOMAIN}/objects/{number * 7919:x}",
            "url": f"https://{DOMAIN}/@{name}/post-{number * 7919:x}",
            "account": self.accounts[who],
            "content": f"<p>{body}</p>",
            "created_at": self._moment(number).isoformat(),
            "in_reply_to_id": answers["id"] if answers else None,
            "in_reply_to_account_id": answers["account"]["id"] if answers else None,
            "visibility": "public",
            "media_attachments": [],
            "mentions": [],
            "reblog": None,
            **fields,
        }
        self.statuses[status["id"]] = status
        return status

    @staticmethod
    def form(request: Request) -> dict[str, str]:
        fields = parse_qs(request.body.decode("utf-8", "replace"))
        return {name: values[0] for name, values in fields.items()}

    def me(self, _request: Request, _name: str) -> Response:
        source = {"privacy": "unlisted"}
        return json_response({**self.accounts[self.bakery], "source": source})

    def lookup(self, request: Request, _name: str) -> Response:
        acct = request.params["acct"][0]
        found = (each for each in self.accounts.values() if each["acct"] == acct)
        return json_response(values) if (values := next(found, None)) else missing()

    def people(self, request: Request, _name: str) -> Response:
        return json_response(list(self.accounts.values()))

    def relationships(self, request: Request, _name: str) -> Response:
        return json_response([self._relation(each) for each in request.params["id[]"]])

    def posts_of(self, who: str) -> list[Values]:
        return [each for each in self._newest() if each["account"]["id"] == who]

    def followers(self, whom: str) -> list[Values]:
        return [self.accounts[one] for one, other in sorted(self.follows)[::-1] if other == whom]

    def following(self, who: str) -> list[Values]:
        return [self.accounts[other] for one, other in sorted(self.follows)[::-1] if one == who]

    def home(self, _name: str) -> list[Values]:
        seen = {self.bakery, *(other for one, other in self.follows if one == self.bakery)}
        return [each for each in self._newest() if each["account"]["id"] in seen]

    def tagged(self, word: str) -> list[Values]:
        mark = f'/tags/{word.lower()}"'
        return [each for each in self._newest() if mark in each["content"].lower()]

    def notices(self, _name: str) -> list[Values]:
        return self.notes[::-1]

    def search(self, request: Request, _name: str) -> Response:
        words = request.params["q"][0]
        found = [
            each
            for each in self._newest()
            if words in (each["uri"], each["url"]) or words.lower() in each["content"].lower()
        ]
        # It knows no offset: every page is the first one.
        limit = int(request.params.get("limit", ["20"])[0])
        return json_response({"accounts": [], "statuses": found[:limit], "hashtags": []})

    def status(self, _request: Request, local_id: str) -> Response:
        found = self.statuses.get(local_id)
        return missing() if found is None else json_response(self._shown(found))

    def write(self, request: Request, _name: str) -> Response:
        asked = self.form(request)
        parent = self.statuses.get(asked.get("in_reply_to_id", ""))
        ids = parse_qs(request.body.decode()).get("media_ids[]", [])
        status = self.say(
            self.bakery,
            asked.get("status", ""),
            parent,
            visibility=asked.get("visibility", "unlisted"),
            spoiler_text=asked.get("spoiler_text", ""),
            language=asked.get("language"),
            media_attachments=[self.pictures[each] for each in ids],
            created_at=datetime.now(UTC).isoformat(),
        )
        return json_response(status)

    def delete(self, _request: Request, local_id: str) -> Response:
        found = self.statuses.pop(local_id, None)
        return missing() if found is None else json_response(found)

    def context(self, _request: Request, local_id: str) -> Response:
        if local_id not in self.statuses:
            return missing()
        above: list[Values] = []
        parent = self.statuses.get(self.statuses[local_id]["in_reply_to_id"] or "")
        while parent is not None:
            above.insert(0, parent)
            parent = self.statuses.get(parent["in_reply_to_id"] or "")
        below = [each for each in self.statuses.values() if each["in_reply_to_id"] == local_id]
        for each in below:
            below += [s for s in self.statuses.values() if s["in_reply_to_id"] == each["id"]]
        return json_response({"ancestors": above, "descendants": below})

    def mark(self, request: Request, local_id: str) -> Response:
        if local_id not in self.statuses:
            return missing()
        verb = request.path.rpartition("/")[2]
        change = self.marks.discard if verb.startswith("un") else self.marks.add
        change((verb.removeprefix("un"), local_id))
        return json_response(self._shown(self.statuses[local_id]))

    def change(self, request: Request, whom: str) -> Response:
        if whom not in self.accounts:
            return missing()
        verb, pair = request.path.rpartition("/")[2], (self.bakery, whom)
        if verb == "follow" and pair not in self.follows:
            self.requests.add(pair)
        if verb in ("unfollow", "block"):
            self.follows.discard(pair)
            self.requests.discard(pair)
        return json_response(self._relation(whom))

    def admit(self, request: Request, who: str) -> Response:
        before = len(self.notes)
        self.notes = [
            each
            for each in self.notes
            if (each["type"], each["account"]["id"]) != ("follow_request", who)
        ]
        if len(self.notes) == before:
            return missing()
        if request.path.endswith("authorize"):
            self.follows.add((who, self.bakery))
        return json_response(self._relation(who))

    def upload(self, request: Request, _name: str) -> Response:
        local_id = ulid(next(self.numbers))
        address = f"https://{DOMAIN}/media/{local_id}.png"
        picture = {"id": local_id, "type": "image", "url": address, "preview_url": address}
        found = re.search(rb'name="description"\r\n\r\n(.*?)\r\n', request.body)
        picture["description"] = found.group(1).decode() if found else None
        self.pictures[local_id] = picture
        return json_response({**picture, "url": None} if self.is_slow_with_pictures else picture)

    def media(self, _request: Request, local_id: str) -> Response:
        is_slow, self.is_slow_with_pictures = self.is_slow_with_pictures, False
        told = {**self.pictures[local_id], **({"url": None} if is_slow else {})}
        return json_response(told, 206 if is_slow else 200)

    def _settle(self, name: str) -> str:
        local_id = ulid(next(self.numbers))
        address = f"https://{DOMAIN}/@{name}"
        account = {"id": local_id, "username": name, "acct": name, "display_name": name.title()}
        self.accounts[local_id] = {**account, "url": address, "locked": True, "note": ""}
        return local_id

    def _tell(self, kind: str, who: str, status: Values | None) -> None:
        number = next(self.numbers)
        note = {"id": ulid(number), "type": kind, "account": self.accounts[who], "status": status}
        self.notes.append({**note, "created_at": self._moment(number).isoformat()})

    def _newest(self) -> list[Values]:
        shown = [self._shown(each) for each in self.statuses.values()]
        return sorted(shown, key=lambda each: each["id"], reverse=True)

    def _shown(self, status: Values) -> Values:
        """Add what the bakery did to a post, and to the one it carries on."""
        marks = {verb for verb, local_id in self.marks if local_id == status["id"]}
        counts = {f"{verb}s_count": int(verb in marks) for verb in ("favourite", "reblog")}
        flags = {"favourited": "favourite" in marks, "reblogged": "reblog" in marks}
        inner = status["reblog"] and self._shown(status["reblog"])
        return {**status, **counts, **flags, "reblog": inner}

    def _relation(self, whom: str) -> Values:
        pair, back = (self.bakery, whom), (whom, self.bakery)
        return {
            "id": whom,
            "following": pair in self.follows,
            "requested": pair in self.requests,
            "followed_by": back in self.follows,
        }

    @staticmethod
    def _moment(number: int) -> datetime:
        return STARTED + timedelta(minutes=number - 0xBEEF)
