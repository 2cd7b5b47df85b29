"""The days that stand out: a bad buzz and how it ended, campaigns, questions asked, a leak."""

from datetime import date, datetime, timedelta
from typing import Any

from desktop.services.domain.post import Author
from desktop.services.networks.demo.days import MONDAY, Days
from desktop.services.networks.demo.material import pattern
from desktop.services.networks.demo.people import CRISIS_DAYS_AGO
from desktop.services.networks.demo.sketches import Chapter, Sketch, Studio, lyon

CAUSE_HANDLE = "nathan_lyon"
CAUSE_NETWORK = "demo-place"
_BURST = {9: 22, 10: 28, 11: 24, 12: 19, 13: 14, 14: 12, 15: 9, 16: 7, 17: 6, 18: 5, 19: 3, 20: 1}
"""Negative mentions by the hour on the day of the bad buzz; 150 in all."""
_AFTER = ((1, 32, 9, 26), (2, 11, 4, 18), (3, 4, 1, 9))
"""Days later, then how many negative mentions, questions and words of support."""
_SHARES = ("demo-place",) * 6 + ("demo-kiosk",) * 3 + ("demo-forum",)


def crisis_days_ago(today: date) -> int:
    """Return how long ago the bad buzz was: three weeks, but never on the closed Monday."""
    is_closed = (today - timedelta(days=CRISIS_DAYS_AGO)).weekday() == MONDAY
    return CRISIS_DAYS_AGO + is_closed


class Story:
    """Adds what is remarkable about a day to the chapter of that day."""

    def __init__(self, studio: Studio, days: Days, today: date) -> None:
        self._studio = studio
        self._chance = studio.chance
        self._days = days
        self._today = today
        self._crisis = crisis_days_ago(today)
        self._cause: Sketch | None = None

    def enrich(self, chapter: Chapter, days_ago: int) -> None:
        """Add to a day what the story has in store for it."""
        day = self._today - timedelta(days=days_ago)
        if days_ago == self._crisis:
            self._bad_buzz(day, chapter)
        for later, negative, questions, support in _AFTER:
            if days_ago == self._crisis - later:
                self._aftermath(day, (negative, questions, support), chapter)
                self._closing(day, later, chapter)
        for campaign in self._studio.material.campaigns:
            if 0 <= campaign["days_ago"] - days_ago < campaign["length"]:
                self._campaign(campaign, day, campaign["days_ago"] - days_ago, chapter)
        shop = self._studio.material.shop
        for question in shop["questions"]:
            if question["days_ago"] == days_ago:
                self._question(question, day, chapter)
        if shop["leak"]["days_ago"] == days_ago:
            author = self._author(shop["leak"]["by"])
            self._add(author, lyon(day, 21, 12), shop["leak"]["text"], chapter, subject="leak")

    def _bad_buzz(self, day: date, chapter: Chapter) -> None:
        author = self._author(CAUSE_HANDLE, CAUSE_NETWORK)
        cause = self._crisis_post("cause", author, lyon(day, 8, 52), chapter)
        cause.likes, cause.reposts = 418, 264
        burst = [
            self._crisis_mention("negative", lyon(day, hour, self._chance.randrange(60)), chapter)
            for hour, number in _BURST.items()
            for _ in range(number)
        ]
        for hour in (9, 9, 10, 10, 11, 12, 12, 13, 14, 15, 16, 18):
            self._crisis_mention("question", lyon(day, hour, self._chance.randrange(60)), chapter)
        for hour in (12, 13, 15, 17, 18, 19, 20, 21):
            self._crisis_mention("support", lyon(day, hour, self._chance.randrange(60)), chapter)
        for mention in burst:
            if mention.network == CAUSE_NETWORK and self._chance.random() < 0.3:
                mention.reply_to = cause
                cause.replies.append(mention)
        self._apologies(day, cause, burst, chapter)
        gazette = self._author("gazette_rhone", CAUSE_NETWORK)
        self._crisis_post("press", gazette, lyon(day, 14, 10), chapter).likes = 96

    def _apologies(self, day: date, cause: Sketch, burst: list[Sketch], chapter: Chapter) -> None:
        crisis, studio = self._studio.material.crisis, self._studio
        shop = studio.crowd.shops[cause.network]
        first = studio.sketch(
            shop, lyon(day, 9, 48), crisis["answers"][0].text, reply_to=cause, likes=31
        )
        cause.replies.append(first)
        chapter.sketches.append(first)
        for family, hour, minute in (("statement", 10, 5), ("update", 12, 30), ("apology", 17, 30)):
            for second, network in enumerate(sorted(studio.crowd.shops)):
                at = lyon(day, hour, minute, second * 7)
                post = self._crisis_post(family, studio.crowd.shops[network], at, chapter)
                post.likes, post.reposts = 40 + 9 * second, 12 + 4 * second
                self._days.answers(post, "plain", chapter)
        for mention in burst:
            at = mention.at + timedelta(minutes=self._chance.randrange(25, 150))
            if self._chance.random() < 0.35 and at > lyon(day, 10, 10):
                shop = studio.crowd.shops[mention.network]
                answers = crisis["answers"][1:]
                chapter.sketches.append(studio.answer("crisis.answers", answers, mention, shop, at))

    def _aftermath(self, day: date, numbers: tuple[int, int, int], chapter: Chapter) -> None:
        for family, number in zip(("negative", "question", "support"), numbers, strict=True):
            for _ in range(number):
                at = lyon(day, self._chance.randrange(7, 22), self._chance.randrange(60))
                self._crisis_mention(family, at, chapter)

    def _closing(self, day: date, later: int, chapter: Chapter) -> None:
        shops = self._studio.crowd.shops
        family = {1: "day_after", 2: "two_days_after"}.get(later)
        if family is not None:
            for second, network in enumerate(sorted(shops)):
                at = lyon(day, 8, 0, second * 9)
                post = self._crisis_post(family, shops[network], at, chapter)
                post.likes, post.reposts = 63 + 11 * second, 14
        if later == 1:
            author = self._author(CAUSE_HANDLE, CAUSE_NETWORK)
            self._crisis_post("cause_author_after", author, lyon(day, 11, 20), chapter).likes = 302

    def _crisis_mention(self, family: str, at: datetime, chapter: Chapter) -> Sketch:
        studio, chance = self._studio, self._chance
        network = chance.choice(_SHARES)
        lang = "en" if family == "negative" and chance.random() < 0.06 else "fr"
        tails = studio.material.replies["tails.crisis.fr"] if family == "negative" else ()
        name = f"{family}.{lang}"
        text, _ = studio.wording.say(
            f"crisis.{name}",
            studio.material.crisis[name],
            studio.scene(network, at, lang),
            tails if lang == "fr" else (),
        )
        author = chance.choice(studio.crowd.followers[network]).author
        sketch = self._add(author, at, text, chapter, lang=lang, subject=f"crisis.{family}")
        sketch.likes = chance.randrange(9)
        sketch.reposts = sketch.likes // 3
        return sketch

    def _crisis_post(self, family: str, author: Author, at: datetime, chapter: Chapter) -> Sketch:
        written = self._studio.material.crisis[family][0]
        text = self._studio.wording.fill(written, self._studio.scene(author.network, at, "fr"))
        return self._add(
            author,
            at,
            text,
            chapter,
            subject=f"crisis.{family}",
            picture=written.picture,
            card=written.card,
        )

    def _campaign(self, campaign: dict[str, Any], day: date, step: int, chapter: Chapter) -> None:
        """Post what the campaign has for its day: each influencer in turn, days apart."""
        studio = self._studio
        shops = sorted(studio.crowd.shops)
        for index, text in enumerate(campaign["shop"]):
            if step == index * (campaign["length"] - 3):
                for second, network in enumerate(shops):
                    shop, at = studio.crowd.shops[network], lyon(day, 9, 5, second * 8)
                    said = studio.wording.fill(pattern(text), studio.scene(network, at, "fr"))
                    self._days.spread(self._add(shop, at, said, chapter), chapter)
        for order, (handle, texts) in enumerate(campaign["posts"].items()):
            for index, text in enumerate(texts):
                if step == 1 + order + index * 4:
                    link = f"{campaign['link']}?c={handle.partition('.')[0]}"
                    post = self._add(
                        self._author(handle),
                        lyon(day, 8 + order * 3, 20 + 7 * index),
                        text.replace("{link}", link),
                        chapter,
                        lang=studio.crowd.personas[handle].lang,
                        subject=f"campaign.{campaign['id']}",
                        is_paid=True,
                        picture="brioche" if index == 0 else "",
                    )
                    self._days.spread(post, chapter)
                    self._days.answers(post, "plain", chapter)

    def _question(self, question: dict[str, Any], day: date, chapter: Chapter) -> None:
        """Ask the network something; twenty answers come within minutes."""
        studio, chance = self._studio, self._chance
        shop = studio.crowd.shops[CAUSE_NETWORK]
        asked = self._add(shop, lyon(day, 10, 2), question["text"], chapter, subject="question")
        asked.likes, asked.reposts = 57, 23
        answers = studio.material.replies[f"answers.{question['answers']}"]
        seconds = sorted(chance.sample(range(40, 590), len(answers)))
        people = chance.sample(studio.crowd.people_on(CAUSE_NETWORK, "fr"), len(answers))
        for written, second, author in zip(answers, seconds, people, strict=True):
            at = asked.at + timedelta(seconds=second)
            reply = studio.sketch(author, at, written.text, reply_to=asked, likes=second % 7)
            asked.replies.append(reply)
            chapter.sketches.append(reply)

    def _author(self, handle: str, network: str = "") -> Author:
        persona = self._studio.crowd.personas[handle]
        return self._studio.crowd.persona_author(handle, network or persona.on[0])

    def _add(
        self, author: Author, at: datetime, text: str, chapter: Chapter, **details: object
    ) -> Sketch:
        sketch = self._studio.sketch(author, at, text, **details)
        chapter.sketches.append(sketch)
        return sketch
