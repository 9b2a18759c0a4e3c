"""Columns that several reports share, with the same id and the same words everywhere."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports.report import Column
from jxc_desktop.stock.trade import COST

PURCHASE_PRICE = "field.purchase_price"


def key(title: str) -> Column:
    return Column("key", title)


def product() -> Column:
    return Column("product", translate("reports", "商品编号"))


def name() -> Column:
    return Column("name", translate("reports", "名称"))


def spec() -> Column:
    return Column("spec", translate("reports", "规格"), detail=True)


def unit() -> Column:
    return Column("unit", translate("reports", "单位"), detail=True)


def day() -> Column:
    return Column("day", translate("reports", "日期"), "day")


def number() -> Column:
    return Column("number", translate("reports", "单号"))


def quantity() -> Column:
    return Column("quantity", translate("reports", "数量"), "quantity", total=True)


def promises(*, detail: bool = False) -> tuple[Column, ...]:
    """What is promised to customers, what is on its way, and what may still be promised."""
    titles = {
        "allocated": translate("reports", "占用"),
        "on_order": translate("reports", "在途"),
        "available": translate("reports", "可用"),
    }
    return tuple(
        Column(name, title, "quantity", total=True, detail=detail) for name, title in titles.items()
    )


def money_of_trade(*, needs: str = "") -> tuple[Column, ...]:
    """Amount without tax, tax, amount with tax."""
    return (
        Column("amount_excl", translate("reports", "不含税金额"), "money", needs, total=True),
        Column("tax_amount", translate("reports", "税额"), "money", needs, total=True),
        Column("amount_incl", translate("reports", "价税合计"), "money", needs, total=True),
    )


def cost_amount(*, detail: bool = False) -> Column:
    return Column(
        "cost_amount", translate("reports", "成本"), "money", COST, total=True, detail=detail
    )


def profit_columns(*, detail: bool = False) -> tuple[Column, ...]:
    """Gross profit and margin."""
    return (
        Column("profit", translate("reports", "毛利"), "money", COST, total=True, detail=detail),
        Column("margin", translate("reports", "毛利率"), "percent", COST, detail=detail),
    )
