"""Invoices from the tax platform's list: each number once, against the sales it names, all of them or none."""

import pytest

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.sql import Statement
from jxc_desktop.features import INVARIANTS
from jxc_desktop.imports.given_invoices import sales_invoices
from jxc_desktop.imports.running import import_table, open_table
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, receive

HEAD = "数电发票号码,发票票种,开票日期,购买方名称,单号,货物或应税劳务名称,金额,税率,税额,价税合计,备注\n"
KEPT = Statement(
    "SELECT d.invoice_number, d.invoice, coalesce(p.customer_code, ''), d.partner_name, d.total, d.red_of, "
    "count(*), sum(l.tax) FROM sales_invoice d LEFT JOIN partner p ON p.id = d.partner_id "
    "JOIN sales_invoice_line l ON l.document_id = d.id GROUP BY d.id, p.customer_code ORDER BY d.id"
)


@pytest.fixture
def sold(any_database, owner) -> tuple[str, str]:
    """Two deliveries of customer C01 of 101.00 and 20.20, at 1 %."""
    with any_database.transaction(owner) as session:
        goods = a_product(session)
        receive(session, a_supplier(session), [line(goods, 9, 1)])
        customer = a_customer(session)
        a_customer(session, "C02")
        return tuple(
            deliver(session, customer, [line(goods, 1, gross)]).number for gross in (101, "20.20")
        )


@pytest.fixture
def bring(any_database, owner, tmp_path):
    def do(text: str, **how):
        file = tmp_path / "invoices.csv"
        file.write_text(HEAD + text, "utf-8")
        source = sales_invoices()
        with any_database.transaction(owner) as session:
            return import_table(session, source, open_table(file, source), **how)

    return do


@pytest.fixture
def kept(any_database, owner):
    def do() -> list[tuple]:
        with any_database.reading(owner) as session:
            return [
                (*row[:4], int(row[4]), row[5], int(row[6]), int(row[7]))
                for row in KEPT.all(session)
            ]

    return do


def the_list(sold: tuple[str, str]) -> str:
    return (
        "24310000000000000001,数电票（增值税专用发票）,2026-11-20 09:10:11,客户C01,"
        f"{sold[0]},茶,100.00,1%,1.00,101.00,\n"
        f"24310000000000000002,数电票（普通发票）,2026-11-20,,{sold[1]},,,,,,\n"
        "24310000000000000003,普票,2026-11-20,路过公司,,安装,10.00,,0.10,,\n"
        "24310000000000000003,普票,2026-11-20,路过公司,,配件,,1%,,20.20,\n"
    )


def test_each_number_is_one_invoice_of_whoever_it_names(any_database, owner, bring, kept, sold):
    done = bring(the_list(sold))
    assert (done.read, done.written, done.problems) == (4, 4, ())
    assert kept() == [
        ("24310000000000000001", "special", "C01", "客户C01", 101_00, "", 1, 1_00),
        ("24310000000000000002", "ordinary", "C01", "客户C01", 20_20, "", 1, 20),
        ("24310000000000000003", "ordinary", "", "路过公司", 30_30, "", 2, 30),
    ]
    again = bring(the_list(sold))
    assert (again.written, again.skipped, again.problems) == (0, 4, ())
    with any_database.reading(owner) as session:
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def test_a_red_one_takes_back_what_its_remark_names(bring, kept, sold):
    bring(the_list(sold))
    bring(
        f"24310000000000000009,专票,2026-11-21,客户C01,{sold[0]},,-100.00,,-1.00,-101.00,"
        "被红冲蓝字数电发票号码：24310000000000000001\n"
    )
    assert kept()[-1] == (
        "24310000000000000009", "special", "C01", "客户C01", -101_00, "24310000000000000001", 1, -1_00,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (",普票,2026-11-20,甲,,,10,,0.1,10.10,", "数电发票号码"),
        ("9,增值税,2026-11-20,甲,,,10,,0.1,10.10,", "发票票种"),
        ("9,普票,2026-11-20,甲,XSCK1,,10,,0.1,10.10,", "单号"),
        ("9,普票,2026-11-20,,,,10,,0.1,10.10,", "购买方名称"),
        ("9,普票,2026-11-20,甲,,,10,,,,", "价税合计"),
        ("9,普票,2026-11-20,甲,,,,,,10.10,", "税额"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_registered(bring, kept, sold, row, column):
    done = bring(f"{the_list(sold)}{row}\n")
    assert done.written == 0
    assert (6, column) in [(problem.row, problem.column) for problem in done.problems]
    assert kept() == []


def test_what_the_shop_refuses_names_the_invoice_and_undoes_the_others(bring, kept, sold):
    too_much = f"24310000000000000008,专票,2026-11-20,,{sold[1]},,,,,99.00,\n"
    with pytest.raises(Refused, match=r"发票 24310000000000000008：第 1 行：.*这次只能开 20\.20"):
        bring(f"24310000000000000007,普票,2026-11-20,甲,,,10,,0.1,10.10,\n{too_much}")
    assert kept() == []
