"""The hand-written material of the demonstration, read from `resources/demo` into values."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence with slots; `parts` alternates plain text and slot names, text first."""

    text: str
    parts: tuple[str, ...]
    picture: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What some people talk about, how often (hundredths a day) and when."""

    name: str
    lang: str
    by: tuple[str, ...]
    """Roles ("customer") or single people ("@moulin_dombes")."""
    rate: int
    hours: tuple[int, int]
    patterns: tuple[Pattern, ...]
    season: tuple[str, str] | None = None
    """First and last day as MMDD; may run over the new year."""
    tone: str = "plain"
    tails: str = ""
    is_mention: bool = False

    def is_in_season(self, month_day: str) -> bool:
        """Say whether people talk about it on a day given as MMDD."""
        if self.season is None:
            return True
        first, last = self.season
        if first <= last:
            return first <= month_day <= last
        return month_day >= first or month_day <= last


@dataclass(frozen=True, slots=True)
class Persona:
    """An invented person or business and the networks where they are found."""

    handle: str
    name: str
    role: str
    lang: str
    on: tuple[str, ...]
    followers: int
    is_followed: bool
    bio: str


@dataclass(frozen=True, slots=True)
class Place:
    """An invented network and the shop's account on it."""

    id: str
    name: str
    server: str
    shop_handle: str
    handle_pattern: str
    max_units: int
    counter: str
    lacks: tuple[str, ...]
    followers_before: int
    followers_gained: int
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    """The names of the shop's lists of people, each with the roles of those who are in it."""
    requests: tuple[dict[str, Any], ...]
    """Who asks to follow the shop, and how many minutes ago they did."""


@dataclass(frozen=True, slots=True)
class Card:
    """The preview of an invented page."""

    url: str
    title: str
    description: str
    picture: str


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that was written for the demonstration."""

    folder: Path = field(repr=False)
    places: tuple[Place, ...]
    personas: tuple[Persona, ...]
    subjects: tuple[Subject, ...]
    replies: dict[str, tuple[Pattern, ...]]
    crisis: dict[str, tuple[Pattern, ...]]
    slots: dict[str, dict[str, tuple[str, ...]]]
    cards: dict[str, Card]
    alts: dict[str, dict[str, tuple[str, ...]]]
    names: dict[str, tuple[str, ...]]
    shop: dict[str, Any]
    """The shop as its consultant would describe it: competitors, confidential words, staff..."""
    campaigns: tuple[dict[str, Any], ...]
    showcase: dict[str, Any]
    """The posts of the last hours, and those that arrive while somebody watches."""


def pattern(written: str | dict[str, str]) -> Pattern:
    """Return a sentence of the material ready to be filled."""
    entry = {"text": written} if isinstance(written, str) else written
    text = entry["text"]
    return Pattern(text, tuple(SLOT.split(text)), entry.get("picture", ""), entry.get("card", ""))


def load(folder: Path) -> Material:
    """Return the material kept in `folder`."""

    def read(name: str) -> Any:
        return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))

    return Material(
        folder=folder,
        places=tuple(_place(entry) for entry in read("networks")),
        personas=tuple(_persona(entry) for entry in read("people")),
        subjects=tuple(
            _subject(name, lang, entry)
            for lang in ("fr", "en")
            for name, entry in read(f"posts-{lang}").items()
        ),
        replies=_patterns(read("replies")),
        crisis=_patterns(read("crisis")),
        slots={lang: _lists(slots) for lang, slots in read("slots").items()},
        cards={name: Card(**entry) for name, entry in read("cards").items()},
        alts={name: _lists(alts) for name, alts in read("pictures").items()},
        names=_lists(read("names")),
        shop=read("shop"),
        campaigns=tuple(read("campaigns")),
        showcase=read("showcase"),
    )


def _lists(entries: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in entries.items()}


def _patterns(entries: dict[str, list[Any]]) -> dict[str, tuple[Pattern, ...]]:
    return {name: tuple(pattern(entry) for entry in values) for name, values in entries.items()}


def _subject(name: str, lang: str, entry: dict[str, Any]) -> Subject:
    first_hour, last_hour = entry["hours"]
    season = entry.get("season")
    return Subject(
        name=name,
        lang=lang,
        by=tuple(entry["by"]),
        rate=entry["rate"],
        hours=(first_hour, last_hour),
        patterns=tuple(pattern(written) for written in entry["patterns"]),
        season=(season[0], season[1]) if season else None,
        tone=entry.get("tone", "plain"),
        tails=entry.get("tails", ""),
        is_mention=entry.get("mention", False),
    )


def _persona(entry: dict[str, Any]) -> Persona:
    return Persona(
        handle=entry["handle"],
        name=entry["name"],
        role=entry["role"],
        lang=entry["lang"],
        on=tuple(entry["on"]),
        followers=entry["followers"],
        is_followed=entry["followed"],
        bio=entry["bio"],
    )


def _place(entry: dict[str, Any]) -> Place:
    return Place(
        id=entry["id"],
        name=entry["name"],
        server=entry["server"],
        shop_handle=entry["handle"],
        handle_pattern=entry["pattern"],
        max_units=entry["max_units"],
        counter=entry["counter"],
        lacks=tuple(entry["lacks"]),
        followers_before=entry["start"],
        followers_gained=entry["gained"],
        lists=tuple((each["name"], tuple(each["roles"])) for each in entry["lists"]),
        requests=tuple(entry["requests"]),
    )
