"""Promotions as people say them: kinds, and the terms in one sentence."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, ONE, trimmed
from jxc_desktop.pricing.promotions.drafts import PromotionDraft
from jxc_desktop.pricing.promotions.terms import Kind, Who
from jxc_desktop.widgets.formats import discount_text


def kind_words() -> dict[Kind, str]:
    """Every kind, in the order of a list."""
    return {
        Kind.SPECIAL: translate("promotions", "特价"),
        Kind.PERCENT: translate("promotions", "打折"),
        Kind.N_PRICE: translate("promotions", "几件一价"),
        Kind.NTH: translate("promotions", "买几送几、第几件几折"),
        Kind.BUNDLE: translate("promotions", "组合价"),
        Kind.GIFT: translate("promotions", "赠品"),
        Kind.THRESHOLD: translate("promotions", "满减、满折"),
    }


def who_words() -> dict[Who, str]:
    """Who gets a promotion."""
    return {
        Who.ALL: translate("promotions", "所有人"),
        Who.MEMBERS: translate("promotions", "会员"),
        Who.LEVELS: translate("promotions", "几级会员"),
    }


def terms_words(draft: PromotionDraft) -> str:
    """The terms in short: 每 3 件送 1 件, 满 100 减 20."""
    return _sentence(draft).format(
        goods=len(draft.goods),
        count=draft.count,
        free=draft.free,
        paid=discount_text(draft.rate),
        yuan=trimmed(draft.amount, MONEY_PLACES),
        least=trimmed(draft.least, MONEY_PLACES),
    )


def _sentence(draft: PromotionDraft) -> str:
    gives = draft.rate == ONE
    return {
        Kind.SPECIAL: translate("promotions", "{goods} 样特价"),
        Kind.PERCENT: "{paid}",
        Kind.N_PRICE: translate("promotions", "{count} 件 {yuan} 元"),
        Kind.NTH: translate("promotions", "每 {count} 件送 {free} 件")
        if gives
        else translate("promotions", "每 {count} 件有 {free} 件 {paid}"),
        Kind.BUNDLE: translate("promotions", "一套 {yuan} 元"),
        Kind.GIFT: translate("promotions", "买 {count} 件送赠品")
        if draft.count
        else translate("promotions", "满 {least} 送赠品"),
        Kind.THRESHOLD: _ticket_sentence(draft),
    }[draft.kind]


def _ticket_sentence(draft: PromotionDraft) -> str:
    if draft.rate:
        return translate("promotions", "满 {least} 打 {paid}")
    if draft.each:
        return translate("promotions", "每满 {least} 减 {yuan}")
    return translate("promotions", "满 {least} 减 {yuan}")
