"""The parts that documents of goods share: their head, their lines, what was paid at once."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.intake.codes import Named, money_account_named, products_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.lots import LOT_FIELDS, lots_of
from jxc_desktop.stock.priced import LineDraft

EVERY = ("key", "type", "day", "remark")
"""Fields of every document."""
LINE = ("product", "quantity", "unit", "price", "discount", "tax_rate", "is_gift", *LOT_FIELDS)
PAYMENT = ("account", "amount")
MOST_LINES = 10_000


def day_of(session: Session, fields: Fields) -> date:
    """The business day, today when not given."""
    return fields.day("day") or clock_of(session).today()


def lines_of(session: Session, fields: Fields) -> tuple[LineDraft, ...]:
    """The lines of a document of goods."""
    return drafts_of(session, line_objects(fields))


def drafts_of(session: Session, lines: Sequence[Fields]) -> tuple[LineDraft, ...]:
    """Each of `lines` as a line of goods."""
    objects = [line.only(LINE) for line in lines]
    named = products_of(session, objects)
    return tuple(
        line_of(line, product.product_id, product.unit)
        for line, product in zip(objects, named, strict=True)
    )


def line_objects(fields: Fields) -> list[Fields]:
    """The objects under `lines`; refused when there are none or too many."""
    objects = fields.objects("lines")
    if not objects:
        problem = InvalidInput(translate("intake", "至少写一行"))
        raise fields.wrong(problem, "lines")
    if len(objects) > MOST_LINES:
        problem = InvalidInput(
            translate("intake", "最多 {most} 行。分成几张单").format(most=MOST_LINES)
        )
        raise fields.wrong(problem, "lines")
    return objects


def products_of(session: Session, lines: list[Fields]) -> list[Named]:
    """The product of each line, asked for in one question."""
    codes = [line.needed("product") for line in lines]
    known = products_named(session, codes)
    for line, code in zip(lines, codes, strict=True):
        if code not in known:
            problem = NotFound(translate("intake", "没有商品编号或条码 {code}").format(code=code))
            raise line.wrong(problem, "product")
    return [known[code] for code in codes]


def line_of(line: Fields, product_id: int, unit: str, *, from_line: int | None = None) -> LineDraft:
    """One line of goods; `unit` is the one that its code stands on."""
    return LineDraft(
        product_id=product_id,
        quantity=line.given("quantity", line.quantity("quantity")),
        unit=line.text("unit") or unit,
        price=line.price("price"),
        discount=line.rate("discount") or 0,
        tax_rate=line.rate("tax_rate"),
        is_gift=bool(line.flag("is_gift")),
        from_line=from_line,
        lots=lots_of(line),
    )


def payments_of(session: Session, fields: Fields) -> tuple[Payment, ...]:
    """What was paid with the document, by money account."""
    return tuple(
        Payment(
            money_account_named(session, payment),
            payment.given("amount", payment.money("amount")),
        )
        for payment in (each.only(PAYMENT) for each in fields.objects("payments"))
    )
