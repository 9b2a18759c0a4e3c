"""Labels for label printers: what the commands would put on paper is a picture that a scanner reads."""

import re

import pytest
import zxingcpp
from PIL import Image

from jxc_desktop.printing.devices import Connection, Device
from jxc_desktop.printing.label import STOCKS, Label, LabelStock
from jxc_desktop.printing.label_dots import dots_of, tspl, zpl
from jxc_desktop.printing.label_job import LabelLanguage, LabelPrinter, label_job

EAN = "6902334501274"
LABEL = Label("佳禾原味酸奶", "￥15.90/组", EAN, ("规格 100g×8", "产地 杭州"), copies=3)
DOTS_A_MM = 8


def printed_by_tspl(data: bytes) -> list[tuple[Image.Image, int]]:
    """Every picture and how often it is printed, as the manual of the language reads the bytes."""
    found = []
    for form in data.split(b"CLS\r\n")[1:]:
        fields = re.match(rb"BITMAP 0,0,(\d+),(\d+),0,", form)
        width, height = int(fields[1]), int(fields[2])
        start = fields.end()
        bits = form[start : start + width * height]
        tail = form[start + width * height :]
        copies = int(re.fullmatch(rb"\r\nPRINT 1,(\d+)\r\n", tail)[1])
        found.append((Image.frombytes("1", (width * 8, height), bits), copies))
    return found


def printed_by_zpl(data: bytes) -> list[tuple[Image.Image, int]]:
    """The same for ZPL, whose set bits are black."""
    found = []
    for form in re.findall(r"\^XA(.*?)\^XZ", data.decode("ascii"), re.DOTALL):
        size, total, across, hexed = re.search(
            r"\^GFA,(\d+),(\d+),(\d+),([0-9A-F]+)\^FS", form
        ).groups()
        assert int(size) == int(total) == len(hexed) // 2
        bits = bytes(byte ^ 0xFF for byte in bytes.fromhex(hexed))
        width = int(across) * 8
        assert int(re.search(r"\^PW(\d+)", form)[1]) == width
        picture = Image.frombytes("1", (width, int(size) // int(across)), bits)
        found.append((picture, int(re.search(r"\^PQ(\d+)", form)[1])))
    return found


READERS = {"tspl": (tspl, printed_by_tspl), "zpl": (zpl, printed_by_zpl)}


@pytest.mark.parametrize("language", READERS)
@pytest.mark.parametrize("stock", STOCKS.values(), ids=STOCKS)
@pytest.mark.parametrize("code", [EAN, "G100921", "100921"])
def test_the_code_is_read_back_from_the_dots(language: str, stock: LabelStock, code: str) -> None:
    write, read = READERS[language]
    [(picture, copies)] = read(write([Label("佳禾原味酸奶", "￥15.90/组", code, copies=2)], stock))
    assert copies == 2
    assert [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))] == [code]


@pytest.mark.parametrize("language", READERS)
def test_each_label_is_a_form_as_large_as_the_label(language: str) -> None:
    write, read = READERS[language]
    forms = read(write([LABEL, Label("水", "￥2.00", "100921")], STOCKS["60×40"]))
    assert [copies for _picture, copies in forms] == [3, 1]
    for picture, _copies in forms:
        assert abs(picture.width - 60 * DOTS_A_MM) <= 8
        assert abs(picture.height - 40 * DOTS_A_MM) <= 2


def test_a_label_has_ink_for_its_chinese_name_and_white_around() -> None:
    named, nameless = (dots_of(Label(name, "￥2.00"), STOCKS["40×30"]) for name in ("花生油", ""))
    ink = [sum(byte.bit_count() for byte in dots.rows) for dots in (named, nameless)]
    assert ink[0] > ink[1] + 300
    assert named.width % 8 == 0
    assert len(named.rows) == named.width // 8 * named.height


def test_tspl_tells_the_size_of_the_roll_first() -> None:
    data = tspl([LABEL], STOCKS["32×19"])
    assert data.startswith(b"SIZE 32 mm,19 mm\r\nGAP 2 mm,0 mm\r\nCLS\r\nBITMAP 0,0,")


@pytest.mark.parametrize("language", LabelLanguage)
def test_a_job_carries_the_language_of_its_printer(language: LabelLanguage) -> None:
    device = Device("labels", Connection.NETWORK, "192.168.1.51")
    job = label_job([LABEL], LabelPrinter(device, language), kind="shelf_label", number="TJ1")
    starts = {"tspl": b"SIZE", "zpl": b"^XA", "roll": b"%PDF", "sheet": b"%PDF"}
    assert job.data.startswith(starts[language])
    assert (job.kind, job.number, job.device) == ("shelf_label", "TJ1", "labels")
