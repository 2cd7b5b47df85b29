"""The program is killed over and over while it publishes: every post is public once."""

import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from killed_publisher import SignIn, open_publishing, posts_on

from desktop.services.domain.draft import Draft, OutboxState

CHILD = Path(__file__).parents[1] / "killed_publisher.py"
ROOT = CHILD.parents[1]


def publish_until_done(folder: Path, chance: random.Random) -> int:
    """Start the publisher until it comes to its end; return how often it was killed before."""
    kills = 0
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    while True:
        with subprocess.Popen(
            [sys.executable, str(CHILD), str(folder)],
            stdout=subprocess.PIPE,
            env=environment,
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"ready\n"
            try:
                assert child.wait(timeout=chance.uniform(0.0, 0.2)) == 0
            except subprocess.TimeoutExpired:
                child.kill()
                kills += 1
            else:
                return kills


def publish(folder: Path, posts: int) -> int:
    """Queue posts, let them leave through kills, and hold the outcome against the server."""
    texts = [f"Post {number}" for number in range(posts)]
    database, accounts, publishing = open_publishing(folder)
    account = accounts.connect(SignIn("bluesky", "", "shop", ""))
    for text in texts:
        publishing.queue(account.id, Draft(text))
    database.close()
    kills = publish_until_done(folder, random.Random(posts))
    assert Counter(text for _, text in posts_on(folder / "server.jsonl")) == Counter(texts)
    database, _, publishing = open_publishing(folder)
    states = Counter(item.state for item in publishing.outbox(posts + 1))
    database.close()
    assert states == {OutboxState.SENT: posts}
    return kills


def test_a_publisher_that_is_killed_posts_everything_once(tmp_path: Path) -> None:
    assert publish(tmp_path, posts=30) > 0


@pytest.mark.hard
@pytest.mark.timeout(900)
def test_two_hundred_kills_post_everything_once(tmp_path: Path) -> None:
    kills = 0
    for number in range(100):
        kills += publish(tmp_path / str(number), posts=120)
        if kills >= 200:
            return
    pytest.fail(f"only {kills} kills")
