"""What the books begin with, from the lists that other programs give."""

import pytest

from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.opening_accounts import opening_accounts
from jxc_desktop.imports.opening_debts import opening_ap, opening_ar
from jxc_desktop.imports.running import import_table, open_table
from jxc_desktop.partners.models import Partner

BALANCE = Statement(
    "SELECT coalesce(sum(debit - credit), 0) FROM account_balance WHERE account = :account"
)
BY_FIRM = Statement(
    "SELECT p.name, sum(b.debit - b.credit) FROM account_balance b JOIN partner p ON p.id = b.partner_id "
    "WHERE b.account = :account GROUP BY p.name ORDER BY p.name"
)
DOCUMENTS = Statement("SELECT count(*) FROM opening_balance")


@pytest.fixture
def shop(any_database, owner):
    with any_database.transaction(owner) as session:
        firms = [
            ("C1", None, "老张饭店"),
            ("C2", None, "同名店"),
            ("C3", None, "同名店"),
            (None, "S1", "粮油公司"),
        ]
        session.add_all(
            Partner(customer_code=c, supplier_code=s, name=n, pinyin="", search_text="")
            for c, s, n in firms
        )
    return any_database


@pytest.fixture
def bring(shop, owner, tmp_path):
    """Import a csv text with a source; the whole answer."""

    def do(source, text, **how):
        file = tmp_path / "list.csv"
        file.write_text(text, "utf-8")
        table = open_table(file, source)
        with shop.transaction(owner) as session:
            return import_table(session, source, table, **how)

    return do


@pytest.fixture
def ask(shop, owner):
    def do(statement, **values):
        with shop.reading(owner) as session:
            return [tuple(row) for row in statement.all(session, **values)]

    return do


def balance(ask, account):
    return int(ask(BALANCE, account=account)[0][0])


def test_debts_stand_against_each_customer_and_advances_beside_them(bring, ask):
    text = "客户编号,客户名称,应收余额,预收余额\nC1,老张饭店,800.50,\nC1,老张饭店,199.50,\nC2,同名店,,300\n"
    done = bring(opening_ar(), text)
    assert (done.read, done.written, done.problems) == (3, 3, ())
    assert ask(BY_FIRM, account="1122") == [("老张饭店", 1000_00)]
    assert ask(BY_FIRM, account="220301") == [("同名店", -300_00)]
    assert balance(ask, "0001") == -700_00


def test_a_supplier_is_found_by_its_name(bring, ask):
    done = bring(opening_ap(), "供应商,名称,应付余额,预付余额\n,粮油公司,500,20\n")
    assert (done.written, done.problems) == (1, ())
    assert (balance(ask, "220201"), balance(ask, "1123")) == (-500_00, 20_00)


def test_the_same_list_again_opens_nothing_twice(bring, ask):
    text = "客户编号,应收余额\nC1,800\n"
    assert bring(opening_ar(), text).written == 1
    again = bring(opening_ar(), text + "C2,5\n")
    assert (again.written, again.skipped) == (1, 1)
    assert balance(ask, "1122") == 805_00


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("C9,没有的店,5", "客户编号"),
        (",没有的店,5", "客户名称"),
        (",同名店,5", "客户名称"),
        ("S1,粮油公司,5", "客户编号"),
        ("C1,老张饭店,", "应收余额"),
        ("C1,老张饭店,五块", "应收余额"),
    ],
)
def test_a_wrong_debt_is_named_and_nothing_is_written(bring, ask, row, column):
    done = bring(opening_ar(), f"客户编号,客户名称,应收余额\nC1,老张饭店,10\n{row}\n")
    assert (done.written, [(p.row, p.column) for p in done.problems]) == (0, [(3, column)])
    assert ask(DOCUMENTS) == [(0,)]


TRIAL_BALANCE = """科目编码,科目名称,方向,期初余额
1001,库存现金,借,200
100101,库存现金,借,200
1002,银行存款,借,50000
1405,库存商品,借,10000
1122,应收账款,借,0
3001,实收资本,贷,60200
1602,累计折旧,平,0
"""


def test_a_trial_balance_opens_its_leaves(bring, ask):
    done = bring(opening_accounts(), TRIAL_BALANCE)
    assert (done.read, done.written, done.problems) == (7, 7, ())
    assert {notice.row for notice in done.notices} == {2, 5}
    assert [balance(ask, a) for a in ("100101", "1002", "3001", "1405")] == [
        200_00,
        50000_00,
        -60200_00,
        0,
    ]
    assert balance(ask, "0001") == 10000_00
    again = bring(opening_accounts(), TRIAL_BALANCE)
    assert balance(ask, "0001") == 10000_00
    assert again.skipped == 3


def test_money_accounts_and_firms_may_be_named(bring, ask):
    text = "科目编码,往来单位,期初借方,期初贷方\nwechat,,88,\n220301,C1,,30\n1002,,,5\n"
    assert bring(opening_accounts(), text).problems == ()
    assert [balance(ask, a) for a in ("101201", "220301", "1002")] == [88_00, -30_00, -5_00]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("9999,,5,", "科目编码"),
        ("1001,,5,", "科目编码"),
        ("1002,,5,6", "期初贷方"),
        ("220301,,,5", "往来单位"),
        ("220301,没有,,5", "往来单位"),
        ("220301,同名店,,5", "往来单位"),
    ],
)
def test_a_wrong_balance_is_named_and_nothing_is_written(bring, ask, row, column):
    text = f"科目编码,往来单位,期初借方,期初贷方\n3001,,,60\n{row}\n"
    done = bring(opening_accounts(), text)
    assert (done.written, [(p.row, p.column) for p in done.problems]) == (0, [(3, column)])
    assert ask(DOCUMENTS) == [(0,)]
