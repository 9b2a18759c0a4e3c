"""Price changes as data, and voiding one before its day: `{"type": "price_change_void", "number": …, "reason": …}`."""

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import PRICE_LEVELS, RETAIL
from jxc_desktop.catalog.price_history import MIN
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.intake.codes import Named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, line_objects, products_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.ledger.papers import Reversal, header_of
from jxc_desktop.pricing.changes import PriceChangeDraft, PriceChangeLine
from jxc_desktop.pricing.models import PriceChange
from jxc_desktop.pricing.services import approve_price_change, void_price_change
from jxc_desktop.shop.keys import Key, Posted, answered, remember

VOID = "price_change_void"
VOID_FIELDS = ("key", "type", "number", "reason")
LINE = ("product", "price", "level", "unit")


def price_change_draft(session: Session, fields: Fields) -> PriceChangeDraft:
    """The draft that a JSON price change describes; in force from its own day without `effective_day`."""
    day = day_of(session, fields)
    objects = [line.only(LINE) for line in line_objects(fields)]
    named = products_of(session, objects)
    return PriceChangeDraft(
        day=day,
        effective_day=fields.day("effective_day") or day,
        lines=tuple(_line(line, goods) for line, goods in zip(objects, named, strict=True)),
        reason=fields.text("reason"),
        remark=fields.text("remark"),
    )


def _line(line: Fields, named: Named) -> PriceChangeLine:
    return PriceChangeLine(
        named.product_id,
        line.given("price", line.price("price")),
        line.one_of("level", (*PRICE_LEVELS, MIN)) or RETAIL,
        line.text("unit") or named.unit,
    )


def void_change(session: Session, fields: Fields, *, key: Key) -> Posted:
    """Void the change `number`; a repeat with the same key answers as before."""
    if earlier := answered(session, key):
        return earlier
    number = fields.needed("number")
    void_price_change(session, number, fields.text("reason"))
    head = header_of(session, PriceChange.kind, number)
    return remember(session, key, Posted(PriceChange.kind, head["id"], number, 0))


def _never_reversed(_session: Session, wanted: Reversal, /, *, key: Key) -> Posted:  # noqa: ARG001
    raise Refused(
        translate("intake", "{number} 是调价单，不能红冲。没生效的作废，生效了的再写一张").format(
            number=wanted.number
        ),
        field="number",
    )


INTAKE = Intake(
    "price_change",
    (*EVERY, "effective_day", "reason", "lines"),
    price_change_draft,
    approve_price_change,
    _never_reversed,
    draft=PriceChangeDraft,
)
