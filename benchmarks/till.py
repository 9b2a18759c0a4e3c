"""P5 till: a scan becomes a line and is painted while another process posts into the same file."""

import multiprocessing
import os
import tempfile
import time
from multiprocessing.synchronize import Event
from pathlib import Path

from benchmarks.measure import Timing, report, timing_of
from benchmarks.shops import NOW, new_shop
from jxc_desktop.catalog.queries.till import product_by_barcode
from jxc_desktop.core.db import Database
from jxc_desktop.pos.drafts import TenderDraft, TicketDraft
from jxc_desktop.pos.services import post_ticket
from jxc_desktop.pos.shifts import api_shift, open_shift
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.priced import LineDraft

SCANS = 600
LINES = 30
"""Lines on a ticket before the next one begins."""
PATIENCE = 5000
"""Milliseconds after which a scan counts as lost."""
OTHERS = 50
"""Tickets a second that another process posts."""


def till(scale: str) -> dict[str, object]:
    """P5: milliseconds from scan to line and to the end of its painting, beside the bare SELECT."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    goods = 1_000_000 if scale == "full" else 100_000
    database, owner = new_shop(goods, stocked=False)
    with database.transaction(owner) as session:
        open_shift(session, "01", 0)
    codes = [f"69{(i * 7919) % goods:011d}" for i in range(SCANS)]
    bare = _bare(database, codes)
    context = multiprocessing.get_context("spawn")
    stop, posted = context.Event(), context.Value("i", 0)
    other = context.Process(target=_post_others, args=(str(database.path), stop, posted))
    other.start()
    try:
        lined, painted = _scans(database, owner, codes)
    finally:
        stop.set()
        other.join()
    goal = "p99 ≤ 5 ms without paint, ≤ 16 ms to painted"
    return report(
        "P5 till", goal, goods=goods, line=lined, painted=painted, raw_select=bare,
        posted_beside=posted.value,
    )  # fmt: skip


def _bare(database: Database, codes: list[str]) -> Timing:
    walls = []
    with database.reading() as session:
        for code in codes:
            start = time.perf_counter()
            product_by_barcode(session, code)
            walls.append(time.perf_counter() - start)
    return timing_of(walls, 0.0)


def _scans(database: Database, owner: Actor, codes: list[str]) -> tuple[Timing, Timing]:
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from jxc_desktop.pos.ui.till_pane import TillPane
    from jxc_desktop.widgets.garbage import keep_what_is_loaded
    from jxc_desktop.widgets.messages import Messages
    from jxc_desktop.widgets.pane import Context
    from jxc_desktop.widgets.tasks import Tasks
    from jxc_desktop.widgets.theme import apply_theme
    from jxc_desktop.widgets.ui_settings import UiSettings

    application = QApplication.instance() or QApplication([])
    apply_theme(application, "light")  # type: ignore[arg-type]
    keep_what_is_loaded()
    tasks = Tasks(database, owner)
    folder = Path(tempfile.mkdtemp(prefix="jxc-bench-"))
    pane = TillPane(Context(tasks, Messages(NOW), UiSettings(folder / "ui.ini"), clock=NOW))
    pane.resize(1366, 768)
    pane.show()
    loop = QEventLoop()
    patience = QTimer(singleShot=True, interval=PATIENCE)
    patience.timeout.connect(loop.quit)
    patience.start()
    pane.desk.started.connect(loop.quit)
    loop.exec()

    class Watch(QObject):
        """Notes when the ticket got its line, and when the lines were next painted to the end."""

        lined = painted = 0.0

        def on_changed(self) -> None:
            self.lined = self.lined or time.perf_counter()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and self.lined and not self.painted:
                watched.removeEventFilter(self)
                application.sendEvent(watched, event)
                watched.installEventFilter(self)
                self.painted = time.perf_counter()
                loop.quit()
                return True
            return False

    watch = Watch()
    pane.desk.changed.connect(watch.on_changed)
    viewport = pane.face.lines.grid.viewport()
    viewport.installEventFilter(watch)
    lined, painted = [], []
    for number, code in enumerate(codes):
        if number % LINES == 0:
            pane.desk.start()
            application.processEvents()
        watch.lined = watch.painted = 0.0
        start = time.perf_counter()
        pane.take_scan(code)
        patience.start()
        loop.exec()
        if not watch.painted:
            raise RuntimeError(f"scan {number} was never painted")
        lined.append(watch.lined - start)
        painted.append(watch.painted - start)
    pane.may_close()
    tasks.close()
    return timing_of(lined, 0.0), timing_of(painted, 0.0)


def _post_others(path: str, stop: Event, posted: object) -> None:
    database = Database(path, clock=NOW)
    owner = Actor(1, "owner", frozenset({"owner"}), "other")
    number = 0
    while not stop.is_set():
        number += 1
        draft = TicketDraft((LineDraft(number, 10000),), (TenderDraft("cash", 990),))
        with database.transaction(owner) as session:
            shift = api_shift(session, NOW.today())
            post_ticket(session, draft, shift.id, key=new_key())
        posted.value = number  # type: ignore[attr-defined]
        stop.wait(1 / OTHERS)
    database.close()
