"""The invented people of the demonstration and who follows whom."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from desktop.services.domain.post import Author
from desktop.services.networks.demo.material import Material, Persona, Place

MONTHS = 14
DAYS = 425
"""How far back the demonstration goes."""
_PEOPLE = frozenset(
    ("customer", "staff", "foodie", "influencer", "expert", "leader", "baker", "tourist", "expat")
)
"""Roles that a person has, and not a shop, a newspaper or a town."""
CRISIS_DAYS_AGO = 21


@dataclass(frozen=True, slots=True)
class Follower:
    """Someone who follows the shop since `joined`, and until `left` where they gave up."""

    author: Author
    joined: datetime
    left: datetime | None = None


class Crowd:
    """Everybody on the invented networks."""

    def __init__(self, material: Material, chance: random.Random, now: datetime) -> None:
        self.places: dict[str, Place] = {place.id: place for place in material.places}
        self.personas: dict[str, Persona] = {one.handle: one for one in material.personas}
        self.shops: dict[str, Author] = {}
        self.followed: dict[str, set[str]] = {place.id: set() for place in material.places}
        self.followers: dict[str, list[Follower]] = {}
        """Of the shop, the newest first, by network."""
        self._authors: dict[str, Author] = {}
        self._ids_by_handle: dict[tuple[str, str], str] = {}
        self._by_role: dict[str, list[Persona]] = {}
        self._material = material
        self._chance = chance
        for persona in material.personas:
            self._by_role.setdefault(persona.role, []).append(persona)
            for network in persona.on:
                self._settle(persona, network)
        for place in material.places:
            self.followers[place.id] = self._gather(place, now)
            self._open_shop(place)
        self.requests = {
            place.id: [self._ask(place, each, now) for each in place.requests]
            for place in material.places
        }
        self.blocked: dict[str, set[str]] = {place.id: set() for place in material.places}

    def persona_author(self, handle: str, network: str) -> Author:
        """Return a persona as one network shows them."""
        return self._authors[f"{network}/{handle}"]

    def people_of(self, by: Iterable[str]) -> list[Persona]:
        """Return the personas of some roles, or named with an "@"."""
        return [
            persona
            for name in by
            for persona in (
                [self.personas[name[1:]]] if name[0] == "@" else self._by_role.get(name, [])
            )
        ]

    def people_on(self, network: str, lang: str) -> list[Author]:
        """Return those personas on a network who are persons and speak a language."""
        return [
            self.persona_author(one.handle, network)
            for one in self._material.personas
            if network in one.on and one.lang == lang and one.role in _PEOPLE
        ]

    def short_name(self, author: Author) -> str:
        """Return how somebody is addressed: a person by first name, a business by its name."""
        persona = self.personas.get(author.native_id.rpartition("/")[2])
        if persona is not None and persona.role not in _PEOPLE:
            return author.name
        return author.name.split(" ")[0]

    def author(self, native_id: str) -> Author | None:
        """Return whoever has this id."""
        return self._authors.get(native_id)

    def authors(self, network: str) -> list[Author]:
        """Return everybody on a network in a fixed order."""
        return [author for author in self._authors.values() if author.network == network]

    def id_of(self, network: str, handle: str) -> str | None:
        """Return the id that belongs to a handle."""
        return self._ids_by_handle.get((network, handle))

    def _settle(self, persona: Persona, network: str) -> None:
        chance = self._chance
        author = self._add(network, persona.handle, persona.name, persona.bio)
        author = replace(
            author,
            followers=persona.followers,
            following=40 + chance.randrange(600),
            posts=200 + chance.randrange(5200),
        )
        self._authors[author.native_id] = author
        if persona.is_followed:
            self.followed[network].add(author.native_id)

    def _add(self, network: str, base: str, name: str, bio: str) -> Author:
        place = self.places[network]
        handle = place.handle_pattern.format(base=base)
        author = Author(
            network=network,
            native_id=f"{network}/{base}",
            handle=handle,
            name=name,
            bio=bio,
            web_url=f"{place.server}/{base}",
        )
        self._authors[author.native_id] = author
        self._ids_by_handle[network, handle] = author.native_id
        return author

    def _open_shop(self, place: Place) -> None:
        shop = self._material.shop
        author = Author(
            network=place.id,
            native_id=f"{place.id}/boulangerie_lumiere",
            handle=place.shop_handle,
            name=shop["name"],
            avatar_url=shop["avatar"],
            bio=shop["bio"],
            followers=sum(one.left is None for one in self.followers[place.id]),
            following=len(self.followed[place.id]),
            web_url=f"{place.server}/boulangerie_lumiere",
        )
        self.shops[place.id] = self._authors[author.native_id] = author
        self._ids_by_handle[place.id, place.shop_handle] = author.native_id

    def _ask(self, place: Place, asking: dict[str, Any], now: datetime) -> Follower:
        """Return somebody who would like to follow the shop, `joined` being when they asked."""
        author = self._add(place.id, asking["base"], asking["name"], asking["bio"])
        return Follower(author, now - timedelta(minutes=asking["minutes"]))

    def _gather(self, place: Place, now: datetime) -> list[Follower]:
        """Bring the shop's followers: some long ago, the rest day by day since."""
        chance = self._chance
        weights = [_pull(day, self._material) for day in range(DAYS)]
        days = chance.choices(range(DAYS), weights, k=place.followers_gained)
        days += [DAYS + 1 + chance.randrange(700) for _ in range(place.followers_before)]
        days.sort()
        known = [
            author for author in self.authors(place.id) if chance.random() < self._warmth(author)
        ]
        chance.shuffle(known)
        gathered = []
        for index, day in enumerate(days):
            # Personas are spread over the whole list, strangers fill what is between them.
            author = known.pop() if known and index % 5 == 2 else self._stranger(place)
            joined = now - timedelta(days=day, minutes=chance.randrange(30, 1380))
            gathered.append(Follower(author, joined, self._leaves(day, now)))
        return sorted(gathered, key=lambda one: one.joined, reverse=True)

    def _warmth(self, author: Author) -> float:
        """Return how likely somebody follows the shop back."""
        role = self.personas[author.native_id.rpartition("/")[2]].role
        return 0.9 if role == "staff" else 0.5 if role in _PEOPLE else 0.25

    def _leaves(self, joined_days_ago: int, now: datetime) -> datetime | None:
        chance = self._chance
        hour = timedelta(minutes=chance.randrange(1440))
        if joined_days_ago > CRISIS_DAYS_AGO and chance.random() < 0.035:
            return now - timedelta(days=CRISIS_DAYS_AGO - 1 - chance.randrange(4)) - hour
        if joined_days_ago > 40 and chance.random() < 0.03:
            return now - timedelta(days=chance.randrange(1, joined_days_ago - 1)) - hour
        return None

    def _stranger(self, place: Place) -> Author:
        chance, names = self._chance, self._material.names
        while True:
            first, last = chance.choice(names["first"]), chance.choice(names["last"])
            base = _plain(f"{first}.{last}" if chance.random() < 0.5 else f"{first}_{last[0]}")
            if f"{place.id}/{base}" in self._authors:
                base += str(chance.randrange(2, 99))
            if f"{place.id}/{base}" not in self._authors:
                break
        author = self._add(place.id, base, f"{first} {last}", chance.choice(names["bios"]))
        author = replace(
            author,
            followers=chance.randrange(3, 400),
            following=chance.randrange(20, 500),
            posts=chance.randrange(2, 900),
        )
        self._authors[author.native_id] = author
        return author


def _pull(days_ago: int, material: Material) -> float:
    """Return how strongly a day draws new followers: campaigns do, a bad buzz does not."""
    weight = 1.0 + (DAYS - days_ago) / DAYS
    for campaign in material.campaigns:
        if 0 <= campaign["days_ago"] - days_ago < campaign["length"]:
            weight += 2.5
    if 0 <= CRISIS_DAYS_AGO - days_ago < 4:
        weight *= 0.4
    return weight


_ACCENTS = str.maketrans("àâäçéèêëîïôöùûüÿ", "aaaceeeeiioouuuy")


def _plain(text: str) -> str:
    return text.lower().translate(_ACCENTS)
