"""What an invented network knows of its people beyond their posts: lists, requests, places."""

from datetime import timedelta

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Missing, Unsupported
from desktop.services.domain.page import Bucket, Page
from desktop.services.domain.post import PeopleList, Post
from desktop.services.networks.demo.people import Follower
from desktop.services.networks.demo.reading import Reading, caps, folded
from desktop.services.networks.demo.world import World

_HOUR = timedelta(hours=1)
_HOURS = 7 * 24
_PAGE = 500


class Circles:
    """One account's lists of people, those who ask to follow it, and how far it has read."""

    def __init__(self, world: World, network: str, reading: Reading) -> None:
        self._world = world
        self._network = network
        self._reading = reading
        self._crowd = world.history.crowd
        self._place = self._crowd.places[network]

    def lists(self) -> tuple[PeopleList, ...]:
        """Return the shop's lists."""
        return tuple(
            PeopleList(self._list_id(number), name)
            for number, (name, _) in enumerate(self._place.lists, 1)
        )

    def list_posts(self, native_id: str, cursor: str, limit: int) -> Page[Post]:
        """Return what the people of a list said."""
        roles = {
            self._list_id(number): roles for number, (_, roles) in enumerate(self._place.lists, 1)
        }
        if native_id not in roles:
            raise Missing
        people = self._crowd.people_of(roles[native_id])
        members = {f"{self._network}/{persona.handle}" for persona in people}
        return self._reading.said(lambda post: post.author.native_id in members, cursor, limit)

    def counts(self, words: str) -> tuple[Bucket, ...]:
        """Return how many posts held `words` in each hour of the last week, oldest first."""
        self._need(Cap.COUNTS)
        wanted = folded(words).split()
        end = self._world.now()
        first = end - _HOURS * _HOUR
        numbers = [0] * _HOURS
        cursor, is_recent = "", True
        while is_recent:
            page = self._reading.said(lambda post: True, cursor, _PAGE)
            for post in page.items:
                is_recent = post.created_at > first
                if is_recent and wanted and all(word in folded(post.text) for word in wanted):
                    numbers[min((post.created_at - first) // _HOUR, _HOURS - 1)] += 1
            cursor = page.older
            is_recent = is_recent and bool(cursor)
        return tuple(
            Bucket(first + hour * _HOUR, first + (hour + 1) * _HOUR, number)
            for hour, number in enumerate(numbers)
        )

    def answer_follow_request(self, native_id: str, *, is_welcome: bool) -> None:
        """Let somebody follow the shop, or not; who does not ask any more changes nothing."""
        self._need(Cap.FOLLOW_REQUESTS)
        with self._world.serving(self._network) as memory:
            asking = self._crowd.requests[self._network]
            found = next((each for each in asking if each.author.native_id == native_id), None)
            if found is None:
                return
            asking.remove(found)
            memory.notices.drop(lambda notice: notice.native_id == f"{native_id}/request")
            if is_welcome:
                follower = Follower(found.author, self._world.now())
                self._crowd.followers[self._network].insert(0, follower)

    def reading_place(self) -> str:
        """Return the newest post that was read, empty for none."""
        self._need(Cap.READING_PLACE)
        with self._world.serving(self._network) as memory:
            return memory.read_up_to

    def keep_reading_place(self, native_id: str) -> None:
        """Remember the newest post that was read."""
        self._need(Cap.READING_PLACE)
        with self._world.serving(self._network) as memory:
            memory.read_up_to = native_id

    def _list_id(self, number: int) -> str:
        return f"{self._network}/list/{number}"

    def _need(self, cap: Cap) -> None:
        if cap not in caps(self._place):
            raise Unsupported(cap.name or "", self._place.server)
