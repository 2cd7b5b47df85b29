"""What the window remembers: its place, its look, its language, and what still waits."""

import json
from pathlib import Path

from journeys.reader import Reader
from screens import heard

from desktop.views.first_run import FirstRun


def page(reader: Reader) -> object:
    return reader.desk.window._stack.currentWidget()


def preferences(data: Path) -> dict[str, object]:
    return json.loads((data / "preferences.json").read_text())


def test_what_was_chosen_is_there_after_a_restart(start, data):
    theme = start().desk.theme
    theme.set_look("dark")
    theme.set_text_size(120)
    theme.set_high_contrast(True)
    theme.set_reduced_motion(True)
    theme.set_own_font(False)

    theme = start().desk.theme

    assert (theme.look, theme.text_size) == ("dark", 120)
    assert (theme.is_high_contrast, theme.is_motion_reduced) == (True, True)
    assert not theme.uses_own_font
    theme.set_look("system")
    theme.set_text_size(100)


def test_the_size_of_text_follows_the_keys(start):
    reader = start()
    reader.press("Ctrl++")
    reader.press("Ctrl++")
    assert reader.desk.theme.text_size == 120

    reader.press("Ctrl+-")
    assert reader.desk.theme.text_size == 110

    reader.press("Ctrl+0")
    assert reader.desk.theme.text_size == 100


def test_closing_remembers_where_the_window_was(start, data):
    reader = start(size="900x640")
    left = heard(reader.desk.window.left)

    reader.desk.window.close()

    assert len(left) == 1
    assert preferences(data)["window"]
    assert start(size="").desk.window.size().toTuple() == (900, 640)


def test_a_place_that_makes_no_sense_is_not_taken(start, data):
    data.mkdir()
    (data / "preferences.json").write_text(json.dumps({"window": "no place at all"}))

    window = start(size="").desk.window

    assert window.width() >= 900
    assert window.height() >= 600


def test_another_language_shows_the_same_workspace(start, held):
    held("Bakery")
    reader = start(language=None)
    reader.wait_for_shell()
    session, shell = reader.shell.session, reader.shell
    reader.shell.go_to("look")

    reader.shell.language_chosen.emit("fr")

    assert reader.shell is not shell
    assert reader.shell.session is session
    assert reader.shell.rail.place == "look"
    reader.wait_to_see("Nouveau message")
    assert reader.desk.window.windowTitle() == "Bakery – Crieur"
    reader.shell.language_chosen.emit("en")
    reader.wait_to_see("New post")


def test_the_first_screen_changes_its_language_too(start, data):
    reader = start()

    page(reader).language_chosen.emit("fr")

    assert isinstance(page(reader), FirstRun)
    reader.wait_to_see("Bienvenue")
    assert preferences(data)["language"] == "fr"
    page(reader).language_chosen.emit("system")
    assert preferences(data)["language"] == ""


def test_another_language_does_not_cut_the_demonstration_short(start):
    reader = start(demo=True)
    reader.wait_for_shell()

    reader.shell.language_chosen.emit("fr")

    reader.wait(lambda: reader.shell.feeds.home.panel.list.model().rowCount() > 5_000)
