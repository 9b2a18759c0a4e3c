"""The document that typed fields are for the services of money, and back.

Ways are [account, fen], chosen documents [number, fen].
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jxc_desktop.cash.models import BadDebtMode, SettlementMode
from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import (
    AdvanceDraft,
    BadDebtDraft,
    MoneyDraft,
    PurposeDraft,
    SettlementDraft,
    SpendingDraft,
    TransferDraft,
)
from jxc_desktop.cash.settling import Settled
from jxc_desktop.ledger.typed_fields import TypedFields


def draft_of(kind: str, typed: TypedFields) -> Any:
    """The document for the service; complete as far as it was typed."""
    return _DRAFTS[kind](typed)


def typed_again(kind: str, draft: Any, subject: str) -> TypedFields:
    """A document that was on its way to the service, as it can be typed on."""
    partner = getattr(draft, "partner_id", None)
    name = subject if partner is not None else ""
    return TypedFields(draft.day, partner, name, draft.remark, _FIELDS[kind](draft))


def ways_of(fields: Mapping[str, Any]) -> tuple[Payment, ...]:
    """The typed ways as payments."""
    return tuple(Payment(account, amount) for account, amount in fields.get("ways", ()) if amount)


def chosen_of(fields: Mapping[str, Any], name: str) -> tuple[Settled, ...]:
    """The chosen documents of a side."""
    return tuple(Settled(number, amount) for number, amount in fields.get(name, ()))


def _money(typed: TypedFields) -> MoneyDraft:
    fields = typed.fields
    return MoneyDraft(
        typed.day,
        typed.partner_id or 0,
        ways_of(fields),
        fields.get("discount", 0),
        chosen_of(fields, "settle"),
        typed.remark,
    )


def _advance(typed: TypedFields) -> AdvanceDraft:
    return AdvanceDraft(typed.day, typed.partner_id or 0, ways_of(typed.fields), typed.remark)


def _settlement(typed: TypedFields) -> SettlementDraft:
    fields = typed.fields
    return SettlementDraft(
        typed.day,
        SettlementMode(fields.get("mode", SettlementMode.ADVANCE_RECEIPT)),
        typed.partner_id or 0,
        fields.get("to"),
        None,
        chosen_of(fields, "use"),
        chosen_of(fields, "settle"),
        typed.remark,
    )


def _bad_debt(typed: TypedFields) -> BadDebtDraft:
    fields = typed.fields
    mode = BadDebtMode(fields.get("mode", BadDebtMode.WRITE_OFF))
    ways, settle = ways_of(fields), chosen_of(fields, "settle")
    whole = ways if mode is BadDebtMode.RECOVERY else settle
    return BadDebtDraft(
        typed.day,
        mode,
        typed.partner_id or 0,
        sum(each.amount for each in whole) or fields.get("amount", 0),
        fields.get("reason", ""),
        ways,
        () if mode is BadDebtMode.RECOVERY else settle,
        typed.remark,
    )


def _spending(typed: TypedFields) -> SpendingDraft:
    fields = typed.fields
    lines = tuple(PurposeDraft(**line) for line in fields.get("lines", ()))
    return SpendingDraft(typed.day, fields.get("account", 0), lines, typed.remark)


def _transfer(typed: TypedFields) -> TransferDraft:
    fields = typed.fields
    return TransferDraft(
        typed.day,
        fields.get("from", 0),
        fields.get("to", 0),
        fields.get("amount", 0),
        fields.get("fee", 0),
        typed.remark,
    )


_DRAFTS: Mapping[str, Callable[[TypedFields], Any]] = {
    "customer_receipt": _money,
    "supplier_payment": _money,
    "advance_receipt": _advance,
    "advance_payment": _advance,
    "settlement": _settlement,
    "bad_debt": _bad_debt,
    "expense": _spending,
    "other_income": _spending,
    "money_transfer": _transfer,
}
MONEY_KINDS = frozenset(_DRAFTS)
"""The kinds that are typed in this way."""


def _ways_in(payments: Sequence[Payment]) -> dict[str, Any]:
    return {"ways": [[each.money_account_id, each.amount] for each in payments]} if payments else {}


def _chosen_in(name: str, chosen: Sequence[Settled]) -> dict[str, Any]:
    return {name: [[each.number, each.amount] for each in chosen]} if chosen else {}


def _money_fields(draft: MoneyDraft) -> dict[str, Any]:
    discount = {"discount": draft.cash_discount} if draft.cash_discount else {}
    return {**_ways_in(draft.payments), **discount, **_chosen_in("settle", draft.settle)}


def _settlement_fields(draft: SettlementDraft) -> dict[str, Any]:
    to = {} if draft.to_partner_id is None else {"to": draft.to_partner_id}
    chosen = {**_chosen_in("use", draft.use), **_chosen_in("settle", draft.settle)}
    return {"mode": str(draft.mode), **to, **chosen}


def _bad_debt_fields(draft: BadDebtDraft) -> dict[str, Any]:
    # Without chosen documents the oldest come first: all that is known is how much.
    oldest = draft.mode is not BadDebtMode.RECOVERY and not draft.settle
    return {
        "mode": str(draft.mode),
        "reason": draft.reason,
        **({"amount": draft.amount} if oldest else {}),
        **_ways_in(draft.payments),
        **_chosen_in("settle", draft.settle),
    }


def _spending_fields(draft: SpendingDraft) -> dict[str, Any]:
    lines = [
        {
            "account": line.account,
            "amount": line.amount,
            "item": line.item,
            "summary": line.summary,
            "tax": line.tax,
            "employee": line.employee,
            "department": line.department,
            "project": line.project,
        }
        for line in draft.lines
    ]
    return {"account": draft.money_account_id, "lines": lines}


def _transfer_fields(draft: TransferDraft) -> dict[str, Any]:
    return {
        "from": draft.from_account_id,
        "to": draft.to_account_id,
        "amount": draft.amount,
        "fee": draft.fee,
    }


_FIELDS: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    "customer_receipt": _money_fields,
    "supplier_payment": _money_fields,
    "advance_receipt": lambda draft: _ways_in(draft.payments),
    "advance_payment": lambda draft: _ways_in(draft.payments),
    "settlement": _settlement_fields,
    "bad_debt": _bad_debt_fields,
    "expense": _spending_fields,
    "other_income": _spending_fields,
    "money_transfer": _transfer_fields,
}
