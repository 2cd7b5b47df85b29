"""A card says what a post is, shows what hangs on it, and offers what the account can do."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect
from timeline_entries import (
    CLAIRE,
    LINK,
    MENTION,
    NOW,
    TAG,
    Lens,
    entry,
    facets,
    feed,
    gap,
    icons,
    photos,
    post,
    prose,
    words,
)

from desktop.services.domain.account import Cap
from desktop.services.domain.post import Author, Counts, Media, Quote
from desktop.ui.post_card import Face, Glyph, Mark, Prose, Setting, Words
from desktop.ui.post_layout import PostLayouts
from desktop.ui.theme import Theme

EVERYTHING = (~Cap.NONE).value
CAN = Setting(at=NOW, time="4 min", can=EVERYTHING)
CROISSANT = Media("image", "full", "thumb", "Un croissant", 1_068, 224)


@pytest.fixture
def layouts(qapp):
    return PostLayouts(Theme(), {"demo-place": "Place"}.get)


def test_a_post_stands_as_it_was_drawn(layouts):
    card = layouts.card(entry(post("x " * 60), is_unread=True), 627, CAN)
    face = next(part for part in card.parts if isinstance(part, Face))
    mark = next(part for part in card.parts if isinstance(part, Mark))
    text = next(part for part in card.parts if isinstance(part, Prose))

    assert face.box == QRect(20, 14, 40, 40)
    assert mark.box.right() > face.box.right()
    assert text.box.left() == 76
    assert text.box.right() == 627 - 20 - 1
    assert card.rule == QRect(20, card.height - 1, 627 - 40, 1)
    assert card.dot is not None
    assert abs(card.dot.center().y() - face.box.center().y()) <= 1
    assert card.height == 120


def test_name_handle_time_and_counts_are_said(layouts):
    card = layouts.card(entry(), 627, CAN)

    assert words(card) == ["4 min", "Claire Fontaine", "@clairef_lyon", "2", "12", "48"]
    assert prose(card) == ["Bonjour"]


def test_a_count_of_nothing_is_not_said(layouts):
    card = layouts.card(entry(post(counts=Counts(0, None, 12_840))), 627, CAN)

    assert words(card)[3:] == ["12.8\u00a0k"]


def test_nobody_without_a_name_goes_nameless(layouts):
    nobody = Author("demo-place", "id", "quiet", " \u202e ")
    card = layouts.card(entry(post(author=nobody)), 627, CAN)

    assert words(card)[:2] == ["4 min", "@quiet"]


def test_it_is_said_why_a_post_is_shown(layouts):
    answer = post(reply_to="p", reply_to_author="villedelyon")
    shown = entry(answer, reposter=replace(CLAIRE, name="Zoé"), also_on=("demo-place",))
    card = layouts.card(shown, 627, CAN)

    assert words(card)[:3] == [
        "\u2068Zoé\u2069 reposted",
        "Same post on \u2068Place\u2069, shown once",
        "Replying to \u2068@villedelyon\u2069",
    ]


def test_badges_marks_and_sight_are_shown(layouts):
    shown = post(paid=True, edited_at=NOW, visibility="followers")
    card = layouts.card(entry(shown, is_friend=True), 627, CAN)

    assert {"Paid", "Friend", "edited · 4 min"} <= set(words(card))
    assert "lock" in icons(card)
    assert any("Only for" in zone.tip for zone in card.zones)
    assert any("Edited" in zone.tip for zone in card.zones)


def test_a_long_name_gives_way_to_badges_on_a_line_of_their_own(layouts):
    long = post(author=replace(CLAIRE, name="A very long name indeed " * 4), paid=True)
    card = layouts.card(entry(long, is_friend=True), 340, CAN)
    name = next(part for part in card.parts if isinstance(part, Words) and part.role == "strong")
    badge = next(part for part in card.parts if isinstance(part, Words) and part.text == "Paid")

    assert name.text.endswith("…")
    assert badge.box.top() > name.box.bottom()


@pytest.mark.parametrize("width", [300, 348, 420, 607, 900, 1_600])
@pytest.mark.parametrize("size", [90, 100, 150])
def test_nothing_lies_outside_its_card(qapp, width, size):
    theme = Theme()
    theme.set_text_size(size)
    everything = post(
        "long " * 60,
        media=(CROISSANT,) * 4,
        quote=Quote("q", CLAIRE, "quoted " * 80, NOW),
        paid=True,
        edited_at=NOW,
        visibility="direct",
        reply_to="p",
        reply_to_author="someone." * 20,
    )
    shown = entry(everything, is_friend=True, also_on=("demo-place",), is_unread=True)
    card = PostLayouts(theme, str).card(shown, width, replace(CAN, depth=9))
    room = QRect(0, 0, width, card.height)

    for part in card.parts:
        assert room.contains(part.box), part
    for zone in card.zones:
        assert all(room.contains(box) for box in zone.boxes), zone


@pytest.mark.parametrize("size", [90, 100, 150])
def test_lines_are_as_high_as_their_type_at_every_size(qapp, size):
    theme = Theme()
    theme.set_text_size(size)
    card = PostLayouts(theme, str).card(entry(post("Ågy " * 80), is_friend=True), 420, CAN)

    for part in card.parts:
        if isinstance(part, Words):
            assert part.box.height() >= theme.px(16)
        if isinstance(part, Prose):
            bottom = part.paragraphs[-1][1] + part.paragraphs[-1][0].boundingRect().bottom()
            assert bottom <= part.box.height() + 1


def test_targets_are_large_enough_to_press(layouts):
    card = layouts.card(entry(), 627, CAN)

    for action in ("reply", "repost", "like", "bookmark", "more"):
        box = card.zone(action).boxes[0]
        assert min(box.width(), box.height()) >= 24


def test_what_can_be_pressed_in_a_text(layouts):
    text = "@zoé see #Lyon at lumiere.fr"
    marks = facets(
        text,
        (MENTION, "@zoé", "did:z"),
        (TAG, "#Lyon", "Lyon"),
        (LINK, "lumiere.fr", "https://evil.fr"),
    )
    card = layouts.card(entry(post(text, facets=marks)), 627, CAN)

    assert card.zone("mention:did:z") is not None
    assert card.zone("tag:Lyon") is not None
    assert card.zone("link:https://evil.fr").tip == "https://evil.fr"


def test_what_the_account_cannot_do_is_dimmed_and_says_why(layouts):
    card = layouts.card(entry(), 627, replace(CAN, can=Cap.LIKE.value))
    tokens = {part.name: part.token for part in card.parts if isinstance(part, Glyph)}

    assert card.zone("like").is_enabled
    assert card.zone("bookmark").is_enabled
    assert not card.zone("reply").is_enabled
    assert "read only" in card.zone("reply").tip
    assert tokens["reply"] == tokens["repeat-2"] == "disabled"
    assert tokens["heart"] == tokens["bookmark"] == "text2"


def test_what_was_done_shows_in_shape_and_words_not_in_colour_alone(layouts):
    done = entry(liked_by=frozenset({1}), reposted_by=frozenset({1}), is_bookmarked=True)
    card = layouts.card(done, 627, CAN)

    assert {"heart-filled", "bookmark-filled"} <= set(icons(card))
    assert card.zone("like").tip.startswith("Take back")
    assert card.zone("repost").tip.startswith("Take back")


def test_a_warned_post_is_covered_until_it_is_asked_for(layouts):
    secret = post("The baker did it", warning="Spoiler", media=(CROISSANT,))
    covered = layouts.card(entry(secret), 627, CAN)
    shown = layouts.card(entry(secret), 627, replace(CAN, is_revealed=True))

    assert prose(covered) == ["Spoiler"]
    assert not photos(covered)
    assert covered.zone("warning") is not None
    assert prose(shown) == ["Spoiler", "The baker did it"]
    assert photos(shown)


def test_a_long_post_is_folded_in_a_feed_and_whole_in_its_thread(layouts):
    long = entry(post("line\n" * 60))
    folded = layouts.card(long, 627, CAN)
    whole = layouts.card(long, 627, replace(CAN, is_in_thread=True))

    assert "Show more" in words(folded)
    assert folded.zone("open") is not None
    assert "Show more" not in words(whole)
    assert whole.height > 60 * 22


def test_a_thread_indents_but_never_out_of_sight(layouts):
    lefts = [
        next(
            part.box.left()
            for part in layouts.card(entry(), 627, replace(CAN, depth=depth)).parts
            if isinstance(part, Prose)
        )
        for depth in (0, 1, 2, 4, 50)
    ]

    assert lefts == [76, 92, 108, 140, 140]


def test_the_post_in_focus_says_its_full_date(layouts):
    card = layouts.card(entry(), 627, replace(CAN, is_in_thread=True, is_focus=True))

    assert any("2026" in text for text in words(card))
    assert card.bar is not None


def test_a_gap_says_what_is_missing_and_offers_to_fetch_it(qtbot, qapp):
    lens = Lens(qtbot, [*feed(2), gap(30), *feed(2, first=60)])
    card = lens.list.card(2)

    assert prose(card)[0].startswith("Some posts between ")
    assert prose(card)[0].endswith(" are not here.")
    assert words(card) == ["Fetch them"]
    assert card.zone("gap").is_enabled

    lens.list.set_fetching([card.entry.id])
    assert words(lens.list.card(2)) == ["Fetching…"]
    assert not lens.list.card(2).zone("gap").is_enabled


def test_a_gap_at_the_end_says_where_it_begins(qtbot, qapp):
    lens = Lens(qtbot, [*feed(2), gap(30)])

    assert prose(lens.list.card(2))[0].startswith("Some posts before ")


@pytest.mark.parametrize("year", [1, 1969, 2999, 9999])
def test_no_claimed_year_can_stop_the_painting(qtbot, qapp, year):
    strange = datetime(year, 12, 31, 23, 59, tzinfo=UTC)
    shown = entry()
    odd = replace(shown.post, created_at=strange, edited_at=strange)
    lens = Lens(qtbot, [replace(shown, post=odd)])
    lens.list.set_thread({}, shown.id)
    lens.picture()

    assert "4 min" in " ".join(words(lens.list.card(0)))


def test_the_last_512_cards_are_kept(layouts):
    entries = feed(600)
    cards = [layouts.card(each, 627, CAN) for each in entries]

    assert layouts.card(entries[-512], 627, CAN) is cards[-512]
    assert layouts.card(entries[0], 627, CAN) is not cards[0]


def test_a_kept_card_is_laid_out_again_when_anything_it_shows_changed(layouts):
    shown = entry()
    card = layouts.card(shown, 627, CAN)

    assert layouts.card(replace(shown), 627, CAN) is card
    assert layouts.card(shown, 628, CAN) is not card
    card = layouts.card(shown, 627, CAN)
    assert layouts.card(shown, 627, replace(CAN, time="5 min")) is not card
    card = layouts.card(shown, 627, CAN)
    assert layouts.card(replace(shown, is_unread=True), 627, CAN) is not card
    card = layouts.card(shown, 627, CAN)
    layouts.forget()
    assert layouts.card(shown, 627, CAN) is not card
