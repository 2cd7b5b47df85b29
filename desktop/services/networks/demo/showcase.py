"""The last hours before the demonstration starts, and what arrives while somebody watches."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from desktop.services.domain.post import Author, NotificationKind
from desktop.services.networks.demo.material import pattern
from desktop.services.networks.demo.sketches import Chapter, Sketch, Studio
from desktop.services.networks.demo.wording import Deck

REACH = timedelta(minutes=310)
"""How much of the past is written by hand."""
_LIVE_SUBJECTS = ("customer_praise", "customer_question", "customer_chat", "foodie", "tourist_chat")


class Showcase:
    """Hand-written posts at fixed distances from the moment the demonstration starts."""

    def __init__(self, studio: Studio, started: datetime) -> None:
        self._studio = studio
        self._started = started

    def recent(self) -> Chapter:
        """Return the last hours."""
        chapter = Chapter()
        sketches: dict[str, Sketch] = {}
        for entry in self._studio.material.showcase["recent"]:
            at = self._started - timedelta(minutes=entry["minutes"])
            sketch = self._post(entry, entry["on"], at, chapter)
            sketch.quote_of = sketches.get(entry.get("quote_of", ""))
            sketches[entry["by"]] = sketch
            if sketch.quote_of is not None:
                sketch.quote_of.quotes += 1
            if "also" in entry:
                twin = self._post(entry, entry["also"], at - timedelta(seconds=48), chapter)
                twin.likes, twin.reposts = sketch.likes // 3, sketch.reposts // 3
            if "reposted_by" in entry:
                friend = self._author(entry["reposted_by"], entry["on"])
                chapter.reposts.append((sketch, friend, at + timedelta(minutes=3)))
            for index, (handle, text) in enumerate(entry.get("replies", ())):
                self._reply(sketch, handle, text, (index + 1) / 4, chapter)
        return chapter

    def live(self) -> Iterator[Chapter]:
        """Return, one after the other, what arrives from the start on, for ever."""
        for entry in self._studio.material.showcase["live"]:
            chapter = Chapter()
            at = self._started + timedelta(seconds=entry["seconds"])
            self._post(entry, entry["on"], at, chapter)
            yield chapter
        chance = self._studio.chance
        subjects = [one for one in self._studio.material.subjects if one.name in _LIVE_SUBJECTS]
        deck = Deck(subjects, chance)
        seconds = self._studio.material.showcase["live"][-1]["seconds"]
        while True:
            seconds += chance.randrange(120, 300)
            chapter = Chapter()
            at = self._started + timedelta(seconds=seconds)
            subject = deck.deal()
            people = [one for one in self._studio.crowd.people_of(subject.by) if one.is_followed]
            people = people or self._studio.crowd.people_of(subject.by)
            persona = chance.choice([one for one in people if one.lang == subject.lang] or people)
            author = self._author(persona.handle, chance.choice(persona.on))
            chapter.sketches.append(self._studio.write(subject, author, at))
            yield chapter

    def welcome(self, own: Sketch) -> Chapter:
        """Return how people take a post that the user publishes in the demonstration."""
        chapter = Chapter()
        for index, (handle, text) in enumerate(self._studio.material.showcase["welcome"]):
            persona = self._studio.crowd.personas[handle]
            if own.network in persona.on:
                at = own.at + timedelta(seconds=70 + 50 * index)
                author = self._author(handle, own.network)
                chapter.sketches.append(
                    self._studio.sketch(author, at, text, reply_to=own, subject="welcome")
                )
                like = self._studio.notice(own, NotificationKind.LIKE, author, at)
                chapter.notices.append((own.network, like))
        return chapter

    def _post(self, entry: dict[str, Any], network: str, at: datetime, chapter: Chapter) -> Sketch:
        studio = self._studio
        persona = studio.crowd.personas[entry["by"]]
        scene = studio.scene(network, at, persona.lang)
        sketch = studio.sketch(
            self._author(entry["by"], network),
            at,
            studio.wording.fill(pattern(entry["text"]), scene),
            lang=persona.lang,
            subject="showcase",
            picture=entry.get("picture", ""),
            card=entry.get("card", ""),
            likes=entry.get("likes", 0),
            reposts=entry.get("reposts", 0),
            warning=entry.get("warning", ""),
        )
        if "edited" in entry:
            sketch.edited_at = at + timedelta(minutes=entry["edited"])
        chapter.sketches.append(sketch)
        return sketch

    def _reply(self, to: Sketch, handle: str, text: str, part: float, chapter: Chapter) -> None:
        """Answer a post after a `part` of the time that has passed since."""
        shop = self._studio.crowd.shops[to.network]
        author = shop if handle == "shop" else self._author(handle, to.network)
        at = to.at + (self._started - to.at) * part
        reply = self._studio.sketch(author, at, text, lang=to.lang, reply_to=to, likes=2)
        to.replies.append(reply)
        chapter.sketches.append(reply)

    def _author(self, handle: str, network: str) -> Author:
        return self._studio.crowd.persona_author(handle, network)
