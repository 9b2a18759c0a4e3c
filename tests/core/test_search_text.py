"""Any part of a name is found through pairs of characters, on both databases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text as sql

from jxc_desktop.core.search_text import (
    match_on_postgresql,
    match_on_sqlite,
    plain,
    search_text,
    words_of,
)

letters = st.text("牛奶纯盒装abAB12é１ ()%_'\"*-/　ß", max_size=12)


def test_a_name_is_kept_as_pairs_and_its_last_character():
    assert search_text("纯牛奶 1L") == "纯牛 牛奶 奶1 1l l"


def test_width_case_accents_and_marks_do_not_count():
    assert plain("Côte　ＤＥ-Blaye（红）") == "cotedeblaye红"


def test_several_names_give_each_pair_once():
    assert search_text("可可", "可可") == "可可 可"


def test_a_query_is_cut_into_words_at_blanks():
    assert words_of("  牛奶　250ML  牛奶 %% ") == ("牛奶", "250ml")


def test_nothing_to_search_for():
    assert words_of(" %_' ") == ()
    assert search_text("", "--") == ""


def test_a_single_character_is_the_beginning_of_a_pair():
    assert match_on_sqlite(("奶", "ab")) == '"奶" * AND "ab"'
    assert match_on_postgresql(("奶", "ab")) == "'奶':* & 'ab'"


def test_a_thin_expression_covers_each_word_with_half_the_pairs():
    assert match_on_sqlite(("abcde",), thin=True) == '"ab" AND "cd" AND "de"'
    assert match_on_postgresql(("abcd", "x"), thin=True) == "'ab' & 'cd' & 'x':*"
    assert match_on_sqlite(("ab",), thin=True) == '"ab"'


@given(letters)
def test_plain_text_stays_plain(text):
    assert plain(plain(text)) == plain(text)


@given(letters, st.data())
def test_every_part_of_a_name_has_only_pairs_of_the_name(name, data):
    letters = plain(name)
    start = data.draw(st.integers(0, len(letters)))
    part = letters[start : data.draw(st.integers(start, len(letters)))]
    pairs = set(search_text(name).split())
    assert {part[i : i + 2] for i in range(len(part) - 1)} <= pairs


@pytest.mark.parametrize(
    "query", ["奶", "牛奶", "250", "cote bl", "ß", "𰻝面", "'", '"', "牛奶 装"]
)
def test_both_databases_take_every_query(any_database, query):
    sqlite = any_database.dialect == "sqlite"
    words = words_of(query)
    expression = (match_on_sqlite if sqlite else match_on_postgresql)(words)
    question = (
        "SELECT rowid FROM product_search WHERE product_search MATCH :q"
        if sqlite
        else "SELECT id FROM product WHERE array_to_tsvector(string_to_array(search_text, ' ')) @@ CAST(:q AS tsquery)"
    )
    with any_database.reading() as session:
        found = session.execute(sql(question), {"q": expression}).all() if words else []
    assert found == []
