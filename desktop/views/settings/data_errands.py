"""What the data section asks for while the workspace is closed, in words and in deed."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.services.backups import Backup
from desktop.services.custody import Custody
from desktop.services.data_place import Move
from desktop.views.errand import Errand

translate = QCoreApplication.translate


def move_errand(custody: Custody, move: Move) -> Errand:
    """Return the move of everything to another folder."""
    return Errand(
        translate("DataErrands", "Moving your data"),
        translate("DataErrands", "Copying and checking, in megabytes"),
        partial(custody.move, move),
        said=translate("DataErrands", "Your data has moved and is used from its new place."),
        can_stop=True,
    )


def restore_errand(custody: Custody, slug: str, copy: Backup) -> Errand:
    """Return the way back to a copy."""

    def restore(_report: object, _is_stopped: object) -> None:
        custody.restore(slug, copy)

    return Errand(
        translate("DataErrands", "Going back to the copy"),
        translate("DataErrands", "Copying what you have now, then opening the copy"),
        restore,
        said=translate(
            "DataErrands", "The copy is open. What you had before is now among the copies."
        ),
    )


def delete_errand(custody: Custody, slug: str) -> Errand:
    """Return the end of a workspace."""

    def delete(_report: object, _is_stopped: object) -> None:
        custody.delete(slug)

    return Errand(
        translate("DataErrands", "Deleting everything"),
        translate("DataErrands", "Signing out of the accounts, then deleting"),
        delete,
        reopens=False,
    )
