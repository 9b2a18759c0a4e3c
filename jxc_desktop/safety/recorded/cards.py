"""Papers of members' cards as data: top-ups, refunds, changes of points."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from jxc_desktop.safety.recorded.parts import MEMBER, Data, code_of, payments_of, yuan


def topup(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [payments] = parts
    return {
        "member": code_of(session, MEMBER, head["member_id"]),
        "payments": payments_of(session, payments),
        "bonus": yuan(head["bonus"]),
    }


def refund(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [payments] = parts
    return {
        "member": code_of(session, MEMBER, head["member_id"]),
        "payments": payments_of(session, payments),
        "reason": head["reason"],
    }


def points(session: Session, head: Data, _parts: Sequence[list[Data]]) -> Data:
    return {
        "member": code_of(session, MEMBER, head["member_id"]),
        "points": head["points"],
        "mode": head["mode"],
        "reason": head["reason"],
    }
