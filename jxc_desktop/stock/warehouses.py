"""The places where goods lie (仓库), kept by the shop itself."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.core.texts import tidy, typed_code
from jxc_desktop.shop.actor import authorize, needs
from jxc_desktop.shop.assigned import EDIT, Assigned, assign, holders_of, require_seen
from jxc_desktop.shop.audit import record

LONGEST = 40
TRANSIT_NAME = "调拨在途"
"""What the shop's place of goods on their way is called (core.built_in_names)."""

_HOLD = Statement("SELECT 1", postgresql="LOCK TABLE warehouse IN SHARE ROW EXCLUSIVE MODE")
"""Two who add something at once must not be given the same next code (SQLite has one writer anyway)."""
_ALL = Statement("SELECT id, code, name, disabled FROM warehouse ORDER BY code")
_TRANSIT = Statement("SELECT id FROM warehouse WHERE transit = 1")
_COMING = Statement("SELECT count(*) FROM stock_promise WHERE warehouse_id = :id AND on_order <> 0")
_INSERT = Statement(
    "INSERT INTO warehouse (code, name, disabled, transit) "
    "VALUES (:code, :name, :disabled, :transit) RETURNING id",
    changes="warehouse",
)
_UPDATE = Statement(
    "UPDATE warehouse SET code = :code, name = :name WHERE id = :id", changes="warehouse"
)
_SWITCH = Statement("UPDATE warehouse SET disabled = :disabled WHERE id = :id", changes="warehouse")
_LIES_THERE = Statement(
    "SELECT count(*) FROM stock_level WHERE warehouse_id = :id AND quantity <> 0"
)


@dataclass(frozen=True, slots=True)
class WarehouseDraft:
    """A warehouse; without an `id` a new one, without a code the next; `users`, by login name, see it alone."""

    name: str
    code: str = ""
    id: int | None = None
    users: tuple[str, ...] = ()


@needs("warehouse.edit")
def save_warehouse(session: Session, draft: WarehouseDraft) -> int:
    """Keep a warehouse and return its id; codes and names are each borne by one."""
    _HOLD.run(session)
    known = {row[0]: (str(row[1]), str(row[2])) for row in _ALL.all(session)}
    if draft.id is not None and draft.id not in known:
        raise NotFound(translate("stock", "这个仓库不存在了。刷新后再看"))
    others = [told for number, told in known.items() if number != draft.id]
    name = _short(draft.name, "name")
    if not name:
        raise InvalidInput(translate("stock", "仓库没有名称。填上名称"), field="name")
    code = _short(typed_code(draft.code), "code") or _next({each[0] for each in others})
    _require_free(code, name, others)
    if draft.id is None:
        [made] = _INSERT.one(session, code=code, name=name, disabled=False, transit=False)
        record(session, "warehouse.create", code, name=name)
        _assign(session, int(made), draft.users)
        return int(made)
    require_seen(session, Assigned.WAREHOUSE, draft.id, "name")
    _UPDATE.run(session, id=draft.id, code=code, name=name)
    before = (*known[draft.id], _assign(session, draft.id, draft.users))
    after = (code, name, draft.users)
    changed = {
        word: [old, new]
        for word, old, new in zip(("code", "name", "users"), before, after, strict=True)
        if old != new
    }
    record(session, "warehouse.edit", code, **changed)
    return draft.id


@needs("warehouse.edit")
def disable_warehouse(session: Session, warehouse_id: int, *, disabled: bool = True) -> None:
    """Take a warehouse out of use, or back; not the last one, nor one where goods lie."""
    _HOLD.run(session)
    known = {row[0]: row for row in _ALL.all(session)}
    if warehouse_id not in known:
        raise NotFound(translate("stock", "这个仓库不存在了。刷新后再看"))
    if warehouse_id == _transit_known(session):
        raise Refused(translate("stock", "这里放的是调拨在途的货，由程序管，不能启用停用"))
    if disabled:
        _require_idle(session, warehouse_id, list(known.values()))
    _SWITCH.run(session, id=warehouse_id, disabled=disabled)
    record(session, f"warehouse.{'disable' if disabled else 'enable'}", known[warehouse_id][1])


def _assign(session: Session, warehouse_id: int, users: tuple[str, ...]) -> tuple[str, ...]:
    """Give the warehouse to these users; whose it was before. Only the owner and the manager may say whose."""
    before = holders_of(session, Assigned.WAREHOUSE, warehouse_id)
    if set(before) != set(users):
        authorize(session, EDIT)
        assign(session, Assigned.WAREHOUSE, warehouse_id, users)
    return before


def transit_warehouse(session: Session) -> int:
    """Where goods lie that left one warehouse and have not come into another; made when the first goods leave so."""
    known = _transit_known(session)
    if known is not None:
        return known
    _HOLD.run(session)
    known = _transit_known(session)
    if known is not None:
        return known
    rows = _ALL.all(session)
    taken, names = {str(row[1]) for row in rows}, {str(row[2]) for row in rows}
    [made] = _INSERT.one(
        session,
        code=next(code for code in ("TRANSIT", _next(taken)) if code not in taken),
        name=next(name for name in (TRANSIT_NAME, f"{TRANSIT_NAME} 2") if name not in names),
        disabled=True,
        transit=True,
    )
    return int(made)


def _transit_known(session: Session) -> int | None:
    row = _TRANSIT.first(session)
    return None if row is None else int(row[0])


def _require_idle(session: Session, warehouse_id: int, known: list[tuple[object, ...]]) -> None:
    if not any(row[0] != warehouse_id and not row[3] for row in known):
        raise Refused(translate("stock", "至少要留一个仓库"))
    [count] = _LIES_THERE.one(session, id=warehouse_id)
    if count:
        raise Refused(
            translate("stock", "这个仓库里还有 {count} 种货。先调拨到别的仓库").format(count=count)
        )
    [coming] = _COMING.one(session, id=warehouse_id)
    if coming:
        raise Refused(
            translate("stock", "还有 {count} 种货在来这个仓库的路上。先收货，或关闭订单").format(
                count=coming
            )
        )


def _require_free(code: str, name: str, others: list[tuple[str, str]]) -> None:
    if any(code == each[0] for each in others):
        problem = translate("stock", "仓库编号 {code} 已经有了。换一个")
        raise Refused(problem.format(code=code), field="code")
    if any(name == each[1] for each in others):
        problem = translate("stock", "已有仓库叫 {name}。换一个名称")
        raise Refused(problem.format(name=name), field="name")


def _next(taken: set[str]) -> str:
    return next(code for n in range(1, 10_000) if (code := f"W{n:02d}") not in taken)


def _short(text: str, field: str) -> str:
    short = tidy(text)
    if len(short) > LONGEST:
        problem = translate("stock", "“{start}…”太长，最多 {length} 个字")
        raise InvalidInput(problem.format(start=short[:10], length=LONGEST), field=field)
    return short
