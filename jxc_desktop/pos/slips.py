"""The till's papers: receipts of sales and returns, the shift slip (domain.md §6.8).

A receipt is the 购货凭证 that a customer may ask for: seller, day, goods, quantity, price, amount, ways paid, number.
"""

from collections.abc import Iterator

from jxc_desktop.cash.methods import STORED_VALUE
from jxc_desktop.core.clock import Clock
from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.core.numbers import (
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    line_amount,
    text_of,
    trimmed,
)
from jxc_desktop.partners.queries import masked
from jxc_desktop.pos.queries.shifts import ShiftView
from jxc_desktop.pos.queries.tickets import TicketView
from jxc_desktop.pos.selling import Sold
from jxc_desktop.pos.topups import ToppedUp
from jxc_desktop.printing.slip import (
    Barcode,
    Cell,
    Cut,
    Drawer,
    Element,
    Line,
    Paragraph,
    Row,
    Rule,
    Slip,
)
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.trade import SaleLineView

WIDE = 80
"""Paper of this width in mm has room for a line of goods on one line."""
_COLUMNS = (0, 6, 9, 11)
RETURN = "pos_return"


@on_paper
def receipt_for(sold: Sold, clock: Clock, cash_ways: frozenset[str]) -> Slip:
    """The receipt of a sale or return; the drawer opens only where cash went in or out and for the first paper.

    `cash_ways` are the codes of the ways to pay that are cash.
    """
    view, settings = sold.view, sold.settings
    elements = (
        *_head(view, clock),
        Rule(),
        *_goods(view, wide=settings.receipt_width >= WIDE),
        Rule(),
        *_sums(view),
        *_paid(view, cash_ways),
        *_member(view),
        Rule(),
        *_foot(view, settings),
        Cut(),
    )
    cash = any(tender.method in cash_ways and tender.tendered for tender in view.tenders)
    drawer: tuple[Element, ...] = (Drawer(),) if cash and not sold.printed else ()
    slip = Slip(settings.name, (*drawer, *elements))
    return slip.as_reprint(sold.printed) if sold.printed else slip


def _head(view: TicketView, clock: Clock) -> Iterator[Element]:
    head = view.head
    if head.kind == RETURN:
        yield Line(translate("pos", "退货单"), bold=True, centred=True)
    elif view.returns and not head.reverses:
        yield Line(translate("pos", "换货单"), bold=True, centred=True)
    elif head.reverses:
        yield Line(translate("pos", "红字单，冲 {number}").format(number=head.reverses), bold=True)
    yield Line(translate("pos", "单号 {number}").format(number=head.number))
    if view.returns:
        yield Line(translate("pos", "原单 {number}").format(number=view.returns))
    moment = head.created_at if head.posted_at is None else head.posted_at
    at = f"{clock.local(moment):%Y-%m-%d %H:%M}"
    yield Line(at, translate("pos", "收银台 {till}").format(till=view.till))
    yield Line(
        translate("pos", "收银员 {cashier}").format(cashier=view.cashier_name or view.cashier)
    )


def _goods(view: TicketView, *, wide: bool) -> Iterator[Element]:
    if wide:
        yield _row(
            translate("pos", "名称"),
            translate("pos", "数量"),
            translate("pos", "单价"),
            translate("pos", "金额"),
        )
    back = view.exchanged
    for line in view.lines:
        if line in back:
            continue
        yield from _line_of_goods(line, wide=wide)
        for part in view.promotions:
            if part.line_no == line.line_no:
                yield Line(f"  {part.name}", _money(-part.amount))
    if back:
        yield Line(translate("pos", "退回"), bold=True)
    for line in back:
        yield from _line_of_goods(line, wide=wide, paid=line.gross)


def _line_of_goods(line: SaleLineView, *, wide: bool, paid: int | None = None) -> Iterator[Element]:
    """A line; what came back in exchange says what was `paid` for it, in fen."""
    name = f"{line.name} {line.spec}".strip()
    quantity = trimmed(line.quantity, QUANTITY_PLACES)
    price = trimmed(line.price, PRICE_PLACES, MONEY_PLACES)
    full = line_amount(line.quantity, line.price, line.discount)
    amount = _money(full if paid is None else paid)
    if wide:
        yield _row(name, quantity, price, amount)
    else:
        yield Paragraph(name)
        yield Line(f"  {quantity}{line.unit}×{price}", amount)
    if line.discount and paid is None:
        yield Line(_was(line))


def _row(*texts: str) -> Row:
    cells = zip(texts, _COLUMNS, strict=True)
    return Row(tuple(Cell(text, width, "right" if width else "left") for text, width in cells))


def _was(line: SaleLineView) -> str:
    full = line_amount(line.quantity, line.price)
    off = full - line_amount(line.quantity, line.price, line.discount)
    return translate("pos", "  原价 {full}，优惠 {off}").format(full=_money(full), off=_money(off))


def _sums(view: TicketView) -> Iterator[Element]:
    back, exchanged = view.head.kind == RETURN, view.exchanged
    lines = [line for line in view.lines if line not in exchanged]
    pieces = trimmed(sum(line.quantity for line in lines), QUANTITY_PLACES)
    one_kind = len({line.unit for line in lines}) == 1
    count = translate("pos", "{pieces} 件").format(pieces=pieces) if one_kind else ""
    amounts = (line_amount(each.quantity, each.price, each.discount) for each in lines)
    yield Line(
        translate("pos", "合计 {lines} 行 {count}").format(lines=len(lines), count=count),
        _money(view.due if back else sum(amounts)),
    )
    if view.promotion_off:
        yield Line(translate("pos", "促销优惠"), _money(-view.promotion_off))
    if view.order_discount:
        yield Line(translate("pos", "整单优惠"), _money(-view.order_discount))
    if view.rounding_off:
        yield Line(translate("pos", "抹零"), _money(-view.rounding_off))
    if view.member and view.member.points_off and not back:
        used = translate("pos", "{points} 分抵").format(points=view.member.points_used)
        yield Line(used, _money(-view.member.points_off))
    if exchanged:
        yield Line(translate("pos", "退回"), _money(sum(line.gross for line in exchanged)))
    refund = back or (bool(exchanged) and view.due < 0)
    due = translate("pos", "应退") if refund else translate("pos", "应收")
    yield Line(due, _money(abs(view.due) if exchanged else view.due), bold=True, big=True)
    if view.promotion_off > 0:
        full = sum(line_amount(each.quantity, each.price) for each in lines)
        paid = sum(line.gross for line in lines)
        yield Line(translate("pos", "已优惠"), _money(full - paid - view.rounding_off))


def _paid(view: TicketView, cash_ways: frozenset[str]) -> Iterator[Element]:
    given = view.member.bonus_off if view.member else 0
    for tender in view.tenders:
        shown = tender.tendered if tender.method in cash_ways else tender.amount
        if tender.method == STORED_VALUE:
            shown, given = shown + given, 0
        yield Line(tender.name, _money(shown))
    if given:
        yield Line(translate("pos", "储值"), _money(given))
    if view.change_given:
        yield Line(translate("pos", "找零"), _money(view.change_given))


def _member(view: TicketView) -> Iterator[Element]:
    """Whose ticket it is, as far as anybody who finds it may know, and what the card holds now."""
    part = view.member
    if part is None:
        return
    yield Rule()
    yield Line(translate("pos", "会员"), masked(part.card_no))
    back = view.head.kind == RETURN
    earned = -part.points_earned if back else part.points_earned
    if earned:
        yield Line(translate("pos", "本次积分"), str(earned))
    yield Line(translate("pos", "积分余额"), str(part.points_left))
    if part.value_left or part.bonus_off or any(t.method == STORED_VALUE for t in view.tenders):
        yield Line(translate("pos", "储值余额"), _money(part.value_left))


def _foot(view: TicketView, settings: Settings) -> Iterator[Element]:
    if view.head.number:
        yield Barcode(view.head.number)
    for text in (settings.receipt_footer, settings.address):
        if text:
            yield Paragraph(text, "centre")
    if settings.phone:
        yield Paragraph(translate("pos", "电话 {phone}").format(phone=settings.phone), "centre")
    yield Paragraph(translate("pos", "退换货凭此小票"), "centre")


@on_paper
def shift_slip(shift: ShiftView, settings: Settings, clock: Clock, *, waiting: int = 0) -> Slip:
    """The paper of a shift: interim (X) while it is open, final with what was counted once closed."""
    return Slip(
        settings.name,
        (
            *_shift_head(shift, clock),
            Rule(),
            *_takings(shift),
            Rule(),
            *_drawer(shift),
            *_left(waiting),
            Line(),
            Line(translate("pos", "收银员签字：")),
            Cut(),
        ),
    )


@on_paper
def topup_slip(done: ToppedUp, clock: Clock) -> Slip:
    """What a member paid onto the card, what was given with it, and what it holds now; cash opens the drawer."""
    view, guest = done.view, done.guest
    drawer: tuple[Element, ...] = (Drawer(),) if done.in_cash else ()
    moment = view.head.created_at if view.head.posted_at is None else view.head.posted_at
    return Slip(
        done.settings.name,
        (
            *drawer,
            Line(translate("pos", "储值充值"), bold=True, centred=True),
            Line(translate("pos", "单号 {number}").format(number=view.head.number)),
            Line(f"{clock.local(moment):%Y-%m-%d %H:%M}"),
            Line(translate("pos", "会员"), masked(view.member)),
            Rule(),
            *(Line(paid.name, _money(paid.amount)) for paid in view.payments),
            Line(translate("pos", "赠送"), _money(view.bonus)),
            Line(translate("pos", "储值余额"), _money(guest.value), bold=True),
            Cut(),
        ),
    )


def _shift_head(shift: ShiftView, clock: Clock) -> Iterator[Element]:
    closed = shift.closed_at is not None
    title = translate("pos", "交班单") if closed else translate("pos", "中途报表")
    yield Line(title, bold=True, centred=True)
    if shift.number:
        yield Line(translate("pos", "单号 {number}").format(number=shift.number))
    yield Line(
        translate("pos", "收银台 {till}").format(till=shift.till),
        translate("pos", "收银员 {cashier}").format(cashier=shift.cashier_name or shift.cashier),
    )
    yield Line(translate("pos", "营业日"), shift.day.isoformat())
    yield Line(translate("pos", "开班"), f"{clock.local(shift.opened_at):%m-%d %H:%M}")
    if shift.closed_at is not None:
        yield Line(translate("pos", "交班"), f"{clock.local(shift.closed_at):%m-%d %H:%M}")


def _takings(shift: ShiftView) -> Iterator[Element]:
    yield Line(
        translate("pos", "零售 {count} 单").format(count=shift.sales), _money(shift.sales_amount)
    )
    yield Line(
        translate("pos", "退货 {count} 单").format(count=shift.returns),
        _money(-shift.returns_amount),
    )
    yield Line(translate("pos", "优惠"), _money(shift.reductions))
    yield Line(translate("pos", "抹零"), _money(shift.rounding_off))
    yield Rule()
    for way in shift.methods:
        yield Line(way.name, _money(way.net))
        if way.returned:
            yield Line(translate("pos", "  其中退款"), _money(-way.returned))


def _drawer(shift: ShiftView) -> Iterator[Element]:
    if shift.topups or shift.topups_cash:
        yield Line(translate("pos", "储值充值"), _money(shift.topups))
        yield Line(translate("pos", "  其中现金"), _money(shift.topups_cash))
    yield Line(translate("pos", "备用金"), _money(shift.float_amount))
    yield Line(translate("pos", "应有现金"), _money(shift.expected), bold=True)
    if shift.counted is None or shift.difference is None:
        return
    yield Line(translate("pos", "实点现金"), _money(shift.counted), bold=True)
    yield Line(difference_words(shift.difference), _money(abs(shift.difference)), bold=True)
    if shift.reason:
        yield Paragraph(translate("pos", "原因：{reason}").format(reason=shift.reason))


def _left(waiting: int) -> Iterator[Element]:
    if waiting:
        yield Line(translate("pos", "还有挂单"), str(waiting))


def difference_words(difference: int) -> str:
    """What a drawer that does not fit is called: 长款 has too much, 短款 too little."""
    if difference == 0:
        return translate("pos", "相符")
    return translate("pos", "长款") if difference > 0 else translate("pos", "短款")


def _money(fen: int) -> str:
    return text_of(fen, MONEY_PLACES)
