import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.twins import SHORTEST, twin_key

TEXT = "The best sourdough in Lyon"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tom ashworth", TEXT),
        ("Tom  Ashworth ", TEXT),
        ("Tom Ashworth", f"  {TEXT}\n"),
        ("Tom Ashworth", TEXT.replace(" ", "\n\n")),
        ("Tom Ashworth", TEXT.replace(" ", "\u00a0")),
        ("Tom Ashworth", TEXT.upper()),
        ("Tom Ashworth", TEXT.replace("best", "\uff42\uff45\uff53\uff54")),
    ],
)
def test_case_width_and_white_space_make_no_difference(name: str, text: str):
    assert twin_key(name, text) == twin_key("Tom Ashworth", TEXT) is not None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Tom Ashworth", TEXT + "."),
        ("Tom Ashworth", TEXT.replace(" ", "", 1)),
        ("Tom Ashwort", TEXT),
        ("Tom Ashworth The", TEXT[4:]),
        ("", TEXT),
        (" ", TEXT),
    ],
)
def test_another_person_or_another_text_is_told_apart(name: str, text: str):
    assert twin_key(name, text) != twin_key("Tom Ashworth", TEXT)


def test_people_without_a_name_and_short_texts_have_no_twin():
    assert twin_key("", TEXT) is None
    assert twin_key("Tom", "x" * (SHORTEST - 1) + "  \n ") is None
    assert twin_key("Tom", "x" * SHORTEST) is not None


@given(st.text(), st.text())
def test_any_text_has_a_key_that_fits_into_a_column(name: str, text: str):
    key = twin_key(name, text)

    assert key is None or -(1 << 63) <= key < 1 << 63
    assert twin_key(name, f"\t{text} \u2003") == key
