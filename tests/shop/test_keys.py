"""The same key with the same content is answered again; with other content it is refused."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import KeyReused
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Key, Posted, answered, digest_of, new_key, remember
from tests.shop.conftest import refused
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, receive

POSTED = Posted("sales_delivery", 1, "XSCK202611200001", 900)


def test_a_key_is_unknown_until_it_was_answered(any_database: Database, owner: Actor) -> None:
    key = Key("k-1", digest_of({"a": 1}))
    with any_database.transaction(owner) as session:
        assert answered(session, key) is None
        assert remember(session, key, POSTED) == POSTED
    with any_database.transaction(owner) as session:
        again = answered(session, key)
    assert again is not None
    assert again.repeated
    assert (again.kind, again.document_id, again.number, again.total) == (
        "sales_delivery",
        1,
        "XSCK202611200001",
        900,
    )


def test_the_same_key_with_other_content_is_refused(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        remember(session, Key("k-1", digest_of({"a": 1})), POSTED)
        with pytest.raises(KeyReused, match="k-1 已用于 XSCK202611200001") as refused:
            answered(session, Key("k-1", digest_of({"a": 2})))
    assert refused.value.field == "key"


def test_what_was_refused_does_not_use_its_key_up(any_database: Database, owner: Actor) -> None:
    key = Key("k-1", "x")
    with refused(any_database, owner) as session:
        remember(session, key, POSTED)
    with any_database.transaction(owner) as session:
        assert answered(session, key) is None


def test_a_repeat_delivers_once(any_database: Database, owner: Actor) -> None:
    key = new_key()
    with any_database.transaction(owner) as session:
        supplier, customer, product = a_supplier(session), a_customer(session), a_product(session)
        receive(session, supplier, [line(product, 10, "6.00")])
        first = deliver(session, customer, [line(product, 1, "9.00")], key=key)
    with any_database.transaction(owner) as session:
        again = deliver(session, customer, [line(product, 1, "9.00")], key=key)
    assert (first.number, first.repeated) == (again.number, False)
    assert again.repeated


@pytest.mark.pg
def test_the_same_key_from_two_tills_at_once_posts_once(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    shop, key = new_shop(dialect="postgresql"), new_key()
    with shop.transaction(owner) as session:
        supplier, customer, product = a_supplier(session), a_customer(session), a_product(session)
        receive(session, supplier, [line(product, 10, "6.00")])

    def send(_till: int) -> Posted:
        with shop.transaction(owner) as session:
            return deliver(session, customer, [line(product, 1, "9.00")], key=key)

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(4)))
    assert len({answer.number for answer in answers}) == 1
    assert sorted(answer.repeated for answer in answers) == [False, True, True, True]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.text(max_size=4), JSON, max_size=5))
def test_the_order_of_fields_does_not_matter(content: dict[str, object]) -> None:
    backwards = dict(reversed(list(content.items())))
    assert digest_of(content) == digest_of(backwards)
    assert digest_of({**content, "more": 1}) != digest_of({**content, "more": 2})


def test_new_keys_are_new() -> None:
    assert len({new_key().value for _ in range(1000)}) == 1000
