"""A post of the demonstration while it is being arranged, and how it becomes final."""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from desktop.services.domain.post import (
    Arrival,
    Author,
    Counts,
    LinkCard,
    Media,
    Notification,
    NotificationKind,
    Post,
    Quote,
)
from desktop.services.networks.demo.material import Material, Pattern, Subject
from desktop.services.networks.demo.people import Crowd
from desktop.services.networks.demo.wording import Scene, Wording, facets

PICTURE = "demo:"
PICTURE_SIZE = (960, 432)


@dataclass(slots=True, eq=False)
class Sketch:
    """What will be one post; the server sees replies counted and ids given."""

    network: str
    native_id: str
    author: Author
    at: datetime
    text: str
    lang: str
    subject: str = ""
    picture: str = ""
    card: str = ""
    reply_to: "Sketch | None" = None
    quote_of: "Sketch | None" = None
    reposts: int = 0
    likes: int = 0
    quotes: int = 0
    replies: "list[Sketch]" = field(default_factory=list)
    is_paid: bool = False
    edited_at: datetime | None = None
    warning: str = ""
    visibility: str = "public"

    @property
    def root(self) -> "Sketch":
        """Return the post that began the conversation."""
        return self if self.reply_to is None else self.reply_to.root


@dataclass(slots=True)
class Chapter:
    """A stretch of history: what was said and done in it, in no order."""

    sketches: list[Sketch] = field(default_factory=list)
    reposts: list[tuple[Sketch, Author, datetime]] = field(default_factory=list)
    notices: list[tuple[str, Notification]] = field(default_factory=list)
    """With the network that tells them."""


def lyon(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """Return a moment told by a clock in Lyon, near enough: summer time is April to October."""
    local = datetime.combine(day, time(hour, minute, second), UTC)
    return local - timedelta(hours=2 if 4 <= day.month <= 10 else 1)


def lyon_day(moment: datetime) -> date:
    """Return the day that it is in Lyon at a moment."""
    utc = moment.astimezone(UTC)
    return (utc + timedelta(hours=2 if 4 <= utc.month <= 10 else 1)).date()


class Studio:
    """What every author of the history needs: people, words, chance and fresh ids."""

    def __init__(
        self, material: Material, crowd: Crowd, chance: random.Random, first_id: int = 0
    ) -> None:
        self.material = material
        self.crowd = crowd
        self.chance = chance
        self.wording = Wording(material, chance)
        self._first_id = first_id
        self._ids: dict[str, int] = {}

    def next_id(self, network: str, kind: str = "post") -> str:
        """Return an id that nothing else has."""
        number = self._ids[network] = self._ids.get(network, self._first_id) + 1
        return f"{network}/{kind}/{number}"

    def scene(self, network: str, at: datetime, lang: str, to: Author | None = None) -> Scene:
        """Return what a sentence said there and then may refer to."""
        first_name = "" if to is None else self.crowd.short_name(to)
        return Scene(self.crowd.shops[network].handle, at.month, lang, first_name)

    def sketch(self, author: Author, at: datetime, text: str, **details: object) -> Sketch:
        """Return a new post by somebody."""
        network = author.network
        sketch = Sketch(network, self.next_id(network), author, at, text, "fr")
        for name, value in details.items():
            setattr(sketch, name, value)
        return sketch

    def write(self, subject: Subject, author: Author, at: datetime) -> Sketch:
        """Return a new post about a subject."""
        tails = self.material.replies.get(f"tails.{subject.tails}.{subject.lang}", ())
        scene = self.scene(author.network, at, subject.lang)
        text, pattern = self.wording.say(subject.name, subject.patterns, scene, tails)
        return self.sketch(
            author,
            at,
            text,
            lang=subject.lang,
            subject=subject.name,
            picture=pattern.picture,
            card=pattern.card,
        )

    def answer(
        self, family: str, patterns: tuple[Pattern, ...], to: Sketch, author: Author, at: datetime
    ) -> Sketch:
        """Return a reply to a post and hang it there."""
        lang = "en" if family.endswith(".en") else "fr"
        scene = self.scene(to.network, at, lang, to.author)
        tails = self.material.replies[f"tails.others.{lang}"] if ".others." in family else ()
        text, pattern = self.wording.say(family, patterns, scene, tails)
        reply = self.sketch(author, at, text, lang=lang, reply_to=to, subject=family)
        reply.card = pattern.card
        to.replies.append(reply)
        return reply

    def notice(
        self, own: Sketch, kind: NotificationKind, who: Author, at: datetime
    ) -> Notification:
        """Return the news that somebody liked or reposted a post of the shop's."""
        native_id = self.next_id(own.network, "notice")
        return Notification(native_id, kind, who, at, subject_id=own.native_id)

    def final(self, sketch: Sketch) -> Post:
        """Return the post that a finished sketch stands for."""
        crowd, network = self.crowd, sketch.network
        place = crowd.places[network]
        to = sketch.reply_to
        return Post(
            network=network,
            native_id=sketch.native_id,
            author=sketch.author,
            created_at=sketch.at,
            indexed_at=sketch.at,
            text=sketch.text,
            url=f"{place.server}/post/{sketch.native_id.rpartition('/')[2]}",
            version="1" if sketch.edited_at is None else "2",
            facets=facets(sketch.text, lambda handle: crowd.id_of(network, handle)),
            lang=sketch.lang,
            reply_to="" if to is None else to.native_id,
            reply_to_author="" if to is None else to.author.handle,
            root="" if to is None else sketch.root.native_id,
            media=self._media(sketch),
            card=self._card(sketch.card),
            quote=_quote(sketch.quote_of),
            visibility=sketch.visibility,
            warning=sketch.warning,
            paid=sketch.is_paid,
            edited_at=sketch.edited_at,
            counts=Counts(len(sketch.replies), sketch.reposts, sketch.likes, sketch.quotes),
        )

    def arrivals(self, chapter: Chapter) -> list[Arrival]:
        """Return the final posts of a chapter and their reposts."""
        posts = {sketch.native_id: self.final(sketch) for sketch in chapter.sketches}
        arrivals = [Arrival(post, post.created_at) for post in posts.values()]
        arrivals += [
            Arrival(posts[sketch.native_id], at, author) for sketch, author, at in chapter.reposts
        ]
        return arrivals

    def _media(self, sketch: Sketch) -> tuple[Media, ...]:
        if not sketch.picture:
            return ()
        alts = self.material.alts[sketch.picture][sketch.lang]
        # By its id rather than by chance, so that finishing a post never shifts later ones.
        alt = alts[int(sketch.native_id.rpartition("/")[2]) % len(alts)]
        url = PICTURE + sketch.picture
        return (Media("image", url, url, alt, *PICTURE_SIZE),)

    def _card(self, name: str) -> LinkCard | None:
        if not name:
            return None
        card = self.material.cards[name]
        thumb = PICTURE + card.picture if card.picture else ""
        return LinkCard(card.url, card.title, card.description, thumb)


def _quote(quoted: Sketch | None) -> Quote | None:
    if quoted is None:
        return None
    return Quote(quoted.native_id, quoted.author, quoted.text, quoted.at)
