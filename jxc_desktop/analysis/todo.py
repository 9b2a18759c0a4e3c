"""What waits to be done: goods that run short, firms that owe, shifts left open, papers begun, a backup overdue."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.debt_book import Debtor, promises_due
from jxc_desktop.cash.debts import debts_of_all
from jxc_desktop.cash.queries import money_accounts
from jxc_desktop.cash.settling import RECEIVABLE
from jxc_desktop.cash.wallets import bank_of, open_arrivals, transfer_of
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.closing.watch import LIMIT, tax_watch
from jxc_desktop.pos.models import Shift
from jxc_desktop.pos.queries import shift_views
from jxc_desktop.shop.actor import actor_of, may
from jxc_desktop.shop.acts import kind_words
from jxc_desktop.shop.approvals.queries import papers_for_me
from jxc_desktop.stock.queries import StockFilter, StockRow, stock_list
from jxc_desktop.stock.queries.expiring import ExpiringLot, expiring_lots
from jxc_desktop.stock.transfer_views import coming_transfers
from jxc_desktop.widgets.formats import money_text, percent_text, quantity_text, short_day_text

MOST = 5
"""Things named in one group."""
STALE_BACKUP = 24
"""Hours after which a backup is overdue."""
LONG_ON_THE_WAY = 3
"""Days after which goods on their way between warehouses should have come."""
_HOUR = 3_600_000
_DRAFTS = Statement(
    "SELECT kind, id, subject, total FROM draft_paper WHERE note = '' ORDER BY saved_at DESC, id DESC"
)
_RETURNED = Statement(
    "SELECT kind, id, subject, note FROM draft_paper WHERE note <> '' AND user_id = :user "
    "ORDER BY saved_at DESC, id DESC"
)

LastBackup = Callable[[Session], int | None]
"""When the last backup was made, ms UTC; handed in, because backups stand above analysis."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do: words, a figure in words, how pressing (`warn`, `bad`, `info`), and what opens it."""

    text: str
    figure: str
    tone: str
    icon: str
    opens: str
    subject: object = None


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind and how many there are in all; `pressing` says that they ask for somebody today."""

    title: str
    count: int
    things: tuple[Waiting, ...]
    pressing: bool = True


def todo(session: Session, last_backup: LastBackup) -> list[Group]:
    """Everything that waits for whoever asks; groups without a thing are left out."""
    groups = (
        _approvals(session),
        _rejected(session),
        _promises(session),
        _debts(session),
        _late_money(session),
        _short(session),
        _expiring(session),
        _on_the_way(session),
        _shifts(session),
        _taxes(session),
        _backup(session, last_backup),
        _drafts(session),
    )
    return [group for group in groups if group.things]


def _approvals(session: Session) -> Group:
    """What waits for the yes of whoever asks."""
    title = translate("analysis", "等我审核")
    if not may(session, "approval.act"):
        return Group(title, 0, ())
    papers = papers_for_me(session)
    things = tuple(
        Waiting(
            f"{kind_words(paper.kind)} {paper.subject}".strip(),
            money_text(paper.total),
            "warn",
            "stamp",
            "pending_paper",
            paper.id,
        )
        for paper in papers[:MOST]
    )
    return Group(title, len(papers), things)


def _rejected(session: Session) -> Group:
    """What whoever asks had to have approved and got back, with the reason."""
    rows = _RETURNED.all(session, user=actor_of(session).user_id)
    things = tuple(
        Waiting(f"{kind_words(kind)} {subject}".strip(), note, "bad", "undo-2", str(kind), draft)
        for kind, draft, subject, note in rows[:MOST]
    )
    return Group(translate("analysis", "被驳回的单"), len(rows), things)


def _drafts(session: Session) -> Group:
    found = [
        Waiting(
            f"{kind_words(kind)} {subject}".strip(),
            money_text(total),
            "info",
            "file-text",
            str(kind),
            draft,
        )
        for kind, draft, subject, total in _DRAFTS.all(session)
        if may(session, f"{kind}.edit")
    ]
    title = translate("analysis", "没写完的单")
    return Group(title, len(found), tuple(found[:MOST]), pressing=False)


def _debts(session: Session) -> Group:
    title = translate("analysis", "欠款到期")
    if not may(session, "report.cash"):
        return Group(title, 0, ())
    due = debts_of_all(session, RECEIVABLE).due
    things = tuple(
        Waiting(
            firm.name,
            money_text(firm.overdue),
            "bad",
            "hand-coins",
            "customer",
            firm.partner_id,
        )
        for firm in due[:MOST]
    )
    return Group(title, len(due), things)


def _late_money(session: Session) -> Group:
    """Takings of wallets that should have come to the bank by now."""
    title = translate("analysis", "钱包该到账了")
    if not may(session, "report.cash"):
        return Group(title, 0, ())
    today = clock_of(session).today()
    late = [each for each in open_arrivals(session, today) if each.due <= today]
    things = tuple(
        Waiting(
            f"{each.wallet.name} {short_day_text(each.day, today)}",
            money_text(each.expected),
            "warn" if each.due == today else "bad",
            "wallet",
            "money_transfer" if may(session, "money_transfer.post") else "report",
            transfer_of(each, bank_of(money_accounts(session)))
            if may(session, "money_transfer.post")
            else "wallet_arrivals",
        )
        for each in late[:MOST]
    )
    return Group(title, len(late), things)


def _promises(session: Session) -> Group:
    """Whose promised day has come, the oldest first."""
    title = translate("analysis", "答应今天付款")
    if not may(session, "report.cash"):
        return Group(title, 0, ())
    due = promises_due(session)
    today = clock_of(session).today()
    things = tuple(
        Waiting(
            _promised(debtor, today),
            money_text(debtor.age.balance),
            "bad" if debtor.broken else "warn",
            "calendar-check",
            "debt_book",
            debtor.age.partner_id,
        )
        for debtor in due[:MOST]
    )
    return Group(title, len(due), things)


def _promised(debtor: Debtor, today: date) -> str:
    """Who promised; of a day that is past, which."""
    if debtor.promise is None or not debtor.broken:
        return debtor.age.name
    told = translate("analysis", "{name}，答应 {day}")
    return told.format(name=debtor.age.name, day=short_day_text(debtor.promise.by_day, today))


def _short(session: Session) -> Group:
    """Goods below nothing first, then those under their least stock."""
    negative = stock_list(session, StockFilter(state="negative"), limit=MOST)
    low = stock_list(session, StockFilter(state="low"), limit=200)
    known = {row.product_id for row in negative}
    rows = [*negative, *(row for row in low if row.product_id not in known)]
    things = tuple(_goods(row) for row in rows[:MOST])
    return Group(translate("analysis", "快卖完的货"), len(rows), things)


def _goods(row: StockRow) -> Waiting:
    least = "" if row.min_stock is None else f" / {quantity_text(row.min_stock)}"
    return Waiting(
        f"{row.name} {row.spec}".strip(),
        f"{quantity_text(row.available)}{least} {row.unit}",
        "bad" if row.quantity < 0 else "warn",
        "package-minus" if row.quantity < 0 else "package",
        "product_flow",
        row.product_id,
    )


def _expiring(session: Session) -> Group:
    """Lots that expired, or will soon."""
    title = translate("analysis", "快到期的货")
    if not may(session, "stock.view"):
        return Group(title, 0, ())
    lots = expiring_lots(session, clock_of(session).today())
    things = tuple(
        Waiting(
            f"{lot.name} {lot.spec}".strip() + f" {lot.code}",
            _keeps(lot),
            "bad" if lot.left < 0 else "warn",
            "calendar-days",
            "product_flow",
            lot.product_id,
        )
        for lot in lots[:MOST]
    )
    return Group(title, len(lots), things)


def _keeps(lot: ExpiringLot) -> str:
    told = (
        translate("analysis", "{quantity} {unit}，已过期 {days} 天")
        if lot.left < 0
        else translate("analysis", "{quantity} {unit}，还有 {days} 天")
    )
    return told.format(quantity=quantity_text(lot.quantity), unit=lot.unit, days=abs(lot.left))


def _on_the_way(session: Session) -> Group:
    """Transfers whose goods should have come by now, the oldest first."""
    title = translate("analysis", "在途很久的调拨")
    if not may(session, "stock_transfer.view"):
        return Group(title, 0, ())
    today = clock_of(session).today()
    late = [row for row in coming_transfers(session) if (today - row.day).days > LONG_ON_THE_WAY]
    things = tuple(
        Waiting(
            row.ends,
            translate("analysis", "{days} 天").format(days=(today - row.day).days),
            "warn",
            "truck",
            "stock_transfer",
            row.number,
        )
        for row in late[:MOST]
    )
    return Group(title, len(late), things)


def _shifts(session: Session) -> Group:
    title = translate("analysis", "没交的班")
    if not may(session, "shift.view"):
        return Group(title, 0, ())
    today = clock_of(session).today()
    shifts = [s for s in shift_views(session, Shift.state == "open") if s.day < today]
    things = tuple(
        Waiting(
            translate("analysis", "收银台 {till} {person}").format(
                till=shift.till, person=shift.cashier_name or shift.cashier
            ),
            short_day_text(shift.day, today),
            "warn",
            "clock",
            "report",
            "shift_report",
        )
        for shift in shifts[:MOST]
    )
    return Group(title, len(shifts), things)


def _taxes(session: Session) -> Group:
    """Lines of the tax law that are near, or reached."""
    title = translate("analysis", "纳税界线")
    if not may(session, "voucher.view"):
        return Group(title, 0, ())
    near = [watch for watch in tax_watch(session) if watch.tone != "info"]
    things = tuple(
        Waiting(
            translate("analysis", "一般纳税人标准")
            if watch.threshold.name == LIMIT
            else translate("analysis", "起征点"),
            translate("analysis", "已到")
            if watch.over
            else percent_text(div_half_up(watch.sales * ONE, watch.threshold.amount), 0),
            watch.tone,
            "landmark",
            "periods",
        )
        for watch in near
    )
    return Group(title, len(things), things)


def _backup(session: Session, last_backup: LastBackup) -> Group:
    title = translate("analysis", "备份")
    if not may(session, "backup.make"):
        return Group(title, 0, ())
    last = last_backup(session)
    hours = None if last is None else (clock_of(session).milliseconds() - last) // _HOUR
    if hours is not None and hours < STALE_BACKUP:
        return Group(title, 0, ())
    if hours is None:
        text, figure = translate("analysis", "还没有备份过"), ""
    else:
        text = translate("analysis", "该备份了")
        figure = translate("analysis", "已过 {hours} 小时").format(hours=hours)
    return Group(title, 1, (Waiting(text, figure, "bad", "database-backup", "health"),))
