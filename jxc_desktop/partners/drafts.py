"""A firm as somebody wants it kept."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a firm is to the shop; a code is unique within its role (decisions 5)."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"


@dataclass(frozen=True, slots=True)
class PartnerDraft:
    """A whole firm: what is not in the draft is not kept. Without an `id` it is a new one.

    Saved as customer or supplier it gets that role's next code where it has none; a firm that is both has both
    codes. `credit_limit` in fen, None for no limit; `credit_days` after which a sale is due; `invoice` is what a
    supplier usually gives, `salesperson` who sells to a customer where a document names nobody. A firm `assigned` to
    some users, by their login names, is seen by them alone.
    """

    name: str
    id: int | None = None
    customer_code: str = ""
    supplier_code: str = ""
    short_name: str = ""
    contact: str = ""
    mobile: str = ""
    phone: str = ""
    address: str = ""
    tax_no: str = ""
    bank: str = ""
    bank_account: str = ""
    price_level: str = ""
    credit_limit: int | None = None
    credit_days: int = 0
    invoice: str | None = None
    remark: str = ""
    email: str = ""
    fax: str = ""
    salesperson: str = ""
    assigned: tuple[str, ...] = ()

    def code(self, role: Role) -> str:
        """The firm's code in `role`, "" where it has none."""
        return self.customer_code if role is Role.CUSTOMER else self.supplier_code
