"""Vouchers for other programs: every page balances there as here, a shift is one page, codes are as they want them."""

import io
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.voucher_export import _JDY, _KIS, Codes, export_vouchers, read_codes
from jxc_desktop.shop.actor import Actor
from tests.conftest import actor_with
from tests.reports.conftest import Trade
from tests.shopkeeping import balances

YEAR = date(2026, 1, 1), date(2026, 12, 31)
Lines = list[tuple[str, Decimal, Decimal]]


def file(trade: Trade, form: str, codes: Codes | None = None) -> bytes:
    with trade.database.reading(trade.owner) as session:
        return export_vouchers(session, form, *YEAR, codes)


def shifts_closed(trade: Trade) -> None:
    from jxc_desktop.pos.shifts import close_machine_shifts

    with trade.database.transaction(trade.owner) as session:
        close_machine_shifts(session, YEAR[1])


def cells(content: bytes) -> Iterator[dict[str, object]]:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    headings, *rows = sheet.iter_rows(values_only=True)
    return (dict(zip(headings, row, strict=True)) for row in rows)


def t3_lines(content: bytes) -> Iterator[list[str]]:
    first, *lines = content.decode("gb18030").splitlines()
    assert first == "填制凭证,V800"
    return (line.split(",") for line in lines)


def in_t3(content: bytes) -> Lines:
    return [(f[5], Decimal(f[6]), Decimal(f[7])) for f in t3_lines(content)]


def in_kis(content: bytes) -> Lines:
    return [(r["科目代码"], _number(r["借方"]), _number(r["贷方"])) for r in cells(content)]


def in_jdy(content: bytes) -> Lines:
    return [(r["科目代码"], _number(r["借方金额"]), _number(r["贷方金额"])) for r in cells(content)]


def _number(value: object) -> Decimal:
    return Decimal(str(value or 0)).quantize(Decimal("0.01"))


READERS = {"t3": in_t3, "kis": in_kis, "jdy": in_jdy}


@pytest.mark.parametrize("form", READERS)
def test_another_program_finds_the_same_balances(any_trade: Trade, form: str):
    shifts_closed(any_trade)
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for account, debit, credit in READERS[form](file(any_trade, form)):
        assert bool(debit) != bool(credit)
        sums[account] += debit - credit
    with any_trade.database.reading(any_trade.owner) as session:
        wanted = {code: Decimal(fen) / 100 for code, fen in balances(session).items()}
    assert {code: amount for code, amount in sums.items() if amount} == wanted


def test_every_page_stands_together_and_balances(trade: Trade):
    shifts_closed(trade)
    rows = list(cells(file(trade, "jdy")))
    pages = [(row["日期"], row["凭证字"], row["凭证号"]) for row in rows]
    turned = [page for page, before in zip(pages[1:], pages, strict=False) if page != before]
    assert len(set(pages)) == len(turned) + 1
    sums: dict[object, Decimal] = defaultdict(Decimal)
    for page, row in zip(pages, rows, strict=True):
        sums[page] += _number(row["借方金额"]) - _number(row["贷方金额"])
    assert set(sums.values()) == {Decimal("0.00")}
    with trade.database.reading(trade.owner) as session:
        count = session.execute(text("SELECT count(*) FROM voucher")).scalar_one()
    assert len(sums) == count


def test_a_shift_goes_out_as_its_sum(trade: Trade):
    shifts_closed(trade)
    with trade.database.reading(trade.owner) as session:
        [entries] = session.execute(
            text(
                "SELECT max(n) FROM (SELECT count(*) AS n FROM voucher_entry GROUP BY voucher_id) x"
            )
        ).one()
    assert entries > 1
    rows = [row for row in cells(file(trade, "kis")) if "交班" in str(row["凭证摘要"])]
    assert rows
    places = [(r["凭证日期"], r["凭证号"], r["科目代码"], bool(r["借方"])) for r in rows]
    assert len(places) == len(set(places))


def test_the_sheets_have_the_columns_their_programs_read(trade: Trade):
    shifts_closed(trade)
    assert (len(_KIS), len(_JDY)) == (37, 25)
    for form, headings in (("kis", _KIS), ("jdy", _JDY)):
        sheet = load_workbook(io.BytesIO(file(trade, form))).worksheets[0]
        assert [cell.value for cell in sheet[1]] == list(headings)
    assert sheet.title == "凭证列表#2026年第1期"
    [row, *_rest] = [row for row in cells(file(trade, "jdy")) if row["供应商"]]
    assert (row["供应商"], row["科目名称"], row["币别"]) == ("S01", "应付账款_应付货款", "RMB")
    [row, *_rest] = [row for row in cells(file(trade, "kis")) if row["核算项目"]]
    assert row["核算项目"] == "供应商---S01---供应商S01"


def test_their_codes_come_from_a_table(database: Database, owner: Actor, tmp_path: Path):
    table = tmp_path / "codes.csv"
    table.write_text(
        "科目,项目,对方科目,名称\n5602,租金,560205,租金\n5602,,560299,\n1002,bank,100201,工行\n",
        "utf-8",
    )
    with database.transaction(owner) as session:
        for key, item in (("a", "租金"), ("b", "水电费")):
            leg = {"account": "5602", "debit": "10.00", "summary": "甲,乙", "item": item}
            bank = {"account": "bank", "credit": "10.00"}
            told = {"key": key, "type": "voucher", "day": "2026-03-05", "legs": [leg, bank]}
            post_document(session, told)
        content = export_vouchers(session, "t3", *YEAR, read_codes(table))
    lines = list(t3_lines(content))
    assert [line[5] for line in lines] == ["560205", "100201", "560299", "100201"]
    assert {line[4] for line in lines} == {"甲，乙"}


@pytest.mark.parametrize("said", ["科目,项目,对方科目\n5602,,\n", "x\n,a,b\n"])
def test_a_table_with_holes_is_refused_at_its_line(tmp_path: Path, said: str):
    table = tmp_path / "codes.csv"
    table.write_text(said, "utf-8")
    with pytest.raises(InvalidInput, match="第 2 行"):
        read_codes(table)
    with pytest.raises(InvalidInput, match="读不了"):
        read_codes(tmp_path / "none.csv")


def test_tickets_of_an_open_shift_are_not_left_out_in_silence(trade: Trade):
    with pytest.raises(Refused, match="先交班再导出"):
        file(trade, "t3")


def test_only_who_may_takes_vouchers_away(database: Database, owner: Actor):
    with database.reading(actor_with("cashier")) as session, pytest.raises(Forbidden):
        export_vouchers(session, "t3", *YEAR)
    with database.reading(owner) as session:
        with pytest.raises(InvalidInput, match="t3"):
            export_vouchers(session, "sap", *YEAR)
        for form in READERS:
            assert export_vouchers(session, form, *YEAR)
