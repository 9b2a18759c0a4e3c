"""其他入库单 and 其他出库单 while they are typed: the documents that their fields are.

`fields` hold warehouse, account, lines (as `TypedLine.kept`), and whether they are given away.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.stock.others import OtherDraft, PurposeAccount, purpose_accounts
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.typed_paper import draft_of


@dataclass(frozen=True, slots=True)
class OtherChoices:
    """What goods in or out for other purposes can be begun with."""

    papers: PaperChoices
    accounts: tuple[PurposeAccount, ...]


def other_choices(session: Session) -> OtherChoices:
    """Warehouses, and accounts that goods may come from or go to."""
    return OtherChoices(paper_choices(session), tuple(purpose_accounts(session)))


def other_draft(typed: TypedFields) -> OtherDraft:
    """The document for the service."""
    fields = typed.fields
    lines = (draft_of(line) for line in fields.get("lines", ()) if line["quantity"])
    return OtherDraft(
        typed.day,
        fields.get("warehouse") or 0,
        fields.get("account") or "",
        tuple(lines),
        typed.remark,
        bool(fields.get("deemed_sale")),
    )
