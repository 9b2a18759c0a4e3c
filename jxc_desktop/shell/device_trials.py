"""What devices print when they are tried out: a receipt with every sign that goes wrong, a label, a code to scan."""

from datetime import datetime

from jxc_desktop.core.i18n import translate
from jxc_desktop.printing.devices import Device
from jxc_desktop.printing.label import Label
from jxc_desktop.printing.slip import Barcode, Cut, Feed, Line, Paragraph, Rule, Slip

TEST_CODE = "JXC-0123456789"
"""The test card for scanners: letters, a sign, all digits; narrow enough for paper of 58 mm."""


def trial_slip(device: Device, now: datetime) -> Slip:
    """A page that shows whether width, characters, bar codes and the knife are right."""
    columns = device.roll.columns
    ruler = ("1234567890" * 6)[:columns]
    return Slip(
        translate("shell", "自检页"),
        elements=(
            Line(
                f"{now:%Y-%m-%d %H:%M}", translate("shell", "{columns} 列").format(columns=columns)
            ),
            Rule(),
            Line(ruler),
            Paragraph(translate("shell", "上面的数字正好一行，没有折行，纸宽就对")),
            Rule(),
            Line(translate("shell", "汉字：清溪天然水 镕堃喆"), "￥1,234.56"),
            Paragraph(translate("shell", "看得清、没有乱码，字符编码就对")),
            Rule(),
            Barcode(TEST_CODE),
            Paragraph(translate("shell", "到“设备”的扫码枪一格，扫这个条码")),
            Feed(1),
            Cut(),
        ),
    )


def trial_label() -> Label:
    """A label with a name, a price and an EAN-13 to scan."""
    return Label(
        translate("shell", "试打标签"),
        "￥1.00",
        "2900000000018",
        (translate("shell", "看边齐不齐"),),
    )
