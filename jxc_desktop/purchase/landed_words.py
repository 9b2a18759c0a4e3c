"""How a landed cost is spread and where it goes, in words."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.purchase.landed_models import Basis


def basis_words() -> dict[str, str]:
    """By what it is spread."""
    return {
        Basis.AMOUNT: translate("purchase", "按金额"),
        Basis.QUANTITY: translate("purchase", "按数量"),
        Basis.WEIGHT: translate("purchase", "按重量"),
        Basis.VOLUME: translate("purchase", "按体积"),
        Basis.HAND: translate("purchase", "手工"),
    }


def policy_words() -> dict[str, str]:
    """Whether the goods bear it."""
    return {
        "capitalise": translate("purchase", "货的成本"),
        "expense": translate("purchase", "销售费用"),
    }


def policy_of(*, capitalised: bool) -> str:
    """The word of the policy that a posted one followed."""
    return "capitalise" if capitalised else "expense"
