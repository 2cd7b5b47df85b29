"""The bar that shows how much of a limit is used."""

import pytest
from painted import colours_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.ui.gauges import Gauge


@pytest.fixture
def gauge(theme, shown) -> Gauge:
    made = Gauge(theme, "Share of the cap", 0.8)
    made.setMinimumWidth(200)
    return shown(made)


def filled(gauge: Gauge, colour: str) -> tuple[int, int]:
    """Return the first and the last column that a colour is painted in."""
    image = gauge.grab().toImage()
    y = image.height() // 2
    columns = [x for x in range(image.width()) if image.pixelColor(x, y).name() == colour]
    return columns[0], columns[-1]


def test_it_fills_up_to_the_limit(gauge, theme):
    gauge.show_share(0.5, "ok", "2.50 $ of 5 $.")
    assert filled(gauge, theme.tokens.accent.name()) == pytest.approx((0, 100), abs=3)

    gauge.show_share(7.0, "danger", "Cap reached.")
    assert filled(gauge, theme.tokens.danger.name()) == pytest.approx((0, 199), abs=3)
    assert gauge.value() == gauge.maximum()


def test_in_a_right_to_left_window_it_fills_from_the_right(gauge, theme):
    gauge.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    gauge.show_share(0.5, "ok", "")

    assert filled(gauge, theme.tokens.accent.name()) == pytest.approx((100, 199), abs=3)


def test_nothing_used_is_an_empty_bar_and_the_first_cent_is_seen(gauge, theme):
    gauge.show_share(0.0, "ok", "")
    assert theme.tokens.accent.name() not in colours_in(gauge)

    gauge.show_share(0.001, "ok", "")
    assert theme.tokens.accent.name() in colours_in(gauge)


def test_the_place_of_the_warning_is_marked(gauge, theme):
    gauge.show_share(1.0, "warn", "")

    assert gauge.tone == "warn"
    assert filled(gauge, theme.tokens.surface.name()) == pytest.approx((159, 160), abs=2)


def test_it_is_a_progress_bar_that_says_what_it_means(gauge):
    gauge.show_share(0.43, "ok", "2.15 $ of 5 $ this month. Within the cap.")

    heard = QAccessible.queryAccessibleInterface(gauge)
    assert heard.role() == QAccessible.Role.ProgressBar
    assert heard.text(QAccessible.Text.Name) == "Share of the cap"
    assert heard.text(QAccessible.Text.Description).startswith("2.15 $ of 5 $")


def test_strong_edges_are_drawn_on_request(gauge, theme):
    theme.set_high_contrast(True)
    assert theme.tokens.control.name() in colours_in(gauge)
    theme.set_high_contrast(False)


def test_it_grows_with_the_text(gauge, theme):
    before = gauge.sizeHint().height()
    theme.set_text_size(150)

    assert gauge.sizeHint().height() == gauge.minimumSizeHint().height() > before
    theme.set_text_size(100)
