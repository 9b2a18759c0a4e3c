"""The gate between screen and database: work off the UI thread, its outcome back on it.

One thread writes, two read on connections of their own, so that a long report never holds up the till.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.garbage import GarbageKeeper

T = TypeVar("T")
Failed = Callable[[BaseException], None]
Reported = Callable[[int, int, str], None]
"""Takes done, total (0 = unknown) and words."""
log = logging.getLogger(__name__)
READERS = 2
REPORT_EVERY = 0.05
"""Seconds between two reports of progress that reach the screen."""
HANDOVER = 0.001
"""Seconds after which a worker gives the interpreter to the UI thread that waits for it; Python's own 5 ms would be
seen when they meet in the middle of painting."""
BREAK_EVERY = 0.02
"""Seconds between two tries to break a statement."""


class Shop(Protocol):
    """What the gate needs of `core.db.Database`."""

    def transaction(self, actor: object = None) -> AbstractContextManager[Session]: ...

    def reading(self, actor: object = None) -> AbstractContextManager[Session]: ...

    def on_change(self, listener: Callable[[frozenset[str]], None]) -> None: ...


class Cancelled(UserError):
    """The user stopped the work before it was done; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__(translate("widgets", "已取消，什么也没有改动。"))


class Job:
    """One piece of work on its way."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._interrupt: Callable[[], None] | None = None
        self._left = threading.Event()
        self._settled = False
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether the work was stopped in time."""
        return self._cancelled

    def cancel(self) -> bool:
        """Stop the work so that nothing of it stays; False when it is already past stopping."""
        with self._lock:
            if self._settled:
                return False
            first, self._cancelled = not self._cancelled, True
        if first and self._interrupt is not None:
            threading.Thread(target=self._break_statements, name="cancel", daemon=True).start()
        return True

    def check(self) -> None:
        """Raise `Cancelled` on the worker's thread once the user has cancelled."""
        if self._cancelled:
            raise Cancelled

    @contextmanager
    def breakable(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """Within the block `interrupt` may break the running statement; after it nothing can be cancelled."""
        with self._lock:
            self.check()
            self._interrupt = interrupt
        try:
            yield
        finally:
            with self._lock:
                self._interrupt = None
                self._left.set()
        self.settle()

    def settle(self) -> None:
        """From here on nothing can be cancelled; comes just before COMMIT."""
        with self._lock:
            self.check()
            self._settled = True

    def _break_statements(self) -> None:
        """Interrupt again and again: one that falls between two statements does nothing."""
        while not self._left.wait(BREAK_EVERY):
            with self._lock:
                if self._interrupt is not None:
                    self._interrupt()


class Progress(Job):
    """What long work outside the database reports to; `check` in its loop makes it cancellable."""

    def __init__(
        self, deliver: Callable[[Callable[[], None]], None], reported: Reported | None
    ) -> None:
        super().__init__()
        self._deliver_call = deliver
        self._reported = reported
        self._last = 0.0

    def report(self, done: int, total: int = 0, words: str = "") -> None:
        """Say how far the work is; also checks for cancelling."""
        self.check()
        moment = time.monotonic()
        if self._reported and (moment - self._last >= REPORT_EVERY or done == total):
            self._last = moment
            self._deliver_call(partial(self._reported, done, total, words))


class Tasks(QObject):
    """Runs operations `operation(session, *args)` and hands their results to the UI thread.

    `then` and `failed` are called on the UI thread, never before the asking call has returned, and not at
    all when the QObject they belong to (or `owner`) has been deleted meanwhile.
    """

    changed = Signal(frozenset)
    """Names of the tables that a commit changed, on the UI thread."""
    _outcome = Signal(object)
    _committed = Signal(frozenset)

    def __init__(self, database: Shop, actor: object = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actor = actor
        self._database = database
        self._closed = False
        self._out = 0
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="read")
        self._workers = ThreadPoolExecutor(READERS, thread_name_prefix="work")
        self._long: set[Progress] = set()
        self._garbage = GarbageKeeper(self)
        self._garbage.start()
        sys.setswitchinterval(HANDOVER)
        self._outcome.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._committed.connect(self._announce, Qt.ConnectionType.QueuedConnection)
        database.on_change(self._committed.emit)

    @property
    def under_way(self) -> bool:
        """Whether anything that was asked for has not been told yet."""
        return self._out > 0

    def read(
        self,
        operation: Callable[..., T],
        *args: Any,
        then: Callable[[T], None],
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> Job:
        """Ask the database something, beside whatever is being written."""
        job = Job()
        if self._closed:  # a pane's timer may ring once more while the shop closes
            return job
        session = partial(self._database.reading, self.actor)
        self._start(
            self._readers,
            job,
            partial(_in_session, session, job, operation, args),
            then,
            failed,
            owner,
        )
        return job

    def write(
        self,
        operation: Callable[..., T],
        *args: Any,
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> Job:
        """Run an operation in a transaction of its own; writes happen in the order they were asked for."""
        job = Job()
        session = partial(self._database.transaction, self.actor)
        self._start(
            self._writer,
            job,
            partial(_in_session, session, job, operation, args),
            then,
            failed,
            owner,
        )
        return job

    def background(
        self,
        work: Callable[..., T],
        *args: Any,
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        progress: Reported | None = None,
        owner: QObject | None = None,
    ) -> Progress:
        """Run long work that needs no session: `work(progress, *args)`."""
        job = Progress(self._outcome.emit, progress)
        self._long.add(job)
        self._start(self._workers, job, partial(_alone, job, work, args), then, failed, owner)
        return job

    def close(self) -> None:
        """Finish what is being written, drop what is being read; to be called before the shop closes."""
        self._closed = True
        for job in self._long:
            job.cancel()
        self._readers.shutdown(cancel_futures=True)
        self._workers.shutdown(cancel_futures=True)
        self._writer.shutdown()
        self._garbage.stop()

    def _start(
        self,
        pool: ThreadPoolExecutor,
        job: Job,
        call: Callable[[], T],
        then: Callable[[T], None] | None,
        failed: Failed | None,
        owner: QObject | None,
    ) -> None:
        owner = owner or _owner_of(then) or _owner_of(failed)
        failed = failed or _raise

        def work() -> None:
            try:
                result = call()
            except BaseException as error:  # noqa: BLE001  every error goes to the thread that asked
                told: Callable[[], None] = partial(failed, Cancelled() if job.cancelled else error)
            else:
                told = partial(then, result) if then else _nothing
            self._outcome.emit(partial(self._finish, job, owner, told))

        self._out += 1
        pool.submit(work)

    def _finish(self, job: Job, owner: QObject | None, told: Callable[[], None]) -> None:
        self._out -= 1
        if isinstance(job, Progress):
            self._long.discard(job)
        if owner is None or isValid(owner):
            told()
        else:
            log.info("dropped a result whose pane is gone")

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()

    @Slot(frozenset)
    def _announce(self, tables: frozenset[str]) -> None:
        if not self._closed:
            self.changed.emit(tables)


def _in_session(
    session_of: Callable[[], AbstractContextManager[Session]],
    job: Job,
    operation: Callable[..., T],
    args: tuple[Any, ...],
) -> T:
    job.check()
    with session_of() as session, job.breakable(_interrupter(session)):
        result = operation(session, *args)
    return result  # noqa: RET504  mypy: a context manager might swallow an error


def _interrupter(session: Session) -> Callable[[], None]:
    """What breaks a running statement from another thread, on either database."""
    driver: Any = session.connection().connection.driver_connection
    stop: Callable[[], None] = (
        driver.interrupt if hasattr(driver, "interrupt") else driver.cancel_safe
    )
    return stop


def _alone(progress: Progress, work: Callable[..., T], args: tuple[Any, ...]) -> T:
    progress.check()
    result = work(progress, *args)
    progress.settle()
    return result


def _owner_of(callback: Callable[..., None] | None) -> QObject | None:
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None


def _raise(error: BaseException) -> None:
    raise error


def _nothing() -> None:
    """Where nobody waits for the result."""
