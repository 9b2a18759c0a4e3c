"""Why a foreign file is not read, each in one sentence."""

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate


def no_spreadsheet(name: str) -> InvalidInput:
    return InvalidInput(
        translate("imports", "{name} 不是能读的表格。选 xlsx、xls、ods、csv 或 tsv 文件").format(
            name=name
        )
    )


def too_large(name: str) -> InvalidInput:
    return InvalidInput(
        translate(
            "imports", "{name} 太大，读不下。分成几个文件，每个不超过 20 MB，再分别导入"
        ).format(name=name)
    )
