"""An X account without a key: nothing is asked of X, and what a person does, X's own page does."""

from collections.abc import Sequence

from desktop.services.domain.account import Account, Cap, Limits
from desktop.services.domain.draft import Draft, Published, PublishKey
from desktop.services.domain.errors import Unsupported
from desktop.services.domain.hand_off import NETWORK, Action, page_for, person_page, post_page
from desktop.services.domain.page import Page
from desktop.services.domain.post import Arrival, Author, Notification, Post
from desktop.services.networks.refusals import Refusals

CAPS = Cap.KEYLESS | Cap.HAND_OFF
LIMITS = Limits(
    max_units=280, counter="x_weighted", max_images=4, image_bytes=5_000_000, url_units=23
)


class HandOff(Refusals):
    """`contract.Network` that reads nothing and names the page for everything else."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def me(self) -> Account:
        """Return the account as it was connected."""
        return self._account

    def home(self, cursor: str = "", limit: int = 50) -> Page[Arrival]:
        """Return nothing: what is shown comes from the archive."""
        return Page(())

    def notifications(self, cursor: str = "", limit: int = 50) -> Page[Notification]:
        """Return nothing."""
        return Page(())

    def author_posts(self, native_id: str, cursor: str = "", limit: int = 50) -> Page[Post]:
        """Raise `Unsupported` with the person's page."""
        raise Unsupported("author_posts", _page_of_person(native_id))

    def thread(self, native_id: str, version: str = "") -> tuple[Post, ...]:
        """Raise `Unsupported` with the post's page."""
        raise Unsupported("thread", post_page(native_id))

    def posts(self, native_ids: Sequence[str], versions: Sequence[str] = ()) -> tuple[Post, ...]:
        """Raise `Unsupported`: to return none would mean that they are gone."""
        raise Unsupported("posts")

    def profile(self, native_id_or_handle: str) -> Author:
        """Raise `Unsupported` with the person's page."""
        raise Unsupported("profile", _page_of_person(native_id_or_handle))

    def publish(self, draft: Draft, key: PublishKey) -> Published:
        """Raise `Unsupported` with the page where the words wait to be sent."""
        if draft.reply_to is not None:
            page = page_for(Action.REPLY, NETWORK, draft.reply_to.native_id, draft.text)
        elif draft.quote_of is not None:
            page = page_for(Action.QUOTE, NETWORK, draft.quote_of[0], draft.text)
        else:
            page = page_for(Action.POST, NETWORK, text=draft.text)
        raise Unsupported("publish", page)

    def find_published(self, draft: Draft, key: PublishKey) -> Published | None:
        """Return None: nothing is ever published here."""
        return None

    def delete(self, native_id: str) -> None:
        """Raise `Unsupported` with the post's page."""
        raise Unsupported("delete", post_page(native_id))

    def like(self, native_id: str, version: str) -> str:
        """Raise `Unsupported` with the page that does it."""
        raise Unsupported("like", page_for(Action.LIKE, NETWORK, native_id))

    def repost(self, native_id: str, version: str) -> str:
        """Raise `Unsupported` with the page that does it."""
        raise Unsupported("repost", page_for(Action.REPOST, NETWORK, native_id))

    def follow(self, native_id: str) -> str:
        """Raise `Unsupported` with the page that does it."""
        raise Unsupported("follow", page_for(Action.FOLLOW, NETWORK, native_id))

    def block(self, native_id: str) -> str:
        """Raise `Unsupported` with the person's page."""
        raise Unsupported("block", page_for(Action.BLOCK, NETWORK, native_id))

    def close(self) -> None:
        """Do nothing: nothing is open."""


def _page_of_person(native_id_or_handle: str) -> str | None:
    return page_for(Action.BLOCK, NETWORK, native_id_or_handle) or person_page(native_id_or_handle)
