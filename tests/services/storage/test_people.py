from stored import arrival, arrivals, at, author, post

from desktop.services.domain.account import Account
from desktop.services.domain.feed import FeedKind
from desktop.services.domain.post import Relation
from desktop.services.storage.database import Database
from desktop.services.storage.people import ONE, RECENT
from desktop.services.storage.rows import Rows


def test_a_person_is_told_as_one_account_sees_them(rows: Rows, account: Account, other: Account):
    rows.feed.add(account.id, arrivals([4, 2]), kind=FeedKind.HOME)
    rows.posts.save([post("alone", minutes=3)])
    relation = Relation("follow:1", followed_by=True)
    rows.people.save_relations(account.id, {"did:ana": relation, "did:stranger": relation})
    person_id = rows.people.author_id("bluesky", "did:ana") or 0
    rows.people.note(person_id, "Buys rye")

    person = rows.people.person(person_id, account.id, recent=2)

    assert person is not None
    assert (person.author, person.relation, person.note) == (author(), relation, "Buys rye")
    assert (person.first_seen, person.stored_posts) == (at(2), 3)
    assert [e.post.native_id for e in person.recent if e.post] == ["at:4", "at:alone"]
    seen_by_other = rows.people.person(person_id, other.id)
    assert seen_by_other is not None
    assert seen_by_other.relation == Relation()


def test_someone_without_posts_was_never_seen(rows: Rows, account: Account):
    person_id = rows.people.save([author("bob")])["did:bob"]

    person = rows.people.person(person_id, account.id)

    assert person is not None
    assert (person.first_seen, person.stored_posts, person.recent) == (None, 0, ())


def test_nobody_is_nobody(rows: Rows):
    assert rows.people.person(1, 1) is None
    assert rows.people.author_id("bluesky", "did:ana") is None
    rows.people.save_relations(77, {"did:ana": Relation("f")})


def test_a_relation_is_followed(rows: Rows, account: Account):
    person_id = rows.people.save([author()])["did:ana"]
    rows.people.save_relations(account.id, {"did:ana": Relation("f", followed_by=True)})
    rows.people.save_relations(account.id, {"did:ana": Relation()})

    person = rows.people.person(person_id, account.id)
    assert person is not None
    assert person.relation == Relation()


def test_a_note_is_replaced_and_taken_away(rows: Rows, account: Account):
    person_id = rows.people.save([author()])["did:ana"]
    for note in ("One", "Two \ud800", ""):
        rows.people.note(person_id, note)
        person = rows.people.person(person_id, account.id)
        assert person is not None
        assert person.note == note.replace("\ud800", "?")


def test_texts_are_the_newest_ones(rows: Rows):
    rows.posts.save([arrival(str(n), n, text=f"Text {n}").post for n in range(5)])

    assert rows.people.texts_of(1, 2) == ("Text 4", "Text 3")


def test_a_persons_posts_are_found_through_their_index(database: Database):
    for sql, values in ((ONE, (1, 1)), (RECENT, (1, 5))):
        plan = [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert not [step for step in plan if step.startswith("SCAN") or "TEMP B-TREE" in step]
