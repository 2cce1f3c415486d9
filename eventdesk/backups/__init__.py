"""Backups of an event: how they are called and found, how a desk keeps them by itself, how one takes over."""

from eventdesk.backups.copies import (
    SUFFIX,
    Backup,
    Occasion,
    backup_path,
    backups_in,
    copy_path,
    open_copy,
    plain_stem,
    write,
)

__all__ = [
    "SUFFIX",
    "Backup",
    "Occasion",
    "backup_path",
    "backups_in",
    "copy_path",
    "open_copy",
    "plain_stem",
    "write",
]
