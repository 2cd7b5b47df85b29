"""What X refuses to programs is done on its own page, wherever a post of it is shown."""

import pytest
from fake_server import arrival, author
from feed_scene import Scene, entry_of, press_post
from screens import heard

from desktop.services.domain.account import Cap
from desktop.services.domain.post import Facet, FacetKind
from desktop.services.networks.contract import SignIn

BREAD, ASKED = "Fresh bread", "@lumiere is there rye?"


@pytest.fixture
def by_hand(scene: Scene) -> Scene:
    """Two posts on X, one of which mentions the account."""
    server = scene.stage.bench.registry.server("https://api.x.com")
    server.caps = Cap.HOME | Cap.REPLY | Cap.POST | Cap.HAND_OFF
    account = scene.stage.session.accounts.connect(
        SignIn("x", "https://api.x.com", "lumiere", "secret")
    )
    mention = Facet(FacetKind.MENTION, 0, 8, account.native_id)
    on_x = {"network": "x", "author": author("claire", "x")}
    server.write(
        arrival(1, BREAD, native_id="1850", **on_x),
        arrival(2, ASKED, native_id="1851", facets=(mention,), **on_x),
    )
    scene.stage.book.reload()
    scene.fetch(account)
    return scene


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """Addresses that the browser was sent to."""
    sent: list[str] = []
    monkeypatch.setattr(
        "desktop.views.hand_offs.open_link", lambda url, _window, _theme: not sent.append(url)
    )
    return sent


@pytest.mark.parametrize(
    ("action", "page", "sentence"),
    [
        ("like", "like?tweet_id=1850", "Opened on X: it does not let programs do this."),
        ("repost", "retweet?tweet_id=1850", "Opened on X: it does not let programs do this."),
        (
            "reply",
            "post?in_reply_to=1850",
            "Opened on X: programs may answer there only those who mentioned you.",
        ),
    ],
)
def test_the_icons_lead_to_the_page_and_say_why(
    by_hand: Scene, opened: list[str], action: str, page: str, sentence: str
):
    said = heard(by_hand.feeds.actions.said)
    press_post(by_hand.list, BREAD, action)

    assert opened == [f"https://x.com/intent/{page}"]
    assert said == [(sentence,)]


def test_who_mentioned_the_account_is_answered_here(by_hand: Scene, opened: list[str]):
    asked = heard(by_hand.feeds.actions.reply_asked)
    press_post(by_hand.list, ASKED, "reply")

    assert [entry.post.text for entry, _ in asked] == [ASKED]
    assert opened == []


def test_what_leads_to_a_page_is_not_dimmed(by_hand: Scene):
    can = by_hand.feeds.actions.capabilities(entry_of(by_hand.list, BREAD))

    assert Cap.LIKE | Cap.REPOST | Cap.REPLY | Cap.QUOTE in can


def test_an_account_that_may_only_read_opens_nothing(by_hand: Scene, opened: list[str]):
    entry = entry_of(by_hand.list, BREAD)
    account = by_hand.stage.book.get(entry.account_ids[0])
    by_hand.stage.session.accounts.set_may_post(account.id, False)
    by_hand.stage.book.reload()
    for action in ("like", "repost", "reply"):
        by_hand.feeds.actions.do(action, entry)

    assert opened == []
    assert by_hand.feeds.actions.capabilities(entry) == Cap.NONE
