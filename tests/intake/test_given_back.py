"""What is rejected is a draft again that its pane opens: typed on and settled, it is the document that was sent."""

from collections.abc import Mapping
from typing import Any

import pytest

from jxc_desktop.cash.typed_money import MONEY_KINDS
from jxc_desktop.cash.typed_money import draft_of as money_draft
from jxc_desktop.core.db import Database
from jxc_desktop.core.plain import typed
from jxc_desktop.intake.approvals import approvables, reject_paper
from jxc_desktop.intake.documents import post_document
from jxc_desktop.intake.told_goods import TOLD
from jxc_desktop.ledger.typed_fields import typed_from
from jxc_desktop.purchase.typed_allowance import allowance_draft
from jxc_desktop.purchase.typed_invoice import invoice_draft
from jxc_desktop.purchase.typed_landed import landed_draft
from jxc_desktop.purchase.typed_wish import request_draft
from jxc_desktop.purchase.ui.order_kinds import PurchaseOrderKind
from jxc_desktop.purchase.ui.receipt_kind import ReceiptKind
from jxc_desktop.purchase.ui.return_kind import PurchaseReturnKind
from jxc_desktop.sales.typed_invoice import invoice_draft as given_out_draft
from jxc_desktop.sales.ui.delivery_kind import DeliveryKind
from jxc_desktop.sales.ui.order_kinds import QuotationKind, SalesOrderKind
from jxc_desktop.sales.ui.return_kind import ReturnKind
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.queries import pending_body
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.approvals.rules import APPROVABLE
from jxc_desktop.shop.drafts import drafts_of, load_draft
from jxc_desktop.stock.typed_adjustment import adjustment_draft
from jxc_desktop.stock.typed_count import count_draft
from jxc_desktop.stock.typed_loss import loss_draft
from jxc_desktop.stock.typed_paper import draft_of, paper_of
from jxc_desktop.stock.ui.paper_kind import TypedKind
from tests.intake.conftest import BY_ITSELF, LINES

GOODS: dict[str, type[TypedKind]] = {
    "quotation": QuotationKind,
    "sales_order": SalesOrderKind,
    "sales_delivery": DeliveryKind,
    "sales_return": ReturnKind,
    "purchase_order": PurchaseOrderKind,
    "goods_receipt": ReceiptKind,
    "purchase_return": PurchaseReturnKind,
}
FIELDS = {
    "purchase_request": request_draft,
    "sales_invoice": given_out_draft,
    "purchase_invoice": invoice_draft,
    "purchase_allowance": allowance_draft,
    "landed_cost": landed_draft,
    "stock_loss": loss_draft,
    "stock_gain": loss_draft,
    "stock_count": count_draft,
    "cost_adjustment": adjustment_draft,
}
DELIVERY, RECEIPT = "XSCK202611200001", "CGRK202611200001"
SOME = [{"from_line": 1, "quantity": "1"}]
FOLLOWING: dict[str, Mapping[str, Any]] = {
    "sales_return": {"from": DELIVERY, "lines": SOME, "reason": ""},
    "purchase_return": {"from": RECEIPT, "lines": SOME, "reason": ""},
    "purchase_invoice": {"lines": [{"from": RECEIPT, "from_line": 1, "quantity": "3"}]},
}


def rejected(
    shop: Database, owner: Actor, kind: str, more: Mapping[str, Any]
) -> tuple[Any, list[dict[str, Any]]]:
    """What was held back, as its service got it, and the bodies of the drafts it became."""
    data = {"key": "k", "type": kind, "day": "2026-11-20", **BY_ITSELF[kind], **more}
    with shop.transaction(owner) as session:
        save_rule(session, RuleDraft(kind, "any", role="owner"))
        pending = post_document(session, data).document_id
        sent = typed(approvables()[kind].draft, pending_body(session, pending))
        reject_paper(session, pending, "不对")
        kept = [load_draft(session, kind, each.id) for each in drafts_of(session, kind)]
    return sent, kept


def settled(kind: str, body: Mapping[str, Any]) -> Any:
    """The document that its pane would send to the service."""
    if kind in MONEY_KINDS:
        return money_draft(kind, typed_from(body))
    if kind in FIELDS:
        return FIELDS[kind](typed_from(body))
    paper = paper_of(body)
    return GOODS[kind]().draft(paper, [draft_of(line) for line in paper.lines], 0)


SAID_IN_OTHER_WORDS = {
    "purchase_invoice",
    "purchase_allowance",
}  # "all that is left" is a quantity on screen
TYPED = sorted(set(APPROVABLE) - {"price_change"} - SAID_IN_OTHER_WORDS)


@pytest.mark.parametrize("kind", TYPED)
def test_a_pane_can_settle_it_as_it_was(
    qapp: object, trading: Database, owner: Actor, kind: str
) -> None:
    sent, [body] = rejected(trading, owner, kind, {})
    assert settled(kind, body) == sent


@pytest.mark.parametrize(
    ("kind", "more"), [*FOLLOWING.items(), *((kind, {}) for kind in sorted(SAID_IN_OTHER_WORDS))]
)
def test_what_follows_a_document_is_the_same_to_who_approves_it_again(
    qapp: object, trading: Database, owner: Actor, kind: str, more: Mapping[str, Any]
) -> None:
    sent, [body] = rejected(trading, owner, kind, more)
    again = settled(kind, body)
    with trading.reading(owner) as session:
        assert TOLD[kind](session, again) == TOLD[kind](session, sent)


@pytest.mark.parametrize(
    ("kind", "order"), [("sales_delivery", "sales_order"), ("goods_receipt", "purchase_order")]
)
def test_a_document_of_an_order_follows_the_order_still(
    qapp: object, trading: Database, owner: Actor, kind: str, order: str
) -> None:
    with trading.transaction(owner) as session:
        data = {"key": "o", "type": order, "day": "2026-11-20", **BY_ITSELF[order]}
        number = post_document(session, {**data, "lines": LINES, "order_discount": "1.00"}).number
    sent, [body] = rejected(trading, owner, kind, {"from": number, "lines": []})
    again = settled(kind, body)
    assert (again.source, again.lines, again.order_discount) == (number, sent.lines, 100)


def test_what_was_refused_at_the_door_stands_beside_its_line(
    qapp: object, trading: Database, owner: Actor
) -> None:
    lines = [{**LINES[0], "rejected": "1", "reject_reason": "压坏"}]
    sent, [body] = rejected(trading, owner, "goods_receipt", {"lines": lines})
    [said] = settled("goods_receipt", body).rejected
    assert (said.quantity, said.reason) == (sent.rejected[0].quantity, "压坏")


def test_what_no_pane_could_hold_is_told_by_the_list_alone(
    qapp: object, trading: Database, owner: Actor
) -> None:
    ways = [{"account": "cash", "amount": "1.00"}, {"account": "bank", "amount": "2.00"}]
    refused = {"rejected": "1", "reject_reason": "压坏"}
    twice = [{**LINES[0], **refused}, {**LINES[0], **refused, "quantity": "0"}]
    more: dict[str, Mapping[str, Any]] = {
        "sales_delivery": {"payments": ways},
        "purchase_allowance": {"payments": ways},
        "goods_receipt": {"lines": twice},
    }
    for kind, each in more.items():
        assert rejected(trading, owner, kind, {**each, "key": kind})[1] == []
