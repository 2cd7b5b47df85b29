"""A note about a person is kept as it is typed, and taken back as a whole."""

import pytest
from feed_scene import Scene, meet
from PySide6.QtWidgets import QPlainTextEdit
from screens import find
from steps import Steps, remember


@pytest.fixture
def steps(anna: Scene) -> Steps:
    return remember(anna.stage.tasks, anna.feeds, anna.feeds.actions.stepped)


def kept(scene: Scene) -> str:
    return scene.stage.session.people.person(scene.account.id, "did:anna").note


def write(scene: Scene, text: str) -> None:
    find(scene.home.side.person, "note", QPlainTextEdit).setPlainText(text)
    scene.home.side.person.keep_note()


def test_it_is_taken_back_and_kept_again(anna: Scene, steps: Steps):
    pane = meet(anna)
    write(anna, "Comes on Sundays")
    assert kept(anna) == "Comes on Sundays"
    assert steps.sentences == ["Your note about \u2068Anna\u2069 is kept"]

    steps.undo()
    assert kept(anna) == ""
    assert pane.card.note == ""
    steps.redo()
    assert kept(anna) == "Comes on Sundays"
    assert pane.card.note == "Comes on Sundays"


def test_leaving_without_a_word_is_no_step(anna: Scene, steps: Steps):
    meet(anna)
    anna.home.side.person.keep_note()
    write(anna, "Comes on Sundays")
    anna.home.side.person.keep_note()

    assert len(steps.told) == 1


def test_what_was_taken_back_is_not_a_step_of_its_own(anna: Scene, steps: Steps):
    meet(anna)
    write(anna, "Comes on Sundays")
    steps.undo()
    anna.home.side.person.keep_note()

    assert len(steps.told) == 1
    assert kept(anna) == ""


def test_a_note_about_somebody_else_leaves_the_card_alone(anna: Scene, steps: Steps):
    pane = meet(anna)
    write(anna, "Comes on Sundays")
    person = anna.stage.session.people.person(anna.account.id, "did:bob")
    pane.show_author(person.author, anna.account.id)
    steps.undo()

    assert kept(anna) == ""
    assert steps.failures == []
