"""A shop owner uses X: nothing is asked of it unasked, and every price is said before."""

import re
import sqlite3
from contextlib import closing
from decimal import Decimal

from journeys.market import EVERY, TWIN, Answered
from journeys.owner import Owner
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit
from services.archives.made import script, tweet, x_files, zipped

from desktop.services.domain.account import Account
from desktop.ui.wording import money


def fetch_from_x(owner: Owner) -> None:
    """Fetch from X, which was paid for."""
    owner.shell.refresher.refresh_paid(owner.account("x").id)
    owner.at_rest()


def price_in(words: str) -> int:
    """Return the most that something costs, in millionths, as it is said in words."""
    (said,) = re.findall(r"at most \$?(\d+(?:\.\d+)?)", words)
    return int(Decimal(said) * 1_000_000)


def offers(owner: Owner, account: Account) -> list[QAbstractButton]:
    """Return the buttons that ask an account for money."""
    deck = owner.shell.feeds.home.deck
    return deck.findChildren(QAbstractButton, f"askPaid{account.id}")


def test_x_is_asked_only_when_the_user_saw_the_price_and_the_bill_agrees(
    owner, market, monkeypatch
):
    owner.fetch()
    assert market.asked_of_x() == []
    answered = Answered(monkeypatch, "desktop.views.settings.accounts_section")
    owner.pick(monkeypatch, "Fetch from it now")
    owner.x_menu()
    (question,) = answered.questions
    spending = owner.shell.session.spending
    most = price_in(question)
    mentions = owner.shell.feeds.mentions.panel.list
    owner.wait(lambda: "x" in owner.networks(mentions))
    owner.at_rest()
    assert "@shop Délicieux !" in owner.texts(mentions)
    assert 0 < market.x.bill.total <= most
    assert spending.spent() == market.x.bill.total
    owner.pick(monkeypatch, "See the spending")
    owner.x_menu()
    total, cap = money(market.x.bill.total, "USD", is_rounded=True), money(5_000_000, "USD")
    owner.wait_to_see(f"{total} of {cap} this month")
    asked = len(market.asked_of_x())
    owner.fetch()
    assert len(market.asked_of_x()) == asked


def test_a_like_on_x_opens_the_page_and_sends_nothing(owner, market, browser):
    fetch_from_x(owner)
    mentions = owner.shell.feeds.mentions.panel.list
    owner.click("place-mentions")
    entry = owner.wait_for(mentions, "@shop Délicieux")
    asked = market.asked_of_x()
    owner.press_in_post(mentions, owner.row_of(mentions, "@shop Délicieux"), "like")
    assert browser.visited[-1].startswith("https://x.com/intent/like?tweet_id=")
    assert entry.post.native_id in browser.visited[-1]
    owner.wait_to_see("Opened on X: it does not let programs do this.")
    assert market.asked_of_x() == asked


def test_x_joins_the_home_feed_once_it_was_paid_for_above_a_column(owner, market, monkeypatch):
    account = owner.account("x")
    owner.choose("homeSwitch", "columns")
    owner.wait(lambda: any(each.isVisible() for each in offers(owner, account)))
    assert market.asked_of_x() == []
    offer = next(each for each in offers(owner, account) if each.isVisible())
    most = price_in(offer.text())
    offer.click()
    owner.choose("homeSwitch", "feed")
    owner.wait(lambda: "x" in owner.networks(owner.home))
    owner.at_rest()
    assert 0 < market.x.bill.total <= most
    assert owner.shell.session.spending.spent() == market.x.bill.total
    owner.shell.feeds.home.filters.chips._chips["network-x"].click()
    owner.wait(lambda: owner.networks(owner.home) == {"x"})


def test_an_archive_of_x_adds_years_without_asking_x(owner, market, monkeypatch, tmp_path):
    own = {"accountId": market.x.me, "username": "shop", "accountDisplayName": "La Lumière"}
    files = x_files(
        [{**tweet(number), "user_id_str": market.x.me} for number in range(30)],
        account=script("account", [{"account": own}]),
    )
    path = zipped(tmp_path / "twitter.zip", files)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    owner.click("place-accounts")
    owner.click("importArchive")
    dialog = owner.dialog()
    dialog.verb_button.click()
    owner.wait(lambda: dialog.verb_button.text() == "Import")
    dialog.verb_button.click()
    owner.wait(lambda: dialog.cancel_button.text() == "Close")
    assert owner.sees("30 new post")
    dialog.cancel_button.click()
    assert len(owner.accounts()) == len(EVERY)
    owner.click("place-home")
    owner.click("searchOpener")
    owner.type_into(QLineEdit, "paletteField", "bread butter")
    owner.press("Return")
    owner.wait_for(owner.home, "Bread number 29 & some butter")
    owner.wait(lambda: owner.home.model().rowCount() == 30)
    assert market.asked_of_x() == []


def test_disconnecting_x_forgets_all_of_x_but_what_was_spent(owner, market, keyring, monkeypatch):
    fetch_from_x(owner)
    mentions = owner.shell.feeds.mentions.panel.list
    owner.wait(lambda: "x" in owner.networks(mentions))
    spent = owner.shell.session.spending.spent()
    answered = Answered(monkeypatch, "desktop.views.settings.accounts_section")
    owner.pick(monkeypatch, "Disconnect")
    owner.x_menu()
    assert "What was spent stays on record." in answered.questions[0]
    owner.wait(lambda: len(owner.accounts()) == len(EVERY) - 1)
    owner.wait(lambda: "x" not in owner.networks(mentions))
    database = owner.shell.session.data_file().path
    with closing(sqlite3.connect(database)) as stored:
        for table in ("post", "author", "account"):
            query = f"SELECT count(*) FROM {table} WHERE network = 'x'"
            assert stored.execute(query).fetchone() == (0,), table
    assert owner.shell.session.spending.spent() == spent > 0
    assert not [name for _, name in keyring._entries if name.startswith("x ")]
    assert market.x.oauth.refresh.keys() <= {market.x.refresh_token}
    owner.click("place-home")
    owner.wait_for(owner.home, TWIN)
