"""Is the open file still where it was opened? Unix lets it be moved or deleted, and goes on writing into it."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from eventdesk.codes import Fault
from eventdesk.errors import KnownError


@dataclass(frozen=True, slots=True)
class Place:
    """The path of an open file and the number by which the file system knows it; none where nobody can move it."""

    path: Path
    number: int | None

    @classmethod
    def of(cls, path: Path) -> Self:
        """Remember the file that lies at `path` now."""
        return cls(path, None if os.name == "nt" else path.stat().st_ino)

    def require(self) -> None:
        """Raise `KnownError` FILE_LOST if the file is not there any more, or another one is.

        What would be written from now on is in a file that nobody finds again: it must not be confirmed.
        """
        if self.number is None:
            return
        try:
            found = self.path.stat().st_ino
        except OSError as error:
            raise KnownError(Fault.FILE_LOST, path=str(self.path), reason=error.strerror or "") from error
        if found != self.number:
            raise KnownError(Fault.FILE_LOST, path=str(self.path))
