import pytest
from painted import colours_in, rows_with
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.ui.meters import Meter

GETTING_CLOSE = "36 % · getting close"


@pytest.fixture
def meter(theme, shown) -> Meter:
    made = Meter(theme, "Similarity", 0.4)
    made.show_share(0.36, "warn", GETTING_CLOSE)
    return shown(made)


def column(meter: Meter, x: int) -> set[str]:
    picture = meter.bar.grab().toImage()
    return {picture.pixelColor(x, y).name() for y in range(picture.height())}


@pytest.mark.parametrize(
    ("tone", "token"), [("ok", "accent"), ("warn", "warn"), ("danger", "danger")]
)
def test_a_tone_colours_the_bar_and_its_words(meter, theme, tone, token):
    meter.show_share(0.36, tone, "36 %")

    assert theme.tokens.named(token).name() in column(meter, meter.bar.width() // 5)
    assert theme.tokens.named(f"{token}_text").name() in colours_in(meter.words)


def test_the_words_say_what_the_bar_means(meter):
    assert meter.words.text() == GETTING_CLOSE


def test_the_tick_stands_at_the_limit_and_out_of_the_bar(meter, theme):
    at_limit = round(meter.bar.width() * 0.4)

    assert theme.tokens.text.name() in column(meter, at_limit)
    assert theme.tokens.text.name() not in column(meter, at_limit + 8)
    assert len(rows_with(meter.bar, theme.tokens.text.name())) > theme.px(8)


def test_a_tick_at_either_end_is_whole(meter, theme):
    for limit in (0.0, 1.0):
        meter.bar.set_limit(limit)

        assert theme.tokens.text.name() in colours_in(meter.bar)


def test_from_right_to_left_the_bar_fills_from_the_right(meter, theme):
    meter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    warn = theme.tokens.warn.name()

    assert warn in column(meter, meter.bar.width() - 12)
    assert warn not in column(meter, 12)


def test_a_share_beyond_the_bar_fills_it(meter, theme):
    meter.show_share(3.0, "danger", "300 %")

    assert meter.bar.value() == meter.bar.maximum()


def test_a_screen_reader_is_told_role_name_value_and_words(meter):
    told = QAccessible.queryAccessibleInterface(meter.bar)

    assert told.role() == QAccessible.Role.ProgressBar
    assert told.text(QAccessible.Text.Name) == "Similarity"
    assert told.text(QAccessible.Text.Description) == GETTING_CLOSE
    assert told.valueInterface().currentValue() == 360


def test_strong_contrast_gives_the_trough_an_edge(meter, theme):
    theme.set_high_contrast(True)

    assert theme.tokens.control.name() in colours_in(meter.bar)
    theme.set_high_contrast(None)
