"""A voucher by keys: typed, balanced, refused, posted, reviewed, taken back; and patterns to make more from."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from jxc_desktop.core.errors import Forbidden
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.naming import shown_voucher
from jxc_desktop.ledger.journal.queries import journal_view, patterns, patterns_due
from jxc_desktop.ledger.journal.services import post_journal_voucher
from jxc_desktop.ledger.ui.journal_patterns import JournalPatterns
from jxc_desktop.panes import pane_specs, workspaces
from jxc_desktop.shell.pane_spec import allowed_specs
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import put_setting
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.sheet import Sheet
from tests.conftest import TODAY, actor_with
from tests.ledger.ui.conftest import ENTER, Bookkeeper, focused
from tests.shopkeeping import balances, fen, legs

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def sound(book: Bookkeeper) -> list[str]:
    with book.database.reading(book.owner) as session:
        return [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)]


def rent(book: Bookkeeper) -> None:
    """A balanced voucher, typed."""
    book.leg("付本月房租", "5602", "300")
    book.leg("付本月房租", "yhck", credit="300")


def test_a_voucher_with_its_firm_is_typed_and_posted_by_keys_alone(book: Bookkeeper) -> None:
    pane = book.open()
    book.keys("客户欠的运费", ENTER)
    book.keys("yszk", ENTER)
    assert book.cells(0)[1:3] == ["1122 应收账款", "要写往来单位"]
    book.keys("c01", ENTER)
    assert book.cells(0)[2] == "客户C01"
    book.keys("12*10", ENTER)
    assert pane.form.totals.words() == "1 行，还差 贷 120.00"
    book.leg("垫付运费", "1002", credit="120")
    assert pane.form.totals.words() == "2 行，平"
    number = book.post()
    with book.database.reading(book.owner) as session:
        assert legs(session, number) == [("1122", fen(120), 0), ("1002", 0, fen(120))]
        view = journal_view(session, number)
    assert [line.partner for line in view.lines] == ["客户C01", ""]
    assert (view.head.summary, view.head.voucher) == ("客户欠的运费", "记-1")
    assert book.said[-1] == f"{number} 已过账"
    assert pane.title_line.number.text() == f"记-1  {number}"
    assert sound(book) == []


def test_equals_fills_the_side_that_is_missing(book: Bookkeeper) -> None:
    pane = book.open()
    book.leg("付房租", "5602", "300")
    book.leg("付水费", "5602", "20.5")
    book.keys("付款", ENTER)
    book.keys("1002", ENTER)
    book.keys("=")
    assert book.cells(2)[3:] == ["", "320.50"]
    assert pane.form.totals.words() == "3 行，平"
    assert pane.form.totals.total_texts() == {"debit": "320.50", "credit": "320.50"}
    book.press(KEY.Key_Z, CTRL)
    assert book.cells(2)[3:] == ["", ""]
    book.press(KEY.Key_Y, CTRL)
    assert book.cells(2)[3:] == ["", "320.50"]
    pane.form.grid.go_to_cell(0, "debit")
    book.keys("=")
    assert book.cells(0)[3] == "300.00"
    pane.form.grid.go_to_cell(3, "debit")
    book.keys("=")
    assert book.said[-1] == "其他行已经平了，没有差额"


def test_typing_one_side_empties_the_other_and_red_figures_are_taken(book: Bookkeeper) -> None:
    pane = book.open()
    book.leg("冲多记的房租", "5602", "-50")
    assert book.cells(0)[3:] == ["-50.00", ""]
    pane.form.grid.go_to_cell(0, "credit")
    book.keys("50", ENTER)
    assert book.cells(0)[3:] == ["", "50.00"]


def test_ctrl_d_takes_the_summary_of_the_line_above(book: Bookkeeper) -> None:
    book.open()
    book.leg("付本月房租", "5602", "300")
    book.press(KEY.Key_D, CTRL)
    assert book.cells(1)[0] == "付本月房租"
    book.keys("", ENTER)
    book.keys("1002", ENTER)
    book.keys("=", ENTER)
    number = book.post()
    with book.database.reading(book.owner) as session:
        assert [x.summary for x in journal_view(session, number).lines] == ["付本月房租"] * 2


def test_enter_on_the_empty_line_goes_to_the_main_button(book: Bookkeeper) -> None:
    pane = book.open()
    rent(book)
    book.keys("", ENTER)
    book.keys("", ENTER)
    assert focused() is pane.title_line.main


def test_what_is_refused_names_the_cell_and_nothing_is_lost(book: Bookkeeper) -> None:
    pane = book.open()
    book.keys("押金", ENTER)
    book.keys("1122", ENTER)
    book.press(KEY.Key_Tab)
    book.keys("80", ENTER)
    book.leg("收现金", "5051", credit="80")
    book.press(KEY.Key_F12)
    assert book.said[-1] == "第 1 行：1122 要写往来单位"
    grid = pane.form.grid
    assert (grid.current_row(), grid.cell.column.key) == (0, "about")
    assert grid.entry.mark_at(0, grid.currentIndex().column()).tone == "bad"
    assert pane.form.typing
    assert pane.form.total() == fen(80)
    book.press(KEY.Key_S, CTRL)
    with book.database.reading(book.owner) as session:
        [kept] = drafts_of(session, "journal_voucher")
    assert (kept.subject, kept.total) == ("押金", fen(80))
    book.keys("c01", ENTER)
    book.post()
    with book.database.reading(book.owner) as session:
        assert drafts_of(session, "journal_voucher") == []


def test_an_unbalanced_voucher_is_refused_at_the_missing_side(book: Bookkeeper) -> None:
    pane = book.open()
    book.leg("付房租", "5602", "300")
    book.leg("付房租", "1002", credit="200")
    book.press(KEY.Key_F12)
    assert book.said[-1] == "借贷不平，贷方还差 100.00"
    assert pane.form.grid.cell.column.key == "credit"
    book.keys("", KEY.Key_F12)
    assert pane.view is None


def test_accounts_that_no_voucher_is_typed_on_are_not_offered(book: Bookkeeper) -> None:
    pane = book.open()
    codes = {account.code for account in pane.form.accounts}
    assert not codes & {"1001", "1405", "0001", "2202"}
    assert {"100101", "1002", "220201"} <= codes
    book.keys("进货", ENTER)
    book.keys("1405", ENTER)
    assert book.said[-1].startswith("没有“1405”")


def test_a_new_name_of_a_project_is_taken_and_offered_again(book: Bookkeeper) -> None:
    pane = book.open()
    book.keys("装修", ENTER)
    book.keys("5602", ENTER)
    pane.form.grid.go_to_cell(0, "about")
    book.keys("开业")
    pane.qtbot.waitUntil(lambda: pane.form.grid.cell.search.open)
    book.keys("", KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, ENTER)
    assert book.cells(0)[2] == "开业"
    book.keys("500", ENTER)
    book.leg("装修", "1002", credit="500")
    number = book.post()
    with book.database.reading(book.owner) as session:
        assert journal_view(session, number).lines[0].project == "开业"


def test_the_hand_stays_until_everything_an_account_wants_is_told(book: Bookkeeper) -> None:
    with book.database.transaction(book.owner) as session:
        session.execute(text("UPDATE account SET needs = 'department project' WHERE code = '5602'"))
    book.open()
    book.keys("布展", ENTER)
    book.keys("5602", ENTER)
    assert book.cells(0)[2] == "要写部门、核算项目"
    book.keys("门店", ENTER)
    assert book.cells(0)[2] == "要写核算项目"
    book.keys("春展", ENTER)
    assert book.cells(0)[2] == "门店 · 春展"
    book.keys("80", ENTER)
    book.leg("布展", "1002", credit="80")
    number = book.post()
    with book.database.reading(book.owner) as session:
        line = journal_view(session, number).lines[0]
    assert (line.department, line.project) == ("门店", "春展")


def test_an_emptied_cell_forgets_what_the_leg_was_about(book: Bookkeeper) -> None:
    pane = book.open()
    book.leg("欠款", "1122", "80", about="c01")
    pane.form.grid.go_to_cell(0, "about")
    pane.form.grid.cell.editor.selectAll()
    book.keys("", KEY.Key_Delete, ENTER)
    assert book.cells(0)[2] == "要写往来单位"
    assert pane.form.typed().draft.legs[0].partner_id is None


def test_a_kept_draft_comes_back_with_names_and_head(book: Bookkeeper) -> None:
    pane = book.open()
    pane.form.header.attachments.setFocus()
    book.keys("3", ENTER)
    pane.form.header.summary.setFocus()
    book.keys("整张的摘要", ENTER)
    book.leg("欠款", "1122", "80", about="c01")
    book.press(KEY.Key_S, CTRL)
    with book.database.reading(book.owner) as session:
        [kept] = drafts_of(session, "journal_voucher")
    again = book.open()
    again.show_subject(kept.id)
    book.wait()
    assert book.cells(0) == ["欠款", "1122 应收账款", "客户C01", "80.00", ""]
    assert again.form.header.attachments.value == 3
    assert again.form.header.summary.text() == "整张的摘要"


def test_a_pattern_is_kept_put_in_posted_and_due_again_next_month(book: Bookkeeper) -> None:
    pane = book.open()
    rent(book)
    book.keys("", KEY.Key_F3)
    panel = pane.patterns
    assert panel.isVisible()
    panel.name.setFocus()
    book.keys("月租")
    panel.every.setFocus()
    panel.every.selectAll()
    book.keys("1")
    panel.keep_typed()
    book.wait()
    assert book.said[-1] == "已存为模板“月租”"
    with book.database.reading(book.owner) as session:
        assert [(x.name, x.every, x.next_month) for x in patterns(session)] == [
            ("月租", 1, "2026-11")
        ]
    pane.begin_new()
    book.wait()
    assert pane.form.header.note.text() == "到期的模板：月租。按 F3 填入"
    panel.show()
    panel.setFocus()
    book.keys("", ENTER)
    assert book.cells(1) == ["付本月房租", "1002 银行存款", "", "", "300.00"]
    assert not panel.isVisible()
    book.post()
    with book.database.reading(book.owner) as session:
        assert patterns_due(session, "2026-11") == []
        assert patterns_due(session, "2026-12")
    assert sound(book) == []


def test_a_pattern_without_a_name_is_refused_at_the_name_and_one_is_removed_after_a_question(
    book: Bookkeeper,
) -> None:
    pane = book.open()
    rent(book)
    book.press(KEY.Key_F3)
    panel: JournalPatterns = pane.patterns
    panel.keep_typed()
    book.wait()
    assert panel.rows["name"].error.text() == "模板要有名字，最多 40 个字"
    assert focused() is panel.name
    book.keys("月租", ENTER)
    panel.grid.setFocus()
    book.press(KEY.Key_Delete)
    sheet = pane.findChild(Sheet)
    sheet.do.click()
    book.wait()
    with book.database.reading(book.owner) as session:
        assert patterns(session) == []
    panel.grid.setFocus()
    book.press(KEY.Key_Escape)
    assert not panel.isVisible()
    assert book.cells(0)[0] == "付本月房租"


def test_a_pattern_is_renamed_put_out_of_use_and_back_by_keys(book: Bookkeeper) -> None:
    pane = book.open()
    rent(book)
    book.press(KEY.Key_F3)
    panel: JournalPatterns = pane.patterns
    for name in ("月租", "水电"):
        panel.name.setFocus()
        book.keys(name, ENTER)
    panel.grid.setFocus()
    panel.grid.go_to(1)
    assert panel.grid.current().view.name == "水电"
    book.press(KEY.Key_F2)
    assert (focused() is panel.name, panel.keep.text()) == (True, "改名")
    book.keys("月租", ENTER)
    assert panel.rows["name"].error.text() == "已经有模板“月租”。换个名字"
    panel.name.selectAll()
    book.keys("季租")
    panel.every.setFocus()
    panel.every.selectAll()
    book.keys("3")
    panel.name.setFocus()
    book.keys("", ENTER)
    assert book.said[-1] == "模板已改为“季租”"
    assert (focused() is panel.grid, panel.keep.text(), panel.name.text()) == (True, "存为模板", "")
    panel.grid.go_to([row.view.name for row in panel.model.loaded_rows()].index("季租"))
    book.press(KEY.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert book.said[-1] == "模板“季租”已停用"
    with book.database.reading(book.owner) as session:
        assert [each.name for each in patterns(session)] == ["月租"]
        assert patterns_due(session, "2026-12") == []
    panel.grid.go_to(1)
    book.press(ENTER)
    assert book.said[-1] == "模板停用了。按 Ctrl+Shift+T 启用"
    assert panel.isVisible()
    panel.grid.setFocus()
    book.press(KEY.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    with book.database.reading(book.owner) as session:
        assert [(x.name, x.every, x.next_month) for x in patterns(session)] == [
            ("季租", 3, "2026-11"), ("月租", 0, ""),
        ]  # fmt: skip
    panel.grid.setFocus()
    book.press(KEY.Key_F2)
    book.press(KEY.Key_Escape)
    assert (panel.isVisible(), panel.keep.text()) == (True, "存为模板")


def test_f12_reviews_then_enters_and_the_review_can_be_taken_back(book: Bookkeeper) -> None:
    pane = book.open()
    rent(book)
    book.post()
    assert action_named(pane, "settle").text() == "审核"
    assert pane.title_line.chip.chip.text == "未审核"
    pane.setFocus()
    book.press(KEY.Key_F12)
    assert book.said[-1] == "凭证 记-1 已审核"
    assert action_named(pane, "settle").text() == "记账"
    pane.unreview()
    book.wait()
    assert pane.title_line.chip.chip.text == "未审核"
    book.press(KEY.Key_F12)
    book.press(KEY.Key_F12)
    assert pane.title_line.chip.chip.text == "已记账"
    assert action_named(pane, "settle").text() == "红字冲销"
    assert pane.form.header.note.text().startswith("因为：手工写的凭证；")
    pane.unreview()
    book.wait()
    assert book.said[-1] == "凭证 记-1 已记账，不能取消审核"


def test_where_two_people_are_wanted_nobody_reviews_his_own(book: Bookkeeper) -> None:
    with book.database.transaction(book.owner) as session:
        put_setting(session, "approve_own_documents", False)
    pane = book.open()
    rent(book)
    book.post()
    pane.setFocus()
    book.press(KEY.Key_F12)
    assert book.said[-1] == "凭证 记-1 是你自己做的，请别人审核"


def test_a_voucher_is_taken_back_in_red_and_its_copy_says_what_it_corrects(
    book: Bookkeeper,
) -> None:
    pane = book.open()
    rent(book)
    number = book.post()
    pane.take_back()
    sheet = pane.findChild(Sheet)
    sheet.reason.field.setFocus()
    book.keys("记错月份")
    sheet.do.click()
    book.wait()
    with book.database.reading(book.owner) as session:
        assert balances(session) == {}
        assert journal_view(session, number).head.reversed_by
    assert pane.title_line.chip.chip.text == "已红冲"
    pane.copy_paper()
    book.wait()
    assert pane.form.typing
    day = pane.context.clock.today()
    words = f"订正{day.month}月{day.day}日记-1号凭证"
    assert book.cells(0) == [words, "5602 管理费用", "", "300.00", ""]
    again = book.post()
    with book.database.reading(book.owner) as session:
        view = journal_view(session, again)
    assert (view.head.summary, {line.summary for line in view.lines}) == (words, {words})
    assert sound(book) == []


def test_a_money_settling_voucher_taken_back_leaves_no_open_item(book: Bookkeeper) -> None:
    pane = book.open()
    book.leg("客户欠款", "1122", "80", about="c01")
    book.leg("收入", "5051", credit="80")
    number = book.post()
    pane.take_back()
    sheet = pane.findChild(Sheet)
    sheet.reason.field.setFocus()
    book.keys("错")
    sheet.do.click()
    book.wait()
    with book.database.reading(book.owner) as session:
        assert shown_voucher(session, number).head.state == "reversed"
    assert sound(book) == []


def test_the_accountant_finds_it_in_the_menu_and_in_the_workspace() -> None:
    [spec] = [spec for spec in pane_specs() if spec.name == "journal_voucher"]
    assert (spec.title, spec.menu) == ("新凭证", "books")
    [desk] = [desk for desk in workspaces() if desk.name == "books"]
    assert "journal_voucher" in desk.centre


def test_a_cashier_has_no_such_pane_and_may_not_post(book: Bookkeeper) -> None:
    cashier = actor_with("cashier")
    names = {spec.name for spec in allowed_specs(pane_specs(), cashier.may)}
    assert not names & {"journal_voucher", "vouchers", "voucher"}
    draft = JournalDraft(TODAY, (JournalLeg("5602", 100), JournalLeg("1002", 0, 100)), "例")
    with pytest.raises(Forbidden), book.database.transaction(cashier) as session:
        post_journal_voucher(session, draft, key=new_key())


def test_who_may_only_look_is_told_so(book: Bookkeeper) -> None:
    book.open(actor_with("manager"))
    rent(book)
    book.press(KEY.Key_F12)
    assert book.said[-1] == "没有写这种单据的权限"
    with book.database.reading(book.owner) as session:
        assert session.scalar(text("SELECT COUNT(*) FROM journal_voucher")) == 0


def test_who_may_not_see_cost_sees_no_legs_that_tell_it(book: Bookkeeper) -> None:
    with book.database.transaction(book.owner) as session:
        draft = JournalDraft(TODAY, (JournalLeg("5401", 900), JournalLeg("1002", 0, 900)), "补成本")
        number = post_journal_voucher(session, draft, key=new_key()).number
    pane = book.open(actor_with("treasurer"))
    pane.show_subject(number)
    book.wait()
    assert [x.leg.account for x in pane.view.legs] == ["1002"]
    assert pane.form.posted_totals.words() == "1 行"


def test_a_draft_with_all_its_legs_is_not_shown_to_who_only_looks(book: Bookkeeper) -> None:
    book.open()
    book.leg("补成本", "5401", "9")
    book.press(KEY.Key_S, CTRL)
    with book.database.reading(book.owner) as session:
        [kept] = drafts_of(session, "journal_voucher")
    pane = book.open(actor_with("treasurer"))
    pane.show_subject(kept.id)
    book.wait()
    assert book.pane.form.grid.lines() == ()
    assert "没有" in book.said[-1]
