"""Settings take what they can be and refuse the rest, with words."""

from dataclasses import fields

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import use_language
from jxc_desktop.core.numbers import EXEMPT
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.queries import AuditFilter, audit_rows, setting_views
from jxc_desktop.shop.setting_text import text_of_setting, typed_setting, value_of_setting
from jxc_desktop.shop.setting_words import choice_words, setting_words
from jxc_desktop.shop.settings import (
    CHOICES,
    LENGTHS,
    LIMITS,
    Settings,
    change_setting,
    reset_setting,
    setting_types,
    settings_of,
)
from tests.conftest import actor_with
from tests.shopkeeping import a_product, a_supplier, line, receive

NAMES = [field.name for field in fields(Settings)]


def test_a_changed_setting_is_there_for_the_next_to_ask(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        change_setting(session, "name", "金穗粮油")
        assert settings_of(session).name == "金穗粮油"
    with any_database.reading(owner) as session:
        assert settings_of(session).name == "金穗粮油"
        [row] = audit_rows(session, AuditFilter(text="setting.change"))
    assert (row.subject, row.detail) == ("name", {"before": "我的店", "after": "金穗粮油"})


def test_setting_what_is_set_already_is_no_act(session) -> None:
    change_setting(session, "receipt_width", 58)
    assert audit_rows(session, AuditFilter(text="setting.change")) == ()


def test_a_reset_setting_has_its_default_again(session) -> None:
    change_setting(session, "backup_every_hours", 8)
    reset_setting(session, "backup_every_hours")
    assert settings_of(session).backup_every_hours == 4
    reset_setting(session, "backup_every_hours")
    assert len(audit_rows(session, AuditFilter(text="backup_every_hours"))) == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("taxpayer", "huge"),
        ("costing", "lifo"),
        ("costing", None),
        ("receipt_width", 57),
        ("receipt_width", "58"),
        ("receipt_width", True),
        ("allow_negative_stock", 1),
        ("allow_negative_stock", "yes"),
        ("purchase_price_includes_tax", 0),
        ("tax_rate", 0.13),
        ("tax_rate", -2),
        ("tax_rate", 10001),
        ("backup_every_hours", 0),
        ("backup_keep_bytes", 10),
        ("name", ""),
        ("name", "  "),
        ("name", "店" * 61),
        ("receipt_footer", "谢" * 201),
        ("sales_terms", "谢" * 401),
        ("start_month", "2026-13"),
        ("start_month", "2026-1"),
        ("start_month", "一月"),
        ("language", "de"),
    ],
)
def test_what_a_setting_cannot_be_is_refused(session, name: str, value: object) -> None:
    before = settings_of(session)
    with pytest.raises(InvalidInput) as refused:
        change_setting(session, name, value)
    assert refused.value.field == "value"
    assert settings_of(session) == before


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("tax_rate", 900),
        ("tax_rate", EXEMPT),
        ("tax_rate", 0),
        ("purchase_price_includes_tax", False),
        ("taxpayer", "general"),
        ("receipt_width", 80),
        ("start_month", "2025-12"),
        ("phone", "0531-88888888"),
    ],
)
def test_what_a_setting_can_be_is_taken(session, name: str, value: object) -> None:
    change_setting(session, name, value)
    assert getattr(settings_of(session), name) == value


def test_an_unset_setting_can_be_unset_again(session) -> None:
    change_setting(session, "tax_rate", 600)
    change_setting(session, "tax_rate", None)
    assert settings_of(session).tax_rate is None


def test_there_is_no_setting_by_another_name(session) -> None:
    for act in (
        lambda: change_setting(session, "colour", "red"),
        lambda: reset_setting(session, "_"),
    ):
        with pytest.raises(NotFound):
            act()


@pytest.mark.parametrize("name", ["costing", "cost_scope", "start_month"])
def test_what_postings_rest_on_is_fixed_by_the_first(session, name: str) -> None:
    values = {"costing": "fifo", "cost_scope": "warehouse", "start_month": "2026-02"}
    change_setting(session, name, values[name])
    receive(session, a_supplier(session), [line(a_product(session), 1, "0.00", is_gift=True)])
    with pytest.raises(Refused, match="不能再改"):
        reset_setting(session, name)


def test_goods_cost_the_moving_average_or_what_came_first(session) -> None:
    change_setting(session, "costing", "fifo")
    change_setting(session, "costing", "moving_average")
    with pytest.raises(InvalidInput, match="moving_average、fifo"):
        change_setting(session, "costing", "lifo")


def test_only_who_may_changes_settings(database: Database) -> None:
    with database.transaction(actor_with("manager")) as session:
        assert setting_views(session)
        with pytest.raises(Forbidden):
            change_setting(session, "name", "x")
        with pytest.raises(Forbidden):
            reset_setting(session, "name")


# --- words and texts ----------------------------------------------------------------------------


def test_every_setting_has_words_and_nothing_else_has() -> None:
    assert sorted(setting_words()) == sorted(NAMES) == sorted(setting_types())
    for words in setting_words().values():
        assert words.title
        assert words.sentence.endswith("。")
    titles = [words.title for words in setting_words().values()]
    assert len(set(titles)) == len(titles)


def test_rules_are_of_settings_that_exist_and_defaults_obey_them() -> None:
    default = Settings()
    assert {*CHOICES, *LIMITS, *LENGTHS, *choice_words()} <= set(NAMES)
    for name, choices in CHOICES.items():
        assert getattr(default, name) in choices
    for name, words in choice_words().items():
        assert tuple(words) == CHOICES[name]


def test_the_view_tells_which_differ_from_their_default(session) -> None:
    change_setting(session, "tax_rate", 900)
    changed = {view.name: view for view in setting_views(session) if view.changed}
    assert set(changed) >= {"tax_rate"}
    assert "address" not in changed
    rate = changed["tax_rate"]
    assert (rate.shown, rate.default_shown, rate.text, rate.kind) == (
        "9%",
        "未设",
        "9%",
        "text",
    )
    kinds = {view.name: view.kind for view in setting_views(session)}
    assert (kinds["costing"], kinds["backup_on_close"], kinds["name"]) == ("choice", "flag", "text")
    assert kinds["purchase_price_includes_tax"] == "flag"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_shown_as_text_reads_back(name: str) -> None:
    values = [getattr(Settings(), name), *CHOICES.get(name, ()), *LIMITS.get(name, ())]
    for value in values:
        assert value_of_setting(name, text_of_setting(name, value)) == value
        assert value_of_setting(name, typed_setting(name, value)) == value


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("tax_rate", "13%", 1300),
        ("tax_rate", "０．１３", 1300),
        ("tax_rate", "免税", EXEMPT),
        ("tax_rate", "exempt", EXEMPT),
        ("tax_rate", " ", None),
        ("allow_negative_stock", "是", True),
        ("allow_negative_stock", "FALSE", False),
        ("purchase_price_includes_tax", "", None),
        ("backup_keep_bytes", "5 GB", 5 * 2**30),
        ("backup_keep_bytes", "1T", 2**40),
        ("backup_keep_bytes", "2147483648", 2**31),
        ("receipt_width", "80", 80),
        ("name", " 金穗 ", "金穗"),
    ],
)
def test_people_write_settings_in_their_way(name: str, text: str, value: object) -> None:
    assert value_of_setting(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tax_rate", "ten"),
        ("tax_rate", "0.00001"),
        ("allow_negative_stock", "maybe"),
        ("allow_negative_stock", ""),
        ("receipt_width", "58.5"),
        ("backup_keep_bytes", "5 apples"),
        ("backup_keep_bytes", "-1"),
    ],
)
def test_what_means_nothing_is_refused(name: str, text: str) -> None:
    with pytest.raises(InvalidInput):
        value_of_setting(name, text)


def test_words_follow_the_language() -> None:
    use_language("zh")
    assert setting_words()["name"].title == "店名"
