from stored import post

from desktop.services.domain.account import Account
from desktop.services.domain.post import Counts
from desktop.services.storage.rows import Rows


def likes(rows: Rows, key: int) -> int | None:
    kept = rows.posts.get(key)
    assert kept is not None
    return kept.counts.likes


def test_a_like_is_kept_counted_and_taken_back(rows: Rows, account: Account, other: Account):
    key = rows.posts.save([post(counts=Counts(likes=4))])["at:one"]

    rows.reactions.put(account.id, key, "like", "like:1")
    rows.reactions.put(account.id, key, "like", "like:1b")
    rows.reactions.put(other.id, key, "like", "like:2")
    assert rows.reactions.act_id(account.id, key, "like") == "like:1b"
    assert likes(rows, key) == 6

    assert rows.reactions.take(account.id, key, "like") == "like:1b"
    assert rows.reactions.take(account.id, key, "like") is None
    assert rows.reactions.act_id(account.id, key, "like") is None
    assert rows.reactions.act_id(other.id, key, "like") == "like:2"
    assert likes(rows, key) == 5


def test_a_count_the_network_does_not_tell_stays_unknown(rows: Rows, account: Account):
    key = rows.posts.save([post()])["at:one"]

    rows.reactions.put(account.id, key, "repost", "repost:1")

    kept = rows.posts.get(key)
    assert kept is not None
    assert kept.counts == Counts()


def test_a_count_never_falls_below_nothing(rows: Rows, account: Account):
    key = rows.posts.save([post(counts=Counts(likes=0))])["at:one"]
    rows.reactions.put(account.id, key, "like", "like:1")
    rows.posts.save([post(counts=Counts(likes=0))])

    rows.reactions.take(account.id, key, "like")

    assert likes(rows, key) == 0
