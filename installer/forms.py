"""Checks that every Designer form in `forms/ui` can become a class: `python -m installer.forms`."""

import subprocess
import sys
import tempfile
from pathlib import Path

from installer.tools import ROOT, tool

FORMS = ROOT / "forms" / "ui"


def problem_of(form: Path) -> str:
    """Why a form cannot be loaded; empty when it can."""
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "form.py"
        answer = subprocess.run(
            [tool("pyside6-uic"), str(form), "-o", str(made)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if answer.returncode or not made.exists():
            return answer.stderr.strip() or f"uic ended with {answer.returncode}"
        return syntax_problem(made)


def syntax_problem(made: Path) -> str:
    try:
        compile(made.read_text("utf-8"), made.name, "exec")
    except SyntaxError as error:
        return str(error)
    return ""


def main() -> int:
    forms = sorted(FORMS.glob("*.ui"))
    problems = {form.name: problem for form in forms if (problem := problem_of(form))}
    for name, problem in problems.items():
        sys.stderr.write(f"forms/ui/{name}: {problem}\n")
    sys.stderr.write(f"{len(forms)} forms, {len(problems)} cannot be loaded.\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
