"""What the books themselves ask before a month is closed."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import document_tables, yuan
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.closing.check import ClosingCheck
from jxc_desktop.ledger.closing.watch_words import thresholds_are_known
from jxc_desktop.ledger.invariants import vouchers_have_no_gap
from jxc_desktop.ledger.journal.queries import patterns_due
from jxc_desktop.ledger.opening import BALANCING
from jxc_desktop.ledger.periods import first_of, last_of
from jxc_desktop.shop.acts import kind_words

ESTIMATED, PENDING_PROPERTY = "220202", "1901"
DECEMBER = "12"
MOST = 20

_NET_UNTIL = Statement(
    "SELECT coalesce(sum(debit - credit), 0) FROM account_balance "
    "WHERE account LIKE :account AND month <= :month"
)
_DRAFTS = Statement(
    "SELECT d.kind, d.subject, d.day, u.name FROM draft_paper d JOIN shop_user u ON u.id = d.user_id "
    "WHERE d.day BETWEEN :first AND :last ORDER BY d.day, d.id LIMIT :most"
)
_PENDING = Statement(
    "SELECT kind, subject, day FROM pending_paper WHERE state = 'pending' "
    "AND day BETWEEN :first AND :last ORDER BY day, id LIMIT :most"
)
_UNBOUND = Statement(
    "SELECT e.source, e.day FROM entry e LEFT JOIN voucher_entry b ON b.entry_id = e.id "
    "WHERE b.entry_id IS NULL AND e.day BETWEEN :first AND :last ORDER BY e.id LIMIT :most"
)
_UNREVIEWED = Statement(
    "SELECT v.word, v.number, v.day FROM voucher v JOIN voucher_entry b ON b.voucher_id = v.id "
    "JOIN entry e ON e.id = b.entry_id AND e.kind = 'journal_voucher' "
    "JOIN journal_voucher d ON d.number = e.source AND d.purpose = 'manual' "
    "LEFT JOIN voucher_mark m ON m.voucher_id = v.id AND m.mark = 'reviewed' "
    "WHERE v.month = :month AND m.voucher_id IS NULL ORDER BY v.number LIMIT :most"
)


def _span(month: str) -> dict[str, object]:
    return {"first": first_of(month), "last": last_of(month), "most": MOST}


def opening_balances(session: Session, month: str) -> list[str]:
    """0001 期初平衡 must be zero: what the books began with balances."""
    [net] = _NET_UNTIL.one(session, account=f"{BALANCING}%", month=month)
    if not net:
        return []
    return [
        translate("closing", "0001 期初平衡还差 {amount}，补录期初").format(amount=yuan(abs(net)))
    ]


def nothing_is_unposted(session: Session, month: str) -> list[str]:
    """No paper of the month is still being typed or waits for its posting."""
    return [*_typed(session, month), *_unposted(session, month)]


def _typed(session: Session, month: str) -> Iterator[str]:
    for kind, subject, day, user in _DRAFTS.all(session, **_span(month)):
        yield translate("closing", "{day} 的{kind}草稿（{user}，{subject}）还没过账").format(
            day=day, kind=kind_words(kind), user=user, subject=subject or "—"
        )


def _unposted(session: Session, month: str) -> Iterator[str]:
    for table in document_tables():
        found = Statement(
            f"SELECT id, day FROM \"{table.name}\" WHERE state IN ('draft', 'pending') "
            f"AND day BETWEEN :first AND :last ORDER BY id LIMIT :most"
        )
        for number, day in found.all(session, **_span(month)):
            yield translate("closing", "{day} 的{kind}（第 {number} 张）还没过账").format(
                day=day, kind=kind_words(table.name), number=number
            )


def nothing_waits_for_approval(session: Session, month: str) -> list[str]:
    """No paper of the month is held back."""
    return [
        translate("closing", "{day} 的{kind}（{subject}）还在等审核").format(
            day=day, kind=kind_words(kind), subject=subject or "—"
        )
        for kind, subject, day in _PENDING.all(session, **_span(month))
    ]


def vouchers_run_without_gap(session: Session, _month: str) -> list[str]:
    """The pages of each month run 1…n."""
    return vouchers_have_no_gap(session)


def every_entry_is_on_a_page(session: Session, month: str) -> list[str]:
    """Every entry of the month is on a numbered page (12号 art. 24)."""
    return [
        translate("closing", "{day} 的 {source} 还没有凭证号，先交班").format(
            day=day, source=source
        )
        for source, day in _UNBOUND.all(session, **_span(month))
    ]


def typed_vouchers_are_reviewed(session: Session, month: str) -> list[str]:
    """Vouchers typed by hand that nobody reviewed."""
    return [
        translate("closing", "{day} 的手工凭证 {word}-{number} 没有人审核").format(
            day=day, word=word, number=number
        )
        for word, number, day in _UNREVIEWED.all(session, month=month, most=MOST)
    ]


def recurring_vouchers_are_made(session: Session, month: str) -> list[str]:
    """Recurring vouchers that the month still lacks."""
    return [
        translate("closing", "周期凭证“{name}”这个月还没做").format(name=each.name)
        for each in patterns_due(session, month)
    ]


def estimates_are_known(session: Session, month: str) -> list[str]:
    """Goods that came without their invoice stay estimated (暂估), which is right but wants to be known."""
    [net] = _NET_UNTIL.one(session, account=f"{ESTIMATED}%", month=month)
    if not net:
        return []
    return [translate("closing", "有暂估应付 {amount} 没到票").format(amount=yuan(-net))]


def losses_are_resolved(session: Session, month: str) -> list[str]:
    """1901 must be zero at year end (SBEAS annex 1901); during the year it is told."""
    [net] = _NET_UNTIL.one(session, account=f"{PENDING_PROPERTY}%", month=month)
    if not net:
        return []
    return [
        translate("closing", "1901 待处理财产损溢还有 {amount} 没处理").format(amount=yuan(net))
    ]


def _at_year_end(session: Session, month: str) -> list[str]:
    return losses_are_resolved(session, month) if month.endswith(DECEMBER) else []


def _during_the_year(session: Session, month: str) -> list[str]:
    return [] if month.endswith(DECEMBER) else losses_are_resolved(session, month)


CHECKS = (
    ClosingCheck("opening", noop("closing", "期初平衡"), opening_balances, "ledger"),
    ClosingCheck("unposted", noop("closing", "未过账单据"), nothing_is_unposted, "todo"),
    ClosingCheck(
        "pending", noop("closing", "待审核单据"), nothing_waits_for_approval, "pending_paper"
    ),
    ClosingCheck("vouchers", noop("closing", "凭证断号"), vouchers_run_without_gap, "vouchers"),
    ClosingCheck(
        "year_end",
        noop("closing", "年末待处理财产"),
        _at_year_end,
        "account_card",
        subject=PENDING_PROPERTY,
    ),
)
"""Before a month is closed these must hold."""
LAST = (
    ClosingCheck("unbound", noop("closing", "未记账凭证"), every_entry_is_on_a_page, "vouchers"),
)
"""And these once the rooms above have finished what they finish by themselves (shifts of the machine's till)."""
NOTICES = (
    ClosingCheck(
        "unreviewed",
        noop("closing", "未审核凭证"),
        typed_vouchers_are_reviewed,
        "vouchers",
        stops=False,
    ),
    ClosingCheck(
        "recurring",
        noop("closing", "周期凭证"),
        recurring_vouchers_are_made,
        "vouchers",
        stops=False,
    ),
    ClosingCheck(
        "estimates", noop("closing", "暂估入库"), estimates_are_known, "reports", stops=False
    ),
    ClosingCheck(
        "thresholds", noop("closing", "起征点"), thresholds_are_known, "reports", stops=False
    ),
    ClosingCheck(
        "pending_property",
        noop("closing", "待处理财产"),
        _during_the_year,
        "account_card",
        stops=False,
        subject=PENDING_PROPERTY,
    ),
)
"""These are told, and may be as they are."""
