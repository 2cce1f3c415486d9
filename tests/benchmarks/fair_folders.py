"""Invents fairs as event folders: two halls of islands of ten booths, exhibitors with needs, wishes and competitors."""

import csv
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

BOOTHS = (
    "booth",
    "hall",
    "island",
    "x_m",
    "y_m",
    "width_m",
    "depth_m",
    "rotation",
    "power",
    "wall",
    "step_free",
    "state",
)
EXHIBITORS = (
    *("exhibitor", "name", "theme", "size", "power", "wall", "step_free", "wish_1", "wish_2", "competitor"),
    *("session", "pinned", "priority", "status"),
)
_IN_A_ROW = 5
_ROW_OF_ISLANDS = 3


def invent(folder: Path, exhibitors: int, booths: int, seed: int) -> Path:
    """Write an event folder; the same numbers give the same fair. Returns the folder."""
    chance = random.Random(seed)
    islands = max(2, booths // (2 * _IN_A_ROW))
    folder.mkdir(parents=True, exist_ok=True)
    stands = _booths(chance, islands)
    _write(folder / "booths.csv", BOOTHS, stands)
    _write(folder / "exhibitors.csv", EXHIBITORS, _exhibitors(chance, exhibitors, islands, stands))
    _write(
        folder / "halls.csv",
        ("hall", "name", "width_m", "depth_m"),
        [("H1", "Hall 1", 200, 200), ("H2", "Hall 2", 200, 200)],
    )
    _write(
        folder / "rooms.csv",
        ("room", "name", "hall", "door_x_m", "door_y_m", "capacity"),
        [
            ("R1", "Forum 1", "H1", "-3", "-3", 100),
            ("R2", "Forum 2", "H1", "57", "0.25", 100),
            ("R3", "Forum 3", "H2", "-3", "-2.5", 100),
        ],
    )
    _write(folder / "slots.csv", ("slot", "starts", "ends"), [("T1", "2027-03-06T10:00", "2027-03-06T11:00")])
    _write(
        folder / "sessions.csv",
        ("session", "title", "kind", "slot", "room"),
        [(f"S{number}", f"Forum {number}", "forum", "T1", f"R{number}") for number in (1, 2, 3)],
    )
    (folder / "event.toml").write_text(
        f'title = "Fair {exhibitors}/{len(stands)}, seed {seed}"\nvenue = "Halls"\nlanguage = "de"\n'
        'starts = "2027-03-06T09:00"\nends = "2027-03-06T17:00"\n',
        encoding="utf-8",
    )
    return folder


def _booths(chance: random.Random, islands: int) -> list[Sequence[object]]:
    found: list[Sequence[object]] = []
    in_first = (islands + 1) // 2
    for island in range(islands):
        hall, place = ("H1", island) if island < in_first else ("H2", island - in_first)
        for number in range(2 * _IN_A_ROW):
            row, column = divmod(number, _IN_A_ROW)
            end = column in {0, _IN_A_ROW - 1}
            found.append(
                (
                    f"B{len(found) + 1:04d}",
                    hall,
                    f"I{island + 1:02d}",
                    19 * (place % _ROW_OF_ISLANDS) + 3 * column,
                    10 * (place // _ROW_OF_ISLANDS) + 3 * row,
                    3,
                    3,
                    0,
                    2 if number == 0 else chance.choice((0, 1, 1, 1)),
                    _yes(end or chance.random() < 0.5),
                    _yes(chance.random() < 0.85),
                    "blocked" if chance.random() < 0.01 else "free",
                )
            )
    return found


def _exhibitors(
    chance: random.Random, number: int, islands: int, stands: Sequence[Sequence[object]]
) -> list[Sequence[object]]:
    found: list[Sequence[object]] = []
    free = [row for row in stands if row[8] and row[9] == "yes" and row[10] == "yes" and row[11] == "free"]
    pins = chance.sample(free, min(len(free), number // 25))
    rivals = max(1, number // 8)
    for each in range(number):
        wish_1, wish_2 = (f"I{chance.randint(1, islands):02d}" for _ in range(2))
        pinned = pins.pop()[0] if pins and chance.random() < 0.1 else ""
        found.append(
            (
                f"E{each + 1:04d}",
                f"Exhibitor {each + 1}",
                f"Theme {chance.randint(1, max(2, number // 10))}",
                2 if not pinned and chance.random() < 0.09 else 1,
                chance.choices((0, 1, 2), (0.5, 0.46, 0.0 if pinned else 0.04))[0] if not pinned else 1,
                _yes(chance.random() < 0.2),
                _yes(chance.random() < 0.2),
                wish_1 if chance.random() < 0.9 else "",
                wish_2,
                f"C{chance.randint(1, rivals)}" if chance.random() < 0.3 else "",
                f"S{chance.randint(1, 3)}" if chance.random() < 0.13 else "",
                pinned,
                2 if chance.random() < 0.05 else 1,
                "cancelled" if chance.random() < 0.02 else "confirmed",
            )
        )
    return found


def _yes(value: object) -> str:
    return "yes" if value else "no"


def _write(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
