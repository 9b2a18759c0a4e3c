"""收付款核销明细: every money document with firms, and which documents it settled (features.md no. 56)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row

_PAID = (
    ("customer_receipt", "d.cash_discount", "d.advance"),
    ("supplier_payment", "d.cash_discount", "d.advance"),
    ("advance_receipt", "0", "d.total"),
    ("advance_payment", "0", "d.total"),
    ("bad_debt", "0", "0"),
)
_PAPERS = Statement(
    " UNION ALL ".join(
        f"SELECT d.day, d.posted_at, d.number, '{kind}', d.partner_id, d.partner_name, d.total, "
        f"{discount}, {advance} FROM {kind} d WHERE d.state IN ('posted', 'reversed') "
        "AND d.day BETWEEN :first AND :last"
        for kind, discount, advance in _PAID
    )
    + " UNION ALL SELECT d.day, d.posted_at, d.number, 'settlement', d.partner_id, d.partner_name, "
    "d.amount, 0, 0 FROM settlement d WHERE d.state IN ('posted', 'reversed') "
    "AND d.day BETWEEN :first AND :last ORDER BY 1, 2, 3"
)
_WAYS = Statement(
    " UNION ALL ".join(
        f"SELECT d.number, m.name, p.line_no FROM {kind}_payment p JOIN {kind} d ON d.id = p.document_id "
        "JOIN money_account m ON m.id = p.money_account_id WHERE d.day BETWEEN :first AND :last"
        for kind, _discount, _advance in _PAID
    )
    + " ORDER BY 1, 3"
)
_MATCHED = Statement(
    'SELECT m."by", m.number, sum(m.amount) FROM matching m WHERE m.number <> m."by" '
    'GROUP BY m."by", m.number HAVING sum(m.amount) <> 0 ORDER BY min(m.id)'
)
_CODES = Statement("SELECT id, coalesce(customer_code, supplier_code) FROM partner")


def kind_words() -> dict[str, str]:
    """The documents that are listed, as people call them."""
    return {
        "customer_receipt": translate("reports", "收款单"),
        "supplier_payment": translate("reports", "付款单"),
        "advance_receipt": translate("reports", "预收款单"),
        "advance_payment": translate("reports", "预付款单"),
        "settlement": translate("reports", "核销单"),
        "bad_debt": translate("reports", "坏账单"),
    }


def parameters() -> list[Parameter]:
    kinds = (("", translate("reports", "全部")), *kind_words().items())
    return [
        Parameter("type", translate("reports", "单据"), "choice", kinds),
        Parameter("partner", translate("reports", "往来单位"), "partner"),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.day(),
        headings.number(),
        Column("type", translate("reports", "单据")),
        Column("partner", translate("reports", "编号")),
        Column("name", translate("reports", "往来单位")),
        Column("accounts", translate("reports", "结算账户")),
        Column("amount", translate("reports", "金额"), "money", total=True),
        Column("discount", translate("reports", "优惠"), "money", total=True, matrix=True),
        Column("advance", translate("reports", "预收预付"), "money", total=True, matrix=True),
        Column("settled", translate("reports", "核销单据")),
        Column("settled_amount", translate("reports", "核销金额"), "money", total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    span = {"first": request.from_day, "last": request.to_day}
    words = kind_words()
    codes: dict[int, str] = dict(_CODES.all(session))
    ways, matched = _ways(session, span), _matched(session)
    for day, _at, number, kind, partner, name, amount, discount, ahead in _PAPERS.all(
        session, **span
    ):
        if request.get("type") not in {None, kind} or request.get("partner") not in {None, partner}:
            continue
        said = (words[kind], codes[partner], name, listed(ways.get(number, ())))
        figures: tuple[Any, ...] = (amount, discount, ahead)
        for other, part in matched.get(number) or [("", None)]:
            head = (date.fromisoformat(day), number, *said)
            yield Row((*head, *figures, other, part), link=Link(document=other or number))
            figures = (None, None, None)


def _ways(session: Session, span: dict[str, date]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, name, _line in _WAYS.all(session, **span):
        if number:
            found.setdefault(number, []).append(name)
    return found


def _matched(session: Session) -> dict[str, list[tuple[str, int | None]]]:
    found: dict[str, list[tuple[str, int | None]]] = {}
    for by, number, amount in _MATCHED.all(session):
        found.setdefault(by, []).append((number, int(amount)))
    return found


REPORT = Report(
    name="receipts_and_settlements",
    title=lambda: translate("reports", "收付款核销明细表"),
    group="cash",
    permission="report.cash",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
