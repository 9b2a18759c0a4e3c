from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event, get_ident

import pytest

from jxc_desktop.core.clock import Clock, fixed_clock
from jxc_desktop.core.errors import NotFound, UserError
from jxc_desktop.printing.devices import Connection, Device
from jxc_desktop.printing.job import PrintJob, drawer_job, slip_job
from jxc_desktop.printing.printer import Printer, PrinterError
from jxc_desktop.printing.spool import Spool
from tests.printing.roll import printed
from tests.printing.samples import NUMBER, receipt

DEVICE = Device("小票机", Connection.NETWORK, "10.0.0.9")
CLOCK = fixed_clock(2026, 11, 20)


class Tray:
    """A printer whose paper can be counted; fails as long as it is told to."""

    def __init__(self) -> None:
        self.papers: list[bytes] = []
        self.failure: Exception | None = None

    def send(self, data: bytes, name: str) -> None:
        if self.failure:
            raise self.failure
        self.papers.append(data)


@pytest.fixture
def tray() -> Tray:
    return Tray()


@pytest.fixture
def spool(tmp_path: Path, tray: Tray) -> Spool:
    return Spool(tmp_path / "spool", CLOCK, lambda name: tray)


def job(number: str = NUMBER) -> PrintJob:
    return slip_job(receipt(), DEVICE, kind="receipt", number=number)


def test_a_printed_job_is_done_and_remembered(spool: Spool, tray: Tray) -> None:
    view = spool.submit(job())
    assert (view.state, view.prints, view.reason) == ("done", 1, "")
    assert spool.open_jobs() == []
    assert spool.history(NUMBER) == [replace(view)]
    assert printed(tray.papers[0]).kicks == 1


def test_without_paper_the_sale_goes_on_and_the_job_waits(spool: Spool, tray: Tray) -> None:
    tray.failure = PrinterError("打印机“小票机”连不上")
    view = spool.submit(job())
    assert (view.state, view.reason, view.prints) == ("open", "打印机“小票机”连不上", 0)
    tray.failure = None
    assert spool.retry(view.id).state == "done"
    assert spool.open_jobs() == []
    paper = printed(tray.papers[0])
    assert paper.kicks == 0
    assert not any("补打" in text for text in paper.texts)


def test_a_second_paper_after_a_broken_try_is_marked(spool: Spool, tray: Tray) -> None:
    tray.failure = PrinterError("打到一半断了", may_have_printed=True)
    view = spool.submit(job())
    assert view.prints == 1
    tray.failure = None
    assert spool.retry(view.id).prints == 2
    assert "补打 第1次" in printed(tray.papers[0]).texts[0]


def test_an_open_job_survives_the_program(tmp_path: Path, tray: Tray) -> None:
    tray.failure = PrinterError("没纸")
    first = Spool(tmp_path / "spool", CLOCK, lambda name: tray)
    for number in ("LS1", "LS2"):
        first.submit(job(number))
    tray.failure = None
    second = Spool(tmp_path / "spool", CLOCK, lambda name: tray)
    assert [view.number for view in second.open_jobs()] == ["LS1", "LS2"]
    assert [view.state for view in second.retry_open()] == ["done", "done"]
    assert first.open_jobs() == []


def test_a_job_printed_by_another_window_is_not_printed_again(tmp_path: Path, tray: Tray) -> None:
    tray.failure = PrinterError("没纸")
    one, two = (Spool(tmp_path / "spool", CLOCK, lambda name: tray) for _ in range(2))
    view = one.submit(job())
    tray.failure = None
    two.retry(view.id)
    assert one.retry(view.id).state == "done"
    assert len(tray.papers) == 1


def test_a_bug_in_a_driver_leaves_an_open_job_and_a_trace(
    spool: Spool, tray: Tray, caplog: pytest.LogCaptureFixture
) -> None:
    tray.failure = ZeroDivisionError("division")
    view = spool.submit(job())
    assert view.is_open
    assert "ZeroDivisionError" in view.reason
    assert "division" in caplog.text


def test_a_printer_taken_out_of_the_settings_leaves_the_job_open(tmp_path: Path) -> None:
    def nobody(name: str) -> Printer:
        raise NotFound(f"没有叫“{name}”的打印机")

    view = Spool(tmp_path / "spool", CLOCK, nobody).submit(job())
    assert (view.state, view.reason) == ("open", "没有叫“小票机”的打印机")


def test_a_drawer_that_stayed_shut_does_not_spring_open_later(spool: Spool, tray: Tray) -> None:
    tray.failure = PrinterError("没电")
    view = spool.submit(drawer_job(DEVICE, number="KX1"))
    assert view.state == "dropped"
    tray.failure = None
    spool.retry_open()
    assert tray.papers == []
    assert [past.state for past in spool.history("KX1")] == ["dropped"]


def test_a_job_given_up_is_not_printed_but_stays_in_the_history(spool: Spool, tray: Tray) -> None:
    tray.failure = PrinterError("没纸")
    view = spool.submit(job())
    assert spool.drop(view.id).state == "dropped"
    tray.failure = None
    assert spool.retry(view.id).state == "dropped"
    assert tray.papers == []
    assert spool.open_jobs() == []


def test_the_next_reprint_knows_its_number(spool: Spool, tray: Tray) -> None:
    for count in range(3):
        assert spool.prints_of(NUMBER, "receipt") == count
        slip = receipt().as_reprint(count) if count else receipt()
        spool.submit(slip_job(slip, DEVICE, kind="receipt", number=NUMBER))
    marks = [next((t for t in printed(p).texts if "补打" in t), "").strip() for p in tray.papers]
    assert marks == ["", "*** 补打 第1次 ***", "*** 补打 第2次 ***"]
    assert [view.reprint for view in spool.history(NUMBER)] == [0, 1, 2]
    assert spool.prints_of("LS9", "receipt") == 0


def test_a_number_that_is_part_of_another_is_kept_apart(spool: Spool) -> None:
    for number in ("LS1", "LS12", "记-1", "记/1"):
        spool.submit(job(number))
    assert [view.number for view in spool.history("LS1")] == ["LS1"]
    assert [view.number for view in spool.history("记/1")] == ["记/1"]


def test_finished_jobs_are_forgotten_after_their_time(tmp_path: Path, tray: Tray) -> None:
    def day(shift: int) -> Clock:
        moment = CLOCK.now() + timedelta(days=shift)
        return Clock(now=lambda: moment)

    folder = tmp_path / "spool"
    Spool(folder, day(0), lambda name: tray, keep_days=7).submit(job("LS1"))
    Spool(folder, day(7), lambda name: tray, keep_days=7).submit(job("LS2"))
    assert len(Spool(folder, day(7), lambda name: tray).history("LS1")) == 1
    last = Spool(folder, day(8), lambda name: tray, keep_days=7)
    last.submit(job("LS3"))
    assert last.history("LS1") == []
    assert len(last.history("LS2")) == 1


def test_a_job_that_was_cleared_away_is_told(spool: Spool) -> None:
    with pytest.raises(UserError, match="重新打印"):
        spool.retry("nosuchjob")


def test_a_damaged_file_is_shown_with_its_number_and_stops_nothing(
    spool: Spool, tray: Tray, tmp_path: Path
) -> None:
    tray.failure = PrinterError("没纸")
    bad, good = spool.submit(job("LS1")), spool.submit(job("LS2"))
    (path,) = (tmp_path / "spool" / "open").glob(f"*{bad.id}*")
    path.write_bytes(path.read_bytes()[:-3])
    tray.failure = None
    views = {view.number: view for view in spool.open_jobs()}
    assert "坏了" in views["LS1"].reason
    assert [view.state for view in spool.retry_open()] == ["open", "done"]
    assert spool.history("LS2")[0].id == good.id
    assert spool.drop(bad.id).state == "dropped"
    assert spool.open_jobs() == []


def test_the_spool_prints_on_its_own_thread_and_in_order(tmp_path: Path) -> None:
    threads, names, gate, empty = [], [], Event(), [True]

    class Slow:
        def send(self, data: bytes, name: str) -> None:
            if empty[0]:
                raise PrinterError("没纸了")
            gate.wait(10)
            threads.append(get_ident())
            names.append(name)

    spool = Spool(tmp_path / "spool", CLOCK, lambda name: Slow())
    kept = [spool.submit(job(f"LS{number}")) for number in range(3)]
    empty[0] = False
    waiting = [spool.retry_soon(each.id) for each in kept]
    assert len(spool.open_jobs()) == 3
    gate.set()
    assert [each.result(10).state for each in waiting] == ["done"] * 3
    assert names == ["LS0", "LS1", "LS2"]
    assert get_ident() not in threads
    spool.close()


def test_with_a_cipher_no_customer_stands_in_the_files(tmp_path: Path, tray: Tray) -> None:
    class Swap:
        def encrypt(self, data: bytes) -> bytes:
            return bytes(byte ^ 0x5A for byte in data)

        decrypt = encrypt

    spool = Spool(tmp_path / "spool", CLOCK, lambda name: tray, cipher=Swap())
    canary = slip_job(receipt(name="CANARY"), DEVICE, kind="receipt", number=NUMBER)
    spool.submit(canary)
    files = list((tmp_path / "spool").rglob("*.job"))
    assert files
    assert not any(b"CANARY" in path.read_bytes() for path in files)
    assert spool.history(NUMBER)[0].kind == "receipt"
