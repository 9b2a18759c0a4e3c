"""What a code or some letters at the till mean: one product, several to choose from, or none; and new goods at once."""

from dataclasses import replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import BarcodeDraft, ProductDraft
from jxc_desktop.catalog.queries.card import product_draft
from jxc_desktop.catalog.queries.finding import ProductHit, find_products
from jxc_desktop.catalog.queries.till import ProductAtTill, product_by_barcode, product_by_code
from jxc_desktop.catalog.services import save_product
from jxc_desktop.core.errors import NotFound
from jxc_desktop.members.queries import MemberHit, member_by_code
from jxc_desktop.pos.guest import at_level, guest_of
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.pricing.promotions.coupons import CouponView, find_coupon
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.queries import on_hand_of
from jxc_desktop.stock.queries.pieces import piece_lying

CHOICES = 8
SCANNED = 8
"""Digits from which a code that nobody bears is an unknown barcode, not the beginning of one."""

Found = ProductAtTill | MemberHit | CouponView | tuple[ProductHit, ...]


@needs("product.view")
def look_up(session: Session, code: str, *, exactly: bool = False, level: str = "") -> Found:
    """The product under a code or serial number, or what a search for it finds; `exactly` searches for nothing.

    `level` is the price level of the member on the ticket; without one nothing more is asked.
    """
    found = _look_up(session, code, exactly=exactly)
    if level and isinstance(found, ProductAtTill):
        [priced] = at_level(session, [found], level)
        return priced
    return found


def _look_up(session: Session, code: str, *, exactly: bool) -> Found:
    try:
        return product_by_barcode(session, code)
    except NotFound:
        if piece := piece_lying(session, code):
            return piece
        if exactly:
            return ()
    member = member_by_code(session, code) if may(session, "member.view") else None
    if member is not None:
        return member
    if coupon := find_coupon(session, code):
        return coupon
    if code.isdigit() and len(code) >= SCANNED:
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

    fresh = ticket.renewed(now)
    return fresh if ticket.guest is None else with_guest(session, fresh, ticket.guest.id)


@needs("pos_sale.post")
def with_guest(session: Session, ticket: OpenTicket, member_id: int | None) -> OpenTicket:
    """A ticket with a member called onto it, or with none any more; untouched prices are those of the level."""
    guest = None if member_id is None else guest_of(session, member_id)
    same = guest is not None and ticket.guest is not None and guest.id == ticket.guest.id
    called = ticket.of_guest(guest)
    if same:
        called = replace(called, points_wanted=ticket.points_wanted)
    goods = [line.product for line in ticket.lines]
    priced = iter(at_level(session, goods, guest.price_level if guest else ""))
    return called.renewed(lambda _product: next(priced))


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
