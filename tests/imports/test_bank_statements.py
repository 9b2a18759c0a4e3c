"""Statements as banks and wallets give them out: any headings, any order, each line once, dirt named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.sql import Statement
from jxc_desktop.features import INVARIANTS
from jxc_desktop.imports.bank_statements import bank_statements
from jxc_desktop.imports.running import import_table, open_table

KEPT = Statement(
    "SELECT a.code, l.day, l.amount, l.balance, l.counterparty, l.summary, l.reference FROM bank_line l "
    "JOIN money_account a ON a.id = l.money_account_id ORDER BY l.id"
)
TWO_COLUMNS = """中国工商银行账户明细
账号：6222 **** 1234,,,,,,
交易日期,摘要,对方户名,借方发生额(支取),贷方发生额(收入),余额,交易流水号
2026-11-20,转账,东风商行,,"1,000.00","1,500.00",A1
2026-11-20,手续费,,5.00,,"1,495.00",A2
20261121,货款,南山茶业,300.00,-,"1,195.00",A3
合计,,,305.00,"1,000.00",,
"""
ONE_COLUMN = """day,amount,summary
2026-11-20,12.00,sale
2026-11-20,-3.00,fee
"""
WECHAT = """`记账时间,`业务单号,`资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),申请人,备注,凭证号
`2026-11-20 10:00:01,`42000001,`90001,`交易,`交易,`收入,`100.00,`100.00,`system,`结算总金额 100.00元;含手续费 0.60元,`1
`2026-11-20 10:00:01,`42000001,`90002,`扣除交易手续费,`扣除交易手续费,`支出,`0.60,`99.40,`system,`手续费,`1
资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额
`2,`1,`100.00,`1,`0.60
"""
ALIPAY = """#支付宝账务明细查询
#账号：[20881234]
#起始日期：[2026年11月20日 00:00:00]   终止日期：[2026年11月21日 00:00:00]
#-----------------------------------------账务明细列表----------------------------------------
账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注
4001\t,2026112022\t,T1\t,茶叶\t,2026-11-20 09:00:00,li***@example.com\t,88.00,0.00,88.00,支付宝,在线支付,
4002\t,2026112023\t,T1\t,收费\t,2026-11-20 09:00:00,\t,0.00,-0.53,87.47,支付宝,收费,服务费
#-----------------------------------------账务明细列表结束------------------------------------
#支出合计：1笔，共-0.53元
#导出时间：[2026年11月21日 08:00:00]
"""
PERSONAL = (
    "微信支付账单明细,,,,,,,,\n微信昵称：[小店],,,,,,,,\n" + ",,,,,,,,\n" * 14
    + "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    "2026-11-20 11:00:00,二维码收款,客人,收款方备注,收入,¥20.00,/,已存入零钱,10001,20001,/\n"
    "2026-11-20 12:00:00,商户消费,快递,运费,支出,¥8.00,零钱,支付成功,10002,20002,/\n"
    "2026-11-20 13:00:00,零钱提现,工商银行,/,/,¥10.00,工商银行,提现已到账,10003,/,服务费¥0.10\n"
)  # fmt: skip


@pytest.fixture
def bring(any_database, owner, tmp_path: Path) -> Callable[..., object]:
    def do(text: str, account: str = "", encoding: str = "gb18030", **how):
        file = tmp_path / "statement.csv"
        file.write_bytes(text.encode(encoding))
        source = bank_statements(account)
        with any_database.transaction(owner) as session:
            return import_table(session, source, open_table(file, source), **how)

    return do


@pytest.fixture
def kept(any_database, owner) -> Callable[[], list[tuple]]:
    def do() -> list[tuple]:
        with any_database.reading(owner) as session:
            assert [p for rule in INVARIANTS for p in rule.check(session)] == []
            return [tuple(row) for row in KEPT.all(session)]

    return do


def test_two_columns_of_money_and_a_balance_open_the_account(bring, kept) -> None:
    done = bring(TWO_COLUMNS)
    assert (done.read, done.written, done.problems) == (3, 3, ())
    assert kept() == [
        ("bank", "2026-11-20", 500_00, 500_00, "", "期初余额", ""),
        ("bank", "2026-11-20", 1000_00, 1500_00, "东风商行", "转账", "A1"),
        ("bank", "2026-11-20", -5_00, 1495_00, "", "手续费", "A2"),
        ("bank", "2026-11-21", -300_00, 1195_00, "南山茶业", "货款", "A3"),
    ]
    again = bring(TWO_COLUMNS)
    assert (again.written, again.skipped, again.problems) == (0, 3, ())


def test_the_newest_first_is_turned_round(bring, kept) -> None:
    head, *rows = TWO_COLUMNS.splitlines()[2:-1]
    done = bring("\n".join([head, *reversed(rows)]))
    assert (done.written, done.problems) == (3, ())
    assert [row[2] for row in kept()] == [500_00, 1000_00, -5_00, -300_00]


def test_one_signed_column_is_enough(bring, kept) -> None:
    assert bring(ONE_COLUMN, "wechat", "utf-8").written == 2
    assert [row[:4] for row in kept()] == [
        ("wechat", "2026-11-20", 12_00, None),
        ("wechat", "2026-11-20", -3_00, None),
    ]


def test_the_bill_of_wechat_pay_is_read_as_it_is(bring, kept) -> None:
    done = bring(WECHAT, "wechat", "utf-8-sig")
    assert (done.written, done.problems) == (2, ())
    assert [row[1:4] for row in kept()] == [
        ("2026-11-20", 100_00, 100_00),
        ("2026-11-20", -60, 99_40),
    ]


def test_the_bill_of_alipay_is_read_as_it_is(bring, kept) -> None:
    done = bring(ALIPAY, "alipay")
    assert (done.written, done.problems) == (2, ())
    assert [(row[2], row[3], row[6]) for row in kept()] == [
        (88_00, 88_00, "4001"),
        (-53, 87_47, "4002"),
    ]


def test_a_row_without_a_side_is_named_and_may_be_left_out(bring, kept) -> None:
    done = bring(PERSONAL, "wechat", "utf-8")
    assert done.refused
    [problem] = done.problems
    assert "看不出是收是支" in problem.problem
    assert bring(PERSONAL, "wechat", "utf-8", skip_bad_rows=True).written == 2
    assert [row[2] for row in kept()] == [20_00, -8_00]


def test_a_balance_that_does_not_follow_names_its_row(bring, kept) -> None:
    done = bring(TWO_COLUMNS.replace('300.00,-,"1,195.00"', '300.00,-,"1,165.00"'))
    assert done.refused
    [problem] = done.problems
    assert (problem.row, "差 -30.00" in problem.problem) == (6, True)
    assert kept() == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2026-11-22,怪,,1.00,2.00,,", "又有支出"),
        ("2026-11-22,怪,,,,,", "没有收支金额"),
        ("那天,怪,,1.00,,,", "看不懂日期"),
        ("2026-11-22,怪,,abc,,,", "abc"),
    ],
)
def test_dirt_is_named(bring, kept, row: str, told: str) -> None:
    done = bring(TWO_COLUMNS.replace("合计", f"{row}\n合计"))
    assert done.refused
    assert any(told in each.problem for each in done.problems)
    assert kept() == []


def test_what_came_before_the_opening_balance_is_refused(bring) -> None:
    bring(TWO_COLUMNS)
    done = bring("日期,金额,摘要\n2026-11-01,9.00,早的\n2026-11-30,-9.00,晚的\n")
    assert [each.row for each in done.problems] == [2]


def test_which_account_must_be_known(bring) -> None:
    with pytest.raises(InvalidInput, match="wechat"):
        bring(ONE_COLUMN, "no-such", "utf-8")


def test_nothing_but_income_is_worth_a_look(bring) -> None:
    done = bring("日期,金额,摘要\n2026-11-01,9.00,甲\n2026-11-02,8.00,乙\n")
    assert done.written == 2
    assert "全部当作收入" in done.notices[0].problem
