"""Keep a workspace to one window: a second start raises the first window instead."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500
_RAISE = b"raise\n"


class SingleInstance(QObject):
    """Hold one folder for this process for as long as it is claimed.

    Signals:
        raise_asked: Another start of the program wanted the same folder.
    """

    raise_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    def claim(self, folder: Path) -> bool:
        """Take `folder` for this process; False when another has it, whose window is raised."""
        self.release()
        lock = QLockFile(str(folder / "window.lock"))
        # Never stale by age: a laptop may sleep for days. A dead process's lock is still broken.
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            self._lock = lock
        elif _ask_to_raise(folder):
            return False
        # Else nobody is there and the folder takes no lock, as one that is read only: opening what
        # is in it says so, and its own lease guards it.
        self._server = self._listen(folder)
        return True

    def release(self) -> None:
        """Let another process have the folder."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _listen(self, folder: Path) -> QLocalServer:
        name = _socket_name(folder)
        # A socket left by a killed process would refuse us; holding the lock proves it is nobody's.
        QLocalServer.removeServer(name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connected)
        server.listen(name)
        return server

    def _on_connected(self) -> None:
        if self._server is None:
            return
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        # Whatever it says, a connection means one thing only.
        self.raise_asked.emit()


def _socket_name(folder: Path) -> str:
    # Hashed: socket paths are short on every system, and must not tell the folder's name.
    return "crieur-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]


def _ask_to_raise(folder: Path) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(_socket_name(folder))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(_RAISE)
    socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return True
