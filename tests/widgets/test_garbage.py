import gc
import threading
import weakref

from PySide6.QtCore import QObject

from jxc_desktop.widgets.garbage import (
    GarbageKeeper,
    collect_due,
    keep_nothing,
    keep_what_is_loaded,
    keep_what_is_open,
)


class Ring(QObject):
    def __init__(self):
        super().__init__()
        self.me = self


def test_no_worker_collects_while_a_keeper_stands(qapp):
    keeper = GarbageKeeper()
    keeper.start()
    ring = weakref.ref(Ring())
    kept = []
    worker = threading.Thread(target=lambda: kept.extend([] for _ in range(100_000)))
    worker.start()
    worker.join()
    assert ring() is not None
    collect_due()
    assert ring() is None
    keeper.stop()
    assert gc.isenabled()


def test_collecting_comes_back_with_the_last_keeper(qapp):
    first, second = GarbageKeeper(), GarbageKeeper()
    first.start()
    second.start()
    first.stop()
    assert not gc.isenabled()
    second.stop()
    assert gc.isenabled()


def test_what_comes_after_the_modules_is_still_collected(qapp):
    keep_what_is_loaded()
    frozen = gc.get_freeze_count()
    assert frozen > 0
    keeper = GarbageKeeper()
    keeper.start()
    ring = weakref.ref(Ring())
    kept = [[] for _ in range(10_000)]
    collect_due()
    assert ring() is None
    assert len(kept) == 10_000
    keep_what_is_loaded()
    assert gc.get_freeze_count() == frozen
    keeper.stop()
    gc.unfreeze()


def test_an_open_window_is_looked_through_no_more_until_it_goes(qapp):
    keep_what_is_open()
    frozen = gc.get_freeze_count()
    window = weakref.ref(Ring())  # what dies later is garbage as ever
    gc.collect()
    assert window() is None
    kept = [[] for _ in range(10_000)]
    keep_what_is_open()
    assert gc.get_freeze_count() >= frozen + len(kept)
    ring = weakref.ref(Ring())
    keep_what_is_open()
    keep_nothing()
    assert gc.get_freeze_count() == 0
    gc.collect()
    assert ring() is None
