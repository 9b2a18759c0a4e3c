"""Purchase orders, receipts and deliveries from a foreign list: rows that share a 单号 are one document.

The list's own number is the key, so a repeated list posts nothing twice; the shop gives its own numbers.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.imports.cells.faults import Fault
from jxc_desktop.imports.cells.quantities import Packs, in_base_units
from jxc_desktop.imports.fields import document_fields
from jxc_desktop.imports.goods_named import Reference, find_named
from jxc_desktop.imports.opening_worth import Warehouses
from jxc_desktop.imports.source import CleanRow, Field, Flaw, Key, Known, Source, Values
from jxc_desktop.purchase.ordering import PurchaseOrderDraft, approve_purchase_order
from jxc_desktop.purchase.services import ReceiptDraft, post_receipt
from jxc_desktop.sales.ordering import approve_quotation, approve_sales_order
from jxc_desktop.sales.services import DeliveryDraft, post_delivery
from jxc_desktop.shop.keys import Key as PostKey
from jxc_desktop.shop.keys import Posted, digest_of
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.priced import LineDraft

_NOT_KEPT = ("from", "reason", "lot", "mfg_date", "expiry", "line_remark")
_HEAD = ("day", "due_day", "partner", "warehouse", "salesperson", "order_discount")
"""What every row of a document says alike, or leaves blank after the first."""
_POSTED = "SELECT key FROM document_key WHERE key "
_KEYS = Statement(f"{_POSTED}IN {among('wanted')}", postgresql=f"{_POSTED}= ANY(:wanted)")


def _partners(column: str) -> Statement:
    sql = f"SELECT {column}, id FROM partner WHERE {column} "
    return Statement(f"{sql}IN {among('wanted')}", postgresql=f"{sql}= ANY(:wanted)")


@dataclass(frozen=True, slots=True)
class _Paper:
    """The first rows' head, and all lines, of one document."""

    head: Values
    partner_id: int
    warehouse_id: int
    day: date
    lines: tuple[LineDraft, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """One document type: whose codes its firms have, and how it is posted."""

    word: str
    partners: Statement
    post: Callable[[Session, _Paper, PostKey], Posted]
    ordered: bool = False


def _post_order(session: Session, paper: _Paper, key: PostKey) -> Posted:
    due = paper.head.get("due_day")
    draft = PurchaseOrderDraft(
        paper.day, paper.partner_id, paper.warehouse_id, paper.lines,
        due_day=due if isinstance(due, date) else None,
        buyer=_text(paper.head, "salesperson"),
        order_discount=_int(paper.head, "order_discount"), remark=_text(paper.head, "remark"),
    )  # fmt: skip
    return approve_purchase_order(session, draft, key=key)


def _offer(paper: _Paper) -> OrderDraft:
    due = paper.head.get("due_day")
    return OrderDraft(
        paper.day, paper.partner_id, paper.warehouse_id, paper.lines,
        due_day=due if isinstance(due, date) else None,
        salesperson=_text(paper.head, "salesperson"),
        order_discount=_int(paper.head, "order_discount"), remark=_text(paper.head, "remark"),
    )  # fmt: skip


def _post_quotation(session: Session, paper: _Paper, key: PostKey) -> Posted:
    return approve_quotation(session, _offer(paper), key=key)


def _post_sales_order(session: Session, paper: _Paper, key: PostKey) -> Posted:
    return approve_sales_order(session, _offer(paper), key=key)


def _post_receipt(session: Session, paper: _Paper, key: PostKey) -> Posted:
    draft = ReceiptDraft(
        paper.day, paper.partner_id, paper.warehouse_id, paper.lines,
        buyer=_text(paper.head, "salesperson"),
        order_discount=_int(paper.head, "order_discount"), remark=_text(paper.head, "remark"),
    )  # fmt: skip
    return post_receipt(session, draft, key=key)


def _post_delivery(session: Session, paper: _Paper, key: PostKey) -> Posted:
    draft = DeliveryDraft(
        paper.day, paper.partner_id, paper.warehouse_id, paper.lines,
        salesperson=_text(paper.head, "salesperson"),
        order_discount=_int(paper.head, "order_discount"), remark=_text(paper.head, "remark"),
    )  # fmt: skip
    return post_delivery(session, draft, key=key)


_ORDERS = _Kind("purchase_order", _partners("supplier_code"), _post_order, ordered=True)
_RECEIPTS = _Kind("goods_receipt", _partners("supplier_code"), _post_receipt)
_QUOTATIONS = _Kind("quotation", _partners("customer_code"), _post_quotation, ordered=True)
_SALES_ORDERS = _Kind("sales_order", _partners("customer_code"), _post_sales_order, ordered=True)
_DELIVERIES = _Kind("sales_delivery", _partners("customer_code"), _post_delivery)


def purchase_orders() -> Source:
    """The import of purchase orders, approved as they are read."""
    return _source(_ORDERS, translate("imports", "采购订单"))


def goods_receipts() -> Source:
    """The import of goods receipts."""
    return _source(_RECEIPTS, translate("imports", "采购入库单"))


def quotations() -> Source:
    """The import of quotations, approved as they are read."""
    return _source(_QUOTATIONS, translate("imports", "销售报价单"))


def sales_orders() -> Source:
    """The import of sales orders, approved as they are read."""
    return _source(_SALES_ORDERS, translate("imports", "销售订单"))


def sales_deliveries() -> Source:
    """The import of deliveries."""
    return _source(_DELIVERIES, translate("imports", "销售出库单"))


def _source(kind: _Kind, title: str) -> Source:
    return Source(
        kind.word,
        title,
        tuple(_field(field) for field in document_fields() if _kept(kind, field.name)),
        natural=("document",),
        lookup=partial(_known, kind),
        verify=partial(_verify, kind),
        write=partial(_write, kind),
    )


def _kept(kind: _Kind, name: str) -> bool:
    """Whether documents of a kind have that field."""
    return name not in _NOT_KEPT and (kind.ordered or name != "due_day")


def _field(field: Field) -> Field:
    return replace(field, required=True) if field.name in {"document", "partner"} else field


def _key(kind: _Kind, document: str) -> str:
    return f"import:{kind.word}:{document}"


def _known(
    kind: _Kind, session: Session, _fields: Key, wanted: Collection[Key]
) -> Mapping[Key, Known]:
    """The documents of the file that were imported before."""
    keys = {_key(kind, document): (document,) for (document,) in wanted}
    posted = [str(row[0]) for row in _KEYS.all(session, wanted=sorted(keys))]
    return {keys[key]: Known(number, {}) for number, key in enumerate(posted)}


class _Shop:
    """What the rows name, looked up once: goods, firms, warehouses."""

    def __init__(self, kind: _Kind, session: Session, rows: Sequence[CleanRow]) -> None:
        codes = sorted({_text(row.values, "partner") for row in rows})
        self.partners = {str(c): int(i) for c, i in kind.partners.all(session, wanted=codes)}
        self.warehouses = Warehouses(session)
        named = find_named(session, [_reference(row.values) for row in rows])
        self.products = {row.row: product for row, product in zip(rows, named, strict=True)}
        self.facts = product_facts(session, (p for p in named if isinstance(p, int)))

    def line(self, row: CleanRow) -> LineDraft | Flaw:
        """The row as a line of its document, or why it cannot be one."""
        product = self.products[row.row]
        if isinstance(product, Flaw):
            return product
        facts, values = self.facts[product], row.values
        told = values["quantity"]
        if not isinstance(told, int | Packs):
            return Flaw("quantity", translate("imports", "没有数量"))
        unit = "" if isinstance(told, Packs) else _text(values, "unit")
        quantity = in_base_units(told, facts.unit, _whole(facts))
        if isinstance(quantity, Fault):
            return Flaw("quantity", quantity.problem, quantity.suggestion)
        line = LineDraft(
            product, quantity, unit, price=_maybe(values, "price"), discount=_int(values, "discount"),
            tax_rate=_maybe(values, "tax_rate"), is_gift=bool(values.get("is_gift")),
        )  # fmt: skip
        return _fitting(facts, line)


def _fitting(facts: ProductFacts, line: LineDraft) -> LineDraft | Flaw:
    if line.quantity <= 0:
        return Flaw("quantity", translate("imports", "数量要大于 0"))
    try:
        facts.to_base(line.quantity, line.unit)
    except UserError as error:
        return Flaw(error.field or "quantity", error.message)
    return line


def _whole(facts: ProductFacts) -> dict[str, int]:
    one = 10**QUANTITY_PLACES
    return {n: a * one // b for n, (a, b) in facts.factors.items() if a * one % b == 0}


def _verify(
    kind: _Kind, session: Session, rows: Sequence[CleanRow]
) -> Iterator[tuple[CleanRow, Flaw]]:
    shop = _Shop(kind, session, rows)
    yield from shop.warehouses.flaws(rows)
    for row in rows:
        code = _text(row.values, "partner")
        if code not in shop.partners:
            text = translate("imports", "没有编号是 {code} 的单位。先导入单位，或改编号")
            yield row, Flaw("partner", text.format(code=code))
        line = shop.line(row)
        if isinstance(line, Flaw):
            yield row, line
    for _document, same in _papers(rows):
        yield from _disagreeing(same)


def _disagreeing(rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    first = rows[0]
    for row in rows[1:]:
        for name in _HEAD:
            if name in row.values and row.values[name] != first.values.get(name):
                text = translate("imports", "与同一单号的第 {row} 行不同。改成一样")
                yield row, Flaw(name, text.format(row=first.row))


def _papers(rows: Sequence[CleanRow]) -> Iterator[tuple[str, list[CleanRow]]]:
    """The rows of each document, in the order of their first rows."""
    order = {
        _text(row.values, "document"): -place for place, row in reversed(list(enumerate(rows)))
    }
    ranked = sorted(rows, key=lambda row: -order[_text(row.values, "document")])
    for document, same in groupby(ranked, key=lambda row: _text(row.values, "document")):
        yield document, list(same)


def _write(kind: _Kind, session: Session, rows: Sequence[CleanRow]) -> None:
    shop, today = _Shop(kind, session, rows), clock_of(session).today()
    for document, same in _papers(rows):
        paper = _paper(shop, same, today)
        sent = [{name: str(value) for name, value in row.values.items()} for row in same]
        try:
            kind.post(session, paper, PostKey(_key(kind, document), digest_of(sent)))
        except UserError as error:
            text = translate("imports", "单号 {document}：{problem}")
            raise type(error)(
                text.format(document=document, problem=error.message), field=error.field
            ) from None


def _paper(shop: _Shop, rows: Sequence[CleanRow], today: date) -> _Paper:
    head = rows[0].values
    warehouse = shop.warehouses.find(head)
    lines = [line for line in map(shop.line, rows) if isinstance(line, LineDraft)]
    if warehouse is None or len(lines) != len(rows):
        raise RuntimeError(f"row {rows[0].row} was not verified")
    day = head.get("day")
    return _Paper(
        head, shop.partners[_text(head, "partner")], warehouse,
        day if isinstance(day, date) else today, tuple(lines),
    )  # fmt: skip


def _reference(values: Values) -> Reference:
    barcodes: Any = values.get("barcode", "")
    barcode = barcodes[0] if isinstance(barcodes, tuple) else barcodes
    rest = (_text(values, name) for name in ("name", "spec"))
    return Reference(_text(values, "product"), str(barcode), *rest)


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value)


def _maybe(values: Values, name: str) -> int | None:
    value = values.get(name)
    return value if isinstance(value, int) else None


def _int(values: Values, name: str) -> int:
    return _maybe(values, name) or 0
