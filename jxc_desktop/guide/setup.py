"""Opening a new shop: the schema, the chart of accounts, one warehouse, money accounts, a till, an owner.

Without answers the shop is the one decisions.md no. 28 describes.
"""

import csv
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop import __version__
from jxc_desktop.cash.models import CashItem, MoneyAccount, PaymentMethod
from jxc_desktop.core.creation import create_schema
from jxc_desktop.core.db import Database, clock_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE
from jxc_desktop.core.paths import resource
from jxc_desktop.guide import tables
from jxc_desktop.ledger.models import Account
from jxc_desktop.members.models import MemberLevel
from jxc_desktop.pos.models import Till
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.audit import GENESIS, record
from jxc_desktop.shop.models import AuditHead, Shop, User, UserRole
from jxc_desktop.shop.settings import put_setting
from jxc_desktop.stock.loss_models import LossReason
from jxc_desktop.stock.models import Warehouse

OWNER_ID = 1


@dataclass(frozen=True, slots=True)
class ShopSetup:
    """What the set-up wizard asks; `start_month` "" means this month."""

    name: str = "我的店"
    taxpayer: str = "small"
    costing: str = "moving_average"
    cost_scope: str = "company"
    start_month: str = ""
    language: str = "zh"


def open_shop(database: Database, setup: ShopSetup, *, machine: str = "") -> Actor:
    """Make a new shop in an empty database and return its owner, who has no password yet."""
    create_schema(database, [room.__name__ for room in tables.ROOMS])
    owner = Actor(OWNER_ID, "owner", frozenset({"owner"}), machine)
    with database.transaction(owner) as session:
        _write_shop(session, setup)
        record(session, "shop.open", setup.name, taxpayer=setup.taxpayer, costing=setup.costing)
    return owner


def _write_shop(session: Session, setup: ShopSetup) -> None:
    clock = clock_of(session)
    session.add_all(
        [
            Shop(
                id=1,
                uid=uuid.uuid4().hex,
                created_at=clock.milliseconds(),
                created_by_version=__version__,
            ),
            AuditHead(id=1, length=0, hash=GENESIS),
            User(name="owner", full_name=translate("guide", "老板")),
            *accounts_of_small_enterprises(),
        ]
    )
    session.flush()
    warehouse = Warehouse(code="MAIN", name=translate("guide", "总仓"))
    session.add_all([UserRole(user_id=OWNER_ID, role="owner"), warehouse, *_money_accounts()])
    session.flush()
    session.add(Till(code="01", name=translate("guide", "收银台 01"), warehouse_id=warehouse.id))
    session.add(Till(code="API", name=translate("guide", "接口"), warehouse_id=warehouse.id))
    session.add_all(_payment_methods(session))
    session.add(_first_level())
    session.add_all(_cash_items(setup.language))
    session.add_all(_loss_reasons(setup.language))
    start = setup.start_month or clock.today().strftime("%Y-%m")
    for name in ("name", "taxpayer", "costing", "cost_scope", "language"):
        put_setting(session, name, getattr(setup, name))
    put_setting(session, "start_month", start)


def accounts_of_small_enterprises() -> Iterator[Account]:
    """The chart of 小企业会计准则 with the leaves domain.md §2.3 splits, in order of code."""
    path = resource("accounts", "small_enterprise.csv")
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Account(**_typed(row))


def _typed(row: dict[str, str]) -> dict[str, Any]:
    return {
        **row,
        "parent": row["parent"] or None,
        "side": int(row["side"]),
        "leaf": row["leaf"] == "1",
    }


def _money_accounts() -> list[MoneyAccount]:
    return [
        MoneyAccount(code="cash", name=translate("guide", "现金"), account="100101"),
        MoneyAccount(code="bank", name=translate("guide", "银行存款"), account="1002"),
        MoneyAccount(code="wechat", name=translate("guide", "微信"), account="101201"),
        MoneyAccount(code="alipay", name=translate("guide", "支付宝"), account="101202"),
    ]


def _first_level() -> MemberLevel:
    """Where members begin: the member price, and a point for a yuan."""
    name = translate("guide", "普通会员")
    return MemberLevel(name=name, price_level="member", points_rate=ONE)


def _cash_items(language: str) -> Iterator[CashItem]:
    """What shops usually spend on and earn by, with the parts of accounts that the statements show."""
    with resource("accounts", "cash_items.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield CashItem(
                code=row["code"],
                name=row["english"] if language == "en" else row["name"],
                incoming=row["incoming"] == "1",
                account=row["account"],
                item=row["item"] or None,
            )


def _loss_reasons(language: str) -> Iterator[LossReason]:
    """Why goods are usually lost or found, with the accounts that bear it (decisions 19)."""
    with resource("accounts", "loss_reasons.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield LossReason(
                code=row["code"],
                name=row["english"] if language == "en" else row["name"],
                gain=row["gain"] == "1",
                account=row["account"],
                item=row["item"] or None,
                vat_out=row["vat_out"] == "1",
            )


def _payment_methods(session: Session) -> Iterator[PaymentMethod]:
    ids = {account.code: account.id for account in session.query(MoneyAccount)}
    ways = (
        ("cash", translate("guide", "现金"), "cash"),
        ("wechat", translate("guide", "微信"), "wechat"),
        ("alipay", translate("guide", "支付宝"), "alipay"),
        ("card", translate("guide", "银行卡"), "bank"),
    )
    for place, (code, name, account) in enumerate(ways, 1):
        yield PaymentMethod(
            code=code, name=name, place=place, money_account_id=ids[account], is_cash=code == "cash"
        )
    name = translate("guide", "储值")
    yield PaymentMethod(code="stored_value", name=name, place=len(ways) + 1, account="220302")
