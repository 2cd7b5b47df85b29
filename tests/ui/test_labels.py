"""Labels: always plain, on the lines of the scale, never cut without a way to read the whole."""

import time

import pytest
from hostile_words import WORDS
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor

from desktop.ui.accessible import install_roles
from desktop.ui.labels import IconTile, Label
from desktop.ui.text import isolate

LONG = "Your saved posts are still here, and what you write waits in the outbox until then."


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_hostile_words_are_painted_plain_and_fast(theme, shown, words):
    for form in ({}, {"wraps": True}, {"elides": True}):
        label = Label(theme, words, **form)
        began = time.process_time()
        label.resize(300, 60)
        shown(label).grab()

        assert label.textFormat() == Qt.TextFormat.PlainText
        assert time.process_time() - began < 0.5


def test_a_picture_in_a_name_is_not_drawn(theme, shown, tmp_path):
    loud = tmp_path / "loud.png"
    from PySide6.QtGui import QImage

    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    image.save(str(loud))
    label = shown(Label(theme, f'<img src="{loud}">'))

    assert "#ff00ff" not in colours_in(label)


@pytest.mark.parametrize("percent", [90, 100, 150])
def test_lines_stand_at_the_distance_of_the_scale(theme, percent):
    theme.set_text_size(percent)
    label = Label(theme, LONG, "reading", wraps=True)

    one_line = label.heightForWidth(5_000)
    several = label.heightForWidth(200)
    assert one_line == theme.line("reading")
    assert several % theme.line("reading") == 0
    assert several > one_line


def test_a_wrapped_label_needs_more_height_the_narrower_it_is(theme):
    label = Label(theme, LONG, wraps=True)
    heights = [label.heightForWidth(width) for width in (600, 400, 200, 100, 50)]

    assert heights == sorted(heights)


def test_an_elided_label_offers_the_whole_text_in_its_tooltip(theme, shown):
    label = shown(Label(theme, LONG, elides=True))
    label.resize(80, 20)
    assert label.toolTip() == LONG

    label.resize(2_000, 20)
    assert label.toolTip() == ""


def test_an_elided_label_keeps_its_whole_text_for_a_screen_reader(theme, shown):
    label = shown(Label(theme, LONG, elides=True))
    label.resize(60, 20)

    assert label.text() == LONG


def test_words_follow_the_look_at_once(theme, shown):
    label = shown(Label(theme, "█" * 20, token="danger_text"))
    assert theme.tokens.danger_text.name() in colours_in(label)

    theme.set_look("dark")
    assert theme.tokens.danger_text.name() in colours_in(label)


def test_words_grow_with_the_size_of_text(theme):
    label = Label(theme, LONG)
    before = label.sizeHint()
    theme.set_text_size(150)

    assert label.sizeHint().width() > before.width() * 1.4
    assert label.sizeHint().height() == round(before.height() * 1.5)


def test_nothing_of_a_label_is_cut_in_its_wished_size(theme, shown):
    for percent in (90, 100, 130, 150):
        theme.set_text_size(percent)
        label = shown(Label(theme, "Ågypq"))
        metrics = label.fontMetrics()

        assert label.width() >= metrics.horizontalAdvance(label.text())
        assert label.height() >= metrics.ascent() + metrics.descent() - 2


def test_a_label_takes_another_colour_and_role(theme, shown):
    label = shown(Label(theme, "█" * 10))
    label.set_token("warn_text")
    label.set_role("title")

    assert theme.tokens.warn_text.name() in colours_in(label)
    assert label.font().pixelSize() == 20


def test_a_tile_paints_its_icon_in_the_look(theme, shown):
    tile = shown(IconTile(theme, "store"))
    assert theme.tokens.accent_soft.name() in colours_in(tile)

    theme.set_look("dark")
    assert theme.tokens.accent_soft.name() in colours_in(tile)
    marked = shown(IconTile(theme, mark="bluesky", tone="sunken", ink="text"))
    assert theme.tokens.text.name() in colours_in(marked)


def ink_of(label: Label) -> tuple[int, int]:
    """Return the first and the last column of a label that is written on."""
    picture = label.grab().toImage()
    ground = picture.pixelColor(0, 0)
    columns = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]
    return columns[0], picture.width() - 1 - columns[-1]


@pytest.mark.parametrize("wraps", [True, False])
def test_words_begin_where_reading_begins(theme, shown, wraps):
    label = Label(theme, "Nothing is sent", wraps=wraps)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown(label).resize(300, 24)

    before, behind = ink_of(label)
    assert behind < before


def test_what_is_quoted_begins_where_its_own_script_begins(theme, shown):
    for words, begins_left in (("Nothing is sent", True), ("لا يُنشر شيء", False)):
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            label = Label(theme, words, wraps=True, quotes=True)
            label.setLayoutDirection(direction)
            shown(label).resize(300, 24)
            left, right = ink_of(label)
            assert (left < right) is begins_left


@pytest.mark.parametrize("role", ["display", "title", "heading"])
def test_large_words_are_a_heading_that_says_them(theme, shown, role):
    install_roles()
    label = shown(Label(theme, "Outbox", role))
    told = QAccessible.queryAccessibleInterface(label)

    assert told.role() == QAccessible.Role.Heading
    assert told.text(QAccessible.Text.Name) == "Outbox"


def test_a_name_that_is_kept_apart_on_the_screen_is_heard_like_any_other(theme, shown):
    label = shown(Label(theme, f"Reply to {isolate('@claire')}"))
    told = QAccessible.queryAccessibleInterface(label)

    assert label.text() == "Reply to \u2068@claire\u2069"
    assert told.text(QAccessible.Text.Name) == "Reply to @claire"
    label.setText("New post")
    assert told.text(QAccessible.Text.Name) == "New post"
