"""Every act that code records has words, and details read as people say them."""

import ast
from pathlib import Path

import pytest

import jxc_desktop
from jxc_desktop.shop.acts import act_words, detail_words, subject_words

PACKAGE = Path(jxc_desktop.__file__).parent


def recorded() -> set[str]:
    """Every action that is written as it stands: record(session, "user.add", …)."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if named and node.func.id == "record" and len(node.args) > 1:
                action = node.args[1]
                if isinstance(action, ast.Constant):
                    found.add(action.value)
    return found


def test_every_act_has_words() -> None:
    actions = recorded()
    assert len(actions) > 20
    assert sorted(action for action in actions if act_words(action) == action) == []


@pytest.mark.parametrize("kind", ["goods_receipt", "sales_delivery", "pos_sale", "opening_stock"])
def test_documents_are_posted_and_reversed_in_words(kind: str) -> None:
    assert act_words(f"{kind}.post").startswith("过账")
    assert act_words(f"{kind}.reverse").startswith("红冲")


def test_an_act_without_words_stands_as_it_is() -> None:
    assert act_words("moon.land") == "moon.land"
    assert act_words("") == ""


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ({}, ""),
        ({"before": "a", "after": "b"}, "a → b"),
        ({"before": None, "after": True}, "— → 是"),
        ({"before": ["cashier"], "after": ["sales", "buyer"]}, "收银员 → 销售员、采购员"),
        ({"before": {"name": "甲", "total": 5}, "after": {}}, "名称 甲，金额 0.05 → "),
        ({"act": "user.vouch"}, "想要 当场授权"),
        ({"taxpayer": "small"}, "纳税人 小规模纳税人"),
        ({"total": 123450, "day": "2026-11-20"}, "金额 1234.50，日期 2026-11-20"),
        (
            {"reason": "退货", "by": "XSCK202611200002", "x": None},
            "原因 退货，红字单 XSCK202611200002",
        ),
    ],
)
def test_details_are_told_in_one_line(detail: dict[str, object], words: str) -> None:
    assert detail_words(detail) == words


def test_a_setting_is_called_by_its_title() -> None:
    assert subject_words("setting.change", "phone") == "电话"
    assert subject_words("setting.change", "gone") == "gone"
    assert subject_words("user.add", "phone") == "phone"
