"""Price levels as people call them."""

from jxc_desktop.catalog.drafts import LEVELS, MEMBER, RETAIL, WHOLESALE
from jxc_desktop.catalog.price_history import MIN
from jxc_desktop.core.i18n import translate


def level_words() -> dict[str, str]:
    """Every price level and the lowest price, in the order of a card."""
    return {
        RETAIL: translate("pricing", "零售价"),
        WHOLESALE: translate("pricing", "批发价"),
        MEMBER: translate("pricing", "会员价"),
        **{
            level: translate("pricing", "等级价 {number}").format(number=number)
            for number, level in enumerate(LEVELS, 1)
        },
        MIN: translate("pricing", "最低售价"),
    }
