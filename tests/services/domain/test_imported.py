from datetime import UTC, datetime

from desktop.services.domain.imported import Found


def test_there_is_as_much_to_store_as_posts_and_people():
    at = datetime(2023, 2, 18, tzinfo=UTC)
    known = Found("x", "lumiere", "La Lumière", at, at, 3, 1, 0, 20, 5, ())
    unknown = Found("bluesky", "did:plc:x", "", None, None, 3, 0, 0, None, 5, ())

    assert known.items == 28
    assert unknown.items == 8
