"""Goods, firms and opening stock from lists as shops have them, into a real shop."""

import pytest

from jxc_desktop.catalog.queries import (
    ProductFilter,
    count_products,
    list_products,
    product_by_barcode,
    product_by_code,
    product_card,
    product_draft,
)
from jxc_desktop.core.errors import Forbidden, Refused
from jxc_desktop.core.numbers import EXEMPT
from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.opening import opening_stock
from jxc_desktop.imports.partners import customers, suppliers
from jxc_desktop.imports.products import products
from jxc_desktop.imports.running import import_table, open_table
from jxc_desktop.partners.queries import (
    customer_by_code,
    partner_card,
    partner_draft,
    supplier_by_code,
)
from jxc_desktop.shop.settings import put_setting
from tests.conftest import actor_with

LEVELS = Statement(
    "SELECT p.name, w.code, s.quantity FROM stock_level s JOIN product p ON p.id = s.product_id "
    "JOIN warehouse w ON w.id = s.warehouse_id ORDER BY p.id, w.id"
)
POOLS = Statement(
    "SELECT p.name, c.value FROM cost_pool c JOIN product p ON p.id = c.product_id ORDER BY p.id"
)
WAREHOUSE = Statement(
    "INSERT INTO warehouse (code, name, disabled, transit) VALUES ('EAST', '东库', 0, 0)"
)
FIRST = """类别,商品名称,条码,进价,售价,产地,库存,单位,备注
1,王老吉凉茶,6901424333948 ,2.10,2.60,广州,100,盒,特价
1,355ml可口可乐,6908512108518 ,1.90,2.40,杭州,24,听,
1,72g相约奶茶(咖啡),6925858908050 ,2.50,3.00,温州,100,杯,
1,阿尔卑斯棒棒糖(草莓味),6911316540309 ,0.50,1.00,上海,100,粒,
1,阿尔卑斯棒棒糖(芒果),6911316540309 ,0.50,1.00,上海,100,粒,
1,350g康元夹心饼干,84501202316 ,5.80,6.30,上海,0,包,
1,散装瓜子,,8.00,,上海,2.5,千克,
"""
SECOND = """编号,商品名称,规格,条码
2922,可乐,1.25L,6908512108518
2923,雪碧,1.25L,6908512109218
2924,A芬达橙味汽水,600ml,6908512110429
"""


def counts(result):
    return result.read, result.written, result.skipped, len(result.problems)


def test_a_list_with_wrong_rows_writes_nothing(any_database, run, owner):
    result = run(any_database, products(), FIRST)
    assert counts(result) == (7, 0, 0, 2)
    assert [(problem.row, problem.column) for problem in result.problems] == [
        (4, "条码"),
        (6, "条码"),
    ]
    assert "末位应为 3" in result.problems[0].problem
    assert "王老吉" not in result.problems[1].problem
    assert "草莓味" in result.problems[1].problem
    with any_database.reading(owner) as session:
        assert count_products(session, ProductFilter()) == 0


def test_wrong_rows_are_left_out_where_told_and_the_same_file_changes_nothing(
    any_database, run, owner
):
    assert counts(run(any_database, products(), FIRST, skip_bad_rows=True)) == (7, 5, 2, 2)
    with any_database.reading(owner) as session:
        tea = product_by_barcode(session, "6901424333948")
        assert (tea.name, tea.unit, tea.price, tea.code) == (
            "王老吉凉茶",
            "盒",
            2_600_000,
            "SP00001",
        )
        assert product_by_barcode(session, "84501202316").name == "350g康元夹心饼干"
        assert LEVELS.all(session) == []
        seeds = product_draft(session, 5)
        assert (seeds.places, seeds.retail_price, seeds.purchase_price) == (3, None, 8_000_000)
    again = run(any_database, products(), FIRST, skip_bad_rows=True)
    assert counts(again) == (7, 0, 7, 2)
    assert not any("内容不同" in notice.problem for notice in again.notices)


def test_a_second_list_adds_what_is_new(any_database, run, owner):
    run(any_database, products(), FIRST, skip_bad_rows=True)
    result = run(any_database, products(), SECOND)
    assert counts(result) == (3, 2, 1, 0)
    assert [n.row for n in result.notices if "355ml可口可乐" in n.problem] == [2]
    assert [n.row for n in result.notices if "没有零售价" in n.problem] == [2, 3, 4]
    with any_database.reading(owner) as session:
        assert product_by_code(session, "2923").unit == "个"
        assert product_by_barcode(session, "6908512108518").name == "355ml可口可乐"
    assert counts(run(any_database, products(), SECOND)) == (3, 0, 3, 0)


def test_stock_and_purchase_price_open_the_stock_where_asked(any_database, run, owner):
    opening = products(with_opening_stock=True)
    assert counts(run(any_database, opening, FIRST, skip_bad_rows=True)) == (7, 5, 2, 2)
    with any_database.reading(owner) as session:
        assert [tuple(row) for row in LEVELS.all(session)] == [
            ("王老吉凉茶", "MAIN", 1_000_000),
            ("355ml可口可乐", "MAIN", 240_000),
            ("阿尔卑斯棒棒糖(草莓味)", "MAIN", 1_000_000),
            ("散装瓜子", "MAIN", 25_000),
        ]
        assert [row[1] for row in POOLS.all(session)] == [21_000, 4_560, 5_000, 2_000]
    run(any_database, opening, FIRST, skip_bad_rows=True)
    with any_database.reading(owner) as session:
        assert sum(row[1] for row in POOLS.all(session)) == 32_560


def test_a_stock_column_without_the_wish_is_said_once(database, run):
    notices = run(database, products(), FIRST, skip_bad_rows=True).notices
    assert [n.row for n in notices if "库存没有导入" in n.problem] == [2]


def test_a_full_row_is_kept_whole(session, tmp_path):
    path = tmp_path / "full.csv"
    path.write_text(
        "商品编号,商品名称,规格,单位,辅助单位,换算率,类别,品牌,产地,条码,进价,零售价,批发价,会员价,最低售价,税率,"
        "最低库存,最高库存,毛重(kg),体积(m3),停用,备注\n"
        "A1,可乐,500ml,瓶,箱,1箱=24瓶,食品-饮料,太古,杭州,6901234567892、77,2,3,2.5,2.8,2.2,免税,10,100,0.5,0.000612,是,冷藏\n",
        encoding="utf-8",
    )
    source = products()
    assert import_table(session, source, open_table(path, source)).written == 1
    card = product_card(session, 1)
    draft = card.draft
    assert card.disabled
    assert (draft.category, draft.tax_rate, draft.min_stock, draft.max_stock) == (
        "食品/饮料", EXEMPT, 100_000, 1_000_000,
    )  # fmt: skip
    assert (draft.weight, draft.volume) == (5000, 612)
    assert [(u.name, u.numerator, u.denominator) for u in draft.units] == [("箱", 24, 1)]
    assert [b.code for b in draft.barcodes] == ["6901234567892", "77"]
    assert {p.level: p.price for p in draft.prices} == {"wholesale": 2_500_000, "member": 2_800_000}
    assert (draft.min_price, draft.brand, draft.origin, draft.remark) == (
        2_200_000,
        "太古",
        "杭州",
        "冷藏",
    )


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("商品名称,零售价,税率\n可乐,3,16%\n", "税率"),
        ("商品名称,零售价,类别\n可乐,3,1/2/3/4/5/6\n", "类别"),
        ("商品名称,零售价,最低库存,最高库存\n可乐,3,5,4\n", "最低库存"),
        ("商品名称,零售价,库存,仓库\n可乐,3,1,北库\n", "仓库"),
        ("商品名称,零售价,库存,单位\n可乐,3,1.5,瓶\n", "库存"),
        ("商品名称,零售价,库存,单位\n可乐,3,-1,瓶\n", "库存"),
        ("商品名称,零售价,库存,单位\n可乐,3,2箱,瓶\n", "库存"),
    ],
)
def test_what_the_shop_would_refuse_is_named_by_row_and_column(database, run, text, column):
    result = run(database, products(with_opening_stock=True), text)
    assert [(p.row, p.column) for p in result.problems] == [(2, column)]
    assert result.written == 0


def test_goods_without_any_code_are_known_again_by_their_name(database, run, owner):
    text = "商品名称,规格,零售价\n可乐,1L,3\n可乐,2L,5\n可乐,1L,3\n"
    assert counts(run(database, products(), text)) == (3, 3, 0, 0)
    assert counts(run(database, products(), text)) == (3, 0, 3, 0)
    with database.reading(owner) as session:
        assert len(list_products(session, ProductFilter())) == 3


def test_the_code_of_another_product_is_no_proof_of_being_there(any_database, run):
    run(
        any_database,
        products(),
        "商品编号,商品名称,条码,零售价\n1,可乐,6901234567892,3\n2,雪碧,,3\n",
    )
    text = "商品编号,商品名称,条码,零售价\n1,牙膏,77,5\n2,雪 碧,,3\n9,可口可乐,6901234567892,3\n"
    result = run(any_database, products(), text)
    assert [(p.row, p.column) for p in result.problems] == [(2, "商品编号")]
    assert "可乐" in result.problems[0].problem
    assert counts(run(any_database, products(), text, skip_bad_rows=True)) == (3, 0, 3, 1)


def test_a_dry_run_writes_nothing(database, run, owner):
    assert counts(run(database, products(), SECOND, dry_run=True)) == (3, 3, 0, 0)
    with database.reading(owner) as session:
        assert count_products(session, ProductFilter()) == 0


def test_a_buyer_does_not_import(database, run):
    with pytest.raises(Forbidden):
        run(database, products(), SECOND, actor=actor_with("buyer"))


def test_opening_stock_by_code_barcode_and_name(any_database, run, owner):
    run(any_database, products(), FIRST, skip_bad_rows=True)
    with any_database.transaction(owner) as session:
        WAREHOUSE.run(session)
    text = (
        "商品编号,条码,商品名称,仓库,数量,金额\n"
        "SP00001,,,MAIN,10,21\n"
        ",6908512108518,,东库,5,9.50\n"
        ",,散装瓜子,,1.5,12\n"
        "SP00001,,,EAST,2,4.20\n"
    )
    assert counts(run(any_database, opening_stock(), text)) == (4, 4, 0, 0)
    with any_database.reading(owner) as session:
        assert [tuple(row) for row in LEVELS.all(session)] == [
            ("王老吉凉茶", "MAIN", 100_000),
            ("王老吉凉茶", "EAST", 20_000),
            ("355ml可口可乐", "EAST", 50_000),
            ("散装瓜子", "MAIN", 15_000),
        ]
        assert [row[1] for row in POOLS.all(session)] == [2_520, 950, 1_200]
    assert counts(run(any_database, opening_stock(), text)) == (4, 0, 4, 0)
    with any_database.reading(owner) as session:
        assert sum(row[1] for row in POOLS.all(session)) == 4_670


LOTS = Statement(
    "SELECT l.code, l.made, l.expiry, s.quantity FROM lot l "
    "JOIN stock_level s ON s.lot_id = l.id ORDER BY l.code"
)
TRACKED = (
    "商品编号,商品名称,零售价,批次管理,保质期天数,提前提醒天数\n"
    "M,牛奶,5,批次,30,7\nP,手机,999,按序列号,,\nA,可乐,3,否,,\n"
)


def test_goods_and_their_opening_stock_come_with_lots_and_serial_numbers(any_database, run, owner):
    assert counts(run(any_database, products(), TRACKED)) == (3, 3, 0, 0)
    with any_database.reading(owner) as session:
        kept = [product_draft(session, product) for product in (1, 2, 3)]
    assert [(x.tracking, x.shelf_life_days, x.expiry_warn_days) for x in kept] == [
        ("lot", 30, 7), ("serial", None, None), ("", None, None),
    ]  # fmt: skip
    text = (
        "商品编号,数量,金额,批号,生产日期,有效期\n"
        "M,3,6,L1,2026-11-01,\nM,2,4,L2,,2026-12-31\nP,2,200,S1 S2,,\nA,1,2,,,\n"
    )
    result = run(any_database, opening_stock(), text)
    assert counts(result) == (4, 4, 0, 0)
    with any_database.reading(owner) as session:
        told = [(code, str(expiry or ""), n) for code, _m, expiry, n in LOTS.all(session)]
    assert told == [
        ("L1", "2026-12-01", 30_000), ("L2", "2026-12-31", 20_000), ("S1", "", 10_000),
        ("S2", "", 10_000),
    ]  # fmt: skip
    assert counts(run(any_database, opening_stock(), text)) == (4, 0, 4, 0)


def test_codes_on_scales_come_with_the_goods_each_for_one_of_them(any_database, run, owner):
    text = "商品名称,零售价,PLU\n五花肉,8.38,00012\n苹果,5,7\n可乐,3,\n"
    twice = run(any_database, products(), f"{text}里脊,9,12\n")
    assert counts(twice) == (4, 0, 0, 1)
    assert counts(run(any_database, products(), text)) == (3, 3, 0, 0)
    again = run(any_database, products(), "商品名称,秤码\n梨,7\n桃,x\n")
    assert counts(again) == (2, 0, 0, 2)
    told = [problem.problem for each in (twice, again) for problem in each.problems]
    assert told[:2] == ["秤码 12 已是“五花肉”的。换一个秤码", "秤码 7 已是“苹果”的。换一个秤码"]
    with any_database.reading(owner) as session:
        assert [product_draft(session, each).plu for each in (1, 2, 3)] == [12, 7, None]


def test_other_opening_stock_of_goods_that_were_opened_is_left_away_and_said(
    any_database, run, owner
):
    run(any_database, products(), TRACKED)
    run(any_database, opening_stock(), "商品编号,数量,金额\nA,1,2\n")
    result = run(any_database, opening_stock(), "商品编号,数量,金额\nA,5,10\n")
    assert counts(result) == (1, 0, 1, 0)
    assert "已有“可乐”，内容不同，没有改它" in [p.problem for p in result.notices]


@pytest.mark.parametrize("row", ["M,3,6,,,", "P,2,200,S1,,", "P,1,200,,,"])
def test_opening_stock_without_its_lots_is_told_at_the_lot(database, run, row):
    run(database, products(), TRACKED)
    result = run(database, opening_stock(), f"商品编号,数量,金额,批号,生产日期,有效期\n{row}\n")
    assert [(p.row, p.column) for p in result.problems] == [(2, "批号")]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("X9,,,,1,2", "商品编号"),
        (",6901234567892,,,1,2", "条码"),
        (",,没有,,1,2", "商品名称"),
        (",,可乐,,1,2", "商品名称"),
        (",,,,1,2", "商品编号"),
        ("A1,,,北库,1,2", "仓库"),
        ("A1,,,,1.5,2", "数量"),
        ("A1,,,,-1,2", "数量"),
        ("A1,77,,,1,2", "条码"),
    ],
)
def test_opening_stock_of_what_is_not_there(database, run, row, column):
    run(database, products(), "商品编号,商品名称,零售价,条码\nA1,可乐,1,\nA2,可乐,1,77\n")
    result = run(database, opening_stock(), f"商品编号,条码,商品名称,仓库,数量,金额\n{row}\n")
    assert [(p.row, p.column) for p in result.problems] == [(2, column)]


def test_an_opened_shop_takes_no_opening_stock(database, run, owner):
    with database.transaction(owner) as session:
        put_setting(session, "opened", value=True)
    with pytest.raises(Refused):
        run(database, products(with_opening_stock=True), "商品名称,零售价,库存,进价\n可乐,3,1,2\n")
    with database.reading(owner) as session:
        assert count_products(session, ProductFilter()) == 0


def test_firms_of_a_list(any_database, run, owner):
    text = (
        "客户编号,客户名称,联系人,手机,城市,税号,信用额度,账期,价格等级,停用\n"
        "H01,望湖楼酒店,李雷,138 0000 1234,杭州,91110000600037341L,5000,30天,批发价,否\n"
        ",楼外楼,,,,911100006000373411,,,,是\n"
    )
    result = run(any_database, customers(), text)
    assert counts(result) == (2, 2, 0, 0)
    assert [(n.row, n.column) for n in result.notices] == [(3, "税号")]
    with any_database.reading(owner) as session:
        hotel = partner_draft(session, customer_by_code(session, "H01").id)
        assert (hotel.mobile, hotel.credit_limit, hotel.credit_days) == ("13800001234", 500_000, 30)
        assert (hotel.price_level, hotel.address) == ("wholesale", "杭州")
        assert partner_card(session, customer_by_code(session, "KH0001").id).disabled
    assert counts(run(any_database, customers(), text)) == (2, 0, 2, 0)


def test_suppliers_have_codes_of_their_own(database, run, owner):
    run(database, customers(), "客户编号,客户名称\n1,甲\n")
    text = "供应商编号,供应商名称,价格等级\n1,乙,\n2,丙,金卡\n"
    assert [(p.row, p.column) for p in run(database, suppliers(), text).problems] == [
        (3, "价格等级")
    ]
    assert counts(run(database, suppliers(), text, skip_bad_rows=True)) == (2, 1, 1, 1)
    with database.reading(owner) as session:
        assert supplier_by_code(session, "1").name == "乙"
        assert customer_by_code(session, "1").name == "甲"
