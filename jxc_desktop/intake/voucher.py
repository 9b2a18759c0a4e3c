"""Vouchers typed by hand, as data: `voucher` with its `legs`."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.settling import match_reversed, require_unsettled
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.codes import (
    customer_named,
    products_named,
    supplier_named,
    warehouse_named,
)
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, MOST_LINES, day_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.services import post_journal_voucher, reverse_journal_voucher
from jxc_desktop.ledger.journal.writing import JOURNAL
from jxc_desktop.ledger.papers import Reversal, Undone
from jxc_desktop.shop.keys import Key, Posted

FIELDS = (*EVERY, "summary", "attachments", "legs")
LEG = (
    "account", "debit", "credit", "summary", "partner", "money_account", "item", "employee",
    "department", "project", "product", "warehouse",
)  # fmt: skip
SUPPLIERS = ("1123", "2202")
"""Accounts whose partners are suppliers begin so."""

_MONEY = Statement("SELECT id, account FROM money_account WHERE code = :code AND disabled = 0")
_FIRM = Statement("SELECT id FROM partner WHERE customer_code = :code OR supplier_code = :code")


def voucher_draft(session: Session, fields: Fields) -> JournalDraft:
    """The draft that a JSON voucher describes; a leg's account is a GL code or a money account's."""
    legs = fields.objects("legs")
    if len(legs) > MOST_LINES:
        problem = translate("intake", "最多 {most} 行。分成几张单").format(most=MOST_LINES)
        raise fields.wrong(InvalidInput(problem), "legs")
    return JournalDraft(
        day=day_of(session, fields),
        legs=tuple(_leg(session, leg.only(LEG)) for leg in legs),
        summary=fields.text("summary"),
        attachments=fields.whole("attachments") or 0,
        remark=fields.text("remark"),
    )


def _leg(session: Session, fields: Fields) -> JournalLeg:
    code = fields.needed("account")
    purse = _MONEY.first(session, code=code)
    leg = JournalLeg(
        account=str(purse[1]) if purse else code,
        debit=fields.money("debit") or 0,
        credit=fields.money("credit") or 0,
        summary=fields.text("summary"),
        money_account_id=int(purse[0]) if purse else None,
        item=fields.text("item") or None,
        employee=fields.text("employee") or None,
        department=fields.text("department") or None,
        project=fields.text("project") or None,
    )
    return _with_master_data(session, fields, leg)


def _with_master_data(session: Session, fields: Fields, leg: JournalLeg) -> JournalLeg:
    """The leg with the firm, the purse, the goods and the place that its codes name."""
    if fields.text("money_account"):
        leg = replace(leg, money_account_id=_purse(session, fields))
    if fields.text("partner"):
        leg = replace(leg, partner_id=_partner(session, fields, leg.account))
    if fields.text("product"):
        leg = replace(leg, product_id=_product(session, fields))
    if fields.text("warehouse"):
        leg = replace(leg, warehouse_id=warehouse_named(session, fields))
    return leg


def _purse(session: Session, fields: Fields) -> int:
    row = _MONEY.first(session, code=fields.needed("money_account"))
    if row is None:
        problem = translate("intake", "没有结算账户 {code}，或已停用").format(
            code=fields.text("money_account")
        )
        raise fields.wrong(NotFound(problem), "money_account")
    return int(row[0])


def _partner(session: Session, fields: Fields, account: str) -> int:
    """Customers and suppliers by the account's role; on other accounts whichever bears the code."""
    if account.startswith(SUPPLIERS):
        return supplier_named(session, fields)
    if account.startswith(("1122", "2203")):
        return customer_named(session, fields)
    found = _FIRM.all(session, code=fields.needed("partner"))
    if len(found) != 1:
        problem = translate("intake", "没有、或不止一个往来单位编号是 {code}").format(
            code=fields.text("partner")
        )
        raise fields.wrong(NotFound(problem), "partner")
    return int(found[0][0])


def _product(session: Session, fields: Fields) -> int:
    code = fields.needed("product")
    known = products_named(session, [code])
    if code not in known:
        problem = translate("intake", "没有商品编号或条码 {code}").format(code=code)
        raise fields.wrong(NotFound(problem), "product")
    return known[code].product_id


def reverse_voucher(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a typed voucher back; what it left open of a firm and its mirror settle each other."""

    def undo(session: Session, number: str) -> Undone:
        require_unsettled(session, number)

        def settle(red: str, _day: date) -> None:
            match_reversed(session, number, red)

        return Undone(record=settle)

    return reverse_journal_voucher(session, wanted, key=key, undo=undo)


INTAKE: Intake[Any] = Intake(
    "voucher", FIELDS, voucher_draft, post_journal_voucher, reverse_voucher, table=JOURNAL.kind
)
