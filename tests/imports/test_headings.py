"""Headers are found and understood in the words of many programs."""

import tomllib
from collections import Counter

import pytest

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.paths import resource
from jxc_desktop.imports.grid import Sheet, Span
from jxc_desktop.imports.headings import choose_sheet, map_headings
from jxc_desktop.imports.vocabulary import normalised, vocabulary

KINDS = tuple(
    tomllib.loads(resource("imports", "headings.toml").read_text(encoding="utf-8"))["kinds"]
)


def fields_of(header):
    """Field → the file's heading."""
    return {field: header.heading(field) for field in header.columns}


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        (" 商品 名称* ", "商品名称"),
        ("零售价（元）", "零售价"),
        ("商品编号(必填)", "商品编号"),
        ("期初\n数量", "期初数量"),
        ("ＳＫＵ", "sku"),
        ("Unit_Price", "unitprice"),
        ("保质期(天)", "保质期(天)"),
        ("【必填】单位：", "单位"),
        ("\u200b条码\ufeff", "条码"),
    ],
)
def test_headings_are_compared_without_their_dress(heading, plain):
    assert normalised(heading) == plain


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_means_two_fields_of_a_kind(kind):
    words = vocabulary(kind)
    table = tomllib.loads(resource("imports", "headings.toml").read_text(encoding="utf-8"))
    about = table["kinds"][kind]
    told: dict[str, list[str]] = {f: list(w) for f, w in about.get("fields", {}).items()}
    for group in about["groups"]:
        for field, synonyms in table["groups"][group].items():
            told.setdefault(field, []).extend(synonyms)
    owners = Counter(
        word for synonyms in told.values() for word in {normalised(s) for s in synonyms}
    )
    assert [word for word, count in owners.items() if count > 1] == []
    assert set(words.names) == set(told)


@pytest.mark.parametrize(
    ("kind", "headings", "expected"),
    [
        (
            "products",
            ["商品编号", "商品名称", "规格型号", "计量单位", "商品类别", "商品条码", "零售价", "预计采购价", "税率"],
            ["code", "name", "spec", "unit", "category", "barcode", "retail_price", "purchase_price", "tax_rate"],
        ),
        (
            "products",
            ["货号", "商品全名", "库存数量", "最近进价", "成本单价", "会员价", "预设售价"],
            ["code", "name", "quantity", "purchase_price", "unit_cost", "member_price", "retail_price"],
        ),
        (
            "products",
            ["产品分类", "名称", "规格", "编号", "条码", "单位名称", "成本价", "销售价格", "低库存提醒", "备注"],
            ["category", "name", "spec", "code", "barcode", "unit",
                 "purchase_price", "retail_price", "min_stock", "remark"],
        ),
        (
            "products",
            ["product_id", "name", "supplier_id", "category", "quantity_per_unit",
                 "unit_price", "units_in_stock", "reorder_level"],
            ["code", "name", "supplier", "category", "spec", "retail_price", "quantity", "min_stock"],
        ),
        (
            "products",
            ["Product ID", "Product Name", "Unit Price", "Barcode"],
            ["code", "name", "retail_price", "barcode"],
        ),
        ("customers", ["customer_id", "company", "contact", "city", "country", "phone"],
         ["code", "name", "contact", "city", "country", "phone"]),
        ("customers", ["客户编号", "客户名称", "联系人", "手机", "电话", "期初应收"],
         ["code", "name", "contact", "mobile", "phone", "opening_ar"]),
        ("suppliers", ["单位编号", "单位全名", "纳税人识别号"], ["code", "name", "tax_no"]),
        ("members", ["会员卡号", "会员姓名", "手机号", "积分", "储值余额", "生日"],
         ["card_no", "name", "phone", "points", "stored_value", "birthday"]),
        ("opening_stock", ["商品编号", "仓库", "数量", "金额"],
         ["product", "warehouse", "quantity", "amount"]),
        ("opening_stock", ["存货编码", "存货名称", "结存数量", "单价", "结存金额"],
         ["product", "name", "quantity", "unit_cost", "amount"]),
        ("opening_ar", ["客户编号", "客户名称", "应收余额", "预收余额"],
         ["partner", "name", "amount", "advance"]),
        ("opening_ap", ["供应商编号", "欠款"], ["partner", "amount"]),
        ("opening_accounts", ["科目编码", "科目名称", "借方", "贷方", "本年累计借方"],
         ["account", "name", "debit", "credit", "year_debit"]),
        ("sales_delivery", ["order_id", "product_id", "unit_price", "quantity", "discount"],
         ["document", "product", "price", "quantity", "discount"]),
        ("goods_receipt", ["单号", "日期", "供应商编号", "商品编码", "数量", "单价", "税率"],
         ["document", "day", "partner", "product", "quantity", "price", "tax_rate"]),
    ],
)  # fmt: skip
def test_the_words_of_many_programs_are_known(kind, headings, expected, sheet):
    header = map_headings(sheet(headings), kind)
    assert fields_of(header) == dict(zip(expected, headings, strict=True))
    assert header.unknown == ()
    assert not header.ambiguous


def test_the_header_is_found_below_titles(sheet):
    page = sheet(["顺和副食商行"], ["商品资料"], [], ["打印时间：2026-11-20", None, "第1页"],
                 ["编号", "商品名称", "单价"], ["1", "蛋", 2])  # fmt: skip
    assert map_headings(page, "products").header_row == 4


def test_a_title_that_is_also_a_heading_is_no_header(sheet):
    page = sheet(["客户"], ["客户编号", "客户名称", "电话"], ["1", "老王", "138"])
    assert map_headings(page, "customers").header_row == 1


def test_a_narrow_table_needs_all_its_headings_known(sheet):
    assert map_headings(sheet(["商品名称"], ["蛋"]), "products").columns == {"name": (0,)}
    assert map_headings(sheet(["条码", "品名"], ["1", "蛋"]), "products").header_row == 0
    with pytest.raises(InvalidInput, match="没有认出表头"):
        map_headings(sheet(["蛋", "品名"], ["1", "蛋"]), "products")


def test_a_file_without_header_is_refused_with_its_name(sheet):
    with pytest.raises(InvalidInput, match="“表”里没有认出表头"):
        map_headings(sheet(["1", "蛋", "2.00"], ["2", "奶", "3.00"]), "products")


def test_merged_two_line_headers_are_joined():
    page = Sheet(
        "期初",
        (
            ("编号", "名称", "期初", None, "本期", None),
            (None, None, "数量", "金额", "数量", "金额"),
            ("1", "蛋", 5, 10, 7, 14),
        ),
        merged=(Span(0, 0, 1, 0), Span(0, 1, 1, 1), Span(0, 2, 0, 3), Span(0, 4, 0, 5)),
    )
    header = map_headings(page, "opening_stock")
    assert header.header_row == 1
    assert header.columns["quantity"] == (2,)
    assert header.columns["amount"] == (3,)
    assert header.heading("quantity") == "期初数量"
    assert set(header.ambiguous) == {"本期数量", "本期金额"}


def test_two_line_headers_without_merged_cells_are_joined(sheet):
    page = sheet(
        ["科目编码", "科目名称", "期初余额", None, "本年累计", None],
        [None, None, "借方", "贷方", "借方", "贷方"],
        ["1001", "库存现金", "100", None, None, None],
    )
    header = map_headings(page, "opening_accounts")
    assert {field: columns[0] for field, columns in header.columns.items()} == {
        "account": 0, "name": 1, "debit": 2, "credit": 3, "year_debit": 4, "year_credit": 5,
    }  # fmt: skip
    assert header.header_row == 1


def test_the_lower_line_counts_where_the_upper_is_only_a_title():
    page = Sheet(
        "商品",
        (
            ("基本信息", None, None, "期初", None),
            ("编号", "名称", "单位", "数量", "金额"),
            ("1", "蛋", "个", 1, 2),
        ),
        merged=(Span(0, 0, 0, 2), Span(0, 3, 0, 4)),
    )
    header = map_headings(page, "products")
    assert header.header_row == 1
    assert fields_of(header)["quantity"] == "期初数量"
    assert fields_of(header)["code"] in {"编号", "基本信息编号"}


def test_a_first_row_of_texts_below_the_header_stays_data(sheet):
    page = sheet(["编号", "名称", "规格"], ["A1", "蛋", "30枚"])
    assert map_headings(page, "products").header_row == 0


def test_a_heading_that_contains_a_synonym_is_understood(sheet):
    header = map_headings(sheet(["编号", "名称", "单位", "门店零售价格"]), "products")
    assert fields_of(header)["retail_price"] == "门店零售价格"


def test_a_misspelt_heading_is_understood(sheet):
    header = map_headings(sheet(["code", "name", "barcode", "wholesale_prise"]), "products")
    assert fields_of(header)["wholesale_price"] == "wholesale_prise"


def test_what_is_not_known_is_named(sheet):
    header = map_headings(sheet(["编号", "名称", "单位", "柜组", "序号"]), "products")
    assert header.unknown == ("柜组",)


def test_a_doubtful_heading_is_named_and_not_guessed(sheet):
    header = map_headings(sheet(["编号", "名称", "单位", "条码数量"]), "products")
    assert set(header.ambiguous["条码数量"]) == {"barcode", "quantity"}
    assert "barcode" not in header.columns


def test_the_likelier_of_two_headings_wins_and_the_other_is_named(sheet):
    header = map_headings(sheet(["编号", "货号", "名称", "零售价", "吊牌价"]), "products")
    assert fields_of(header)["code"] == "货号"
    assert fields_of(header)["retail_price"] == "零售价"
    assert header.ambiguous == {"编号": ("货号",), "吊牌价": ("零售价",)}


def test_barcodes_may_stand_in_several_columns(sheet):
    header = map_headings(sheet(["编号", "名称", "条码", "附加条码"]), "products")
    assert header.columns["barcode"] == (2, 3)


def test_look_alikes_are_left_alone(sheet):
    header = map_headings(
        sheet(["商品编号", "商品名称", "数量", "折扣价", "条码打印数量"]), "opening_stock"
    )
    assert set(header.columns) == {"product", "name", "quantity"}


def test_the_users_own_mapping_wins(sheet):
    page = sheet(["柜组", "东西", "售价"], ["1", "蛋", 2])
    header = map_headings(page, "products", {"东西": "name", "柜组": "category", "售价": None})
    assert fields_of(header) == {"name": "东西", "category": "柜组"}
    assert header.unknown == ()


def test_the_users_own_mapping_must_name_what_there_is(sheet):
    page = sheet(["编号", "名称", "单位"], ["1", "蛋", "个"])
    with pytest.raises(InvalidInput, match="没有“东西”这一列"):
        map_headings(page, "products", {"东西": "name"})
    with pytest.raises(InvalidInput, match="title 不是这里的字段"):
        map_headings(page, "products", {"名称": "title"})


def test_the_visible_sheet_that_knows_most_is_taken(sheet):
    notes = Sheet("说明", (("填写说明",),))
    old = Sheet("旧", (("编号", "名称", "单位", "规格", "条码"),), hidden=True)
    goods = Sheet("商品", (("编号", "名称", "单位"), ("1", "蛋", "个")))
    chosen, header = choose_sheet((notes, old, goods), "products")
    assert chosen is goods
    assert header.header_row == 0


def test_a_file_without_any_content_is_refused(sheet):
    with pytest.raises(InvalidInput, match="没有内容"):
        choose_sheet((Sheet("空", ()),), "products")
