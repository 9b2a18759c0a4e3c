"""The spool: a job is on disk before the printer is tried, and stays open until paper came out.

A sale never waits for paper and never fails for it. What may have come out twice is marked 补打.
"""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from threading import RLock
from uuid import uuid4

import portalocker

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.printing.job import PrintJob
from jxc_desktop.printing.job_files import Cipher, Entry, JobFiles
from jxc_desktop.printing.printer import Printer

log = logging.getLogger(__name__)

KEEP_DAYS = 30
LOCK_TIMEOUT = 30.0
_counter = count()
"""Keeps jobs of one millisecond in order."""


@dataclass(frozen=True, slots=True)
class JobView:
    """A job as the print list shows it; moments are ms UTC.

    `state` is open, done or dropped. `prints` counts the tries that reached paper, or may have.
    """

    id: str
    kind: str
    number: str
    device: str
    state: str
    reason: str
    reprint: int
    tries: int
    prints: int
    created_at: int
    tried_at: int

    @property
    def is_open(self) -> bool:
        """Whether paper is still owed."""
        return self.state == "open"


class Spool:
    """The print jobs of one shop on this computer; safe from several threads and windows."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        printer_named: Callable[[str], Printer],
        *,
        keep_days: int = KEEP_DAYS,
        cipher: Cipher | None = None,
    ) -> None:
        self._files = JobFiles(folder, cipher)
        self._clock = clock
        self._printer_named = printer_named
        self._keep_days = keep_days
        self._guard = RLock()
        self._unsaved: dict[str, Entry] = {}
        self._finished: dict[str, Entry] = {}
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="spool")

    def submit(self, job: PrintJob) -> JobView:
        """Keep `job` on disk, then print it. Returns how it went and raises nothing a person caused."""
        return self.retry(self._keep_new(job))

    def retry(self, job_id: str) -> JobView:
        """Try an open job (again). A job printed meanwhile is not printed twice."""
        try:
            with self._alone():
                return self._try(job_id)
        except portalocker.LockException:
            reason = translate("printing", "另一个窗口正在打印。稍后再点重试")
            return _view(replace(self._entry(job_id), reason=reason))

    def retry_soon(self, job_id: str) -> "Future[JobView]":
        """`retry` on the spool's own thread."""
        return self._worker.submit(self.retry, job_id)

    def retry_open(self) -> list[JobView]:
        """Try all open jobs, oldest first; for the button after paper was put in."""
        return [self.retry(job.id) for job in self.open_jobs()]

    def drop(self, job_id: str) -> JobView:
        """Give up an open job: nobody wants the paper any more. It stays in the history."""
        with self._alone():
            entry = self._entry(job_id)
            return _view(entry) if entry.finished else self._drop(entry.settled())

    def open_jobs(self) -> list[JobView]:
        """Jobs whose paper is still owed, oldest first."""
        found = {entry.id: entry for entry in self._files.open()} | self._unsaved
        left = [entry for id, entry in found.items() if id not in self._finished]
        return [
            _view(entry) for entry in sorted(left, key=lambda entry: (entry.created_at, entry.id))
        ]

    def history(self, number: str) -> list[JobView]:
        """All kept jobs of the document `number`, oldest first."""
        views = {view.id: view for view in self.open_jobs()}
        views |= {entry.id: _view(entry) for entry in list(self._finished.values())}
        views |= {entry.id: _view(entry) for entry in self._files.finished(number)}
        of_number = [view for view in views.values() if view.number == number]
        return sorted(of_number, key=lambda view: (view.created_at, view.id))

    def prints_of(self, number: str, kind: str) -> int:
        """How often the document is on paper, or may be; the count for marking the next print."""
        return sum(view.prints for view in self.history(number) if view.kind == kind)

    def close(self) -> None:
        """Finish the job in hand and stop the spool's thread."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _keep_new(self, job: PrintJob) -> str:
        id = f"{next(_counter):06d}{uuid4().hex[:8]}"
        entry = Entry(id, self._clock.milliseconds(), job)
        self._keep(entry)
        return entry.id

    def _keep(self, entry: Entry) -> None:
        """On disk where possible; in memory when the disk refuses, so that the try still happens."""
        try:
            self._files.write(entry)
        except OSError:
            log.exception("print job %s could not be written", entry.id)
            self._unsaved[entry.id] = entry
        else:
            self._unsaved.pop(entry.id, None)

    def _try(self, job_id: str) -> JobView:
        entry = self._entry(job_id)
        if entry.finished or entry.damaged:
            return _view(entry)
        now = self._clock.milliseconds()
        entry = entry.settled()
        entry = replace(entry, sending=True, tries=entry.tries + 1, tried_at=now, reason="")
        self._keep(entry)
        return self._ended(entry, self._send(entry))

    def _send(self, entry: Entry) -> Exception | None:
        """The failure, if any; a bug in a driver must not reach the sale either."""
        job = entry.job
        try:
            data = job.payload(first_try=entry.tries == 1, prints=entry.prints)
            self._printer_named(job.device).send(data, job.number or job.kind)
        except UserError as error:
            return error
        except Exception as error:  # noqa: BLE001  told to the person and logged in `_reason`
            return error
        return None

    def _ended(self, entry: Entry, failure: Exception | None) -> JobView:
        if failure is None:
            return self._finish(replace(entry, sending=False, prints=entry.prints + 1))
        known = isinstance(failure, UserError)
        printed = getattr(failure, "may_have_printed", False) if known else True
        entry = replace(
            entry, sending=False, prints=entry.prints + printed, reason=_reason(failure, entry)
        )
        if not entry.job.data:
            # A drawer that did not open now must not spring open later.
            return self._drop(entry)
        self._keep(entry)
        return _view(entry)

    def _drop(self, entry: Entry) -> JobView:
        entry = replace(entry, dropped=True)
        if not entry.damaged:
            self._keep(entry)
        return self._finish(entry)

    def _finish(self, entry: Entry) -> JobView:
        entry = replace(entry, finished=True)
        try:
            self._files.finish(entry, self._clock.today())
            self._files.forget_before(self._clock.today() - timedelta(days=self._keep_days))
        except OSError:
            # The paper is out; only the shelf could not be tidied. Not to be printed again.
            log.exception("print job %s could not be moved", entry.id)
            self._finished[entry.id] = entry
        self._unsaved.pop(entry.id, None)
        return _view(entry)

    def _entry(self, job_id: str) -> Entry:
        found = (
            self._finished.get(job_id)
            or self._unsaved.get(job_id)
            or self._files.find_open(job_id)
            or self._files.find_finished(job_id)
        )
        if found is None:
            raise UserError(translate("printing", "这个打印任务已经清理掉了。按单号重新打印"))
        return found

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One try at a time, over threads and processes; else a job in hand would look cut short."""
        with self._guard, ExitStack() as stack:
            try:
                lock = portalocker.Lock(self._files.lock, timeout=LOCK_TIMEOUT)
                stack.enter_context(lock)
            except OSError:
                # The disk refuses even the lock file: print from memory rather than not at all.
                log.exception("the spool cannot be locked")
            yield


def _reason(failure: Exception, entry: Entry) -> str:
    if isinstance(failure, UserError):
        return failure.message
    log.error("printing %s failed", entry.id, exc_info=failure)
    text = translate("printing", "打印程序出了意外（{what}）。点重试，再不行就换一台打印机")
    return text.format(what=type(failure).__name__)


def _view(entry: Entry) -> JobView:
    job = entry.job
    return JobView(
        id=entry.id,
        kind=job.kind,
        number=job.number,
        device=job.device,
        state="dropped" if entry.dropped else "done" if entry.finished else "open",
        reason=entry.reason,
        reprint=job.reprint,
        tries=entry.tries,
        prints=entry.prints,
        created_at=entry.created_at,
        tried_at=entry.tried_at,
    )
