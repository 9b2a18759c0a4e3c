"""The two lines of a small taxpayer in one sentence each, with their figures; and what a month's end says of them."""

from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.closing.taxes import ends_a_period, small_vat
from jxc_desktop.ledger.closing.watch import LIMIT, NEAR, Watch, tax_watch
from jxc_desktop.ledger.periods import last_of
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.widgets.formats import money_text


def watch_words(watch: Watch) -> str:
    """How far it is to the line, and when it is reached at today's pace."""
    words = _limit_words if watch.threshold.name == LIMIT else _exempt_words
    return words(watch)


def _exempt_words(watch: Watch) -> str:
    period = translate("closing", "本季") if watch.quarterly else translate("closing", "本月")
    figures = {
        "period": period,
        "sales": money_text(watch.sales),
        "line": money_text(watch.threshold.amount),
    }
    if watch.over:
        told = translate(
            "closing",
            "{period}销售额 {sales}（不含税）到了 {line} 的起征点，{period}全部销售额都要缴增值税",
        )
        return told.format(**figures)
    told = translate(
        "closing", "{period}销售额 {sales}（不含税），离 {line} 的起征点还有 {left}，{pace}"
    )
    return told.format(**figures, left=money_text(watch.left), pace=_pace(watch, period))


def _limit_words(watch: Watch) -> str:
    span = (
        translate("closing", "连续四个季度")
        if watch.quarterly
        else translate("closing", "连续十二个月")
    )
    figures = {
        "span": span,
        "sales": money_text(watch.sales),
        "line": money_text(watch.threshold.amount),
    }
    if watch.over:
        told = translate(
            "closing",
            "{span}销售额 {sales}（不含税）超过 {line}，要登记为一般纳税人，从超过的那一期第一天起算",
        )
        return told.format(**figures)
    told = translate(
        "closing", "{span}销售额 {sales}（不含税），离一般纳税人标准 {line} 还有 {left}，{pace}"
    )
    said = told.format(**figures, left=money_text(watch.left), pace=_pace(watch, ""))
    if watch.known:
        since = translate("closing", "（账里只有 {month} 起的，以前的另加）")
        said += since.format(month=watch.known)
    return said


def _pace(watch: Watch, period: str) -> str:
    if watch.reached is not None:
        return translate("closing", "照现在的速度 {day} 到").format(day=_day(watch.reached))
    if period:
        return translate("closing", "照现在的速度{period}不会到").format(period=period)
    return translate("closing", "照现在的速度一年内不会到")


def _day(day: date) -> str:
    return translate("closing", "{year}年{month}月{day}日").format(
        year=day.year, month=day.month, day=day.day
    )


def thresholds_are_known(session: Session, month: str) -> list[str]:
    """What the end of a filing period makes of the two lines: a line reached, a line near, special invoices."""
    settings = settings_of(session)
    if settings.general or not ends_a_period(month, settings.vat_period):
        return []
    told = [
        watch_words(watch)
        for watch in tax_watch(session, last_of(month))
        if watch.over or watch.sales * 100 >= NEAR * watch.threshold.amount
    ]
    vat = small_vat(session, month, settings)
    if vat.within and (vat.special or vat.late):
        said = translate("closing", "免征增值税 {exempt}，专票的税额 {due} 照缴")
        told.append(said.format(exempt=money_text(vat.exempt), due=money_text(vat.due)))
    return told
