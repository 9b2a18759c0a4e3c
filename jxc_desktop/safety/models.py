"""What the shop remembers of its own safety."""

from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import FLAG, INT, MOMENT


class BackupLog(Base):
    """One attempt at a backup; `file` is "" when it failed, and `problem` then says why.

    `reason` "drill" is a restore drill of `file`. `length` is how long the audit chain was when this was noted.
    `verified` means that the copy was read back and every check held on it. `size` counts bytes, `digest` is
    the file's SHA-256.
    """

    __tablename__ = "backup_log"
    __table_args__ = (guarded("append"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[int] = mapped_column(MOMENT, index=True)
    reason: Mapped[str]
    folder: Mapped[str]
    file: Mapped[str]
    size: Mapped[int] = mapped_column(INT)
    digest: Mapped[str]
    verified: Mapped[bool] = mapped_column(FLAG)
    problem: Mapped[str]
    length: Mapped[int] = mapped_column(INT)
