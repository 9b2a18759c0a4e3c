"""积分储值流水 and 会员卡余额: every change of what cards hold, and what they held on a day (features no. 30, 31).

The paid money on all cards is the balance of 220302 会员储值 on that day; the second report is held against it.
"""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.members.invariants import STORED_VALUE
from jxc_desktop.members.queries import move_words
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Proof, Report, Request, Result, Row

_MOVES = Statement(
    "SELECT x.day, x.source, m.card_no, m.name, x.kind, x.points, x.principal, x.bonus FROM card_move x "
    "JOIN member m ON m.id = x.member_id WHERE x.day >= :first AND x.day <= :last "
    "AND (:card = '' OR m.card_no = :card OR m.phone = :card) ORDER BY x.day, x.id"
)
_HELD = Statement(
    "SELECT m.card_no, m.name, l.name, sum(x.points), sum(x.principal), sum(x.bonus) FROM card_move x "
    "JOIN member m ON m.id = x.member_id JOIN member_level l ON l.id = m.level_id WHERE x.day <= :last "
    "AND (:card = '' OR m.card_no = :card OR m.phone = :card) GROUP BY m.id, m.card_no, m.name, l.name "
    "HAVING sum(x.points) <> 0 OR sum(x.principal) <> 0 OR sum(x.bonus) <> 0 ORDER BY m.card_no"
)
_BOOKED = Statement(
    "SELECT coalesce(sum(credit - debit), 0) FROM leg WHERE account = :account AND day <= :last"
)


def parameters() -> list[Parameter]:
    return [Parameter("member", translate("reports", "会员卡号或手机"))]


def _held_columns() -> tuple[Column, ...]:
    return (
        Column("points", translate("reports", "积分"), "count", total=True),
        Column("principal", translate("reports", "储值本金"), "money", total=True),
        Column("bonus", translate("reports", "储值赠送"), "money", total=True),
    )


def journal_columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.day(),
        headings.number(),
        headings.key(translate("reports", "会员卡号")),
        headings.name(),
        Column("kind", translate("reports", "变动")),
        *_held_columns(),
    ]


def journal_rows(session: Session, request: Request) -> Iterator[Row]:
    words, card = move_words(), request.get("member") or ""
    asked = {"first": request.from_day, "last": request.to_day, "card": card}
    for day, source, card_no, name, kind, *held in _MOVES.all(session, **asked):
        yield Row((day, source, card_no, name, words[kind], *held), link=Link(document=source))


def balance_columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.key(translate("reports", "会员卡号")),
        headings.name(),
        Column("level", translate("reports", "级别")),
        *_held_columns(),
        Column("value", translate("reports", "储值合计"), "money", total=True),
    ]


def balance_rows(session: Session, request: Request) -> Iterator[Row]:
    asked = {"last": request.to_day, "card": request.get("member") or ""}
    for card_no, name, level, *sums in _HELD.all(session, **asked):
        points, principal, bonus = map(int, sums)
        cells = (
            card_no, name, built_in_name(level), points, principal, bonus, principal + bonus,
        )  # fmt: skip
        link = Link(report="card_journal", filters={"member": card_no})
        yield Row(cells, link=link)


def proved(session: Session, result: Result) -> Proof | None:
    """Against 220302, where every card is listed."""
    if result.request.get("member"):
        return None
    held = int(result.totals["principal"] or 0)
    booked = int(_BOOKED.one(session, account=STORED_VALUE, last=result.request.to_day)[0])
    told = translate("reports", "本金合计 {held}，会员储值 220302 余额 {booked}")
    text = told.format(held=text_of(held, MONEY_PLACES), booked=text_of(booked, MONEY_PLACES))
    return Proof(held == booked, text)


JOURNAL = Report(
    name="card_journal",
    title=lambda: translate("reports", "积分储值流水"),
    group="sales",
    permission="report.sales",
    columns=journal_columns,
    rows=journal_rows,
    parameters=parameters,
)
BALANCES = Report(
    name="card_balances",
    title=lambda: translate("reports", "会员卡余额"),
    group="sales",
    permission="report.sales",
    columns=balance_columns,
    rows=balance_rows,
    parameters=parameters,
    prove=proved,
    point=True,
)
