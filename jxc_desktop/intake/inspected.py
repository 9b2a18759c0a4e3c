"""Lines of a goods receipt as data: what of each was accepted, and what was refused and why.

`quantity` is what was accepted; a line of which nothing was has `"quantity": "0"` and `rejected`.
"""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import line_objects
from jxc_desktop.intake.ordering import following_drafts
from jxc_desktop.purchase.inspection import Rejection
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.stock.priced import LineDraft

_OWN = frozenset({"rejected", "reject_reason"})

Inspected = tuple[tuple[LineDraft, ...], tuple[Rejection, ...]]


def inspected_lines(session: Session, fields: Fields) -> Inspected:
    """What was accepted, and what was refused."""
    lines = fields.objects("lines") if fields.text("from") else line_objects(fields)
    refused = [line for line in lines if _refused(line)]
    accepted = [_plain(line) for line in lines if not (_refused(line) and _nothing(line))]
    drafts = following_drafts(session, fields, PURCHASE_ORDER, accepted)
    return drafts, tuple(_rejection(session, fields, line) for line in refused)


def _refused(line: Fields) -> bool:
    """Whether some of a line was refused; a reason alone is a slip."""
    quantity = line.quantity("rejected")
    if not quantity and line.text("reject_reason"):
        problem = InvalidInput(translate("intake", "写了拒收原因，没写拒收数量"))
        raise line.wrong(problem, "rejected")
    return bool(quantity)


def _nothing(line: Fields) -> bool:
    return not line.quantity("quantity")


def _plain(line: Fields, **changes: object) -> Fields:
    kept: Mapping[str, object] = {n: v for n, v in line.data.items() if n not in _OWN}
    return Fields({**kept, **changes}, line.path)


def _rejection(session: Session, fields: Fields, line: Fields) -> Rejection:
    told = _plain(line, quantity=line.data["rejected"])
    [draft] = following_drafts(session, fields, PURCHASE_ORDER, [told])
    reason = line.needed("reject_reason")
    return Rejection(draft.product_id, draft.quantity, reason, draft.unit, draft.from_line)
