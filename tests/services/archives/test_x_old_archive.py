import json
from pathlib import Path

import pytest
from services.archives.made import START, zipped

from desktop.services.archives.archive import Passed, Tells
from desktop.services.archives.opening import open_archive

HEAD = (
    '"tweet_id","in_reply_to_status_id","in_reply_to_user_id","timestamp","source","text",'
    '"retweeted_status_id","retweeted_status_user_id","retweeted_status_timestamp",'
    '"expanded_urls"\n'
)


def row(text: str, native_id: str = "12345", reply: str = "", repost: str = "", urls: str = ""):
    quoted = text.replace('"', '""')
    return (
        f'"{native_id}","{reply}","{"77" if reply else ""}","2023-02-18 12:33:11 +0000","web",'
        f'"{quoted}","{repost}","","","{urls}"\n'
    )


@pytest.fixture
def opened(tmp_path: Path, watch):
    made = []

    def opened(table: str, user: str = ""):
        told = {"id": "9001", "screen_name": "lumiere", "full_name": "La Lumière", "bio": "Baker"}
        user = user or f"var user_details =  {json.dumps(told)}"
        files = {"tweets.csv": table, "data/js/user_details.js": user}
        made.append(open_archive(zipped(tmp_path / "x.zip", files), watch))
        return made[-1]

    yield opened
    for each in made:
        each.close()


def test_posts_of_the_table_are_the_owners(opened, posts_of):
    archive = opened(HEAD + row('Bread &amp; "butter",\nevery day') + row("More", "12346"))
    first, second = posts_of(archive)

    assert first.text == 'Bread & "butter",\nevery day'
    assert first.created_at == START
    assert (first.native_id, second.native_id) == ("12345", "12346")
    assert (first.author.native_id, first.author.handle) == ("9001", "lumiere")
    assert archive.tells == Tells.POSTS
    assert [*archive.followers()] == [*archive.following()] == []


def test_links_are_shown_with_the_addresses_beside_them(opened, posts_of):
    urls = "https://www.shop.example/menu/of/the/whole/long/day"
    (post,) = posts_of(opened(HEAD + row("See https://t.co/abc with @anna #bread", urls=urls)))

    assert post.text == "See shop.example/menu/of/the/w… with @anna #bread"
    assert [facet.target for facet in post.facets] == ["https://t.co/abc", "anna", "bread"]


def test_a_link_without_its_address_is_shown_as_it_is(opened, posts_of):
    (post,) = posts_of(opened(HEAD + row("https://t.co/abc https://t.co/def", urls="https://a.b")))
    assert post.text == "t.co/abc t.co/def"


def test_answers_and_reposts_are_known_as_such(opened):
    reply, repost = opened(
        HEAD + row("@anna Yes", reply="99") + row("RT @anna: Bread", "2", repost="1")
    ).posts()
    assert reply.reply_to == "99"
    assert repost is Passed.REPOST


def test_a_spoiled_row_is_left_out(opened):
    spoiled = row("Bread").replace("2023-02-18", "yesterday")
    assert [*opened(HEAD + spoiled + '"",""\n').posts()] == [Passed.UNREADABLE] * 2


@pytest.mark.parametrize("table", ["", "a,b\n1,2\n", HEAD + '"12345","unfinished'])
def test_another_table_is_refused(opened, refused, table):
    assert refused(lambda: [*opened(table).posts()]) == "unreadable"


@pytest.mark.parametrize("user", ["var user_details = {", "var user_details = {}", "nothing"])
def test_a_table_of_nobody_is_refused(opened, refused, user):
    assert refused(lambda: opened(HEAD, user)) == "unreadable"
