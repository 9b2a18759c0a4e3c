"""调拨单 while it is typed: the document that its fields are.

`fields` hold warehouse (from), to_warehouse, in_transit, lines (as `TypedLine.kept`).
"""

from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.stock.transfers import TransferDraft
from jxc_desktop.stock.typed_paper import draft_of


def transfer_draft(typed: TypedFields) -> TransferDraft:
    """The transfer for the service."""
    fields = typed.fields
    lines = (draft_of(line) for line in fields.get("lines", ()) if line["quantity"])
    return TransferDraft(
        typed.day,
        fields.get("warehouse") or 0,
        fields.get("to_warehouse") or 0,
        tuple(lines),
        typed.remark,
        bool(fields.get("in_transit")),
    )
