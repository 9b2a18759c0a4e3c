"""A document that follows an order: which line follows which, at the order's price, never more than was ordered.

Price, discount and tax of a followed line are the order's unless they are typed. The order's own discount goes with
the goods: after x of a line, the shares given come to S(x) = half_up(share of the line · x / ordered).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.document import State, require_state
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, QUANTITY_PLACES, div_half_up, trimmed
from jxc_desktop.ledger.papers import header_of, parts_of
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.ordering.promises import fulfilled_of, lock_order
from jxc_desktop.stock.priced import LineDraft


@dataclass(frozen=True, slots=True)
class Followed:
    """An approved order that a document follows."""

    kind: OrderKind
    id: int
    number: str
    head: Mapping[str, Any]
    lines: Mapping[int, Mapping[str, Any]]
    done: Mapping[int, int]
    """Base quantity by line that followed before."""
    products: Mapping[int, ProductFacts]

    def left(self, line: int) -> int:
        """Base quantity of a line that is still to come; never negative."""
        return max(int(self.lines[line]["base_quantity"]) - self.done.get(line, 0), 0)

    def discount_of(self, taken: Mapping[int, int]) -> int:
        """Fen of the order's own discount that go with base quantities `taken` by line."""
        return sum(self._share(line, quantity) for line, quantity in taken.items())

    def _share(self, line: int, quantity: int) -> int:
        row, before = self.lines[line], self.done.get(line, 0)

        def given(upto: int) -> int:
            whole = int(row["base_quantity"])
            return div_half_up(int(row["reduction"]) * min(upto, whole), whole)

        return given(before + quantity) - given(before)


PEOPLE = ("salesperson", "buyer")
"""Fields for who sold or bought: a document that names nobody has whoever its order names."""

Draft = TypeVar("Draft", bound="Following")


class Following(Protocol):
    """A typed document that may follow an order: `source` is the order's number, "" for none.

    `order_discount` None takes the order's share of its own discount.
    """

    @property
    def source(self) -> str: ...
    @property
    def lines(self) -> tuple[LineDraft, ...]: ...
    @property
    def price_includes_tax(self) -> bool | None: ...
    @property
    def order_discount(self) -> int | None: ...


def followed(
    session: Session, kind: OrderKind, draft: Draft, partner_id: int | None, *, hold: bool = True
) -> tuple[Draft, int | None]:
    """The document with everything it takes over from its order, and the order's id; as it is without one."""
    if not draft.source:
        return draft, None
    order = follow(session, kind, draft.source, partner_id, hold=hold)
    lines = followed_lines(order, draft.lines)
    products = product_facts(session, (line.product_id for line in lines))
    if kind.bounded:
        require_within_order(session, order, lines, products)
    changes: dict[str, Any] = {"lines": lines, **_people(draft, order)}
    if not kind.priced:
        return replace(cast("Any", draft), **changes), order.id
    if draft.price_includes_tax is None:
        changes["price_includes_tax"] = bool(order.head["price_includes_tax"])
    if draft.order_discount is None:
        changes["order_discount"] = order.discount_of(taken_by_line(lines, products))
    return replace(cast("Any", draft), **changes), order.id


def _people(draft: Following, order: Followed) -> dict[str, Any]:
    """Who sold or bought, where the document leaves it open and its order does not."""
    return {
        field: order.head[field]
        for field in PEOPLE
        if getattr(draft, field, None) == "" and order.head.get(field)
    }


def followed_wish(
    session: Session, kind: OrderKind, source: str, drafts: tuple[LineDraft, ...]
) -> tuple[tuple[LineDraft, ...], int | None]:
    """The lines of a paper without prices that may follow order `source`, and the order's id."""
    if not source:
        return drafts, None
    order = follow(session, kind, source, None)
    return followed_lines(order, drafts), order.id


def kind_named(session: Session, kinds: Sequence[OrderKind], number: str) -> OrderKind:
    """Which of `kinds` the order `number` is; raises `NotFound`."""
    for kind in kinds:
        if kind.named.first(session, number=number) is not None:
            return kind
    raise NotFound(
        translate("stock", "没有单号 {number}。核对单号").format(number=number), field="from"
    )


def follow(
    session: Session,
    kind: OrderKind,
    number: str,
    partner_id: int | None = None,
    *,
    hold: bool = True,
) -> Followed:
    """Order `number` to be followed; raises when it is not approved or is somebody else's.

    It is held until the transaction ends; `hold` False is for looking only, while a document is typed.
    """
    head = header_of(session, kind.kind, number)
    state = lock_order(session, kind, head["id"]) if hold else State(head["state"])
    require_state(number, state, State.APPROVED)
    if partner_id is not None and head.get("partner_id", partner_id) != partner_id:
        raise InvalidInput(
            translate("stock", "{number} 是别的往来单位的单").format(number=number), field="partner"
        )
    rows = parts_of(session, kind.family.parts[0], head["id"])
    done = fulfilled_of(session, kind, head["id"])
    products = product_facts(session, (row["product_id"] for row in rows))
    lines = {row["line_no"]: row for row in rows}
    return Followed(kind, head["id"], number, head, lines, done, products)


def followed_lines(order: Followed, drafts: Sequence[LineDraft]) -> tuple[LineDraft, ...]:
    """The typed lines knowing which lines they follow; without any, all that is still to come.

    A line without `from_line` follows the first open line of its goods; goods that were not ordered follow nothing.
    """
    if not drafts:
        return tuple(_rest(order))
    free = {line: order.left(line) for line in order.lines}
    found = []
    for place, draft in enumerate(drafts):
        line = draft.from_line if draft.from_line is not None else _line_for(order, free, draft)
        if line is None:
            found.append(draft)
            continue
        _require_same_goods(order, draft, line, place)
        free[line] = 0
        found.append(_with_terms(draft, order.lines[line], line))
    return tuple(found)


def require_within_order(
    session: Session,
    order: Followed,
    lines: Sequence[LineDraft],
    products: Mapping[int, ProductFacts],
) -> None:
    """Refuse lines that bring an order beyond what was ordered and tolerated (setting `order_tolerance`)."""
    tolerance = settings_of(session).order_tolerance
    taken: dict[int, int] = {}
    for place, draft in enumerate(lines):
        line = draft.from_line
        if line is None:
            continue
        taken[line] = taken.get(line, 0) + _base(products, draft)
        row = order.lines[line]
        most = int(row["base_quantity"]) * (ONE + tolerance) // ONE
        left = most - order.done.get(line, 0)
        if taken[line] > left:
            raise Refused(
                translate(
                    "stock", "第 {place} 行：{number} 只剩 {left} {unit} 未执行，本行超出"
                ).format(
                    place=place + 1,
                    number=order.number,
                    left=trimmed(max(left, 0), QUANTITY_PLACES),
                    unit=products[draft.product_id].unit,
                ),
                field=f"lines[{place}].quantity",
            )


def taken_by_line(
    lines: Sequence[LineDraft], products: Mapping[int, ProductFacts]
) -> dict[int, int]:
    """Base quantity that `lines` take of each line they follow."""
    taken: dict[int, int] = {}
    for draft in lines:
        if draft.from_line is not None:
            line = draft.from_line
            taken[line] = taken.get(line, 0) + _base(products, draft)
    return taken


def _base(products: Mapping[int, ProductFacts], draft: LineDraft) -> int:
    return products[draft.product_id].to_base(draft.quantity, draft.unit)


def _rest(order: Followed) -> Sequence[LineDraft]:
    """What is still to come of each line, in its own unit where that comes out even, else in base units."""
    found = []
    for line, row in order.lines.items():
        left = order.left(line)
        if not left:
            continue
        quantity, rest = divmod(left * int(row["quantity"]), int(row["base_quantity"]))
        if rest:
            found.append(_in_base_units(order, row, line, left))
        else:
            draft = LineDraft(row["product_id"], quantity, row["unit"])
            found.append(_with_terms(draft, row, line))
    if not found:
        raise Refused(
            translate("stock", "{number} 已全部执行，没有余下的").format(number=order.number)
        )
    return found


def _in_base_units(order: Followed, row: Mapping[str, Any], line: int, left: int) -> LineDraft:
    """`left` base units of a line at its price, brought down to one base unit."""
    unit = order.products[row["product_id"]].unit
    if not order.kind.priced:
        return LineDraft(row["product_id"], left, unit, from_line=line)
    price = div_half_up(int(row["price"]) * int(row["quantity"]), int(row["base_quantity"]))
    draft = LineDraft(row["product_id"], left, unit, price, int(row["discount"]))
    return replace(draft, tax_rate=row["tax_rate"], is_gift=bool(row["is_gift"]), from_line=line)


def _line_for(order: Followed, free: Mapping[int, int], draft: LineDraft) -> int | None:
    of_goods = [n for n, row in order.lines.items() if row["product_id"] == draft.product_id]
    return next((n for n in of_goods if free[n]), of_goods[0] if of_goods else None)


def _require_same_goods(order: Followed, draft: LineDraft, line: int, place: int) -> None:
    row = order.lines.get(line)
    if row is None or row["product_id"] != draft.product_id:
        raise InvalidInput(
            translate("stock", "第 {place} 行：{number} 的第 {line} 行不是这个商品").format(
                place=place + 1, number=order.number, line=line
            ),
            field=f"lines[{place}].from_line",
        )


def _with_terms(draft: LineDraft, row: Mapping[str, Any], line: int) -> LineDraft:
    """The line at the order's terms where nothing else is typed and the unit is the order's."""
    unit = draft.unit or row["unit"]
    if "price" not in row:
        return replace(draft, unit=unit, from_line=line)
    if draft.price is not None or unit != row["unit"]:
        return replace(draft, from_line=line)
    return replace(
        draft,
        unit=unit,
        price=row["price"],
        discount=draft.discount or row["discount"],
        tax_rate=row["tax_rate"] if draft.tax_rate is None else draft.tax_rate,
        is_gift=draft.is_gift or bool(row["is_gift"]),
        from_line=line,
    )
