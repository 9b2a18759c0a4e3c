"""Purchase orders and what leads to them as data: requests, inquiries, suppliers' quotations."""

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.codes import supplier_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, line_objects
from jxc_desktop.intake.intake import Intake, never_reversed
from jxc_desktop.intake.ordering import (
    BOUGHT_OFFER,
    following_drafts,
    following_lines,
    order_head,
    warehouse_of,
)
from jxc_desktop.purchase.order_kinds import REQUEST, RFQ
from jxc_desktop.purchase.ordering import (
    SOURCES,
    PurchaseOrderDraft,
    Quoted,
    SupplierQuotationDraft,
    approve_purchase_order,
    approve_supplier_quotation,
)
from jxc_desktop.purchase.requests import (
    RequestDraft,
    RfqDraft,
    approve_purchase_request,
    approve_rfq,
)
from jxc_desktop.stock.ordering.following import kind_named
from jxc_desktop.stock.priced import LineDraft

WISH = ("product", "quantity", "unit")
QUOTED = ("lead_days", "minimum")
_SUPPLIER = Statement("SELECT id FROM partner WHERE supplier_code = :code")


def request_draft(session: Session, fields: Fields) -> RequestDraft:
    """The draft that a JSON request describes."""
    return RequestDraft(
        day=day_of(session, fields),
        warehouse_id=warehouse_of(session, fields),
        lines=_wishes(session, fields),
        due_day=fields.day("due_day"),
        purpose=fields.text("reason"),
        remark=fields.text("remark"),
        amends=fields.text("amends"),
    )


def rfq_draft(session: Session, fields: Fields) -> RfqDraft:
    """The draft that a JSON inquiry describes: `suppliers` are codes."""
    return RfqDraft(
        day=day_of(session, fields),
        warehouse_id=warehouse_of(session, fields, REQUEST),
        lines=_wishes(session, fields),
        suppliers=tuple(_suppliers(session, fields)),
        due_day=fields.day("due_day"),
        source=fields.text("from"),
        remark=fields.text("remark"),
        amends=fields.text("amends"),
    )


def quotation_draft(session: Session, fields: Fields) -> SupplierQuotationDraft:
    """The draft that a JSON quotation of a supplier describes."""
    objects = line_objects(fields)
    terms = tuple(
        Quoted(line.whole("lead_days"), line.quantity("minimum") or 0) for line in objects
    )
    plain = [
        Fields({n: v for n, v in line.data.items() if n not in QUOTED}, line.path)
        for line in objects
    ]
    head = order_head(session, fields, supplier_named, RFQ)
    lines = following_drafts(session, fields, RFQ, plain)
    return SupplierQuotationDraft(**head, lines=lines, terms=terms)


def purchase_order_draft(session: Session, fields: Fields) -> PurchaseOrderDraft:
    """The draft that a JSON purchase order describes; `from` is a supplier's quotation or a request."""
    number = fields.text("from")
    try:
        follows = kind_named(session, SOURCES, number) if number else REQUEST
    except NotFound as error:
        raise fields.wrong(NotFound(error.message), "from") from None
    head = order_head(session, fields, supplier_named, follows)
    lines = following_lines(session, fields, follows)
    bought_for = fields.text("sales_order")
    return PurchaseOrderDraft(
        **head, lines=lines, sales_order=bought_for, buyer=fields.text("buyer")
    )


def _wishes(session: Session, fields: Fields) -> tuple[LineDraft, ...]:
    known = (*WISH, "from_line") if fields.text("from") else WISH
    objects = fields.objects("lines") if fields.text("from") else line_objects(fields)
    return following_drafts(session, fields, REQUEST, [line.only(known) for line in objects])


def _suppliers(session: Session, fields: Fields) -> list[int]:
    codes = fields.data.get("suppliers")
    if not isinstance(codes, list) or not codes:
        problem = InvalidInput(translate("intake", '要是一列供应商编号，如 ["S01"]'))
        raise fields.wrong(problem, "suppliers")
    found = []
    for place, code in enumerate(codes):
        row = _SUPPLIER.first(session, code=str(code))
        if row is None:
            told = translate("intake", "没有供应商编号 {code}").format(code=code)
            raise fields.wrong(NotFound(told), f"suppliers[{place}]")
        found.append(int(row[0]))
    return found


INTAKES = (
    Intake(
        "purchase_request",
        (*EVERY, "warehouse", "due_day", "reason", "amends", "lines"),
        request_draft,
        approve_purchase_request,
        never_reversed,
        draft=RequestDraft,
    ),
    Intake(
        "rfq",
        (*EVERY, "warehouse", "due_day", "from", "suppliers", "amends", "lines"),
        rfq_draft,
        approve_rfq,
        never_reversed,
    ),
    Intake(
        "supplier_quotation",
        (*BOUGHT_OFFER, "from"),
        quotation_draft,
        approve_supplier_quotation,
        never_reversed,
    ),
    Intake(
        "purchase_order",
        (*BOUGHT_OFFER, "from", "sales_order", "buyer"),
        purchase_order_draft,
        approve_purchase_order,
        never_reversed,
        draft=PurchaseOrderDraft,
    ),
)
