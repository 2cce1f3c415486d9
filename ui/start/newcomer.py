"""What is known about an event that is about to be made."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class NewEvent:
    """Where its file will lie, its title, its first day or moment (local ISO text, may be empty), its venue."""

    path: Path
    title: str
    starts: str = ""
    venue: str = ""
