"""What is worth a look before a firm is kept, and holds nothing up."""

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.core.texts import tidy, typed_code
from jxc_desktop.partners.drafts import PartnerDraft

_NAMESAKES = Statement(
    "SELECT coalesce(customer_code, supplier_code) FROM partner "
    "WHERE name = :name AND id <> :id ORDER BY id LIMIT 3"
)


def notices_on(session: Session, draft: PartnerDraft) -> tuple[str, ...]:
    """One sentence for each oddity: a name that exists, a tax number that cannot be right."""
    name = tidy(draft.name)
    found = [
        translate("partners", "已有同名单位 {code}。看看是不是同一个").format(code=code)
        for [code] in _NAMESAKES.all(session, name=name, id=draft.id or 0)
    ]
    if not tax_no_is_sound(draft.tax_no):
        found.append(
            translate("partners", "税号 {tax_no} 的校验位不对。对照营业执照").format(
                tax_no=draft.tax_no
            )
        )
    return tuple(found)


def tax_no_is_sound(tax_no: str) -> bool:
    """Whether an 18-digit 统一社会信用代码 checks out; old and foreign numbers have no check."""
    from stdnum.cn import uscc

    plain = typed_code(tax_no).replace(" ", "").upper()
    return len(plain) != USCC_LENGTH or bool(uscc.is_valid(plain))


USCC_LENGTH = 18
