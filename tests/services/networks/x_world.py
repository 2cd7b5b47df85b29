"""The people, posts and ties behind the double of X's API, and the clock they live by."""

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

Values = dict[str, Any]

EPOCH_MS = 1_288_834_974_657
LINK = re.compile(
    r"https?://[^\s]+[^\s.,;:!?)]|\b(?:[a-z0-9-]+\.)+(?:com|org|net|fr|io|eu|shop)\b(?:/[^\s.,;]*)?"
)
_MENTION = re.compile(r"(?<!\w)@(\w{1,15})\b")
_HASHTAG = re.compile(r"(?<!\w)#(\w*[^\W\d]\w*)")
_CASHTAG = re.compile(r"(?<!\w)\$([A-Z]{1,6})\b")
SHORT = 280


@dataclass
class Person:
    """Someone on X."""

    id: str
    handle: str
    name: str
    bio: str
    is_protected: bool
    created_at: datetime


@dataclass
class Picture:
    """A picture that was uploaded, or a video."""

    id: str
    key: str
    kind: str = "photo"
    alt: str = ""
    size: int = 0


@dataclass
class Said:
    """One post: what its author typed, and what X made of it."""

    id: str
    author: Person
    typed: str
    created_at: datetime
    reply_to: str = ""
    quoted: str = ""
    reposted: str = ""
    root: str = ""
    pictures: list[Picture] = field(default_factory=list)
    lang: str = "en"
    is_paid: bool = False
    versions: list[str] = field(default_factory=list)
    hidden_for: int = 0
    """After how many requests the post shows in timelines and searches."""
    is_latest: bool = True
    wire: Values = field(default_factory=dict)

    def mentions(self, person: Person) -> bool:
        """Say whether the post names a person."""
        return person.handle.lower() in (name.lower() for name in _MENTION.findall(self.typed))


class World:
    """Who is there and what they did; the first person is the owner of the account."""

    def __init__(self, now: datetime | None = None) -> None:
        self.now = now or datetime.now(UTC)
        """The clock of everything here; it moves a millisecond with each post, else by hand."""
        self.people: dict[str, Person] = {}
        self.posts: dict[str, Said] = {}
        self.follows: list[tuple[str, str]] = []
        self.likes: set[tuple[str, str]] = set()
        self.muted: list[tuple[str, str]] = []
        self.blocked: list[tuple[str, str]] = []
        self.lists: dict[str, tuple[str, str, list[str]]] = {}
        """By id: the owner, the name and the members."""
        self.pictures: dict[str, Picture] = {}
        self.lang = "fr"
        """The language that X takes the posts for."""
        self.escaped_offsets = True
        """Whether entities count in the text as sent, with &amp; five characters long."""
        self._numbers = count(1)

    def sign_up(self, handle: str, name: str = "", bio: str = "", protected: bool = False) -> str:
        """Make a person and return their id."""
        person_id = str(2_244_994_900 + next(self._numbers))
        born = self.now - timedelta(days=700)
        person = Person(person_id, handle, name or handle.title(), bio, protected, born)
        self.people[person_id] = person
        return person_id

    def person_called(self, handle: str) -> Person | None:
        """Find a person by their handle, however it is spelled."""
        named = (each for each in self.people.values() if each.handle.lower() == handle.lower())
        return next(named, None)

    def follow(self, who: str, whom: str) -> None:
        """Let a person follow another."""
        if (who, whom) not in self.follows:
            self.follows.append((who, whom))

    def make_list(self, owner: str, name: str, *members: str) -> str:
        """Make a list of people and return its id."""
        list_id = str(self._new_id())
        self.lists[list_id] = (owner, name, list(members))
        return list_id

    def next_media_id(self) -> str:
        """Return an id for a picture that is about to come."""
        return str(self._new_id())

    def upload(self, kind: str = "photo", alt: str = "", size: int = 0, media_id: str = "") -> str:
        """Keep a picture and return its media id."""
        media_id = media_id or self.next_media_id()
        prefix = {"photo": 3, "video": 7, "animated_gif": 16}[kind]
        self.pictures[media_id] = Picture(media_id, f"{prefix}_{media_id}", kind, alt, size)
        return media_id

    def post(self, who: str, typed: str, **more: Any) -> str:
        """Have a person post something and return its id.

        `more`: reply_to, quoted, media (ids), lang, is_paid, edits (id of the version before), lag.
        """
        self.now += timedelta(milliseconds=1)
        post_id = str(self._new_id())
        said = Said(post_id, self.people[who], typed, self.now, lang=more.get("lang", self.lang))
        said.reply_to, said.quoted = more.get("reply_to", ""), more.get("quoted", "")
        said.is_paid, said.hidden_for = more.get("is_paid", False), more.get("lag", 0)
        said.pictures = [self.pictures[media_id] for media_id in more.get("media", ())]
        parent = self.posts.get(said.reply_to)
        said.root = parent.root if parent else post_id
        before = self.posts.get(more.get("edits", ""))
        said.versions = [*(before.versions if before else ()), post_id]
        if before is not None:
            said.root, said.reply_to = before.root, before.reply_to
            before.is_latest = False
        for version in said.versions[:-1]:
            self.posts[version].versions = said.versions
        said.wire = self._wire(said)
        self.posts[post_id] = said
        return post_id

    def repost(self, who: str, post_id: str) -> str:
        """Have a person repost something and return the id of the line that says so."""
        original = self.posts[post_id]
        typed = f"RT @{original.author.handle}: {original.typed}"[:140]
        self.now += timedelta(milliseconds=1)
        repost_id = str(self._new_id())
        said = Said(repost_id, self.people[who], typed, self.now, reposted=post_id, root=repost_id)
        said.versions = [repost_id]
        said.wire = self._wire(said)
        self.posts[repost_id] = said
        return repost_id

    def delete(self, post_id: str) -> None:
        """Let a post vanish in all its versions, with everyone's reposts of it."""
        gone = self.posts.get(post_id)
        for version in gone.versions if gone else ():
            self.posts.pop(version, None)
            for each in [each for each in self.posts.values() if each.reposted == version]:
                del self.posts[each.id]

    def newest_first(self) -> list[Said]:
        """Return the posts that timelines and searches know by now."""
        known = [said for said in self.posts.values() if not said.hidden_for and said.is_latest]
        return sorted(known, key=lambda said: int(said.id), reverse=True)

    def pass_a_request(self) -> None:
        """Let every hidden post come a request nearer to being shown."""
        for said in self.posts.values():
            said.hidden_for = max(0, said.hidden_for - 1)

    def metrics(self, said: Said) -> Counter[str]:
        """Count what was done to a post."""
        found: Counter[str] = Counter(like=sum(liked == said.id for _, liked in self.likes))
        for other in self.posts.values():
            found["reply"] += other.reply_to == said.id
            found["quote"] += other.quoted == said.id
            found["repost"] += other.reposted == said.id
        return found

    def _new_id(self) -> int:
        milliseconds = int(self.now.timestamp() * 1000) - EPOCH_MS
        return (milliseconds << 22) | next(self._numbers)

    def _wire(self, said: Said) -> Values:
        """Return the text and entities as they travel: links shortened, three signs escaped."""
        address = f"https://x.com/{said.author.handle}/status/{said.id}"
        tail = []
        if said.quoted:
            other = self.posts.get(said.quoted)
            handle = other.author.handle if other else "i"
            tail.append({"expanded_url": f"https://x.com/{handle}/status/{said.quoted}"})
        if said.pictures:
            ending = "photo" if said.pictures[0].kind == "photo" else "video"
            own = {"expanded_url": f"{address}/{ending}/1", "display_url": f"pic.x.com/{said.id}"}
            tail += [own | {"media_key": picture.key} for picture in said.pictures]
        if len(said.typed) <= SHORT or said.reposted:
            return {"text": "", "entities": {}} | self._marked(said.typed, tail)
        cut = [{"expanded_url": f"https://x.com/i/web/status/{said.id}"}]
        short = self._marked(said.typed[: SHORT - 30] + "…", cut)
        return short | {"note": self._marked(said.typed, [])}

    def _marked(self, typed: str, tail: list[Values]) -> Values:
        """Escape, shorten and mark a text; the links of `tail` are put behind it."""
        entities: dict[str, list[Values]] = {}
        written = plain = ""
        at = 0

        def add(kind: str, shown: str, **values: Any) -> None:
            nonlocal written, plain
            start = len(written if self.escaped_offsets else plain)
            mark = {"start": start, "end": start + len(shown), **values}
            entities.setdefault(kind, []).append(mark)
            written, plain = written + shown, plain + shown

        for found in sorted(
            (
                *((match, "urls") for match in LINK.finditer(typed)),
                *((match, "mentions") for match in _MENTION.finditer(typed)),
                *((match, "hashtags") for match in _HASHTAG.finditer(typed)),
                *((match, "cashtags") for match in _CASHTAG.finditer(typed)),
            ),
            key=lambda pair: pair[0].start(),
        ):
            match, kind = found
            if match.start() < at:
                continue
            between = typed[at : match.start()]
            written, plain = written + html.escape(between, quote=False), plain + between
            at = match.end()
            if kind == "urls":
                add(kind, **self._short(match.group()))
            elif kind == "mentions":
                person = self.person_called(match[1])
                named = {"username": match[1]} | ({"id": person.id} if person else {})
                add(kind, match.group(), **named)
            else:
                add(kind, match.group(), tag=match[1])
        written, plain = written + html.escape(typed[at:], quote=False), plain + typed[at:]
        for number, link in enumerate(tail):
            if number and "media_key" in link and "media_key" in tail[number - 1]:
                entities["urls"].append(entities["urls"][-1] | link)
                continue
            written, plain = written + " " * bool(written), plain + " " * bool(plain)
            add("urls", **(self._short(link["expanded_url"]) | link))
        return {"text": written, "entities": entities}

    def _short(self, address: str) -> Values:
        full = address if "://" in address else f"http://{address}"
        bare = full.partition("://")[2]
        short = f"https://t.co/{next(self._numbers):010}"
        display = bare if len(bare) <= 26 else bare[:26] + "…"
        return {"shown": short, "url": short, "expanded_url": full, "display_url": display}
