"""What the shop file lost, the flight recorder still has."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.pricing.changes import PriceChangeDraft, PriceChangeLine
from jxc_desktop.pricing.services import approve_price_change, void_price_change
from jxc_desktop.safety.backup import Order, make_backup
from jxc_desktop.safety.recorder import Recorder, Standing, recorder_of
from jxc_desktop.safety.recording import PATIENT, Recording
from jxc_desktop.safety.replay import replay
from jxc_desktop.safety.verify import verify
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Key
from jxc_desktop.shop.settings import put_setting
from tests.conftest import NOW, TODAY
from tests.safety.story import busy_days
from tests.shopkeeping import a_product, a_supplier, balances, line, price, receive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "other-disk"
    folder.mkdir()
    return folder


@pytest.fixture
def recorder(any_database: Database, folder: Path) -> Recorder:
    recorder = Recorder(folder, any_database)
    recorder.catch_up()
    return recorder


@pytest.fixture
def recording(
    any_database: Database, recorder: Recorder, folder: Path, owner: Actor
) -> Iterator[Recording]:
    with any_database.transaction(owner) as session:
        put_setting(session, "backup_folder", str(folder))
    recording = Recording(any_database, patience=PATIENT)
    yield recording
    recording.close()


def buy(database: Database, owner: Actor, code: str) -> str:
    with database.transaction(owner) as session:
        goods, supplier = a_product(session, code), a_supplier(session, f"S{code}")
        return receive(session, supplier, [line(goods, 5, 3)]).number


@pytest.mark.usefixtures("recording")
def test_each_document_is_on_the_tape_when_its_transaction_returns(
    any_database: Database, recorder: Recorder, owner: Actor
):
    number = buy(any_database, owner, "A")
    last = recorder.tape.last()
    assert last is not None
    assert (last.action, last.subject) == ("goods_receipt.post", number)
    assert last.document is not None
    assert last.document["lines"][0]["product"] == "A"
    assert recorder.compare().standing is Standing.EQUAL
    assert recorder.tape.broken() == []


@pytest.mark.usefixtures("recording")
def test_a_refused_document_is_not_recorded(
    any_database: Database, recorder: Recorder, owner: Actor
):
    before = len(list(recorder.tape.lines()))
    with suppress(RuntimeError), any_database.transaction(owner) as session:
        receive(session, a_supplier(session), [line(a_product(session), 5, 3)])
        raise RuntimeError
    assert len(list(recorder.tape.lines())) == before


def test_a_disk_that_was_away_never_fails_a_sale_and_is_caught_up(
    any_database: Database,
    recorder: Recorder,
    recording: Recording,
    folder: Path,
    owner: Actor,
    tmp_path: Path,
):
    folder.rename(tmp_path / "pulled")
    buy(any_database, owner, "A")
    assert "U 盘" in recording.problem
    (tmp_path / "pulled").rename(folder)
    assert recorder.compare().standing is Standing.BEHIND
    buy(any_database, owner, "B")
    assert recording.problem == ""
    assert recorder.compare().standing is Standing.EQUAL
    products = [
        entry.document["lines"][0]["product"] for entry in recorder.tape.lines() if entry.document
    ]
    assert products == ["A", "B"]


@pytest.mark.usefixtures("recording")
def test_price_changes_are_recorded_with_what_became_of_them(
    any_database: Database, recorder: Recorder, owner: Actor
):
    later = TODAY + timedelta(3)
    with any_database.transaction(owner) as session:
        product = a_product(session)
        draft = PriceChangeDraft(TODAY, later, (PriceChangeLine(product, price(12)),), "涨价")
        posted = approve_price_change(session, draft, key=Key("p-1"))
        void_price_change(session, posted.number, "写错了")
    told = [entry.document for entry in recorder.tape.lines() if entry.document]
    assert [(each["type"], each["key"]) for each in told] == [
        ("price_change", "p-1"), ("price_change_void", told[1]["key"]),
    ]  # fmt: skip
    assert (told[0]["effective_day"], told[0]["lines"]) == (
        later.isoformat(), [{"product": "A", "level": "retail", "unit": "", "price": "12.00"}],
    )  # fmt: skip
    with any_database.transaction(owner) as session:
        again = post_document(session, {**told[0], "key": "p-2"})
        assert post_document(session, {**told[1], "number": again.number}).number == again.number


@pytest.mark.usefixtures("recording")
def test_a_torn_line_is_cut_off_and_recorded_again(
    any_database: Database, recorder: Recorder, owner: Actor
):
    buy(any_database, owner, "A")
    [file] = recorder.tape.files()
    os.truncate(file, file.stat().st_size - 20)
    assert recorder.compare().standing is Standing.BEHIND
    recorder.catch_up()
    assert recorder.compare().standing is Standing.EQUAL
    assert recorder.tape.broken() == []


@pytest.mark.usefixtures("recording")
def test_an_edited_line_is_found(any_database: Database, recorder: Recorder, owner: Actor):
    buy(any_database, owner, "A")
    buy(any_database, owner, "B")
    [file] = recorder.tape.files()
    file.write_text(file.read_text("utf-8").replace('"quantity":"5"', '"quantity":"4"', 1), "utf-8")
    assert len(recorder.tape.broken()) == 1


def test_a_lost_shop_file_gets_every_document_back_from_its_backup_and_the_tape(
    database: Database, folder: Path, tmp_path: Path, owner: Actor
):
    with database.transaction(owner) as session:
        goods = [a_product(session, code) for code in "XY"]
        receive(session, a_supplier(session, "SX"), [line(g, 100, 3) for g in goods])
    backup = make_backup(database, Order(tmp_path / "backups"), INVARIANTS, actor=owner)
    master = tmp_path / "master.jxc"
    with database.transaction(owner) as session:
        busy = prepare(session)
    shutil.copyfile(
        make_backup(database, Order(tmp_path / "b2"), INVARIANTS, actor=owner).path, master
    )
    recorder = Recorder(folder, database)
    recorder.catch_up()
    with database.transaction(owner) as session:
        trade(session, *busy)
    recorder.catch_up()
    with database.reading(owner) as session:
        wanted, documents = balances(session), count(session)
    assert database.path is not None
    database.close()

    # The PC is gone; the newest backup is older than the last documents.
    again = Database(master, clock=NOW)
    found = Recorder(folder, again)
    comparison = found.compare()
    assert comparison.standing is Standing.AHEAD
    assert len(comparison.lost) == 7
    with pytest.raises(ShopFileError, match="先看清楚"):
        found.catch_up()
    outcomes = list(replay(again, comparison.lost, actor=owner))
    assert [outcome.problem for outcome in outcomes] == [""] * 7
    assert [o.problem for o in replay(again, comparison.lost, actor=owner)] == [""] * 7
    with again.reading(owner) as session:
        assert balances(session) == wanted
        assert count(session) == documents
    found.begin_anew(owner)
    assert found.compare().standing is Standing.EQUAL
    assert verify(again, INVARIANTS, actor=owner).problems == ()
    again.close()
    assert backup.path.exists()


def count(session: object) -> int:
    return int(session.execute(text("SELECT count(*) FROM document_key")).scalar_one())  # type: ignore[attr-defined]


def prepare(session: object) -> tuple[int, int, int]:
    from jxc_desktop.pos.shifts import open_shift
    from tests.shopkeeping import a_customer, fen

    return a_customer(session), a_supplier(session, "S9"), open_shift(session, "01", fen(100))


def trade(session: object, customer: int, supplier: int, shift: int) -> None:
    """Seven documents: a receipt, a delivery, two tickets, a return, two reversals."""
    from jxc_desktop.cash.payments import Payment
    from jxc_desktop.ledger.papers import Reversal
    from jxc_desktop.pos.services import reverse_ticket
    from jxc_desktop.sales.services import reverse_delivery
    from jxc_desktop.shop.keys import new_key
    from tests.shopkeeping import deliver, ring_up, take_back

    receive(
        session,
        supplier,
        [line(1, 7, "3.3333", discount=500)],
        order_discount=3,
        payments=(Payment(2, 500),),
    )
    sold = deliver(session, customer, [line(2, 3, "7.77")], payments=(Payment(1, 100),))
    first = ring_up(session, shift, [line(1, 3), line(2, 1)], cash="100", rounding_off=7)
    second = ring_up(session, shift, [line(1, 2)], cash="20")
    take_back(session, shift, first.number, (1, "1"))
    reverse_delivery(session, Reversal(sold.number, "退单"), key=new_key())
    reverse_ticket(session, Reversal(second.number, "没付"), key=new_key())


@pytest.mark.usefixtures("recording")
def test_a_busy_shop_is_recorded_line_by_line(
    any_database: Database, recorder: Recorder, owner: Actor
):
    with any_database.transaction(owner) as session:
        busy_days(session)
    with any_database.reading(owner) as session:
        posted = "SELECT count(*) FROM audit WHERE action LIKE '%.post'"
        wanted = session.execute(text(posted)).scalar_one()
    assert sum(entry.document is not None for entry in recorder.tape.lines()) == wanted
    assert recorder.tape.broken() == []


def test_the_recorder_lies_on_the_second_place_where_there_is_one(
    database: Database, tmp_path: Path, owner: Actor
):
    assert recorder_of(database) is None
    for name in ("backup_folder", "backup_second_folder"):
        (tmp_path / name).mkdir()
        with database.transaction(owner) as session:
            put_setting(session, name, str(tmp_path / name))
        recorder = recorder_of(database)
        assert recorder is not None
        recorder.catch_up()
        assert len(list((tmp_path / name).glob("*.jsonl"))) == 1
