"""What the tests of archives share."""

from collections.abc import Callable

import pytest

from desktop.services.archives.archive import Archive, Watch
from desktop.services.domain.errors import ArchiveRefused
from desktop.services.domain.post import Post


@pytest.fixture
def watch() -> Watch:
    """Nobody watches."""
    return lambda done, total: None


@pytest.fixture
def refused() -> Callable[[Callable[[], object]], str]:
    """Return for which reason something is refused."""

    def reason(work: Callable[[], object]) -> str:
        with pytest.raises(ArchiveRefused) as caught:
            work()
        return caught.value.reason

    return reason


@pytest.fixture
def posts_of() -> Callable[[Archive], list[Post]]:
    """Return the posts of an archive, without what stands among them."""
    return lambda archive: [item for item in archive.posts() if isinstance(item, Post)]
