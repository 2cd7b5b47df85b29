"""The list answers the pointer and the keys, and says which posts were read."""

from itertools import combinations

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from timeline_entries import CLAIRE, LINK, MENTION, NOW, TAG, Lens, entry, facets, feed, gap, post

from desktop.services.domain.account import Cap
from desktop.services.domain.post import LinkCard, Media, Quote

TEXT = "@zoé bonjour #Lyon voir lumiere.fr/a " + "et encore " * 6


@pytest.fixture
def rich(qtbot, qapp):
    marks = facets(
        TEXT,
        (MENTION, "@zoé", "did:z"),
        (TAG, "#Lyon", "Lyon"),
        (LINK, "lumiere.fr/a", "https://lumiere.fr/a"),
    )
    full = post(
        TEXT,
        facets=marks,
        media=(Media("image", "a", "", "Un four"), Media("image", "b", "", "Un pain")),
        quote=Quote("q", CLAIRE, "dit", NOW),
    )
    return Lens(qtbot, [entry(full), *feed(30, first=10)])


@pytest.fixture
def lens(qtbot, qapp):
    return Lens(qtbot, feed(100))


def move_to(lens: Lens, point: QPoint) -> None:
    where = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        QPointF(lens.list.viewport().mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(lens.list.viewport(), event)


def tip_at(lens: Lens, point: QPoint) -> str:
    QToolTip.hideText()
    on_screen = lens.list.viewport().mapToGlobal(point)
    event = QHelpEvent(QEvent.Type.ToolTip, point, on_screen)
    QApplication.sendEvent(lens.list.viewport(), event)
    return QToolTip.text() if QToolTip.isVisible() else ""


@pytest.mark.parametrize(
    "action",
    [
        "reply",
        "repost",
        "like",
        "bookmark",
        "more",
        "mention:did:z",
        "tag:Lyon",
        "link:https://lumiere.fr/a",
        "picture:0",
        "picture:1",
        "quote",
        "author",
    ],
)
def test_everything_painted_can_be_pressed(rich, action):
    rich.click(action)

    assert rich.asked == [(action, rich.list.model().ids[0])]


def test_a_press_beside_everything_opens_the_post(rich):
    rich.click_at(QPoint(70, 100))

    assert rich.asked == [("opened", rich.list.model().ids[0])]


def test_a_link_card_and_a_gap_can_be_pressed(qtbot, qapp):
    card = LinkCard("https://lumiere.fr/b", "Titre")
    lens = Lens(qtbot, [entry(post(card=card, minutes=1)), gap(30)])
    lens.click("link:https://lumiere.fr/b")
    lens.click("gap", row=1)
    lens.click_at(QPoint(5, lens.list.rowViewportPosition(1) + 5))

    assert [what for what, _ in lens.asked] == ["link:https://lumiere.fr/b", "gap"]


def test_a_press_that_ends_elsewhere_does_nothing(rich):
    start, end = rich.box_of("like").center(), rich.box_of("reply").center()
    QTest.mousePress(rich.list.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseRelease(rich.list.viewport(), Qt.MouseButton.LeftButton, pos=end)

    assert rich.asked == []


def test_a_double_click_counts_once(rich):
    point = rich.box_of("like").center()
    rich.click_at(point)
    QTest.mouseDClick(rich.list.viewport(), Qt.MouseButton.LeftButton, pos=point)

    assert [what for what, _ in rich.asked].count("like") <= 2
    assert "opened" not in [what for what, _ in rich.asked]


def test_what_the_account_cannot_do_is_never_asked_for(rich):
    rich.list.set_capabilities(lambda of: Cap.LIKE)
    for action in ("reply", "repost", "like", "bookmark"):
        rich.click(action)
    QTest.keyClick(rich.list, Qt.Key.Key_R)
    QTest.keyClick(rich.list, Qt.Key.Key_B)

    assert [what for what, _ in rich.asked] == ["like", "bookmark"]
    assert "read only" in tip_at(rich, rich.box_of("reply").center())
    QToolTip.hideText()


def test_tooltips_say_what_is_under_the_pointer(rich):
    assert tip_at(rich, rich.box_of("like").center()) == "Like (L)"
    assert tip_at(rich, rich.box_of("link:https://lumiere.fr/a").center()) == "https://lumiere.fr/a"
    assert tip_at(rich, rich.box_of("picture:1").center()) == "Un pain"
    QToolTip.hideText()


def test_a_tooltip_of_a_stranger_is_plain(qtbot, qapp):
    media = (Media("image", "a", "", "<img src='/dev/zero'><b>x"),)
    lens = Lens(qtbot, [entry(post(media=media))])
    tip = tip_at(lens, lens.box_of("picture:0").center())
    QToolTip.hideText()

    assert not QtGui.Qt.mightBeRichText(tip)
    assert "img src" in tip


def test_the_pointer_takes_the_shape_of_what_it_is_on(rich):
    shapes = []
    for point in (
        rich.box_of("like").center(),
        rich.box_of("tag:Lyon").center(),
        QPoint(70, 100),
    ):
        move_to(rich, point)
        shapes.append(rich.list.viewport().cursor().shape())
    rich.list.set_capabilities(lambda of: Cap.NONE)
    move_to(rich, rich.box_of("like").center())
    shapes.append(rich.list.viewport().cursor().shape())

    assert shapes == [
        Qt.CursorShape.PointingHandCursor,
        Qt.CursorShape.PointingHandCursor,
        Qt.CursorShape.ArrowCursor,
        Qt.CursorShape.ForbiddenCursor,
    ]


def test_what_the_pointer_is_on_is_painted_otherwise(rich):
    calm = rich.picture()
    seen = [calm]
    for point in (
        QPoint(70, 100),
        rich.box_of("like").center(),
        rich.box_of("tag:Lyon").center(),
        rich.box_of("author", number=0).center() + QPoint(60, -10),
    ):
        move_to(rich, point)
        seen.append(rich.picture())
    QApplication.sendEvent(rich.list.viewport(), QEvent(QEvent.Type.Leave))

    assert all(one != other for one, other in combinations(seen, 2))
    assert rich.picture() == calm


def test_a_warned_post_opens_and_closes_in_place(qtbot, qapp):
    secret = entry(post("secret " * 50, warning="Spoiler", minutes=3))
    lens = Lens(qtbot, [*feed(1), secret, *feed(30, first=5)])
    covered = lens.list.rowHeight(1)
    lens.click("warning", row=1)
    shown = lens.list.rowHeight(1)
    QTest.keyClick(lens.list, Qt.Key.Key_W)

    assert shown > covered
    assert lens.list.rowHeight(1) == covered
    assert lens.asked == []


def test_a_right_press_asks_for_the_menu_of_that_post(lens):
    point = QPoint(100, lens.list.rowViewportPosition(1) + 5)
    on_screen = lens.list.viewport().mapToGlobal(point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, on_screen)
    QApplication.sendEvent(lens.list.viewport(), event)

    assert lens.asked == [("more", lens.list.model().ids[1])]
    assert lens.list.menu_point() == on_screen


def test_an_opened_post_is_marked_while_it_is_open(lens):
    calm = lens.picture()
    lens.list.set_opened(lens.list.model().ids[0])
    marked = lens.picture()
    lens.list.set_opened(0)

    assert marked.pixel(3, 3) == lens.theme.tokens.selected.rgb()
    assert lens.picture() == calm


def test_a_band_says_who_received_a_post_and_stands_where_reading_begins(qtbot, qapp):
    lens = Lens(qtbot, [entry(), entry(post("Alone", minutes=9))])
    bands = {lens.list.model().ids[0]: "account2"}
    lens.list.set_bands(lambda each: bands.get(each.id, ""), lambda _each: "@shop.test")
    colour = lens.theme.tokens.named("account2").rgb()
    heights = [lens.list.rowHeight(row) for row in (0, 1)]

    def columns(row: int) -> set[int]:
        image = lens.picture()
        middle = lens.list.rowViewportPosition(row) + heights[row] // 2
        return {x for x in range(image.width()) if image.pixel(x, middle) == colour}

    assert columns(0) == {0, 1, 2}
    assert columns(1) == set()
    lens.list.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    width = lens.list.viewport().width()
    assert columns(0) == {width - 1, width - 2, width - 3}


def test_a_screen_reader_is_told_who_received_a_post(qtbot, qapp):
    lens = Lens(qtbot, [entry()])
    model = lens.list.model()
    lens.list.set_bands(lambda _each: "", lambda _each: "@shop.test")
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)

    assert "Received by @shop.test" in said
