"""A shop, its customers and what they wrote, as X answers it in either vocabulary."""

from datetime import UTC, datetime
from typing import Any

from services.networks.x_views import Views
from services.networks.x_vocabulary import EXPANSIONS, FIELDS, Asked
from services.networks.x_world import World

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
Json = dict[str, Any]
WORDS = ("tweet", "post")


def asked_for(word: str) -> Asked:
    """Ask for everything."""
    fields = FIELDS[word]
    relations = frozenset({f"referenced_{word}s", "author_id", "in_reply_to_user_id"})
    return Asked(
        fields[word] | relations,
        fields["user"],
        fields["media"],
        fields["list"],
        EXPANSIONS[word]["post"],
    )


class Street:
    """A shop, its customers, and what they wrote."""

    def __init__(self) -> None:
        self.world = world = World(NOW)
        self.shop, self.lea, self.tom = (world.sign_up(name) for name in ("shop", "lea", "tom"))
        self.ours = world.post(self.shop, "Le pain est prêt & chaud 🥖 https://shop.fr/pain #pain")
        self.reply = world.post(self.lea, "@shop Délicieux !", reply_to=self.ours)
        media = [world.upload(alt="Une baguette"), world.upload("video"), world.upload()]
        self.quote = world.post(self.tom, "Comme @shop dit", quoted=self.ours, media=media)
        self.mention = world.post(self.tom, "Bravo @shop, <3", is_paid=True)
        self.repost = world.repost(self.tom, self.ours)
        self.long = world.post(self.lea, "Une longue histoire & sa fin. " * 30 + "#fin")
        self.first = world.post(self.lea, "Croisants")
        self.edited = world.post(self.lea, "Croissants", edits=self.first)

    def answer(self, word: str, *post_ids: str) -> Json:
        """Answer with posts, or with all of them, as X does."""
        found = [self.world.posts[each] for each in post_ids or self.world.posts]
        return Views(self.world, word).answer(found, asked_for(word), self.shop)
