"""The columns of each kind: what a cell of it must be. Names are those of resources/imports/headings.toml."""

from dataclasses import replace

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, PRICE_PLACES, QUANTITY_PLACES
from jxc_desktop.imports.cells import (
    barcodes,
    code,
    count,
    day,
    direction,
    disabled,
    discount,
    enabled,
    factor,
    invoice_kind,
    money,
    number,
    outgo,
    phone,
    price,
    quantity,
    remark,
    tax_rate,
    text,
    tracking,
    yes_no,
)
from jxc_desktop.imports.source import Field

LONGEST_LOTS = 4000
"""Letters in a cell of lots: the serial numbers of many pieces stand in one."""


def product_fields() -> tuple[Field, ...]:
    """Goods; only the name is a must. `quantity`, `unit_cost` and `amount` are opening stock."""
    return (
        Field("code", translate("imports", "商品编号"), code()),
        Field("name", translate("imports", "商品名称"), text(), required=True),
        Field("short_name", translate("imports", "简称"), text()),
        Field("mnemonic", translate("imports", "助记码"), code()),
        Field("barcode", translate("imports", "条码"), barcodes()),
        Field("spec", translate("imports", "规格"), text()),
        Field("style", translate("imports", "款号"), code(), fill_down=True),
        Field("colour", translate("imports", "颜色"), text(20), fill_down=True),
        Field("size", translate("imports", "尺码"), text(20)),
        Field("category", translate("imports", "类别"), text(), fill_down=True),
        Field("brand", translate("imports", "品牌"), text(), fill_down=True),
        Field("origin", translate("imports", "产地"), text(), fill_down=True),
        Field("unit", translate("imports", "单位"), text(20)),
        Field("aux_unit", translate("imports", "辅助单位"), text(20)),
        Field("factor", translate("imports", "换算率"), factor(), places=QUANTITY_PLACES),
        Field("supplier", translate("imports", "供应商"), text(), fill_down=True),
        Field("tax_rate", translate("imports", "税率"), tax_rate()),
        Field("tax_class_code", translate("imports", "税收分类编码"), code(19)),
        _stock_bound("min_stock", translate("imports", "最低库存")),
        _stock_bound("max_stock", translate("imports", "最高库存")),
        Field("tracking", translate("imports", "批次管理"), tracking()),
        Field("shelf_life_days", translate("imports", "保质期"), count(unit="天"), places=0),
        Field(
            "shelf_life_months", translate("imports", "保质期（月）"), count(unit="个月"), places=0
        ),
        Field("expiry_warn_days", translate("imports", "提前提醒天数"), count(unit="天"), places=0),
        _size("weight", translate("imports", "毛重（千克）"), QUANTITY_PLACES),
        _size("volume", translate("imports", "体积（立方米）"), PRICE_PLACES),
        Field("weighed", translate("imports", "称重"), yes_no()),
        Field("plu", translate("imports", "秤码"), count(least=1), places=0),
        Field("disabled", translate("imports", "停用"), disabled()),
        Field("enabled", translate("imports", "启用"), enabled()),
        Field("remark", translate("imports", "备注"), remark()),
        *_price_fields(),
        *_stock_fields(),
    )


def _price_fields() -> tuple[Field, ...]:
    return (
        _price("purchase_price", translate("imports", "进价")),
        _price("retail_price", translate("imports", "零售价")),
        _price("wholesale_price", translate("imports", "批发价")),
        _price("member_price", translate("imports", "会员价")),
        _price("price_level_1", translate("imports", "等级价1")),
        _price("price_level_2", translate("imports", "等级价2")),
        _price("price_level_3", translate("imports", "等级价3")),
        _price("min_price", translate("imports", "最低售价")),
    )


def _stock_fields(*, required: bool = False) -> tuple[Field, ...]:
    return (
        _quantity(required=required),
        _price("unit_cost", translate("imports", "成本单价")),
        _money("amount", translate("imports", "金额"), least=0),
        Field("warehouse", translate("imports", "仓库"), text(), fill_down=True),
        Field("lot", translate("imports", "批号"), code(LONGEST_LOTS)),
        Field("mfg_date", translate("imports", "生产日期"), day()),
        Field("expiry", translate("imports", "到期日"), day()),
    )


def stock_bound_fields() -> tuple[Field, ...]:
    """Bounds of goods by warehouse; which goods and which bound is checked by line."""
    return (
        *_product_reference(),
        Field("warehouse", translate("imports", "仓库"), text(), fill_down=True),
        _stock_bound("min_stock", translate("imports", "最低库存")),
        _stock_bound("max_stock", translate("imports", "最高库存")),
    )


def partner_fields() -> tuple[Field, ...]:
    """Customers and suppliers alike; only the name is a must."""
    return (
        Field("code", translate("imports", "编号"), code()),
        Field("name", translate("imports", "名称"), text(), required=True),
        Field("short_name", translate("imports", "简称"), text()),
        Field("mnemonic", translate("imports", "助记码"), code()),
        Field("category", translate("imports", "类别"), text(), fill_down=True),
        Field("contact", translate("imports", "联系人"), text()),
        Field("mobile", translate("imports", "手机"), phone()),
        Field("phone", translate("imports", "电话"), phone()),
        Field("email", translate("imports", "邮箱"), text()),
        Field("address", translate("imports", "地址"), text(500)),
        Field("city", translate("imports", "城市"), text(), fill_down=True),
        Field("country", translate("imports", "国家"), text(), fill_down=True),
        Field("tax_no", translate("imports", "税号"), code(20)),
        Field("bank", translate("imports", "开户行"), text()),
        Field("bank_account", translate("imports", "账号"), code(40)),
        Field(
            "credit_limit", translate("imports", "信用额度"), money(least=0), places=MONEY_PLACES
        ),
        Field("credit_days", translate("imports", "账期"), count(unit="天"), places=0),
        Field("price_level", translate("imports", "价格等级"), text()),
        Field("salesperson", translate("imports", "业务员"), text(), fill_down=True),
        _money("opening_ar", translate("imports", "期初应收")),
        _money("opening_ap", translate("imports", "期初应付")),
        Field("disabled", translate("imports", "停用"), disabled()),
        Field("enabled", translate("imports", "启用"), enabled()),
        Field("remark", translate("imports", "备注"), remark()),
    )


def member_fields() -> tuple[Field, ...]:
    """Members with what their cards hold."""
    return (
        Field("card_no", translate("imports", "会员卡号"), code()),
        Field("name", translate("imports", "会员姓名"), text(), required=True),
        Field("phone", translate("imports", "手机号"), phone()),
        Field("level", translate("imports", "会员等级"), text(), fill_down=True),
        Field("points", translate("imports", "积分"), count(), places=0, adds=True),
        _money("stored_value", translate("imports", "储值余额"), least=0),
        _money("gift_value", translate("imports", "赠送金额"), least=0),
        Field("birthday", translate("imports", "生日"), day()),
        Field("gender", translate("imports", "性别"), text(10)),
        Field("remark", translate("imports", "备注"), remark()),
    )


def _product_reference() -> tuple[Field, ...]:
    """Which goods a line means: by code, by barcode, or by a name that is borne once."""
    return (
        Field("product", translate("imports", "商品编号"), code()),
        Field("barcode", translate("imports", "条码"), barcodes()),
        Field("name", translate("imports", "商品名称"), text()),
        Field("spec", translate("imports", "规格"), text()),
        Field("unit", translate("imports", "单位"), text(20)),
    )


def opening_stock_fields() -> tuple[Field, ...]:
    return (
        *_product_reference(),
        *_stock_fields(required=True),
        Field("remark", translate("imports", "备注"), remark()),
    )


def opening_balance_fields() -> tuple[Field, ...]:
    """Opening receivables and payables: what a partner owes, or has paid in advance."""
    return (
        Field("partner", translate("imports", "往来单位编号"), code(), fill_down=True),
        Field("name", translate("imports", "名称"), text(), fill_down=True),
        _money("amount", translate("imports", "金额")),
        _money("advance", translate("imports", "预收预付")),
        Field("document", translate("imports", "单号"), code()),
        Field("day", translate("imports", "日期"), day()),
        Field("due_day", translate("imports", "到期日"), day()),
        Field("remark", translate("imports", "备注"), remark()),
    )


def opening_account_fields() -> tuple[Field, ...]:
    return (
        Field("account", translate("imports", "科目编码"), code(), required=True),
        Field("name", translate("imports", "科目名称"), text()),
        Field("direction", translate("imports", "方向"), text(10)),
        _money("debit", translate("imports", "期初借方")),
        _money("credit", translate("imports", "期初贷方")),
        _money("balance", translate("imports", "期初余额")),
        _money("year_debit", translate("imports", "本年累计借方")),
        _money("year_credit", translate("imports", "本年累计贷方")),
        Field("partner", translate("imports", "往来单位"), text()),
        Field("remark", translate("imports", "备注"), remark()),
    )


def document_fields() -> tuple[Field, ...]:
    """Lines of documents; rows that share `document` make one."""
    return (
        Field("document", translate("imports", "单号"), code(), fill_down=True),
        Field("day", translate("imports", "业务日期"), day(), fill_down=True),
        Field("partner", translate("imports", "往来单位"), code(), fill_down=True),
        Field("warehouse", translate("imports", "仓库"), text(), fill_down=True),
        Field("due_day", translate("imports", "交货日期"), day(), fill_down=True),
        Field("from", translate("imports", "来源单号"), code(), fill_down=True),
        Field("salesperson", translate("imports", "业务员"), text(), fill_down=True),
        Field(
            "order_discount", translate("imports", "整单优惠"), money(least=0), places=MONEY_PLACES
        ),
        Field("reason", translate("imports", "原因类型"), text(), fill_down=True),
        Field("remark", translate("imports", "备注"), remark(), fill_down=True),
        *_product_reference(),
        _quantity(required=True),
        _price("price", translate("imports", "单价")),
        Field(
            "discount", translate("imports", "折扣"), discount("discount", ()), by_column=discount
        ),
        Field("tax_rate", translate("imports", "税率"), tax_rate()),
        Field("lot", translate("imports", "批号"), code()),
        Field("mfg_date", translate("imports", "生产日期"), day()),
        Field("expiry", translate("imports", "到期日"), day()),
        Field("is_gift", translate("imports", "赠品"), yes_no()),
        Field("line_remark", translate("imports", "行备注"), remark()),
    )


def given_invoice_fields() -> tuple[Field, ...]:
    """Lines of invoices given out; rows that share `invoice_number` make one."""
    return (
        Field(
            "invoice_number", translate("imports", "发票号码"), code(40), required=True,
            fill_down=True,
        ),
        Field("invoice", translate("imports", "发票类型"), invoice_kind(), fill_down=True),
        Field("day", translate("imports", "开票日期"), day(), fill_down=True),
        Field("partner", translate("imports", "客户编号"), code(), fill_down=True),
        Field("title", translate("imports", "购方名称"), text(100), fill_down=True),
        Field("red_of", translate("imports", "冲销发票"), code(40), fill_down=True),
        Field("document", translate("imports", "单号"), code()),
        Field("summary", translate("imports", "开票内容"), text(60)),
        _money("gross", translate("imports", "价税合计")),
        _money("net", translate("imports", "金额")),
        _money("tax", translate("imports", "税额")),
        Field("tax_rate", translate("imports", "税率"), tax_rate()),
        Field("remark", translate("imports", "备注"), remark(), fill_down=True),
    )  # fmt: skip


def bank_statement_fields() -> tuple[Field, ...]:
    """Lines of a bank's statement, or of a wallet's bill: two columns of money, or one with its side."""
    return (
        Field("day", translate("imports", "交易日期"), day(), required=True, fill_down=True),
        _money("income", translate("imports", "收入")),
        replace(_money("outgo", translate("imports", "支出")), by_column=outgo),
        _money("amount", translate("imports", "金额")),
        Field("direction", translate("imports", "收支"), direction()),
        Field("balance", translate("imports", "余额"), money(), places=MONEY_PLACES),
        Field("counterparty", translate("imports", "对方户名"), text(100)),
        Field("summary", translate("imports", "摘要"), text(200)),
        Field("reference", translate("imports", "流水号"), code(64)),
        Field("remark", translate("imports", "备注"), remark()),
    )


def _price(name: str, title: str) -> Field:
    return Field(name, title, price(), places=PRICE_PLACES)


def _money(name: str, title: str, *, least: int | None = None) -> Field:
    return Field(name, title, money(least=least), places=MONEY_PLACES, adds=True)


def _quantity(*, required: bool) -> Field:
    title = translate("imports", "数量")
    return Field(
        "quantity", title, quantity(), required=required, places=QUANTITY_PLACES, adds=True
    )


def _size(name: str, title: str, places: int) -> Field:
    return Field(name, title, number(places, least=1), places=places)


def _stock_bound(name: str, title: str) -> Field:
    return Field(name, title, number(QUANTITY_PLACES, least=0), places=QUANTITY_PLACES)
