import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from services.archives.made import (
    START,
    X_ID,
    Car,
    cuts,
    mastodon_files,
    note,
    tarred,
    tweet,
    x_files,
    x_id,
    zipped,
)
from services.import_scene import car as car
from services.import_scene import everything, stored
from services.import_scene import imports as imports
from services.import_scene import x_zip as x_zip

from desktop.services.domain.errors import ArchiveRefused, GivenUp, Missing
from desktop.services.domain.feed import FeedFilter
from desktop.services.domain.post import Author, Counts, Post
from desktop.services.imports import BATCH
from desktop.services.people import People


def test_a_look_says_what_is_there_and_stores_nothing(bench, imports, x_zip):
    before = everything(bench)
    found = imports.look(x_zip())

    assert (found.network, found.handle, found.name) == ("x", "lumiere", "La Lumière")
    assert (found.posts, found.followers, found.following) == (3, 20, 10)
    assert found.first == START
    assert found.accounts == ()
    assert everything(bench) == before


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
