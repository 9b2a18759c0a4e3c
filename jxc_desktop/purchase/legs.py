"""How goods bought enter the books: which tax comes back, what they cost, what is owed or estimated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jxc_desktop.cash.payments import MoneyAccountFacts
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.ledger.posting import LegDraft
from jxc_desktop.partners.facts import PartnerFacts
from jxc_desktop.purchase.estimates import ESTIMATED
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.goods import Goods, GoodsStep
from jxc_desktop.stock.legs import STOCK, legs_of_adjustment
from jxc_desktop.stock.priced import PricedLine

PAYABLE = "220201"
INPUT_TAX = "22210101"
SERVICES = "5601"
"""Carriage and other bought services are selling expenses in trade (小企业会计准则, 5601)."""
INVOICES = ("special", "ordinary", "none", "pending")
DEDUCTIBLE = frozenset({"special", "pending"})


@dataclass(frozen=True, slots=True)
class InvoiceTerms:
    """The kind of invoice goods came with: whether its tax comes back, and whether it is still to come."""

    invoice: str
    deductible: bool
    estimated: bool

    def cost(self, line: PricedLine) -> int:
        """What the line adds to stock: without tax where the tax comes back (decisions 10)."""
        return line.net if self.deductible else line.gross

    def estimate(self, line: PricedLine) -> int:
        """What the line puts on 220202 until its invoice comes; no tax is estimated."""
        return self.cost(line) if self.estimated else 0


def invoice_terms(typed: str | None, supplier: PartnerFacts, settings: Settings) -> InvoiceTerms:
    """The terms as typed, as the supplier gives invoices, as such shops get them.

    Where invoices are kept (设置 采购发票), one that was not typed is still to come.
    """
    kept = settings.purchase_invoices == "invoice"
    invoice = typed or _usual(supplier, kept=kept, general=settings.general)
    if invoice not in INVOICES:
        raise InvalidInput(
            translate("purchase", "发票只能是 {known}").format(known=listed(INVOICES)),
            field="invoice",
        )
    deductible = settings.general and invoice in DEDUCTIBLE
    return InvoiceTerms(invoice, deductible, kept and invoice == "pending")


def _usual(supplier: PartnerFacts, *, kept: bool, general: bool) -> str:
    if kept:
        return "none" if supplier.invoice == "none" else "pending"
    return usual_invoice(supplier, general=general)


def usual_invoice(supplier: PartnerFacts, *, general: bool) -> str:
    """What a supplier usually gives, else what such shops get."""
    return supplier.invoice or ("special" if general else "ordinary")


def receipt_steps(
    warehouse_id: int, lines: Sequence[PricedLine], terms: InvoiceTerms
) -> Iterator[GoodsStep]:
    """The goods of `lines` into the warehouse, worth what they cost."""
    for line in lines:
        if line.product.track_stock:
            yield GoodsStep(
                line.line_no,
                line.product.id,
                warehouse_id,
                line.base_quantity,
                amount=terms.cost(line),
            )


def receipt_legs(
    lines: Sequence[PricedLine],
    goods: Goods,
    payments: Sequence[tuple[MoneyAccountFacts, int]],
    supplier: PartnerFacts,
    terms: InvoiceTerms,
) -> Iterator[LegDraft]:
    """Stock, services and input tax against what was paid, and what is owed or still estimated."""
    services = sum(terms.cost(line) for line in lines if not line.product.track_stock)
    yield LegDraft(STOCK, debit=goods.amount)
    yield LegDraft(SERVICES, debit=services)
    paid = sum(amount for _account, amount in payments)
    if terms.estimated:
        yield LegDraft(PAYABLE, debit=paid, partner_id=supplier.id)
    elif terms.deductible:
        yield LegDraft(INPUT_TAX, debit=sum(line.tax for line in lines))
    for account, amount in payments:
        yield LegDraft(account.account, credit=amount, money_account_id=account.id)
    if terms.estimated:
        owed = sum(terms.estimate(line) for line in lines)
        yield LegDraft(ESTIMATED, credit=owed, partner_id=supplier.id)
    else:
        owed = sum(line.gross for line in lines) - paid
        yield LegDraft(PAYABLE, credit=owed, partner_id=supplier.id)
    yield from legs_of_adjustment(goods.adjustment)
