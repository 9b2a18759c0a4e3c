import subprocess
import sys

PROGRAM = """
import importlib, pkgutil, sys
import jxc_desktop.printing as room
for module in pkgutil.iter_modules(room.__path__):
    importlib.import_module(f"jxc_desktop.printing.{module.name}")
heavy = {"escpos", "reportlab", "pypdfium2", "PIL", "zxingcpp", "cn2an", "PySide6"}
print(sorted(heavy & set(sys.modules)))
"""


def test_importing_the_printing_room_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
