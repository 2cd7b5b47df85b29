"""Privacy in the settings: what leaves, strangers' pictures, and how long posts are kept."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes import START
from PySide6.QtWidgets import QComboBox
from screens import Stage, answer, find, heard, press, read
from stored import author, post

from desktop.services.domain.errors import StoreTrouble
from desktop.services.retention import Retention
from desktop.services.storage import ageing
from desktop.services.workspaces import Workspace
from desktop.ui.picture_loader import PictureLoader
from desktop.views.settings.privacy_section import PrivacySection

MODULE = "desktop.views.settings.privacy_section"


@pytest.fixture
def pictures(stage: Stage) -> PictureLoader:
    return PictureLoader(stage.tasks, lambda _url: b"", parent=stage.book)


@pytest.fixture
def open_section(stage: Stage, pictures: PictureLoader, shown, monkeypatch):
    """Show the section, with some of its workspace otherwise."""
    monkeypatch.setattr(ageing, "NEWEST", 1)

    def opened(**changes: object) -> PrivacySection:
        retention = Retention(stage.bench.rows, stage.bench.clock)
        session = replace(stage.session, **{"retention": retention, **changes})
        made = PrivacySection(stage.theme, session, stage.hub, stage.tasks, pictures)
        made.setMinimumWidth(700)
        return shown(made)

    return opened


@pytest.fixture
def old_posts(stage: Stage) -> None:
    """Store three posts of a stranger, of which two are older than a year."""
    days_ago = (3, 400, 500)
    stage.bench.rows.posts.save(
        replace(post(str(days), author=author("ana")), created_at=START - timedelta(days=days))
        for days in days_ago
    )


def choose(section: PrivacySection, months: int) -> None:
    """Choose how long posts are kept, as a person does."""
    box = find(section, "monthsKept", QComboBox)
    box.setCurrentIndex(box.findData(months))
    box.activated.emit(box.currentIndex())


def chosen(section: PrivacySection) -> int:
    return find(section, "monthsKept", QComboBox).currentData()


def stored(stage: Stage) -> int:
    return stage.bench.rows.database.rows("SELECT count(*) FROM post")[0][0]


def test_pictures_are_switched_off_at_once_and_for_good(open_section, stage, pictures):
    section = open_section()
    assert find(section, "loadPictures").isChecked()

    press(section, "loadPictures")
    assert not pictures.is_on
    assert not stage.hub.preferences.load_pictures
    assert "No picture is fetched: you switched that off below." in read(section)

    press(section, "loadPictures")
    assert pictures.is_on
    assert stage.hub.preferences.load_pictures
    assert "Pictures are fetched from the servers that posts name." in read(section)


def test_the_switch_shows_what_was_chosen_before(open_section, pictures):
    pictures.set_on(False)

    assert not find(open_section(), "loadPictures").isChecked()


def test_posts_are_kept_two_years_unless_said(open_section):
    section = open_section()

    assert chosen(section) == 24
    box = find(section, "monthsKept", QComboBox)
    offered = [box.itemText(row) for row in range(box.count())]
    assert [words.partition(" ")[0] for words in offered] == ["6", "12", "24", "36", "for"]
    assert "What always stays: your own posts, bookmarks" in read(section)


def test_a_longer_time_takes_effect_without_a_word(open_section, stage, old_posts, monkeypatch):
    asked = answer(monkeypatch, MODULE, False)
    section = open_section()

    choose(section, 0)

    assert stage.hub.preferences.months_kept == 0
    assert asked == []
    assert stored(stage) == 3


def test_a_shorter_time_says_how_much_would_go_and_then_erases_it(
    open_section, stage, old_posts, monkeypatch
):
    asked = answer(monkeypatch, MODULE, True)
    section = open_section()
    said, erased = heard(section.said), heard(section.erased)

    choose(section, 12)

    ((title, text, verb),) = asked
    assert title.startswith("Erase 2 post")
    assert title.endswith(" of other people?")
    assert verb.startswith("Erase 2 post")
    assert "older than 12 month" in text
    assert "cannot be undone" in text
    assert "daily copies still hold them" in text
    assert "other workspaces" not in text
    assert stage.hub.preferences.months_kept == 12
    assert said[0][0].startswith("2 post")
    assert len(erased) == 1
    assert stored(stage) == 1


def test_other_workspaces_are_spoken_of_where_there_are_some(
    open_section, stage, old_posts, monkeypatch
):
    stage.hub.held.append(Workspace("garage", "Garage", stage.hub.folder / "garage/crieur.db"))
    asked = answer(monkeypatch, MODULE, False)

    choose(open_section(), 12)

    assert "Your other workspaces erase theirs when they are opened." in asked[0][1]


def test_whoever_thinks_better_of_it_loses_nothing(open_section, stage, old_posts, monkeypatch):
    answer(monkeypatch, MODULE, False)
    section = open_section()

    choose(section, 6)

    assert chosen(section) == 24
    assert stage.hub.preferences.months_kept == 24
    assert stored(stage) == 3


def test_where_nothing_is_that_old_nothing_is_asked(open_section, stage, monkeypatch):
    asked = answer(monkeypatch, MODULE, False)

    choose(open_section(), 6)

    assert asked == []
    assert stage.hub.preferences.months_kept == 6


def test_the_same_time_again_changes_nothing(open_section, stage, old_posts, monkeypatch):
    asked = answer(monkeypatch, MODULE, False)

    choose(open_section(), 24)

    assert asked == []
    assert stored(stage) == 3


def test_the_box_waits_while_posts_are_counted(open_section, stage, old_posts, monkeypatch):
    answer(monkeypatch, MODULE, True)
    later = stage.on_busy_lanes()
    section = open_section()

    choose(section, 12)
    assert not find(section, "monthsKept", QComboBox).isEnabled()

    later.work_off()
    assert find(section, "monthsKept", QComboBox).isEnabled()
    assert stored(stage) == 1


def test_what_cannot_be_counted_is_told_and_changes_nothing(open_section, stage, monkeypatch):
    section = open_section()
    failed = heard(section.failed)

    def full(_months: int) -> int:
        raise StoreTrouble("disk_full")

    monkeypatch.setattr(section._session.retention, "count", full)
    choose(section, 6)

    ((account_id, error),) = failed
    assert (account_id, error.reason) == (0, "disk_full")
    assert chosen(section) == 24
    assert stage.hub.preferences.months_kept == 24


def test_a_fault_that_nobody_foresaw_goes_to_the_bug_report(open_section, stage, monkeypatch):
    section = open_section()

    def stumble(_months: int) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(section._session.retention, "count", stumble)
    choose(section, 6)

    assert len(stage.tasks.unhandled) == 1


def test_the_demo_keeps_its_posts(open_section):
    section = open_section(is_demo=True, retention=None)

    assert not find(section, "monthsKept", QComboBox).isEnabled()
    assert "The demo keeps all of its invented posts" in read(section)


def test_what_was_chosen_elsewhere_is_shown_on_return(open_section, stage):
    section = open_section()
    stage.hub.save_preferences(
        replace(stage.hub.preferences, months_kept=36, second_channel="https://bell.test/x?k=1")
    )

    section.refresh()

    assert chosen(section) == 36
    assert "Alarms are also sent to bell.test" in read(section)
