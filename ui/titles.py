"""What the files that were open are called inside: known without looking into them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ui.preferences import Preferences


@dataclass(frozen=True)
class KnownFile:
    """A file and the title of its event; empty if nobody knows."""

    path: Path
    title: str = ""

    @property
    def name(self) -> str:
        """What it is called: like its event, else like the file."""
        return self.title or self.path.stem

    @property
    def where(self) -> str:
        """Its folder, and its own name if that is not shown already."""
        return f"{self.path.name} · {self.path.parent}" if self.title else str(self.path.parent)


def keep(preferences: Preferences, path: Path, title: str) -> None:
    """Remember the title of the event in a file."""
    if preferences.kept(_key(path)) != title:
        preferences.keep(_key(path), title)


def known_files(preferences: Preferences) -> list[KnownFile]:
    """Return the files that were open last, newest first, those included that are gone."""
    return titled(preferences, preferences.known_files())


def titled(preferences: Preferences, paths: Iterable[Path]) -> list[KnownFile]:
    """Return files with what is known of them."""
    return [KnownFile(path, preferences.kept(_key(path))) for path in paths]


def _key(path: Path) -> str:
    return f"titles/{hashlib.blake2s(str(path).encode(errors='surrogateescape'), digest_size=8).hexdigest()}"
