"""A list of goods as old programs give it away, with the faults such lists have: for the picture of the import."""

from collections.abc import Iterator
from decimal import Decimal

from jxc_desktop.core.check_digit import check_digit
from jxc_desktop.demo.goods_file import as_xlsx
from jxc_desktop.guide.sample_goods import sample_rows

HEADINGS = (
    "编号", "商品名称", "条码", "类别", "规格", "单位", "大单位", "换算率", "零售价", "进价", "税率", "期初数量",
)  # fmt: skip
PACKS = ("家庭装", "量贩装", "组合装", "礼盒", "促销装", "散装")
"""Each kind of goods stands in the list once for each of these."""
FAULTS = (
    (19, "条码", "6.90123E+12"),
    (37, "条码", "6901234567890"),
    (58, "条码", "6902334700413"),
    (63, "换算率", "0"),
    (91, "期初数量", "12箱5"),
    (112, "税率", "17%"),
    (140, "零售价", "0.50"),
    (152, "零售价", "三块五"),
    (187, "商品名称", ""),
    (202, "编号", "SP0055"),
    (233, "零售价", ""),
    (260, "单位", ""),
    (301, "进价", "1O.5"),
)
"""Row of the sheet, heading, and what stands there instead."""


def faulty_table() -> bytes:
    """The list as an xlsx file."""
    rows = [list(HEADINGS), *_rows()]
    for row, heading, text in FAULTS:
        rows[row - 1][HEADINGS.index(heading)] = text
    return as_xlsx(rows)


def _rows() -> Iterator[list[str]]:
    number = 0
    for pack in PACKS:
        for row in sample_rows("products"):
            number += 1
            yield _row(number, f"{row['name']} {pack}", row)


def _row(number: int, name: str, row: dict[str, str]) -> list[str]:
    rate = "免税" if row["tax_rate"] == "exempt" else f"{Decimal(row['tax_rate']) * 100:.0f}%"
    digits = f"69023347{number:04}"
    return [
        f"SP{number:04}", name, digits + check_digit(digits), row["category"], row["spec"], row["unit"],
        row["case"], row["factor"], row["retail_price"], row["purchase_price"], rate, str(12 + number * 7 % 90),
    ]  # fmt: skip
