"""A shop with firms behind the panes, and what a pane may use for somebody in a role."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from jxc_desktop.partners.drafts import PartnerDraft
from jxc_desktop.partners.services import disable_customer, write_customers, write_suppliers
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings
from tests.conftest import NOW, actor_with

CUSTOMERS = (
    PartnerDraft(
        "望湖楼酒店",
        customer_code="H01",
        contact="李雷",
        mobile="13800001234",
        price_level="wholesale",
        credit_limit=500_000,
        credit_days=30,
    ),
    PartnerDraft("楼外楼", customer_code="H02", supplier_code="L01"),
    PartnerDraft("旧酒店", customer_code="H03"),
)


@pytest.fixture
def known(database, owner):
    """A shop with two customers in use, one out of use, and two suppliers of which one is a customer too."""
    with database.transaction(owner) as session:
        disable_customer(session, write_customers(session, CUSTOMERS)[-1])
        write_suppliers(session, [PartnerDraft("湖畔农场", supplier_code="N01", invoice="special")])
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
