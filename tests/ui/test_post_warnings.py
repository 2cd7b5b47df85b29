"""What a server marks a post with is told in words, what its author wrote as it is."""

import pytest
from PySide6.QtCore import Qt
from timeline_entries import Lens, entry, post

from desktop.services.networks.bluesky_content import _WARNINGS
from desktop.ui.post_card import Prose
from desktop.ui.post_warnings import warning_in_words


@pytest.mark.parametrize("mark", sorted({"sensitive", *_WARNINGS}))
def test_every_mark_of_a_server_has_words(qapp, mark: str):
    words = warning_in_words(mark)

    assert words != mark
    assert words[0].isupper()


@pytest.mark.parametrize("written", ["", "Spoiler for the film", "Food", "porn and more"])
def test_what_an_author_wrote_stays_as_it_is(qapp, written: str):
    assert warning_in_words(written) == written


def test_the_cover_of_a_post_and_its_reading_say_the_words(qtbot, qapp):
    lens = Lens(qtbot, [entry(post("Hidden", warning="graphic-media"))])
    model = lens.list.model()

    painted = [
        paragraph.text()
        for part in lens.list.card(0).parts
        if isinstance(part, Prose)
        for paragraph, _ in part.paragraphs
    ]

    assert painted == ["Shocking pictures"]
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Hidden behind a warning: Shocking pictures" in said
