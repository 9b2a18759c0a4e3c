"""The rules for scale labels in words: what stands at which place of a label, and what one label says."""

import re

from jxc_desktop.core.i18n import clauses, translate
from jxc_desktop.core.numbers import MONEY_PLACES, QUANTITY_PLACES, text_of, trimmed
from jxc_desktop.shop.scale_rules import ScaleLabel, ScaleRule

_RUN = re.compile(r"P+|A[A.]*|W[W.]*")


def rule_words(rule: ScaleRule) -> str:
    """「21 开头的 13 位：第 3–7 位秤码，第 8–12 位金额（2 位小数），末位校验」."""
    parts, place = [], 3
    for run in _RUN.findall(rule.digits):
        digits = len(run.replace(".", ""))
        parts.append(_part(run, place, place + digits - 1))
        place += digits
    parts.append(
        translate("shop", "末位不核对") if rule.check == "C" else translate("shop", "末位校验")
    )
    said = translate("shop", "{flags} 开头的 {length} 位：{parts}")
    return said.format(flags=" ".join(rule.flags), length=rule.length, parts=clauses(parts))


def _part(run: str, first: int, last: int) -> str:
    decimals = len(run.partition(".")[2])
    words = {
        "P": translate("shop", "第 {first}–{last} 位秤码"),
        "A": translate("shop", "第 {first}–{last} 位金额（元，{decimals} 位小数）"),
        "W": translate("shop", "第 {first}–{last} 位重量（千克，{decimals} 位小数）"),
    }[run[0]]
    return words.format(first=first, last=last, decimals=decimals)


def label_words(label: ScaleLabel) -> str:
    """「秤码 12，重量 2.31 千克，金额 19.36 元」."""
    parts = [translate("shop", "秤码 {plu}").format(plu=label.plu)]
    if label.weight is not None:
        weight = trimmed(label.weight, QUANTITY_PLACES)
        parts.append(translate("shop", "重量 {weight} 千克").format(weight=weight))
    if label.amount is not None:
        amount = text_of(label.amount, MONEY_PLACES)
        parts.append(translate("shop", "金额 {amount} 元").format(amount=amount))
    return clauses(parts)
