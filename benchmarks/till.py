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
    from PySide6.QtCore import QEvent, QEventLoop, QObject
    from PySide6.QtWidgets import QApplication

    from jxc_desktop.pos.ui.till_pane import TillPane
    from jxc_desktop.widgets.messages import Messages
    from jxc_desktop.widgets.pane import Context
    from jxc_desktop.widgets.tasks import Tasks
    from jxc_desktop.widgets.theme import apply_theme
    from jxc_desktop.widgets.ui_settings import UiSettings

    application = QApplication.instance() or QApplication([])
    apply_theme(application, "light")  # type: ignore[arg-type]
    tasks = Tasks(database, owner)
    folder = Path(tempfile.mkdtemp(prefix="jxc-bench-"))
    pane = TillPane(Context(tasks, Messages(NOW), UiSettings(folder / "ui.ini"), clock=NOW))
    pane.resize(1366, 768)
    pane.show()
    loop = QEventLoop()

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                loop.quit()
            return False

    watcher = Painted()
    pane.desk.stated.connect(loop.quit)
    loop.exec()
    pane.desk.stated.disconnect(loop.quit)
    pane.desk.changed.connect(loop.quit)
    lined, painted = [], []
    for number, code in enumerate(codes):
        if number % LINES == 0:
            pane.desk.start()
        before, start = len(pane.desk.ticket.lines), time.perf_counter()
        pane.take_scan(code)
        while len(pane.desk.ticket.lines) == before:
            loop.exec()
        lined.append(time.perf_counter() - start)
        viewport = pane.face.lines.grid.viewport()
        viewport.installEventFilter(watcher)
        loop.exec()
        application.sendPostedEvents(None, QEvent.Type.Paint)
        painted.append(time.perf_counter() - start)
        viewport.removeEventFilter(watcher)
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
