"""Initials as people type them."""

import csv
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxc_desktop.core.paths import resource
from jxc_desktop.core.pinyin import LONGEST, initials


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("可口可乐", "kkkl"),
        ("重庆小面", "cqxm"),
        ("重量", "zl"),
        ("长城干红葡萄酒", "ccghptj"),
        ("音乐盒", "yyh"),
        ("厦门馅饼", "xmxb"),
        ("银行卡", "yhk"),
        ("农夫山泉 550ML（整箱）", "nfsq550mlzx"),
        ("Côte ＤＥ Blaye", "cotedeblaye"),
        ("", ""),
        ("！？", ""),
    ],
)
def test_initials(name, typed):
    assert initials(name) == typed


def test_long_names_are_cut():
    assert len(initials("可" * 500)) == LONGEST


def test_the_dictionary_is_read_on_first_use_only():
    program = (
        "import sys, jxc_desktop.core.pinyin as p; assert 'pypinyin' not in sys.modules;"
        "assert p.initials('牛奶') == 'nn'; assert 'pypinyin' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_the_short_way_agrees_with_pypinyin(data):
    from pypinyin import Style, lazy_pinyin
    from pypinyin.phrases_dict import phrases_dict

    words = data.draw(st.lists(st.sampled_from(sorted(phrases_dict)), min_size=1, max_size=4))
    name = "".join(words)
    whole = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
    assert initials(name) == "".join(c for c in whole if c.isalnum())[:LONGEST]


def test_account_names_have_initials():
    with resource("accounts", "small_enterprise.csv").open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert all(initials(name) for name in names)
