import gc
import threading
import weakref

from PySide6.QtCore import QObject

from jxc_desktop.widgets.garbage import GarbageKeeper, collect_due


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
