from pathlib import Path

import pytest

from desktop.services.archives.archive import Tells
from desktop.services.archives.mastodon_lists import MastodonList

HEADING = "Account address,Show boosts,Notify on new posts,Languages\n"


@pytest.fixture
def of(tmp_path: Path, watch):
    def made(content: str | bytes, name: str = "list.csv") -> MastodonList:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return MastodonList(path, watch)

    return made


def test_people_followed_are_read_with_what_identifies_them(of):
    told = of(HEADING + 'Bo@A.example,true,false,\ncy@b.example:3000,true,false,"fr, en"\n')

    (bo, act), (cy, _) = told.following()

    assert told.tells is Tells.FOLLOWING
    assert told.owner is None
    assert (bo.network, bo.native_id, bo.handle) == ("mastodon", "bo@a.example", "Bo@A.example")
    assert (bo.name, bo.web_url) == ("Bo", "https://A.example/@Bo")
    assert act == "follow bo@a.example"
    assert cy.native_id == "cy@b.example:3000"
    assert [*told.followers()] == [*told.posts()] == []
    told.close()


@pytest.mark.parametrize(
    "content", ["Account address\nbo@a.example\n", "\ufeffAccount address\r\nbo@a.example\r\n"]
)
def test_followers_are_read(of, content):
    told = of(content)
    assert told.tells is Tells.FOLLOWERS
    assert [each.native_id for each in told.followers()] == ["bo@a.example"]
    assert [*told.following()] == []


@pytest.mark.parametrize(
    ("name", "tells"),
    [("following_accounts.csv", Tells.FOLLOWING), ("followers.csv", Tells.FOLLOWERS)],
)
def test_a_list_without_a_heading_is_told_by_its_name(of, name, tells):
    told = of("bo@a.example\ncy@b.example", name)
    people = [*told.followers(), *told.following()]
    assert told.tells is tells
    assert len(people) == 2


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\n",
        "bo@a.example\n",  # blocked people look just like that
        "Account address,Hide notifications\nbo@a.example,true\n",
        "name,price\nbread,3\n",
        "Bread and butter",
        b"Account address\nbo@a.example\0\n",
        b"\xff\xfe\x00",
    ],
)
def test_another_table_is_refused(of, refused, content):
    assert refused(lambda: [*of(content).followers()]) == "not_an_archive"


@pytest.mark.parametrize(
    "end", ["cy@b.exam", "cy@b", "cy", 'cy@b.example,true,false,"fr', "cy@b.example,tr"]
)
def test_a_list_that_breaks_off_is_refused(of, refused, end):
    assert refused(lambda: [*of(HEADING + "bo@a.example,true,false,\n" + end).following()]) == (
        "truncated"
    )


def test_lines_that_name_nobody_are_passed_over(of):
    told = of(HEADING + "\nnobody,true,false,\nbo@a.example,true,false,\n")
    assert [person.handle for person, _ in told.following()] == ["bo@a.example"]


def test_the_watch_hears_how_far_it_is(tmp_path):
    heard = []
    path = tmp_path / "followers.csv"
    path.write_text("Account address\n" + "bo@a.example\n" * 9000)
    told = MastodonList(path, lambda done, total: heard.append((done, total)))
    assert sum(1 for _ in told.followers()) == 9000
    assert heard[-1] == (path.stat().st_size, path.stat().st_size)
