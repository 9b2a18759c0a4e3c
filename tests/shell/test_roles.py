"""Who may not see everything finds a whole window still: each role opens every pane it has, and none breaks."""

import pytest

from jxc_desktop.shell.pane_spec import Area
from tests.conftest import TODAY, actor_with
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, receive


@pytest.fixture
def some_trade(database, owner):
    with database.transaction(owner) as session:
        product, supplier = a_product(session), a_supplier(session)
        receive(session, supplier, [line(product, 9, "3.50")], day=TODAY)
        deliver(session, a_customer(session), [line(product, 2, 5)], day=TODAY)


@pytest.mark.usefixtures("some_trade")
@pytest.mark.parametrize("role", ["buyer", "cashier", "keeper", "sales", "treasurer"])
def test_every_pane_of_a_role_opens_on_a_shop_with_trade(window_of, qtbot, role):
    window = window_of(actor_with(role))
    own = {key for item in window.window_actions.values() if (key := item.shortcut().toString())}
    for spec in window.desk.specs:
        window.desk.open(spec.name)
        if spec.area is not Area.CENTRE or spec.name == "till":
            continue
        pane = window.desk.tabs.current_pane()
        assert pane is not None, spec.name
        taken = {item.shortcut().toString() for item in pane.actions()} & own
        assert not taken, f"{spec.name}: the window has these keys for itself"
    qtbot.waitUntil(lambda: not window.seat.tasks.under_way, timeout=30_000)
