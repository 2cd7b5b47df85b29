"""Words that lead somewhere: in the colour of links, cut only where that is allowed."""

from painted import colours_in
from PySide6.QtCore import Qt

from desktop.ui.link_buttons import LinkButton

LONG = "Make an app password on the page of the network"


def test_a_link_is_in_its_colour_and_underlined_under_the_pointer(theme, shown):
    link = shown(LinkButton(theme, "Start here"))
    before = link.grab().toImage()
    assert theme.tokens.link.name() in colours_in(link)

    link.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert link.grab().toImage() != before


def test_its_words_are_whole_unless_they_may_be_cut(theme):
    whole, short = LinkButton(theme, LONG), LinkButton(theme, LONG, elides=True)

    assert whole.minimumSizeHint() == whole.sizeHint()
    assert short.minimumSizeHint().width() < whole.minimumSizeHint().width() / 2
    assert short.accessibleName() == LONG


def test_a_link_is_high_enough_to_hit(theme):
    theme.set_text_size(90)

    assert LinkButton(theme, "x").sizeHint().height() >= 24
    assert LinkButton(theme, "x").sizeHint().width() >= 24
