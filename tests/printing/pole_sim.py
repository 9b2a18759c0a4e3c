"""A pole display on a pseudo-terminal: what a cashier's customer would read after the bytes that came."""

import os
import tty


class PoleSim:
    """`address` is its port; `rows` are what it shows now."""

    def __init__(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.address = os.ttyname(self._slave)
        self._bytes = b""
        self.rows = ["", ""]

    def look(self, charset: str = "gb18030") -> list[str]:
        """Take in what came and give both rows."""
        try:
            while came := os.read(self._master, 4096):
                self._bytes += came
        except BlockingIOError:
            pass
        *whole, self._bytes = self._bytes.split(b"\r")
        for command in whole:
            body = command.removeprefix(b"\x1b@")
            assert body[:2] == b"\x1bQ", body
            assert body[2:3] in {b"A", b"B"}
            assert len(body[3:]) == 20
            self.rows[b"AB".index(body[2:3])] = body[3:].decode(charset)
        return self.rows

    def unplug(self) -> None:
        """Take the cable out."""
        for end in (self._master, self._slave):
            os.close(end)
