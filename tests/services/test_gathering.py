"""Columns gather what servers find, page by page, without holes and each network by itself."""

import pytest
from fake_server import arrival
from workbench import SIGN_IN, Workbench

from desktop.services.domain.account import Cap
from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.domain.errors import Missing, Unreachable
from desktop.services.domain.feed import FeedFilter
from desktop.services.gathering import MAX_PAGES, Gathered, Gathering
from desktop.services.networks.contract import SignIn

TAG = Column(ColumnKind.TAG, what="bread")


@pytest.fixture
def gathering(bench: Workbench) -> Gathering:
    return Gathering(bench.rows, bench.accounts, bench.clock)


def write(bench: Workbench, *numbers: int) -> None:
    bench.server.write(*(arrival(number, f"Post {number} #bread") for number in numbers))


def shown(bench: Workbench, column: Column = TAG) -> list[str]:
    found = bench.rows.feed.window(FeedFilter(gathered=column.key)).ids
    return [each.post.text for each in bench.rows.feed.entries(found) if each.post]


def test_a_hashtag_is_gathered_and_only_what_is_new_counts(
    bench: Workbench, gathering: Gathering
) -> None:
    write(bench, 1, 2)
    bench.server.write(arrival(3, "Rain"))
    assert gathering.refresh(bench.account.id, TAG) == Gathered(2, False)
    write(bench, 4)
    assert gathering.refresh(bench.account.id, TAG) == Gathered(1, False)
    assert shown(bench) == ["Post 4 #bread", "Post 2 #bread", "Post 1 #bread"]
    assert bench.shown() == []


def test_older_pages_come_when_they_are_asked_for(bench: Workbench, gathering: Gathering) -> None:
    bench.server.page_size = 2
    write(bench, *range(5))
    assert gathering.refresh(bench.account.id, TAG) == Gathered(2, True)
    assert gathering.load_older(bench.account.id, TAG) == Gathered(2, True)
    assert gathering.load_older(bench.account.id, TAG) == Gathered(1, False)
    assert gathering.load_older(bench.account.id, TAG) == Gathered(0, False)
    assert len(shown(bench)) == 5


def test_more_than_one_refresh_takes_is_fetched_by_the_next(
    bench: Workbench, gathering: Gathering
) -> None:
    bench.server.page_size = 2
    write(bench, 1)
    gathering.refresh(bench.account.id, TAG)
    write(bench, *range(2, 14))
    assert gathering.refresh(bench.account.id, TAG).new == 2 * MAX_PAGES
    assert gathering.refresh(bench.account.id, TAG).new == 12 - 2 * MAX_PAGES
    assert len(shown(bench)) == 13
    assert gathering.refresh(bench.account.id, TAG) == Gathered(0, False)


def test_trouble_half_way_costs_only_what_was_not_fetched(
    bench: Workbench, gathering: Gathering
) -> None:
    bench.server.page_size = 2
    write(bench, 1)
    gathering.refresh(bench.account.id, TAG)
    write(bench, *range(2, 8))
    answered: list[str] = []

    def break_off(step: str) -> None:
        answered.append(step)

    bench.server.fail("tagged", break_off, Unreachable())
    with pytest.raises(Unreachable):
        gathering.refresh(bench.account.id, TAG)
    assert len(shown(bench)) == 3
    bench.clock.advance(hours=1)
    gathering.refresh(bench.account.id, TAG)
    assert len(shown(bench)) == 7


def test_lists_searches_and_people_are_gathered_alike(
    bench: Workbench, gathering: Gathering
) -> None:
    bench.server.lists["bakers"] = {"did:anna"}
    bench.server.write(arrival(1, "Fresh bread"), arrival(2, "Rain", "bob"))
    assert [each.name for each in gathering.lists(bench.account.id)] == ["Bakers"]
    for column, texts in (
        (Column(ColumnKind.LIST, bench.account.id, "bakers"), ["Fresh bread"]),
        (Column(ColumnKind.SEARCH, what="Rain"), ["Rain"]),
        (Column(ColumnKind.PERSON, what="did:bob", network="bluesky"), ["Rain"]),
    ):
        gathering.refresh(bench.account.id, column)
        assert shown(bench, column) == texts
    with pytest.raises(Missing):
        gathering.refresh(bench.account.id, Column(ColumnKind.LIST, bench.account.id, "gone"))


def test_a_column_that_goes_takes_its_gathering_along(
    bench: Workbench, gathering: Gathering
) -> None:
    write(bench, 1)
    gathering.refresh(bench.account.id, TAG)
    gathering.forget(TAG)
    assert shown(bench) == []
    assert gathering.refresh(bench.account.id, TAG).new == 1


def test_each_server_is_asked_through_one_account_that_can(
    bench: Workbench, gathering: Gathering
) -> None:
    second = bench.accounts.connect(SignIn("bluesky", SIGN_IN.server, "atelier", "pass-word"))
    bench.registry.server("https://m.test").caps = Cap.HOME | Cap.HASHTAGS
    forum = bench.accounts.connect(SignIn("mastodon", "https://m.test", "shop", "pass-word"))
    bench.registry.server("https://f.test").caps = Cap.HOME | Cap.KEYLESS
    bench.accounts.connect(SignIn("feed", "https://f.test", "shop", "pass-word"))
    assert {each.id for each in gathering.accounts_for(TAG)} == {bench.account.id, forum.id}
    searching = gathering.accounts_for(Column(ColumnKind.SEARCH, what="x"))
    assert [each.id for each in searching] == [bench.account.id]
    own = Column(ColumnKind.LIST, second.id, "bakers")
    assert [each.id for each in gathering.accounts_for(own)] == [second.id]
    person = Column(ColumnKind.PERSON, what="did:x", network="mastodon")
    assert [each.id for each in gathering.accounts_for(person)] == [forum.id]
    assert gathering.accounts_for(Column(ColumnKind.HOME)) == ()


def test_where_every_post_costs_money_one_small_page_is_fetched(
    bench: Workbench, gathering: Gathering
) -> None:
    bench.server.caps |= Cap.METERED
    bench.accounts.describe(bench.account.id)
    write(bench, *range(60))
    gathering.refresh(bench.account.id, TAG)
    write(bench, *range(60, 120))
    assert gathering.refresh(bench.account.id, TAG).new == 10
    assert gathering.refresh(bench.account.id, TAG).new == 0
    assert bench.server.called("tagged") == 3
