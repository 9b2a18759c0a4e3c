"""A supplier's invoice ready to be posted: its lines against its receipts, its legs, what its goods cost more (T16)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.ledger.posting import LegDraft
from jxc_desktop.partners.facts import PartnerFacts
from jxc_desktop.purchase.estimates import ESTIMATED
from jxc_desktop.purchase.invoiced import (
    Billed,
    InvoiceLine,
    billed_lines,
    receipts_named,
    rest_of,
)
from jxc_desktop.purchase.legs import INPUT_TAX, PAYABLE, SERVICES
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.goods import Goods, GoodsStep
from jxc_desktop.stock.legs import COST_OF_SALES, STOCK
from jxc_desktop.stock.priced import Terms
from jxc_desktop.stock.returned_lots import revalued_in_lots

KINDS = ("special", "ordinary")


@dataclass(frozen=True, slots=True)
class PurchaseInvoiceDraft:
    """An invoice as typed: without `lines` it covers all that is left of `receipts`.

    `invoice` is special or ordinary, None as the supplier usually gives it; `price_includes_tax` None as the first
    receipt has it; `invoice_day` None is the document's.
    """

    day: date
    partner_id: int
    invoice_number: str
    receipts: tuple[str, ...] = ()
    lines: tuple[InvoiceLine, ...] = ()
    invoice: str | None = None
    invoice_day: date | None = None
    price_includes_tax: bool | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Bill:
    """An invoice ready to be posted: `receipts` it is for, its kind, its lines, and whether its tax is deducted."""

    receipts: tuple[str, ...]
    invoice: str
    lines: tuple[Billed, ...]
    terms: Terms
    deductible: bool

    @property
    def amount(self) -> int:
        """Fen with tax that stand on the paper."""
        return sum(line.row["gross"] for line in self.lines)

    @property
    def due(self) -> int:
        """Fen of it that become a debt; goods that were final when they came are owed already."""
        return sum(line.row["gross"] for line in self.lines if line.estimated)


def bill_of(
    session: Session, draft: PurchaseInvoiceDraft, supplier: PartnerFacts, *, hold: bool = True
) -> Bill:
    """The invoice as it will be posted; its receipts are held, but `hold` False is for looking only."""
    settings = settings_of(session)
    invoice = _kind_of(draft, supplier, settings)
    named = draft.receipts or tuple(line.receipt for line in draft.lines)
    receipts = receipts_named(session, named, supplier.id, hold=hold)
    if not receipts:
        raise InvalidInput(translate("purchase", "写上这张发票是哪些入库单的"), field="from")
    includes = draft.price_includes_tax
    if includes is None:
        includes = bool(next(iter(receipts.values())).head["price_includes_tax"])
    terms = Terms(draft.day, includes, settings.default_tax_rate, buying=True)
    lines = billed_lines(session, receipts, draft.lines or rest_of(receipts), terms)
    deductible = settings.general and invoice == "special"
    for line in lines:
        if line.estimated:
            line.row["difference"] = line.cost(deductible=deductible) - line.row["estimate"]
    return Bill(tuple(receipts), invoice, tuple(lines), terms, deductible)


def _kind_of(draft: PurchaseInvoiceDraft, supplier: PartnerFacts, settings: Settings) -> str:
    usual = supplier.invoice if supplier.invoice in KINDS else None
    invoice = draft.invoice or usual or ("special" if settings.general else "ordinary")
    if invoice not in KINDS:
        raise InvalidInput(
            translate("purchase", "发票只能是 {known}").format(known=listed(KINDS)),
            field="invoice",
        )
    return invoice


def bill_steps(bill: Bill) -> Iterator[GoodsStep]:
    """What the goods cost beyond the estimate, to be borne by those that still lie there."""
    for line in bill.lines:
        if line.tracked and line.row["difference"]:
            step = GoodsStep(
                line.row["line_no"],
                line.row["product_id"],
                line.warehouse_id,
                0,
                amount=line.row["difference"],
                concerns=line.row["base_quantity"],
                origin=(line.receipt, line.row["from_line"]),
            )
            yield from revalued_in_lots(step, line.moved or {})


def bill_legs(bill: Bill, goods: Goods, supplier: PartnerFacts) -> Iterator[LegDraft]:
    """The estimate in red, then the invoice: stock, services, cost of sales and tax against the debt (T16)."""
    billed = [line for line in bill.lines if line.estimated]

    def sums(name: str, *, tracked: bool) -> int:
        return sum(line.row[name] for line in billed if line.tracked is tracked)

    stock, services = sums("estimate", tracked=True), sums("estimate", tracked=False)
    yield LegDraft(STOCK, debit=-stock)
    yield LegDraft(SERVICES, debit=-services)
    yield LegDraft(ESTIMATED, credit=-(stock + services), partner_id=supplier.id)
    yield LegDraft(STOCK, debit=stock + goods.adjustment)
    yield LegDraft(SERVICES, debit=services + sums("difference", tracked=False))
    yield from _sold(sums("difference", tracked=True) - goods.adjustment)
    if bill.deductible:
        yield LegDraft(INPUT_TAX, debit=sum(line.row["tax"] for line in billed))
    yield LegDraft(PAYABLE, credit=bill.due, partner_id=supplier.id)


def _sold(difference: int) -> Iterator[LegDraft]:
    """What goods sold meanwhile cost beyond, or below, their estimate."""
    if difference > 0:
        yield LegDraft(COST_OF_SALES, debit=difference)
    elif difference < 0:
        yield LegDraft(COST_OF_SALES, credit=-difference)
