"""What stands in a digest, part by part, and what a press on it asks for."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.domain.digest import DailyDigest
from desktop.services.domain.feed import FeedEntry
from desktop.ui.flow import Flow
from desktop.ui.labels import Label
from desktop.ui.link_buttons import LinkButton
from desktop.ui.picture_loader import PictureLoader
from desktop.ui.text import clean_name
from desktop.ui.theme import Theme
from desktop.views import digest_words as wording
from desktop.views.digest_rows import DigestPart, DigestRow


class DigestBody(QWidget):
    """One day: who waits, what moved people, headlines, followers and hashtags.

    Signals:
        opened: A post was chosen; carries the `FeedEntry`.
        author_opened: A person was chosen; carries the `Author` and the account's id.
        tag_opened: A hashtag was chosen; carries the bare word.
    """

    opened = Signal(object)
    author_opened = Signal(object, int)
    tag_opened = Signal(str)

    def __init__(
        self, theme: Theme, pictures: PictureLoader, digest: DailyDigest, now: datetime
    ) -> None:
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self._headings = wording.headings()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        came = wording.what_came(digest)
        if came:
            self._column.addWidget(Label(theme, came, "body", "text2", wraps=True))
        self._add_unanswered(digest, now)
        moved = [
            self._post_row(each.entry, note=wording.reason(each), says=True)
            for each in digest.moved
        ]
        self._add_part("moved", moved)
        headlines = [self._post_row(each.entry, note=each.title) for each in digest.headlines]
        self._add_part("headlines", headlines)
        self._add_followers(digest)
        self._add_tags(digest)

    def _add_part(self, key: str, rows: Sequence[QWidget], more: int = 0) -> None:
        if not rows:
            return
        part = DigestPart(self._theme, self._headings[key])
        for row in rows:
            part.add(row)
        if more:
            part.add_words(wording.and_more(more))
        self._column.addWidget(part)

    def _add_unanswered(self, digest: DailyDigest, now: datetime) -> None:
        rows = [
            self._post_row(each, note=wording.waits(each, now), says=True)
            for each in digest.unanswered
        ]
        self._add_part("unanswered", rows, digest.more_unanswered)

    def _add_followers(self, digest: DailyDigest) -> None:
        rows: list[QWidget] = []
        for each in digest.followers:
            note = wording.handle_of(each.author)
            row = DigestRow(self._theme, self._pictures, each.author, note=note)
            row.clicked.connect(partial(self.author_opened.emit, each.author, each.account_id))
            rows.append(row)
        self._add_part("followers", rows, digest.more_followers)

    def _add_tags(self, digest: DailyDigest) -> None:
        if not digest.tags:
            return
        words = QWidget()
        flow = Flow(8)
        flow.setContentsMargins(12, 10, 12, 10)
        words.setLayout(flow)
        for tag, _people in digest.tags:
            link = LinkButton(self._theme, f"#{clean_name(tag)}", elides=True)
            link.clicked.connect(partial(self.tag_opened.emit, tag))
            flow.addWidget(link)
        self._add_part("tags", [words])

    def _post_row(self, entry: FeedEntry, *, note: str, says: bool = False) -> DigestRow:
        post = entry.post
        if post is None:
            raise ValueError("a digest is made of posts")
        said = wording.first_lines(post) if says else clean_name(note)
        row = DigestRow(
            self._theme, self._pictures, post.author, said=said, note=note if says else ""
        )
        row.clicked.connect(partial(self.opened.emit, entry))
        return row
