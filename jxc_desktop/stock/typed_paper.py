"""A document of goods while it is typed: what stands in its fields and lines, complete or not, and as a kept draft."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from jxc_desktop.cash.payments import Payment
from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.stock.lot_drafts import LotShare
from jxc_desktop.stock.lot_grammar import kept_lots, lots_of_kept
from jxc_desktop.stock.priced import LineDraft, PricedLine, Terms, price_lines
from jxc_desktop.stock.queries import Availability
from jxc_desktop.stock.taken import LastPrice, TakenGoods


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line as it stands in the grid: `quantity` 1e-4 of `unit`, `price` 1e-6 yuan.

    `touched` tells a price that a person typed from one that was filled in. `tax_rate` None leaves it to the goods.
    `from_line` is the line it follows; of that `ordered` base units were agreed and `done` went before. Of goods that
    come in, `rejected` (1e-4 of the unit) were refused for a `cause`. `lots` are those that the goods are of.
    """

    product: ProductFacts | None = None
    spec: str = ""
    unit: str = ""
    quantity: int | None = None
    price: int | None = None
    touched: bool = False
    discount: int = 0
    tax_rate: int | None = None
    is_gift: bool = False
    from_line: int | None = None
    ordered: int | None = None
    done: int | None = None
    rejected: int | None = None
    cause: str = ""
    lots: tuple[LotShare, ...] = ()
    there: Availability | None = None
    last: LastPrice | None = None
    promised: Mapping[str, int] = field(default_factory=dict)

    @property
    def draft(self) -> LineDraft | None:
        """The line for the services; None while product or quantity is missing."""
        if self.product is None or self.quantity is None:
            return None
        return LineDraft(
            self.product.id,
            self.quantity,
            self.unit,
            self.price,
            self.discount,
            self.tax_rate,
            self.is_gift,
            self.from_line,
            self.lots,
        )

    @property
    def available(self) -> int | None:
        """What may still be promised, in 1e-4 base units; None for what is not kept in stock."""
        return None if self.there is None else self.there.available

    @property
    def short(self) -> bool:
        """Whether the line takes more than lies there."""
        base = self.base_quantity
        return self.there is not None and base is not None and base > self.there.quantity

    @property
    def promised_away(self) -> bool:
        """Whether the line takes goods that lie there but are promised to others."""
        base = self.base_quantity
        return self.there is not None and base is not None and base > self.there.available

    @property
    def left(self) -> int | None:
        """Base units of the line it follows that are still to come."""
        return None if self.ordered is None else max(self.ordered - (self.done or 0), 0)

    def in_unit(self, base: int | None) -> int | None:
        """A quantity of base units in the line's unit, for showing; None while it cannot be told."""
        if self.product is None or base is None:
            return None
        try:
            above, below = self.product.factor(self.unit)
        except UserError:
            return None
        return div_half_up(base * below, above)

    @property
    def base_quantity(self) -> int | None:
        """1e-4 base units, None while unknown or inexact."""
        if self.product is None or self.quantity is None:
            return None
        try:
            return self.product.to_base(self.quantity, self.unit)
        except UserError:
            return None

    def kept(self) -> dict[str, Any]:
        """What a draft keeps of the line; the goods are read again."""
        return {
            "product": self.product.id if self.product else None,
            "unit": self.unit,
            "quantity": self.quantity,
            "price": self.price,
            "touched": self.touched,
            "discount": self.discount,
            "tax_rate": self.tax_rate,
            "is_gift": self.is_gift,
            "from_line": self.from_line,
            **({"rejected": self.rejected, "cause": self.cause} if self.rejected else {}),
            **kept_lots(self.lots),
        }


def kept_line(draft: LineDraft) -> dict[str, Any]:
    """A line of a service's draft as a pane keeps it."""
    return {
        "product": draft.product_id,
        "unit": draft.unit,
        "quantity": draft.quantity,
        "price": draft.price,
        "touched": draft.price is not None,
        "discount": draft.discount,
        "tax_rate": draft.tax_rate,
        "is_gift": draft.is_gift,
        "from_line": draft.from_line,
        **kept_lots(draft.lots),
    }


def draft_of(kept: Mapping[str, Any]) -> LineDraft:
    """The line for the services that a kept one is."""
    return LineDraft(
        kept["product"],
        kept["quantity"],
        kept["unit"],
        kept["price"],
        kept["discount"],
        kept["tax_rate"],
        kept["is_gift"],
        kept["from_line"],
        lots_of_kept(kept),
    )


def line_of(kept: Mapping[str, Any], goods: Mapping[int, TakenGoods]) -> TypedLine:
    """A kept line with its goods as they are now."""
    rest = {name: value for name, value in kept.items() if name not in {"product", "lots"}}
    line = TypedLine(**rest, lots=lots_of_kept(kept))
    product = kept["product"]
    return line if product is None else with_goods(line, goods[product])


def with_goods(line: TypedLine, goods: TakenGoods) -> TypedLine:
    """The line knowing its goods; what was typed stays."""
    return replace(
        line,
        product=goods.facts,
        spec=goods.spec,
        there=goods.there,
        last=goods.last,
        promised=goods.promised,
        unit=line.unit or goods.facts.unit,
    )


@dataclass(frozen=True, slots=True)
class TypedPaper:
    """All of a typed document. `account_id` None is on credit; `paid` None pays the whole; `extra` is the kind's own.

    `person` sold or bought.

    `lines` are kept lines (`TypedLine.kept`), so that the whole is plain data. `source` is the number of what it
    follows, whose share of the discount it takes while `order_discount` is None; `amends` its own number when it was
    un-approved. `price_includes_tax` None leaves that to the company.
    """

    day: date
    partner_id: int | None = None
    partner_name: str = ""
    warehouse_id: int | None = None
    account_id: int | None = None
    paid: int | None = None
    extra: str = ""
    remark: str = ""
    order_discount: int | None = 0
    lines: tuple[Mapping[str, Any], ...] = ()
    due_day: date | None = None
    source: str = ""
    amends: str = ""
    price_includes_tax: bool | None = None
    person: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing worth keeping was typed."""
        return self.partner_id is None and not self.lines and not self.remark

    @property
    def products(self) -> list[int]:
        """The ids of the goods on its lines."""
        return [line["product"] for line in self.lines if line["product"] is not None]

    def payments(self, total: int) -> tuple[Payment, ...]:
        """What is paid at once: nothing on credit, else the amount typed, else the whole `total`."""
        if self.account_id is None:
            return ()
        amount = total if self.paid is None else self.paid
        return (Payment(self.account_id, amount),) if amount else ()

    def body(self) -> dict[str, Any]:
        """The document as JSON can hold it."""
        due = self.due_day.isoformat() if self.due_day else None
        lines = [dict(line) for line in self.lines]
        return {**asdict(self), "day": self.day.isoformat(), "due_day": due, "lines": lines}


def paper_of(body: Mapping[str, Any]) -> TypedPaper:
    """A typed document from a kept draft."""
    due = body.get("due_day")
    plain = {
        "day": date.fromisoformat(body["day"]),
        "due_day": date.fromisoformat(due) if due else None,
        "lines": tuple(body["lines"]),
    }
    return TypedPaper(**{**body, **plain})


def typed_again(draft: Any, subject: str, extra: str = "") -> TypedPaper | None:
    """A document as typed, from the draft that its service got; None where a pane could not hold all of it."""
    source: str = getattr(draft, "source", "")
    payments: Sequence[Payment] = getattr(draft, "payments", ())
    if len(payments) > 1:
        return None
    paid = payments[0] if payments else None
    discount: int | None = getattr(draft, "order_discount", 0)
    return TypedPaper(
        draft.day,
        draft.partner_id,
        subject,
        draft.warehouse_id,
        account_id=paid.money_account_id if paid else None,
        paid=paid.amount if paid else None,
        extra=extra,
        remark=draft.remark,
        order_discount=discount if source else discount or 0,
        lines=tuple(kept_line(line) for line in draft.lines),
        due_day=getattr(draft, "due_day", None),
        source=source,
        amends=getattr(draft, "amends", ""),
        price_includes_tax=draft.price_includes_tax,
        person=getattr(draft, "salesperson", "") or getattr(draft, "buyer", ""),
    )


@dataclass(frozen=True, slots=True)
class TypedTotals:
    """Sums in fen: `amount` before the order discount, the rest after it; `problem` is why there are none."""

    amount: int = 0
    order_discount: int = 0
    tax: int = 0
    total: int = 0
    lines: int = 0
    problem: str = ""


def priced(lines: Sequence[TypedLine], terms: Terms) -> list[PricedLine]:
    """The complete lines priced as posting prices them; raises what posting would raise."""
    known = {line.product.id: line.product for line in lines if line.product}
    drafts = [draft for line in lines if (draft := line.draft)]
    return price_lines(drafts, known, terms) if drafts else []


def amount_of(line: TypedLine, terms: Terms) -> int | None:
    """Fen with tax of one line before the order discount; None while it cannot be told."""
    try:
        found = priced([line], replace(terms, order_discount=0))
    except UserError:
        return None
    return found[0].gross if found else None


def totals_of(lines: Sequence[TypedLine], terms: Terms) -> TypedTotals:
    """What the lines that can be priced come to."""
    plain = replace(terms, order_discount=0)
    good = [line for line in lines if amount_of(line, plain) is not None]
    amount = sum(row.gross for row in priced(good, plain))
    discount, problem = terms.order_discount, ""
    try:
        rows = priced(good, terms)
    except UserError as error:
        rows, discount, problem = priced(good, plain), 0, error.message
    return TypedTotals(
        amount,
        discount,
        sum(row.tax for row in rows),
        sum(row.gross for row in rows),
        len(good),
        problem,
    )


def without_blanks(lines: Iterable[TypedLine]) -> list[tuple[int, TypedLine]]:
    """The lines that name goods, with the rows they stand in."""
    return [(row, line) for row, line in enumerate(lines) if line.product is not None]
