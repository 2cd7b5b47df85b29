"""The log file: small, on this computer only, and free of secrets."""

import contextlib
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop.services.redaction import Redaction, quiet_libraries

FILE = "crieur.log"
_LARGEST = 1_000_000
_OLDER_KEPT = 2
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _Journal(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """Go on: a folder that takes no file must not keep the window from saying so."""


def open_journal(folder: Path, redaction: Redaction) -> Path:
    """Write everybody's log records to a file in `folder`, scrubbed, and return its path.

    The journal that was open before is closed: the data may have moved to another folder.
    """
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / FILE
    handler = _Journal(
        path, maxBytes=_LARGEST, backupCount=_OLDER_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(_FORMAT))
    handler.addFilter(redaction)
    root = logging.getLogger()
    for former in [each for each in root.handlers if isinstance(each, _Journal)]:
        root.removeHandler(former)
        former.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    quiet_libraries()
    return path
