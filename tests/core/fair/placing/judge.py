"""An independent judge of placements: reads the CSV files of a folder alone, and shares no code with eventdesk."""

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

WEIGHTS = {
    "unplaced": 2000,
    "wish_2": 4,
    "wish_none": 12,
    "theme_island": 10,
    "theme_hall": 10,
    "competitor_island": 15,
    "forum_5m": 1,
}
YES = {"yes", "ja", "1", "x", "true"}
OTHER_HALL = 60


@dataclass(frozen=True)
class Verdict:
    """What a placement costs, part by part, and which rules it breaks."""

    parts: Mapping[str, int]
    broken: Sequence[str]

    @property
    def cost(self) -> int:
        return sum(self.parts.values())


class Judge:
    """Knows one folder. What happens on the day can be told by `block`, `power_gone`, `leave` and `come`."""

    def __init__(self, folder: Path) -> None:
        self.booths = {row["booth"]: row for row in _rows(folder / "booths.csv")}
        self.exhibitors = {
            row["exhibitor"]: row
            for row in _rows(folder / "exhibitors.csv")
            if row.get("status", "confirmed") in {"", "confirmed"}
        }
        rooms = {row["room"]: row for row in _rows(folder / "rooms.csv")}
        self.doors = {
            row["session"]: rooms[row["room"]] for row in _rows(folder / "sessions.csv") if row.get("room") in rooms
        }
        self.islands: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for booth, row in self.booths.items():
            self.islands[row["hall"], row["island"]].append(booth)

    def block(self, *booths: str) -> None:
        for booth in booths:
            self.booths[booth]["state"] = "blocked"
        for row in self.exhibitors.values():
            if row.get("pinned") in booths:
                row["pinned"] = ""

    def power_gone(self, *booths: str) -> None:
        for booth in booths:
            self.booths[booth]["power"] = "0"

    def leave(self, *exhibitors: str) -> None:
        for exhibitor in exhibitors:
            del self.exhibitors[exhibitor]

    def come(self, exhibitor: str, **fields: str) -> None:
        self.exhibitors[exhibitor] = {
            "size": "1",
            "power": "0",
            "wall": "no",
            "step_free": "no",
            "priority": "1",
            **fields,
        }

    def verdict(self, placed: Mapping[str, Sequence[str]]) -> Verdict:
        parts = dict.fromkeys(WEIGHTS, 0)
        themes, theme_halls = set(), set()
        rivals: Counter[tuple[str, tuple[str, str]]] = Counter()
        for exhibitor, row in self.exhibitors.items():
            booths = placed.get(exhibitor, ())
            if not booths:
                parts["unplaced"] += WEIGHTS["unplaced"] * int(row.get("priority") or 1)
                continue
            first = self.booths[booths[0]]
            island = first["hall"], first["island"]
            wishes = [row.get("wish_1") or "", row.get("wish_2") or ""]
            if any(wishes) and first["island"] != wishes[0]:
                weight = "wish_2" if first["island"] == wishes[1] else "wish_none"
                parts[weight] += WEIGHTS[weight]
            if row.get("theme"):
                themes.add((row["theme"], island))
                theme_halls.add((row["theme"], first["hall"]))
            if row.get("competitor"):
                rivals[row["competitor"], island] += 1
            if row.get("session") in self.doors:
                parts["forum_5m"] += WEIGHTS["forum_5m"] * self._way(island, self.doors[row["session"]])
        parts["theme_island"] = WEIGHTS["theme_island"] * len(themes)
        parts["theme_hall"] = WEIGHTS["theme_hall"] * len(theme_halls)
        parts["competitor_island"] = WEIGHTS["competitor_island"] * sum(count - 1 for count in rivals.values())
        return Verdict(parts, [*self._broken(placed)])

    def _way(self, island: tuple[str, str], door: Mapping[str, str]) -> int:
        middles = [_middle(self.booths[booth]) for booth in self.islands[island]]
        x, y = (sum(values) / len(middles) for values in zip(*middles, strict=True))
        metres = abs(x - Fraction(door["door_x_m"])) + abs(y - Fraction(door["door_y_m"]))
        fifth = (metres + (OTHER_HALL if door["hall"] != island[0] else 0)) / 5
        whole, rest = divmod(fifth, 1)
        return int(whole) + int(rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1))

    def _broken(self, placed: Mapping[str, Sequence[str]]) -> list[str]:
        found = []
        holder: dict[str, str] = {}
        for exhibitor, booths in placed.items():
            row = self.exhibitors.get(exhibitor)
            if row is None:
                found.append(f"{exhibitor} does not come")
                continue
            rows = [self.booths[booth] for booth in booths]
            found += [f"{exhibitor} and {holder[booth]} share {booth}" for booth in booths if booth in holder]
            holder |= dict.fromkeys(booths, exhibitor)
            if len(set(booths)) != int(row["size"]):
                found.append(f"{exhibitor} has {len(booths)} booths")
            elif len(booths) == 2 and not beside(*rows):
                found.append(f"{exhibitor} stands apart")
            if any(each.get("state") == "blocked" for each in rows):
                found.append(f"{exhibitor} stands on a blocked booth")
            if max(int(each["power"]) for each in rows) < int(row["power"]):
                found.append(f"{exhibitor} lacks power")
            if _is(row["wall"]) and not any(_is(each["wall"]) for each in rows):
                found.append(f"{exhibitor} lacks a wall")
            if _is(row["step_free"]) and not all(_is(each["step_free"]) for each in rows):
                found.append(f"{exhibitor} needs it step-free")
            if row.get("pinned") and row["pinned"] not in booths:
                found.append(f"{exhibitor} left the pin")
        return found + self._beside_rivals(holder)

    def _beside_rivals(self, holder: Mapping[str, str]) -> list[str]:
        found = []
        standing = sorted(holder)
        for at, one in enumerate(standing):
            for other in standing[at + 1 :]:
                group = self.exhibitors.get(holder[one], {}).get("competitor")
                same = group and group == self.exhibitors.get(holder[other], {}).get("competitor")
                if same and holder[one] != holder[other] and beside(self.booths[one], self.booths[other]):
                    found.append(f"{holder[one]} and {holder[other]} are competitors side by side")
        return found


def beside(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Same island, same front line, touching; the booths of these folders are not turned."""
    if (one["hall"], one["island"], Fraction(one["y_m"])) != (other["hall"], other["island"], Fraction(other["y_m"])):
        return False
    if one.get("rotation", "0") != other.get("rotation", "0"):
        return False
    left, right = sorted((one, other), key=lambda each: Fraction(each["x_m"]))
    return Fraction(left["x_m"]) + Fraction(left["width_m"]) == Fraction(right["x_m"])


def _middle(row: Mapping[str, str]) -> tuple[Fraction, Fraction]:
    return tuple(Fraction(row[at]) + Fraction(row[size]) / 2 for at, size in (("x_m", "width_m"), ("y_m", "depth_m")))  # type: ignore[return-value]


def _is(text: str) -> bool:
    return text.strip().casefold() in YES


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
