"""Fetch and decode pictures off the GUI thread, and keep the last ones ready for painting."""

import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop.ui.picture_decoding import decode_to_fill, decode_whole
from desktop.ui.tasks import IMAGES, Tasks

_KEPT_BYTES = 64 * 1024 * 1024
_LONGEST_QUEUE = 200
_REMEMBERED_FAILURES = 2_000
_FAILURE_SECONDS = 600.0
_NO_SIZE = QSize(0, 0)


class _Wish(NamedTuple):
    url: str
    width: int
    height: int


class PictureLoader(QObject):
    """The one way in which a picture of a stranger reaches the screen.

    `fetch` returns the bytes of an address; it is called on the images lane only, one at a time.
    A picture that was asked for twice is fetched once, the latest wish is served first (the user
    has scrolled on), and an address that failed is left alone for ten minutes.

    Signals:
        arrived: The picture of that address can be painted now.
        failed: The picture of that address cannot be had at present.
    """

    arrived = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        fetch: Callable[[str], bytes],
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._fetch = fetch
        self._clock = clock
        self._is_on = True
        self._kept: OrderedDict[_Wish, QPixmap] = OrderedDict()
        self._kept_bytes = 0
        self._wishes: OrderedDict[_Wish, None] = OrderedDict()
        self._at_work: _Wish | None = None
        self._job: Future[QImage] | None = None
        self._failures: OrderedDict[_Wish, float] = OrderedDict()

    @property
    def is_on(self) -> bool:
        """Say whether pictures are loaded at all."""
        return self._is_on

    def set_on(self, is_on: bool) -> None:
        """Load and show pictures, or none at all."""
        self._is_on = is_on
        if not is_on:
            self._wishes.clear()

    def pixmap(self, url: str, size: QSize, density: float = 1.0) -> QPixmap | None:
        """Return the picture cut to fill `size`, or None and ask for it."""
        pixels = size * density
        return self._have(_Wish(url, pixels.width(), pixels.height()))

    def whole(self, url: str) -> QPixmap | None:
        """Return the whole picture for the viewer, or None and ask for it."""
        return self._have(_Wish(url, 0, 0))

    def has_failed(self, url: str, size: QSize = _NO_SIZE, density: float = 1.0) -> bool:
        """Say whether the picture could not be had lately; the empty size means the whole one."""
        pixels = size * density
        return self._is_failure(_Wish(url, pixels.width(), pixels.height()))

    def try_again(self, url: str) -> None:
        """Forget that an address failed, so that the next wish asks for it again."""
        for wish in [wish for wish in self._failures if wish.url == url]:
            del self._failures[wish]

    def _have(self, wish: _Wish) -> QPixmap | None:
        if not self._is_on or not wish.url:
            return None
        kept = self._kept.get(wish)
        if kept is not None:
            self._kept.move_to_end(wish)
            return kept
        is_coming = self._is_busy() and wish == self._at_work
        if not is_coming and not self._is_failure(wish):
            self._wishes[wish] = None
            self._wishes.move_to_end(wish)
            if len(self._wishes) > _LONGEST_QUEUE:
                self._wishes.popitem(last=False)
            self._serve()
        # Lanes that work at once, as those of tests do, have it by now.
        return self._kept.get(wish)

    def _is_failure(self, wish: _Wish) -> bool:
        until = self._failures.get(wish)
        if until is not None and until <= self._clock():
            del self._failures[wish]
            return False
        return until is not None

    def _is_busy(self) -> bool:
        # Asked of the job itself: when lanes end, a job's outcome is never delivered.
        return self._job is not None and not self._job.done()

    def _serve(self) -> None:
        if self._is_busy() or not self._wishes:
            return
        wish, _ = self._wishes.popitem(last=True)
        self._at_work = wish
        self._job = self._tasks.run(
            IMAGES,
            partial(_load, self._fetch, wish),
            owner=self,
            done=partial(self._on_loaded, wish),
            failed=partial(self._on_failed, wish),
        )

    def _on_loaded(self, wish: _Wish, image: QImage) -> None:
        self._keep(wish, QPixmap.fromImage(image))
        self._serve()
        self.arrived.emit(wish.url)

    def _on_failed(self, wish: _Wish, error: Exception) -> None:
        self._failures[wish] = self._clock() + _FAILURE_SECONDS
        if len(self._failures) > _REMEMBERED_FAILURES:
            self._failures.popitem(last=False)
        self._serve()
        self.failed.emit(wish.url)

    def _keep(self, wish: _Wish, pixmap: QPixmap) -> None:
        self._kept[wish] = pixmap
        self._kept_bytes += _bytes_of(pixmap)
        while self._kept_bytes > _KEPT_BYTES and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._kept_bytes -= _bytes_of(dropped)


def _load(fetch: Callable[[str], bytes], wish: _Wish) -> QImage:
    data = fetch(wish.url)
    if wish.width == 0:
        return decode_whole(data)
    return decode_to_fill(data, QSize(wish.width, wish.height))


def _bytes_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
