from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jxc_desktop.widgets.entry_clipboard import block_text, is_block, read_block
from jxc_desktop.widgets.entry_lines import EntryLines


def test_undo_takes_back_and_names_each_step():
    steps = EntryLines(["水"])
    steps.put(0, "油", "改商品")
    steps.insert(1, ["米"], "插入一行")
    steps.change(steps.lines, row=0, name="整单优惠", header=872)
    assert (steps.lines, steps.header) == (("油", "米"), 872)
    assert steps.undo() == ("整单优惠", 0)
    assert steps.header is None
    assert steps.undo() == ("插入一行", 1)
    assert steps.undo() == ("改商品", 0)
    assert steps.undo() is None
    assert steps.lines == ("水",)
    assert steps.redo() == ("改商品", 0)
    assert steps.lines == ("油",)


def test_a_new_step_forgets_what_was_undone():
    steps = EntryLines(["水"])
    steps.remove(0, "删行")
    steps.undo()
    steps.put(0, "油", "改")
    assert steps.redo() is None


def test_what_is_found_out_later_is_no_step():
    steps = EntryLines(["水"])
    steps.put(1, "油", "改")
    assert steps.amend(lambda line: line == "油", lambda line: "金穗油")
    assert steps.lines == ("水", "金穗油")
    steps.undo()
    assert steps.lines == ("水",)


class Editing(RuleBasedStateMachine):
    """Whatever is done, undoing all of it gives the beginning, redoing all of it the end."""

    def __init__(self):
        super().__init__()
        self.steps = EntryLines(["a", "b"])
        self.history = [self.steps.lines]

    def _did(self, done=True):
        if done:
            self.history.append(self.steps.lines)

    @rule(row=st.integers(0, 4), line=st.text(max_size=2))
    def put(self, row, line):
        self.steps.put(min(row, len(self.steps.lines)), line, "put")
        self._did()

    @rule(row=st.integers(0, 4))
    def insert(self, row):
        self.steps.insert(min(row, len(self.steps.lines)), ["new"], "insert")
        self._did()

    @rule(row=st.integers(0, 4))
    def remove(self, row):
        if row < len(self.steps.lines):
            self.steps.remove(row, "remove")
            self._did()

    @rule(row=st.integers(-1, 4), step=st.sampled_from([-1, 1]))
    def move(self, row, step):
        self._did(self.steps.move(row, step, "move"))

    @invariant()
    def all_can_be_undone_and_redone(self):
        seen = [self.steps.lines]
        while self.steps.undo():
            seen.append(self.steps.lines)
        assert seen == self.history[::-1]
        while self.steps.redo():
            pass
        assert self.steps.lines == self.history[-1]


TestEditing = Editing.TestCase


def test_blocks_go_to_excel_and_back():
    cells = [["清溪天然水", "40"], ['他说"好"\n两行', "1,060.00"]]
    assert read_block(block_text(cells)) == cells
    assert is_block("a\tb")
    assert is_block("a\nb")
    assert not is_block("6901234567892\r\n")
