from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.services.storage.rows import Rows

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(JSON)
def test_what_was_put_is_got(rows: Rows, value: object):
    rows.settings.put("key", "former")
    rows.settings.put("key", value)

    assert rows.settings.get("key") == value


def test_what_was_never_put_is_the_default(rows: Rows):
    assert rows.settings.get("other") is None
    assert rows.settings.get("other", 5) == 5
