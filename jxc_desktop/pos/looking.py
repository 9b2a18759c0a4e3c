"""What a code or some letters at the till mean: one product, several to choose from, or none; and new goods at once."""

from dataclasses import replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import BarcodeDraft, ProductDraft
from jxc_desktop.catalog.queries.card import product_draft
from jxc_desktop.catalog.queries.finding import ProductHit, find_products
from jxc_desktop.catalog.queries.till import ProductAtTill, product_by_barcode, product_by_code
from jxc_desktop.catalog.services import save_product
from jxc_desktop.core.errors import NotFound
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.queries import on_hand_of
from jxc_desktop.stock.queries.pieces import piece_lying

CHOICES = 8
SCANNED = 8
"""Digits from which a code that nobody bears is an unknown barcode, not the beginning of one."""

Found = ProductAtTill | tuple[ProductHit, ...]


@needs("product.view")
def look_up(session: Session, code: str, *, exactly: bool = False) -> Found:
    """The product under a code or serial number, or what a search for it finds; `exactly` searches for nothing."""
    try:
        return product_by_barcode(session, code)
    except NotFound:
        if piece := piece_lying(session, code):
            return piece
        if exactly or (code.isdigit() and len(code) >= SCANNED):
            return ()
    hits = find_products(session, code, CHOICES)
    return product_by_code(session, hits[0].code) if len(hits) == 1 else hits


@needs("product.view")
def choices(session: Session, text: str, warehouse_id: int) -> tuple[tuple[ProductHit, int], ...]:
    """What a search finds, with how much of it (1e-4) lies in a warehouse."""
    hits = find_products(session, text, CHOICES)
    levels = on_hand_of(session, [hit.id for hit in hits], warehouse_id) if hits else {}
    return tuple((hit, levels.get(hit.id, 0)) for hit in hits)


@needs("product.view")
def renewed(session: Session, ticket: OpenTicket) -> OpenTicket:
    """A ticket that lay for a while, with its goods and untouched prices as they are now."""

    def now(product: ProductAtTill) -> ProductAtTill:
        try:
            found = product_by_barcode(session, product.barcode or product.code)
        except NotFound:
            return product
        if (found.id, found.unit) != (product.id, product.unit):
            return product
        return replace(found, serial=product.serial)

    return ticket.renewed(now)


@needs("product.edit")
def add_goods(session: Session, barcode: str, name: str, unit: str, price: int) -> ProductAtTill:
    """New goods that somebody brought to the till: a name, a unit, a price of 1e-6 yuan."""
    draft = ProductDraft(
        name=name, unit=unit, retail_price=price, barcodes=(BarcodeDraft(barcode),)
    )
    save_product(session, draft)
    return product_by_barcode(session, barcode)


@needs("product.edit")
def bind_barcode(session: Session, barcode: str, product_id: int) -> ProductAtTill:
    """One more barcode for goods that are known already."""
    draft = product_draft(session, product_id)
    save_product(session, replace(draft, barcodes=(*draft.barcodes, BarcodeDraft(barcode))))
    return product_by_barcode(session, barcode)
