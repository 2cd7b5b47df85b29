"""What the palette reads from the file: people, posts, and what waits in the outbox."""

import pytest
from fake_server import arrival, author
from screens import Stage
from views.palette.test_instant import Walked

from desktop.services.domain.draft import Draft
from desktop.views.palette.stored import StoredSources, excerpt


@pytest.fixture
def walked() -> Walked:
    return Walked()


@pytest.fixture
def sources(stage: Stage, walked: Walked) -> StoredSources:
    stage.bench.server.write(
        arrival(1, "Fresh bread today"),
        arrival(2, "Is there any bread left?"),
        arrival(3, "Nothing to see"),
    )
    stage.session.timeline.refresh(stage.bench.account.id)
    return StoredSources(stage.session, stage.book.all(), walked.doors)


def ask(sources: StoredSources, number: int, typed: str):
    source = sources.all()[number]
    return list(source.show(typed, source.read(typed)))


def test_people_are_found_and_lead_to_their_page(stage: Stage, sources: StoredSources, walked):
    rows = ask(sources, 0, "ann")

    assert [row.group for row in rows] == ["People"]
    assert rows[0].marks == ((0, 3),)
    assert rows[0].detail.startswith("@")
    rows[0].work()
    (way,) = walked.ways
    assert way[0] == "open_person"
    assert way[1].native_id == author("anna").native_id
    assert way[2] == stage.book.all()[0]


def test_people_of_a_network_without_an_account_are_left_out(stage: Stage, sources, walked):
    assert (
        list(StoredSources(stage.session, (), walked.doors)._people("ann", [author("anna")])) == []
    )


def test_the_newest_posts_are_found_and_lead_to_their_conversation(sources, walked):
    rows = ask(sources, 1, "bread")

    assert [row.detail for row in rows] == ["Is there any bread left?", "Fresh bread today"]
    assert rows[0].network == "bluesky"
    rows[0].work()
    assert walked.ways[0][0] == "open_post"
    assert walked.ways[0][1].post.text == "Is there any bread left?"


def test_what_waits_in_the_outbox_is_found_and_read_once(stage: Stage, sources, monkeypatch):
    publishing = stage.session.publishing
    publishing.queue(stage.bench.account.id, Draft(text="Stollen on Saturday"))
    publishing.queue(stage.bench.account.id, Draft(text="Bread on Sunday"))
    source = sources.all()[2]

    assert [row.text for row in source.show("stol", source.read("stol"))] == ["Stollen on Saturday"]
    monkeypatch.setattr(type(publishing), "outbox", lambda *_: pytest.fail("read again"))
    (row,) = source.show("sunday", source.read("sunday"))
    assert (row.group, row.text) == ("In the outbox", "Bread on Sunday")


def test_what_left_the_outbox_is_found_among_the_posts_alone(stage: Stage, sources):
    queued = stage.session.publishing.queue(stage.bench.account.id, Draft(text="Gone already"))
    stage.session.publishing.send(queued.id)

    assert ask(sources, 2, "gone") == []


@pytest.mark.parametrize(
    ("text", "typed", "wanted"),
    [
        ("Fresh bread", "bread", "Fresh bread"),
        ("Fresh\n\nbread", "zebra", "Fresh bread"),
        ("One two three four five six seven bread eight", "bread", "…five six seven bread eight"),
        ("x" * 400, "x", "x" * 160),
    ],
)
def test_a_line_of_a_post_shows_what_was_looked_for(text, typed, wanted):
    assert excerpt(text, typed) == wanted


def test_a_post_behind_a_warning_shows_the_warning(stage: Stage, walked):
    stage.bench.server.write(arrival(9, "The murderer is the baker", warning="Spoiler about bread"))
    stage.session.timeline.refresh(stage.bench.account.id)
    sources = StoredSources(stage.session, stage.book.all(), walked.doors)

    (row,) = ask(sources, 1, "murderer")

    assert row.detail == "Spoiler about bread"
