"""Damaged files are read or refused in one sentence, in time, and never crash the program."""

import io
import os
import random
import time
import zipfile

import pytest
import xlwt

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.imports.checking import check
from jxc_desktop.imports.fields import product_fields
from jxc_desktop.imports.running import open_table
from jxc_desktop.imports.source import Source

GOODS = Source("products", "商品", product_fields(), ("code", "barcode"), ("name", "spec"))
CASES = 10_000 if os.environ.get("RELIABILITY_SCALE") == "full" else 40
ROWS = [
    ["编号", "名称", "条码", "零售价"],
    *[[f"A{n}", f"货{n}", "6901234567892", n / 4] for n in range(40)],
]


def originals(xlsx, tmp_path):
    old = tmp_path / "goods.xls"
    book = xlwt.Workbook()
    page = book.add_sheet("商品")
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            page.write(row, column, cell)
    book.save(str(old))
    text = "\n".join(",".join(map(str, row)) for row in ROWS)
    return [
        xlsx(ROWS).read_bytes(),
        old.read_bytes(),
        text.encode("gb18030"),
        xlsx(ROWS).read_bytes(),
    ]


def damaged_within(data, rng):
    """A workbook whose archive is sound and whose sheet is not."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            spoil = member.endswith(("sheet1.xml", "sharedStrings.xml", "workbook.xml"))
            new.writestr(member, damaged(content, rng) if spoil else content)
    return stream.getvalue()


def damaged(data, rng):
    bytes_ = bytearray(data)
    for _ in range(rng.choice((1, 3, 30))):
        at = rng.randrange(len(bytes_))
        match rng.randrange(4):
            case 0:
                bytes_[at] ^= 1 << rng.randrange(8)
            case 1:
                del bytes_[at : at + rng.randrange(1, 64)]
            case 2:
                bytes_[at:at] = rng.randbytes(rng.randrange(1, 16))
            case _:
                bytes_[at : at + 4] = rng.choice(
                    (b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\xff\xff\xff\x7f")
                )
        if not bytes_:
            return b"\x00"
    return bytes(bytes_)


@pytest.mark.fuzz
def test_damaged_files_do_no_harm(xlsx, file, tmp_path):
    seed = int(os.environ.get("FUZZ_SEED", "20261120"))
    rng = random.Random(seed)
    sources = originals(xlsx, tmp_path)
    spoil = (damaged, damaged, damaged, damaged_within)
    read = refused = 0
    slowest = 0.0
    for case in range(CASES):
        path = file(spoil[case % 4](sources[case % 4], rng), f"case{case}.xlsx")
        begun = time.monotonic()
        try:
            check(GOODS, open_table(path, GOODS))
            read += 1
        except InvalidInput as error:
            refused += 1
            assert "\n" not in error.message  # noqa: PT017
        slowest = max(slowest, time.monotonic() - begun)
        path.unlink()
    print(f"seed {seed}: {CASES} cases, {read} read, {refused} refused, slowest {slowest:.2f} s")
    assert read + refused == CASES
    assert read > 0
    assert refused > 0
