"""Setting what is open on one side against what is open on the other, without money (核销单, domain.md §2.9)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.mode_words import settlement_words
from jxc_desktop.cash.models import Settlement, SettlementLine, SettlementMode
from jxc_desktop.cash.offsets import OFFSETS, Meeting, Offset, Wanted, meeting, offset_legs
from jxc_desktop.cash.settling import Settled, lock_partner, offset, reverse_settling, settle
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.partners.facts import PartnerFacts, customer_facts, supplier_facts
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember

SETTLEMENT = Family(Settlement, (SettlementLine,), "核销单")
_ROLES: Mapping[str, Callable[..., PartnerFacts]] = {
    "customer": customer_facts,
    "supplier": supplier_facts,
}


@dataclass(frozen=True, slots=True)
class SettlementDraft:
    """What to set against what. Without `use` or `settle` the oldest of that side come first.

    `amount` in fen is as much as the chosen documents, or as both sides have open, when not given. All chosen
    amounts are positive.
    """

    day: date
    mode: SettlementMode
    partner_id: int
    to_partner_id: int | None = None
    amount: int | None = None
    use: tuple[Settled, ...] = ()
    settle: tuple[Settled, ...] = ()
    remark: str = ""

    @property
    def offset(self) -> Offset:
        """Which accounts meet."""
        return OFFSETS[self.mode]

    @property
    def wanted(self) -> Wanted:
        """What was chosen of both sides."""
        return Wanted(self.amount, self.use, self.settle)


@dataclass(frozen=True, slots=True)
class _Parties:
    """The firm whose documents meet, and the one that takes a debt over."""

    partner: PartnerFacts
    to: PartnerFacts | None = None


@needs("settlement.post")
def post_settlement(session: Session, draft: SettlementDraft, *, key: Key) -> Posted:
    """Let open documents meet; each goes down by what it gives or takes."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    parties, way = _require_parties(session, draft), draft.offset
    for partner_id in sorted({draft.partner_id, draft.to_partner_id or draft.partner_id}):
        lock_partner(session, partner_id)
    found = meeting(session, way, draft.partner_id, draft.wanted)
    document_id = _write(session, draft, parties, found)
    total = found.amount if way.booked else 0
    summary = _summary_of(parties)
    paper = Paper(SETTLEMENT.kind, document_id, Settlement.prefix, draft.day, summary, total)
    legs = offset_legs(way, draft.partner_id, draft.to_partner_id, found.amount)
    number = book(session, paper, legs)
    _match(session, draft, found, number)
    return remember(session, key, Posted(SETTLEMENT.kind, document_id, number, total))


@needs("settlement.reverse")
def reverse_settlement(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Part again what met (反核销)."""
    return reverse_settling(session, SETTLEMENT, wanted, key=key)


@needs("voucher.view")
def foresee_settlement(session: Session, draft: SettlementDraft) -> Foreseen:
    """What letting them meet would book."""
    parties = _require_parties(session, draft)
    found = meeting(session, draft.offset, draft.partner_id, draft.wanted)
    legs = offset_legs(draft.offset, draft.partner_id, draft.to_partner_id, found.amount)
    because = translate("cash", "因为：核销按“{mode}”规则").format(
        mode=settlement_words(draft.mode)
    )
    if not draft.offset.booked:
        because = translate("cash", "退货和出入库在同一个往来科目上，对上就行，不记账")
    return foreseen(session, legs, _summary_of(parties), because)


def _require_parties(session: Session, draft: SettlementDraft) -> _Parties:
    """The firms, each in the roles that the mode wants of it."""
    roles = [_ROLES[role] for role in draft.offset.roles]
    [partner, *_] = [role(session, draft.partner_id, even_disabled=True) for role in roles]
    if not draft.offset.moves:
        if draft.to_partner_id is not None:
            problem = translate("cash", "这种核销只有一个单位，去掉转入单位")
            raise InvalidInput(problem, field="to_partner")
        return _Parties(partner)
    if draft.to_partner_id is None:
        raise InvalidInput(translate("cash", "还没写欠款转给谁"), field="to_partner")
    if draft.to_partner_id == draft.partner_id:
        raise InvalidInput(translate("cash", "欠款要转给另一个单位"), field="to_partner")
    [to, *_] = [role(session, draft.to_partner_id) for role in roles]
    return _Parties(partner, to)


def _summary_of(parties: _Parties) -> str:
    """What the books say of it."""
    if parties.to is None:
        return f"核销 {parties.partner.name}"
    return f"转账 {parties.partner.name} → {parties.to.name}"


def _write(session: Session, draft: SettlementDraft, parties: _Parties, found: Meeting) -> int:
    header = {
        "day": draft.day,
        "partner_id": parties.partner.id,
        "partner_name": parties.partner.name,
        "to_partner_id": draft.to_partner_id,
        "to_partner_name": parties.to.name if parties.to else "",
        "mode": draft.mode,
        "amount": found.amount,
        "remark": draft.remark,
    }
    document_id = open_paper(session, Settlement, header)
    write_parts(session, SettlementLine, _rows(document_id, found))
    return document_id


def _rows(document_id: int, found: Meeting) -> Iterator[dict[str, object]]:
    sides = [*((True, each) for each in found.used), *((False, each) for each in found.debts)]
    for line_no, (used, each) in enumerate(sides, 1):
        yield {
            "document_id": document_id,
            "line_no": line_no,
            "used": used,
            "number": each.number,
            "amount": each.amount,
        }


def _match(session: Session, draft: SettlementDraft, found: Meeting, number: str) -> None:
    """Write what met: by way of the document's own legs, or directly where it has none."""
    way, partner, day = draft.offset, draft.partner_id, draft.day
    if not way.booked:
        used = [replace(each, amount=-each.amount) for each in found.used]
        offset(session, way.debt, partner, [*used, *found.debts], by=number, day=day)
        return
    settle(session, way.debt, partner, found.debts, by=number, day=day)
    if way.used is not None:
        settle(session, way.used, partner, found.used, by=number, day=day)
