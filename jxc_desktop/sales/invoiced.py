"""The lines of an invoice given out: how much of which sale, and the tax in it.

A line without a sum takes all of its sale that no invoice says yet, with the tax the books have. Of a part, tax is
what the rate typed says, else the sale's share S(x) = half_up(tax · x / gross). Cents may differ from the books as the
tax platform rounds each line by itself: at most `CENTS`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, div_half_up, net_of, tax_on, text_of
from jxc_desktop.ledger.invoices.register import Sale, Sums
from jxc_desktop.shop.tax import require_rate, tax_rates

CENTS = 6
"""Fen by which the tax of one line may differ from its rate (the tax platform's own tolerance, 尾差 0.06)."""


@dataclass(frozen=True, slots=True)
class InvoiceSale:
    """A line as typed: so much (fen with tax) of sale `source`, or without one of what `summary` says.

    `gross` None is all that is left of the sale; `tax` None is reckoned.
    """

    source: str = ""
    gross: int | None = None
    tax: int | None = None
    tax_rate: int | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A line as registered."""

    typed: InvoiceSale
    sold: date
    rate: int | None
    sums: Sums


def said_of(typed: InvoiceSale, sale: Sale | None, day: date) -> Said:
    """The line with its sums; raises where it says more than was sold, or tax that cannot be."""
    if typed.tax_rate is not None:
        require_rate(typed.tax_rate, day, field="tax_rate")
    if sale is None:
        sums = _free(typed)
        return Said(typed, day, _rate(typed, sums, day), sums)
    gross = sale.left.gross if typed.gross is None else typed.gross
    if not gross:
        raise Refused(
            translate("sales", "{number} 已经开完票，没有余下的").format(number=sale.source),
            field="gross",
        )
    tax = _tax(typed, sale, gross)
    sums = Sums(gross - tax, tax)
    rate = _rate(typed, sums, day)
    require_within(sale, sums)
    return Said(typed, sale.day, rate, sums)


def _free(typed: InvoiceSale) -> Sums:
    if not typed.gross:
        raise InvalidInput(translate("sales", "写上开票金额"), field="gross")
    if typed.tax is None and typed.tax_rate is None:
        raise InvalidInput(translate("sales", "没有单据的一行要写税率或税额"), field="tax_rate")
    tax = typed.tax
    if tax is None:
        tax = typed.gross - net_of(typed.gross, typed.tax_rate or 0)
    return Sums(typed.gross - tax, tax)


def _tax(typed: InvoiceSale, sale: Sale, gross: int) -> int:
    """The tax in `gross`; the last part of a sale takes what the books still have, to the fen."""
    if typed.tax is not None:
        return typed.tax
    whole = gross == sale.left.gross
    if typed.tax_rate is None:
        return sale.left.tax if whole else _share(sale, gross)
    tax = gross - net_of(gross, typed.tax_rate)
    return sale.left.tax if whole and abs(tax - sale.left.tax) <= CENTS else tax


def _share(sale: Sale, gross: int) -> int:
    def upto(sum_: int) -> int:
        return div_half_up(sale.sold.tax * sum_, sale.sold.gross)

    return upto(sale.said.gross + gross) - upto(sale.said.gross)


def require_within(sale: Sale, more: Sums) -> None:
    """Refuse `more` where invoices would say more of a sale than was sold, or less than nothing; or other tax."""
    gross, tax = sale.said.gross + more.gross, sale.said.tax + more.tax
    sign = 1 if sale.sold.gross > 0 else -1
    if not 0 <= gross * sign <= sale.sold.gross * sign:
        raise Refused(
            translate("sales", "{number} 卖了 {sold}，已开票 {said}，这次只能开 {left}").format(
                number=sale.source,
                sold=_yuan(sale.sold.gross),
                said=_yuan(sale.said.gross),
                left=_yuan(sale.left.gross),
            ),
            field="gross",
        )
    most = sale.sold.tax * sign + CENTS
    least = most - 2 * CENTS if gross == sale.sold.gross else -CENTS
    if not least <= tax * sign <= most:
        raise Refused(
            translate(
                "sales", "{number} 记账的税额是 {sold}，发票合起来是 {said}。核对税率"
            ).format(number=sale.source, sold=_yuan(sale.sold.tax), said=_yuan(tax)),
            field="tax",
        )


def _rate(typed: InvoiceSale, sums: Sums, day: date) -> int | None:
    """The rate typed, if it says the tax; else the one in force that does; None where several are mixed."""
    if typed.tax_rate is None:
        return rate_near(sums, day)
    if abs(tax_on(sums.net, typed.tax_rate) - sums.tax) > CENTS:
        raise InvalidInput(
            translate("sales", "税额 {tax} 和税率对不上，应当是 {right}").format(
                tax=_yuan(sums.tax), right=_yuan(tax_on(sums.net, typed.tax_rate))
            ),
            field="tax",
        )
    return typed.tax_rate


def rate_near(sums: Sums, day: date) -> int | None:
    """The rate in force on `day` that comes closest to the tax; None where none does."""
    known: Sequence[int] = sorted({0, *(each.rate for each in tax_rates() if each.covers(day))})
    off = {rate: abs(tax_on(sums.net, rate) - sums.tax) for rate in known}
    best = min(known, key=lambda rate: off[rate])
    return best if off[best] <= CENTS else None


def _yuan(fen: int) -> str:
    return text_of(fen, MONEY_PLACES)
