"""P5 till: a scan becomes a line and is painted while another process posts into the same file."""

import multiprocessing
import os
import statistics
import time
from multiprocessing.synchronize import Event
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from benchmarks.till_window import Scan

SCANS = 600
OTHERS = 50
"""Tickets a second that another process posts."""


def till(scale: str) -> dict[str, object]:
    """P5: milliseconds from scan to line and to the end of its painting, and where they go, beside the bare SELECT."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from benchmarks.till_window import scans_at_till  # Qt, which the other process does without

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
        scans = scans_at_till(database, owner, codes)
    finally:
        stop.set()
        other.join()
    goal = "p99 ≤ 5 ms without paint, ≤ 16 ms to painted; never > 20 ms"
    longest = max(scan.painted[0] - scan.asked[0] for scan in scans) * 1e3
    return report(
        "P5 till", goal, goods=goods, line=_walls(scans, "lined"), painted=_walls(scans, "painted"),
        longest=longest, whole_window=_walls(scans, "flushed"), ui_cpu=_ui_cpu(scans), raw_select=bare,
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


def _walls(scans: list["Scan"], end: str) -> Timing:
    return timing_of([getattr(scan, end)[0] - scan.asked[0] for scan in scans], 0.0)


def _ui_cpu(scans: list["Scan"]) -> dict[str, float]:
    """Median CPU milliseconds of the UI thread by what they went into; what it waits for does not count.

    `work` takes the scan in and puts it on the ticket, `layout` is all between that and the painting, `paint` the
    lines, `rest` all else that the window paints for this scan.
    """
    parts = {
        "work": ("asked", "lined"),
        "layout": ("lined", "painting"),
        "paint": ("painting", "painted"),
        "rest": ("painted", "flushed"),
    }
    return {
        name: statistics.median(getattr(s, end)[1] - getattr(s, start)[1] for s in scans) * 1e3
        for name, (start, end) in parts.items()
    }


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
