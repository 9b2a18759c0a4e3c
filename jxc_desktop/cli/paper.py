"""`print`: the paper that a person would get, as a file."""

import argparse
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.given import whole
from jxc_desktop.cli.speaking import hand_over
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import listed, translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jxc_desktop.printing.form import Form

FORMATS = ("pdf", "escpos", "png")


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("print", help="the paper of a document, as a file")
    verb.add_argument("number", metavar="NUMBER")
    verb.add_argument("--form", metavar="NAME")
    verb.add_argument("--version", type=whole, metavar="N", help="of a quotation: a former one")
    verb.add_argument("--partner", metavar="CODE", help="of an inquiry: the supplier it is for")
    verb.add_argument("--as", dest="form_as", choices=FORMATS, default="pdf")
    verb.add_argument("-o", dest="file", metavar="FILE")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Each print is on record; from the second on the paper says 补打."""
    from jxc_desktop.cli.shop import opened

    with opened(options) as shop, shop.database.transaction(shop.actor) as session:
        hand_over(_content(session, options), options.file, binary=True)
    return 0


def _content(session: "Session", options: argparse.Namespace) -> bytes:
    from jxc_desktop.intake.reversal import kind_of

    papers, kind = {**PAPERS, **_money_papers()}, kind_of(session, options.number)
    if kind not in papers:
        raise Refused(
            translate("cli", "{number} 这种单据没有打印格式").format(number=options.number)
        )
    form, draw = papers[kind]
    if options.form not in {None, form}:
        raise InvalidInput(
            translate("cli", "{number} 只有 {form} 这种格式").format(
                number=options.number, form=form
            )
        )
    if options.version is not None:
        return _version(session, options.number, options.form_as, kind, options.version)
    if options.partner:
        return _rfq_to(session, options.number, options.form_as, kind, options.partner)
    return draw(session, options.number, options.form_as)


def _receipt(session: "Session", number: str, form_as: str) -> bytes:
    """The paper of a ticket or return, on the shop's own roll; the drawer stays shut."""
    from jxc_desktop.cash.methods import payment_methods
    from jxc_desktop.core.db import clock_of
    from jxc_desktop.pos.selling import reprint
    from jxc_desktop.pos.slips import receipt_for
    from jxc_desktop.printing.escpos import Charset, encode
    from jxc_desktop.printing.paper import slip_pdf
    from jxc_desktop.printing.slip import Roll

    sold = reprint(session, number)
    cash_ways = frozenset(m.code for m in payment_methods(session).values() if m.is_cash)
    slip = receipt_for(sold, clock_of(session), cash_ways)
    roll = Roll(str(sold.settings.receipt_width))
    if form_as == "escpos":
        return encode(slip, roll, Charset(sold.settings.receipt_charset.lower()))
    return _as(form_as, slip_pdf(slip, roll))


def _quotation(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.sales.note import printed_quotation

    return _form(printed_quotation(session, number), form_as, sheet="A4")


def _version(session: "Session", number: str, form_as: str, kind: str, version: int) -> bytes:
    """What a quotation said before it was revised."""
    from jxc_desktop.sales.note import printed_version

    if kind != "quotation":
        raise InvalidInput(translate("cli", "只有报价单有版本，去掉 --version"))
    return _form(printed_version(session, number, version), form_as, sheet="A4")


def _sales_order(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.sales.note import printed_order

    return _form(printed_order(session, number), form_as)


def _delivery(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.sales.note import printed_delivery

    return _form(printed_delivery(session, number), form_as)


def _goods_receipt(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.purchase.note import printed_receipt

    return _form(printed_receipt(session, number), form_as)


def _purchase_order(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.purchase.note import printed_order

    return _form(printed_order(session, number), form_as)


def _rfq(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.purchase.note import printed_rfq

    return _form(printed_rfq(session, number), form_as)


def _rfq_to(session: "Session", number: str, form_as: str, kind: str, code: str) -> bytes:
    """The inquiry as one of the suppliers gets it."""
    from jxc_desktop.purchase.note import printed_rfq
    from jxc_desktop.purchase.queries import rfq_view

    if kind != "rfq":
        raise InvalidInput(translate("cli", "只有询价单分供应商打印，去掉 --partner"))
    asked = {each.partner: each.partner_id for each in rfq_view(session, number).suppliers}
    if code not in asked:
        told = translate("cli", "{number} 没有问供应商 {code}，问的是 {known}")
        raise InvalidInput(told.format(number=number, code=code, known=listed(asked)))
    return _form(printed_rfq(session, number, asked[code]), form_as)


def _purchase_request(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.purchase.note import printed_request

    return _form(printed_request(session, number), form_as)


def _sales_return(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.sales.note import printed_return

    return _form(printed_return(session, number), form_as)


def _sales_invoice(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.sales.note import printed_invoice

    return _form(printed_invoice(session, number), form_as)


def _purchase_invoice(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.purchase.note import printed_invoice

    return _form(printed_invoice(session, number), form_as)


def _purchase_allowance(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.purchase.note import printed_allowance

    return _form(printed_allowance(session, number), form_as)


def _landed_cost(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.purchase.note import printed_landed_cost

    return _form(printed_landed_cost(session, number), form_as)


def _purchase_return(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.purchase.note import printed_return

    return _form(printed_return(session, number), form_as)


def _stock_transfer(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_transfer

    return _form(printed_transfer(session, number), form_as)


def _transfer_receipt(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_transfer_receipt

    return _form(printed_transfer_receipt(session, number), form_as)


def _stock_count(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_count

    return _form(printed_count(session, number), form_as, sheet="A4")


def _stock_loss(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_loss

    return _form(printed_loss(session, number), form_as)


def _stock_gain(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_gain

    return _form(printed_gain(session, number), form_as)


def _other_receipt(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_other_receipt

    return _form(printed_other_receipt(session, number), form_as)


def _other_issue(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_other_issue

    return _form(printed_other_issue(session, number), form_as)


def _assembly(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_assembly

    return _form(printed_assembly(session, number), form_as)


def _disassembly(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_disassembly

    return _form(printed_disassembly(session, number), form_as)


def _loss_resolution(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_resolution

    return _form(printed_resolution(session, number), form_as)


def _cost_adjustment(session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.stock.note import printed_adjustment

    return _form(printed_adjustment(session, number), form_as)


def _money_papers() -> "Mapping[str, tuple[str, Draw]]":
    """Form and drawing of each kind of money document."""
    from jxc_desktop.cash.papers import PAPERS as MONEY

    return {kind: (drawn.form, partial(_money, kind)) for kind, drawn in MONEY.items()}


def _money(kind: str, session: "Session", number: str, form_as: str) -> bytes:
    from jxc_desktop.cash.papers import PAPERS as MONEY
    from jxc_desktop.cash.papers import printed_money_paper

    form = printed_money_paper(session, number, kind=kind)
    return _form(form, form_as, sheet="241×93" if MONEY[kind].small else "241×140")


def _form(form: "Form", form_as: str, *, sheet: str = "241×140") -> bytes:
    """On continuous paper, a third of a page or a half, or on what else the form is for."""
    from jxc_desktop.printing.form import PAPERS
    from jxc_desktop.printing.form_pdf import form_pdf

    if form_as == "escpos":
        raise InvalidInput(translate("cli", "这种单据不打在小票上，用 --as pdf 或 png"))
    return _as(form_as, form_pdf(form, PAPERS[sheet]))


def _as(form_as: str, pdf: bytes) -> bytes:
    """The PDF itself, or its pages as one picture, one below the other."""
    from io import BytesIO

    from PIL import Image

    from jxc_desktop.printing.preview import page_pictures

    if form_as == "pdf":
        return pdf
    pages = [Image.open(BytesIO(page)).convert("RGB") for page in page_pictures(pdf)]
    whole = Image.new("RGB", (pages[0].width, sum(page.height for page in pages)), "white")
    above = 0
    for page in pages:
        whole.paste(page, (0, above))
        above += page.height
    target = BytesIO()
    whole.save(target, "PNG")
    return target.getvalue()


RECEIPT, DELIVERY_NOTE, RECEIPT_NOTE = "receipt", "delivery_note", "receipt_note"
RETURN_NOTE, ORDER_FORM, QUOTATION_FORM = "return_note", "order_form", "quotation_form"
RFQ_FORM, REQUEST_FORM = "rfq_form", "request_form"
INVOICE_NOTE, ALLOWANCE_NOTE = "invoice_note", "allowance_note"
LANDED_NOTE = "landed_cost_note"
SALES_INVOICE_NOTE = "sales_invoice_note"
OTHER_RECEIPT_NOTE, OTHER_ISSUE_NOTE = "other_receipt_note", "other_issue_note"
ASSEMBLY_NOTE, DISASSEMBLY_NOTE = "assembly_note", "disassembly_note"
TRANSFER_NOTE, COUNT_NOTE = "transfer_note", "count_note"
TRANSFER_RECEIPT_NOTE = "transfer_receipt_note"
LOSS_NOTE, GAIN_NOTE, RESOLUTION_NOTE = "loss_note", "gain_note", "resolution_note"
ADJUSTMENT_NOTE = "adjustment_note"
Draw = Callable[["Session", str, str], bytes]
PAPERS: Mapping[str, tuple[str, Draw]] = {
    "pos_sale": (RECEIPT, _receipt),
    "pos_return": (RECEIPT, _receipt),
    "quotation": (QUOTATION_FORM, _quotation),
    "sales_order": (ORDER_FORM, _sales_order),
    "sales_delivery": (DELIVERY_NOTE, _delivery),
    "sales_return": (RETURN_NOTE, _sales_return),
    "sales_invoice": (SALES_INVOICE_NOTE, _sales_invoice),
    "purchase_request": (REQUEST_FORM, _purchase_request),
    "rfq": (RFQ_FORM, _rfq),
    "purchase_order": (ORDER_FORM, _purchase_order),
    "goods_receipt": (RECEIPT_NOTE, _goods_receipt),
    "purchase_invoice": (INVOICE_NOTE, _purchase_invoice),
    "purchase_return": (RETURN_NOTE, _purchase_return),
    "purchase_allowance": (ALLOWANCE_NOTE, _purchase_allowance),
    "landed_cost": (LANDED_NOTE, _landed_cost),
    "stock_transfer": (TRANSFER_NOTE, _stock_transfer),
    "transfer_receipt": (TRANSFER_RECEIPT_NOTE, _transfer_receipt),
    "stock_count": (COUNT_NOTE, _stock_count),
    "stock_loss": (LOSS_NOTE, _stock_loss),
    "stock_gain": (GAIN_NOTE, _stock_gain),
    "other_receipt": (OTHER_RECEIPT_NOTE, _other_receipt),
    "other_issue": (OTHER_ISSUE_NOTE, _other_issue),
    "assembly": (ASSEMBLY_NOTE, _assembly),
    "disassembly": (DISASSEMBLY_NOTE, _disassembly),
    "loss_resolution": (RESOLUTION_NOTE, _loss_resolution),
    "cost_adjustment": (ADJUSTMENT_NOTE, _cost_adjustment),
}
"""The form of each kind of document of goods, and how it is drawn."""
