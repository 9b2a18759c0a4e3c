"""请购单 and 询价单 while they are typed: the documents that their fields are, and fields made of other documents.

`fields` hold warehouse, due_day (ISO), lines (as `TypedLine.kept`), amends; a request its purpose, an inquiry its
suppliers ([id, name]) and the source it follows.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from jxc_desktop.core.i18n import listed
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.purchase.queries import RequestView, RfqView, WishLineView
from jxc_desktop.purchase.requests import RequestDraft, RfqDraft
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.typed_paper import draft_of, kept_line


def request_draft(typed: TypedFields) -> RequestDraft:
    """The request for the service."""
    return RequestDraft(**_common(typed), purpose=typed.fields.get("purpose", ""))


def rfq_draft(typed: TypedFields) -> RfqDraft:
    """The inquiry for the service."""
    asked = tuple(partner for partner, _name in typed.fields.get("suppliers", ()))
    return RfqDraft(**_common(typed), suppliers=asked, source=typed.fields.get("source", ""))


def request_again(view: RequestView, amends: str) -> TypedFields:
    """A request as it was, to be typed on under the number it `amends`; "" makes another like it."""
    fields = {**_fields(view, amends), "purpose": view.purpose}
    return TypedFields(view.head.day, None, view.purpose, view.head.remark, fields)


def rfq_again(view: RfqView, amends: str) -> TypedFields:
    """An inquiry as it was, to be typed on under the number it `amends`; "" makes another like it."""
    asked = [[each.partner_id, each.name] for each in view.suppliers]
    fields = {**_fields(view, amends), "suppliers": asked, "source": view.source if amends else ""}
    name = listed(each.name for each in view.suppliers)
    return TypedFields(view.head.day, None, name, view.head.remark, fields)


def rfq_of_request(view: RequestView, day: date) -> TypedFields:
    """An inquiry for what a request still wants."""
    wanted = (
        LineDraft(line.product_id, line.left, line.base_unit, from_line=line.line_no)
        for line in view.lines
        if line.left
    )
    fields = {
        "warehouse": view.warehouse_id,
        "lines": [kept_line(line) for line in wanted],
        "source": str(view.head.number),
    }
    return TypedFields(day, fields=fields)


def _common(typed: TypedFields) -> dict[str, Any]:
    fields, due = typed.fields, typed.fields.get("due_day")
    lines = (draft_of(line) for line in fields.get("lines", ()) if line["quantity"])
    return {
        "day": typed.day,
        "warehouse_id": fields.get("warehouse") or 0,
        "lines": tuple(lines),
        "due_day": date.fromisoformat(due) if due else None,
        "remark": typed.remark,
        "amends": fields.get("amends", ""),
    }


def _fields(view: RequestView | RfqView, amends: str) -> Mapping[str, Any]:
    return {
        "warehouse": view.warehouse_id,
        "due_day": view.due_day.isoformat() if view.due_day else "",
        "lines": list(_kept(view.lines)),
        "amends": amends,
    }


def _kept(lines: Iterable[WishLineView]) -> Iterable[Mapping[str, Any]]:
    for line in lines:
        yield kept_line(LineDraft(line.product_id, line.quantity, line.unit, is_gift=line.is_gift))
