"""What is held of people, and following them."""

from dataclasses import replace

import pytest
from fake_server import arrival, author, lose_answer, post
from workbench import Workbench

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Missing, OutcomeUnknown, Unreachable, Unsupported
from desktop.services.domain.post import Relation
from desktop.services.people import People

ANNA = "did:anna"


@pytest.fixture
def people(bench: Workbench) -> People:
    bench.server.write(arrival(1, "Fresh #bread"), arrival(2, "More bread"))
    bench.timeline().refresh(bench.account.id)
    return People(bench.rows, bench.accounts)


def test_a_stored_person_is_known_without_a_network(bench: Workbench, people: People) -> None:
    calls = len(bench.server.calls)
    person = people.person(bench.account.id, ANNA)
    assert (person.author.handle, person.stored_posts) == ("anna.test", 2)
    assert person.topics == (("#bread", 2),)
    assert [each.post.text for each in person.recent if each.post] == ["More bread", "Fresh #bread"]
    assert len(bench.server.calls) == calls


def test_of_a_stranger_only_the_name_is_known_until_they_are_fetched(
    bench: Workbench, people: People
) -> None:
    stranger = people.person(bench.account.id, "carl.test")
    assert (stranger.author_id, stranger.author.handle) == (0, "carl.test")
    bench.server.people["did:carl"] = author("carl")
    assert people.refresh(bench.account.id, "carl.test").author.native_id == "did:carl"


def test_a_refresh_brings_profile_posts_and_relation(bench: Workbench, people: People) -> None:
    bench.server.people[ANNA] = replace(author("anna"), bio="Baker", followers=12)
    bench.server.posts["at://anna/9"] = post(9, "Elsewhere")
    bench.server.relations[ANNA] = Relation("act://follow/1", followed_by=True)
    person = people.refresh(bench.account.id, ANNA)
    assert (person.author.bio, person.author.followers) == ("Baker", 12)
    assert person.stored_posts == 3
    assert person.relation.is_friend


def test_somebody_who_is_gone_is_missing(bench: Workbench, people: People) -> None:
    with pytest.raises(Missing):
        people.refresh(bench.account.id, "did:nobody")


def test_following_and_unfollowing_happen_once_each(bench: Workbench, people: People) -> None:
    bench.server.relations[ANNA] = Relation("", followed_by=True)
    people.refresh(bench.account.id, ANNA)
    for _ in range(2):
        assert people.follow(bench.account.id, ANNA).relation.is_friend
    for _ in range(2):
        person = people.unfollow(bench.account.id, ANNA)
        assert person.relation == Relation("", followed_by=True)
    assert (bench.server.called("follow"), bench.server.called("undo")) == (1, 1)


def test_a_follow_whose_answer_was_lost_is_looked_up(bench: Workbench, people: People) -> None:
    bench.server.fail("follow", OutcomeUnknown())
    with pytest.raises(OutcomeUnknown):
        people.follow(bench.account.id, ANNA)
    assert people.person(bench.account.id, ANNA).relation == Relation()

    def follow_and_lose(step: str) -> None:
        if step == "before":
            bench.server.relations[ANNA] = Relation("act://follow/7")
            lose_answer("after")

    bench.server.fail("follow", follow_and_lose)
    person = people.follow(bench.account.id, ANNA)
    assert person.relation.following_id == "act://follow/7"


def test_unfollowing_what_is_undone_already_is_no_error(bench: Workbench, people: People) -> None:
    people.follow(bench.account.id, ANNA)
    bench.server.fail("undo", Missing())
    assert people.unfollow(bench.account.id, ANNA).relation == Relation()


def test_a_failed_unfollow_changes_nothing(bench: Workbench, people: People) -> None:
    people.follow(bench.account.id, ANNA)
    bench.server.fail("undo", Unreachable())
    with pytest.raises(Unreachable):
        people.unfollow(bench.account.id, ANNA)
    assert people.person(bench.account.id, ANNA).relation.following_id


def test_an_account_that_only_reads_follows_nobody(bench: Workbench, people: People) -> None:
    bench.accounts.set_may_post(bench.account.id, False)
    with pytest.raises(Unsupported):
        people.follow(bench.account.id, ANNA)
    assert bench.server.called("follow") == 0


def test_where_relations_are_unknown_none_are_asked_for(bench: Workbench, people: People) -> None:
    caps = bench.account.caps & ~Cap.RELATIONSHIPS
    bench.rows.accounts.update(replace(bench.account, caps=caps))
    asked = bench.server.called("relations")
    people.refresh(bench.account.id, ANNA)
    assert bench.server.called("relations") == asked


def test_a_note_is_kept_and_taken_away(bench: Workbench, people: People) -> None:
    author_id = people.person(bench.account.id, ANNA).author_id
    people.note(author_id, " Likes rye ")
    assert people.person(bench.account.id, ANNA).note == "Likes rye"
    people.note(author_id, "  ")
    assert people.person(bench.account.id, ANNA).note == ""
