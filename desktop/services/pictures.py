"""Pictures by their address, kept on disk for the next time up to a fixed total size."""

import contextlib
import hashlib
import logging
import os
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

log = logging.getLogger(__name__)

LIMIT = 200_000_000
DEMO_SCHEME = "demo:"
_UNFINISHED = ".part-"


class Pictures:
    """Bytes of pictures, from the disk where they were fetched before.

    What was not asked for the longest goes first when the total exceeds `limit`. The files' own
    times remember that order from one start to the next. `fetch` gets a picture from the web,
    `demo` one of the demonstration's, which is at hand and never kept twice.
    """

    def __init__(
        self,
        folder: Path,
        fetch: Callable[[str], bytes],
        demo: Callable[[str], bytes],
        limit: int = LIMIT,
    ) -> None:
        self._folder = folder
        self._fetch = fetch
        self._demo = demo
        self._limit = limit
        self._lock = threading.Lock()
        self._sizes: OrderedDict[str, int] | None = None
        self._total = 0

    def bytes_of(self, url: str) -> bytes:
        """Return the picture at `url`; raises what fetching it raises."""
        if url.startswith(DEMO_SCHEME):
            return self._demo(url)
        name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
        content = self._kept(name)
        if content is None:
            content = self._fetch(url)
            self._keep(name, content)
        return content

    def forget(self, url: str) -> None:
        """Drop what is kept of `url`: a picture that cannot be drawn is worth another try."""
        name = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
        with self._lock:
            index = self._index()
            if name in index:
                self._drop(index, name)

    def clear(self) -> None:
        """Drop every kept picture."""
        with self._lock:
            index = self._index()
            for name in tuple(index):
                self._drop(index, name)

    @property
    def kept_bytes(self) -> int:
        """Return the total size of what is kept."""
        with self._lock:
            self._index()
            return self._total

    def _kept(self, name: str) -> bytes | None:
        with self._lock:
            index = self._index()
            if name not in index:
                return None
            path = self._folder / name
            try:
                content = path.read_bytes()
                os.utime(path)
            except OSError:
                content = b""
            if len(content) != index[name]:
                self._drop(index, name)
                return None
            index.move_to_end(name)
            return content

    def _keep(self, name: str, content: bytes) -> None:
        """Write a picture to the disk; a full disk costs only the next fetch."""
        if not 0 < len(content) <= self._limit:
            return
        with self._lock:
            index = self._index()
            self._drop(index, name)
            while index and self._total + len(content) > self._limit:
                self._drop(index, next(iter(index)))
            try:
                self._write(name, content)
            except OSError as error:
                log.info("A picture was not kept: %s", error.strerror)
                return
            index[name] = len(content)
            self._total += len(content)

    def _write(self, name: str, content: bytes) -> None:
        """Complete the file beside its place, so that no reader ever meets half a picture."""
        handle, unfinished = tempfile.mkstemp(dir=self._folder, prefix=_UNFINISHED)
        try:
            with open(handle, "wb") as file:
                file.write(content)
            os.replace(unfinished, self._folder / name)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(unfinished)
            raise

    def _drop(self, index: "OrderedDict[str, int]", name: str) -> None:
        self._total -= index.pop(name, 0)
        with contextlib.suppress(OSError):
            os.unlink(self._folder / name)

    def _index(self) -> "OrderedDict[str, int]":
        """Return name and size of each kept picture, the longest unused first."""
        if self._sizes is None:
            found = []
            with contextlib.suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                for entry in os.scandir(self._folder):
                    if entry.name.startswith(_UNFINISHED):
                        os.unlink(entry)
                    elif entry.is_file(follow_symlinks=False):
                        found.append((entry.stat().st_mtime_ns, entry.name, entry.stat().st_size))
            self._sizes = OrderedDict((name, size) for _, name, size in sorted(found))
            self._total = sum(self._sizes.values())
            while self._total > self._limit:
                self._drop(self._sizes, next(iter(self._sizes)))
        return self._sizes
