"""Before a post leaves, its writer knows who sees it, what it costs and what opens for it."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from screens import Stage, find, heard, press, read, type_post

from desktop.services.domain.account import Cap
from desktop.services.domain.draft import Draft
from desktop.services.networks.contract import SignIn
from desktop.ui.buttons import Button
from desktop.views.post_dialog import PostDialog
from desktop.views.post_terms import PostTerms


@pytest.fixture
def terms(stage, shown) -> PostTerms:
    return shown(PostTerms(stage.theme, stage.session.spending))


def x_account(stage: Stage, caps: Cap):
    """Connect an account on X that is able to do this."""
    rows = stage.bench.rows.accounts
    made = stage.bench.accounts.connect(SignIn("x", "https://api.x.com", "lumiere", "key"))
    account = replace(made, caps=caps)
    rows.update(account)
    stage.book.reload()
    return account


def test_a_plain_post_needs_no_terms(terms, stage):
    terms.show_terms(stage.bench.account, Draft("Bread"))
    assert terms.isHidden()


@pytest.mark.parametrize(
    ("seen_by", "sentence"),
    [("direct", "Only the people named in it can see this."), ("followers", "Only followers")],
)
def test_a_narrow_answer_says_who_sees_it(terms, stage, seen_by, sentence):
    terms.show_terms(stage.bench.account, Draft("Bread", visibility=seen_by))
    assert sentence in read(terms)


def test_what_x_charges_is_said_before_and_a_link_is_dear(terms, stage):
    account = x_account(stage, Cap.POST | Cap.METERED | Cap.HAND_OFF)
    terms.show_terms(account, Draft("Bread at seven"))
    assert "Sending this costs $0.015" in read(terms)
    assert "instead" not in read(terms)

    terms.show_terms(account, Draft("Bread: lumiere-lyon.fr/pain"))
    assert "because of the link" in read(terms)
    assert "0.20" in read(terms)
    assert "Open it on X instead, at no cost" in read(terms)


@pytest.fixture
def pages(monkeypatch) -> list[str]:
    opened: list[str] = []
    monkeypatch.setattr(
        "desktop.views.post_dialog.open_link", lambda url, *_: not opened.append(url)
    )
    return opened


def test_without_a_key_the_words_go_to_x_s_own_page(stage, window, pages):
    account = x_account(stage, Cap.KEYLESS | Cap.HAND_OFF)
    dialog = PostDialog(
        stage.theme, stage.session, stage.book, stage.tasks, window, account_id=account.id
    )
    dialog.open()
    gone = heard(dialog.handed_off)
    assert find(dialog, "verb", Button).text().startswith("Open X as")
    assert "you press Post there" in read(dialog)

    type_post(dialog, "Bread & butter")
    press(dialog, "verb")

    assert pages == ["https://x.com/intent/post?text=Bread%20%26%20butter"]
    assert QGuiApplication.clipboard().text() == "Bread & butter"
    assert len(gone) == 1
    assert not stage.session.publishing.outbox()


def test_words_stay_where_no_browser_opens(stage, window, monkeypatch):
    monkeypatch.setattr("desktop.views.post_dialog.open_link", lambda *_: False)
    account = x_account(stage, Cap.KEYLESS | Cap.HAND_OFF)
    dialog = PostDialog(
        stage.theme, stage.session, stage.book, stage.tasks, window, account_id=account.id
    )
    dialog.open()
    gone = heard(dialog.handed_off)
    type_post(dialog, "Bread & butter")
    press(dialog, "verb")

    assert gone == []
    assert dialog.isVisible()


def test_a_dear_link_may_leave_through_the_browser(stage, window, pages):
    account = x_account(stage, Cap.POST | Cap.METERED | Cap.HAND_OFF)
    dialog = PostDialog(
        stage.theme, stage.session, stage.book, stage.tasks, window, account_id=account.id
    )
    dialog.open()
    type_post(dialog, "Bread: lumiere-lyon.fr/pain")

    press(dialog, "byHandInstead")

    assert len(pages) == 1
    assert not stage.session.publishing.outbox()
