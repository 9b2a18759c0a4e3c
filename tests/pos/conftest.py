"""A till's world: goods with barcodes, a shift that is open, the cashier."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Barcode
from jxc_desktop.catalog.queries.till import ProductAtTill, product_by_barcode
from jxc_desktop.core.db import Database
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.shop.actor import Actor
from tests.shopkeeping import a_product, price

WATER, MILK, APPLES, BAG = "6901234567892", "6902334501274", "APPLE", "BAG"
CASE = "16901234567899"


@pytest.fixture
def make_goods() -> Callable[[Session], None]:
    """Water by bottle and case, milk, apples by weight, a bag without a price."""

    def make(session: Session) -> None:
        water = a_product(
            session, "W1", name="清溪天然水", spec="550ml", unit="瓶",
            retail_price=price(2), units={"箱": (12, 1)},
        )  # fmt: skip
        milk = a_product(
            session, "M1", name="晨牧纯牛奶", spec="250ml×16", unit="箱",
            retail_price=price(55), min_price=price(50),
        )  # fmt: skip
        a_product(
            session, APPLES, name="红富士苹果", spec="称重", unit="千克", places=3,
            weighed=True, retail_price=price("9.96"),
        )  # fmt: skip
        a_product(session, BAG, name="手提袋", spec="大", retail_price=None)
        session.add_all([
            Barcode(code=WATER, product_id=water, unit="瓶"),
            Barcode(code=CASE, product_id=water, unit="箱"),
            Barcode(code=MILK, product_id=milk, unit="箱"),
        ])  # fmt: skip
        session.flush()

    return make


@pytest.fixture
def counter(
    database: Database, owner: Actor, make_goods: Callable[[Session], None]
) -> tuple[Database, int]:
    """A shop with goods and an open shift at till 01 with a float of 200.00."""
    with database.transaction(owner) as session:
        make_goods(session)
        shift = open_shift(session, "01", 20000)
    return database, shift


def scanned(database: Database, code: str) -> ProductAtTill:
    with database.reading() as session:
        return product_by_barcode(session, code)


@pytest.fixture
def open_till(qtbot, qapp, counter, clock, tmp_path):
    """`open_till(*roles)` shows the till to somebody; closed in order after the test."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from jxc_desktop.pos.ui.till_pane import TillPane
    from jxc_desktop.widgets.messages import Messages
    from jxc_desktop.widgets.pane import Context
    from jxc_desktop.widgets.tasks import Tasks
    from jxc_desktop.widgets.theme import apply_theme
    from jxc_desktop.widgets.ui_settings import UiSettings
    from tests.conftest import actor_with
    from tests.pos.till_hand import TillHand

    apply_theme(qapp, "light")
    database, _ = counter
    opened = []

    def show(*roles: str, **more: object) -> TillHand:
        actor = actor_with(*(roles or ("owner",)))
        tasks = Tasks(database, actor)
        printed, kicks = [], []

        def print_slip(slip, *, kind, number, then=None):
            printed.append((slip, kind, number))

        context = Context(
            tasks, Messages(clock), UiSettings(tmp_path / "window.ini"), may=actor.may,
            print_slip=more.pop("print_slip", print_slip), clock=clock,
            authorize=more.pop("authorize", None), more={"open_drawer": kicks.append, **more},
        )  # fmt: skip
        pane = TillPane(context)
        pane.resize(1366, 768)
        qtbot.addWidget(pane)
        pane.show()
        qtbot.waitUntil(lambda: pane.desk.state is not None)
        opened.append((pane, tasks))
        return TillHand(qtbot, pane, printed, kicks)

    def close(hand: TillHand) -> None:
        for pane, tasks in opened:
            if pane is hand.pane:
                pane.hide()
                tasks.close()

    show.close = close
    yield show
    for pane, tasks in opened:
        pane.may_close()
        tasks.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)


@pytest.fixture
def till(open_till):
    """The owner at the till."""
    return open_till()
