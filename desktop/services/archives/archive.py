"""What any archive tells once it is open, whichever network it was downloaded from."""

import enum
from collections.abc import Callable, Iterator
from typing import Protocol

from desktop.services.domain.post import Author, Post

Watch = Callable[[int, int], None]
"""Called while a file is read with the bytes read so far and all there are; may raise `GivenUp`."""


class Passed(enum.Enum):
    """Why something that stands among the posts is not taken as one."""

    REPOST = "repost"
    """Somebody else's words, of which archives hold no more than the beginning or the address."""
    OLDER = "older"
    """What a post said before it was edited; the later version is in the archive as well."""
    UNREADABLE = "unreadable"


class Tells(enum.Flag):
    """What an archive may hold of what Crieur keeps."""

    POSTS = enum.auto()
    FOLLOWERS = enum.auto()
    FOLLOWING = enum.auto()


class Archive(Protocol):
    """An open file of one person's own; each walk reads it anew, a piece at a time.

    Every walk raises `ArchiveRefused` at what is broken or dangerous.
    """

    @property
    def network(self) -> str:
        """Return the name of the network that made the file."""

    @property
    def owner(self) -> Author | None:
        """Return whose file it is; None for a list that does not say."""

    @property
    def server(self) -> str:
        """Return the address of the owner's server."""

    @property
    def tells(self) -> Tells:
        """Return what the file holds of what Crieur keeps."""

    @property
    def left_aside(self) -> tuple[str, ...]:
        """Name what lies in the file and is never read; the keys are those of `Found`."""

    def posts(self) -> Iterator[Post | Passed]:
        """Walk over the owner's posts, and over what stands among them and is none."""

    def followers(self) -> Iterator[Author]:
        """Walk over the people who follow the owner; to be walked after the posts, as below."""

    def following(self) -> Iterator[tuple[Author, str]]:
        """Walk over the people the owner follows, each with the native id of the follow.

        Some archives tell people's names in the posts only: walked after these, both are complete.
        """

    def close(self) -> None:
        """Let go of the file."""
