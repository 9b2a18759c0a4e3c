"""Why a voucher is in the books (因为), and how far it has come, in words."""

from jxc_desktop.core.i18n import clauses, labelled, statements, translate
from jxc_desktop.ledger.journal.drafts import purpose_words
from jxc_desktop.ledger.journal.naming import Shown
from jxc_desktop.ledger.queries.marks import PageMarks
from jxc_desktop.ledger.queries.voucher_page import VoucherPage
from jxc_desktop.ledger.ui.paper_title import history_of
from jxc_desktop.shop.acts import kind_words
from jxc_desktop.widgets.chips import Chip, status_chip


def page_chip(marks: PageMarks) -> Chip:
    """How far a page has come."""
    if marks.entered:
        return Chip(translate("ledger", "已记账"), "ok")
    if marks.reviewed:
        return Chip(translate("ledger", "已审核"), "info")
    return Chip(translate("ledger", "未审核"), "warn")


def journal_chip(shown: Shown) -> Chip:
    """The state of a typed voucher: taken back, itself red, or as far as its page."""
    if shown.head.reverses:
        return status_chip("reversal")
    if shown.head.reversed_by:
        return status_chip("reversed")
    return page_chip(shown.head.marks)


def because_of_journal(shown: Shown) -> str:
    """Source and rule of a typed voucher, and whose hands it went through."""
    why = _because(purpose_words()[shown.head.purpose])
    return statements((why, history_of(shown.head), *_people(shown.head.marks)))


def because_of_page(page: VoucherPage) -> str:
    """The documents behind a page, and whose hands it went through."""
    lines = {line.source: line for line in page.lines if line.source}
    if not lines:
        return statements(_people(page.marks))
    if len(lines) > 1:
        source = translate("ledger", "{count} 张单据，见各行").format(count=len(lines))
    else:
        [(number, line)] = lines.items()
        kind = kind_words(line.kind)
        source = kind if number in page.voucher.summary else f"{kind} {number}"
    said = clauses(part for part in (source, page.voucher.summary) if part)
    return statements((_because(said), *_people(page.marks)))


def _because(what: str) -> str:
    return labelled(translate("ledger", "因为"), what)


def _people(marks: PageMarks) -> tuple[str, ...]:
    """Who reviewed and entered a page."""
    told = (
        (translate("ledger", "{who} 审核"), marks.reviewed),
        (translate("ledger", "{who} 记账"), marks.entered),
    )
    return tuple(words.format(who=who) for words, who in told if who)
