"""The walls of the program, where import-linter cannot see them.

The order between and inside the slices is checked by `lint-imports` (contracts in pyproject.toml).
"""

import ast
import functools
import subprocess
import sys
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "jxc_desktop"
QT = {"PySide6", "shiboken6"}
QT_HOMES = {"app", "demo", "panes", "shell", "widgets"}
GREY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
ENGINE_ROOM = "core/db.py"
LONGEST = 500

VOID_CALLS = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
thing.setObjectName("warm")
before = sys.getrefcount(None)
for _ in range(2000):
    thing.setObjectName("x")
sys.exit(0 if sys.getrefcount(None) > before - 100 else "None was lost")
"""

MODULES = sorted(PACKAGE.rglob("*.py"))


def place(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def dotted(module: Path) -> str:
    parts = module.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@functools.cache
def nodes(module: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(module.read_text("utf-8"))))


def imported(module: Path) -> set[str]:
    """Top names of everything a module imports, inside functions too."""
    names = set()
    for node in nodes(module):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def called(module: Path) -> set[str]:
    """Last names of everything a module calls: `sleep` for `time.sleep(…)`."""
    written = {ast.unparse(node.func) for node in nodes(module) if isinstance(node, ast.Call)}
    return {name.rsplit(".", 1)[-1] for name in written}


def may_use_qt(module: Path) -> bool:
    parts = module.relative_to(PACKAGE).with_suffix("").parts
    return parts[0] in QT_HOMES or "ui" in parts


def runs_on_import(module: Path) -> bool:
    """Alembic's own scripts are executed, never imported."""
    return "migrations" in module.parts and (module.stem == "env" or "versions" in module.parts)


def callers_of(names: set[str]) -> dict[str, set[str]]:
    found = {place(module): called(module) & names for module in MODULES}
    return {where: what for where, what in found.items() if what}


def test_there_is_a_program_to_look_at():
    assert len(MODULES) > 10


def test_qt_stays_in_its_homes():
    strays = [place(m) for m in MODULES if not may_use_qt(m) and imported(m) & QT]
    assert strays == []


def test_the_business_runs_without_qt():
    business = [m for m in MODULES if not may_use_qt(m) and not runs_on_import(m)]
    program = "\n".join(
        [
            "import importlib, sys",
            *(f"sys.modules[{name!r}] = None" for name in sorted(QT)),
            *(f"importlib.import_module({dotted(m)!r})" for m in business),
        ]
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert answer.returncode == 0, answer.stderr


def test_modules_stay_small():
    lengths = {place(m): len(m.read_text("utf-8").splitlines()) for m in MODULES}
    assert {where: lines for where, lines in lengths.items() if lines > LONGEST} == {}


def test_no_two_modules_import_each_other():
    graph = grimp.build_graph("jxc_desktop", cache_dir=None)
    pairs = {
        tuple(sorted((name, other)))
        for name in graph.modules
        for other in graph.find_modules_directly_imported_by(name)
        if name in graph.find_modules_directly_imported_by(other)
    }
    assert pairs == set()


def test_only_the_engine_room_opens_databases():
    openers = callers_of({"create_engine", "create_async_engine"})
    assert set(openers) == {ENGINE_ROOM}


def test_only_the_engine_room_knows_the_sqlite_driver():
    drivers = {"sqlite3", "sqlcipher3"}
    strays = [place(m) for m in MODULES if imported(m) & drivers and place(m) != ENGINE_ROOM]
    assert strays == []


def test_no_module_is_named_for_what_is_left_over():
    grey = [place(m) for m in PACKAGE.rglob("*") if m.name.removesuffix(".py") in GREY_NAMES]
    assert grey == []


def test_every_folder_of_code_is_a_package():
    folders = {module.parent for module in MODULES if "versions" not in module.parts}
    assert [place(f) for f in folders if not (f / "__init__.py").exists()] == []


def test_nobody_sleeps_or_spins_the_event_loop():
    assert callers_of({"sleep", "processEvents"}) == {}


def test_void_qt_calls_keep_their_references_to_none():
    # PySide6 6.12.0 on Python 3.11 lost one at each call and aborted after some thousand.
    answer = subprocess.run(
        [sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
