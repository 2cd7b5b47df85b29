"""Every foreseen trouble has a sentence: what happened, what is safe, what to do."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hostile_words import WORDS
from PySide6.QtCore import QLocale, QTranslator

from desktop.services.domain import errors
from desktop.services.domain.errors import CrieurError
from desktop.ui.languages import install_language
from desktop.ui.notices import Notice, notice_for

NOW = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)
FORBIDDEN = ("oops", "token", "API", "OAuth", "sync", "error", "!", "OK", "Yes", "exception")
REASONS = {
    errors.Refused: (
        "duplicate",
        "too_long",
        "policy",
        "scope",
        "blocked",
        "media",
        "tier",
        "not_summoned",
        "other",
    ),
    errors.StoreTrouble: (
        "disk_full",
        "locked",
        "newer_version",
        "damaged",
        "read_only",
        "not_a_workspace",
    ),
    errors.ArchiveRefused: (
        "not_an_archive",
        "truncated",
        "unsafe",
        "too_large",
        "encrypted",
        "empty",
        "unreadable",
        "other_account",
    ),
    errors.VaultTrouble: ("absent", "locked", "unsafe", "lost"),
}


PROXY_REASONS = ("unreachable", "password", "refused", "not_supported")


@pytest.fixture
def in_french(qapp) -> Iterator[None]:
    """Speak as in Lyon."""
    before = QLocale()
    install_language(qapp, "fr")
    yield
    for words in qapp.findChildren(QTranslator):
        qapp.removeTranslator(words)
        words.deleteLater()
    QLocale.setDefault(before)


def leaves(kind: type[CrieurError] = CrieurError) -> list[type[CrieurError]]:
    below = kind.__subclasses__()
    return [leaf for each in below for leaf in leaves(each)] if below else [kind]


def examples() -> list[CrieurError]:
    made: list[CrieurError] = [
        errors.InvalidField("identifier", "empty"),
        errors.InvalidField("identifier", "unheard_of"),
        errors.InvalidField("second_channel", "not_secure"),
        errors.InvalidField("second_channel", "has_name"),
        errors.IllegalMove("sent", "withdraw"),
        errors.RateLimited(NOW + timedelta(minutes=4)),
        errors.Unsupported("search", "https://example.com"),
        errors.Unsupported("search"),
        errors.Unreachable(),
        *(errors.Unreachable(proxy=reason) for reason in PROXY_REASONS),
        errors.SignedOut(),
        errors.Missing(),
        errors.OutcomeUnknown(),
        errors.BadAnswer(),
        errors.PaymentRequired(),
        errors.AllowanceUsedUp(),
        errors.AllowanceUsedUp(NOW + timedelta(days=9)),
        errors.BudgetReached(5_000_000, 4_990_000, 20_000),
        errors.GivenUp(),
    ]
    for kind, reasons in REASONS.items():
        made += [kind(reason) for reason in (*reasons, "unheard_of")]
    return made


def test_every_leaf_of_the_tree_has_an_example_here():
    assert set(leaves()) == {type(error) for error in examples()}


@pytest.mark.parametrize("kind", leaves(), ids=lambda kind: kind.__name__)
def test_every_leaf_has_words_of_its_own(kind):
    unforeseen = notice_for(ValueError("bug"), "Bluesky", NOW)
    own = [notice_for(each, "Bluesky", NOW) for each in examples() if type(each) is kind]

    assert own
    assert all(notice.title != unforeseen.title for notice in own)


def test_every_reason_that_the_domain_names_is_worded():
    source = ast.parse(Path(errors.__file__).read_text("utf-8"))
    for kind, reasons in REASONS.items():
        described = next(
            ast.get_docstring(node)
            for node in source.body
            if isinstance(node, ast.ClassDef) and node.name == kind.__name__
        )
        worded = {notice_for(kind(reason), "Bluesky", NOW) for reason in reasons}
        assert all(f'"{reason}"' in described for reason in reasons)
        assert len(worded) == len(reasons)


@pytest.mark.parametrize("error", examples(), ids=lambda error: f"{type(error).__name__} {error}")
def test_the_words_are_calm_whole_sentences(error):
    notice = notice_for(error, "Bluesky", NOW)

    for sentence in (notice.title, notice.text):
        assert sentence[0].isupper() or sentence[0] == "\u2068"
        assert sentence.endswith(".")
        assert not [word for word in FORBIDDEN if word in sentence]
        assert "{" not in sentence
    assert bool(notice.action) == bool(notice.action_text)


FRENCH_EXAMPLES = [*examples(), ZeroDivisionError("1/0")]


@pytest.mark.parametrize(
    "error", FRENCH_EXAMPLES, ids=lambda error: f"{type(error).__name__} {error}"
)
def test_every_trouble_is_told_in_french_too(request, error):
    english = notice_for(error, "Bluesky", NOW)
    request.getfixturevalue("in_french")
    french = notice_for(error, "Bluesky", NOW)

    assert french.action == english.action
    assert (french.action_text == english.action_text) == (not english.action)
    for said, source in ((french.title, english.title), (french.text, english.text)):
        assert said != source
        assert said[0].isupper() or said[0] == "\u2068"
        assert said.endswith(".")
        assert "{" not in said


def test_each_trouble_with_a_proxy_is_worded_and_leads_to_the_settings():
    described = errors.Unreachable.__doc__ or ""
    told = {notice_for(errors.Unreachable(proxy=each), "Bluesky", NOW) for each in PROXY_REASONS}

    assert all(f'"{reason}"' in described for reason in PROXY_REASONS)
    assert len(told) == len(PROXY_REASONS)
    assert all("proxy" in notice.title for notice in told)
    assert {notice.action for notice in told} == {"connection"}


def test_a_limit_says_until_when(in_english):
    notice = notice_for(errors.RateLimited(NOW + timedelta(minutes=4)), "Bluesky", NOW)

    assert "4 minute" in notice.text
    assert notice.action == ""


def test_what_nobody_foresaw_gets_honest_words_and_a_report():
    notice = notice_for(ZeroDivisionError("1/0"), "Bluesky", NOW)

    assert "did not foresee" in notice.title
    assert notice.action == "report"
    assert "1/0" not in notice.title + notice.text


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_the_name_of_an_account_is_harmless_in_a_sentence(words):
    title = notice_for(errors.Unreachable(), words, NOW).title

    assert len(title) < 260
    assert "\x00" not in title
    assert "\n" not in title


def test_no_name_is_named_in_words():
    assert notice_for(errors.Unreachable(), "", NOW).title == "The network cannot be reached."
    assert isinstance(notice_for(errors.Missing(), "", NOW), Notice)
