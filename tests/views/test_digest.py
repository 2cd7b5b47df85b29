"""The digest's place: a day on a page, another day, and what a press on it opens."""

from datetime import timedelta

import pytest
from fake_server import arrival, author, post
from fakes import START
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from screens import find, heard, offers, press, read, settle

from desktop.services.domain.feed import FeedKind
from desktop.services.domain.post import (
    Counts,
    Facet,
    FacetKind,
    LinkCard,
    Notification,
    NotificationKind,
)
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.wording import weekday_date
from desktop.views import digest_words
from desktop.views.digest_page import WIDEST, DigestPage
from desktop.views.digest_rows import DigestRow

TODAY = START.astimezone().date()
TAG = (Facet(FacetKind.TAG, 0, 6, "Bread"),)


@pytest.fixture
def page(stage, shown) -> DigestPage:
    pictures = PictureLoader(stage.tasks, lambda _url: b"", parent=stage.book)
    return shown(DigestPage(stage.theme, stage.session, stage.tasks, pictures))


@pytest.fixture
def full(stage):
    """Store a day with a little of everything."""
    rows, account_id = stage.bench.rows, stage.bench.account.id
    site = {"author": author("gazette", "feed"), "network": "feed"}
    rows.feed.add(
        account_id,
        [
            arrival(0, "#Bread is rising", counts=Counts(5, 1, 2), facets=TAG),
            arrival(-1, "Nobody minds", by="bob"),
            arrival(-2, "Wheat…", card=LinkCard("https://a.test", "Wheat is dearer"), **site),
        ],
        kind=FeedKind.HOME,
    )
    asked = post(-20, "Are you open?", by="carl")
    rows.notifications.save(
        account_id,
        [
            Notification("n1", NotificationKind.MENTION, asked.author, asked.created_at, asked),
            Notification("n2", NotificationKind.FOLLOW, author("dora"), START),
        ],
    )


def labels(page: DigestPage) -> list[str]:
    return [each.accessibleName() for each in page.findChildren(DigestRow)]


def test_a_day_of_which_nothing_is_stored_says_so_and_leads_to_the_day_before(page):
    page.refresh()

    assert f"Nothing is stored for {weekday_date(TODAY)}" in read(page)
    assert not find(page, "copyDigest").isEnabled()
    press(page, "Show the day before")
    assert weekday_date(TODAY - timedelta(days=1)) in read(page)


def test_the_day_is_told_part_by_part(page, full):
    page.refresh()
    words = read(page)

    parts = [
        "Waiting for your answer",
        "What moved people",
        "From websites",
        "New followers",
        "Hashtags of the day",
    ]
    assert [each for each in words.splitlines() if each in parts] == parts
    for said in ("on Bluesky", "Are you open?", "Wheat is dearer", "@dora.test", "#Bread"):
        assert said in words
    assert "Nobody minds" not in words


def test_every_row_is_known_to_a_screen_reader_as_one(page, full):
    page.refresh()

    first = labels(page)[0].translate(digest_words._ISOLATES)
    assert first.startswith("Carl, Bluesky, Has waited for 20 minute")
    assert first.endswith("Are you open?")
    assert all(labels(page))


def test_one_walks_from_row_to_row_with_the_keyboard(page, full):
    page.refresh()
    opened = heard(page.opened)
    page.activateWindow()
    settle()
    rows = page.findChildren(DigestRow)
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    assert rows[0].shows_ring
    QTest.keyClick(rows[0], Qt.Key.Key_Tab)
    assert rows[1].hasFocus()
    QTest.keyClick(rows[1], Qt.Key.Key_Return)
    assert opened[0][0].post.text == "#Bread is rising"


def test_a_row_is_pressed_wherever_the_pointer_is(page, full, qtbot):
    page.refresh()
    opened = heard(page.opened)
    row = page.findChildren(DigestRow)[0]
    qtbot.waitUntil(lambda: row.height() > 0)
    words = row.findChildren(QLabel)

    QTest.mouseClick(words[-1], Qt.MouseButton.LeftButton)

    assert opened[0][0].post.text == "Are you open?"


def test_the_days_are_walked_one_by_one_but_never_beyond_today(page):
    page.refresh()
    assert not find(page, "dayAfter").isEnabled()
    assert not find(page, "today").isEnabled()

    press(page, "dayBefore")
    press(page, "dayBefore")
    assert weekday_date(TODAY - timedelta(days=2)) in read(page)

    press(page, "dayAfter")
    assert weekday_date(TODAY - timedelta(days=1)) in read(page)

    press(page, "dayAfter")
    assert not find(page, "dayAfter").isEnabled()
    press(page, "dayBefore")
    press(page, "today")
    assert weekday_date(TODAY) in read(page)


def test_today_goes_on_after_midnight(page, stage):
    page.refresh()
    stage.bench.clock.advance(days=1)

    page.refresh()

    assert weekday_date(TODAY + timedelta(days=1)) in read(page)


def test_what_reads_the_same_keeps_its_rows(page, full):
    page.refresh()
    before = page.findChildren(DigestRow)

    page.refresh()
    settle()

    assert page.findChildren(DigestRow) == before


def test_the_digest_is_copied_as_plain_text(page, full):
    page.refresh()
    said = heard(page.said)
    press(page, "copyDigest")
    text = QGuiApplication.clipboard().text()

    assert said == [("The digest is copied as text",)]
    assert text.startswith(f"Digest of {weekday_date(TODAY)}\n")
    assert "What moved people\n- Anna (@anna.test), 5 answer" in text
    assert "- Wheat is dearer (Gazette)\n" in text
    assert "- Dora (@dora.test)\n" in text
    assert "Hashtags of the day\n- #Bread\n" in text
    assert "  https://shop.test/carl/-20\n" in text
    assert not set(text) & {"\u2068", "\u2069"}


@pytest.mark.parametrize("width", [640, 836, 1400])
def test_the_column_stays_readable(page, full, width):
    page.refresh()
    page.resize(width, 536)
    settle()

    assert page.width() == width
    assert all(each.width() <= WIDEST for each in page.findChildren(DigestRow))
    header = find(page, "copyDigest").parentWidget()
    assert header.rect().contains(find(page, "copyDigest").geometry())


def test_a_conversation_is_opened_at_home(shell, full):
    shell.go_to("digest")
    shell.pages.digest.findChildren(DigestRow)[0].click()

    assert shell.rail.place == "home"
    assert shell.feeds.home.side.is_open
    assert "Are you open?" in shell.pages.digest.findChildren(DigestRow)[0].accessibleName()


def test_a_new_follower_is_opened_at_home(shell, full):
    shell.go_to("digest")
    shell.pages.digest.findChildren(DigestRow)[-1].click()

    assert shell.rail.place == "home"
    assert shell.feeds.home.side.is_open


def test_a_hashtag_is_looked_for_at_home(shell, full):
    shell.go_to("digest")
    press(shell.pages.digest, "#Bread")

    assert shell.rail.place == "home"
    assert shell.feeds.home.filter().search == "Bread"


def test_copying_is_confirmed_in_the_window(shell, full):
    shell.go_to("digest")
    press(shell.pages.digest, "copyDigest")

    assert shell.toasts.text == "The digest is copied as text"


def test_an_empty_day_offers_no_rows(page):
    page.refresh()

    assert not labels(page)
    assert not offers(page, "#Bread")
