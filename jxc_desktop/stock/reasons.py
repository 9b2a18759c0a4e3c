"""Why goods are lost or found: which account bears it, and whether their input VAT is turned out (decisions 19)."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.sql import Statement

SHORT, OVER = "L01", "G01"
"""The reasons of what a count finds missing, and of what it finds too much."""


@dataclass(frozen=True, slots=True)
class ReasonFacts:
    """A reason as posting sees it; `item` is the part of `account` that the statements show."""

    id: int
    code: str
    name: str
    account: str
    item: str | None
    vat_out: bool


_REASONS = Statement(
    "SELECT id, code, name, account, item, vat_out FROM loss_reason "
    "WHERE gain = :gain AND disabled = 0 ORDER BY code"
)


def loss_reasons(session: Session, *, gain: bool) -> list[ReasonFacts]:
    """The reasons in use of losses, or of gains."""
    found = _REASONS.all(session, gain=gain)
    return [ReasonFacts(*(*row[:5], bool(row[5]))) for row in found]


def reason_facts(session: Session, reason_id: int, *, gain: bool) -> ReasonFacts:
    """The reason with this id; raises `NotFound`."""
    for reason in loss_reasons(session, gain=gain):
        if reason.id == reason_id:
            return reason
    raise NotFound(translate("stock", "没有选原因，或这个原因已停用。重新选"), field="reason")


def reason_named(session: Session, name: str, *, gain: bool) -> ReasonFacts:
    """The reason with this code or name; raises `NotFound` telling those there are."""
    known = loss_reasons(session, gain=gain)
    for reason in known:
        if name in {reason.code, reason.name}:
            return reason
    raise NotFound(
        translate("stock", "没有原因“{name}”，可以是 {known}").format(
            name=name[:40], known=listed(reason.name for reason in known)
        ),
        field="reason",
    )
