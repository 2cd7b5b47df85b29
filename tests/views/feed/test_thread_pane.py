"""A conversation is read from its beginning, first as it is stored, then as the network has it."""

import pytest
from fake_server import arrival, post
from feed_scene import Scene, entry_of, open_post, press_post, row_of, texts
from screens import offers, press, read, settle

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import BudgetReached, Missing, Unreachable
from desktop.ui.post_list import PostList


def answer_to(number: int, to: int, text: str, by: str = "leo") -> object:
    """Make an answer in the conversation that the first post began."""
    return post(number, text, by, reply_to=f"at://anna/{to}", root="at://anna/1")


@pytest.fixture
def talk(scene: Scene) -> Scene:
    """A conversation of which only the middle is in the feed."""
    middle = answer_to(2, 1, "The middle", "anna")
    scene.server.posts["at://anna/1"] = post(1, "The beginning")
    scene.server.posts["at://leo/3"] = answer_to(3, 2, "The end")
    scene.server.write(arrival(2, "The middle", reply_to=middle.reply_to, root=middle.root))
    scene.fetch()
    return scene


def thread_of(scene: Scene) -> PostList:
    return scene.home.side.thread.list


def test_what_came_before_and_after_is_shown_round_the_post(talk: Scene):
    open_post(talk.list, "The middle")

    assert texts(thread_of(talk)) == ["The beginning", "The middle", "The end"]
    assert "Conversation" in read(talk.home.side)
    focus = row_of(thread_of(talk), "The middle")
    assert [thread_of(talk)._settings.focus_id] == [entry_of(thread_of(talk), "The middle").id]
    assert focus == 1


def test_what_is_stored_is_shown_before_the_network_answers(talk: Scene):
    open_post(talk.list, "The middle")
    lane = talk.stage.on_busy_lanes()
    talk.home.side.thread._tasks = lane
    talk.server.posts["at://leo/4"] = answer_to(4, 2, "Just said")
    open_post(talk.list, "The middle")
    lane.waiting.pop(0)()

    assert texts(thread_of(talk)) == ["The beginning", "The middle", "The end"]
    lane.work_off()
    assert "Just said" in texts(thread_of(talk))


def test_without_the_network_what_is_stored_stays_and_says_so(talk: Scene):
    talk.server.fail("thread", Unreachable())
    open_post(talk.list, "The middle")

    assert texts(thread_of(talk)) == ["The middle"]
    assert read(talk.home.side.thread) != ""
    open_post(talk.list, "The middle")
    assert len(texts(thread_of(talk))) == 3
    assert read(talk.home.side.thread) == ""


def test_a_post_that_is_gone_is_told(talk: Scene):
    talk.server.take_away("at://anna/2")
    open_post(talk.list, "The middle")

    assert read(talk.home.side.thread) != ""


def test_another_post_of_it_is_opened_by_a_press_and_left_by_back(talk: Scene):
    open_post(talk.list, "The middle")
    thread_of(talk).opened.emit(entry_of(thread_of(talk), "The end"))
    settle()
    assert talk.home.side.thread.entry.post.text == "The end"

    thread_of(talk).opened.emit(entry_of(thread_of(talk), "The end"))
    talk.home.go_back()
    assert talk.home.side.thread.entry.post.text == "The middle"
    talk.home.go_back()
    assert not talk.home.side.is_open


def test_the_answer_to_an_earlier_question_is_not_shown_for_a_later_one(talk: Scene):
    talk.server.write(arrival(9, "Something else"))
    talk.fetch()
    open_post(talk.list, "The middle")
    lane = talk.stage.on_busy_lanes()
    talk.home.side.thread._tasks = lane
    open_post(talk.list, "The middle")
    open_post(talk.list, "Something else")
    lane.work_off()

    assert texts(thread_of(talk)) == ["Something else"]


def test_a_like_in_it_is_shown_at_once(talk: Scene):
    open_post(talk.list, "The middle")
    press_post(thread_of(talk), "The end", "like")

    assert entry_of(thread_of(talk), "The end").liked_by == {talk.account.id}


def test_an_answer_of_the_users_own_appears_when_the_feeds_are_read_again(talk: Scene):
    open_post(talk.list, "The middle")
    talk.server.posts["at://me/5"] = answer_to(5, 2, "My answer", "me")
    talk.feeds.reload()

    assert texts(thread_of(talk))[-1] == "My answer"


def test_a_network_that_lost_the_post_only_tells_it_is_gone(talk: Scene):
    talk.server.fail("thread", Missing())
    open_post(talk.list, "The middle")
    talk.home.panel.reload()

    assert "The middle" not in texts(talk.list)


def test_a_fault_of_ours_is_not_told_as_trouble_of_the_network(talk: Scene):
    talk.server.fail("thread", ZeroDivisionError())
    open_post(talk.list, "The middle")

    assert [type(each) for each in talk.stage.tasks.unhandled] == [ZeroDivisionError]
    assert read(talk.home.side.thread) == ""


def make_it_paid(scene: Scene) -> None:
    """Let every answer that the first account gets cost money."""
    scene.be_able_to(caps=scene.account.caps | Cap.METERED)


def test_where_answers_cost_money_what_is_stored_is_shown_and_more_is_offered(talk: Scene):
    make_it_paid(talk)
    open_post(talk.list, "The middle")

    assert texts(thread_of(talk)) == ["The middle"]
    assert talk.server.called("thread") == 0
    said = read(talk.home.side.thread).replace("\xa0", " ")
    assert "Asking Bluesky for more costs at most $0.11." in said
    press(talk.home.side.thread, "Ask Bluesky")
    assert texts(thread_of(talk)) == ["The beginning", "The middle", "The end"]
    assert read(talk.home.side.thread) == ""


def test_what_was_paid_for_is_not_offered_again_when_something_changes_in_it(talk: Scene):
    make_it_paid(talk)
    open_post(talk.list, "The middle")
    press(talk.home.side.thread, "Ask Bluesky")
    press_post(thread_of(talk), "The end", "like")

    assert talk.server.called("thread") == 1
    assert not offers(talk.home.side.thread, "Ask Bluesky")


def test_what_was_not_answered_can_be_asked_for_again(talk: Scene):
    make_it_paid(talk)
    talk.server.fail("thread", BudgetReached(5_000_000, 4_990_000, 110_000))
    open_post(talk.list, "The middle")
    press(talk.home.side.thread, "Ask Bluesky")

    assert len(read(talk.home.side.thread).splitlines()) > 2
    press(talk.home.side.thread, "Ask Bluesky")
    assert len(texts(thread_of(talk))) == 3
    assert read(talk.home.side.thread) == ""


def test_another_account_that_asks_for_nothing_is_preferred(talk: Scene):
    second = talk.connect("atelier")
    make_it_paid(talk)
    open_post(talk.list, "The middle")

    assert len(texts(thread_of(talk))) == 3
    assert second.id != talk.account.id
    assert not offers(talk.home.side.thread, "Ask Bluesky")


def test_an_account_of_which_only_an_archive_is_there_asks_nobody(talk: Scene):
    talk.be_able_to(caps=Cap.KEYLESS | Cap.HAND_OFF)
    open_post(talk.list, "The middle")

    assert texts(thread_of(talk)) == ["The middle"]
    assert talk.server.called("thread") == 0
    assert read(talk.home.side.thread) == ""
