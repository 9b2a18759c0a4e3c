"""What a person types finds the goods meant, and nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jxc_desktop.catalog.drafts import BarcodeDraft, ProductDraft
from jxc_desktop.catalog.queries import find_products
from jxc_desktop.catalog.services import disable_product, save_product, write_products
from jxc_desktop.core.search_text import plain

NAMES = (
    ("A01", "纯牛奶", "250ml", "蒙牛"),
    ("A02", "纯牛奶", "1L", "伊利"),
    ("A03", "高钙牛奶", "250ml", "光明"),
    ("A04", "牛肉干", "100g", "科尔沁"),
    ("A05", "Côte de Blaye", "12 - 75 cl bottles", ""),
    ("A06", "50% 橙汁_促销", "500ml", "汇源"),
    ("A07", "奶油饼干", "一箱", ""),
    ("A08", "重庆火锅底料", "", ""),
)


@pytest.fixture
def shop(any_database, owner):
    drafts = [ProductDraft(name, code=c, spec=s, brand=b) for c, name, s, b in NAMES]
    drafts.append(ProductDraft("矿泉水", code="A09", barcodes=(BarcodeDraft("6901234567892"),)))
    drafts.append(ProductDraft("旧牛奶", code="A10"))
    with any_database.transaction(owner) as session:
        ids = write_products(session, drafts)
        disable_product(session, ids[-1])
    with any_database.reading(owner) as session:
        yield session


def codes(shop, text, limit=8):
    return [hit.code for hit in find_products(shop, text, limit)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("纯牛奶", ["A01", "A02"]),
        ("牛奶 250", ["A01", "A03"]),
        ("牛奶250ML", ["A01", "A03"]),
        ("mn 1l", []),
        ("nn 1L", ["A02"]),
        ("cnn", ["A01", "A02"]),
        ("gnn", ["A03"]),
        ("蒙牛", ["A01"]),
        ("cote bl", ["A05"]),
        ("COTEDE", ["A05"]),
        ("cqhg", ["A08"]),
        ("6901234", ["A09"]),
        ("6901234567892", ["A09"]),
        ("a09", ["A09"]),
        ("箱", ["A07"]),
        ("汁_促", ["A06"]),
        ("50% 橙", ["A06"]),
        ("", []),
        ("%", []),
        ("_", []),
        ("%%%%", []),
        ("'; DROP TABLE product; --", []),
        ('"" OR 1', []),
        ("奶牛", []),
        ("旧", []),
        ("没有这个", []),
    ],
)
def test_typed_words_find(shop, typed, found):
    assert sorted(codes(shop, typed)) == found


def test_what_begins_with_the_letters_comes_first(shop):
    assert codes(shop, "牛") == ["A04", "A01", "A02", "A03"]
    assert codes(shop, "奶")[0] == "A07"
    assert codes(shop, "n")[0] in {"A04", "A07"}


def test_no_more_than_asked_for(shop):
    assert len(codes(shop, "A", limit=3)) == 3


def test_scattered_pairs_are_no_word(session):
    write_products(session, [ProductDraft("ab bc cab"), ProductDraft("abcab")])
    assert [hit.name for hit in find_products(session, "abca")] == ["abcab"]


def test_a_renamed_product_is_found_by_its_new_name_only(session):
    [product] = write_products(session, [ProductDraft("雪碧")])
    save_product(session, ProductDraft("七喜", id=product))
    assert codes(session, "雪碧") == []
    assert codes(session, "七喜") == ["SP00001"]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_part_of_a_name_finds_it(session, data):
    name = data.draw(st.text("牛奶纯乐可abAB12é() /", min_size=1, max_size=10).filter(plain))
    [product] = write_products(session, [ProductDraft(f"一{name}")])
    letters = plain(f"一{name}")
    start = data.draw(st.integers(0, len(letters) - 1))
    part = letters[start : data.draw(st.integers(start + 1, len(letters)))]
    assert product in {hit.id for hit in find_products(session, part, limit=10_000)}


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(typed=st.text(max_size=30))
def test_no_text_breaks_the_search(shop, typed):
    for hit in find_products(shop, typed):
        assert hit.code != "A10"
