"""A work that wants the workspace closed, as a screen asks for it."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.services.data_place import IsStopped, Report


@dataclass(frozen=True)
class Errand:
    """One such work: what is shown meanwhile, what it does, and what is said afterwards.

    `work` is given a function to report how many bytes of how many are done, and one that says
    whether it is to stop. With `reopens` off the workspace is gone afterwards.
    """

    title: str
    text: str
    work: Callable[[Report, IsStopped], object]
    said: str = ""
    can_stop: bool = False
    reopens: bool = True
