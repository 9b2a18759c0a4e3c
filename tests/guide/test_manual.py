"""The manual is never stale: what a page names is there, in both languages, under the names that the screen uses."""

import importlib
import pkgutil
import re
import shlex
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

import jxc_desktop
from jxc_desktop.cli.arguments import parser
from jxc_desktop.core.document_checks import document_tables
from jxc_desktop.core.i18n import catalogue, use_language
from jxc_desktop.core.paths import resource
from jxc_desktop.features import REPORTS, SOURCES
from jxc_desktop.guide.manual import WAYS, manual_contents, page_named, page_of_pane, pages
from jxc_desktop.panes import pane_specs
from jxc_desktop.pos.ui.till_actions import TillActions
from jxc_desktop.shell.menus import menu_titles
from jxc_desktop.shell.window_actions import DOCK_KEYS, WORKSPACE_KEYS, window_actions
from jxc_desktop.shop.actor import matrix
from jxc_desktop.shop.acts import kind_words
from jxc_desktop.shop.approvals.rules import APPROVABLE
from jxc_desktop.shop.roles import role_words
from jxc_desktop.shop.settings import setting_types
from jxc_desktop.widgets.actions import action_specs
from jxc_desktop.widgets.entry_keys import _STEPS
from jxc_desktop.widgets.pane import Pane

ROOT = Path(__file__).parents[2]
LANGUAGES = ("zh", "en")
FOLDERS = {"zh": "zh_CN", "en": "en"}
TWO_SCREENS = 1650
"""Px that a page may be high, as wide as it is read; the last group holds tables to look things up in."""
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
CODE = re.compile(r"`([^`]+)`")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
FENCE = re.compile(r"^```\n(.*?)^```", re.MULTILINE | re.DOTALL)
NAMED_TEST = re.compile(r"(tests/[\w/]+\.py)::(test_\w+)")
KEY = re.compile(
    r"(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d{1,2}|[A-Z0-9]|/|[↑↓]|Enter|Esc|Tab|Del|Ins|Space|"
    r"PgUp|PgDown|Home|End|Backspace|Left|Right)"
)
ARROWS = {"↑": "Up", "↓": "Down"}
KNOWN_TO_QT = {"Enter", "Esc", "Tab", "Shift+Tab", "Space", "Up", "Down", "Ctrl+Return", "Return"}
"""What lists, fields and the find box do with keys by themselves."""


@pytest.fixture(params=LANGUAGES)
def spoken(request):
    use_language(request.param)
    yield request.param
    use_language("zh")


def texts(language):
    use_language(language)
    try:
        return {page.name: page.text for page in pages()}
    finally:
        use_language("zh")


def plain_commands(text):
    return [line for block in FENCE.findall(text) for line in block.splitlines() if line]


def keys_in(text):
    """Keys named in a page: what is written as code and looks like one."""
    return {code for code in CODE.findall(FENCE.sub("", text)) if KEY.fullmatch(code)}


def normal(key):
    for arrow, name in ARROWS.items():
        key = key.replace(arrow, name)
    return QKeySequence(key.replace("Enter", "Return")).toString()


def bound_keys():
    """Every key that some pane, the window or the entry grid hears."""
    found = {normal(key) for key in KNOWN_TO_QT}
    for action in window_actions():
        found |= {normal(action.key), normal(action.shown_key)}
    found |= {normal(f"Ctrl+{number + 1}") for number in range(WORKSPACE_KEYS)}
    found |= {normal(f"Ctrl+Alt+{number + 1}") for number in range(DOCK_KEYS)}
    for pane in pane_types():
        for spec in action_specs(pane).values():
            found |= {each.toString() for each in QKeySequence.listFromString(spec.key)}
    for key, modifiers in _STEPS:
        found.add(QKeySequence(key | modifiers.value).toString().replace("Enter", "Return"))
    return found - {""}


def pane_types():
    for module in pkgutil.walk_packages(jxc_desktop.__path__, "jxc_desktop."):
        if ".ui." in module.name or ".shell." in module.name:
            importlib.import_module(module.name)
    found, waiting = set(), [Pane]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        waiting += kinds
        found |= set(kinds)
    return found


def test_one_key_takes_out_of_use_everywhere_and_one_copies():
    keys = {}
    for pane in pane_types():
        for spec in action_specs(pane).values():
            keys.setdefault(spec.text, set()).add(spec.key)
    assert keys["停用或启用"] == {"Ctrl+Shift+T"}
    assert keys["复制"] == keys["复制单据"] == {"Ctrl+Shift+D"}


def test_every_page_is_in_the_contents_and_in_both_languages():
    named = [page["name"] for group in manual_contents()["group"] for page in group["page"]]
    assert len(named) == len(set(named))
    for folder in FOLDERS.values():
        files = {path.stem for path in resource("manual", folder).glob("*.md")}
        assert files == set(named), f"contents.toml and {folder}/ differ"


def test_both_languages_say_the_same_with_the_same_parts():
    chinese, english = texts("zh"), texts("en")
    for name in chinese:
        for part in (r"^(#+) ", r"^(\d+)\. ", r"^(\|)"):
            marks = [re.findall(part, text[name], re.MULTILINE) for text in (chinese, english)]
            assert len(marks[0]) == len(marks[1]), f"{name}: other parts {part} in English"
        links = [LINK.findall(text[name]) for text in (chinese, english)]
        assert links[0] == links[1], f"{name}: other links in English"
        assert keys_in(chinese[name]) == keys_in(english[name]), f"{name}: other keys in English"
        commands = [len(plain_commands(text[name])) for text in (chinese, english)]
        assert commands[0] == commands[1], f"{name}: other commands in English"


def test_no_page_in_english_speaks_chinese():
    for name, text in texts("en").items():
        allowed = re.sub(r"\([^)]*\)|`[^`]*`", "", text)
        found = re.findall(r"[一-鿿]+", allowed)
        assert not found, f"{name} says {found} in English"


def test_every_pane_has_a_page_for_f1():
    named = [
        pane
        for group in manual_contents()["group"]
        for page in group["page"]
        for pane in page.get("panes", ())
    ]
    there = {spec.name for spec in pane_specs()}
    for pane in sorted(there - set(named)):
        pytest.fail(f"pane {pane} has no page: name it in resources/manual/contents.toml")
    assert set(named) <= there, f"contents.toml names no panes: {sorted(set(named) - there)}"
    assert len(named) == len(set(named)), "a pane stands in one page only"
    assert page_of_pane("goods_receipt").name == "receiving"
    assert page_of_pane("no such pane") is pages()[0]
    assert page_named("no such page") is pages()[0]


def test_every_link_leads_somewhere(spoken):
    targets = {
        "pane": {spec.name for spec in pane_specs()},
        "report": {report.name for report in REPORTS},
        "setting": set(setting_types()),
        "do": {action.name for action in window_actions()},
    }
    assert targets.keys() == set(WAYS)
    there = {f"{page.name}.md" for page in pages()}
    for page in pages():
        for link in LINK.findall(page.text):
            kind, colon, name = link.partition(":")
            if colon:
                assert name in targets[kind], f"{page.name}: there is no {kind} {name}"
            else:
                assert link in there, f"{page.name}: there is no page {link}"


def test_every_key_is_bound():
    bound = bound_keys()
    for name, text in texts("zh").items():
        for key in sorted(keys_in(text)):
            assert normal(key) in bound, f"{name}: nothing hears {key}"


def test_the_keys_of_the_window_and_of_the_till_are_all_told():
    told = {normal(key) for key in keys_in(page_named("keys").text)}
    for action in window_actions():
        key = action.key or action.shown_key
        assert not key or normal(key) in told, f"keys.md does not tell {key} ({action.text})"
    told = {normal(key) for key in keys_in(page_named("till").text)}
    for spec in action_specs(TillActions).values():
        assert normal(spec.key) in told, f"till.md does not tell {spec.key} ({spec.text})"


def test_words_in_bold_stand_on_the_screen(spoken):
    """Bold is what can be read on the screen, so it is a text of the program, letter by letter."""
    known = {source for _context, source in catalogue("en")}
    if spoken == "en":
        known = set(catalogue("en").values())
    known |= {spec.title for spec in pane_specs()} | set(menu_titles().values())
    known |= {right.words for right in matrix().values()}
    known = {re.sub(r"\(&.\)|&", "", text).strip("…") for text in known}
    for page in pages():
        for words in BOLD.findall(page.text):
            assert words.strip("…") in known, f"{page.name}: no screen says “{words}”"


def test_every_command_is_understood():
    from jxc_desktop.demo import add_verb

    for name, text in (*texts("zh").items(), *texts("en").items()):
        for command in plain_commands(text):
            words = shlex.split(command.split(" < ")[0])
            assert words[0] == "jxc", f"{name}: {command}"
            if "--help" not in words:
                parser((add_verb,)).parse_args(words[1:])


def test_every_test_that_the_law_names_is_there():
    named = NAMED_TEST.findall(page_named("law").text)
    assert {f"R{number}" for number in range(1, 10)} <= set(
        re.findall(r"R\d", page_named("law").text)
    )
    assert len(named) >= 9
    for file, test in named:
        assert f"def {test}(" in (ROOT / file).read_text("utf-8"), f"{file} has no {test}"


def test_what_there_is_of_a_kind_is_told_in_full(spoken):
    """Reports, settings, sources, verbs, roles and documents with rules: each page names all of its own."""
    text = {page.name: page.text for page in pages()}
    for report in REPORTS:
        assert f"(report:{report.name})" in text["reports"], f"reports.md lacks {report.name}"
    for setting in setting_types():
        assert f"(setting:{setting})" in text["settings"], f"settings.md lacks {setting}"
    for kind in APPROVABLE:
        assert kind_words(kind).casefold() in text["approvals"].casefold(), (
            f"approvals.md lacks {kind_words(kind)}"
        )
    for role in role_words().values():
        assert f"**{role}**" in text["rights"], f"rights.md lacks {role}"
    for name, source in SOURCES.items():
        title = source().title.casefold()
        assert title in text["import-kinds"].casefold(), f"import-kinds.md lacks {name} ({title})"
    for verb in re.findall(r"verbs\.add_parser\(\"([\w-]+)\"", cli_source()):
        said = any(f" {verb}" in command for command in plain_commands(text["machine"]))
        assert said or verb == "demo", f"machine.md lacks {verb}"


def cli_source():
    return "\n".join(path.read_text("utf-8") for path in (ROOT / "jxc_desktop/cli").glob("*.py"))


def test_what_is_told_to_be_missing_is_missing():
    missing = manual_contents()["not_yet"]
    there = {spec.name for spec in pane_specs()} | {table.name for table in document_tables()}
    there |= {report.name for report in REPORTS}
    come = sorted(there & set(missing["names"]))
    assert not come, (
        f"{come} came: mend the pages {missing['pages']}, then take it off contents.toml"
    )


def test_no_page_is_longer_than_two_screens(qapp, spoken):
    from jxc_desktop.guide.ui.page_look import dressed
    from jxc_desktop.widgets.theme import apply_theme
    from jxc_desktop.widgets.tokens import LIGHT

    apply_theme(qapp, "light")  # with the fonts of the window, whatever ran before
    tables = pages()[-1].group
    for page in pages():
        if page.group == tables:
            continue
        document = dressed(page.text, LIGHT)
        document.setTextWidth(800)
        assert document.size().height() <= TWO_SCREENS, f"{page.name} is too long"
