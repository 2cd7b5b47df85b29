"""What is shown while the folder that holds everything is not there."""

from fake_hub import FakeCustody
from screens import heard, press, read

from desktop.services.domain.errors import StoreTrouble
from desktop.views.missing_data import MissingData


def test_it_says_where_the_data_should_be_and_waits_for_it(theme, shown):
    custody = FakeCustody(is_missing=True)
    page = shown(MissingData(theme, custody))
    found = heard(page.found)
    assert "/data/Crieur" in read(page)

    press(page, "Try again")
    assert found == []
    assert "Your data is still not there." in read(page)

    custody.is_missing = False
    press(page, "Try again")
    assert len(found) == 1


def test_whoever_does_not_wait_begins_anew_and_touches_nothing(theme, shown):
    custody = FakeCustody(is_missing=True)
    page = shown(MissingData(theme, custody))
    found = heard(page.found)

    press(page, "Begin anew on this computer")

    assert len(found) == 1
    assert custody.done == [("start_afresh",)]
    assert "what is there stays there untouched" in read(page)


def test_where_that_cannot_be_written_down_it_is_said(theme, shown):
    custody = FakeCustody(is_missing=True, trouble=StoreTrouble("read_only"))
    page = shown(MissingData(theme, custody))
    found = heard(page.found)

    press(page, "Begin anew on this computer")

    assert found == []
    assert "Crieur may not write to its settings folder." in read(page)
