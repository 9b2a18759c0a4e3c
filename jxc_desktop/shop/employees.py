"""Who sells, buys and spends for the shop (职员, 经手人): a list that the shop keeps itself.

Documents keep the name as it was. A shop without such a list types names freely, and one with a list still may.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.core.texts import tidy, typed_code
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.models import Employee
from jxc_desktop.shop.settings import CHOICES

LONGEST = 40

_COLUMNS = ("code", "name", "department", "commission_base", "commission_rate")
_HOLD = Statement("SELECT 1", postgresql="LOCK TABLE employee IN SHARE ROW EXCLUSIVE MODE")
"""Two who add somebody at once must not be given the same next code (SQLite has one writer anyway)."""
_ALL = Statement(f"SELECT id, {', '.join(_COLUMNS)}, disabled FROM employee ORDER BY code")
_INSERT = insert_into(Employee, (*_COLUMNS, "disabled"), gives_id=True)
_UPDATE = Statement(
    f"UPDATE employee SET {', '.join(f'{name} = :{name}' for name in _COLUMNS)} WHERE id = :id",
    changes="employee",
)
_SWITCH = Statement("UPDATE employee SET disabled = :disabled WHERE id = :id", changes="employee")
_IN_USE = Statement("SELECT name FROM employee WHERE disabled = 0 ORDER BY code")
_BEARERS = Statement(
    "SELECT name, department, disabled FROM employee WHERE name = :text OR code = :text "
    "ORDER BY CASE WHEN name = :text THEN 0 ELSE 1 END"
)


@dataclass(frozen=True, slots=True)
class EmployeeDraft:
    """Somebody as typed; without an `id` a new one, without a code the next.

    Commission is `commission_rate` (1e-4) of `commission_base`; None and "" leave it to the shop's settings.
    """

    name: str
    code: str = ""
    department: str = ""
    commission_base: str = ""
    commission_rate: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class EmployeeView:
    """Somebody on the list, in use or not; commission as in the draft."""

    id: int
    code: str
    name: str
    department: str
    commission_base: str
    commission_rate: int | None
    disabled: bool


@needs("employee.view")
def employees(session: Session) -> list[EmployeeView]:
    """Everybody on the list, by code."""
    return _known(session)


def names_in_use(session: Session) -> list[str]:
    """The names to choose from, by code."""
    return [str(row[0]) for row in _IN_USE.all(session)]


def departments(session: Session) -> list[str]:
    """The departments that people on the list belong to."""
    return sorted({each.department for each in _known(session) if each.department})


def own_commissions(session: Session) -> Mapping[str, tuple[str, int | None]]:
    """Name → base and rate of commission, of everybody who has something of his own."""
    return {
        each.name: (each.commission_base, each.commission_rate)
        for each in _known(session)
        if each.commission_base or each.commission_rate is not None
    }


def person_named(session: Session, text: str, field: str) -> str:
    """Who is meant by a name or a code: the name on the list, else what was typed; nobody who is out of use."""
    return person_of(session, text, field)[0]


def person_of(session: Session, text: str, field: str) -> tuple[str, str]:
    """The same, with the department of who is on the list."""
    short = tidy(text)
    found = _BEARERS.first(session, text=short) if short else None
    if found is None:
        return short, ""
    name, department, disabled = found
    if disabled:
        told = translate("shop", "职员 {name} 已停用。换一个人").format(name=name)
        raise Refused(told, field=field)
    return str(name), str(department)


@needs("employee.edit")
def save_employee(session: Session, draft: EmployeeDraft) -> int:
    """Keep somebody and return the id; codes and names are each borne by one."""
    _HOLD.run(session)
    known = {each.id: each for each in _known(session)}
    if draft.id is not None and draft.id not in known:
        raise NotFound(translate("shop", "这个职员不存在了。刷新后再看"))
    others = [each for each in known.values() if each.id != draft.id]
    values = _checked(draft, {each.code for each in others})
    _require_free(values, others)
    if draft.id is None:
        made = _INSERT.inserted(session, **values, disabled=False)
        record(session, "employee.create", values["code"], name=values["name"])
        return made
    _UPDATE.run(session, id=draft.id, **values)
    before = asdict(known[draft.id])
    changed = {word: [before[word], new] for word, new in values.items() if before[word] != new}
    record(session, "employee.edit", values["code"], **changed)
    return draft.id


@needs("employee.edit")
def disable_employee(session: Session, employee_id: int, *, disabled: bool = True) -> None:
    """Take somebody out of use, or back; what bears the name keeps it."""
    known = next((each for each in _known(session) if each.id == employee_id), None)
    if known is None:
        raise NotFound(translate("shop", "这个职员不存在了。刷新后再看"))
    _SWITCH.run(session, id=employee_id, disabled=disabled)
    record(session, f"employee.{'disable' if disabled else 'enable'}", known.code)


def _known(session: Session) -> list[EmployeeView]:
    return [EmployeeView(*(*row[:-1], bool(row[-1]))) for row in _ALL.all(session)]


def _checked(draft: EmployeeDraft, taken: set[str]) -> dict[str, Any]:
    name = _short(draft.name, "name")
    if not name:
        raise InvalidInput(translate("shop", "职员没有姓名。填上姓名"), field="name")
    if draft.commission_base not in {"", *CHOICES["commission_base"]}:
        told = translate("shop", "提成没有按“{base}”算的").format(base=draft.commission_base)
        raise InvalidInput(told, field="commission_base")
    if draft.commission_rate is not None and not 0 <= draft.commission_rate <= ONE:
        raise InvalidInput(
            translate("shop", "提成比例要在 0 和 100% 之间"), field="commission_rate"
        )
    return {
        "code": _short(typed_code(draft.code), "code") or _next(taken),
        "name": name,
        "department": _short(draft.department, "department"),
        "commission_base": draft.commission_base,
        "commission_rate": draft.commission_rate,
    }


def _require_free(values: Mapping[str, Any], others: list[EmployeeView]) -> None:
    """Nobody's code or name may be another's code or name: a document says either."""
    words = {"code": translate("shop", "职员编号"), "name": translate("shop", "职员姓名")}
    taken = {each.code for each in others} | {each.name for each in others}
    for field, word in words.items():
        if values[field] in taken:
            told = translate("shop", "{word} {text} 已经有了。换一个")
            raise Refused(told.format(word=word, text=values[field]), field=field)


def _next(taken: set[str]) -> str:
    return next(code for n in range(1, 10_000) if (code := f"E{n:02d}") not in taken)


def _short(text: str, field: str) -> str:
    short = tidy(text)
    if len(short) > LONGEST:
        problem = translate("shop", "“{start}…”太长，最多 {length} 个字")
        raise InvalidInput(problem.format(start=short[:10], length=LONGEST), field=field)
    return short
