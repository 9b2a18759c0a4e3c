"""Invoices given out, as data."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from jxc_desktop.safety.recorded.parts import Data, partner_code, rate_text, yuan


def sales_invoice(session: Session, head: Data, parts: Sequence[list[Data]]) -> Data:
    """What an invoice says of each sale; the tax is told, so that it comes to the same fen again."""
    firm: Data = {}
    if head["partner_id"] is not None:
        firm = {"partner": partner_code(session, head["partner_id"], customer=True)}
    return {
        **firm,
        "title": head["partner_name"],
        "invoice": head["invoice"],
        "invoice_number": head["invoice_number"],
        "red_of": head["red_of"],
        "lines": [
            {
                "from": row["source"],
                "amount": yuan(row["gross"]),
                "tax_amount": yuan(row["tax"]),
                **({} if row["tax_rate"] is None else {"tax_rate": rate_text(row["tax_rate"])}),
                "summary": row["summary"],
            }
            for row in parts[0]
        ],
    }
