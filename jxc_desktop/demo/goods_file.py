"""The table of goods that the shop of the demonstration brings along: an xlsx with the headings shops use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

from jxc_desktop.guide.sample_goods import sample_rows

HEADINGS = (
    "商品编号",
    "商品名称",
    "规格",
    "类别",
    "单位",
    "条码",
    "进价",
    "零售价",
    "税率",
    "称重",
)
CODES = (
    "100213", "100218", "100305", "100322", "100340", "100411", "100587", "100621", "100735",
    "100736", "100741", "100921", "100862", "100870", "101001", "101010", "101102", "101118",
    "101130", "101201", "101205", "101301", "101401", "101405",
)  # fmt: skip
"""The goods of resources/sample_shop that this shop sells."""


@dataclass(frozen=True, slots=True)
class Goods:
    """One row of the table; prices in yuan."""

    code: str
    name: str
    spec: str
    barcode: str
    purchase_price: Decimal
    retail_price: Decimal
    rate: Decimal


def sold_here() -> tuple[Goods, ...]:
    """The goods of the shop in the order of the table."""
    return tuple(
        Goods(
            row["code"], row["name"], row["spec"], row["barcode"],
            Decimal(row["purchase_price"]), Decimal(row["retail_price"]), _rate(row),
        )
        for row in _rows()
    )  # fmt: skip


def goods(code: str) -> Goods:
    """The goods with that code."""
    return next(each for each in sold_here() if each.code == code)


def barcode_of(code: str) -> str:
    """The barcode of goods of the sample shop, "" for goods that are weighed."""
    return next(row["barcode"] for row in sample_rows("products") if row["code"] == code)


def goods_table() -> bytes:
    """The table as an xlsx file."""
    return as_xlsx([HEADINGS, *map(_cells, _rows())])


def as_xlsx(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of texts as an xlsx file of one sheet."""
    import xlsxwriter

    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("商品")
    for place, row in enumerate(rows):
        sheet.write_row(place, 0, row)
    book.close()
    return target.getvalue()


def _rows() -> list[dict[str, str]]:
    return [row for row in sample_rows("products") if row["code"] in CODES]


def _rate(row: dict[str, str]) -> Decimal:
    return Decimal(0) if row["tax_rate"] == "exempt" else Decimal(row["tax_rate"])


def _cells(row: dict[str, str]) -> list[str]:
    rate = "免税" if row["tax_rate"] == "exempt" else f"{Decimal(row['tax_rate']) * 100:.0f}%"
    weighed = "是" if row["weighed"] == "1" else ""
    names = (
        "code",
        "name",
        "spec",
        "category",
        "unit",
        "barcode",
        "purchase_price",
        "retail_price",
    )
    return [*(row[name] for name in names), rate, weighed]
