"""What one account does on its invented network: it happens in memory and nowhere else."""

from dataclasses import replace

from desktop.services.domain import text_length
from desktop.services.domain.account import Limits
from desktop.services.domain.draft import Draft, Published, PublishKey
from desktop.services.domain.errors import Missing, Refused, Unsupported
from desktop.services.domain.facets import find_facets
from desktop.services.domain.post import Arrival, Counts, Facet, FacetKind, Post, Quote, Viewer
from desktop.services.networks.demo.sketches import Sketch
from desktop.services.networks.demo.world import World

LIKE = "like:"
REPOST = "repost:"
FOLLOW = "follow:"
BLOCK = "block:"


class Acts:
    """Writes into the world as one account."""

    def __init__(self, world: World, network: str) -> None:
        self._world = world
        self._network = network
        self._crowd = world.history.crowd
        self._me = self._crowd.shops[network]
        self._published: dict[str, Published] = {}

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        """Create the post; the same key twice is the same post."""
        with self._world.serving(self._network):
            if key.record_key in self._published:
                return self._published[key.record_key]
            self._check(draft)
            sketch = self._sketch(draft, key)
            post = self._world.add(sketch, draft.attachments)
            post = replace(post, facets=_facets(draft, post))
            if draft.quote_of is not None:
                post = replace(post, quote=self._quoted(draft.quote_of[0]))
            self._world.change(post)
            if draft.reply_to is not None:
                self._count(draft.reply_to.native_id, replies=1)
            published = Published(post.native_id, post.version, post.url)
            self._published[key.record_key] = published
            return published

    def find_published(self, key: PublishKey) -> Published | None:
        """Return what was published under a key."""
        with self._world.serving(self._network):
            return self._published.get(key.record_key)

    def delete(self, native_id: str) -> None:
        """Delete a post of the account's own."""
        with self._world.serving(self._network) as memory:
            post = memory.posts.get(native_id)
            if post is None:
                return
            if post.author.native_id != self._me.native_id:
                raise Refused("scope")
            self._world.forget(post)
            if post.reply_to in memory.posts:
                self._count(post.reply_to, replies=-1)

    def like(self, native_id: str) -> str:
        """Like a post."""
        with self._world.serving(self._network):
            post = self._world.post(self._network, native_id)
            act_id = LIKE + native_id
            if not post.viewer.like_id:
                self._world.change(replace(post, viewer=Viewer(act_id, post.viewer.repost_id)))
                self._count(native_id, likes=1)
            return act_id

    def repost(self, native_id: str) -> str:
        """Repost a post."""
        with self._world.serving(self._network):
            post = self._world.post(self._network, native_id)
            act_id = REPOST + native_id
            if not post.viewer.repost_id:
                self._world.change(replace(post, viewer=Viewer(post.viewer.like_id, act_id)))
                self._count(native_id, reposts=1)
                self._world.arrive(Arrival(post, self._world.now(), self._me))
            return act_id

    def follow(self, native_id: str) -> str:
        """Follow a person."""
        with self._world.serving(self._network):
            self._known(native_id)
            self._crowd.followed[self._network].add(native_id)
            return FOLLOW + native_id

    def block(self, native_id: str) -> str:
        """Block a person: their posts leave the home feed, and they are not heard any more."""
        with self._world.serving(self._network):
            self._known(native_id)
            self._crowd.blocked[self._network].add(native_id)
            return BLOCK + native_id

    def undo(self, act_id: str) -> None:
        """Take an act back; one that is not there any more needs nothing."""
        kind, _, native_id = act_id.partition(":")
        with self._world.serving(self._network) as memory:
            if kind + ":" == FOLLOW:
                self._crowd.followed[self._network].discard(native_id)
                return
            if kind + ":" == BLOCK:
                self._crowd.blocked[self._network].discard(native_id)
                return
            post = memory.posts.get(native_id)
            if post is None:
                return
            if post.viewer.like_id == act_id:
                self._world.change(replace(post, viewer=Viewer("", post.viewer.repost_id)))
                self._count(native_id, likes=-1)
            elif post.viewer.repost_id == act_id:
                self._world.change(replace(post, viewer=Viewer(post.viewer.like_id, "")))
                self._count(native_id, reposts=-1)
                memory.home.drop(lambda one: one.reposter == self._me and _is_of(one, native_id))

    def _known(self, native_id: str) -> None:
        author = self._crowd.author(native_id)
        if author is None or author.network != self._network:
            raise Missing

    def _check(self, draft: Draft) -> None:
        place = self._crowd.places[self._network]
        if draft.quote_of is not None and "QUOTE" in place.lacks:
            raise Unsupported("QUOTE", place.server)
        if draft.warning and "CONTENT_WARNING" in place.lacks:
            raise Unsupported("CONTENT_WARNING", place.server)
        if draft.visibility not in ("", "public") and "VISIBILITY" in place.lacks:
            raise Unsupported("VISIBILITY", place.server)
        if not text_length.count(draft.text, Limits(place.max_units, place.counter)).fits:
            raise Refused("too_long")
        if not draft.text.strip() and not draft.attachments:
            raise Refused("other")
        for asked in (draft.reply_to and draft.reply_to.native_id, (draft.quote_of or [""])[0]):
            if asked:
                self._world.post(self._network, asked)

    def _sketch(self, draft: Draft, key: PublishKey) -> Sketch:
        return self._world.history.studio.sketch(
            self._me,
            max(key.created_at, self._world.history.started),
            draft.text,
            lang=draft.lang or "fr",
            warning=draft.warning,
            visibility=draft.visibility or "public",
            reply_to=self._answered(draft),
        )

    def _answered(self, draft: Draft) -> Sketch | None:
        """Return a stand-in for the answered post: it has long been finished."""
        if draft.reply_to is None:
            return None
        post = self._world.post(self._network, draft.reply_to.native_id)
        sketch = _stand_in(post)
        if post.root and post.root != post.native_id:
            sketch.reply_to = _stand_in(self._world.post(self._network, post.root))
        return sketch

    def _quoted(self, native_id: str) -> Quote:
        post = self._world.post(self._network, native_id)
        self._count(native_id, quotes=1)
        return Quote(post.native_id, post.author, post.text, post.created_at, post.url)

    def _count(self, native_id: str, **more: int) -> None:
        post = self._world.post(self._network, native_id)
        counted = {
            name: (getattr(post.counts, name) or 0) + more.get(name, 0)
            for name in ("replies", "reposts", "likes", "quotes")
        }
        self._world.change(replace(post, counts=Counts(**counted)))


def _facets(draft: Draft, post: Post) -> tuple[Facet, ...]:
    """Return where the text leads: its invented handles and pages, and any real page it names."""
    if draft.facets is not None:
        return draft.facets
    links = [
        link
        for link in find_facets(draft.text)
        if link.kind is FacetKind.LINK
        and not any(link.start < one.end and one.start < link.end for one in post.facets)
    ]
    return tuple(sorted([*post.facets, *links], key=lambda one: one.start))


def _stand_in(post: Post) -> Sketch:
    return Sketch(post.network, post.native_id, post.author, post.created_at, post.text, post.lang)


def _is_of(arrival: Arrival, native_id: str) -> bool:
    return arrival.post.native_id == native_id
