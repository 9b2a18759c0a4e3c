"""What a month's end owes in taxes, from the books alone (domain.md §2.10 no. 6 to 8). Amounts in fen.

The books are kept in Chinese, so summaries are not translated.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.models import Purpose
from jxc_desktop.ledger.periods import first_of, last_of, month_of, quarter_of
from jxc_desktop.ledger.queries.balances import accounts
from jxc_desktop.ledger.queries.results import result_nets
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.shop.tax import Threshold, relief_on, threshold_on

VAT, SMALL_VAT, UNPAID_VAT, SIMPLE_VAT = "222101", "22210120", "222102", "222108"
PREPAID_VAT, VAT_OUT, OVERPAID_VAT = "22210103", "22210104", "22210110"
SURCHARGE, OTHER_INCOME, EXEMPT_ITEM = "5403", "5301", "减免税款"
INCOME_TAX, INCOME_TAX_OWED = "5801", "222111"
SALES = ("5001", "5051")
SURCHARGES = (
    ("city_tax_rate", "222112", "城市维护建设税"),
    ("education_rate", "222113", "教育费附加"),
    ("local_education_rate", "222114", "地方教育附加"),
)
"""The setting of each rate, what is owed, and the item that the income statement shows."""
DECEMBER = 12

_NET = Statement(
    "SELECT coalesce(sum(debit - credit), 0) FROM account_balance "
    "WHERE account LIKE :account AND account <> :without AND month <= :month"
)
_CREDITED = Statement(
    "SELECT coalesce(sum(credit), 0) FROM account_balance "
    "WHERE account LIKE :account AND month BETWEEN :first AND :last"
)

_PREPAID = Statement(
    "SELECT coalesce(sum(debit - credit), 0) FROM account_balance "
    "WHERE (account LIKE :paid OR account LIKE :back) AND month = :month"
)
"""What was paid ahead in a month; of earlier months nothing is left, it was used up or came back at their end."""


@dataclass(frozen=True, slots=True)
class SmallVat:
    """A small taxpayer's VAT of a filing period: sales without tax, tax on them, and what is exempt of it.

    `special` is the tax on special invoices for sales of the period, `late` that on special invoices of the period
    for sales of earlier ones that were exempt then.
    """

    sales: int
    tax: int
    special: int
    threshold: Threshold | None
    late: int = 0

    @property
    def within(self) -> bool:
        """Whether sales stay under the threshold."""
        return self.threshold is not None and self.threshold.keeps(self.sales)

    @property
    def exempt(self) -> int:
        """Tax that is not due because sales stay under the threshold; that on special invoices always is.

        Below 0 where special invoices for sales of earlier periods take more exemption back than there is now.
        """
        return (self.tax - self.special if self.within else 0) - self.late

    @property
    def due(self) -> int:
        """Tax that is to be paid for the period."""
        return self.tax - self.exempt


def ends_a_period(month: str, span: str) -> bool:
    """Whether a filing period (month or quarter) ends with `month`."""
    return span == "month" or quarter_of(month)[1] == month


def small_vat(session: Session, month: str, settings: Settings) -> SmallVat:
    """The VAT of the filing period that `month` lies in."""
    found = _period_vat(session, month, settings)
    first, last = _span_of(month, settings)
    special, late = 0, 0
    for sold, tax in _SPECIAL.all(session, first=first, last=last):
        if sold >= month_of(first):
            special += int(tax)
        elif _was_exempt(session, sold, settings):
            late += int(tax)
    return replace(found, special=special, late=late)


_SPECIAL = Statement(
    "SELECT substr(sold, 1, 7) AS month, sum(tax) FROM tax_invoice "
    "WHERE kind = 'special' AND day BETWEEN :first AND :last GROUP BY substr(sold, 1, 7)"
)
"""VAT on special invoices given out in a period, by the month of the sale; red ones count negative."""


def _period_vat(session: Session, month: str, settings: Settings) -> SmallVat:
    """Sales and tax of a filing period, whatever invoices say."""
    first, last = _span_of(month, settings)
    nets = result_nets(session, first, last)
    sales = -sum(net for code, net in nets.items() if code.startswith(SALES))
    name = "exempt_quarter" if settings.vat_period == "quarter" else "exempt_month"
    [tax] = _CREDITED.one(
        session, account=f"{SMALL_VAT}%", first=month_of(first), last=month_of(last)
    )
    return SmallVat(sales, int(tax), 0, threshold_on(name, last))


def _span_of(month: str, settings: Settings) -> tuple[date, date]:
    """The first and the last day of the filing period that a month lies in."""
    first, last = quarter_of(month) if settings.vat_period == "quarter" else (month, month)
    return first_of(first), last_of(last)


def _was_exempt(session: Session, month: str, settings: Settings) -> bool:
    """Whether the tax of an earlier filing period was not due: there was some, and sales stayed within."""
    found = _period_vat(session, month, settings)
    return found.tax > 0 and found.within


def vat_payable(session: Session, month: str) -> int:
    """A general taxpayer's VAT at the end of a month: what is owed positive, a credit (留抵) negative."""
    return -_net(session, VAT, month, without=SMALL_VAT)


def vat_voucher(session: Session, month: str) -> JournalDraft | None:
    """What is owed goes to 222102; what was paid too much comes back from it; a credit stays where it is."""
    owed = vat_payable(session, month)
    if owed > 0:
        return _draft(month, Purpose.VAT, "转出未交增值税", [(VAT_OUT, owed), (UNPAID_VAT, -owed)])
    [prepaid] = _PREPAID.one(session, paid=f"{PREPAID_VAT}%", back=f"{OVERPAID_VAT}%", month=month)
    over = min(-owed, max(int(prepaid), 0))
    if over <= 0:
        return None
    legs = [(UNPAID_VAT, over), (OVERPAID_VAT, -over)]
    return _draft(month, Purpose.VAT, "转出多交增值税", legs)


def exemption_voucher(session: Session, month: str) -> JournalDraft | None:
    """A small taxpayer's tax that is not due becomes other income (财会〔2016〕22号)."""
    settings = settings_of(session)
    if not ends_a_period(month, settings.vat_period):
        return None
    exempt = small_vat(session, month, settings).exempt
    if not exempt:
        return None
    legs = (
        JournalLeg(SMALL_VAT, debit=exempt),
        JournalLeg(OTHER_INCOME, credit=exempt, item=EXEMPT_ITEM),
    )
    return JournalDraft(last_of(month), legs, "小规模免征增值税", purpose=Purpose.VAT_EXEMPTION)


def surcharge_base(session: Session, month: str) -> int:
    """The VAT that surcharges of this month are reckoned on, 0 when none is due yet."""
    settings = settings_of(session)
    if settings.general:
        [simple] = _CREDITED.one(session, account=f"{SIMPLE_VAT}%", first=month, last=month)
        [transferred] = _MOVED_OUT.one(session, month=month)
        return max(int(transferred), 0) + max(int(simple), 0)
    if not ends_a_period(month, settings.vat_period):
        return 0
    return max(small_vat(session, month, settings).due, 0)


_MOVED_OUT = Statement(
    f"SELECT coalesce(sum(debit), 0) FROM account_balance WHERE account LIKE '{VAT_OUT}%' "
    "AND month = :month"
)


def surcharges_on(base: int, settings: Settings, day: date) -> list[tuple[str, str, int]]:
    """Account owed, item and fen of each surcharge on `base` fen of VAT; a relief in force reduces each."""
    relief = relief_on("surcharges", day) if settings.halves_surcharges else None
    share = relief.share if relief else ONE
    return [
        (account, item, div_half_up(base * getattr(settings, rate) * share, ONE * ONE))
        for rate, account, item in SURCHARGES
    ]


def surcharge_voucher(session: Session, month: str) -> JournalDraft | None:
    """Dr 5403 / Cr 222112, 222113, 222114 on the VAT that is due."""
    day = last_of(month)
    due = surcharges_on(surcharge_base(session, month), settings_of(session), day)
    legs = [
        *(JournalLeg(SURCHARGE, debit=amount, item=item) for _a, item, amount in due if amount),
        *(JournalLeg(account, credit=amount) for account, _item, amount in due if amount),
    ]
    if not legs:
        return None
    return JournalDraft(day, tuple(legs), "计提附加税费", purpose=Purpose.SURCHARGES)


def income_tax_due(session: Session, month: str) -> int:
    """Fen of income tax to accrue: the rate on the profit of the year so far, less what was accrued before.

    What was accrued too much stays until the year ends, as prepaid tax does; December puts it right.
    """
    settings, last = settings_of(session), last_of(month)
    if not ends_a_period(month, settings.income_tax_period):
        return 0
    nets = result_nets(session, date(last.year, 1, 1), last)
    results = {account.code for account in accounts(session) if account.kind == "P"}
    accrued = sum(net for code, net in nets.items() if code.startswith(INCOME_TAX))
    profit = -sum(net for code, net in nets.items() if code in results) + accrued
    due = div_half_up(max(profit, 0) * settings.income_tax_rate, ONE) - accrued
    return due if last.month == DECEMBER else max(due, 0)


def income_tax_voucher(session: Session, month: str) -> JournalDraft | None:
    """Dr 5801 / Cr 222111."""
    due = income_tax_due(session, month)
    if not due:
        return None
    legs = (JournalLeg(INCOME_TAX, debit=due), JournalLeg(INCOME_TAX_OWED, credit=due))
    return JournalDraft(last_of(month), legs, "计提所得税", purpose=Purpose.INCOME_TAX)


def tax_vouchers(session: Session, month: str) -> Iterator[JournalDraft]:
    """VAT, then surcharges on it, then income tax on what is left: each is posted before the next is asked for."""
    makers = (
        vat_voucher if settings_of(session).general else exemption_voucher,
        surcharge_voucher,
        income_tax_voucher,
    )
    for make in makers:
        draft = make(session, month)
        if draft is not None:
            yield draft


def _net(session: Session, account: str, month: str, *, without: str = "") -> int:
    """Debit less credit of an account with all below it at the end of a month."""
    return int(_NET.one(session, account=f"{account}%", without=without, month=month)[0])


def _draft(month: str, purpose: Purpose, words: str, legs: list[tuple[str, int]]) -> JournalDraft:
    """A voucher of two or more legs, positive for debit."""
    drafted = tuple(JournalLeg(code, debit=max(fen, 0), credit=max(-fen, 0)) for code, fen in legs)
    return JournalDraft(last_of(month), drafted, words, purpose=purpose)
