"""What an approver must see of a paper that waits: the document as it would be posted now, line by line."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment, money_accounts
from jxc_desktop.cash.services import (
    AdvanceDraft,
    BadDebtDraft,
    MoneyDraft,
    PurposeDraft,
    SpendingDraft,
    TransferDraft,
)
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, PRICE_PLACES, text_of, trimmed
from jxc_desktop.core.plain import typed
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.intake.approvals import approvables
from jxc_desktop.partners.facts import customer_facts, supplier_facts
from jxc_desktop.pricing.changes import PriceChangeDraft
from jxc_desktop.pricing.services import changed_prices
from jxc_desktop.pricing.words import level_words
from jxc_desktop.purchase.returns import return_rows as purchase_return_rows
from jxc_desktop.purchase.services import ReceiptDraft, priced_receipt
from jxc_desktop.sales.returns import return_rows as sales_return_rows
from jxc_desktop.sales.services import DeliveryDraft, priced_delivery
from jxc_desktop.shop.approvals.queries import pending_body, pending_view, steps_of
from jxc_desktop.shop.approvals.reviews import Facts, Lines, Review, ReviewLine
from jxc_desktop.shop.attachments import Subject, attachments_of
from jxc_desktop.shop.price_rights import may_see_money
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.counting import CountDraft
from jxc_desktop.stock.counts import differences_of
from jxc_desktop.stock.losses import FOUND, LOST, Flow, LossDraft, foreseen_rows
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.papers import line_rows
from jxc_desktop.stock.reasons import reason_facts

Told = tuple[Facts, Lines]
_GOODS = "SELECT id, name, spec, unit FROM product WHERE id "
_NAMES = Statement(f"{_GOODS}IN {among('products')}", postgresql=f"{_GOODS}= ANY(:products)")
_WAREHOUSE = Statement("SELECT name FROM warehouse WHERE id = :id")
_ACCOUNT = Statement("SELECT name FROM account WHERE code = :code")


def review(session: Session, pending_id: int) -> Review:
    """The paper as it would be posted now; money is left out for who may not see it."""
    paper = pending_view(session, pending_id)
    draft = typed(approvables()[paper.kind].draft, pending_body(session, pending_id))
    problem = ""
    facts: Facts = ()
    lines: Lines = ()
    try:
        facts, lines = _TELL[paper.kind](session, draft)
    except UserError as error:
        problem = error.message
    if draft.remark and draft.remark != paper.subject:
        facts = (*facts, (translate("intake", "备注"), draft.remark))
    if files := attachments_of(session, Subject(paper.kind, pending_id=pending_id)):
        facts = (*facts, (translate("intake", "附件"), listed(each.name for each in files)))
    if not may_see_money(session, paper.kind):
        lines = tuple(replace(line, price=None, discount=None, amount=None) for line in lines)
        facts = tuple(fact for fact in facts if fact[0] not in _money_facts())
    return Review(paper, facts, lines, steps_of(session, pending_id), problem)


def _delivery(session: Session, draft: DeliveryDraft) -> Told:
    customer = customer_facts(session, draft.partner_id)
    lines = priced_delivery(session, draft, settings_of(session), customer)
    facts = _trade_facts(session, draft.order_discount or 0, draft.payments)
    return facts, _goods(session, line_rows(0, lines))


def _sales_order(session: Session, draft: OrderDraft) -> Told:
    customer = customer_facts(session, draft.partner_id)
    lines = priced_delivery(session, draft, settings_of(session), customer)
    return _order_facts(draft), _goods(session, line_rows(0, lines))


def _purchase_order(session: Session, draft: OrderDraft) -> Told:
    lines = priced_receipt(session, draft, settings_of(session))
    return _order_facts(draft), _goods(session, line_rows(0, lines))


def _order_facts(draft: OrderDraft) -> Facts:
    told = (
        (translate("intake", "来源"), draft.source),
        (translate("intake", "要在"), draft.due_day.isoformat() if draft.due_day else ""),
        (translate("intake", "整单优惠"), _yuan(draft.order_discount)),
    )
    return tuple(fact for fact in told if fact[1])


def _yuan(fen: int | None) -> str:
    return text_of(fen, MONEY_PLACES) if fen else ""


def _receipt(session: Session, draft: ReceiptDraft) -> Told:
    lines = priced_receipt(session, draft, settings_of(session))
    facts = _trade_facts(session, draft.order_discount or 0, draft.payments)
    return facts, _goods(session, line_rows(0, lines))


def _sales_return(session: Session, draft: Any) -> Told:
    return _returned(session, draft, sales_return_rows(session, draft, hold=False)[1])


def _purchase_return(session: Session, draft: Any) -> Told:
    supplier = supplier_facts(session, draft.partner_id)
    return _returned(session, draft, purchase_return_rows(session, draft, supplier, hold=False)[2])


def _returned(session: Session, draft: Any, rows: Iterable[Mapping[str, Any]]) -> Told:
    told = (
        (translate("intake", "原单"), draft.original),
        (translate("intake", "原因"), draft.reason),
        *_trade_facts(session, 0, draft.payments),
    )
    return tuple(fact for fact in told if fact[1]), _goods(session, rows)


def _money(session: Session, draft: MoneyDraft) -> Told:
    facts = list(_paid(session, draft.payments))
    if draft.cash_discount:
        facts.append((translate("intake", "优惠"), text_of(draft.cash_discount, MONEY_PLACES)))
    return tuple(facts), _settled(draft)


def _bad_debt(session: Session, draft: BadDebtDraft) -> Told:
    paid = _paid(session, draft.payments) if draft.payments else ()
    return ((translate("intake", "原因"), draft.reason), *paid), _settled(draft)


def _settled(draft: MoneyDraft | BadDebtDraft) -> Lines:
    named = tuple(ReviewLine(each.number, amount=each.amount) for each in draft.settle)
    oldest = ReviewLine(translate("intake", "从最早的欠款开始"), amount=draft.amount)
    return named or (oldest,)


def _advance(session: Session, draft: AdvanceDraft) -> Told:
    return _paid(session, draft.payments), ()


def _transfer(session: Session, draft: TransferDraft) -> Told:
    ends = (
        (translate("intake", "转出"), draft.from_account_id),
        (translate("intake", "转入"), draft.to_account_id),
    )
    told = [(label, _account_name(session, account)) for label, account in ends]
    told.append((translate("intake", "到账"), text_of(draft.amount, MONEY_PLACES)))
    if draft.fee:
        told.append((translate("intake", "手续费"), text_of(draft.fee, MONEY_PLACES)))
    return tuple(told), ()


def _paid(session: Session, payments: tuple[Payment, ...]) -> Facts:
    """Through which money accounts, and how much."""
    words = listed(
        f"{_account_name(session, payment.money_account_id)} {text_of(payment.amount, MONEY_PLACES)}"
        for payment in payments
    )
    return ((translate("intake", "结算账户"), words),)


def _spending(session: Session, draft: SpendingDraft) -> Told:
    facts = [(translate("intake", "结算账户"), _account_name(session, draft.money_account_id))]
    if tax := sum(line.tax for line in draft.lines):
        facts.append((translate("intake", "其中税额"), text_of(tax, MONEY_PLACES)))
    lines = []
    for line in draft.lines:
        row = _ACCOUNT.first(session, code=line.account)
        name = f"{line.account} {row[0]}" if row else line.account
        lines.append(ReviewLine(name, _told_of(line), amount=line.amount))
    return tuple(facts), tuple(lines)


def _told_of(line: PurposeDraft) -> str:
    """What a line of an expense is for, and the tax in it, which is taken off the VAT that is due."""
    tax = text_of(line.tax, MONEY_PLACES) if line.tax else ""
    taxed = translate("intake", "税 {tax}").format(tax=tax) if tax else ""
    return " ".join(filter(None, (line.item, line.summary, taxed)))


def _price_change(session: Session, draft: PriceChangeDraft) -> Told:
    facts = (
        (translate("intake", "生效日"), draft.effective_day.isoformat()),
        (translate("intake", "原因"), draft.reason),
    )
    lines = tuple(
        ReviewLine(
            each.product.name,
            translate("intake", "{level}，原价 {old}").format(
                level=level_words().get(each.line.level, each.line.level),
                old="—" if each.old is None else trimmed(each.old, PRICE_PLACES, 2),
            ),
            each.line.unit or each.product.unit,
            price=each.line.price,
        )
        for each in changed_prices(session, draft)
    )
    return tuple(fact for fact in facts if fact[1]), lines


def _lost(session: Session, draft: LossDraft, flow: Flow) -> Told:
    reason = reason_facts(session, draft.reason_id, gain=flow.gain)
    told = [
        (translate("intake", "原因"), reason.name),
        (translate("intake", "仓库"), _place(session, draft.warehouse_id)),
    ]
    if draft.unresolved:
        told.append((translate("intake", "处理"), translate("intake", "先挂待处理财产损溢")))
    rows = foreseen_rows(session, flow, draft)
    priced = ({**row, "discount": 0, "gross": row["amount"] + row["tax"]} for row in rows)
    return tuple(told), _goods(session, priced)


def _counted(session: Session, draft: CountDraft) -> Told:
    """The differences alone: what agrees changes nothing."""
    differing = differences_of(session, draft)
    told = (
        (translate("intake", "仓库"), _place(session, draft.warehouse_id)),
        (translate("intake", "已盘"), str(len(draft.lines))),
        (translate("intake", "有差异"), str(len(differing))),
    )
    rows = (
        {
            "product_id": row["product_id"],
            "unit": "",
            "quantity": row["difference"],
            "price": None,
            "discount": 0,
            "gross": worth,
        }
        for row, worth in differing
    )
    return told, _goods(session, rows)


def _place(session: Session, warehouse_id: int) -> str:
    row = _WAREHOUSE.first(session, id=warehouse_id)
    return str(row[0]) if row else "—"


_TELL: Mapping[str, Callable[[Session, Any], Told]] = {
    "quotation": _sales_order,
    "sales_order": _sales_order,
    "purchase_order": _purchase_order,
    "sales_delivery": _delivery,
    "goods_receipt": _receipt,
    "sales_return": _sales_return,
    "purchase_return": _purchase_return,
    "customer_receipt": _money,
    "supplier_payment": _money,
    "bad_debt": _bad_debt,
    "advance_receipt": _advance,
    "advance_payment": _advance,
    "expense": _spending,
    "other_income": _spending,
    "money_transfer": _transfer,
    "price_change": _price_change,
    "stock_count": _counted,
    "stock_loss": partial(_lost, flow=LOST),
    "stock_gain": partial(_lost, flow=FOUND),
}


def _money_facts() -> tuple[str, ...]:
    """The facts that tell what goods cost."""
    return translate("intake", "整单优惠"), translate("intake", "结算")


def _trade_facts(session: Session, discount: int, payments: tuple[Payment, ...]) -> Facts:
    facts = []
    if discount:
        facts.append((translate("intake", "整单优惠"), text_of(discount, MONEY_PLACES)))
    paid = listed(
        f"{_account_name(session, payment.money_account_id)} {text_of(payment.amount, MONEY_PLACES)}"
        for payment in payments
    )
    facts.append((translate("intake", "结算"), paid or translate("intake", "赊销")))
    return tuple(facts)


def _account_name(session: Session, money_account_id: int) -> str:
    account = money_accounts(session).get(money_account_id)
    return account.name if account else "—"


def _goods(session: Session, rows: Iterable[Mapping[str, Any]]) -> Lines:
    kept = list(rows)
    wanted = sorted({row["product_id"] for row in kept})
    known = {row[0]: row[1:] for row in _NAMES.all(session, products=wanted)}
    return tuple(_line(row, *known[row["product_id"]]) for row in kept)


def _line(row: Mapping[str, Any], name: str, spec: str, unit: str) -> ReviewLine:
    return ReviewLine(
        name,
        spec,
        row["unit"] or unit,
        row["quantity"],
        row["price"],
        row["discount"] or None,
        row["gross"],
    )
