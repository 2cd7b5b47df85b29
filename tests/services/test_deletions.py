"""Posts that were edited or deleted on the network are so here too."""

from dataclasses import replace

import pytest
from fake_server import arrival, post
from workbench import Workbench

from desktop.services.deletions import Deletions
from desktop.services.domain.account import Cap
from desktop.services.domain.errors import Unreachable, Unsupported
from desktop.services.domain.portions import SMALL
from desktop.services.ingest import Ingest


@pytest.fixture
def ingest(bench: Workbench) -> Ingest:
    return Ingest(bench.rows, bench.accounts, bench.clock)


@pytest.fixture
def deletions(bench: Workbench, ingest: Ingest) -> Deletions:
    bench.server.write(*(arrival(number) for number in range(1, 6)))
    ingest.refresh(bench.account.id)
    return Deletions(bench.rows, bench.accounts, ingest, bench.clock)


def test_a_deleted_post_that_the_feed_leaves_out_goes(
    bench: Workbench, ingest: Ingest, deletions: Deletions
) -> None:
    bench.server.take_away("at://anna/3")
    arrivals = ingest.refresh(bench.account.id).arrivals
    assert deletions.follow(bench.account.id, arrivals) == 1
    assert bench.shown() == ["Post 5", "Post 4", "Post 2", "Post 1"]
    assert bench.rows.posts.id_of("bluesky", "at://anna/3") is None


def test_a_post_that_only_left_the_feed_stays(
    bench: Workbench, ingest: Ingest, deletions: Deletions
) -> None:
    bench.server.home = [each for each in bench.server.home if "/3" not in each.post.native_id]
    arrivals = ingest.refresh(bench.account.id).arrivals
    assert deletions.follow(bench.account.id, arrivals) == 0
    assert len(bench.shown()) == 5


def test_nothing_is_asked_when_nothing_is_doubtful(
    bench: Workbench, ingest: Ingest, deletions: Deletions
) -> None:
    deletions.follow(bench.account.id, ingest.refresh(bench.account.id).arrivals)
    assert bench.server.called("posts") == 0


def test_checked_posts_follow_edits_and_deletions_in_batches(
    bench: Workbench, ingest: Ingest, deletions: Deletions
) -> None:
    bench.server.write(*(arrival(number) for number in range(6, 46)))
    ingest.refresh(bench.account.id)
    bench.server.posts["at://anna/7"] = post(7, "Mended", version="cid-7b")
    bench.server.take_away("at://anna/8")
    shown = [entry.post.native_id for entry in bench.feed() if entry.post]
    assert deletions.check(bench.account.id, shown) == 1
    assert bench.server.called("posts") == 2
    assert "Mended" in bench.shown()
    assert "Post 8" not in bench.shown()


def test_a_network_that_cannot_be_asked_deletes_nothing(
    bench: Workbench, deletions: Deletions
) -> None:
    bench.server.fail("posts", Unreachable())
    with pytest.raises(Unreachable):
        deletions.check(bench.account.id, ["at://anna/1"])
    assert len(bench.shown()) == 5


def test_the_network_is_told_which_versions_are_stored(
    bench: Workbench, deletions: Deletions, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[list[str]] = []
    network = bench.accounts.network(bench.account.id)
    monkeypatch.setattr(network, "posts", lambda ids, versions: told.append(versions) or ())
    deletions.check(bench.account.id, ["at://anna/2", "at://anna/404", "at://anna/1"])
    assert told == [[post(2).version, "", post(1).version]]
    assert all(told[0][::2])


def test_no_more_is_asked_at_once_than_a_page_where_that_costs_money(
    bench: Workbench, ingest: Ingest, deletions: Deletions
) -> None:
    bench.server.write(*(arrival(number) for number in range(6, 46)))
    arrivals = ingest.refresh(bench.account.id).arrivals
    bench.rows.accounts.update(replace(bench.account, caps=bench.account.caps | Cap.METERED))
    deletions.follow(bench.account.id, [arrivals[0], arrivals[-1]])
    asked = [told for name, told in bench.server.calls if name == "posts"]
    assert [len(native_ids) for native_ids in asked] == [SMALL]


def test_posts_of_which_a_server_cannot_tell_whether_they_are_gone_stay(
    bench: Workbench, deletions: Deletions
) -> None:
    bench.server.fail("posts", Unsupported("resolve"))
    assert deletions.check(bench.account.id, ["at://anna/1"]) == 0
    assert len(bench.shown()) == 5


def test_a_post_just_sent_is_given_time_to_appear(
    bench: Workbench, ingest: Ingest, deletions: Deletions
) -> None:
    ingest.add_own(bench.account.id, post(6, by="shop"))
    bench.clock.advance(minutes=7)
    assert deletions.check(bench.account.id, ["at://shop/6"]) == 0
    bench.clock.advance(minutes=60)
    assert deletions.check(bench.account.id, ["at://shop/6"]) == 1
