"""Archives of a hundred thousand posts, with no more memory than those of a hundred."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from services.archives.made import Car, mastodon_files, note, people, tweet, x_files
from workbench import Workbench

from desktop.services.imports import Imports

POSTS = 100_000
GROWTH = 64 << 20
_PAGE = 4096


def x(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in x_files(follower=people("follower", range(20_000))).items():
            if name != "data/tweets.js":
                archive.writestr(name, content)
        with archive.open("data/tweets.js", "w") as tweets:
            tweets.write(b"window.YTD.tweets.part0 = [")
            for number in range(POSTS):
                said = f"Bread {number} with butter and the word {number * 7919 % 100_003}"
                written = json.dumps({"tweet": tweet(number, said)}, indent=2)
                tweets.write(("," if number else "").encode() + written.encode())
            tweets.write(b"]")


def mastodon(path: Path) -> None:
    outbox = io.BytesIO()
    outbox.write(b'{"orderedItems":[')
    for number in range(POSTS):
        written = json.dumps(note(number, f"<p>Bread {number * 7919 % 100_003}</p>"))
        outbox.write(("," if number else "").encode() + written.encode())
    outbox.write(b"]}")
    members = {**mastodon_files(), "outbox.json": outbox.getvalue()}
    with gzip.open(path, "wb", 1) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))


def bluesky(path: Path) -> None:
    car = Car()
    for number in range(POSTS):
        car.post(number, f"Bread {number * 7919 % 100_003}")
    path.write_bytes(car.written())


def resident() -> int:
    """Return how many bytes of memory this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE


@pytest.mark.hard
@pytest.mark.timeout(600)
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells it that way")
@pytest.mark.parametrize("make", [x, mastodon, bluesky], ids=lambda make: make.__name__)
def test_a_hundred_thousand_posts_need_no_more_memory_than_a_few(
    tmp_path: Path, bench: Workbench, make: Callable[[Path], None]
):
    path = tmp_path / "archive"
    make(path)
    imports = Imports(bench.rows, bench.accounts, bench.clock)
    before, most = resident(), 0

    def watch(_done: int, _total: int) -> None:
        nonlocal most
        most = max(most, resident())

    imports.look(path, watch)
    outcome = imports.take(path, watch)

    assert outcome.new_posts == POSTS
    assert most - before < GROWTH
