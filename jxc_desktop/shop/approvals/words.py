"""Conditions, decisions and states of approvals, as people say them."""

from jxc_desktop.core.document import state_word
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, RATE_PLACES, text_of, trimmed
from jxc_desktop.shop.acts import verb_words
from jxc_desktop.shop.approvals.rules import (
    ANY,
    BELOW_MIN,
    DISCOUNT_OVER,
    OVER_CREDIT,
    TOTAL_OVER,
    whole_life,
)


def condition_names() -> dict[str, str]:
    """Every condition by its name, for choosing one."""
    return {
        ANY: translate("shop", "每一张"),
        TOTAL_OVER: translate("shop", "金额超过"),
        DISCOUNT_OVER: translate("shop", "让利超过"),
        BELOW_MIN: translate("shop", "低于最低售价"),
        OVER_CREDIT: translate("shop", "超过信用额度"),
    }


def value_words(condition: str, value: int) -> str:
    """What a condition compares with: yuan, or per cent off; "" where it compares with nothing."""
    if condition == TOTAL_OVER:
        return text_of(value, MONEY_PLACES)
    if condition == DISCOUNT_OVER:
        return f"{trimmed(value, RATE_PLACES - 2)}%"
    return ""


def condition_words(condition: str, value: int) -> str:
    """Why a paper waits: 金额超过 5000.00."""
    return f"{condition_names()[condition]} {value_words(condition, value)}".strip()


def life_words(kind: str) -> str:
    """The life of a kind of document, step by step as its table says it (core.life)."""
    verbs = verb_words()
    return "\n".join(
        translate("shop", "{before} → {verb} → {after}").format(
            before=state_word(step.before), verb=verbs[step.verb], after=state_word(step.after)
        )
        for step in whole_life(kind)
    )


def decision_words() -> dict[str, str]:
    """What became of a paper that waited."""
    return {
        "pending": translate("shop", "待审核"),
        "approved": translate("shop", "通过审核"),
        "rejected": translate("shop", "驳回"),
        "withdrawn": translate("shop", "撤回"),
    }
