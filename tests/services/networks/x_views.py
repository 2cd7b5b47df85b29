"""How the double of X's API shows people and posts, in its older and its newer vocabulary."""

from datetime import datetime
from typing import Any

from services.networks.x_vocabulary import Asked
from services.networks.x_world import Person, Said, World

Values = dict[str, Any]


def stamp(at: datetime) -> str:
    """Write a time as X does."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}Z"


class Views:
    """Shows a world in one vocabulary: "tweet" or "post"."""

    def __init__(self, world: World, vocabulary: str) -> None:
        self._world = world
        self.word = vocabulary
        self._repost = {"tweet": "retweet_count", "post": "repost_count"}[vocabulary]

    def answer(self, posts: list[Said], asked: Asked, me: str) -> Values:
        """Return `data` and `includes` for some posts."""
        found: Values = {"data": [self.post(said, asked) for said in posts]} if posts else {}
        includes = self._includes(posts, asked, me)
        return found | ({"includes": includes} if includes else {})

    def post(self, said: Said, asked: Asked) -> Values:
        """Show a post with the fields asked for; ids come with the expansions that use them."""
        word, wire = self.word, said.wire
        shown = {"id": said.id, "text": wire["text"], f"edit_history_{word}_ids": said.versions}
        references = [
            {"type": kind, "id": other}
            for kind, other in (
                ("retweeted", said.reposted),
                ("quoted", said.quoted),
                ("replied_to", said.reply_to),
            )
            if other
        ]
        parent = self._world.posts.get(said.reply_to)
        keys = {"media_keys": [picture.key for picture in said.pictures]}
        metrics = self._world.metrics(said)
        counts = {f"{name}_count": metrics[name] for name in ("reply", "like", "quote")}
        counts |= {self._repost: metrics["repost"], "bookmark_count": 0, "impression_count": 0}
        values: Values = {
            "author_id": said.author.id,
            "attachments": keys if said.pictures else None,
            "conversation_id": said.root,
            "created_at": stamp(said.created_at),
            "entities": wire["entities"] or None,
            "in_reply_to_user_id": parent.author.id if parent else None,
            "lang": said.lang,
            f"note_{word}": wire.get("note"),
            "paid_partnership": said.is_paid,
            "possibly_sensitive": False,
            "public_metrics": counts,
            f"referenced_{word}s": references or None,
            "reply_settings": "everyone",
        }
        wanted = asked.post | {name.partition(".")[0] for name in asked.expansions}
        return shown | {
            name: value for name, value in values.items() if name in wanted and value is not None
        }

    def user(self, person: Person, asked: Asked, me: str = "") -> Values:
        """Show a person with the fields asked for."""
        world = self._world
        followers = sum(whom == person.id for _, whom in world.follows)
        following = sum(who == person.id for who, _ in world.follows)
        written = sum(said.author is person and said.is_latest for said in world.posts.values())
        ties = {
            "following": (me, person.id) in world.follows,
            "followed_by": (person.id, me) in world.follows,
            "muting": (me, person.id) in world.muted,
            "blocking": (me, person.id) in world.blocked,
        }
        values: Values = {
            "connection_status": [name for name, holds in ties.items() if holds],
            "created_at": stamp(person.created_at),
            "description": person.bio,
            "profile_image_url": f"https://pbs.twimg.com/profile_images/{person.id}/a_normal.jpg",
            "protected": person.is_protected,
            "public_metrics": {
                "followers_count": followers,
                "following_count": following,
                f"{self.word}_count": written,
                "listed_count": 0,
            },
            "verified": False,
        }
        shown = {"id": person.id, "name": person.name, "username": person.handle}
        return shown | {name: value for name, value in values.items() if name in asked.user}

    def people_list(self, list_id: str, asked: Asked) -> Values:
        """Show a list of people."""
        _, name, members = self._world.lists[list_id]
        counted = {"member_count": len(members)} if "member_count" in asked.lists else {}
        return {"id": list_id, "name": name} | counted

    def _includes(self, posts: list[Said], asked: Asked, me: str) -> Values:
        world, wanted = self._world, asked.expansions
        inner = []
        if wanted & {"referenced_tweets.id", "referenced_posts"}:
            ids = [i for said in posts for i in (said.reposted, said.quoted, said.reply_to)]
            inner = list({i: world.posts[i] for i in ids if i in world.posts}.values())
        # The newer vocabulary has one expansion where the older has three.
        deep = "referenced_posts" in wanted
        people = {}
        for said in [*posts, *inner]:
            is_inner = said not in posts
            if (
                (deep or "referenced_tweets.id.author_id" in wanted)
                if is_inner
                else ("author_id" in wanted)
            ):
                people[said.author.id] = said.author
            if "in_reply_to_user_id" in wanted and said.reply_to in world.posts and not is_inner:
                answered = world.posts[said.reply_to].author
                people[answered.id] = answered
            if "entities.mentions.username" in wanted and not is_inner:
                named = (each for each in world.people.values() if said.mentions(each))
                people |= {each.id: each for each in named}
        holders = [*posts] if "attachments.media_keys" in wanted else []
        holders += inner if deep or "referenced_tweets.id.attachments.media_keys" in wanted else []
        pictures = {picture.key: picture for said in holders for picture in said.pictures}
        found = {
            "users": [self.user(person, asked, me) for person in people.values()],
            f"{self.word}s": [self.post(said, asked) for said in inner],
            "media": [self._picture(key, asked) for key in pictures],
        }
        return {name: values for name, values in found.items() if values}

    def _picture(self, key: str, asked: Asked) -> Values:
        picture = next(each for each in self._world.pictures.values() if each.key == key)
        address = f"https://pbs.twimg.com/media/{picture.id}.jpg"
        is_photo = picture.kind == "photo"
        clip = {"content_type": "video/mp4", "bit_rate": 832_000}
        values: Values = {
            "alt_text": picture.alt or None,
            "height": 600,
            "width": 800,
            "url": address if is_photo else None,
            "preview_image_url": None if is_photo else address,
            "variants": None
            if is_photo
            else [clip | {"url": f"https://video.twimg.com/{picture.id}.mp4"}],
        }
        asked_for = {name: v for name, v in values.items() if name in asked.media and v is not None}
        return {"media_key": key, "type": picture.kind} | asked_for
