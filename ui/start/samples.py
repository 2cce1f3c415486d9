"""What the start page tells about the sample events, read from the first lines of their folders."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from eventdesk import paths, starting


@dataclass(frozen=True)
class Sample:
    """One sample event: the name of its folder, and what a card says."""

    name: str
    title: str
    venue: str
    starts: str
    people: int
    exhibitors: int


def samples() -> list[Sample]:
    """Return the sample events that come with eventdesk, the largest first."""
    found = [_sample(paths.seeds() / name) for name in starting.samples()]
    return sorted(found, key=lambda sample: -sample.people)


def _sample(folder: Path) -> Sample:
    about = tomllib.loads((folder / "event.toml").read_text(encoding="utf-8"))
    return Sample(
        name=folder.name,
        title=str(about.get("title", folder.name)),
        venue=str(about.get("venue", "")),
        starts=str(about.get("starts", "")),
        people=_rows(folder / "people.csv"),
        exhibitors=_rows(folder / "exhibitors.csv"),
    )


def _rows(table: Path) -> int:
    """Return how many rows stand below the head; a line that ends within quotes goes on in the next one."""
    if not table.is_file():
        return 0
    rows, quotes = 0, 0
    with table.open("rb") as lines:
        for line in lines:
            quotes += line.count(b'"')
            rows += bool(line.strip()) and quotes % 2 == 0
    return max(0, rows - 1)
