"""Indexing at once gives the same index as one by one, and leaves the triggers as they were."""

from sqlalchemy import text

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.queries import find_products
from jxc_desktop.catalog.services import save_product, write_products
from jxc_desktop.core.creation import fingerprint
from jxc_desktop.core.search_index import indexed_at_once


def matched(session, pair):
    question = text("SELECT rowid FROM product_search WHERE product_search MATCH :pair")
    return [row[0] for row in session.execute(question, {"pair": f'"{pair}"'})]


def schema_of(database):
    with database.raw() as connection:
        return fingerprint(connection)


def test_many_at_once_are_found_like_single_ones(any_database, owner):
    with any_database.transaction(owner) as session:
        single = save_product(session, ProductDraft("单个牛奶"))
        many = write_products(session, [ProductDraft(f"牛奶{n}") for n in range(600)])
    with any_database.transaction(owner) as session:
        later = save_product(session, ProductDraft("后来的牛奶"))
        found = {hit.id for hit in find_products(session, "牛奶", limit=1000)}
    assert {single, later} & found
    assert many[0] in found


def test_the_index_holds_each_row_once_and_the_triggers_are_back(database, owner):
    before = schema_of(database)
    with database.transaction(owner) as session:
        ids = write_products(session, [ProductDraft("牛奶") for _ in range(600)])
        assert matched(session, "牛奶") == ids
        session.execute(
            text("INSERT INTO product_search(product_search, rank) VALUES('integrity-check', 1)")
        )
    assert schema_of(database) == before


def test_a_failed_batch_leaves_the_triggers(database, owner):
    before = schema_of(database)
    try:
        with database.transaction(owner) as session, indexed_at_once(session, "product"):
            raise KeyError
    except KeyError:
        pass
    assert schema_of(database) == before
