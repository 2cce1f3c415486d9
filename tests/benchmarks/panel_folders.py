"""Event folders with a programme that nobody has thought out yet, made of chance and a seed."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

_SIZES = (300, 150, 100, 80, 60, 60, 50, 50, 40, 40, 30, 30)
_MINUTES = 60


def invent(folder: Path, sessions: int, rooms: int, slots: int, people: int, seed: int) -> Path:
    """Write a programme: most moderators have several parts, some rooms no beamer, some sessions are loved by many."""
    chance = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "event.toml").write_text(
        f'title = "Invented programme {seed}"\nstarts = "2027-03-06T09:00"\nends = "2027-03-06T20:00"\n'
        'venue = "Test house"\nlanguage = "de"\n[[points]]\nname = "Entrance"\nkind = "entrance"\n',
        encoding="utf-8",
    )
    beamers = [chance.random() < 0.6 for _ in range(rooms)]
    _write(
        folder / "rooms.csv",
        [
            {
                "room": f"R{each + 1}",
                "name": f"Saal {each + 1}",
                "capacity": _SIZES[min(each, len(_SIZES) - 1)],
                "equipment": "beamer" if beamers[each] or each == 0 else "",
            }
            for each in range(rooms)
        ],
    )
    refs = [f"T{each + 1}" for each in range(slots)]
    _write(
        folder / "slots.csv",
        [
            {"slot": ref, "starts": f"2027-03-06T{9 + at:02}:00", "ends": f"2027-03-06T{9 + at:02}:50"}
            for at, ref in enumerate(refs)
        ],
    )
    names = [f"S{each + 1:02}" for each in range(sessions)]
    _write(
        folder / "sessions.csv",
        [
            {
                "session": ref,
                "title": f"Forum {at + 1}",
                "kind": "forum",
                "speakers": ",".join(f"SP{each}" for each in chance.sample(range(sessions * 3), chance.randint(1, 3))),
                "moderators": f"MO{1 + at % max(1, sessions * 2 // 5)}",
                "needs": "beamer" if chance.random() < 0.15 else "",
                "unavailable": chance.choice(refs) if chance.random() < 0.2 else "",
            }
            for at, ref in enumerate(names)
        ],
    )
    fame = [1 / (1 + each * 0.15) for each in range(sessions)]
    _write(
        folder / "people.csv",
        [
            {
                "id": f"P{each + 1}",
                "given_name": "Guest",
                "family_name": f"Number {each + 1}",
                "roles": "participant",
                "wishes": ",".join(_wishes(chance, names, fame)),
            }
            for each in range(people)
        ],
    )
    return folder


def _wishes(chance: Random, names: Sequence[str], fame: Sequence[float]) -> list[str]:
    return list(dict.fromkeys(chance.choices(names, fame, k=chance.randint(2, 6))))


def _write(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
