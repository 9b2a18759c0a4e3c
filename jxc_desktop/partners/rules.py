"""What a firm must be like whatever else the shop has: tidied, or refused with the field's name."""

import re
from dataclasses import replace

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.texts import tidy, typed_code
from jxc_desktop.partners.drafts import PartnerDraft

NAME_LENGTH = 200
CODE_LENGTH = 64
INVOICES = ("special", "ordinary", "none", "pending")
PRICE_LEVELS = ("", "wholesale", "member", "level_1", "level_2", "level_3")
"""Price levels a customer can have; "" is retail."""
LONGEST_CREDIT = 3650
"""Days."""

_MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"[\d+()\-#*转,;、/ x.:]{3,64}", re.IGNORECASE)


def tidied(draft: PartnerDraft) -> PartnerDraft:
    """`draft` without blanks; raises `InvalidInput` at the first field that is wrong."""
    _require_terms(draft)
    return replace(
        draft,
        name=_name(draft.name),
        customer_code=_short(typed_code(draft.customer_code), CODE_LENGTH, "customer_code"),
        supplier_code=_short(typed_code(draft.supplier_code), CODE_LENGTH, "supplier_code"),
        short_name=_short(draft.short_name, NAME_LENGTH, "short_name"),
        contact=_short(draft.contact, NAME_LENGTH, "contact"),
        mobile=_number(draft.mobile, "mobile"),
        phone=_number(draft.phone, "phone"),
        address=_short(draft.address, NAME_LENGTH, "address"),
        tax_no=_short(typed_code(draft.tax_no).replace(" ", "").upper(), CODE_LENGTH, "tax_no"),
        bank=_short(draft.bank, NAME_LENGTH, "bank"),
        bank_account=_short(typed_code(draft.bank_account), CODE_LENGTH, "bank_account"),
        email=_email(draft.email),
        fax=_number(draft.fax, "fax"),
        salesperson=_short(draft.salesperson, CODE_LENGTH, "salesperson"),
        remark="\n".join(map(tidy, draft.remark.splitlines())).strip(),
    )


def _name(name: str) -> str:
    short = _short(name, NAME_LENGTH, "name")
    if not short:
        raise InvalidInput(translate("partners", "没有名称。填上名称"), field="name")
    return short


def _short(text: str, length: int, field: str) -> str:
    short = tidy(text)
    if len(short) > length:
        raise InvalidInput(
            translate("partners", "“{start}…”太长，最多 {length} 个字").format(
                start=short[:10], length=length
            ),
            field=field,
        )
    return short


def _number(text: str, field: str) -> str:
    """A phone number; mainland mobiles without blanks, hyphens and +86."""
    short = typed_code(text)
    mobile = _MOBILE.fullmatch(re.sub(r"[\s\-]", "", short))
    if mobile:
        return mobile[1]
    if short and not _PHONE.fullmatch(short):
        raise InvalidInput(
            translate("partners", "“{text}”不像电话号码。只留号码").format(text=short), field=field
        )
    return short


def _email(text: str) -> str:
    short = _short(typed_code(text), NAME_LENGTH, "email")
    if short and not _EMAIL.fullmatch(short):
        raise InvalidInput(
            translate("partners", "“{text}”不像邮箱。写成 name@example.com").format(text=short),
            field="email",
        )
    return short


def _require_terms(draft: PartnerDraft) -> None:
    if draft.credit_limit is not None and draft.credit_limit < 0:
        raise InvalidInput(translate("partners", "信用额度不能小于 0"), field="credit_limit")
    if not 0 <= draft.credit_days <= LONGEST_CREDIT:
        raise InvalidInput(
            translate("partners", "账期要在 0 天和 3650 天之间"), field="credit_days"
        )
    if draft.invoice is not None and draft.invoice not in INVOICES:
        raise InvalidInput(
            translate("partners", "没有这种发票：{invoice}").format(invoice=draft.invoice),
            field="invoice",
        )
    if draft.price_level not in PRICE_LEVELS:
        raise InvalidInput(
            translate("partners", "没有价格等级 {level}").format(level=draft.price_level),
            field="price_level",
        )
