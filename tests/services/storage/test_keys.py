import json
import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.storage.columns import LARGEST, to_ms
from desktop.services.storage.keys import LAST_MS, is_post_key, key_time, settle, time_key

MOMENTS = st.integers(min_value=-(10**15), max_value=10**16)
UNUSED = "SELECT value FROM json_each(?) WHERE value IN (SELECT id FROM used)"


@given(MOMENTS, MOMENTS, st.text(), st.text(), st.booleans())
def test_keys_are_in_the_order_of_time(one: int, two: int, a: str, b: str, is_post: bool):
    first, second = (time_key(ms, i, is_post=is_post) for ms, i in ((one, a), (two, b)))
    earlier, later = (min(max(ms, 0), LAST_MS) for ms in (one, two))

    assert 0 <= first <= LARGEST
    if earlier < later:
        assert first < second
    if earlier > later:
        assert first > second


@given(MOMENTS, st.text(), st.booleans())
def test_a_key_tells_a_post_from_a_feed_entry_and_its_time(ms: int, identity: str, is_post: bool):
    key = time_key(ms, identity, is_post=is_post)

    assert is_post_key(key) == is_post
    assert to_ms(key_time(key)) == min(max(ms, 0), LAST_MS)
    assert key == time_key(ms, identity, is_post=is_post)


@given(
    st.lists(st.integers(0, 6), max_size=12),
    st.sets(st.integers(0, 12), max_size=12),
    st.sampled_from([0, LAST_MS << 20]),
)
def test_every_thing_gets_a_key_of_its_own_and_of_its_sort(
    wanted: list[int], used: set[int], base: int
):
    memory = sqlite3.connect(":memory:")
    memory.execute("CREATE TABLE used (id INTEGER PRIMARY KEY)")
    memory.executemany("INSERT INTO used VALUES (?)", [(base + 2 * n,) for n in used])
    asked = {name: base + 2 * n for name, n in enumerate(wanted)}

    keys = settle(memory, UNUSED, asked)
    clashes = memory.execute(UNUSED, (json.dumps([*keys.values()]),)).fetchall()
    memory.close()

    assert len(set(keys.values())) == len(wanted)
    assert not clashes
    assert all(not is_post_key(key) for key in keys.values())
