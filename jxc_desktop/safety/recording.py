"""The flight recorder while the shop works: each commit wakes a thread of its own, and who posted waits a moment.

So what is acknowledged lies on two disks, and a disk that sleeps, hangs or was pulled never holds up the till.
"""

import logging
import threading
from pathlib import Path

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate
from jxc_desktop.safety.recorder import Recorder, recording_folder

MOMENT = 0.25
"""Seconds a posting waits at a screen for its line to be safe."""
PATIENT = 30.0
"""Seconds a command waits."""
_log = logging.getLogger(__name__)


class Recording:
    """Records a shop from now on, into the folder that its settings name at the time; without one it rests."""

    def __init__(self, database: Database, *, patience: float = MOMENT) -> None:
        self.problem = ""
        """Why the last lines are not safe yet, in a sentence; "" when they are."""
        self._database = database
        self._patience = patience
        self._recorder: Recorder | None = None
        self._folder: Path | None = None
        self._asked = self._served = 0
        self._late = self._over = False
        self._folder_known = False
        self._turn = threading.Condition()
        self._thread = threading.Thread(target=self._work, name="flight-recorder", daemon=True)
        self._thread.start()
        database.on_change(self._note)

    def catch_up(self) -> None:
        """Try again, without waiting for it: a disk may be back."""
        self._ask()

    def close(self) -> None:
        """Record what is still to be recorded, trying a last time, then no more; a hanging disk is given up."""
        with self._turn:
            self._asked += bool(self.problem)
            self._over = True
            self._turn.notify_all()
        self._thread.join(self._patience)

    def _note(self, changed: frozenset[str]) -> None:
        if "setting" in changed:
            self._folder_known = False
        if "audit" in changed and not (self._folder_known and self._folder is None):
            self._wait_for(self._ask())

    def _ask(self) -> int:
        with self._turn:
            self._asked += 1
            self._turn.notify_all()
            return self._asked

    def _wait_for(self, mine: int) -> None:
        with self._turn:
            if not (self._late or self._over):
                self._late = not self._turn.wait_for(lambda: self._served >= mine, self._patience)

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            self.problem = self._record()
            if self.problem:  # it may be the settings that could not be read
                self._folder_known = False
            with self._turn:
                self._served, self._late = wanted, False
                self._turn.notify_all()

    def _next(self) -> int | None:
        """The newest number that was asked for, None when nothing more will be."""
        with self._turn:
            self._turn.wait_for(lambda: self._over or self._asked > self._served)
            return self._asked if self._asked > self._served else None

    def _record(self) -> str:
        try:
            if recorder := self._at_work():
                recorder.catch_up()
        except ShopFileError as error:
            _log.warning("the flight recorder fell behind: %s", error.message)
            return error.message
        except Exception:  # noqa: BLE001  the sale is committed: whatever this is, it must not undo that
            _log.exception("the flight recorder fell behind")
            return translate("safety", "黑匣子记不下去，原因在日志里")
        return ""

    def _at_work(self) -> Recorder | None:
        """The recorder of the folder that the settings name now."""
        if not self._folder_known:
            self._folder_known = True
            folder = recording_folder(self._database)
            if folder != self._folder:
                self._recorder = Recorder(folder, self._database) if folder else None
                self._folder = folder
        return self._recorder
