"""What is old goes; what matters to the user stays, and so does everything that hangs on it."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from fakes import START
from stored import account as make_account
from stored import arrival, arrivals, author, notification, post

from desktop.services.domain.account import Account
from desktop.services.domain.draft import Draft, OutboxState, PublishKey, ReplyTarget
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.muting import MuteKind
from desktop.services.domain.post import Media, NotificationKind
from desktop.services.storage import ageing
from desktop.services.storage.ageing import Gone
from desktop.services.storage.rows import Rows

HOME, MENTION = FeedKind.HOME, FeedKind.MENTION
LATE = START + timedelta(minutes=1000)
"""Everything that is not said to be later is older than this."""


@pytest.fixture(autouse=True)
def nothing_stays_for_being_new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ageing, "NEWEST", 0)


def erase(rows: Rows, before=LATE) -> Gone:
    """Erase everything that may go, in portions; return all that went."""
    own = [account.id for account in rows.accounts.all()]
    posts, accounts, lists, pictures = 0, set(), set(), []
    with rows.ageing.older_than(before, own) as aged:
        expected = aged.count()
        last = 0
        while found := aged.next(last):
            last = found[-1]
            gone = aged.erase(found)
            posts += gone.posts
            accounts |= {*gone.account_ids}
            lists |= {*gone.lists}
            pictures += gone.pictures
        aged.erase_gaps()
    assert posts == expected
    return Gone(posts, tuple(sorted(accounts)), tuple(sorted(lists)), tuple(pictures))


def stored(rows: Rows) -> set[str]:
    return {row[0] for row in rows.database.rows("SELECT native_id FROM post")}


def mine(account: Account):
    return author(account.native_id.removeprefix("did:"))


def test_what_is_older_goes_from_everywhere(rows: Rows, account: Account, path: Path):
    rows.feed.add(account.id, arrivals(range(990, 1010)), kind=HOME)
    rows.posts.save([post("found", "Old rye", 5)])
    found = rows.posts.id_of("bluesky", "at:990") or 0
    rows.gathered.add("tag", [found])
    rows.reactions.put(account.id, found, "like", "an act")
    rows.mutes.add(MuteKind.WORD, "", "rye", "rye", START)

    gone = erase(rows)

    assert stored(rows) == {f"at:{number}" for number in range(1000, 1010)}
    assert gone == Gone(11, (account.id,), ("tag",))
    assert len(rows.feed.window(FeedFilter()).ids) == 10
    assert len(rows.feed.window(FeedFilter(account_ids=(account.id,))).ids) == 10
    assert rows.feed.unread_counts(HOME) == {account.id: 10}
    assert rows.feed.search("rye", FeedFilter()) == []
    assert len(rows.feed.search("bread", FeedFilter())) == 10
    for table in ("gathered", "reaction", "muted_post"):
        assert rows.database.rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    rows.database.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO post_fts (post_fts, rank) VALUES ('integrity-check', 1)")


def test_what_the_user_wrote_reposted_or_bookmarked_stays(rows: Rows, account: Account):
    rows.feed.add(account.id, [arrival("own", 1, author=mine(account))], kind=HOME)
    rows.feed.add(account.id, [arrival("passed-on", 2, mine(account))], kind=HOME)
    rows.posts.save([post("acted", minutes=3), post("marked", minutes=4), post("liked", minutes=5)])
    rows.reactions.put(account.id, rows.posts.id_of("bluesky", "at:acted") or 0, "repost", "an act")
    rows.reactions.put(account.id, rows.posts.id_of("bluesky", "at:liked") or 0, "like", "an act")
    rows.bookmarks.put(rows.posts.id_of("bluesky", "at:marked") or 0)

    erase(rows)

    assert stored(rows) == {"at:own", "at:passed-on", "at:acted", "at:marked"}


def test_an_old_post_that_somebody_brought_up_lately_stays(rows: Rows, account: Account):
    rows.feed.add(account.id, [arrival("classic", 1, reposter=None)], kind=HOME, read=True)
    late = arrival("classic", 1, author("bob"))
    late = type(late)(late.post, LATE + timedelta(minutes=1), late.reposter)
    rows.feed.add(account.id, [late], kind=HOME)

    erase(rows)

    assert stored(rows) == {"at:classic"}


def test_conversations_that_the_user_took_part_in_stay_whole(rows: Rows, account: Account):
    me = mine(account)
    rows.posts.save(
        [
            post("question", minutes=1),
            post("answer", minutes=2, author=me, reply_to="at:question", root="at:question"),
            post("thanks", minutes=3, reply_to="at:answer", root="at:question"),
            post("aside", minutes=4, reply_to="at:thanks", root="at:question"),
            post("alone", minutes=5, author=me),
            post("comment", minutes=6, reply_to="at:alone"),
            # What came out of an archive does not know the root.
            post("asked", minutes=7),
            post("told", minutes=8, author=me, reply_to="at:asked"),
            post("sibling", minutes=9, reply_to="at:asked"),
            post("stranger", minutes=10, reply_to="at:another", root="at:another"),
        ]
    )

    gone = erase(rows)

    assert gone.posts == 1
    assert "at:stranger" not in stored(rows)


def test_what_waits_in_the_outbox_keeps_what_it_answers(rows: Rows, account: Account):
    names = ("answered", "root", "quoted", "sent")
    rows.posts.save([post(name, minutes=at) for at, name in enumerate(names)])
    rows.posts.save([post("between", minutes=20, reply_to="at:root", root="at:root")])
    for number, (target, quote) in enumerate(
        (("answered", None), (None, "quoted"), ("sent", None))
    ):
        draft = Draft(
            "Yes",
            reply_to=ReplyTarget(f"at:{target}", "", "at:root", "") if target else None,
            quote_of=(f"at:{quote}", "") if quote else None,
        )
        key = PublishKey(f"u{number}", "k", START)
        item = rows.outbox.queue(account.id, draft, key, START)
        if target == "sent":
            rows.database.rows("UPDATE outbox SET state = 'sent' WHERE id = ?", (item.id,))
    assert rows.outbox.count((OutboxState.QUEUED,)) == 2
    rows.database.rows("UPDATE outbox SET draft = 'torn {' WHERE uuid = 'u2'")

    erase(rows)

    assert stored(rows) == {"at:answered", "at:root", "at:quoted", "at:between"}


def test_what_was_said_to_the_user_stays_until_it_was_read(rows: Rows, account: Account):
    told = [arrival("unread", 1), arrival("read", 2)]
    rows.feed.add(account.id, told, kind=MENTION)
    whisper = arrival("whisper", 3, visibility="direct")
    rows.feed.add(account.id, [whisper], kind=MENTION, read=True)
    note = notification("bob", NotificationKind.MENTION, 2, post=told[1].post)
    rows.notifications.save(account.id, [note])
    entry = next(
        each
        for each in rows.feed.entries(rows.feed.window(FeedFilter(kind=MENTION)).ids)
        if each.post and each.post.native_id == "at:read"
    )
    rows.feed.mark_read([entry.id])

    erase(rows)

    assert stored(rows) == {"at:unread", "at:whisper"}
    # That it was told stays known, or the next refresh would tell it again.
    assert rows.coverage.is_any_told(account.id, ["note:bob"])
    (line,) = rows.notifications.activity([account.id], 10, with_words=True)
    assert line.subject is None


def test_a_website_that_is_followed_is_somebody_else(rows: Rows, account: Account):
    site = rows.accounts.add(make_account("site", "feed"))
    told = [arrival("news", 1, network="feed", author=author("site", "feed"))]
    rows.feed.add(site.id, told, kind=HOME)

    with rows.ageing.older_than(LATE, [account.id]) as aged:
        assert aged.erase(aged.next()).posts == 1


def test_the_newest_of_each_feed_and_list_stay(rows: Rows, account: Account, monkeypatch):
    quiet = rows.accounts.add(make_account("quiet"))
    rows.feed.add(account.id, arrivals(range(6)), kind=HOME)
    rows.feed.add(quiet.id, arrivals(range(100, 102)), kind=HOME)
    saved = rows.posts.save([post(f"tag-{n}", minutes=n) for n in range(5)])
    rows.gathered.add("tag", saved.values())
    monkeypatch.setattr(ageing, "NEWEST", 3)

    gone = erase(rows)

    assert stored(rows) == {
        "at:3", "at:4", "at:5", "at:100", "at:101", "at:tag-2", "at:tag-3", "at:tag-4",
    }  # fmt: skip
    assert gone.account_ids == (account.id,)


def test_gaps_go_with_what_they_would_bring(rows: Rows, account: Account, monkeypatch):
    rows.feed.add(account.id, arrivals([*range(5), *range(1000, 1003)]), kind=HOME)
    ids = {e.post.native_id: e.id for e in rows.feed.entries(rows.feed.window(FeedFilter()).ids)}
    rows.feed.add_gap(account.id, ids["at:1"], ids["at:2"], "old")
    recent = rows.feed.add_gap(account.id, ids["at:1001"], ids["at:1002"], "new")
    monkeypatch.setattr(ageing, "NEWEST", 3)

    erase(rows)

    shown = rows.feed.entries(rows.feed.window(FeedFilter()).ids)
    assert [entry.id for entry in shown if entry.gap] == [recent]
    assert rows.database.rows("SELECT count(*) FROM gap") == [(1,)]


def test_a_gap_among_what_stays_for_being_the_newest_stays(
    rows: Rows, account: Account, monkeypatch
):
    rows.feed.add(account.id, arrivals(range(5)), kind=HOME)
    ids = rows.feed.window(FeedFilter()).ids
    kept = rows.feed.add_gap(account.id, ids[1], ids[0], "cursor")
    monkeypatch.setattr(ageing, "NEWEST", 4)

    erase(rows)

    assert rows.feed.gap(kept) is not None


def test_strangers_go_with_their_last_post_and_acquaintances_do_not(rows: Rows, account: Account):
    people = ("gone", "noted", "fan", "new", "sharer")
    told = [arrival(name, at, author=author(name)) for at, name in enumerate(people[:3])]
    rows.feed.add(account.id, told, kind=HOME)
    rows.feed.add(account.id, [arrival("late", 1001, author=author("new"))], kind=HOME)
    rows.feed.add(
        account.id, [arrival("passed", 4, author("sharer"), author=author("new"))], kind=HOME
    )
    rows.people.note(rows.people.author_id("bluesky", "did:noted") or 0, "Buys rye")
    rows.notifications.save(account.id, [notification("fan")])

    erase(rows)

    known = {row[0] for row in rows.database.rows("SELECT native_id FROM author")}
    assert known == {"did:noted", "did:fan", "did:new"}


def test_the_pictures_of_what_went_are_named(rows: Rows, account: Account):
    who = author("ana", avatar_url="https://pictures.test/ana.jpg")
    picture = Media("image", "https://pictures.test/whole.jpg", "https://pictures.test/small.jpg")
    rows.posts.save([post("one", author=who, media=(picture,))])

    assert set(erase(rows).pictures) == {
        "https://pictures.test/ana.jpg",
        "https://pictures.test/whole.jpg",
        "https://pictures.test/small.jpg",
    }


def test_the_twin_of_what_went_is_shown_again(rows: Rows, account: Account):
    elsewhere = rows.accounts.add(make_account("shop", "mastodon"))
    rows.feed.add(account.id, [arrival("a", 999, text="The best sourdough in Lyon")], kind=HOME)
    twin = arrival("b", 1001, network="mastodon", text="The best sourdough in Lyon")
    rows.feed.add(elsewhere.id, [twin], kind=HOME)
    assert len(rows.feed.window(FeedFilter()).ids) == 1

    erase(rows)

    (shown,) = rows.feed.entries(rows.feed.window(FeedFilter()).ids)
    assert shown.post.native_id == "at:b"


def test_what_is_kept_or_answered_in_the_middle_of_it_stays(rows: Rows, account: Account):
    rows.posts.save([post("kept", minutes=1), post("answered", minutes=2), post("gone", minutes=3)])

    with rows.ageing.older_than(LATE, [account.id]) as aged:
        found = aged.next()
        rows.bookmarks.put(found[0])
        reply = post("reply", minutes=2000, author=mine(account), reply_to="at:answered")
        rows.posts.save([reply])
        assert aged.erase(found).posts == 1

    assert stored(rows) == {"at:kept", "at:answered", "at:reply"}


def test_it_can_be_asked_again_after_an_interruption(rows: Rows, account: Account):
    rows.posts.save([post("one")])

    with pytest.raises(ZeroDivisionError), rows.ageing.older_than(LATE, [account.id]):
        raise ZeroDivisionError

    assert erase(rows).posts == 1
