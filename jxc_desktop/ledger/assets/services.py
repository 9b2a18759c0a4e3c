"""Keeping cards of fixed assets, writing a month off them, and letting one go (小企业会计准则 art. 27 to 34)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.core.texts import tidy, typed_code
from jxc_desktop.ledger.assets.models import AssetDepreciation, AssetDisposal, FixedAsset
from jxc_desktop.ledger.assets.queries import (
    ASSETS,
    DEPRECIATION,
    DISPOSAL,
    AssetView,
    asset_named,
    assets,
    due,
)
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.models import Purpose
from jxc_desktop.ledger.journal.writing import write_voucher
from jxc_desktop.ledger.periods import last_of, month_of, require_month
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.keys import Key, Posted, answered, new_key
from jxc_desktop.shop.settings import settings_of

LONGEST, MOST_MONTHS = 40, 1200
EXPENSES = "5602"
"""What wears off is overhead unless the card says otherwise."""
ITEM = "折旧费"
LOSS, LOSS_ITEM = "5711", "非流动资产处置净损失"
GAIN, GAIN_ITEM = "5301", "非流动资产处置净收益"
OUTPUT_TAX, SMALL_TAX = "22210107", "22210120"

_HOLD = Statement("SELECT 1", postgresql="LOCK TABLE fixed_asset IN SHARE ROW EXCLUSIVE MODE")
"""A month is written off once, whoever asks at the same moment (SQLite has one writer anyway)."""
_COLUMNS = (
    "code", "name", "day", "cost", "salvage", "months", "used_months", "depreciated", "account",
    "department", "made_by", "made_at",
)  # fmt: skip
_INSERT = insert_into(FixedAsset, _COLUMNS, gives_id=True)
_RENAME = Statement(
    "UPDATE fixed_asset SET name = :name, account = :account, department = :department WHERE id = :id",
    changes="fixed_asset",
)
_DELETE = Statement("DELETE FROM fixed_asset WHERE id = :id", changes="fixed_asset")
_TOUCHED = Statement(
    "SELECT 1 FROM asset_depreciation WHERE asset_id = :id "
    "UNION ALL SELECT 1 FROM asset_disposal WHERE asset_id = :id LIMIT 1"
)
_WRITTEN_OFF = insert_into(AssetDepreciation, ("document_id", "asset_id", "month", "amount"))
_GONE = insert_into(AssetDisposal, ("document_id", "asset_id"))
_EXPENSE = Statement(
    "SELECT needs FROM account WHERE code = :code AND leaf = 1 AND disabled = 0 AND kind IN ('P', 'C')"
)


@dataclass(frozen=True, slots=True)
class AssetDraft:
    """A card; money in fen. `used_months` and `depreciated` are what had gone before; without a code the next."""

    name: str
    day: date
    cost: int
    months: int
    salvage: int = 0
    used_months: int = 0
    depreciated: int = 0
    account: str = EXPENSES
    department: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Disposal:
    """An asset that goes on a day for `proceeds` fen, of which `tax` is VAT, into a money account."""

    code: str
    day: date
    proceeds: int = 0
    tax: int = 0
    money_account: str = ""


@needs("fixed_asset.edit")
def add_asset(session: Session, draft: AssetDraft) -> str:
    """Make the card of an asset whose cost stands on 1601, and return its code."""
    _HOLD.run(session)
    _require_sound(draft)
    _require_expense(session, draft.account, tidy(draft.department))
    known = {each.code for each in assets(session)}
    code = typed_code(draft.code) or next(
        each for n in range(1, 10_000) if (each := f"FA{n:03d}") not in known
    )
    if code in known:
        problem = translate("ledger", "已经有固定资产 {code}。换一个编号")
        raise Refused(problem.format(code=code), field="code")
    _INSERT.run(
        session, code=code[:LONGEST], name=_named(draft.name), day=draft.day, cost=draft.cost,
        salvage=draft.salvage, months=draft.months, used_months=draft.used_months,
        depreciated=draft.depreciated, account=draft.account, department=tidy(draft.department),
        made_by=actor_of(session).user_id, made_at=clock_of(session).milliseconds(),
    )  # fmt: skip
    record(session, "fixed_asset.create", code, name=draft.name, amount=draft.cost)
    return code


@needs("fixed_asset.edit")
def change_asset(session: Session, code: str, *, name: str, account: str, department: str) -> None:
    """Call an asset otherwise, or let others bear what wears off from now on."""
    _HOLD.run(session)
    asset = asset_named(session, code)
    _require_expense(session, account, tidy(department))
    new = _named(name), account, tidy(department)
    if new == (asset.name, asset.account, asset.department):
        return
    _RENAME.run(session, id=asset.id, name=new[0], account=new[1], department=new[2])
    record(session, "fixed_asset.edit", code, name=[asset.name, new[0]])


@needs("fixed_asset.edit")
def remove_asset(session: Session, code: str) -> None:
    """Throw away a card off which nothing was ever written."""
    _HOLD.run(session)
    asset = asset_named(session, code)
    if _TOUCHED.first(session, id=asset.id) is not None:
        problem = translate("ledger", "{code} 已经提过折旧或处置过，卡片不能删")
        raise Refused(problem.format(code=code))
    _DELETE.run(session, id=asset.id)
    record(session, "fixed_asset.remove", code, name=asset.name)


@needs("fixed_asset.edit")
def depreciate(session: Session, month: str) -> Posted | None:
    """Write a month off all assets in one voucher, with whatever was missed before; None where nothing is due."""
    _HOLD.run(session)
    return write_month_off(session, month)


def write_month_off(session: Session, month: str) -> Posted | None:
    """The same for whoever was asked for the right before (the month's end)."""
    return _write_off(session, last_of(require_month(month)), list(due(session, month)))


@needs("fixed_asset.edit")
def dispose(session: Session, wanted: Disposal, *, key: Key) -> Posted:
    """Let an asset go: its month is written off, its worth goes over 1606, what is left is 5301 or 5711."""
    if earlier := answered(session, key):
        return earlier
    _HOLD.run(session)
    asset = asset_named(session, wanted.code)
    _require_goes(asset, wanted)
    month = month_of(wanted.day)
    mine = [(each, fen) for each, fen in due(session, month) if each.id == asset.id]
    _write_off(session, wanted.day, mine)
    asset = asset_named(session, wanted.code)
    legs = tuple(_disposal_legs(session, asset, wanted))
    draft = JournalDraft(wanted.day, legs, f"处置固定资产 {asset.code} {asset.name}")
    posted = write_voucher(session, draft, key=key)
    _GONE.run(session, document_id=posted.document_id, asset_id=asset.id)
    record(session, "fixed_asset.dispose", asset.code, amount=wanted.proceeds, by=posted.number)
    return posted


def _write_off(session: Session, day: date, parts: list[tuple[AssetView, int]]) -> Posted | None:
    if not parts:
        return None
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for asset, fen in parts:
        sums[asset.account, asset.department] += fen
    legs = [
        JournalLeg(account, fen, item=ITEM, department=department or None)
        for (account, department), fen in sorted(sums.items())
    ]
    legs.append(JournalLeg(DEPRECIATION, credit=sum(sums.values())))
    draft = JournalDraft(day, tuple(legs), "计提折旧", purpose=Purpose.DEPRECIATION)
    posted = write_voucher(session, draft, key=new_key())
    _WRITTEN_OFF.run_many(
        session,
        (
            {"document_id": posted.document_id, "asset_id": asset.id, "month": month_of(day), "amount": fen}
            for asset, fen in parts
        ),
    )  # fmt: skip
    return posted


def _disposal_legs(session: Session, asset: AssetView, wanted: Disposal) -> Iterator[JournalLeg]:
    """Dr 1606, Dr 1602 / Cr 1601; Dr money / Cr 1606, Cr VAT; what is left of 1606 to 5301 or 5711."""
    if asset.net:
        yield JournalLeg(DISPOSAL, asset.net)
    if asset.written_off:
        yield JournalLeg(DEPRECIATION, asset.written_off)
    yield JournalLeg(ASSETS, credit=asset.cost)
    earned = wanted.proceeds - wanted.tax
    if wanted.proceeds:
        purse, account = _purse(session, wanted.money_account)
        yield JournalLeg(account, wanted.proceeds, money_account_id=purse)
        if earned:
            yield JournalLeg(DISPOSAL, credit=earned)
    if wanted.tax:
        tax = OUTPUT_TAX if settings_of(session).general else SMALL_TAX
        yield JournalLeg(tax, credit=wanted.tax)
    gain = earned - asset.net
    if gain > 0:
        yield JournalLeg(DISPOSAL, gain)
        yield JournalLeg(GAIN, credit=gain, item=GAIN_ITEM)
    elif gain < 0:
        yield JournalLeg(LOSS, -gain, item=LOSS_ITEM)
        yield JournalLeg(DISPOSAL, credit=-gain)


_PURSE = Statement("SELECT id, account FROM money_account WHERE code = :code AND disabled = 0")


def _purse(session: Session, code: str) -> tuple[int, str]:
    row = _PURSE.first(session, code=code)
    if row is None:
        problem = translate("ledger", "没有结算账户 {code}，或已停用").format(code=code)
        raise NotFound(problem, field="account")
    return int(row[0]), str(row[1])


def _require_goes(asset: AssetView, wanted: Disposal) -> None:
    if asset.left_on is not None:
        problem = translate("ledger", "{code} 已经在 {day} 处置过了")
        raise Refused(problem.format(code=asset.code, day=asset.left_on), field="code")
    if wanted.day < asset.day:
        problem = translate("ledger", "处置日期不能早于启用日期 {day}")
        raise InvalidInput(problem.format(day=asset.day), field="day")
    if wanted.proceeds < 0 or not 0 <= wanted.tax <= wanted.proceeds:
        problem = translate("ledger", "收到的钱不能小于 0，税额不能大于收到的钱")
        raise InvalidInput(problem, field="proceeds")


def _require_sound(draft: AssetDraft) -> None:
    if draft.cost <= 0:
        raise InvalidInput(translate("ledger", "原值要大于 0"), field="cost")
    if draft.salvage < 0 or draft.depreciated < 0 or draft.salvage + draft.depreciated > draft.cost:
        problem = translate("ledger", "残值加已提折旧不能大于原值")
        raise InvalidInput(problem, field="salvage")
    if not 0 < draft.months <= MOST_MONTHS:
        problem = translate("ledger", "使用月数是 1 到 {most}")
        raise InvalidInput(problem.format(most=MOST_MONTHS), field="months")
    if not 0 <= draft.used_months < draft.months:
        problem = translate("ledger", "已用月数要小于使用月数")
        raise InvalidInput(problem, field="used_months")


def _require_expense(session: Session, account: str, department: str) -> None:
    row = _EXPENSE.first(session, code=account)
    if row is None:
        problem = translate("ledger", "科目 {account} 不是末级的费用或成本科目")
        raise InvalidInput(problem.format(account=account), field="account")
    told = {"item", "department"} if department else {"item"}
    if set(str(row[0]).split()) - told:
        problem = translate("ledger", "科目 {account} 要写的辅助核算卡片上没有，换一个科目")
        raise InvalidInput(problem.format(account=account), field="account")


def _named(typed: str) -> str:
    name = tidy(typed)
    if not 0 < len(name) <= LONGEST:
        problem = translate("ledger", "固定资产要有名称，最多 {length} 个字")
        raise InvalidInput(problem.format(length=LONGEST), field="name")
    return name
