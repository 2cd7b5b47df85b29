"""What the user mutes here is hidden at once, and every step can be taken back."""

import pytest
from fake_server import arrival, author
from workbench import Workbench

from desktop.services.domain.errors import InvalidField, Missing
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.muting import MuteKind
from desktop.services.mutes import Mutes


@pytest.fixture
def mutes(bench: Workbench) -> Mutes:
    root = arrival(1, "Who bakes the best bread?")
    answer = arrival(2, "We do", "bob", reply_to="at://anna/1", root="at://anna/1")
    bench.server.write(root, answer, arrival(3, "Rain again", "carl"))
    bench.timeline().refresh(bench.account.id)
    return Mutes(bench.rows, bench.clock)


def test_a_person_is_muted_and_unmuted(bench: Workbench, mutes: Mutes) -> None:
    mute = mutes.mute_person("bluesky", "did:carl", "carl.test")
    assert bench.shown() == ["We do", "Who bakes the best bread?"]
    assert mutes.all() == (mute,)
    mutes.unmute(mute)
    assert (len(bench.shown()), mutes.all()) == (3, ())


def test_an_answer_mutes_its_whole_thread_under_the_words_that_began_it(
    bench: Workbench, mutes: Mutes
) -> None:
    answer = next(each for each in bench.feed() if each.post and each.post.author == author("bob"))
    mute = mutes.mute_thread(answer)
    assert (mute.kind, mute.label) == (MuteKind.THREAD, "Who bakes the best bread?")
    assert bench.shown() == ["Rain again"]


def test_a_gap_is_no_thread(bench: Workbench, mutes: Mutes) -> None:
    with pytest.raises(Missing):
        mutes.mute_thread(FeedEntry(2, bench.clock(), (1,)))


def test_a_phrase_is_muted_as_it_was_meant_and_kept_as_it_was_typed(
    bench: Workbench, mutes: Mutes
) -> None:
    mute = mutes.mute_word("  The  Best bread ")
    assert mute.label == "The Best bread"
    assert bench.shown() == ["Rain again", "We do"]
    assert mutes.mute_word("the best BREAD").id == mute.id


def test_a_mute_that_was_taken_away_by_mistake_comes_back(bench: Workbench, mutes: Mutes) -> None:
    mute = mutes.mute_word("bread")
    mutes.unmute(mute)
    again = mutes.restore(mute)
    assert (again.kind, again.value, again.label) == (mute.kind, mute.value, mute.label)
    assert bench.shown() == ["Rain again", "We do"]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("", "empty"), (" # ", "empty"), ("🥐", "empty"), ("ab " * 60, "too_long")],
)
def test_what_no_post_can_hold_is_refused(mutes: Mutes, typed: str, reason: str) -> None:
    with pytest.raises(InvalidField) as refused:
        mutes.mute_word(typed)
    assert (refused.value.field, refused.value.reason) == ("word", reason)
