"""Several lines of text stand on the ground that every field has."""

from painted import colours_in

from desktop.ui.text_edit import TextEdit


def test_the_ground_lies_under_the_text_in_both_looks(theme, shown):
    edit = shown(TextEdit(theme, "What is new?"))
    assert theme.tokens.surface.name() in colours_in(edit)

    theme.set_look("dark")
    assert theme.tokens.surface.name() in colours_in(edit)


def test_letters_keep_off_the_edge(theme, shown):
    edit = shown(TextEdit(theme))

    assert edit.viewport().geometry().left() >= theme.px(8)
    assert edit.viewport().geometry().top() >= theme.px(8)


def test_two_rows_are_the_least(theme):
    edit = TextEdit(theme, rows=8)

    assert edit.minimumSizeHint().height() < edit.sizeHint().height()
