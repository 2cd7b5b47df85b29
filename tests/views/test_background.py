"""What goes on behind an open workspace."""

from dataclasses import replace

from PySide6.QtCore import QObject
from screens import heard

from desktop.services.domain.errors import StoreTrouble
from desktop.ui.tasks import FILES
from desktop.views.background import Background


def make(stage, **work) -> Background:
    return Background(replace(stage.session, **work), stage.tasks, stage.book)


def test_the_rest_of_the_demonstration_is_stored_and_told(stage):
    background = make(stage, fill=lambda: None)
    filled = heard(background.filled)

    background.start()

    assert len(filled) == 1
    assert stage.tasks.lanes[-1] == FILES


def test_the_copy_of_the_day_is_made_in_silence(stage):
    copies = []
    background = make(stage, back_up=lambda: copies.append("a copy"))
    filled, failed = heard(background.filled), heard(background.failed)

    background.start()

    assert copies == ["a copy"]
    assert (filled, failed) == ([], [])


def test_a_copy_that_cannot_be_made_is_told(stage):
    def back_up() -> None:
        raise StoreTrouble("disk_full")

    background = make(stage, back_up=back_up)
    failed = heard(background.failed)

    background.start()

    ((account_id, error),) = failed
    assert account_id == 0
    assert error.reason == "disk_full"


def test_old_posts_go_after_the_copy_was_made_and_the_feeds_are_told(stage):
    done = []

    def erase() -> int:
        done.append("erased")
        return 3

    background = make(stage, back_up=lambda: done.append("copied"), erase_old=erase)
    filled = heard(background.filled)

    background.start()

    assert done == ["copied", "erased"]
    assert len(filled) == 1


def test_where_nothing_was_too_old_nothing_is_told(stage):
    background = make(stage, erase_old=lambda: 0)
    filled = heard(background.filled)

    background.start()

    assert filled == []


def test_a_window_that_stays_open_does_its_daily_chores_all_the_same(stage):
    done = []
    background = make(stage, back_up=lambda: done.append("copied"), fill=lambda: None)
    background.start()

    background._hourly.timeout.emit()

    assert done == ["copied", "copied"]
    assert background._hourly.isActive()
    background.stop()
    assert not background._hourly.isActive()


def test_where_there_is_nothing_to_do_no_lane_is_opened(stage):
    before = len(stage.tasks.lanes)
    background = make(stage)

    background.start()
    background.stop()

    assert len(stage.tasks.lanes) == before
    assert isinstance(background, QObject)


def test_what_can_be_ended_early_is_ended(stage):
    ended = []
    background = make(stage, stop=lambda: ended.append("now"))

    background.stop()

    assert ended == ["now"]
