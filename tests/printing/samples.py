"""A receipt and a delivery note as a shop would print them."""

from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.printing.slip import (
    Barcode,
    Cell,
    Cut,
    Drawer,
    Element,
    Feed,
    Line,
    Paragraph,
    Qr,
    Roll,
    Row,
    Rule,
    Slip,
)

NUMBER = "LS01202611200046"
LINK = f"https://example.cn/invoice?n={NUMBER}"


def item(roll: Roll, name: str, quantity: str, price: str, amount: str) -> tuple[Element, ...]:
    if roll is Roll.MM58:
        return Line(name), Line(f"  {quantity} × {price}", amount)
    numbers = Cell(quantity, 7, "right"), Cell(price, 9, "right"), Cell(amount, 10, "right")
    return (Row((Cell(name), *numbers)),)


def receipt(roll: Roll = Roll.MM58, name: str = "红富士苹果 称重") -> Slip:
    return Slip(
        "顺和副食商行",
        (
            Drawer(),
            Line(f"单号 {NUMBER}"),
            Line("02 周敏", "2026-11-20 10:42"),
            Rule(),
            *item(roll, "清溪天然水 550ml", "6", "2.00", "12.00"),
            *item(roll, name, "1.236", "9.96", "12.31"),
            Rule(),
            Line("应收", "¥24.31", bold=True, big=True),
            Line("微信", "24.31"),
            Feed(),
            Barcode(NUMBER),
            Paragraph("凭小票七日内退换，生鲜除外。\n电话 0571-88880000", "centre"),
            Qr(LINK, "扫码开发票"),
            Cut(),
        ),
    )


COLUMNS = (
    FormColumn("序", 9, "centre"),
    FormColumn("商品名称"),
    FormColumn("单位", 11, "centre"),
    FormColumn("数量", 17, "right", places=4),
    FormColumn("单价", 18, "right", price=True),
    FormColumn("金额", 23, "right", places=2, price=True),
)


def delivery(lines: int = 3, name: str = "清溪天然水 550ml") -> Form:
    rows = tuple(
        (str(i + 1), f"{name} {i + 1}", "箱", "1.5", "24.50", "36.75") for i in range(lines)
    )
    return Form(
        "顺和副食商行",
        "销售出库单",
        COLUMNS,
        rows,
        header=((Field("客户", "好邻居便利店"), Field("单号", "XSCK20261120-0007")),),
        total=("", "", "", f"{1.5 * lines:g}", "", f"{36.75 * lines:.2f}"),
        words=3675 * lines,
        footer=((Field("本单欠款", "110.25"),),),
        signatures=(Field("制单", "周敏"), Field("客户签收")),
        copies=("白联存根", "红联客户"),
        notes=("电话：0571-88880000",),
    )
