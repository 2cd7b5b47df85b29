"""Each kind of column asks for its own entries."""

import pytest

from desktop.services.domain.columns import Column, ColumnKind
from desktop.services.domain.feed import FeedFilter, FeedKind


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        (Column(ColumnKind.HOME), FeedFilter()),
        (Column(ColumnKind.HOME, 2), FeedFilter(account_ids=(2,))),
        (Column(ColumnKind.MENTIONS, 2), FeedFilter(FeedKind.MENTION, (2,))),
        (Column(ColumnKind.SEARCH, what="brioche"), FeedFilter(search="brioche")),
        (
            Column(ColumnKind.PERSON, 2, "did:anna", "Anna", "bluesky"),
            FeedFilter(author=("bluesky", "did:anna")),
        ),
    ],
)
def test_a_column_shows_what_its_name_says(column: Column, shown: FeedFilter):
    assert column.filter() == shown


def test_hashtags_and_lists_gather_under_keys_of_their_own():
    kinds = [
        Column(ColumnKind.TAG, what="lyon"),
        Column(ColumnKind.TAG, 1, "lyon"),
        Column(ColumnKind.LIST, 1, "lyon"),
    ]
    keys = {column.filter().gathered for column in kinds}
    assert len(keys) == 3
    assert all(keys)
