"""Bombs are refused before they are unpacked, and by the sandbox when they lie."""

import io
import struct
import zipfile

import pytest

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.imports import sandbox
from jxc_desktop.imports.archives import require_harmless
from jxc_desktop.imports.sheets import read_sheets

MIB = 1024 * 1024


def archive(members: dict[str, bytes], level: int = 9) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as book:
        for name, content in members.items():
            book.writestr(name, content)
    return stream.getvalue()


def test_an_honest_workbook_passes(xlsx):
    require_harmless(xlsx([["名称"], ["蛋"]]).read_bytes(), "a.xlsx")


def test_a_sheet_of_blank_cells_is_no_bomb():
    require_harmless(archive({"xl/a.xml": b"<c/>" * 200_000}), "a.xlsx")


@pytest.mark.parametrize(
    "members",
    [
        {"xl/a.xml": b"\0" * (65 * MIB)},
        {f"xl/{number}.xml": b"x" for number in range(201)},
        {"xl/a.xml": b"\0" * (8 * MIB)},
        {f"xl/{number}.xml": b"\0" * (MIB - 1) for number in range(40)},
    ],
    ids=["too much", "too many", "one too dense", "all too dense"],
)
def test_bombs_are_refused(file, members):
    with pytest.raises(InvalidInput, match="大得不正常"):
        read_sheets(file(archive(members), "bomb.xlsx"))


def test_half_a_million_entries_are_not_even_counted():
    data = bytearray(archive({"a": b"a"}))
    at = data.rfind(b"PK\x05\x06")
    struct.pack_into("<L", data, at + 12, 20 * MIB)
    with pytest.raises(InvalidInput, match="大得不正常"):
        require_harmless(bytes(data), "a.xlsx")


def test_a_table_of_contents_that_lies_does_not_help(file, xlsx):
    """The sheet unpacks to 400 MiB, but its entry says 1 KiB: the child is stopped, the parent goes on."""
    honest = xlsx([["名称"], ["蛋"]])
    with zipfile.ZipFile(honest) as book:
        members = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    rows = b"".join(
        b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 900_000)
    )
    members[sheet] = members[sheet].split(b"<sheetData>")[0] + b"<sheetData>" + rows * 12
    data = bytearray(archive(members, level=1))
    real, told = struct.pack("<L", len(members[sheet])), struct.pack("<L", 1024)
    assert data.count(real) >= 2
    path = file(bytes(data.replace(real, told)), "liar.xlsx")
    with pytest.raises(InvalidInput):
        read_sheets(path)


def test_a_cell_at_the_far_corner_does_not_fill_the_memory(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active["A1"] = 1
    book.active["XFD1048576"] = 1
    path = tmp_path / "far.xlsx"
    book.save(path)
    with pytest.raises(InvalidInput, match="太大"):
        read_sheets(path)


def test_a_child_that_hangs_is_ended(xlsx, monkeypatch):
    monkeypatch.setattr(sandbox, "serve", _hang)
    monkeypatch.setattr(sandbox, "LEAST_SECONDS", 1)
    with pytest.raises(InvalidInput, match="太大"):
        read_sheets(xlsx([["名称"]]))


def test_a_child_that_grows_is_ended(xlsx, monkeypatch):
    monkeypatch.setattr(sandbox, "serve", _grow)
    monkeypatch.setattr(sandbox, "MEMORY", 100 * MIB)
    with pytest.raises(InvalidInput, match="太大"):
        read_sheets(xlsx([["名称"]]))


def test_nothing_but_plain_values_is_taken_from_the_child(xlsx, monkeypatch):
    monkeypatch.setattr(sandbox, "serve", _lie)
    with pytest.raises(InvalidInput, match="不是能读的表格"):
        read_sheets(xlsx([["名称"]]))


def _hang(path, answer, memory, seconds):
    import threading

    threading.Event().wait(60)


def _grow(path, answer, memory, seconds):
    import threading

    hoard = bytearray(300 * MIB)
    hoard[::4096] = b"x" * len(hoard[::4096])
    threading.Event().wait(60)


def _lie(path, answer, memory, seconds):
    import os
    import pickle

    class Evil:
        def __reduce__(self):
            return (os.abort, ())

    answer.send_bytes(pickle.dumps(Evil()))
