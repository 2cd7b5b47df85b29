from stored import arrival, at, author, notification, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedKind
from desktop.services.domain.muting import MuteKind
from desktop.services.domain.post import NotificationKind
from desktop.services.storage.database import Database
from desktop.services.storage.rows import Rows

LIKE, REPOST, FOLLOW = NotificationKind.LIKE, NotificationKind.REPOST, NotificationKind.FOLLOW


def told(rows: Rows, *accounts: Account, **asked) -> list[tuple[str, list[str], int]]:
    lines = rows.notifications.activity([a.id for a in accounts], asked.pop("limit", 50), **asked)
    return [(i.kind, [actor.handle[:-5] for actor in i.actors], i.account_id) for i in lines]


def test_what_was_told_twice_is_stored_once(rows: Rows, account: Account, other: Account):
    notes = [notification("ana"), notification("bob", minutes=1)]

    assert rows.notifications.save(account.id, notes) == 2
    assert rows.notifications.save(account.id, [*notes, notification("cleo")]) == 1
    assert rows.notifications.save(other.id, notes) == 2
    assert rows.notifications.save(account.id, []) == 0


def test_likes_of_one_post_are_one_line_and_follows_a_line_each(rows: Rows, account: Account):
    rows.notifications.save(
        account.id,
        [
            notification("ana", LIKE, 1, subject_id="at:mine"),
            notification("bob", FOLLOW, 2),
            notification("cleo", REPOST, 3, subject_id="at:mine"),
            notification("dan", LIKE, 4, subject_id="at:mine"),
            notification("eve", LIKE, 5, subject_id="at:else"),
            notification("fay", FOLLOW, 6),
            notification("gus", NotificationKind.REPLY, 7, post=post("reply")),
        ],
    )

    assert told(rows, account) == [
        ("follow", ["fay"], account.id),
        ("like", ["eve"], account.id),
        ("like", ["dan", "ana"], account.id),
        ("repost", ["cleo"], account.id),
        ("follow", ["bob"], account.id),
    ]


def test_words_are_told_one_by_one_where_they_are_wanted(rows: Rows, account: Account):
    mention, reply = NotificationKind.MENTION, NotificationKind.REPLY
    rows.notifications.save(
        account.id,
        [
            notification("ana", LIKE, 1, subject_id="at:mine"),
            notification("bob", reply, 2, post=post("one"), subject_id="at:mine"),
            notification("gus", reply, 3, post=post("two"), subject_id="at:mine"),
            notification("cleo", mention, 4, post=post("three")),
            notification("dan", FOLLOW, 5),
        ],
    )

    lines = rows.notifications.activity([account.id], 10, with_words=True)

    assert [line.kind for line in lines] == ["follow", "mention", "reply", "reply", "like"]
    said = [line.subject.post.native_id for line in lines if line.subject and line.subject.post]
    assert said == ["at:three", "at:two", "at:one"]
    assert [line.kind for line in rows.notifications.activity([account.id], 10)] == [
        "follow",
        "like",
    ]


def test_muted_words_are_told_to_nobody(rows: Rows, account: Account):
    told_of = post("ad", text="Buy this")
    rows.notifications.save(
        account.id,
        [notification("ana", NotificationKind.MENTION, 1, post=told_of), notification("bob", LIKE)],
    )
    rows.mutes.add(MuteKind.THREAD, told_of.network, told_of.native_id, "Buy this", at(9))

    lines = rows.notifications.activity([account.id], 10, with_words=True)

    assert [line.kind for line in lines] == ["like"]


def test_the_line_shows_the_post_that_was_liked(rows: Rows, account: Account):
    rows.feed.add(account.id, [arrival("mine")], kind=FeedKind.HOME)
    rows.notifications.save(account.id, [notification("ana", minutes=3, subject_id="at:mine")])

    (line,) = rows.notifications.activity([account.id], 10)

    assert line.at == at(3)
    assert line.subject is not None
    assert line.subject.post is not None
    assert line.subject.post.native_id == "at:mine"


def test_activity_pages_follow_one_another(rows: Rows, account: Account, other: Account):
    rows.notifications.save(
        account.id,
        [notification(f"p{n}", LIKE, n, subject_id=f"at:{n % 4}") for n in range(20)],
    )
    rows.notifications.save(other.id, [notification(f"q{n}", FOLLOW, n + 0.5) for n in range(6)])
    whole = rows.notifications.activity([account.id, other.id], 50)

    walked = list(rows.notifications.activity([account.id, other.id], 3))
    while page := rows.notifications.activity([account.id, other.id], 3, walked[-1].at):
        walked += page

    assert walked == list(whole)
    assert len(walked) == 10
    assert told(rows, other, limit=1) == [("follow", ["q5"], other.id)]
    assert told(rows) == []


def test_what_was_seen_is_no_news(rows: Rows, account: Account, other: Account):
    notes = [notification("ana"), notification("bob", FOLLOW), notification("c", REPOST)]
    rows.notifications.save(account.id, notes)
    rows.notifications.save(other.id, notes[:1], seen=True)
    rows.notifications.save(
        other.id, [notification("dan", NotificationKind.MENTION, post=post("m"))]
    )
    assert rows.notifications.unseen_counts() == {account.id: 3, other.id: 0}

    rows.notifications.mark_seen([account.id])
    assert rows.notifications.unseen_counts() == {account.id: 0, other.id: 0}


def test_a_deleted_post_leaves_its_notification(rows: Rows, account: Account, database: Database):
    note = notification("ana", NotificationKind.REPLY, post=post("reply"))
    rows.notifications.save(account.id, [note])

    rows.posts.remove("bluesky", ["at:reply"])

    assert database.rows("SELECT post_id FROM notification") == [(None,)]


def test_hostile_notifications_are_stored(rows: Rows, account: Account):
    note = notification("\ud800", subject_id="\0\udfff" * 9, actor=author("\udc00"))

    assert rows.notifications.save(account.id, [note, note]) == 1
    assert rows.notifications.save(account.id, [note]) == 0
    assert len(rows.notifications.activity([account.id], 5)) == 1
