import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from services.archives.made import (
    DID,
    PUBLIC,
    START,
    X_ID,
    Car,
    cuts,
    mastodon_files,
    note,
    people,
    tarred,
    tweet,
    x_files,
    x_id,
    zipped,
)
from workbench import Workbench

from desktop.services.accounts import Accounts
from desktop.services.credentials import Credentials
from desktop.services.domain.account import Account, Cap
from desktop.services.domain.errors import ArchiveRefused, GivenUp, Missing
from desktop.services.domain.feed import FeedFilter
from desktop.services.domain.post import Author, Counts, Post
from desktop.services.imports import BATCH, Imports
from desktop.services.networks.contract import Credential, SignIn
from desktop.services.people import People

ME = Account(0, "x", X_ID, "Lumiere", "La Lumière", "https://api.x.com", caps=Cap.HOME)


@pytest.fixture
def imports(bench: Workbench) -> Imports:
    return Imports(bench.rows, bench.accounts, bench.clock)


@pytest.fixture
def x_zip(tmp_path: Path):
    """Write an archive of X with some posts, followed by 1-20 and following 15-24."""

    def write(count: int = 3, name: str = "x.zip", first: int = 0) -> Path:
        files = x_files(
            [tweet(number) for number in range(first, count)],
            follower=people("follower", range(1, 21)),
            following=people("following", range(15, 25)),
        )
        return zipped(tmp_path / name, files)

    return write


@pytest.fixture
def car(tmp_path: Path):
    def write(made: Car) -> Path:
        path = tmp_path / "repository.car"
        path.write_bytes(made.written())
        return path

    return write


def stored(bench: Workbench) -> int:
    return bench.rows.database.rows("SELECT count(*) FROM post")[0][0]


def everything(bench: Workbench) -> list[object]:
    tables = ("account", "author", "post", "relation", "feed_item", "feed_source", "sync")
    return [bench.rows.database.rows(f"SELECT * FROM {table}") for table in tables]


def friends(bench: Workbench, account: Account) -> int:
    return bench.rows.database.rows(
        "SELECT count(*) FROM relation WHERE account_id = ? AND following_id <> '' AND followed_by",
        (account.id,),
    )[0][0]


def test_a_look_says_what_is_there_and_stores_nothing(bench, imports, x_zip):
    before = everything(bench)
    found = imports.look(x_zip())

    assert (found.network, found.handle, found.name) == ("x", "lumiere", "La Lumière")
    assert (found.posts, found.followers, found.following) == (3, 20, 10)
    assert found.first == START
    assert found.accounts == ()
    assert everything(bench) == before


def test_an_archive_of_nobody_connected_makes_an_account_that_is_only_read(bench, imports, x_zip):
    outcome = imports.take(x_zip())

    account = outcome.account
    assert account in bench.accounts.all()
    assert (account.network, account.native_id, account.handle) == ("x", X_ID, "lumiere")
    assert account.caps == Cap.KEYLESS | Cap.HAND_OFF
    assert account.limits.counter == "x_weighted"
    assert (outcome.new_posts, outcome.known_posts) == (3, 0)
    assert (outcome.followers, outcome.following, outcome.was_stopped) == (20, 10, False)


def test_a_second_import_doubles_nothing(bench, imports, x_zip):
    imports.take(x_zip())
    before = everything(bench)

    outcome = imports.take(x_zip())

    assert (outcome.new_posts, outcome.known_posts) == (0, 3)
    assert everything(bench) == before


def test_a_newer_archive_adds_what_is_new_in_it(bench, imports, x_zip):
    imports.take(x_zip(3))
    outcome = imports.take(x_zip(5, first=1))
    assert (outcome.new_posts, outcome.known_posts) == (2, 2)
    assert stored(bench) == 5


def test_friends_are_those_in_both_lists(bench, imports, x_zip):
    account = imports.take(x_zip()).account
    assert friends(bench, account) == 6


def test_the_latest_lists_count_where_nobody_else_tells(bench, imports, x_zip, tmp_path):
    account = imports.take(x_zip()).account
    files = x_files([], follower=people("follower", [1]), following=people("following", [1]))

    imports.take(zipped(tmp_path / "later.zip", files))

    assert friends(bench, account) == 1
    assert bench.rows.database.rows("SELECT count(*) FROM relation") == [(1,)]


def test_imported_posts_are_found_by_search_in_the_person_pane_and_in_no_feed(
    bench, imports, x_zip
):
    account = imports.take(x_zip()).account

    found = bench.rows.feed.window(FeedFilter(search="butter")).ids
    assert len(found) == 3
    own = bench.rows.feed.window(FeedFilter(search="butter", account_ids=(account.id,))).ids
    assert [*own] == [*found]
    person = People(bench.rows, bench.accounts).person(account.id, X_ID)
    assert (person.stored_posts, len(person.recent)) == (3, 3)
    assert person.first_seen == START
    assert [*bench.rows.feed.window(FeedFilter()).ids] == []


def test_what_the_network_gave_stays_as_it_is(bench, imports, x_zip):
    author = Author("x", X_ID, "lumiere2", "New name", followers=90)
    live = Post("x", x_id(1), author, START, "Edited since", counts=Counts(likes=70))
    bench.rows.posts.save([live])

    outcome = imports.take(x_zip())

    assert (outcome.new_posts, outcome.known_posts) == (2, 1)
    kept = bench.rows.posts.get(bench.rows.posts.id_of("x", x_id(1)))
    assert (kept.text, kept.counts.likes) == ("Edited since", 70)
    other = bench.rows.posts.get(bench.rows.posts.id_of("x", x_id(2)))
    assert (other.author.handle, other.author.name) == ("lumiere2", "New name")
    assert other.author.followers == 90


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


def test_progress_goes_forward_to_the_end(imports, x_zip):
    looked, took = [], []
    path = x_zip(3 * BATCH)
    found = imports.look(path, lambda *far: looked.append(far))
    imports.take(path, lambda *far: took.append(far))

    assert looked == sorted(looked)
    assert looked[-1][0] == looked[-1][1]
    assert took == sorted(took)
    assert took[-1] == (found.items, found.items)
    assert len(took) >= 5


def test_a_look_can_be_stopped(imports, x_zip):
    stop = threading.Event()
    with pytest.raises(GivenUp):
        imports.look(x_zip(2000), lambda done, total: stop.set(), stop)


def test_a_stopped_import_keeps_what_it_has_and_goes_on_later(bench, imports, x_zip):
    path, stop = x_zip(3 * BATCH), threading.Event()

    def once(done: int, total: int) -> None:
        stop.set()

    outcome = imports.take(path, once, stop)

    assert outcome.was_stopped
    assert outcome.new_posts == stored(bench) == BATCH
    assert (outcome.followers, outcome.following) == (0, 0)
    again = imports.take(path)
    assert (again.new_posts, again.known_posts) == (2 * BATCH, BATCH)
    assert not again.was_stopped


def test_others_may_write_between_two_batches(bench, imports, x_zip):
    with ThreadPoolExecutor(1) as lane:

        def write(done: int, total: int) -> None:
            lane.submit(bench.rows.settings.put, "seen", done).result(timeout=5)

        outcome = imports.take(x_zip(2 * BATCH), write)
        lane.submit(bench.rows.database.close_thread).result()

    assert bench.rows.settings.get("seen") == outcome.found.items


def test_an_account_that_goes_meanwhile_ends_the_import(bench, imports, x_zip):
    path = x_zip(3 * BATCH)

    def disconnect(done: int, total: int) -> None:
        for account in bench.accounts.all():
            if account.network == "x":
                bench.rows.accounts.remove(account.id)

    with pytest.raises(Missing):
        imports.take(path, disconnect)


@pytest.mark.parametrize("looked_before", [True, False])
def test_a_file_that_was_changed_is_read_through_first(bench, imports, x_zip, looked_before):
    path = x_zip()
    if looked_before:
        imports.look(path)
    path.write_bytes(path.read_bytes()[:-9])
    before = everything(bench)

    with pytest.raises(ArchiveRefused):
        imports.take(path)
    assert everything(bench) == before


@pytest.mark.parametrize("kind", ["x", "mastodon", "bluesky"])
def test_no_cut_of_an_archive_is_half_imported(bench, imports, tmp_path, car, kind):
    if kind == "bluesky":
        made = Car()
        for number in range(9):
            made.post(number)
        whole = car(made).read_bytes()
    elif kind == "x":
        whole = zipped(tmp_path / "x.zip", x_files([tweet(1), tweet(2)])).read_bytes()
    else:
        whole = tarred(tmp_path / "m.tar.gz", mastodon_files([note(1)])).read_bytes()
    path = tmp_path / "cut"
    before = everything(bench)
    for content in cuts(whole, 97):
        path.write_bytes(content)
        with pytest.raises(ArchiveRefused):
            imports.take(path)
    assert everything(bench) == before


@pytest.mark.parametrize(
    ("tweets", "reason"), [([], "empty"), ([{"id_str": "x"}, 3], "unreadable")]
)
def test_an_archive_with_nothing_in_it_is_refused(imports, tmp_path, tweets, reason):
    with pytest.raises(ArchiveRefused) as caught:
        imports.look(zipped(tmp_path / "x.zip", x_files(tweets)))
    assert caught.value.reason == reason


def test_what_is_left_out_is_counted(imports, tmp_path):
    tweets = [tweet(1), tweet(2, "RT @anna: Bread"), {"id_str": "x"}]
    found = imports.look(zipped(tmp_path / "x.zip", x_files(tweets, like="not even read")))
    assert (found.posts, found.reposts, found.unreadable) == (1, 1, 1)
    assert found.left_aside == ("likes", "reposts")
    assert (found.followers, found.following) == (None, None)
