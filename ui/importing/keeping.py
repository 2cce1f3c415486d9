"""Remembers what the columns of a list meant, for the next list with the same columns."""

import contextlib
import hashlib
from collections.abc import Sequence
from pathlib import Path

from eventdesk.errors import KnownError
from eventdesk.people.importing import ColumnMapping, load_mapping, save_mapping
from eventdesk.tables.headers import normal


class KeptMappings:
    """One small file for each kind of list, in a folder of this user."""

    def __init__(self, folder: Path) -> None:
        """Keep the files in `folder`, which is made when it is needed."""
        self._folder = folder

    def find(self, header: Sequence[str]) -> ColumnMapping | None:
        """Return what columns with these names meant last time, if that is known."""
        path = self._path(header)
        if not path.is_file():
            return None
        with contextlib.suppress(KnownError):
            return load_mapping(path)
        return None

    def keep(self, header: Sequence[str], mapping: ColumnMapping) -> None:
        """Remember it. If that does not work, the next list is simply mapped anew."""
        with contextlib.suppress(KnownError, OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            save_mapping(self._path(header), mapping)

    def forget(self, header: Sequence[str]) -> None:
        """Remember nothing for columns with these names."""
        with contextlib.suppress(OSError):
            self._path(header).unlink(missing_ok=True)

    def _path(self, header: Sequence[str]) -> Path:
        names = "\n".join(sorted(map(normal, header)))
        return self._folder / f"{hashlib.sha256(names.encode()).hexdigest()[:16]}.toml"
