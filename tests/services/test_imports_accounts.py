from dataclasses import replace

import pytest
from services.archives.made import (
    DID,
    PUBLIC,
    X_ID,
    Car,
    mastodon_files,
    note,
    people,
    tarred,
    x_files,
    zipped,
)
from services.import_scene import car as car
from services.import_scene import friends
from services.import_scene import imports as imports
from services.import_scene import x_zip as x_zip

from desktop.services.accounts import Accounts
from desktop.services.credentials import Credentials
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import ArchiveRefused
from desktop.services.networks.contract import Credential, SignIn

ME = Account(0, "x", X_ID, "Lumiere", "La Lumière", "https://api.x.com", caps=Cap.HOME)


def test_an_archive_of_nobody_connected_makes_an_account_that_is_only_read(bench, imports, x_zip):
    outcome = imports.take(x_zip())

    account = outcome.account
    assert account in bench.accounts.all()
    assert (account.network, account.native_id, account.handle) == ("x", X_ID, "lumiere")
    assert account.caps == Cap.KEYLESS | Cap.HAND_OFF
    assert account.limits.counter == "x_weighted"
    assert (outcome.new_posts, outcome.known_posts) == (3, 0)
    assert (outcome.followers, outcome.following, outcome.was_stopped) == (20, 10, False)


def test_friends_are_those_in_both_lists(bench, imports, x_zip):
    account = imports.take(x_zip()).account
    assert friends(bench, account) == 6


def test_the_latest_lists_count_where_nobody_else_tells(bench, imports, x_zip, tmp_path):
    account = imports.take(x_zip()).account
    files = x_files([], follower=people("follower", [1]), following=people("following", [1]))

    imports.take(zipped(tmp_path / "later.zip", files))

    assert friends(bench, account) == 1
    assert bench.rows.database.rows("SELECT count(*) FROM relation") == [(1,)]


def test_an_archive_goes_to_the_account_that_is_connected(bench, imports, x_zip):
    mine = bench.rows.accounts.add(ME)
    found = imports.look(x_zip())
    assert found.accounts == (mine,)
    assert imports.take(x_zip()).account == mine
    assert len(bench.accounts.all()) == 2


def test_an_account_known_by_its_handle_only_learns_its_id(bench, imports, x_zip):
    typed = replace(ME, native_id="lumiere", handle="lumiere", caps=Cap.KEYLESS | Cap.HAND_OFF)
    mine = bench.rows.accounts.add(typed)

    account = imports.take(x_zip()).account

    assert (account.id, account.native_id) == (mine.id, X_ID)
    assert bench.accounts.get(mine.id).native_id == X_ID


class OneAccount:
    """A registry where everybody signs in to one account."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def sign_in(self, request: SignIn) -> tuple[Account, Credential]:
        return self.account, Credential("secret")


@pytest.mark.parametrize("typed", [False, True])
def test_signing_in_later_joins_the_account_of_the_archive(bench, imports, x_zip, typed):
    if typed:
        account = bench.rows.accounts.add(
            replace(ME, native_id="lumiere", handle="lumiere", caps=Cap.KEYLESS)
        )
    else:
        account = imports.take(x_zip()).account
    credentials = Credentials(bench.rows, bench.vault)
    accounts = Accounts(bench.rows, credentials, OneAccount(ME), bench.clock)

    joined = accounts.connect(SignIn("x", "", "client", ""))

    assert joined.id == account.id
    assert (joined.native_id, joined.server) == (X_ID, "https://api.x.com")
    assert Cap.KEYLESS not in joined.caps
    assert credentials.read(joined) == Credential("secret")
    assert len(accounts.all()) == 2


def test_a_mastodon_archive_and_its_lists_come_together(bench, imports, tmp_path):
    archive = tarred(tmp_path / "m.tar.gz", mastodon_files([note(1), note(2, to=[PUBLIC])]))
    account = imports.take(archive).account
    assert account.native_id == "lumiere@shop.example"
    assert account.server == "https://shop.example"
    assert account.caps == Cap.KEYLESS
    followers = tmp_path / "followers.csv"
    followers.write_text("Account address\nbo@a.example\ncy@b.example\n")
    following = tmp_path / "following_accounts.csv"
    following.write_text("Account address,Show boosts\nbo@a.example,true\n")

    found = imports.look(followers)
    assert (found.handle, found.followers, found.following) == ("", 2, None)
    assert found.accounts == (account,)
    imports.take(followers)
    imports.take(following)

    assert friends(bench, account) == 1


def test_a_list_without_any_account_of_its_network_is_refused(bench, imports, tmp_path):
    path = tmp_path / "followers.csv"
    path.write_text("Account address\nbo@a.example\n")
    with pytest.raises(ArchiveRefused) as caught:
        imports.look(path)
    assert caught.value.reason == "other_account"


def test_a_list_goes_to_the_account_that_was_chosen(bench, imports, tmp_path):
    one, two = (
        bench.rows.accounts.add(
            replace(ME, network="mastodon", native_id=f"{name}@a.example", handle=f"{name}@a")
        )
        for name in ("one", "two")
    )
    path = tmp_path / "followers.csv"
    path.write_text("Account address\nbo@a.example\n")

    assert imports.look(path).accounts == (one, two)
    with pytest.raises(ArchiveRefused):
        imports.take(path)
    assert imports.take(path, account_id=two.id).account == two


def test_a_connected_accounts_relations_are_only_added_to(bench, imports, car):
    live = replace(
        ME,
        network="bluesky",
        native_id=DID,
        handle="lumiere.test",
        server="https://pds.test",
        caps=Cap.HOME | Cap.RELATIONSHIPS,
    )
    account = bench.rows.accounts.add(live)
    made = Car()
    made.post(1)
    made.add("app.bsky.graph.follow", "3k", {"subject": "did:plc:other"})

    outcome = imports.take(car(made))

    assert outcome.account == account
    assert outcome.found.handle == DID
    person = bench.rows.people.person(
        bench.rows.people.author_id("bluesky", "did:plc:other"), account.id
    )
    assert person.relation.following_id == f"at://{DID}/app.bsky.graph.follow/3k"
    own = bench.rows.people.author_id("bluesky", DID)
    assert bench.rows.people.person(own, account.id).author.handle == "lumiere.test"


def test_an_account_without_a_handle_is_called_by_its_id(imports, car):
    made = Car()
    made.post(1)
    assert imports.take(car(made)).account.handle == DID
