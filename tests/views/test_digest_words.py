"""How a day is worded: reasons, beginnings, ages, and what is left out."""

from datetime import date, timedelta

import pytest
from fake_server import author, post
from fakes import START

from desktop.services.domain.digest import DailyDigest, Moved, Newcomer, Why, local_day
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Media
from desktop.views import digest_words


def entry(**fields: object) -> FeedEntry:
    return FeedEntry(1, START, (), post(0, **fields))


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Why("times", 2), "Twice what Anna usually gets"),
        (Why("times", 3), "Three times what Anna usually gets"),
        (Why("times", 12), "12 times what Anna usually gets"),
        (Why("replies", 12), "12 answer"),
        (Why("reposts", 12), "12 repost"),
        (Why("likes", 12), "12 like"),
    ],
)
def test_each_post_says_why_it_is_there(english, why, words):
    said = digest_words.reason(Moved(entry(), why)).translate(digest_words._ISOLATES)

    assert said.startswith(words)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": "one\n\ntwo"}, "one two"),
        ({"warning": "Gore"}, "Behind a warning: Gore"),
        ({"text": " ", "media": (Media("image", "", "", "A red door"),)}, "A red door"),
        ({"text": " "}, "A post without words."),
    ],
)
def test_a_post_is_told_by_how_it_begins(english, fields, words):
    assert digest_words.first_lines(post(0, **fields)).translate(digest_words._ISOLATES) == words


def test_a_long_post_is_cut():
    told = digest_words.first_lines(post(0, "word " * 200))

    assert len(told) <= digest_words.LONGEST
    assert told.endswith("…")


@pytest.mark.parametrize(
    ("how_long", "words"),
    [
        ({"seconds": 5}, "Has waited for 1 minute"),
        ({"minutes": 59}, "Has waited for 59 minute"),
        ({"hours": 47}, "Has waited for 47 hour"),
        ({"days": 3}, "Has waited for 3 day"),
    ],
)
def test_an_age_is_told_in_words(english, how_long, words):
    assert digest_words.waits(entry(), START + timedelta(**how_long)).startswith(words)


def test_who_is_not_named_is_counted(english):
    told = DailyDigest(
        local_day(date(2026, 11, 21)),
        unanswered=(entry(),),
        more_unanswered=4,
        followers=(Newcomer(author("dora"), 1),),
        more_followers=2,
    )
    text = digest_words.as_text(told, START)

    assert "- And 4 more." in text
    assert "- And 2 more." in text
