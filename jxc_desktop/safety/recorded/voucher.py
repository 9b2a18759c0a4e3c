"""A voucher typed by hand as data."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.voucher import SUPPLIERS
from jxc_desktop.safety.recorded.parts import MONEY_ACCOUNT, WAREHOUSE, Data, code_of, yuan

_FIRM = Statement("SELECT customer_code, supplier_code FROM partner WHERE id = :id")
_PRODUCT = Statement("SELECT code FROM product WHERE id = :id")
_TEXTS = ("summary", "item", "employee", "department", "project")


def voucher(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    [lines] = parts
    counted = {"attachments": head["attachments"]} if head["attachments"] else {}
    return {
        "type": "voucher",
        "summary": head["summary"],
        **counted,
        "legs": [_leg(session, line) for line in lines],
    }


def _leg(session: Session, line: Data) -> Data:
    told = {"account": line["account"]}
    told.update({side: yuan(line[side]) for side in ("debit", "credit") if line[side]})
    told.update({name: line[name] for name in _TEXTS if line[name]})
    if line["partner_id"] is not None:
        told["partner"] = _firm(session, line)
    for name, statement in (
        ("money_account", MONEY_ACCOUNT),
        ("product", _PRODUCT),
        ("warehouse", WAREHOUSE),
    ):
        if line[f"{name}_id"] is not None:
            told[name] = code_of(session, statement, line[f"{name}_id"])
    return told


def _firm(session: Session, line: Data) -> str:
    customer, supplier = _FIRM.one(session, id=line["partner_id"])
    bought = str(line["account"]).startswith(SUPPLIERS)
    return str((supplier or customer) if bought else (customer or supplier))
