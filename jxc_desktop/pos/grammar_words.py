"""What the till's box understood, said back before Enter: 「单品 8折：15.90 → 12.72」."""

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import clauses, translate
from jxc_desktop.core.numbers import MONEY_PLACES, PRICE_PLACES, QUANTITY_PLACES, text_of, trimmed
from jxc_desktop.pos import grammar
from jxc_desktop.pos.grammar import Entry
from jxc_desktop.pos.ticket import OpenTicket, Rounding
from jxc_desktop.widgets.formats import discount_text


def words_for(entry: Entry, ticket: OpenTicket, place: int) -> str:
    """The sentence for `entry` while line `place` is the current one (-1 for none)."""
    match entry:
        case grammar.Code():
            return _code(entry)
        case grammar.PaymentCode():
            return translate("pos", "这是付款码，不收款也不记录")
        case grammar.Unclear() | grammar.Nothing():
            return entry.reason if isinstance(entry, grammar.Unclear) else ""
        case grammar.CashPaid(fen):
            return _cash(fen, ticket.due)
        case grammar.Member(text):
            return _member(text)
        case (
            grammar.OrderDiscount()
            | grammar.OrderYuan()
            | grammar.OrderRounding()
            | grammar.Points()
        ):
            return _order(entry, ticket)
    return _current(entry, ticket, place)


def _current(entry: Entry, ticket: OpenTicket, place: int) -> str:
    """What the entry does to the current line, or what it waits for when there is none."""
    if not 0 <= place < len(ticket.lines):
        ahead = isinstance(entry, grammar.Quantity) and not entry.relative
        return _next(entry) if ahead else translate("pos", "先扫商品")
    try:
        return _line(entry, ticket, place)
    except UserError as error:
        return error.message


def _code(entry: grammar.Code) -> str:
    parts = []
    if entry.quantity is not None:
        parts.append(translate("pos", "{quantity} 件").format(quantity=_quantity(entry.quantity)))
    if entry.price is not None:
        parts.append(translate("pos", "单价 {price}").format(price=_price(entry.price)))
    return clauses(parts)


def _member(text: str | None) -> str:
    if text is None:
        return translate("pos", "不算会员了")
    return translate("pos", "叫出会员 {text}").format(text=text) if text else ""


def _next(entry: Entry) -> str:
    quantity = entry.quantity if isinstance(entry, grammar.Quantity) else 0
    return translate("pos", "再扫码即为 {quantity} 件").format(quantity=_quantity(quantity or 0))


def _cash(fen: int, due: int) -> str:
    if fen < due:
        return translate("pos", "收现金 {paid}，还差 {left}").format(
            paid=_money(fen), left=_money(due - fen)
        )
    return translate("pos", "收现金 {paid}，找 {change}").format(
        paid=_money(fen), change=_money(fen - due)
    )


def _order(entry: Entry, ticket: OpenTicket) -> str:
    try:
        after = applied(entry, ticket, -1)
    except UserError as error:
        return error.message
    what = ""
    if isinstance(entry, grammar.OrderRounding):
        what = after.rounding.words
    elif isinstance(entry, grammar.OrderDiscount):
        what = discount_text(entry.off)
    elif isinstance(entry, grammar.Points):
        what = translate("pos", "用 {points} 分").format(points=after.points_used)
    return translate("pos", "整单{what}：{before} → {after}").format(
        what=what, before=_money(ticket.due), after=_money(after.due)
    )


def _line(entry: Entry, ticket: OpenTicket, place: int) -> str:
    before, after = ticket.lines[place], applied(entry, ticket, place)
    left = after.lines[place] if len(after.lines) == len(ticket.lines) else None
    match entry:
        case grammar.Quantity() if left is None:
            return translate("pos", "删掉 {product}").format(product=before.product.name)
        case grammar.Quantity(relative=False):
            return translate("pos", "{ahead}，回车则改本行").format(ahead=_next(entry))
        case grammar.Quantity() if left is not None:
            return translate("pos", "{product}：{before} → {after}").format(
                product=before.product.name,
                before=_quantity(before.quantity),
                after=_quantity(left.quantity),
            )
        case grammar.Price(price):
            return translate("pos", "改价：{before} → {after}").format(
                before=_price(before.price), after=_price(price)
            )
    off = entry.off if isinstance(entry, grammar.LineDiscount) else 0
    return translate("pos", "单品 {discount}：{before} → {after}").format(
        discount=discount_text(off) or translate("pos", "原价"),
        before=_money(before.amount),
        after=_money(left.amount if left else 0),
    )


def applied(entry: Entry, ticket: OpenTicket, place: int) -> OpenTicket:
    """The ticket after an entry that looks nothing up; `place` is the current line."""
    match entry:
        case grammar.Quantity(quantity, relative=True):
            left = ticket.lines[place].quantity + quantity
            return ticket.with_quantity(place, left) if left > 0 else ticket.without(place)
        case grammar.Quantity(quantity):
            return ticket.with_quantity(place, quantity)
        case grammar.Price(price):
            return ticket.with_price(place, price)
        case grammar.LineDiscount(off):
            return ticket.with_discount(place, off)
    return _applied_to_order(entry, ticket)


def _applied_to_order(entry: Entry, ticket: OpenTicket) -> OpenTicket:
    match entry:
        case grammar.OrderDiscount(off):
            return ticket.with_rate_off(off)
        case grammar.OrderYuan(fen):
            return ticket.with_yuan_off(fen)
        case grammar.OrderRounding():
            return ticket.with_rounding(_next_rounding(ticket.rounding))
        case grammar.Points(points):
            return ticket.with_points(points)
    return ticket


_TURN = (Rounding.NONE, Rounding.FEN, Rounding.JIAO)


def _next_rounding(mode: Rounding) -> Rounding:
    """Each 抹零 goes one step further and the third takes it back."""
    return _TURN[(_TURN.index(mode) + 1) % len(_TURN)] if mode in _TURN else Rounding.NONE


def _money(fen: int) -> str:
    return text_of(fen, MONEY_PLACES)


def _price(price: int) -> str:
    return trimmed(price, PRICE_PLACES, MONEY_PLACES)


def _quantity(quantity: int) -> str:
    return trimmed(quantity, QUANTITY_PLACES)
