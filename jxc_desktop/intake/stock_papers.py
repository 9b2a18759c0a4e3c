"""Documents of the stock room as data: goods moved, counted, lost, found, used and put together."""

from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.catalog.categories import SEPARATOR, tree
from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import InvalidInput, NotFound, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.codes import money_account_named, supplier_named, warehouse_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, line_objects, line_of, products_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.lots import LOT_FIELDS
from jxc_desktop.stock.count_models import CountScope
from jxc_desktop.stock.counting import SKIP, ZERO, CountDraft, CountedLine
from jxc_desktop.stock.counts import post_stock_count, reverse_stock_count
from jxc_desktop.stock.kits import (
    KitDraft,
    post_assembly,
    post_disassembly,
    reverse_assembly,
    reverse_disassembly,
)
from jxc_desktop.stock.losses import (
    LossDraft,
    post_stock_gain,
    post_stock_loss,
    reverse_stock_gain,
    reverse_stock_loss,
)
from jxc_desktop.stock.others import (
    OtherDraft,
    post_other_issue,
    post_other_receipt,
    reverse_other_issue,
    reverse_other_receipt,
)
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.reasons import reason_named
from jxc_desktop.stock.resolutions import (
    ResolutionDraft,
    ResolvedPart,
    post_loss_resolution,
    reverse_loss_resolution,
)
from jxc_desktop.stock.transfer_receipts import (
    ArrivalDraft,
    post_transfer_receipt,
    reverse_transfer_receipt,
)
from jxc_desktop.stock.transfers import (
    TransferDraft,
    post_stock_transfer,
    reverse_stock_transfer,
)

LOST = (*EVERY, "warehouse", "reason", "unresolved", "from", "lines")
LOST_LINE = ("product", "quantity", "unit", "tax_rate", *LOT_FIELDS)
FOUND_LINE = ("product", "quantity", "unit", "price", *LOT_FIELDS)
MOVED = (*EVERY, "from_warehouse", "to_warehouse", "in_transit", "lines")
CAME = (*EVERY, "from", "lines", "lost", "reason")
MOVED_LINE = ("product", "quantity", "unit", *LOT_FIELDS)
SENT_LINE = (*MOVED_LINE, "from_line", "tax_rate")
COUNTED = (*EVERY, "warehouse", "scope", "category", "blind", "rest", "lines")
COUNTED_LINE = ("product", "unit", "counted", "book", "counted_at", "first")
OTHER = (*EVERY, "warehouse", "account", "lines")
KIT = (
    *EVERY, "warehouse", "product", "quantity", "unit", "lines", "fee", "account", "partner",
)  # fmt: skip
PART = ("account", "amount", "employee")

_MONEY_ACCOUNT = Statement("SELECT id FROM money_account WHERE code = :code AND disabled = 0")


def loss_draft(session: Session, fields: Fields, *, gain: bool) -> LossDraft:
    """The draft that JSON goods lost or found describe; `reason` is its code or name."""
    source = "" if gain else fields.text("from")
    return LossDraft(
        day=day_of(session, fields),
        warehouse_id=0 if source else warehouse_named(session, fields),
        reason_id=_reason(session, fields, gain=gain),
        lines=(
            sent_lines(session, fields.objects("lines"))
            if source
            else goods_lines(session, fields, FOUND_LINE if gain else LOST_LINE)
        ),
        unresolved=bool(fields.flag("unresolved")),
        remark=fields.text("remark"),
        source=source,
    )


def _reason(session: Session, fields: Fields, *, gain: bool) -> int:
    name = fields.needed("reason")
    try:
        return reason_named(session, name, gain=gain).id
    except UserError as error:
        raise fields.wrong(error, "reason") from None


def goods_lines(session: Session, fields: Fields, known: tuple[str, ...]) -> tuple[LineDraft, ...]:
    """The lines of goods, each with none but the `known` fields."""
    objects = [line.only(known) for line in line_objects(fields)]
    named = products_of(session, objects)
    return tuple(
        line_of(line, product.product_id, product.unit)
        for line, product in zip(objects, named, strict=True)
    )


def transfer_draft(session: Session, fields: Fields) -> TransferDraft:
    """The draft that a JSON transfer describes."""
    fields.needed("to_warehouse")
    return TransferDraft(
        day=day_of(session, fields),
        from_warehouse_id=warehouse_named(session, fields, "from_warehouse"),
        to_warehouse_id=warehouse_named(session, fields, "to_warehouse"),
        lines=goods_lines(session, fields, MOVED_LINE),
        remark=fields.text("remark"),
        in_transit=bool(fields.flag("in_transit")),
    )


def arrival_draft(session: Session, fields: Fields) -> ArrivalDraft:
    """The draft that JSON goods coming in of transfer `from` describe; without lines, all that is on its way."""
    lost = sent_lines(session, fields.objects("lost"))
    return ArrivalDraft(
        day=day_of(session, fields),
        source=fields.needed("from"),
        lines=sent_lines(session, fields.objects("lines")),
        remark=fields.text("remark"),
        lost=lost,
        reason_id=_reason(session, fields, gain=False) if lost else None,
    )


def sent_lines(session: Session, objects: list[Fields]) -> tuple[LineDraft, ...]:
    """Lines of goods that a transfer sent, each by its goods or besides by the transfer's line."""
    lines = [line.only(SENT_LINE) for line in objects]
    return tuple(
        line_of(line, product.product_id, product.unit, from_line=line.whole("from_line"))
        for line, product in zip(lines, products_of(session, lines), strict=True)
    )


def count_draft(session: Session, fields: Fields) -> CountDraft:
    """The draft that a JSON count describes.

    `counted` is of the line's unit, `book` and `first` of the base unit; a line without `book` was counted now.
    """
    scope = fields.one_of("scope", [*CountScope]) or CountScope.CHOSEN
    objects = [line.only(COUNTED_LINE) for line in fields.objects("lines")]
    named = products_of(session, objects)
    facts = product_facts(session, (each.product_id for each in named))
    return CountDraft(
        day=day_of(session, fields),
        warehouse_id=warehouse_named(session, fields),
        lines=tuple(
            _counted(line, facts[each.product_id], each.unit)
            for line, each in zip(objects, named, strict=True)
        ),
        scope=scope,
        category_id=_category(session, fields) if scope == CountScope.CATEGORY else None,
        blind=bool(fields.flag("blind")),
        rest=fields.one_of("rest", (SKIP, ZERO)) or "",
        remark=fields.text("remark"),
    )


def _category(session: Session, fields: Fields) -> int:
    path = fields.needed("category")
    found = tree(session).find(tuple(path.split(SEPARATOR)))
    if found is None:
        problem = NotFound(translate("intake", "没有类别 {path}").format(path=path))
        raise fields.wrong(problem, "category")
    return found


def _counted(line: Fields, product: ProductFacts, unit: str) -> CountedLine:
    counted = line.given("counted", line.quantity("counted"))
    try:
        base = product.to_base(counted, line.text("unit") or unit)
    except UserError as error:
        wrong = "unit" if error.field == "unit" else "counted"
        raise line.wrong(error, wrong) from None
    return CountedLine(
        product.id, base, line.quantity("book"), _moment(line), line.quantity("first")
    )


def _moment(line: Fields) -> int | None:
    text = line.text("counted_at")
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        problem = translate("intake", "“{text}”不是时刻，写成 2026-03-02T09:30:00+08:00")
        raise line.wrong(InvalidInput(problem.format(text=text[:40])), "counted_at")
    return int(moment.timestamp() * 1000)


def other_draft(session: Session, fields: Fields, *, incoming: bool) -> OtherDraft:
    """The draft that JSON goods in or out against an `account` describe."""
    return OtherDraft(
        day=day_of(session, fields),
        warehouse_id=warehouse_named(session, fields),
        account=fields.needed("account"),
        lines=goods_lines(session, fields, FOUND_LINE if incoming else MOVED_LINE),
        remark=fields.text("remark"),
        deemed_sale=fields.flag("deemed_sale") or False,
    )


def kit_draft(session: Session, fields: Fields, *, apart: bool) -> KitDraft:
    """The draft that a JSON product put together or taken apart describes.

    A fee names the money `account` it was paid through, or the supplier who is owed it as `partner`. Parts taken
    apart may tell their reference cost as `price`.
    """
    [product] = products_of(session, [fields])
    paid, owed = fields.text("account"), fields.text("partner")
    return KitDraft(
        day=day_of(session, fields),
        warehouse_id=warehouse_named(session, fields),
        product_id=product.product_id,
        quantity=fields.given("quantity", fields.quantity("quantity")),
        unit=fields.text("unit") or product.unit,
        lines=goods_lines(session, fields, FOUND_LINE if apart else MOVED_LINE),
        fee=fields.money("fee") or 0,
        money_account_id=money_account_named(session, fields) if paid else None,
        partner_id=supplier_named(session, fields) if owed else None,
        remark=fields.text("remark"),
    )


def resolution_draft(session: Session, fields: Fields) -> ResolutionDraft:
    """The draft that a JSON resolution describes; what its lines do not bear goes to the reason's account."""
    return ResolutionDraft(
        day=day_of(session, fields),
        original=fields.needed("from"),
        parts=tuple(_part(session, line.only(PART)) for line in fields.objects("lines")),
        remark=fields.text("remark"),
    )


def _part(session: Session, line: Fields) -> ResolvedPart:
    """A money account by its code, else a GL account."""
    code = line.needed("account")
    row = _MONEY_ACCOUNT.first(session, code=code)
    return ResolvedPart(
        amount=line.given("amount", line.money("amount")),
        account="" if row else code,
        money_account_id=int(row[0]) if row else None,
        employee=line.text("employee"),
    )


INTAKES = (
    Intake("stock_transfer", MOVED, transfer_draft, post_stock_transfer, reverse_stock_transfer),
    Intake(
        "transfer_receipt", CAME, arrival_draft, post_transfer_receipt, reverse_transfer_receipt
    ),
    Intake(
        "stock_count",
        COUNTED,
        count_draft,
        post_stock_count,
        reverse_stock_count,
        draft=CountDraft,
    ),
    Intake(
        "stock_loss",
        LOST,
        partial(loss_draft, gain=False),
        post_stock_loss,
        reverse_stock_loss,
        draft=LossDraft,
    ),
    Intake(
        "stock_gain",
        LOST,
        partial(loss_draft, gain=True),
        post_stock_gain,
        reverse_stock_gain,
        draft=LossDraft,
    ),
    Intake(
        "other_receipt",
        OTHER,
        partial(other_draft, incoming=True),
        post_other_receipt,
        reverse_other_receipt,
    ),
    Intake(
        "other_issue",
        (*OTHER, "deemed_sale"),
        partial(other_draft, incoming=False),
        post_other_issue,
        reverse_other_issue,
    ),
    Intake(
        "assembly",
        KIT,
        partial(kit_draft, apart=False),
        post_assembly,
        reverse_assembly,
    ),
    Intake(
        "disassembly",
        KIT,
        partial(kit_draft, apart=True),
        post_disassembly,
        reverse_disassembly,
    ),
    Intake(
        "loss_resolution",
        (*EVERY, "from", "lines"),
        resolution_draft,
        post_loss_resolution,
        reverse_loss_resolution,
    ),
)
