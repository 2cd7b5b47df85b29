import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.archives.streams import json_items, lines, script_items
from desktop.services.domain.errors import ArchiveRefused

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def of(text: str | bytes) -> io.BytesIO:
    return io.BytesIO(text if isinstance(text, bytes) else text.encode())


@given(st.lists(JSON, max_size=8))
def test_a_script_is_read_as_json_would_be(values):
    written = f"window.YTD.tweets.part0 = {json.dumps(values)}"
    assert [*script_items(of(written))] == values


@pytest.mark.parametrize("written", ["x=[1,2]", "\ufeffx  =\n[ 1 , 2 ]\n", "[1,2]", " [1,2] "])
def test_a_script_may_begin_in_many_ways(written):
    assert [*script_items(of(written))] == [1, 2]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "truncated"),
        ("x = ", "truncated"),
        ("x = {}", "truncated"),
        ("x" * 9000, "unreadable"),
        ("x = [1, 2", "truncated"),
        ('x = [{"a": "b', "truncated"),
        ("x = {[1]}", "unreadable"),
        ("x = [1, }", "unreadable"),
        ("x = [1] and more", "unreadable"),
        ("x = [NaN]", "unreadable"),
        ("x = [" + "9" * 5000 + "]", "unreadable"),
    ],
)
def test_a_broken_script_is_refused(refused, written, reason):
    assert refused(lambda: [*script_items(of(written))]) == reason


def test_bytes_that_are_no_text_are_refused(refused):
    assert refused(lambda: [*json_items(of(b'["\xff\xfe"]'))]) == "unreadable"


def test_items_are_found_inside_of_an_object():
    written = '{"totalItems": 2, "orderedItems": [{"a": 1}, "b"]}'
    assert [*json_items(of(written), "orderedItems.item")] == [{"a": 1}, "b"]


def test_nesting_without_end_is_refused_before_it_fills_the_memory(refused):
    deep = "[" * 400_000 + "]" * 400_000
    assert refused(lambda: [*script_items(of(deep))]) == "unsafe"


def test_brackets_in_a_text_are_no_nesting():
    texts = ["[[{" * 900, 'quote " [[' * 300, "\\" * 7 + "[" * 300, "x" * 70_000 + "[" * 300]
    assert [*script_items(of(json.dumps(texts)))] == texts


def test_one_huge_item_is_refused(refused):
    assert refused(lambda: [*script_items(of(json.dumps(["x" * (2 << 20)])))]) == "unsafe"


def test_many_items_are_no_huge_one():
    values = ["x" * 1000] * 3000
    assert sum(1 for _ in script_items(of(json.dumps(values)))) == 3000


@given(st.binary(max_size=200), st.integers(1, 50))
def test_lines_are_those_of_the_text(content, size):
    class Slowly(io.BytesIO):
        def read(self, _wanted: int = -1, /) -> bytes:
            return super().read(size)

    assert "".join(lines(Slowly(content))) == content.decode("utf-8", "replace")


def test_a_line_without_end_is_refused():
    with pytest.raises(ArchiveRefused):
        [*lines(of("x" * (1 << 20)))]
