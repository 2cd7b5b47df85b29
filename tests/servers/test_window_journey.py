"""A shop owner at the real window, on a real Bluesky network, with a real keyring."""

import pytest
from journeys.conftest import start  # noqa: F401 - the window is started as in the journeys
from journeys.reader import Reader
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from servers.local_network import LocalNetwork
from servers.patience import eventually
from servers.people import People

from desktop.ui.post_list import PostList
from desktop.views.post_dialog import PostDialog

pytestmark = pytest.mark.servers


class Owner(Reader):
    """The shop's owner, who refreshes until what others did has come."""

    def sign_in(self, network: LocalNetwork, person: dict[str, str]) -> None:
        """Connect the account from the first screen; the key goes to the keyring."""
        self.click("connectAccount")
        self.wait_for_shell()
        dialog = self.dialog()
        self.type_into(QLineEdit, "handle", f"@{person['handle']}")
        self.type_into(QLineEdit, "appPassword", person["app_password"])
        self.type_into(QLineEdit, "server", network.pds)
        dialog.verb_button.click()
        self.wait(lambda: len(self.shell.book.all()) == 1)

    def wait_for_post(self, posts: PostList, words: str) -> int:
        """Fetch until a list shows a post with these words, and return its row."""

        def is_shown() -> bool:
            if not self.shell.refresher.is_busy:
                self.shell.refresher.refresh_all()
            return any(words in text for text in self.texts(posts))

        self.wait(is_shown)
        return self.row_of(posts, words)

    def texts(self, posts: PostList) -> list[str]:
        """Return what the posts of a list say."""
        return [entry.post.text for entry in self.entries(posts) if entry.post is not None]

    def write(self, dialog: PostDialog, words: str) -> None:
        """Type a post and let it leave."""
        self.type_into(QPlainTextEdit, "postText", words)
        self.send_off(dialog)
        self.wait(lambda: self.shell.waiting == 0)


@pytest.fixture
def owner(start) -> Owner:  # noqa: F811 - the fixture of that name
    reader = start()
    return Owner(reader.desk, reader._qtbot)


def test_a_shop_owner_reads_answers_and_survives_an_outage(
    owner: Owner,
    network: LocalNetwork,
    people: People,
    newcomer,
    start,  # noqa: F811 - the fixture of that name
):
    shop, lea = newcomer("bakery"), newcomer("lea")
    owner.sign_in(network, shop)
    home = owner.shell.feeds.home

    people.follow(lea["name"], did=shop["did"])
    first = people.post(lea["name"], text="Le marché ouvre à 8 h, venez nombreux")
    mention = people.mention(
        lea["name"], text="Avez-vous du seigle ", handle=shop["handle"], did=shop["did"]
    )
    beside = owner.shell.feeds.beside.list
    row = owner.wait_for_post(beside, "seigle")

    # From the mention to the person, whom the shop follows back.
    owner.press_in_post(beside, row, "author")
    owner.wait(lambda: home.side.person.list.model().rowCount() >= 1)
    owner.click("follow")
    owner.wait_to_see("Friend")
    owner.press("Esc")
    owner.wait_for_post(home.panel.list, "marché ouvre")

    # Like, repost and answer from the feed.
    row = owner.row_of(home.panel.list, "marché ouvre")
    owner.press_in_post(home.panel.list, row, "like")
    owner.wait(lambda: bool(home.panel.list.model().entry(row).liked_by))
    owner.press_in_post(home.panel.list, row, "repost")
    owner.wait(lambda: bool(home.panel.list.model().entry(row).reposted_by))
    likes = people.records(lea["name"], did=shop["did"], collection="app.bsky.feed.like")
    assert [like["value"]["subject"]["uri"] for like in likes] == [first["uri"]]

    # The server goes down: everything saved stays readable, and what is written waits.
    network.stop_server()
    owner.shell.refresher.refresh_all()
    owner.wait(lambda: owner.shell.refresher.is_offline)
    owner.wait_to_see("You are offline. Reading saved posts")
    row = owner.row_of(beside, "seigle")
    owner.press_in_post(beside, row, "reply")
    dialog = owner.dialog()
    owner.type_into(QPlainTextEdit, "postText", f"Oui ! @{lea['handle']} https://example.com #pain")
    owner.send_off(dialog)
    owner.wait(lambda: owner.shell.waiting == 1)
    network.start_server()
    owner.click("refresh")
    account = owner.shell.book.all()[0]

    def has_left() -> bool:
        if not owner.shell.refresher.is_busy:
            owner.shell.refresher._progress[account.id].due_at = owner.shell.session.clock()
        return owner.shell.waiting == 0

    owner.wait(has_left)
    answers = [
        record["value"]
        for record in people.records(lea["name"], did=shop["did"], collection="app.bsky.feed.post")
        if record["value"].get("reply")
    ]
    assert len(answers) == 1
    assert answers[0]["reply"]["parent"]["uri"] == mention["uri"]
    kinds = {facet["features"][0]["$type"].partition("#")[2] for facet in answers[0]["facets"]}
    assert kinds == {"mention", "link", "tag"}

    # Search here and on the network; the thread shows both sides.
    owner.click("searchOpener")
    owner.type_into(QLineEdit, "paletteField", "seigle")
    owner.press("Return")
    owner.wait(lambda: any("seigle" in text for text in owner.texts(home.panel.list)))
    owner.click("searchChip")
    owner.wait_for_post(home.panel.list, "marché ouvre")
    row = owner.row_of(beside, "seigle")
    beside.opened.emit(beside.model().entry(row))
    thread = home.side.thread.list
    owner.wait(lambda: any("Oui !" in text for text in owner.texts(thread)))

    # After a restart the session goes on from the keyring, with the place that was read.
    owner.desk.window.close()
    again = start()
    again.wait_for_shell()
    again.wait(lambda: len(again.shell.book.all()) == 1)
    again.shell.refresher.refresh_all()
    people.post(lea["name"], text="Encore là après le redémarrage")
    later = Owner(again.desk, again._qtbot)
    later.wait_for_post(again.shell.feeds.home.panel.list, "Encore là")
    eventually(lambda: not again.shell.refresher.troubles())
    again.shell.session.accounts.disconnect(account.id)
