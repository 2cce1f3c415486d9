"""An independent judge of timetables: reads the CSV files of a folder alone, and shares no code with eventdesk."""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path


@dataclass(frozen=True)
class Verdict:
    """What a timetable costs in people, and which rules it breaks."""

    lost: int
    away: int
    broken: Sequence[str]

    @property
    def cost(self) -> int:
        return self.lost + self.away


class Judge:
    """Knows one folder."""

    def __init__(self, folder: Path) -> None:
        self.rooms = {row["room"]: row for row in _rows(folder / "rooms.csv")}
        self.slots = {row["slot"]: row for row in _rows(folder / "slots.csv")}
        self.sessions = {row["session"]: row for row in _rows(folder / "sessions.csv")}
        self.wishes = [_words(row.get("wishes")) for row in _rows(folder / "people.csv")]

    def verdict(self, placed: Mapping[str, Mapping[str, str]]) -> Verdict:
        """Judge {session: {"slot": …, "room": …}}."""
        lost = 0
        going: Counter[str] = Counter()
        for wishes in self.wishes:
            taken: list[str] = []
            for wish in wishes:
                if wish not in placed:
                    continue
                if any(self._overlap(placed[wish]["slot"], placed[each]["slot"]) for each in taken):
                    lost += 1
                else:
                    taken.append(wish)
            going.update(taken)
        away = 0
        for session, spot in placed.items():
            most = [int(self.rooms[spot["room"]]["capacity"])]
            if self.sessions[session].get("capacity"):
                most.append(int(self.sessions[session]["capacity"]))
            away += max(0, going[session] - min(most))
        return Verdict(lost, away, [*self._broken(placed)])

    def _broken(self, placed: Mapping[str, Mapping[str, str]]) -> list[str]:
        found = []
        for session, spot in placed.items():
            row, room = self.sessions[session], self.rooms[spot["room"]]
            if not set(_words(row.get("needs"))) <= set(_words(room.get("equipment"))):
                found.append(f"{session} lacks equipment")
            if spot["slot"] in _words(row.get("unavailable")) or spot["slot"] in _words(room.get("unavailable")):
                found.append(f"{session} is at a time that is not possible")
            if any(row.get(fixed) not in {None, "", spot[fixed]} for fixed in ("slot", "room")):
                found.append(f"{session} is fixed elsewhere")
        for one, other in combinations(placed, 2):
            if self._overlap(placed[one]["slot"], placed[other]["slot"]):
                if placed[one]["room"] == placed[other]["room"]:
                    found.append(f"{one} and {other} share a room")
                crews = [
                    {*_words(self.sessions[each].get("speakers")), *_words(self.sessions[each].get("moderators"))}
                    for each in (one, other)
                ]
                if crews[0] & crews[1]:
                    found.append(f"{one} and {other} share a person")
        return found

    def _overlap(self, one: str, other: str) -> bool:
        mine, theirs = self.slots[one], self.slots[other]
        return mine["starts"] < theirs["ends"] and theirs["starts"] < mine["ends"]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _words(cell: str | None) -> list[str]:
    return [word for word in (cell or "").replace(",", " ").split() if word]
