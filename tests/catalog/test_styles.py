"""多属性: a style in colours and sizes; its variants are goods, the style is none."""

from dataclasses import replace

import pytest

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.invariants import variants_differ
from jxc_desktop.catalog.queries import (
    ProductFilter,
    find_products,
    list_products,
    product_card,
    style_list,
    variants_of,
)
from jxc_desktop.catalog.services import disable_product, save_product
from jxc_desktop.catalog.styles import (
    Axis,
    Value,
    Variant,
    grid_of,
    keep_variants,
    make_variants,
    read_axis,
    typed_variants,
)
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused
from jxc_desktop.core.sql import Statement
from tests.catalog.conftest import COLA, YUAN
from tests.conftest import actor_with
from tests.shopkeeping import a_supplier, line, receive

SHIRT = ProductDraft(
    "T恤", code="T01", unit="件", retail_price=59 * YUAN, brand="太古", min_stock=10_000
)
AXES = ("颜色", "尺码")
COLOURS = Axis("颜色", (Value("红", "01"), Value("黑", "H")))
SIZES = Axis("尺码", (Value("M", "M"), Value("L", "L")))


def a_shirt(session) -> int:
    """A shirt in two colours and two sizes; the style's id."""
    style = save_product(session, SHIRT)
    make_variants(session, style, AXES, grid_of("T01", (COLOURS, SIZES)))
    return style


def test_a_style_has_every_combination_as_a_product_of_its_own(any_database, owner):
    with any_database.transaction(owner) as session:
        style = a_shirt(session)
    with any_database.reading(owner) as session:
        found = variants_of(session, style)
        assert [(each.code, each.values) for each in found] == [
            ("T01-01-M", ("红", "M")), ("T01-01-L", ("红", "L")),
            ("T01-H-M", ("黑", "M")), ("T01-H-L", ("黑", "L")),
        ]  # fmt: skip
        assert {each.axes for each in found} == {AXES}
        draft = product_card(session, found[0].id).draft
        assert draft == replace(
            SHIRT, id=found[0].id, code="T01-01-M", spec="红 M", places=0, min_stock=None
        )
        assert [(each.code, each.variants) for each in style_list(session)] == [("T01", 4)]
        assert variants_differ(session) == []


def test_the_style_itself_is_neither_bought_nor_counted_nor_put_into_use(any_database, owner):
    with any_database.transaction(owner) as session:
        style, supplier = a_shirt(session), a_supplier(session)
        with pytest.raises(Refused, match="T恤 是一款"):
            receive(session, supplier, [line(style, 1, 20)])
        with pytest.raises(Refused, match="T恤 是一款"):
            disable_product(session, style, disabled=False)
        variant = variants_of(session, style)[0].id
        receive(session, supplier, [line(variant, 1, 20)])
        assert variants_differ(session) == []


def test_a_changed_style_stays_a_style(session):
    style = a_shirt(session)
    save_product(session, replace(SHIRT, id=style, name="短袖", track_stock=True))
    card = product_card(session, style)
    assert (card.draft.name, card.draft.track_stock, card.disabled) == ("短袖", False, True)
    assert len(variants_of(session, style)) == 4


def test_further_variants_join_and_take_the_stock_keeping_of_their_sisters(session):
    style = a_shirt(session)
    [made] = make_variants(
        session, style, AXES, [Variant(("白", "M"), barcode="6901234567892", price=YUAN)]
    )
    new = variants_of(session, style)[-1]
    assert (new.id, new.values, new.barcode, new.retail_price) == (
        made, ("白", "M"), "6901234567892", YUAN,
    )  # fmt: skip
    assert product_card(session, made).draft.track_stock


@pytest.mark.parametrize(
    ("axes", "values", "said"),
    [
        (AXES, ("红", "M"), "已有 红 M"),
        (AXES, ("红",), "每个属性写一个值"),
        (AXES, ("红", " "), "都要写"),
        (("尺码", "颜色"), ("M", "白"), "按 颜色、尺码 分"),
    ],
)
def test_what_would_be_no_variant_is_refused_in_one_sentence(session, axes, values, said):
    style = a_shirt(session)
    with pytest.raises((InvalidInput, Refused), match=said):
        make_variants(session, style, axes, [Variant(values)])


@pytest.mark.parametrize(
    ("axes", "said"),
    [((), "1 到 3 个"), (("a", "b", "c", "d"), "1 到 3"), (("a", "a"), "叫一个名字")],
)
def test_a_style_has_one_to_three_different_axes(session, axes, said):
    plain = save_product(session, COLA)
    with pytest.raises(InvalidInput, match=said):
        make_variants(session, plain, axes, [Variant(("x",) * len(axes))])


def test_goods_that_moved_and_variants_cannot_become_a_style(session):
    style, supplier, cola = a_shirt(session), a_supplier(session), save_product(session, COLA)
    receive(session, supplier, [line(cola, 1, 2)])
    with pytest.raises(Refused, match="已有出入库或订单"):
        make_variants(session, cola, ("味",), [Variant(("甜",))])
    with pytest.raises(Refused, match="已经是一款里的一种"):
        make_variants(session, variants_of(session, style)[0].id, ("领",), [Variant(("圆",))])


def test_only_who_may_edit_goods_makes_variants(any_database, owner):
    with any_database.transaction(owner) as session:
        style = save_product(session, SHIRT)
    with any_database.transaction(actor_with("cashier")) as session, pytest.raises(Forbidden):
        make_variants(session, style, AXES, grid_of("T01", (COLOURS, SIZES)))


def test_the_style_is_found_only_where_styles_are_asked_for(any_database, owner):
    with any_database.transaction(owner) as session:
        a_shirt(session)
    with any_database.reading(owner) as session:
        plain = find_products(session, "T01")
        assert [each.code for each in plain] == ["T01-01-L", "T01-01-M", "T01-H-L", "T01-H-M"]
        first = find_products(session, "T01", styles=True)[0]
        assert (first.code, first.is_style) == ("T01", True)
        assert find_products(session, "T恤", styles=True, limit=1)[0].is_style


def test_the_list_shows_a_style_among_the_goods_in_use(session):
    a_shirt(session)
    rows = list_products(session, ProductFilter())
    assert [(row.code, row.is_style) for row in rows][:2] == [("T01", True), ("T01-01-L", False)]
    assert list_products(session, ProductFilter(disabled=True)) == ()
    assert [row.code for row in list_products(session, ProductFilter(styles=True))] == ["T01"]


def test_lines_of_variants_are_kept_together(any_database, owner):
    with any_database.transaction(owner) as session:
        style = a_shirt(session)
        shown = typed_variants(session, style)
        other = replace(shown[0], code="T01-R-M", barcode="6901234567892", price=49 * YUAN)
        assert (
            keep_variants(session, style, AXES, shown, (other, *shown[1:], Variant(("白", "M"))))
            == 2
        )
        kept = typed_variants(session, style)
        assert (kept[0], kept[4].values) == (other, ("白", "M"))
        with pytest.raises(Refused, match="删不掉"):
            keep_variants(session, style, AXES, kept, kept[1:])
        with pytest.raises(Refused, match="已是") as error:
            keep_variants(session, style, AXES, kept, (replace(kept[0], code="T01-H-M"), *kept[1:]))
        assert error.value.field == "lines[0].code"


def test_an_axis_is_typed_as_a_name_and_its_values():
    assert read_axis("颜色：红 黑=h，白") == Axis(
        "颜色", (Value("红", "01"), Value("黑", "h"), Value("白", "03"))
    )
    assert read_axis("尺码:s m 42") == Axis(
        "尺码", (Value("s", "S"), Value("m", "M"), Value("42", "42"))
    )
    assert read_axis(" ") is None
    for wrong in ("红 黑", "颜色：", "：红"):
        with pytest.raises(InvalidInput, match="看不懂属性"):
            read_axis(wrong)


def test_verify_tells_of_variants_that_are_alike_or_homeless(session):
    style = a_shirt(session)
    Statement("UPDATE variant_value SET value = 'M' WHERE value = 'L'").run(session)
    assert any("颜色尺码一样" in each for each in variants_differ(session))
    Statement("UPDATE product SET is_style = 0 WHERE id = :id").run(session, id=style)
    assert any("没有款" in each for each in variants_differ(session))
