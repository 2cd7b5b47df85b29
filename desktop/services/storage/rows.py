"""Everything an open workspace keeps, a subject each."""

from desktop.services.storage.accounts import AccountRows
from desktop.services.storage.ageing import AgeingRows
from desktop.services.storage.bookmarks import BookmarkRows
from desktop.services.storage.coverage import CoverageRows
from desktop.services.storage.database import Database
from desktop.services.storage.digest import DigestRows
from desktop.services.storage.feed import FeedRows
from desktop.services.storage.gathered import GatheredRows
from desktop.services.storage.mutes import MuteRows
from desktop.services.storage.notifications import NotificationRows
from desktop.services.storage.outbox import OutboxRows
from desktop.services.storage.people import PeopleRows
from desktop.services.storage.posts import PostRows
from desktop.services.storage.reactions import ReactionRows
from desktop.services.storage.settings import SettingRows
from desktop.services.storage.spending import SpendingRows
from desktop.services.storage.sync import SyncRows


class Rows:
    """The queries of one open database; `database.writing()` joins several into one commit."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.accounts = AccountRows(database)
        self.posts = PostRows(database)
        self.feed = FeedRows(database)
        self.ageing = AgeingRows(database)
        self.digest = DigestRows(database)
        self.coverage = CoverageRows(database)
        self.gathered = GatheredRows(database)
        self.mutes = MuteRows(database)
        self.people = PeopleRows(database)
        self.reactions = ReactionRows(database)
        self.bookmarks = BookmarkRows(database)
        self.notifications = NotificationRows(database)
        self.outbox = OutboxRows(database)
        self.settings = SettingRows(database)
        self.spending = SpendingRows(database)
        self.sync = SyncRows(database)
