"""`print`: the paper that a person would get, as a file."""

import argparse
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import hand_over
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jxc_desktop.printing.slip import Slip
    from jxc_desktop.shop.settings import Settings

FORMATS = ("pdf", "escpos", "png")
RECEIPT = "receipt"
TICKETS = frozenset({"pos_sale", "pos_return"})


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("print", help="the paper of a document, as a file")
    verb.add_argument("number", metavar="NUMBER")
    verb.add_argument("--form", metavar="NAME")
    verb.add_argument("--as", dest="form_as", choices=FORMATS, default="pdf")
    verb.add_argument("-o", dest="file", metavar="FILE")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Each print is on record; from the second on the paper says 补打."""
    from jxc_desktop.cli.shop import opened

    with opened(options) as shop, shop.database.transaction(shop.actor) as session:
        content = _content(session, options)
        hand_over(content, options.file, binary=True)
    return 0


def _content(session: "Session", options: argparse.Namespace) -> bytes:
    from jxc_desktop.intake.reversal import kind_of
    from jxc_desktop.shop.settings import settings_of

    kind = kind_of(session, options.number)
    if kind not in TICKETS:
        raise Refused(
            translate("cli", "{number} 这种单据还没有打印格式").format(number=options.number)
        )
    if options.form not in {None, RECEIPT}:
        raise InvalidInput(
            translate("cli", "{number} 只有 {forms} 这种格式").format(
                number=options.number, forms=RECEIPT
            )
        )
    return _slip_bytes(_receipt(session, options.number), settings_of(session), options.form_as)


def _receipt(session: "Session", number: str) -> "Slip":
    from jxc_desktop.cash.methods import payment_methods
    from jxc_desktop.core.db import clock_of
    from jxc_desktop.pos.selling import reprint
    from jxc_desktop.pos.slips import receipt_for

    cash_ways = frozenset(m.code for m in payment_methods(session).values() if m.is_cash)
    return receipt_for(reprint(session, number), clock_of(session), cash_ways)


def _slip_bytes(slip: "Slip", settings: "Settings", form: str) -> bytes:
    from jxc_desktop.printing.escpos import Charset, encode
    from jxc_desktop.printing.paper import slip_pdf
    from jxc_desktop.printing.preview import page_picture
    from jxc_desktop.printing.slip import Roll

    roll = Roll(str(settings.receipt_width))
    if form == "escpos":
        return encode(slip, roll, Charset(settings.receipt_charset.lower()))
    pdf = slip_pdf(slip, roll)
    return page_picture(pdf) if form == "png" else pdf
