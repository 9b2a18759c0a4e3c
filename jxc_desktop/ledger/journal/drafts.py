"""A voucher as it is typed, and what must be right before it can be posted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.journal.models import Purpose
from jxc_desktop.ledger.opening import BALANCING
from jxc_desktop.ledger.posting import LegDraft

STOCK = "1405"
"""Its balance is the worth of the goods (R10), so only documents of goods move it."""
LEAST_LEGS = 2


@dataclass(frozen=True, slots=True)
class JournalLeg:
    """One leg: fen in `debit` or `credit`, either may be negative (红字); dimensions where the account needs them."""

    account: str
    debit: int = 0
    credit: int = 0
    summary: str = ""
    partner_id: int | None = None
    money_account_id: int | None = None
    item: str | None = None
    employee: str | None = None
    department: str | None = None
    project: str | None = None
    product_id: int | None = None
    warehouse_id: int | None = None

    def drafted(self) -> LegDraft:
        """The leg as the books take it."""
        return LegDraft(
            self.account, self.debit, self.credit, self.partner_id, self.money_account_id,
            self.item or None, self.summary, self.employee or None, self.department or None,
            self.project or None, self.product_id, self.warehouse_id,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class JournalDraft:
    """A voucher to be posted; `summary` "" takes that of the first leg that has one.

    `pattern_id` is the pattern it was made from; posting it makes a recurring one due again after its span.
    """

    day: date
    legs: tuple[JournalLeg, ...]
    summary: str = ""
    attachments: int = 0
    remark: str = ""
    purpose: Purpose = Purpose.MANUAL
    pattern_id: int | None = None

    @property
    def debit(self) -> int:
        """Σ debit in fen."""
        return sum(leg.debit for leg in self.legs)

    @property
    def difference(self) -> int:
        """Σ debit less Σ credit: what is still missing on the credit side."""
        return sum(leg.debit - leg.credit for leg in self.legs)

    @property
    def words(self) -> str:
        """What the voucher is about."""
        return self.summary or next((leg.summary for leg in self.legs if leg.summary), "")


_ACCOUNT = "SELECT code, leaf, needs, disabled FROM account WHERE code "
_ACCOUNTS = Statement(f"{_ACCOUNT}IN {among('codes')}", postgresql=f"{_ACCOUNT}= ANY(:codes)")
_MONEY = Statement("SELECT id, account, disabled FROM money_account ORDER BY id")
DIMENSIONS = {
    "partner": "partner_id",
    "money_account": "money_account_id",
    "item": "item",
    "employee": "employee",
    "department": "department",
    "project": "project",
    "product": "product_id",
    "warehouse": "warehouse_id",
}
"""What an account may need of its legs, and where a leg keeps it."""


def dimension_words() -> dict[str, str]:
    """The dimensions as people call them."""
    return {
        "partner": translate("ledger", "往来单位"),
        "money_account": translate("ledger", "结算账户"),
        "item": translate("ledger", "项目"),
        "employee": translate("ledger", "职员"),
        "department": translate("ledger", "部门"),
        "project": translate("ledger", "核算项目"),
        "product": translate("ledger", "商品"),
        "warehouse": translate("ledger", "仓库"),
    }


def purpose_words() -> dict[str, str]:
    """Why a voucher was made, as people say it."""
    return {
        Purpose.MANUAL: translate("ledger", "手工写的凭证"),
        Purpose.DEPRECIATION: translate("ledger", "计提折旧"),
        Purpose.VAT: translate("ledger", "月末转出增值税"),
        Purpose.VAT_EXEMPTION: translate("ledger", "月末减免增值税"),
        Purpose.SURCHARGES: translate("ledger", "月末计提附加税"),
        Purpose.INCOME_TAX: translate("ledger", "月末计提所得税"),
        Purpose.PROFIT: translate("ledger", "月末结转损益"),
        Purpose.YEAR_END: translate("ledger", "年末结转本年利润"),
    }


def checked_legs(session: Session, draft: JournalDraft) -> tuple[JournalLeg, ...]:
    """The legs with the money account filled in where an account has only one; raises at the first that is wrong."""
    legs = tuple(_checked(session, draft, draft.legs))
    if len(legs) < LEAST_LEGS:
        raise InvalidInput(
            translate("ledger", "凭证至少有借贷两行，现在是 {count} 行").format(count=len(legs)),
            field="legs",
        )
    if draft.difference:
        side = translate("ledger", "贷方") if draft.difference > 0 else translate("ledger", "借方")
        raise InvalidInput(
            translate("ledger", "借贷不平，{side}还差 {amount}").format(
                side=side, amount=text_of(abs(draft.difference), MONEY_PLACES)
            ),
            field="legs",
        )
    if not draft.words:
        raise InvalidInput(translate("ledger", "凭证要写摘要"), field="legs[0].summary")
    if draft.attachments < 0:
        raise InvalidInput(translate("ledger", "附件张数不能小于 0"), field="attachments")
    return legs


@dataclass(frozen=True, slots=True)
class _Known:
    """What the books say of the accounts of a voucher, read once: (leaf, needs, disabled) by code, and the money.

    `money` is (account, disabled) by money account.
    """

    accounts: Mapping[str, tuple[bool, str, bool]]
    money: Mapping[int, tuple[str, bool]]


def _known(session: Session, legs: Sequence[JournalLeg]) -> _Known:
    codes = sorted({leg.account for leg in legs})
    accounts = {
        code: (bool(leaf), str(needs), bool(disabled))
        for code, leaf, needs, disabled in _ACCOUNTS.all(session, codes=codes)
    }
    asked = any("money_account" in needs for _leaf, needs, _disabled in accounts.values())
    rows = _MONEY.all(session) if asked else []
    return _Known(accounts, {int(row[0]): (str(row[1]), bool(row[2])) for row in rows})


def _checked(
    session: Session, draft: JournalDraft, legs: Sequence[JournalLeg]
) -> Iterator[JournalLeg]:
    known = _known(session, legs)
    for place, leg in enumerate(legs):
        try:
            yield _checked_leg(known, draft, leg, place + 1)
        except UserError as error:
            error.field = f"legs[{place}].{error.field or 'account'}"
            raise


def _checked_leg(known: _Known, draft: JournalDraft, leg: JournalLeg, line: int) -> JournalLeg:
    if (leg.debit == 0) == (leg.credit == 0):
        raise InvalidInput(
            translate("ledger", "第 {line} 行：借方和贷方只填一个").format(line=line), field="debit"
        )
    needs = _account_needs(known, draft, leg, line)
    filled = _with_money_account(known, leg, line) if "money_account" in needs else leg
    for dimension in needs:
        if getattr(filled, DIMENSIONS[dimension]) in {None, ""}:
            raise InvalidInput(
                translate("ledger", "第 {line} 行：{account} 要写{dimension}").format(
                    line=line, account=leg.account, dimension=dimension_words()[dimension]
                ),
                field=dimension,
            )
    return filled


def _account_needs(known: _Known, draft: JournalDraft, leg: JournalLeg, line: int) -> list[str]:
    """What the leg's account needs; raises unless a voucher may be typed on it."""
    if not leg.account:
        raise InvalidInput(
            translate("ledger", "第 {line} 行：还没有科目。填编码、名称或拼音").format(line=line)
        )
    row = known.accounts.get(leg.account)
    if row is None:
        raise NotFound(
            translate("ledger", "第 {line} 行：没有科目 {account}。核对科目编码").format(
                line=line, account=leg.account
            )
        )
    leaf, needs, disabled = row
    if not leaf:
        raise InvalidInput(
            translate("ledger", "第 {line} 行：{account} 有下级科目，记到末级").format(
                line=line, account=leg.account
            )
        )
    if disabled:
        raise InvalidInput(
            translate("ledger", "第 {line} 行：科目 {account} 已停用").format(
                line=line, account=leg.account
            )
        )
    if draft.purpose is Purpose.MANUAL and leg.account.startswith((STOCK, BALANCING)):
        raise InvalidInput(
            translate(
                "ledger", "第 {line} 行：{account} 由出入库单和期初单记账，不能手工记"
            ).format(line=line, account=leg.account)
        )
    return needs.split()


def _with_money_account(known: _Known, leg: JournalLeg, line: int) -> JournalLeg:
    """The leg with the only money account of its GL account; one that was given must belong to it."""
    if leg.money_account_id is not None:
        found = known.money.get(leg.money_account_id)
        if found is None or found[0] != leg.account:
            raise InvalidInput(
                translate("ledger", "第 {line} 行：这个结算账户不属于科目 {account}").format(
                    line=line, account=leg.account
                ),
                field="money_account",
            )
        return leg
    own = [
        money for money, (account, off) in known.money.items() if account == leg.account and not off
    ]
    return replace(leg, money_account_id=own[0]) if len(own) == 1 else leg
