"""A voucher as a page of the books shows it: line by line, with the vouchers before and after it."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.models import Voucher
from jxc_desktop.ledger.queries.marks import PageMarks, marks_of
from jxc_desktop.ledger.queries.vouchers import EntryView, LegView, VoucherView, voucher_view
from jxc_desktop.ledger.summary_words import spoken_summary
from jxc_desktop.shop.actor import needs

_MONEY_ACCOUNTS = Statement("SELECT id, name FROM money_account")


@dataclass(frozen=True, slots=True)
class VoucherLine:
    """One line: fen in `debit` or `credit`; `about` names partner, money account and item (辅助核算)."""

    place: int
    source: str
    kind: str
    summary: str
    account: str
    name: str
    about: str
    debit: int
    credit: int


@dataclass(frozen=True, slots=True)
class VoucherPage:
    """A voucher, its lines, how far it has come, and the ids of its neighbours in the book."""

    voucher: VoucherView
    lines: tuple[VoucherLine, ...]
    before: int | None
    after: int | None
    marks: PageMarks

    @property
    def debit(self) -> int:
        """Σ debit of what may be seen."""
        return sum(line.debit for line in self.lines)

    @property
    def credit(self) -> int:
        """Σ credit of what may be seen."""
        return sum(line.credit for line in self.lines)

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers of the documents behind it."""
        return tuple(dict.fromkeys(line.source for line in self.lines if line.source))


@needs("voucher.view")
def voucher_page(session: Session, voucher_id: int) -> VoucherPage:
    """The page of a voucher; raises `NotFound`."""
    voucher = voucher_view(session, voucher_id)
    names = {row[0]: built_in_name(str(row[1])) for row in _MONEY_ACCOUNTS.all(session)}
    legs = [(entry, leg) for entry in voucher.entries for leg in entry.legs]
    lines = tuple(_line(place, *pair, names) for place, pair in enumerate(legs, 1))
    v = Voucher
    before = session.scalar(select(func.max(v.id)).where(v.id < voucher_id))
    after = session.scalar(select(func.min(v.id)).where(v.id > voucher_id))
    return VoucherPage(voucher, lines, before, after, marks_of(session, voucher_id))


def _line(place: int, entry: EntryView, leg: LegView, names: dict[int, str]) -> VoucherLine:
    money = names.get(leg.money_account_id or 0, "")
    about = " ".join(part for part in (leg.partner, money, leg.item or "") if part)
    return VoucherLine(
        place, entry.source, entry.kind, leg.summary or spoken_summary(entry.summary, entry.kind), leg.account,
        leg.name.strip(), about, leg.debit, leg.credit,
    )  # fmt: skip
