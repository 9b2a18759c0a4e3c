"""A second start of the same shop raises the first window instead (one window per shop)."""

import hashlib

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 1000
"""Milliseconds to wait for the first window's answer."""
DONE = b"done\n"


class Doorbell(QObject):
    """Rings in the window that has the shop."""

    rung = Signal()

    def __init__(self, target: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_ring)
        QLocalServer.removeServer(_name(target))
        self._server.listen(_name(target))

    def close(self) -> None:
        """Hear nobody any more."""
        self._server.close()

    def _on_ring(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.write(DONE)
        socket.flush()
        socket.disconnectFromServer()
        self.rung.emit()


def ring(target: str) -> bool:
    """Ask the window that has the shop to show itself; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(target))
    if not socket.waitForConnected(PATIENCE):
        return False
    answered = socket.waitForReadyRead(PATIENCE) and bytes(socket.readAll().data()) == DONE
    socket.abort()
    return answered


def _name(target: str) -> str:
    return "jxc-" + hashlib.sha256(target.encode()).hexdigest()[:24]
