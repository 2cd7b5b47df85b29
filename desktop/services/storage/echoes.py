"""Show a post once where it stands directly under a repost of it."""

from array import array
from dataclasses import replace

from desktop.services.domain.feed import FeedWindow
from desktop.services.storage.database import Database

REPOSTED = """SELECT i.id, i.post_id FROM feed_item r
    CROSS JOIN feed_item i ON i.post_id = r.post_id
    WHERE r.id BETWEEN ? AND ? AND r.reposter_id <> 0"""


def without_echoes(database: Database, window: FeedWindow) -> FeedWindow:
    """Return the window without entries whose post the entry right above them shows already."""
    if not window.ids:
        return window
    post_of = dict(database.rows(REPOSTED, (window.ids[-1], window.ids[0])))
    if not post_of:
        return window
    kept, anchor_row = array("q"), window.anchor_row
    above: int | None = None
    for row, entry_id in enumerate(window.ids):
        post_id = post_of.get(entry_id)
        if post_id is not None and post_id == above:
            anchor_row -= row <= window.anchor_row
        else:
            kept.append(entry_id)
        above = post_id
    return replace(window, ids=kept, anchor_row=max(anchor_row, 0))
