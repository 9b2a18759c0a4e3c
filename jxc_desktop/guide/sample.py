"""A believable trading year for a shop to be tried on: 顺和副食商行, its goods, its suppliers, its days.

Everything goes through the services that people use, at the moments it is said to have happened; the same seed
gives the same year.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import (
    MoneyDraft,
    PurposeDraft,
    SpendingDraft,
    TransferDraft,
    post_customer_receipt,
    post_expense,
    post_money_transfer,
    post_supplier_payment,
)
from jxc_desktop.cash.settling import Settled
from jxc_desktop.core.clock import Clock
from jxc_desktop.core.db import Database
from jxc_desktop.core.numbers import div_half_up, line_amount
from jxc_desktop.core.sql import Statement
from jxc_desktop.guide.sample_goods import RUN_LOW, SampleGoods, write_goods, write_partners
from jxc_desktop.ledger.opening import OpeningBalanceDraft, OpeningLine, post_opening_balance
from jxc_desktop.pos.drafts import TenderDraft, TicketDraft
from jxc_desktop.pos.services import post_ticket
from jxc_desktop.pos.shifts import (
    DENOMINATIONS,
    close_shift,
    expected_cash,
    open_shift,
    shift_facts,
)
from jxc_desktop.purchase.services import ReceiptDraft, post_receipt
from jxc_desktop.sales.services import DeliveryDraft, post_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.shop.settings import put_setting
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.services import (
    OpeningStockDraft,
    OpeningStockLineDraft,
    post_opening_stock,
)

NAME = "顺和副食商行"
SEED = 20261120
FLOAT = 200_00
"""Fen put into the drawer each morning."""
WAREHOUSE = 1
"""The first warehouse of every new shop."""
DAYS = 300
"""How many days of trading lie behind the sample shop."""
TICKETS_A_DAY = 6
TODAY_EVERY = 7
"""Minutes between two tickets of today."""
UNIT = 10_000
JIAO = 10
"""Fen of the smallest coin."""
LOW = 50 * UNIT
"""Below this a day's buyers might find the shelf empty."""
SALESPEOPLE = ("鲁会敏", "何建平", "周敏")
CUSTOMERS_WAIT, SUPPLIERS_WAIT = (24, 52), (12, 26)
"""Days after which a debt is paid, from and to."""
FORGOTTEN = 8
"""Days for which the goods of `RUN_LOW` have not been ordered again."""
OPEN, CLOSE = time(8), time(21)
"""When the till opens and is counted."""

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Moment:
    """The time it is said to be while the year is written."""

    now: datetime

    def clock(self, base: Clock) -> Clock:
        return Clock(now=lambda: self.now, zone=base.zone)


@dataclass(frozen=True, slots=True)
class _Owed:
    """A delivery or receipt on credit, and the day it will be paid."""

    day: date
    partner: int
    number: str
    amount: int
    incoming: bool


@dataclass(slots=True)
class _Year:
    """The year while it is written."""

    database: Database
    owner: Actor
    moment: _Moment
    last: date
    choice: random.Random = field(default_factory=lambda: random.Random(SEED))  # noqa: S311
    goods: list[SampleGoods] = field(default_factory=list)
    customers: list[int] = field(default_factory=list)
    owed: list[_Owed] = field(default_factory=list)
    written: int = 0

    def key(self) -> Key:
        self.written += 1
        return Key(f"sample-{self.written}")

    def at(self, day: date, hour: int, minute: int = 0) -> None:
        zone = self.database.clock.zone
        self.moment.now = datetime.combine(day, time(hour, minute), zone).astimezone(UTC)

    def forgotten(self, day: date) -> bool:
        return day > self.last - timedelta(days=FORGOTTEN)

    def owe(self, day: date, partner: int, posted: Posted, *, incoming: bool) -> None:
        wait = CUSTOMERS_WAIT if incoming else SUPPLIERS_WAIT
        due = day + timedelta(days=self.choice.randint(*wait))
        self.owed.append(_Owed(due, partner, posted.number, posted.total, incoming))


def sample_start(today: date) -> date:
    """The first day of the sample year: the first of a month about ten months ago."""
    return (today - timedelta(days=DAYS)).replace(day=1)


def fill_sample(
    database: Database, owner: Actor, *, progress: Progress = lambda _n, _of: None
) -> None:
    """Write the year up to this hour into a shop whose start month is that of `sample_start`.

    `progress` hears how many days of how many are done.
    """
    real = database.clock
    today = real.today()
    start = sample_start(today)
    moment = _Moment(real.now())
    year = _Year(database, owner, moment, today)
    database.clock = moment.clock(real)
    try:
        year.at(start, 8)
        _begin(year)
        days = (today - start).days
        for number in range(days):
            _trade(year, start + timedelta(days=number), last=number == days - 1)
            progress(number + 1, days)
        _trade_today(year, real.local(real.milliseconds()))
    finally:
        database.clock = real


def _begin(year: _Year) -> None:
    with year.database.transaction(year.owner) as session:
        put_setting(session, "name", NAME)
        put_setting(session, "address", "望湖路 18 号")
        put_setting(session, "phone", "0551-6288 1020")
        suppliers, customers = write_partners(session)
        year.customers = list(customers.values())
        year.goods = write_goods(session, suppliers)
    with year.database.transaction(year.owner) as session:
        _open_books(session, year)


def _open_books(session: Session, year: _Year) -> None:
    lines = tuple(
        OpeningStockLineDraft(
            goods.product_id,
            quantity := -(-LOW // goods.case) * goods.case,
            line_amount(quantity, goods.purchase_price),
        )
        for goods in year.goods
    )
    stock = post_opening_stock(session, OpeningStockDraft(WAREHOUSE, lines), key=year.key())
    money = (
        OpeningLine("1002", debit=68_000_00),
        OpeningLine("100101", debit=FLOAT),
        OpeningLine("3001", credit=68_000_00 + FLOAT + stock.total),
    )
    post_opening_balance(session, OpeningBalanceDraft("opening_accounts", money), key=year.key())
    put_setting(session, "opened", value=True)


def _trade(year: _Year, day: date, *, last: bool) -> None:
    shift = _open(year, day)
    busy = TICKETS_A_DAY + (4 if day.weekday() >= 5 else 0)  # noqa: PLR2004  weekend
    for number in range(year.choice.randint(busy - 2, busy + 2)):
        year.at(day, OPEN.hour + number, year.choice.randint(0, 59))
        _sell(year, shift)
    if day.weekday() < 6 and year.choice.random() < 0.8:  # noqa: PLR2004  few on Sundays
        year.at(day, 15, year.choice.randint(0, 59))
        _deliver(year, day)
    year.at(day, 17)
    _settle(year, day)
    _spend(year, day)
    year.at(day, CLOSE.hour)
    _count(year, shift, short=not last and year.choice.random() < 0.02)  # noqa: PLR2004


def _open(year: _Year, day: date) -> int:
    """The morning: goods that ran low come in, the till opens; returns the shift."""
    year.at(day, 7, 30)
    _restock(year, day)
    year.at(day, OPEN.hour)
    with year.database.transaction(year.owner) as session:
        return open_shift(session, "01", FLOAT)


def _trade_today(year: _Year, now: datetime) -> None:
    """Today as far as it has come: the till is open, and some have bought."""
    if not OPEN <= now.time() < CLOSE:
        return
    shift = _open(year, now.date())
    minutes = (now.hour - OPEN.hour) * 60 + now.minute
    for minute in range(TODAY_EVERY, minutes, TODAY_EVERY):
        year.at(now.date(), OPEN.hour + minute // 60, minute % 60)
        _sell(year, shift)
    year.at(now.date(), now.hour, now.minute)


def _settle(year: _Year, day: date) -> None:
    """Debts that are paid today."""
    due = [owed for owed in year.owed if owed.day == day]
    with year.database.transaction(year.owner) as session:
        for owed in due:
            settled = (Settled(owed.number, owed.amount),)
            payments = (Payment(_BANK, owed.amount),)
            draft = MoneyDraft(day, owed.partner, payments, settle=settled)
            post = post_customer_receipt if owed.incoming else post_supplier_payment
            post(session, draft, key=year.key())


def _spend(year: _Year, day: date) -> None:
    """What running the shop costs, each on its day of the month; on Mondays cash is carried to the bank."""
    with year.database.transaction(year.owner) as session:
        for each, account, item, amount in COSTS:
            if day.day == each:
                spent = SpendingDraft(day, account, (PurposeDraft("", amount, item),))
                post_expense(session, spent, key=year.key())
        if day.weekday() == 0:
            carried = TransferDraft(day, _CASH, _BANK, CARRIED)
            post_money_transfer(session, carried, key=year.key())


_LEVELS = Statement("SELECT product_id, quantity FROM stock_level WHERE warehouse_id = :warehouse")


def _restock(year: _Year, day: date) -> None:
    with year.database.transaction(year.owner) as session:
        there = {row[0]: row[1] for row in _LEVELS.all(session, warehouse=WAREHOUSE)}
        low = [goods for goods in year.goods if there.get(goods.product_id, 0) < LOW]
        if year.forgotten(day):
            low = [goods for goods in low if goods.code not in RUN_LOW]
        by_supplier: dict[int, list[SampleGoods]] = {}
        for goods in low:
            by_supplier.setdefault(goods.supplier_id, []).append(goods)
        for supplier, wanted in by_supplier.items():
            lines = tuple(_bought(year, goods) for goods in wanted)
            paid = year.choice.random() < 0.85  # noqa: PLR2004
            _receive(session, year, ReceiptDraft(day, supplier, WAREHOUSE, lines), paid=paid)


def _bought(year: _Year, goods: SampleGoods) -> LineDraft:
    """Enough for some weeks, in whole cases, at a price that drifts a little."""
    cases = max(1, 80 * UNIT // goods.case)
    drift = 10_000 + year.choice.randint(-300, 300)
    price = div_half_up(goods.purchase_price * drift, 10_000 * 10_000) * 10_000
    return LineDraft(goods.product_id, cases * goods.case, price=price)


def _receive(session: Session, year: _Year, draft: ReceiptDraft, *, paid: bool) -> None:
    total = sum(line_amount(line.quantity, line.price or 0) for line in draft.lines)
    account = year.choice.choices((_BANK, _WECHAT, _ALIPAY), (30, 50, 20))[0]
    payments = (Payment(account, total),) if paid else ()
    full = ReceiptDraft(
        draft.day,
        draft.partner_id,
        draft.warehouse_id,
        draft.lines,
        price_includes_tax=True,
        payments=payments,
    )
    posted = post_receipt(session, full, key=year.key())
    if not paid:
        year.owe(draft.day, draft.partner_id, posted, incoming=False)


_CASH, _BANK, _WECHAT, _ALIPAY = 1, 2, 3, 4
"""Money accounts of every new shop."""
COSTS = (
    (5, _BANK, "房租", 2_600_00),
    (10, _CASH, "水电费", 486_50),
    (15, _CASH, "工资", 4_500_00),
)
"""Day of the month, money account, item, fen."""
CARRIED = 1_200_00
"""Fen that go to the bank each Monday."""


def _basket(year: _Year, most: int) -> Iterator[tuple[SampleGoods, int]]:
    for goods in year.choice.sample(year.goods, year.choice.randint(1, most)):
        if goods.weighed:
            yield goods, year.choice.randint(300, 2800) * 10
        else:
            yield goods, year.choice.choice((1, 1, 1, 2, 2, 3, 6)) * UNIT


def _sell(year: _Year, shift: int) -> None:
    lines = tuple(
        LineDraft(goods.product_id, quantity, price=goods.retail_price)
        for goods, quantity in _basket(year, 7)
    )
    due = sum(line_amount(line.quantity, line.price or 0) for line in lines)
    way = year.choice.choices(("cash", "wechat", "alipay"), (30, 45, 25))[0]
    off = due % JIAO if way == "cash" and due > JIAO else 0
    handed = -(-(due - off) // 1000) * 1000 if way == "cash" else due
    draft = TicketDraft(lines, (TenderDraft(way, handed),), rounding_off=off)
    with year.database.transaction(year.owner) as session:
        post_ticket(session, draft, shift, key=year.key())


def _deliver(year: _Year, day: date) -> None:
    lines = tuple(
        LineDraft(goods.product_id, quantity * 3, price=goods.retail_price, discount=500)
        for goods, quantity in _basket(year, 5)
        if not goods.weighed and not (goods.code in RUN_LOW and year.forgotten(day))
    )
    if not lines:
        return
    total = sum(line_amount(line.quantity, line.price or 0, line.discount) for line in lines)
    payments = (Payment(_BANK, total),) if year.choice.random() < 0.4 else ()  # noqa: PLR2004
    customer = year.choice.choice(year.customers)
    draft = DeliveryDraft(
        day,
        customer,
        WAREHOUSE,
        lines,
        salesperson=year.choice.choice(SALESPEOPLE),
        price_includes_tax=True,
        payments=payments,
    )
    with year.database.transaction(year.owner) as session:
        posted = post_delivery(session, draft, key=year.key())
    if not payments:
        year.owe(day, customer, posted, incoming=True)


def _count(year: _Year, shift: int, *, short: bool) -> None:
    with year.database.transaction(year.owner) as session:
        facts = shift_facts(session, shift)
        lying = expected_cash(session, facts)
        counted = lying - (500 if short and lying > FLOAT else 0)
        reason = "" if counted == lying else "零钱找差"
        close_shift(session, shift, _pieces(counted), reason=reason)


def _pieces(amount: int) -> dict[int, int]:
    counts = {}
    for value in DENOMINATIONS:
        counts[value], amount = divmod(amount, value)
    return counts
