"""A sale prints while everything that can fail fails: one sale, paper or an open job, marked doubles."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import portalocker
import pytest

from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.printing import spool as spool_module
from jxc_desktop.printing.devices import Connection, Device
from jxc_desktop.printing.job import slip_job
from jxc_desktop.printing.printer import PrinterError
from jxc_desktop.printing.spool import Spool
from tests.printing.roll import printed
from tests.printing.samples import NUMBER, receipt

pytestmark = pytest.mark.fault
CLOCK = fixed_clock(2026, 11, 20)
POINTS = range(1, 29)
DEVICE = Device("小票机", Connection.NETWORK, "10.0.0.9")


class PowerCut(BaseException):
    """The process ends here; nothing after it runs, as no handler catches it."""


@dataclass
class World:
    """The disk and the printer of one sale; the `fails_at`-th step of them fails with `failure`."""

    fails_at: int
    failure: Callable[[], BaseException]
    steps: list[str] = field(default_factory=list)
    papers: list[bytes] = field(default_factory=list)

    def step(self, name: str) -> None:
        self.steps.append(name)
        if len(self.steps) == self.fails_at:
            raise self.failure()

    def send(self, data: bytes, name: str) -> None:
        self.step("send")
        self.papers.append(data)
        self.step("sent")


Watch = Callable[[World], None]


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """Makes each file operation of the spool a step of a world."""

    def watch(world: World) -> None:
        for owner, name in (
            (os, "fsync"),
            (Path, "replace"),
            (Path, "mkdir"),
            (Path, "open"),
            (Path, "read_bytes"),
            (portalocker.Lock, "acquire"),
        ):
            monkeypatch.setattr(owner, name, _stepping(world, getattr(owner, name), name))

    yield watch
    monkeypatch.undo()


def _stepping(world: World, real: Callable[..., object], name: str) -> Callable[..., object]:
    def step_then_do(*args: object, **kwargs: object) -> object:
        world.step(name)
        return real(*args, **kwargs)

    return step_then_do


def disk_full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


def cable_pulled() -> PrinterError:
    return PrinterError("打到一半断了", may_have_printed=True)


def switched_off() -> PrinterError:
    return PrinterError("连不上")


def sell(tmp_path: Path, world: World) -> Spool:
    spool = Spool(tmp_path / "spool", CLOCK, lambda name: world)
    spool.submit(slip_job(receipt(), DEVICE, kind="receipt", number=NUMBER))
    return spool


def marked(paper: bytes) -> bool:
    return any("补打" in text for text in printed(paper).texts)


def check_papers(world: World, spool: Spool) -> None:
    """Paper or an open job; after the retry all is printed, doubles are marked, one kick at most."""
    assert world.papers or spool.open_jobs()
    world.fails_at = 0
    spool.retry_open()
    assert spool.open_jobs() == []
    assert world.papers
    assert all(marked(paper) for paper in world.papers[1:])
    assert sum(printed(paper).kicks for paper in world.papers) <= 1


def test_the_points_below_are_all_there_are(tmp_path: Path, watched: Watch) -> None:
    world = World(0, disk_full)
    watched(world)
    sell(tmp_path, world)
    assert 20 <= len(world.steps) <= max(POINTS)
    assert world.steps.count("send") == world.steps.count("sent") == 1
    moves = [at for at, step in enumerate(world.steps) if step == "replace"]
    written, marked_as_sending, finished = moves
    assert world.steps[written - 1] == world.steps[marked_as_sending - 1] == "fsync"
    assert marked_as_sending < world.steps.index("send") < finished
    assert world.steps[-2:] == ["fsync", "fsync"]


@pytest.mark.parametrize("point", POINTS)
def test_a_disk_that_fails_once_is_never_heard_of_by_the_sale(
    tmp_path: Path, watched: Watch, point: int
) -> None:
    world = World(point, disk_full)
    watched(world)
    check_papers(world, sell(tmp_path, world))


def test_a_disk_that_is_full_from_the_start_still_prints(tmp_path: Path) -> None:
    (tmp_path / "spool").touch()  # no folder can be made here
    world = World(0, disk_full)
    spool = sell(tmp_path, world)
    assert len(world.papers) == 1
    assert spool.open_jobs() == []
    assert spool.history(NUMBER)[0].state == "done"


def test_disk_and_printer_failing_together_still_leave_an_open_job(tmp_path: Path) -> None:
    (tmp_path / "spool").touch()
    world = World(1, cable_pulled)
    spool = sell(tmp_path, world)
    assert [job.number for job in spool.open_jobs()] == [NUMBER]
    check_papers(world, spool)


@pytest.mark.parametrize(
    ("failure", "point"),
    [
        (switched_off, 1),
        *(
            (failure, point)
            for failure in (cable_pulled, disk_full, ZeroDivisionError)
            for point in (1, 2)
        ),
    ],
)
def test_whatever_the_printer_raises_before_or_after_the_paper_the_sale_goes_on(
    tmp_path: Path, failure: Callable[[], BaseException], point: int
) -> None:
    world = World(point, failure)
    spool = sell(tmp_path, world)
    assert [job.number for job in spool.open_jobs()] == [NUMBER]
    check_papers(world, spool)


@pytest.mark.parametrize("point", POINTS)
def test_once_on_disk_no_power_cut_loses_the_job(
    tmp_path: Path, watched: Watch, point: int
) -> None:
    world = World(point, PowerCut)
    watched(world)
    with suppress(PowerCut):
        sell(tmp_path, world)
    on_disk = "replace" in world.steps[: point - 1]
    world.fails_at = 0
    after = Spool(tmp_path / "spool", CLOCK, lambda name: world)
    if on_disk:
        check_papers(world, after)
    else:
        assert (world.papers, after.open_jobs()) == ([], [])


def test_a_locked_spool_says_so_and_keeps_the_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool_module, "LOCK_TIMEOUT", 0.05)
    (tmp_path / "spool").mkdir()
    world = World(0, disk_full)
    with portalocker.Lock(tmp_path / "spool" / "spool.lock"):
        spool = sell(tmp_path, world)
        (job,) = spool.open_jobs()
        assert "另一个窗口" in spool.retry(job.id).reason
    check_papers(world, spool)


def test_the_checks_notice_an_unmarked_double(tmp_path: Path) -> None:
    """Negative control: a spool that just sent again would be caught."""
    world = World(0, disk_full)
    spool = sell(tmp_path, world)
    world.papers *= 2
    with pytest.raises(AssertionError):
        check_papers(world, spool)
