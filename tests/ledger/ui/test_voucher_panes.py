"""The list of vouchers leads to where each was typed; a page of another document says why it is there."""

from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.services import post_journal_voucher
from jxc_desktop.ledger.journal.typed import TypedVoucher
from jxc_desktop.ledger.ui.voucher_list import VoucherList
from jxc_desktop.ledger.ui.voucher_pane import VoucherPane
from jxc_desktop.shop.drafts import DraftBody, save_draft
from jxc_desktop.shop.keys import new_key
from jxc_desktop.widgets.actions import action_named
from tests.conftest import TODAY
from tests.deskwork import settle, shown
from tests.shopkeeping import a_product, a_supplier, line, receive

RENT = (JournalLeg("5602", 30000), JournalLeg("1002", 0, 30000))


def posted(session) -> str:
    draft = JournalDraft(TODAY, RENT, "付房租")
    return post_journal_voucher(session, draft, key=new_key()).number


def test_drafts_stand_on_top_and_each_row_opens_where_it_was_typed(
    qtbot, context_of, database, owner
) -> None:
    with database.transaction(owner) as session:
        receive(session, a_supplier(session), [line(a_product(session), 1, 80)], day=TODAY)
        number = posted(session)
        kept = TypedVoucher(JournalDraft(TODAY, RENT[:1], "没写完"))
        body = DraftBody("journal_voucher", TODAY, kept.partner_name, 30000, kept.body())
        draft_id = save_draft(session, body)
    context = context_of(database, owner)
    pane = shown(qtbot, VoucherList(context))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    names = [row.name for row in pane.model.loaded_rows()]
    assert names == ["草稿", "记-2", "记-1"]
    for row in pane.model.loaded_rows():
        pane.grid.opened.emit(row)
    page = pane.model.loaded_rows()[-1].id
    assert context.more["opened"] == [
        ("journal_voucher", draft_id), ("journal_voucher", number), ("voucher", page),
    ]  # fmt: skip


def test_a_page_says_why_it_is_there_and_is_reviewed_and_entered(
    qtbot, context_of, database, owner
) -> None:
    with database.transaction(owner) as session:
        got = receive(session, a_supplier(session), [line(a_product(session), 1, 80)], day=TODAY)
    pane = shown(qtbot, VoucherPane(context_of(database, owner)), (900, 500))
    pane.show_subject(1)
    settle(qtbot, pane)
    assert pane.because.text() == f"因为：采购入库单，采购 供应商S01 {got.number}"
    assert pane.state.chip.text == "未审核"
    for word, state in (("审核", "已审核"), ("记账", "已记账")):
        assert action_named(pane, "settle").text() == word
        action_named(pane, "settle").trigger()
        settle(qtbot, pane)
        assert pane.state.chip.text == state
    assert pane.main.isHidden()
    assert pane.because.text().endswith("老板 审核；老板 记账")
