"""The demonstration as anybody starts it: one command, a folder full of pictures and papers, sums that agree."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from jxc_desktop.core.opening import open_existing
from jxc_desktop.demo.scenes import scenes
from jxc_desktop.features import INVARIANTS, REPORTS
from jxc_desktop.pos.queries.shifts import shift_views
from jxc_desktop.reports.report import find_report, run_report
from jxc_desktop.shop.actor import Actor

ROOT = Path(__file__).parents[2]
LONG = 900
"""Seconds after which a demonstration has failed, on the slowest machine too."""

DAY = (
    "first-start", "new-shop", "password", "recovery-codes", "login", "empty-shop", "customer",
    "import-check", "imported", "goods", "receiving", "received", "popup", "delivery", "open-shift",
    "till", "tender", "discounts", "mixed", "return", "count", "compare", "trial-balance",
    "stock-movement-summary", "sales-summary", "dashboard", "backup",
)  # fmt: skip
"""The pictures of the day in their order."""
COMPARED = 19
"""Figures of a day: one for each that the demonstration has reckoned itself."""
MOSTLY = 0.97
"""A picture in which one colour takes so much shows nothing."""


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """The folder of a demonstration in its short form, and what the command said."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "jxc_desktop", "demo", "-o", str(folder), "--short"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    answer = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        cwd=folder,
        timeout=LONG,
    )
    assert answer.returncode == 0, answer.stderr[-3000:]
    return folder, answer


@pytest.fixture(scope="module")
def summary(played):
    return json.loads((played[0] / "summary.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def shop(played):
    """The shop that the day has made."""
    database = open_existing(played[0] / "shop" / "qingxi.jxc")
    yield database
    database.close()


OWNER = Actor(1, "owner", frozenset({"owner"}), "test")


def totals(shop, name):
    with shop.reading(OWNER) as session:
        found = run_report(session, find_report(REPORTS, name)).totals
    return {key: None if value is None else Decimal(value) / 100 for key, value in found.items()}


def test_it_says_where_to_read_on(played, summary):
    folder, answer = played
    assert answer.stdout == f"{folder / 'summary.md'}\n"
    assert summary["ok"] is True
    assert summary["problem"] == ""
    assert all(step["seconds"] > 0 for step in summary["steps"])


def test_everything_that_is_named_lies_there(played, summary):
    folder, _ = played
    assert all((folder / name).stat().st_size > 0 for name in summary["files"])
    kinds = {Path(name).suffix for name in summary["files"]}
    assert kinds == {".png", ".pdf", ".escpos", ".xlsx", ".json", ".md"}
    words = (folder / "summary.md").read_text("utf-8")
    assert all(name in words for name in summary["files"] if name.endswith(".png"))


def test_every_picture_that_is_promised_is_taken(summary):
    taken = [name for step in summary["steps"] for name in step["pictures"]]
    days = [name for name in taken if not name.startswith("gallery/")]
    assert [name.split("-", 2)[2] for name in days] == [f"{name}.png" for name in DAY]
    assert [name for name in taken if name.startswith("gallery/")] == [
        f"gallery/1366x768-light-zh-{scene.name}.png" for scene in scenes()
    ]


def test_figures_are_held_against_the_demonstrations_own(summary):
    assert summary["compared"] == COMPARED


def test_no_text_is_cut_in_any_picture(summary):
    assert summary["cut_texts"] == {}


def test_no_picture_is_empty(played, summary):
    folder, _ = played
    for name in (name for name in summary["files"] if name.endswith(".png")):
        with Image.open(folder / name) as picture:
            seen = picture.resize(
                (picture.width // 3, picture.height // 3), Image.Resampling.NEAREST
            )
            counts = sorted((n for n, _c in seen.getcolors(1 << 24)), reverse=True)
            assert len(counts) > 20, name
            assert counts[0] < sum(counts) * MOSTLY, name


def test_the_sums_of_the_summary_are_those_of_the_services(shop, summary):
    figures = summary["figures"]
    [shift] = _shifts(shop)
    assert figures["sold"] == f"{Decimal(shift.sales_amount) / 100:.2f}"
    assert figures["returned"] == f"{Decimal(shift.returns_amount) / 100:.2f}"
    assert figures["tickets"] == shift.sales
    assert figures["drawer"] == f"{Decimal(shift.expected) / 100:.2f}"
    assert figures["counted"] == f"{Decimal(shift.counted) / 100:.2f}"
    bought = totals(shop, "purchase_summary")["amount_incl"]
    sold = totals(shop, "sales_summary")["amount_incl"]
    assert figures["received"] == f"{bought:.2f}"
    over_counter = Decimal(figures["sold"]) - Decimal(figures["returned"])
    assert Decimal(figures["delivered"]) == sold - over_counter
    books = totals(shop, "trial_balance")
    assert figures["debit"] == figures["credit"] == f"{books['period_debit']:.2f}"
    assert figures["stock"] == f"{totals(shop, 'stock_balance')['amount']:.2f}"


def test_the_shop_is_sound_and_its_backup_lies_there(played, shop, summary):
    with shop.reading(OWNER) as session:
        assert [f"{rule.id} {p}" for rule in INVARIANTS for p in rule.check(session)] == []
    assert (played[0] / "shop" / "backups" / summary["figures"]["backup"]).is_file()


def test_what_is_not_the_demonstrations_own_is_left_alone(tmp_path):
    (tmp_path / "summary.json").write_text('{"made_by": "somebody else"}', "utf-8")
    command = [sys.executable, "-m", "jxc_desktop", "demo", "-o", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    answer = subprocess.run(
        command, check=False, capture_output=True, text=True, env=environment, timeout=LONG
    )
    assert answer.returncode == 1
    assert "不是演示留下的" in answer.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["summary.json"]


def _shifts(shop):
    with shop.reading(OWNER) as session:
        return shift_views(session)
