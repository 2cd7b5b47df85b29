"""What the user sees of a fault that nobody foresaw."""

import pytest
from screens import clipboard, open_dialog, read

from desktop.services.redaction import Redaction
from desktop.ui.dialogs import Dialog
from desktop.views.bug_report import BugReport

SECRET = "abcd-efgh-ijkl-mnop"


def stumble(words: str) -> Exception:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def slip() -> Exception:
    try:
        raise KeyError("elsewhere")
    except KeyError as error:
        return error


@pytest.fixture
def bugs(theme, window) -> BugReport:
    return BugReport(theme, window, Redaction().scrub)


def test_it_says_in_honest_words_what_happened_and_what_is_safe(bugs, window):
    bugs.show(stumble("a stone"))

    said = read(open_dialog(window))
    assert "Cancel" not in said, "there is nothing to call off"
    assert "Something happened that Crieur did not foresee." in said
    assert "What was saved is safe." in said
    assert "ValueError" not in said


def test_the_report_is_copied_only_on_request_and_holds_no_secret(bugs, window, qapp):
    qapp.clipboard().setText("what was copied before")
    bugs.show(stumble(f"the password {SECRET} was not taken"))
    assert clipboard() == "what was copied before"

    open_dialog(window).verb_button.click()

    assert clipboard().startswith("Crieur, ")
    assert "ValueError: the password" in clipboard()
    assert SECRET not in clipboard()


def test_the_same_fault_is_shown_once(bugs, window):
    for number in range(3):
        bugs.show(stumble(f"stone {number}"))
    assert len([each for each in window.findChildren(Dialog) if each.isVisible()]) == 1

    open_dialog(window).reject()
    bugs.show(stumble("a stone"))

    assert not [each for each in window.findChildren(Dialog) if each.isVisible()]


def test_another_fault_is_shown_too(bugs, window):
    bugs.show(stumble("a stone"))
    open_dialog(window).reject()

    bugs.show(slip())

    open_dialog(window).verb_button.click()
    assert "KeyError: 'elsewhere'" in clipboard()
