"""Ordinary days of the demonstration: who says what, who answers, who likes it."""

from datetime import date, datetime, timedelta

from desktop.services.domain.post import Author, NotificationKind
from desktop.services.networks.demo.material import Persona, Subject
from desktop.services.networks.demo.people import DAYS
from desktop.services.networks.demo.sketches import Chapter, Sketch, Studio, lyon, lyon_day
from desktop.services.networks.demo.wording import Deck

MONDAY = 0
_WARNINGS = ("Nourriture", "Chantier, bruit", "Mauvaise humeur", "Photo de repas")
_SHOP_ANSWERS = {"positive": 0.55, "question": 0.9, "negative": 0.85, "wish": 0.6}
_OTHERS_ANSWER = {"positive": 0.3, "question": 0.3, "negative": 0.4}


class Days:
    """Makes one ordinary day after another."""

    def __init__(self, studio: Studio, today: date, latest: datetime) -> None:
        self._studio = studio
        self._chance = studio.chance
        self._today = today
        self._latest = latest
        """Nothing of an ordinary day is newer: the last hours are written by hand."""
        self._writers: dict[str, Deck[Persona]] = {}
        self._networks = Deck(sorted(studio.crowd.places), studio.chance)
        self._repliers = {
            (network, lang): studio.crowd.people_on(network, lang)
            for network in studio.crowd.places
            for lang in ("fr", "en")
        }

    def chapter(self, days_ago: int) -> Chapter:
        """Return what happened on one day."""
        day = self._today - timedelta(days=days_ago)
        chapter = Chapter()
        for subject in self._studio.material.subjects:
            if subject.is_in_season(f"{day.month:02}{day.day:02}"):
                for _ in range(self._how_many(subject, day, days_ago)):
                    self._happen(subject, day, chapter)
        return chapter

    def answers(self, sketch: Sketch, tone: str, chapter: Chapter) -> None:
        """Let the shop and others answer a post."""
        chance, studio = self._chance, self._studio
        shop = studio.crowd.shops[sketch.network]
        is_own = sketch.author.native_id == shop.native_id
        if not is_own and chance.random() < _SHOP_ANSWERS.get(tone, 0):
            wait = timedelta(minutes=chance.randrange(4, 240))
            self._answer(sketch, f"{tone}.shop.{sketch.lang}", shop, wait, chapter)
        likely = 0.55 if is_own else _OTHERS_ANSWER.get(tone, 0.11)
        if chance.random() >= likely:
            return
        others = tone if tone in _OTHERS_ANSWER else "plain"
        for _ in range(1 + chance.randrange(3) * chance.randrange(2)):
            replier = chance.choice(self._repliers[sketch.network, sketch.lang])
            if replier.native_id != sketch.author.native_id:
                wait = timedelta(minutes=chance.randrange(2, 300))
                self._answer(sketch, f"{others}.others.{sketch.lang}", replier, wait, chapter)

    def likes(self, sketch: Sketch, chapter: Chapter) -> None:
        """Let some of the shop's followers like and repost one of its posts."""
        chance = self._chance
        followers = self._studio.crowd.followers[sketch.network]
        for kind, share in ((NotificationKind.LIKE, 4), (NotificationKind.REPOST, 2)):
            for _ in range(chance.randrange(share)):
                one = chance.choice(followers)
                at = sketch.at + timedelta(minutes=chance.randrange(1, 400))
                is_there = one.joined < sketch.at and (one.left is None or at < one.left)
                if is_there and self._is_same_day(sketch, at):
                    notice = self._studio.notice(sketch, kind, one.author, at)
                    chapter.notices.append((sketch.network, notice))

    def spread(self, sketch: Sketch, chapter: Chapter) -> None:
        """Give a post its likes; a few are reposted or quoted by somebody the shop follows."""
        chance, crowd = self._chance, self._studio.crowd
        reach = 6 + (sketch.author.followers or 0) // 90
        sketch.likes = chance.randrange(2, 8 + reach)
        if chance.random() < 0.03:
            sketch.likes = sketch.likes * 6 + 40
        sketch.reposts = sketch.likes // (3 + chance.randrange(5))
        draw = chance.random()
        if draw >= 0.055 or not sketch.reposts:
            return
        friend = chance.choice(self._repliers[sketch.network, "fr"])
        at = sketch.at + timedelta(minutes=chance.randrange(5, 200))
        if friend.native_id not in crowd.followed[sketch.network] or not self._is_same_day(
            sketch, at
        ):
            return
        if draw < 0.012 and "QUOTE" not in crowd.places[sketch.network].lacks:
            self._quote(sketch, friend, at, chapter)
        elif friend.native_id != sketch.author.native_id:
            chapter.reposts.append((sketch, friend, at))

    def _how_many(self, subject: Subject, day: date, days_ago: int) -> int:
        expected = subject.rate / 100 * (1.25 - 0.5 * days_ago / DAYS)
        if day.weekday() == MONDAY and subject.by[0] == "shop":
            expected *= 0.3
        whole = int(expected)
        return whole + (self._chance.random() < expected - whole)

    def _happen(self, subject: Subject, day: date, chapter: Chapter) -> None:
        chance = self._chance
        first, last = subject.hours
        at = lyon(
            day, chance.randrange(first, last + 1), chance.randrange(60), chance.randrange(60)
        )
        author = self._writer(subject)
        if at >= self._latest:
            return
        sketch = self._studio.write(subject, author, at)
        self._dress(sketch)
        chapter.sketches.append(sketch)
        self.spread(sketch, chapter)
        self.answers(sketch, subject.tone, chapter)
        if author.native_id == self._studio.crowd.shops[author.network].native_id:
            self.likes(sketch, chapter)
        self._twin(subject, sketch, chapter)

    def _writer(self, subject: Subject) -> Author:
        studio = self._studio
        deck = self._writers.get(subject.name)
        if deck is None:
            people = [
                one
                for one in studio.crowd.people_of(subject.by)
                if one.lang == subject.lang or subject.by[0][0] == "@"
            ]
            deck = self._writers[subject.name] = Deck(people, self._chance)
        is_shop = "shop" in subject.by
        if is_shop and (len(subject.by) == 1 or self._chance.random() < 0.3):
            return studio.crowd.shops[self._networks.deal()]
        persona = deck.deal()
        return studio.crowd.persona_author(persona.handle, self._chance.choice(persona.on))

    def _dress(self, sketch: Sketch) -> None:
        """Give some posts of the network that has them a warning, an edit or fewer readers."""
        chance = self._chance
        lacks = self._studio.crowd.places[sketch.network].lacks
        draw = chance.random()
        if "CONTENT_WARNING" not in lacks and sketch.picture and draw < 0.06:
            sketch.warning = chance.choice(_WARNINGS)
        if "QUOTE" not in lacks:
            return
        if 0.1 < draw < 0.14:
            sketch.edited_at = sketch.at + timedelta(minutes=chance.randrange(2, 20))
        elif 0.2 < draw < 0.25:
            sketch.visibility = "unlisted"

    def _twin(self, subject: Subject, sketch: Sketch, chapter: Chapter) -> None:
        """Let a person who is on two networks say the same on the other one."""
        chance, studio = self._chance, self._studio
        persona = studio.crowd.personas.get(sketch.author.native_id.rpartition("/")[2])
        if persona is None or len(persona.on) < 2 or "@" in sketch.text or chance.random() > 0.4:
            return
        network = next(name for name in persona.on if name != sketch.network)
        twin = studio.sketch(
            studio.crowd.persona_author(persona.handle, network),
            sketch.at + timedelta(seconds=chance.randrange(5, 90)),
            sketch.text,
            lang=sketch.lang,
            subject=subject.name,
            picture=sketch.picture,
            card=sketch.card,
        )
        chapter.sketches.append(twin)
        self.spread(twin, chapter)

    def _answer(
        self, to: Sketch, family: str, author: Author, wait: timedelta, chapter: Chapter
    ) -> None:
        at = to.at + wait
        if self._is_same_day(to, at):
            patterns = self._studio.material.replies[family]
            reply = self._studio.answer(family, patterns, to, author, at)
            reply.likes = self._chance.randrange(5)
            chapter.sketches.append(reply)

    def _quote(self, quoted: Sketch, author: Author, at: datetime, chapter: Chapter) -> None:
        family = "plain.others.fr"
        scene = self._studio.scene(quoted.network, at, "fr")
        replies = self._studio.material.replies
        tails = replies["tails.others.fr"]
        text, _ = self._studio.wording.say(family, replies[family], scene, tails)
        quote = self._studio.sketch(author, at, text, subject="quote", quote_of=quoted)
        quote.likes = self._chance.randrange(12)
        quoted.quotes += 1
        chapter.sketches.append(quote)

    def _is_same_day(self, sketch: Sketch, at: datetime) -> bool:
        """Say whether a reaction falls on the post's own day, so that days stay apart."""
        return at < self._latest and lyon_day(at) == lyon_day(sketch.at)
