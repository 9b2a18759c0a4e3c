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
_ASKED = (
    "d.state IN ('posted', 'reversed') AND d.day BETWEEN :first AND :last "
    "AND :type IN ('', '{kind}') AND :partner IN (0, d.partner_id)"
)
"""The documents of the period; "" asks for every kind, partner 0 for all."""
_SETTLEMENT = ("settlement", "0", "0")
_PAPERS = Statement(
    " UNION ALL ".join(
        f"SELECT d.day, d.posted_at, d.number, '{kind}', d.partner_id, d.partner_name, "
        f"{'d.amount' if kind == 'settlement' else 'd.total'}, {discount}, {advance} "
        f"FROM {kind} d WHERE {_ASKED.format(kind=kind)}"
        for kind, discount, advance in (*_PAID, _SETTLEMENT)
    )
    + " ORDER BY 1, 2, 3"
)
_WAYS = Statement(
    " UNION ALL ".join(
        f"SELECT d.number, m.name, p.line_no FROM {kind}_payment p JOIN {kind} d ON d.id = p.document_id "
        f"JOIN money_account m ON m.id = p.money_account_id WHERE {_ASKED.format(kind=kind)}"
        for kind, _discount, _advance in _PAID
    )
    + " ORDER BY 1, 3"
)
_NUMBERS = " UNION ALL ".join(
    f"SELECT d.number FROM {kind} d WHERE {_ASKED.format(kind=kind)}"
    for kind, _discount, _advance in (*_PAID, _SETTLEMENT)
)
_MATCHED = Statement(
    f'SELECT m."by", m.number, sum(m.amount) FROM matching m WHERE m."by" IN ({_NUMBERS}) '
    'AND m.number <> m."by" GROUP BY m."by", m.number HAVING sum(m.amount) <> 0 ORDER BY min(m.id)'
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
    asked = {
        "first": request.from_day,
        "last": request.to_day,
        "type": request.get("type") or "",
        "partner": request.get("partner") or 0,
    }
    words = kind_words()
    codes: dict[int, str] = dict(_CODES.all(session))
    ways, matched = _ways(session, asked), _matched(session, asked)
    for day, _at, number, kind, partner, name, amount, discount, ahead in _PAPERS.all(
        session, **asked
    ):
        said = (words[kind], codes[partner], name, listed(ways.get(number, ())))
        figures: tuple[Any, ...] = (amount, discount, ahead)
        for other, part in matched.get(number) or [("", None)]:
            head = (date.fromisoformat(day), number, *said)
            yield Row((*head, *figures, other, part), link=Link(document=other or number))
            figures = (None, None, None)


def _ways(session: Session, asked: dict[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, name, _line in _WAYS.all(session, **asked):
        found.setdefault(number, []).append(name)
    return found


def _matched(session: Session, asked: dict[str, Any]) -> dict[str, list[tuple[str, int | None]]]:
    found: dict[str, list[tuple[str, int | None]]] = {}
    for by, number, amount in _MATCHED.all(session, **asked):
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
