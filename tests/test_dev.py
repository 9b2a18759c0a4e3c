"""The developer's one command, and what it keeps in step."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import dev
from installer import forms, notices, strings

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = [dev.LOCK, dev.RUNTIME_LOCK]


def pins(lock: Path) -> set[str]:
    text = lock.read_text("utf-8")
    return set(re.findall(r"^([A-Za-z0-9._-]+)(?:\[.*?\])?==", text, re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    return {re.match(r"[A-Za-z0-9._-]+", line)[0].lower() for line in requirements}


def forbid(*_arguments: object, **_options: object) -> None:
    pytest.fail("nothing may be installed here")


# --- the machine ------------------------------------------------------------------------------------


def test_it_needs_the_standard_library_only():
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"))
    found = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    found |= {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {name.split(".")[0] for name in found} <= sys.stdlib_module_names


def test_an_old_python_can_read_it_far_enough_to_say_so():
    source = (ROOT / "dev.py").read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 8))
    first = [n for n in tree.body if not isinstance(n, (ast.Expr, ast.ImportFrom))][:2]
    assert isinstance(first[0], ast.Import)
    assert "sys.version_info < (3, 11)" in ast.unparse(first[1])


def test_an_old_c_library_is_one_clear_sentence(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "glibc", lambda: (2, 31))
    with pytest.raises(dev.Trouble, match=r"^glibc 2\.31 is too old.*2\.34"):
        dev.refuse_old_system()


def test_another_c_library_is_one_clear_sentence(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "glibc", lambda: None)
    with pytest.raises(dev.Trouble, match="needs a Linux with glibc"):
        dev.refuse_old_system()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc is Linux's")
def test_the_c_library_of_this_machine_is_known():
    assert dev.glibc() >= dev.OLDEST_GLIBC


def test_who_is_not_root_reads_the_exact_command(monkeypatch):
    monkeypatch.setattr(dev.shutil, "which", lambda name, **_: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev.subprocess, "run", forbid)
    with pytest.raises(dev.Trouble) as told:
        dev.install_system("libgl1 libegl1", "Qt cannot start")
    assert "sudo apt-get install -y --no-install-recommends libgl1 libegl1" in str(told.value)


def test_without_apt_the_packages_are_named(monkeypatch):
    monkeypatch.setattr(dev.shutil, "which", lambda name, **_: None)
    monkeypatch.setattr(dev.subprocess, "run", forbid)
    with pytest.raises(dev.Trouble, match=r"Qt cannot start; install .* libgl1"):
        dev.install_system("libgl1", "Qt cannot start")


def test_root_gets_them_installed(monkeypatch):
    typed = []
    done = subprocess.CompletedProcess([], 0)
    monkeypatch.setattr(dev.shutil, "which", lambda name, **_: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(dev.subprocess, "run", lambda c, **_: typed.append(c) or done)
    dev.install_system("libgl1", "Qt cannot start")
    assert typed[-1][:2] == ["apt-get", "install"]
    assert typed[-1][-1] == "libgl1"


def test_debian_without_ensurepip_asks_for_the_package_of_this_python(monkeypatch):
    asked = []
    monkeypatch.setattr(dev, "venv_fits", lambda: False)
    monkeypatch.setattr(dev, "VENV", ROOT / "elsewhere")
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(dev, "install_system", lambda packages, why: asked.append(packages))
    monkeypatch.setattr(
        dev.subprocess, "run", lambda *a, **o: subprocess.CompletedProcess(a, returncode=0)
    )
    dev.make_venv()
    assert asked == [f"python3.{sys.version_info[1]}-venv"]


def test_qt_that_starts_has_no_complaint():
    assert dev.qt_complaint("import sys") == ""
    assert "libEGL.so.1" in dev.qt_complaint("raise ImportError('libEGL.so.1: not found')")


def test_a_changed_lock_makes_the_environment_anew(tmp_path, monkeypatch):
    before = dev.fingerprint()
    assert dev.fingerprint() == before
    changed = tmp_path / "dev.txt"
    changed.write_bytes(dev.LOCK.read_bytes() + b"# newer")
    monkeypatch.setattr(dev, "LOCK", changed)
    assert dev.fingerprint() != before


def test_an_environment_that_is_up_to_date_is_left_alone(tmp_path, monkeypatch):
    stamp = tmp_path / "stamp"
    stamp.write_text(dev.fingerprint(), "utf-8")
    monkeypatch.setattr(dev, "STAMP", stamp)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "pip", forbid)
    dev.prepare()


# --- commands ---------------------------------------------------------------------------------------


def test_an_unknown_command_shows_all(capsys):
    assert dev.main(["dance"]) == 2
    told = capsys.readouterr().err
    assert all(f"  {name} " in told for name in dev.COMMANDS)


def test_trouble_is_one_line_without_traceback(monkeypatch, capsys):
    def refuse(_arguments):
        raise dev.Trouble("The moon is too far.")

    monkeypatch.setitem(dev.COMMANDS, "jxc", refuse)
    assert dev.main(["jxc"]) == 1
    assert capsys.readouterr().err == "dev.py: The moon is too far.\n"


def test_arguments_and_exit_codes_pass_through(monkeypatch):
    monkeypatch.setattr(dev, "prepare", lambda: None)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    assert dev.python("-c", "import sys; sys.exit(7)") == 7


def test_run_makes_the_sample_shop_once(tmp_path, monkeypatch):
    started = []
    shop = tmp_path / "out" / "sample.jxc"

    def python(*arguments, **_variables):
        started.append(arguments[2:])
        shop.touch()
        return 0

    monkeypatch.setattr(dev, "prepare", lambda: None)
    monkeypatch.setattr(dev, "has_display", lambda: True)
    monkeypatch.setattr(dev, "OUT", tmp_path / "out")
    monkeypatch.setattr(dev, "python", python)
    assert [dev.run([]), dev.run([])] == [0, 0]
    opened = ("--shop", str(shop))
    assert started == [(*opened, "init", "--sample"), opened, opened]


def test_run_without_a_display_plays_the_demonstration(tmp_path, monkeypatch, capsys):
    started = []
    monkeypatch.setattr(dev, "prepare", lambda: None)
    monkeypatch.setattr(dev, "has_display", lambda: False)
    monkeypatch.setattr(dev, "OUT", tmp_path)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(dev, "python", lambda *a, **v: started.append((a[2:], v)) or 0)
    assert dev.run([]) == 0
    assert started == [(("demo", "-o", str(tmp_path)), {"QT_QPA_PLATFORM": "offscreen"})]
    assert f"The pictures are in {tmp_path}." in capsys.readouterr().err


def test_a_missing_tool_is_said_at_home_and_refused_in_ci(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev.shutil, "which", lambda name: None if name == "strace" else name)
    monkeypatch.delenv("CI", raising=False)
    assert dev.without_tools([]) == ["-m", "not powerloss"]
    assert "strace is not installed" in capsys.readouterr().err
    monkeypatch.setenv("CI", "true")
    with pytest.raises(dev.Trouble, match="strace"):
        dev.without_tools([])


def test_every_marker_that_needs_a_tool_is_known_to_pytest(pytestconfig):
    markers = {line.split(":")[0] for line in pytestconfig.getini("markers")}
    assert set(dev.SYSTEM_TOOLS) <= markers


def test_the_readme_names_real_commands():
    named = set(re.findall(r"python dev\.py (\w+)", (ROOT / "README.md").read_text("utf-8")))
    assert {"run", "test"} <= named <= set(dev.COMMANDS)


# --- the lock ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_the_lock_holds_hashes_and_no_addresses(lock):
    text = lock.read_text("utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text)[1:]
    assert len(blocks) > 40
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text
    assert "--index" not in text.replace("--no-emit-index-url", "")


def test_the_lock_holds_what_the_project_needs():
    assert names(PROJECT["dependencies"]) <= pins(dev.RUNTIME_LOCK)
    extras = [line for extra in PROJECT["optional-dependencies"].values() for line in extra]
    assert names(extras) <= pins(dev.LOCK)
    assert pins(dev.RUNTIME_LOCK) <= pins(dev.LOCK)


def test_every_library_and_asset_is_in_the_notices():
    told = (ROOT / "THIRD_PARTY_NOTICES.md").read_text("utf-8")
    assert [name for name in notices.names() if f"| {name} | " not in told] == []
    assert "OFL-1.1" in told
    assert (ROOT / "resources/fonts/OFL.txt").exists()
    assert (ROOT / "resources/icons/LICENSE").exists()


# --- translations and forms -------------------------------------------------------------------------


def catalogue(path: Path, *messages: str) -> Path:
    body = "".join(f"<message>{message}</message>" for message in messages)
    path.write_text(
        f'<TS version="2.1" language="en"><context><name>stock</name>{body}</context></TS>', "utf-8"
    )
    return path


STOCKED = "<source>库存 {n}</source>"
DONE = STOCKED + "<translation>Stock {n}</translation>"


def test_a_finished_catalogue_has_no_problems(tmp_path):
    kept = catalogue(tmp_path / "kept.ts", DONE)
    assert list(strings.problems(kept, kept)) == []


@pytest.mark.parametrize(
    ("translation", "told"),
    [
        ('<translation type="unfinished">Stock {n}</translation>', "no finished translation"),
        ("<translation></translation>", "no finished translation"),
        ("<translation>Stock {m}</translation>", "different fields"),
        ("<translation><numerusform>{n}</numerusform><numerusform/></translation>", "no finished"),
    ],
)
def test_a_poor_translation_is_told(tmp_path, translation, told):
    kept = catalogue(tmp_path / "kept.ts", STOCKED + translation)
    (problem,) = strings.problems(kept, kept)
    assert told in problem


def test_new_and_vanished_strings_are_told(tmp_path):
    kept = catalogue(tmp_path / "kept.ts", DONE)
    fresh = catalogue(tmp_path / "fresh.ts", DONE.replace("库存", "数量"))
    assert [problem.split("”")[1][:8] for problem in strings.problems(kept, fresh)] == [
        " is new;",
        " is no l",
    ]


def test_the_strings_of_the_code_are_found(tmp_path):
    target = tmp_path / "en.ts"
    strings.collect(target)
    contexts = {context for context, _source in strings.messages(target)}
    assert "core" in contexts


def test_a_broken_form_is_told(tmp_path):
    good = tmp_path / "good.ui"
    good.write_text(
        '<ui version="4.0"><class>D</class><widget class="QDialog" name="D"/></ui>', "utf-8"
    )
    broken = tmp_path / "broken.ui"
    broken.write_text('<ui version="4.0"><class>D</class><widget', "utf-8")
    assert forms.problem_of(good) == ""
    assert forms.problem_of(broken) != ""


# --- the wheel --------------------------------------------------------------------------------------


def test_the_wheel_carries_its_resources_inside_the_package(tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    assert "jxc_desktop/resources/fonts/JXCSansSC-Regular.ttf" in held
    assert "jxc_desktop/resources/icons/barcode.svg" in held
    assert "jxc_desktop/core/paths.py" in held
    assert {name.split("/")[0] for name in held} == {
        "jxc_desktop",
        f"jxc_desktop-{PROJECT['version']}.dist-info",
    }


def test_every_benchmark_is_there_to_be_run():
    from benchmarks.__main__ import BENCHMARKS

    assert {"post_sale", "till", "stock_levels", "recost", "memory"} <= set(BENCHMARKS)
    assert all(callable(run) for run in BENCHMARKS.values())
