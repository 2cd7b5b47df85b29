"""A consultant shows the invented shop: everything works with no account and no network."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def test_the_demo_opens_from_the_first_screen_with_one_click(start):
    reader = start()
    reader.wait_to_see("Explore the demo shop")
    reader.click("openDemo")
    reader.wait_for_shell()
    reader.wait(lambda: reader.shell.feeds.home.panel.list.model().rowCount() > 100)
    reader.wait_to_see("Boulangerie Lumière")
    assert "Demo: invented data" in reader.shell.rail.identity.accessibleName()
    names = [account.network for account in reader.shell.book.all()]
    assert len(names) == 3
    assert all(name.startswith("demo-") for name in names)


def test_fourteen_months_are_there_after_a_moment(start):
    reader = start(demo=True)
    reader.wait_for_shell()
    home = reader.shell.feeds.home.panel.list
    reader.wait(lambda: home.model().rowCount() > 5_000)
    oldest = home.model().entry(home.model().rowCount() - 1)
    assert (reader.shell.session.clock() - oldest.at).days > 14 * 30


def test_an_answer_stays_inside_the_demo_and_appears_in_the_conversation(start):
    reader = start(demo=True)
    reader.wait_for_shell()
    mentions = reader.shell.feeds.beside.list
    reader.wait(lambda: mentions.model().rowCount() > 3)
    row = next(
        row
        for row, entry in enumerate(reader.entries(mentions))
        if entry.post is not None and "amandes" in entry.post.text
    )
    reader.press_in_post(mentions, row, "reply")
    dialog = reader.dialog()
    assert "Reply as @lumiere@parvis.example" in dialog.verb_button.text().replace(
        "\u2068", ""
    ).replace("\u2069", "")
    reader.type_into(QPlainTextEdit, "postText", "Oui, des amandes de Valensole !")
    reader.send_off(dialog)
    reader.wait_to_see("nothing leaves the demo")
    home = reader.shell.feeds.home.panel.list
    reader.wait(
        lambda: any(
            entry.post is not None and "Valensole" in entry.post.text
            for entry in reader.entries(home)
        )
    )


def test_a_like_and_a_bookmark_are_shown_at_once_and_can_be_found_again(start):
    reader = start(demo=True)
    reader.wait_for_shell()
    home = reader.shell.feeds.home.panel.list
    reader.wait(lambda: home.model().rowCount() > 3)
    entry = home.model().entry(0)
    reader.press_in_post(home, 0, "like")
    reader.wait(lambda: bool(home.model().entry(0).liked_by))
    reader.press_in_post(home, 0, "bookmark")
    reader.wait(lambda: home.model().entry(0).is_bookmarked)
    reader.click("place-bookmarks")
    marked = reader.shell.feeds.bookmarks.panel.list
    reader.wait(lambda: marked.model().rowCount() == 1)
    assert marked.model().entry(0).post_id == entry.post_id


def test_search_finds_every_stored_word_without_accents(start):
    reader = start(demo=True)
    reader.wait_for_shell()
    home = reader.shell.feeds.home.panel.list
    reader.wait(lambda: home.model().rowCount() > 5_000)
    reader.click("searchOpener")
    reader.type_into(QLineEdit, "paletteField", "brioche praline")
    reader.press("Return")
    reader.wait(lambda: 0 < home.model().rowCount() < 1_000)
    for found in reader.entries(home)[:20]:
        words = [found.post.text, *(media.alt for media in found.post.media)]
        if found.post.card is not None:
            words.append(found.post.card.title)
        assert "brioche" in " ".join(words).casefold()


def test_a_conversation_leads_to_its_people_and_back(start):
    reader = start(demo=True)
    reader.wait_for_shell()
    home = reader.shell.feeds.home
    reader.wait(lambda: home.panel.list.model().rowCount() > 3)
    reader.press_in_post(home.panel.list, 0, "author")
    reader.wait(lambda: home.side.person.list.model().rowCount() > 0)
    assert reader.sees("Claire Fontanel")
    assert reader.sees("stored here")
    reader.press("Esc")
    reader.wait(lambda: not home.side.is_open)


def test_unread_counts_fall_when_everything_is_marked_read_and_undo_brings_them_back(start):
    reader = start(demo=True)
    reader.wait_for_shell()
    panel = reader.shell.feeds.home.panel
    reader.wait(lambda: panel.list.model().rowCount() > 5_000)
    chip = reader.shell.feeds.home.filters.chips._chips[
        f"network-{reader.shell.book.all()[0].network}"
    ]
    before = chip.accessibleName()
    panel.mark_all_read()
    reader.wait(lambda: chip.accessibleName() != before)
    reader.wait(lambda: reader.shell.history.can_undo)
    reader.press("Ctrl+Z")
    reader.wait(lambda: any(entry.is_unread for entry in reader.entries(panel.list)))
    reader.press("Ctrl+Shift+Z")
    reader.wait(lambda: not any(entry.is_unread for entry in reader.entries(panel.list)))


def test_leaving_the_demo_asks_nothing_and_keeps_nothing(start, tmp_path: Path):
    reader = start(demo=True)
    reader.wait_for_shell()
    folder = reader.desk.window._hub.database.path.parent
    assert folder.is_dir()
    reader.desk.window._workspaces.act(reader.shell.session, "leave-demo")
    reader.wait_to_see("Explore the demo shop")
    assert not folder.exists()
    assert not list((tmp_path / "data").glob("workspaces/*"))


def test_the_same_post_on_two_networks_is_shown_once(start):
    reader = start(demo=True)
    reader.wait_for_shell()
    home = reader.shell.feeds.home
    reader.wait(lambda: home.panel.list.model().rowCount() > 100)
    sourdough = [
        entry
        for entry in reader.entries(home.panel.list)
        if entry.post is not None and "best sourdough in Presqu" in entry.post.text
    ]
    assert [entry.post.author.name for entry in sourdough] == ["Tom Ashworth"]
    (shown,) = sourdough
    assert len(shown.also_on) == 1
    other = next(each for each in reader.shell.book.all() if each.network == shown.also_on[0])
    home.filters.chips._chips[f"network-{other.network}"].click()
    list_ = home.panel.list
    reader.wait(lambda: {entry.account_ids for entry in reader.entries(list_)} == {(other.id,)})
    assert reader.entries(list_)[reader.row_of(list_, "best sourdough in Presqu")].also_on == ()


def test_what_stands_beside_a_feed_opens_over_it_in_a_small_window(start):
    reader = start(demo=True, size="900x600")
    reader.wait_for_shell()
    reader.click("place-mentions")
    reader.click("aside")
    reader.wait_to_see("Likes, reposts, new followers")
    assert not reader.shell.feeds.mentions.panel.isVisible()
    reader.press("Esc")
    reader.wait(reader.shell.feeds.mentions.panel.isVisible)
    reader.click("aside")
    reader.desk.window.resize(1280, 800)
    reader.wait(reader.shell.feeds.mentions.panel.isVisible)
    assert not reader.shell.feeds.mentions.side.is_open


def test_a_conversation_that_is_open_shows_no_unread_dot(start):
    reader = start(demo=True)
    reader.wait_for_shell()
    home = reader.shell.feeds.home
    reader.wait(lambda: home.panel.list.model().rowCount() > 3)
    assert home.panel.list.model().entry(0).is_unread
    home.panel.opened.emit(home.panel.list.model().entry(0))
    thread = home.side.thread.list
    reader.wait(lambda: thread.model().rowCount() > 1)
    assert not any(entry.is_unread for entry in reader.entries(thread))
