"""A shop with goods behind the pane, and what a pane may use for somebody in a role."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.services import disable_product, write_products
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings
from tests.catalog.conftest import COLA, YUAN
from tests.conftest import NOW, actor_with

GOODS = (
    COLA,
    ProductDraft("纯牛奶", code="A02", spec="1L", category="食品/奶", retail_price=9 * YUAN),
    ProductDraft("苹果", code="B01", category="食品", unit="千克", purchase_price=4 * YUAN),
    ProductDraft("旧牙刷", code="C01", category="日化", retail_price=YUAN),
)


@pytest.fixture
def stocked(database, owner):
    """A shop with four kinds of goods, the last out of use."""
    with database.transaction(owner) as session:
        disable_product(session, write_products(session, GOODS)[-1])
    return database


@pytest.fixture
def context_of(qapp, tmp_path):
    """`context_of(database, "owner")`: what a pane may use when somebody in that role is at work."""
    apply_theme(qapp, "light")
    opened = []

    def make(database, *roles: str) -> Context:
        actor = actor_with(*roles)
        opened.append(Tasks(database, actor=actor))
        settings = UiSettings(tmp_path / "window.ini")
        return Context(opened[-1], Messages(NOW), settings, may=actor.may, clock=NOW)

    yield make
    for tasks in opened:
        tasks.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
