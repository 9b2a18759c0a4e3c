"""A finished backup carried to a second place: another disk, a stick, a share."""

import shutil
from pathlib import Path

from jxc_desktop.core.durable import move_durably, sha256_of, sync_file, write_durably
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate
from jxc_desktop.safety.catalogue import DRAFT, Backup, manifest_path
from jxc_desktop.safety.media import require_room, told_in_words


def carry(backup: Backup, folder: Path) -> Backup:
    """Copy a backup into `folder`, read it back and compare; raises `ShopFileError` and leaves nothing half there."""
    path = folder / backup.path.name
    draft = path.with_name(path.name + DRAFT)
    with told_in_words(folder):
        require_room(folder, backup.manifest.size, lambda place: shutil.disk_usage(place).free)
        try:
            shutil.copyfile(backup.path, draft)
            sync_file(draft)
            _require_same(draft, backup)
            write_durably(manifest_path(path), backup.manifest.as_json())
            move_durably(draft, path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    return Backup(path, backup.manifest)


def _require_same(draft: Path, backup: Backup) -> None:
    if sha256_of(draft) != backup.manifest.sha256:
        raise ShopFileError(
            translate("safety", "{folder} 读回来的和写进去的不一样，这个盘坏了。换一个").format(
                folder=draft.parent
            )
        )
