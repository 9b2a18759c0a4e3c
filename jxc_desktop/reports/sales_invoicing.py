"""开票情况表: what of the sales of a period was invoiced, by which invoice, and what was not (features F17)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.invoices.register import SOLD_NET, SOLD_TAX
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter, customer_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row

SPECIAL = "special"
_TICKETS = ("pos_sale", "pos_return")
_STANDING = "d.state = 'posted' AND d.reverses_id IS NULL AND d.day BETWEEN :first AND :last"


def _heads(kind: str, *, partner: bool = False) -> str:
    """SQL: what each standing document of a kind sold."""
    join = "LEFT JOIN partner p ON p.id = d.partner_id" if partner else ""
    firm = "d.partner_id, coalesce(p.customer_code, ''), d.partner_name" if partner else "0, '', ''"
    manual = " AND d.purpose = 'manual'" if kind == "journal_voucher" else ""
    return (
        f"SELECT '{kind}', d.number, d.day, {firm}, {SOLD_NET}, {SOLD_TAX} FROM {kind} d {join} "
        "JOIN entry e ON e.source = d.number AND e.closing = 0 JOIN leg l ON l.entry_id = e.id "
        f"WHERE {_STANDING}{manual} GROUP BY d.number, d.day"
        + (", d.partner_id, p.customer_code, d.partner_name" if partner else "")
        + f" HAVING {SOLD_NET} <> 0"
    )


_SALES = Statement(
    " UNION ALL ".join(
        (
            _heads("sales_delivery", partner=True),
            _heads("sales_return", partner=True),
            _heads("pos_sale"),
            _heads("pos_return"),
            _heads("journal_voucher"),
        )
    )
)
_SAID = Statement(
    "SELECT source, invoice_number, kind, min(sold), coalesce(min(partner_id), 0), "
    "sum(net + tax) FROM tax_invoice WHERE sold BETWEEN :first AND :last "
    "GROUP BY source, invoice_number, kind HAVING sum(net) <> 0 OR sum(tax) <> 0 ORDER BY min(id)"
)


@dataclass(slots=True)
class _Line:
    """A sale, all tickets of a day that nobody wanted an invoice for, or an invoice without a sale."""

    day: date
    number: str
    partner_id: int = 0
    partner: str = ""
    name: str = ""
    net: int = 0
    tax: int = 0
    special: int = 0
    ordinary: int = 0
    opens: bool = True
    invoices: list[str] = field(default_factory=list)

    @property
    def left(self) -> int:
        """Fen that no invoice says yet; of an invoice without a sale nothing is left."""
        if not self.net:
            return 0
        return self.net + self.tax - self.special - self.ordinary

    def say(self, number: str, kind: str, gross: int) -> None:
        """An invoice says so much of it."""
        self.invoices.append(number)
        if kind == SPECIAL:
            self.special += gross
        else:
            self.ordinary += gross


def parameters() -> list[Parameter]:
    choices = (
        ("all", translate("reports", "全部")),
        ("open", translate("reports", "只看未开票")),
        ("invoiced", translate("reports", "只看已开票")),
    )
    return [
        Parameter("show", translate("reports", "显示"), "choice", choices, "all"),
        customer_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    said = translate("reports", "已开票")
    return [
        headings.day(),
        headings.number(),
        Column("partner", translate("reports", "客户编号"), detail=True),
        Column("partner_name", translate("reports", "客户")),
        *headings.money_of_trade(),
        Column(SPECIAL, translate("reports", "专票"), "money", total=True, group=said),
        Column("ordinary", translate("reports", "普票"), "money", total=True, group=said),
        Column("left", translate("reports", "未开票"), "money", total=True),
        Column("invoices", translate("reports", "发票号码")),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    show, customers = request.get("show"), request.get("customer")
    for line in _lines(session, request):
        wanted = customers is None or line.partner_id in customers
        shown = {"open": bool(line.left), "invoiced": bool(line.invoices)}.get(show, True)
        if wanted and shown:
            yield _row(line)


def _row(line: _Line) -> Row:
    cells = (
        line.day, line.number, line.partner, line.name, line.net, line.tax, line.net + line.tax,
        line.special, line.ordinary, line.left, listed(line.invoices),
    )  # fmt: skip
    return Row(cells, link=Link(document=line.number) if line.opens else None)


def _lines(session: Session, request: Request) -> Sequence[_Line]:
    days = {"first": request.from_day, "last": request.to_day}
    said = defaultdict(list)
    for source, *rest in _SAID.all(session, **days):
        said[source].append(rest)
    found, tickets = [], defaultdict(list)
    for kind, number, day, partner_id, code, name, net, tax in _SALES.all(session, **days):
        sold_on = date.fromisoformat(day)
        line = _Line(sold_on, number, partner_id or 0, code, name, int(net), int(tax))
        if kind in _TICKETS and number not in said:
            tickets[sold_on].append(line)
            continue
        for invoice, invoiced_as, _sold, _partner, gross in said.get(number, ()):
            line.say(invoice, invoiced_as, int(gross))
        found.append(line)
    found += [_together(day, lines) for day, lines in tickets.items()]
    found += _without_sale(said.get("", ()))
    return sorted(found, key=lambda line: (line.day, line.number))


def _together(day: date, tickets: Sequence[_Line]) -> _Line:
    told = translate("reports", "零售 {count} 张").format(count=len(tickets))
    net, tax = sum(each.net for each in tickets), sum(each.tax for each in tickets)
    return _Line(day, told, net=net, tax=tax, opens=False)


def _without_sale(said: Sequence[Sequence[object]]) -> Iterator[_Line]:
    """Invoices for what no document says, each by itself."""
    for invoice, kind, sold, partner_id, gross in said:
        told = translate("reports", "无单据")
        line = _Line(date.fromisoformat(str(sold)), told, int(str(partner_id)), opens=False)
        line.say(str(invoice), str(kind), int(str(gross)))
        yield line


REPORT = Report(
    name="sales_invoicing",
    title=lambda: translate("reports", "开票情况表"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
