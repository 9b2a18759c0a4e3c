"""What the digits on a scale's label mean, by rules that are written as the label is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.shop.scale_rules import (
    USUAL,
    ScaleLabel,
    check_digit_from_left,
    read_label,
    scale_rules,
)

RULES = scale_rules(USUAL)


@pytest.mark.parametrize(
    ("code", "rules", "label"),
    [
        ("2100012019361", USUAL, ScaleLabel(12, 1936, None)),
        ("2200012023105", USUAL, ScaleLabel(12, None, 23_100)),
        ("200001201936023105", USUAL, ScaleLabel(12, 1936, 23_100)),
        ("2300120193600", "23 PPPP AAAA.AA C", ScaleLabel(12, 19_360, None)),
        ("2912345670231", "29 PPPPPPP WWW C", ScaleLabel(1_234_567, None, 230_000)),
        ("2800012001936", "20-24,28 PPPPP A.AAAA C", "小数点不对"),
        ("200001202310019362", "20 PPPPP WW.WWW AAA.AA C", ScaleLabel(12, 1936, 23_100)),
        ("2412345670231", "24 PPPPPPP W.WW C", ScaleLabel(1_234_567, None, 2_300)),
        ("2100012000194", "21 PPPPP AAAAA C", ScaleLabel(12, 1900, None)),
        ("690123456789", USUAL, None),
        ("2500012019361", USUAL, None),
        ("21０0012019361", USUAL, None),
    ],
)
def test_a_label_is_read_by_the_rule_it_fits(code, rules, label):
    if isinstance(label, str):
        with pytest.raises(InvalidInput, match=label):
            scale_rules(rules)
        return
    assert read_label(code, scale_rules(rules)) == label


def test_a_misread_label_is_refused_with_the_digit_that_belongs_there():
    with pytest.raises(InvalidInput, match=r"末位应为 1。再扫一次"):
        read_label("2100012019360", RULES)
    assert read_label("2100012019360", scale_rules("21 PPPPP AAA.AA C")) is not None


def test_eighteen_digits_are_checked_from_either_side():
    body = "20000120193602310"  # domain.md §6.6 has 26…: one flag further
    right, left = ean.calc_check_digit(body), check_digit_from_left(body)
    assert right != left
    for check, digit, other in (("R", right, left), ("L", left, right)):
        rules = scale_rules(f"20 PPPPP AAA.AA WW.WWW {check}")
        assert read_label(body + digit, rules) == ScaleLabel(12, 1936, 23_100)
        with pytest.raises(InvalidInput):
            read_label(body + other, rules)
    assert (ean.calc_check_digit("26000120193602310"), check_digit_from_left("26000120193602310")) == (
        "2", "4",
    )  # fmt: skip


@given(st.integers(1, 99_999), st.integers(0, 99_999))
def test_whatever_a_scale_prints_is_read_back(plu, fen):
    body = f"21{plu:05}{fen:05}"
    label = read_label(body + ean.calc_check_digit(body), RULES)
    assert label == ScaleLabel(plu, fen, None)


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("21 PPPPP AAA.AA", "看不懂"),
        ("19 PPPPP AAA.AA R", "20 到 29"),
        ("21- PPPPP AAA.AA R", None),
        ("21 AAAAA AAAAA R", "P 必须有"),
        ("21 PPPPPPPPPP R", "至少有一个"),
        ("21 PPP AAA.AA PP R", "各写成一段"),
        ("21 PPPPP AAA.A.A R", "小数点不对"),
        ("21 PPPPP W.WWWWW R", "小数点不对"),
        ("21 PPPPP AAA.A R", "12 位"),
        ("21 PPPPPPPP WW R", "13 位或 18 位"),
        ("21 PPPPP AAA.AA R; 20-22 PPPPP WW.WWW R", "写了两次"),
        ("26 PPPPP AAA.AA WW.WWW C", "付款码"),
    ],
)
def test_a_rule_without_sense_is_refused_in_a_sentence(rules, told):
    if told is None:
        assert scale_rules(rules)[0].flags == ("21",)
        return
    with pytest.raises(InvalidInput, match=told):
        scale_rules(rules)


def test_no_rules_read_no_labels():
    assert read_label("2100012019361", scale_rules("")) is None
