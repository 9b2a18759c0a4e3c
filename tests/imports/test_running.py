"""All rows or none, and a repeat of the same file changes nothing."""

from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Forbidden, Refused
from jxc_desktop.imports.fields import product_fields
from jxc_desktop.imports.rules import note_missing_price
from jxc_desktop.imports.running import import_table, open_table
from jxc_desktop.imports.source import Flaw, Known, Source
from tests.conftest import actor_with


class Shelf:
    """Stands for the shop's tables: what has been written, by id."""

    def __init__(self):
        self.goods = []

    def look_up(self, _session, fields, wanted):
        found = {}
        for number, values in enumerate(self.goods):
            for key in self._keys(values, fields):
                if key in wanted:
                    found[key] = Known(number, values)
        return found

    def _keys(self, values, fields):
        if len(fields) > 1:
            return [tuple(str(values.get(field, "")) for field in fields)]
        value = values.get(fields[0])
        return [(each,) for each in (value if isinstance(value, tuple) else (value,)) if each]

    def write(self, _session, rows):
        self.goods.extend(dict(row.values) for row in rows)

    def source(self, **more):
        return Source(
            "products", "商品", product_fields(), ("code", "barcode"), ("name", "spec"),
            (note_missing_price,), lookup=self.look_up, write=self.write, **more,
        )  # fmt: skip


def at_work(*roles):
    """A session without a database: the shelf stands for it."""
    session = Session()
    session.info["actor"] = actor_with(*(roles or ("owner",)))
    return session


@pytest.fixture
def shelf():
    return Shelf()


def supermarket():
    """A goods list like those that small supermarkets keep: 40 goods, 3 wrong, 2 repeated, 1 own code."""
    barcodes = [f"69{number:010d}" for number in range(36)]
    rows = [
        f"1,商品{n}{',' + code + checked(code) + ' ,2.50,3.00,杭州,100,瓶,'}"
        for n, code in enumerate(barcodes)
    ]
    rows[4] = rows[4].replace(",2.50,3.00", ",2.50,")
    rows[10] = (
        f"1,坏一,{barcodes[10]}{(int(checked(barcodes[10])) + 1) % 10} ,2.50,3.00,杭州,100,瓶,"
    )
    rows[20] = "2,坏二,692168282348 ,2.80,3.30,福建,100,包,"
    rows[21] = "2,坏三,6.90123E+12,2.80,3.30,福建,100,包,"
    rows += [
        f"2,又一,{barcodes[0]}{checked(barcodes[0])} ,1.00,1.50,上海,100,粒,",
        f"2,又二,{barcodes[0]}{checked(barcodes[0])} ,1.00,1.50,上海,100,粒,",
        "3,自编,84501202316 ,1.00,1.50,上海,100,粒,特价",
        "3,无码,,1.00,1.50,上海,100,粒,特价",
    ]
    return "类别,商品名称,条码,进价,售价,产地,库存,单位,备注\r\n" + "\r\n".join(rows) + "\r\n"


def checked(digits):
    weights = (1, 3) * 6
    return str(-sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 10)


@pytest.fixture
def goods_file(file):
    return file(supermarket().encode("gb18030"), "goods.csv")


def test_one_wrong_row_and_nothing_is_written(shelf, goods_file):
    source = shelf.source()
    result = import_table(at_work(), source, open_table(goods_file, source))
    assert result.refused
    assert (result.read, result.written, result.skipped) == (40, 0, 0)
    assert [(p.row, p.column) for p in result.problems] == [
        (12, "条码"), (22, "条码"), (23, "条码"), (38, "条码"), (39, "条码"),
    ]  # fmt: skip
    assert shelf.goods == []


def test_wrong_rows_may_be_left_out(shelf, goods_file):
    source = shelf.source()
    result = import_table(at_work(), source, open_table(goods_file, source), skip_bad_rows=True)
    assert not result.refused
    assert (result.read, result.written, result.skipped) == (40, 35, 5)
    assert [(n.row, n.problem) for n in result.notices] == [(6, "没有零售价。以后在商品里补上")]
    assert len(shelf.goods) == 35
    first = shelf.goods[0]
    assert (first["barcode"], first["retail_price"], first["unit"]) == (
        ("6900000000007",),
        3_000_000,
        "瓶",
    )
    assert shelf.goods[-2]["barcode"] == ("84501202316",)
    assert "retail_price" not in shelf.goods[4]


def test_the_same_file_again_writes_nothing(shelf, goods_file):
    source = shelf.source()
    run = partial(
        import_table, at_work(), source, open_table(goods_file, source), skip_bad_rows=True
    )
    run()
    before = [dict(values) for values in shelf.goods]
    again = run()
    assert (again.read, again.written, again.skipped) == (40, 0, 40)
    assert shelf.goods == before


def test_another_list_adds_only_what_is_new(shelf, goods_file, file):
    source = shelf.source()
    import_table(at_work(), source, open_table(goods_file, source), skip_bad_rows=True)
    other = file(
        "编号,商品名称,条码\n1,旧货,6900000000007\n2,新货,96385074\n".encode(), "other.csv"
    )
    result = import_table(at_work(), source, open_table(other, source))
    assert (result.read, result.written, result.skipped) == (2, 1, 1)
    assert shelf.goods[-1]["code"] == "2"


def test_a_dry_run_writes_nothing_and_tells_all(shelf, goods_file):
    source = shelf.source()
    table = open_table(goods_file, source)
    dry = import_table(at_work(), source, table, skip_bad_rows=True, dry_run=True)
    assert shelf.goods == []
    assert dry == import_table(at_work(), source, table, skip_bad_rows=True)


def test_what_only_the_shop_can_tell_is_a_problem_like_any_other(shelf, file):
    def verify(_session, rows):
        for row in rows:
            if row.values.get("warehouse") == "东库":
                yield row, Flaw("warehouse", "没有仓库“东库”。先建仓库")

    source = replace(shelf.source(), verify=verify)
    path = file("编号,名称,仓库\n1,蛋,总仓\n2,奶,东库\n".encode())
    table = open_table(path, source)
    assert import_table(at_work(), source, table).refused
    assert shelf.goods == []
    result = import_table(at_work(), source, table, skip_bad_rows=True)
    assert (result.written, result.skipped) == (1, 1)
    assert result.problems[0].as_json() == {
        "row": 3, "column": "仓库", "value": "东库", "problem": "没有仓库“东库”。先建仓库",
    }  # fmt: skip


def test_an_error_while_writing_goes_up_to_the_transaction(shelf, file):
    def write(_session, _rows):
        raise Refused("11 月已结账")

    source = replace(shelf.source(), write=write)
    with pytest.raises(Refused):
        import_table(
            at_work(), source, open_table(file("编号,名称,单位\n1,蛋,个\n".encode()), source)
        )


def test_the_answer_is_what_the_machine_interface_promises(shelf, goods_file):
    source = shelf.source()
    answer = import_table(at_work(), source, open_table(goods_file, source)).as_json()
    assert {key: answer[key] for key in ("read", "written", "skipped")} == {
        "read": 40, "written": 0, "skipped": 0,
    }  # fmt: skip
    assert all(
        set(problem) == {"row", "column", "value", "problem"} for problem in answer["problems"]
    )
    assert answer["problems"][2]["value"] == "6.90123E+12"


@pytest.mark.parametrize("options", [{}, {"dry_run": True}, {"skip_bad_rows": True}])
def test_whoever_may_not_import_learns_nothing_and_writes_nothing(shelf, goods_file, options):
    source = shelf.source()
    table = open_table(goods_file, source)
    with pytest.raises(Forbidden, match="导入"):
        import_table(at_work("cashier"), source, table, **options)
    assert shelf.goods == []
