"""电子秤商品: the goods with a code on the scales, as the programs of scales take them in (PLU, name, price)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.reports import headings
from jxc_desktop.reports.report import Column, Link, Report, Request, Row

_GOODS = Statement(
    "SELECT plu, code, name, unit, retail_price, shelf_life_days, id FROM product "
    "WHERE plu > 0 AND disabled = 0 ORDER BY plu"
)


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.key(translate("reports", "秤码")),
        headings.product(),
        headings.name(),
        headings.unit(),
        Column("retail_price", translate("reports", "零售价"), "price"),
        Column("shelf_life_days", translate("reports", "保质期"), "count"),
    ]


def rows(session: Session, _request: Request) -> Iterator[Row]:
    for plu, code, name, unit, price, shelf_life, product in _GOODS.all(session):
        cells = (str(plu), code, name, unit, price, shelf_life)
        yield Row(cells, link=Link(pane="product", subject=product))


REPORT = Report(
    name="scale_goods",
    title=lambda: translate("reports", "电子秤商品"),
    group="stock",
    permission="product.view",
    columns=columns,
    rows=rows,
    point=True,
)
