"""Those who hear the list hear the same as those who see it, in the order of reading."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from timeline_entries import CLAIRE, NOW, Lens, entry, feed, gap, post

from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Counts, LinkCard, Media, Quote
from desktop.ui.post_spoken import spoken


def say(of: FeedEntry) -> str:
    return spoken(of, {"demo-place": "Place", "demo-forum": "Forum"}.get, NOW)


def test_a_post_says_who_where_when_what_and_how_often(qapp):
    assert say(entry()) == (
        "Claire Fontaine. Place. 4 minute(s) ago. Bonjour. 2 reply(s). 12 repost(s). 48 like(s)"
    )


def test_descriptions_of_pictures_are_read_out(qapp):
    media = (
        Media("image", "a", "a", "Un croissant doré"),
        Media("image", "b", "b"),
        Media("video", "c", "c", "Le four"),
        Media("gif", "d", "d"),
    )
    said = say(entry(post(media=media)))

    assert "Picture: Un croissant doré. Picture without description. Video: Le four" in said
    assert "Video without description" in said


def test_everything_seen_round_a_post_is_said(qapp):
    full = post(
        reply_to="p",
        reply_to_author="villedelyon",
        paid=True,
        edited_at=NOW,
        quote=Quote("q", replace(CLAIRE, name="Ville"), "cité", NOW),
        card=LinkCard("https://x.fr", "Réserver"),
    )
    shown = entry(
        full,
        is_unread=True,
        is_friend=True,
        reposter=replace(CLAIRE, name="Zoé"),
        also_on=("demo-forum",),
        liked_by=frozenset({1}),
        reposted_by=frozenset({1}),
        is_bookmarked=True,
    )
    said = say(shown)

    for words in (
        "Unread. Claire Fontaine",
        "Zoé reposted",
        "Same post on Forum, shown once",
        "Replying to @villedelyon",
        "Friend",
        "Paid",
        "Edited",
        "Quotes Ville: cité",
        "Link: Réserver",
        "You like it",
        "You reposted it",
        "Bookmarked",
    ):
        assert words in said


def test_what_a_warning_hides_is_not_read_out(qapp):
    said = say(entry(post("The baker did it", warning="Spoiler")))

    assert "Hidden behind a warning: Spoiler" in said
    assert "baker" not in said


def test_counts_of_nothing_are_not_said(qapp):
    assert say(entry(post(counts=Counts(0, None, 0)))).endswith("Bonjour")


def test_a_gap_says_what_enter_does(qapp):
    assert "Enter" in say(gap(3))


@pytest.mark.parametrize("text", ["\u202eevil", "<b>x</b>", "a\x00b", "x" * 50_000])
def test_a_strangers_words_are_cleaned_and_bounded(qapp, text):
    said = say(entry(post(text, author=replace(CLAIRE, name=text))))

    assert "\u202e" not in said
    assert "\x00" not in said
    assert len(said) < 3_000


def test_a_screen_reader_finds_the_words_of_each_row_and_no_row_numbers(qtbot, qapp):
    lens = Lens(qtbot, feed(3))
    table = QAccessible.queryAccessibleInterface(lens.list)
    children = [table.child(number) for number in range(table.childCount())]
    names = {
        role: [each.text(QAccessible.Text.Name) for each in children if each.role() == role]
        for role in (QAccessible.Role.Cell, QAccessible.Role.RowHeader)
    }

    assert table.text(QAccessible.Text.Name) == "Posts"
    assert len(names[QAccessible.Role.Cell]) == 3
    assert all("Claire Fontaine" in name for name in names[QAccessible.Role.Cell])
    assert names[QAccessible.Role.RowHeader] == ["", "", ""]


def test_who_received_it_is_said_where_there_are_several(qapp):
    said = spoken(entry(), str.title, NOW, "@shop.test and @atelier.test")

    assert said.endswith("Received by @shop.test and @atelier.test")
    assert "Received by" not in say(entry())
