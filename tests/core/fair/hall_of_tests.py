"""A small fair that tests of the fair share: one hall with two islands back to back, and who wants to stand there.

Island A: A-01 to A-04 in front, A-05 to A-08 behind them; island B: B-01 and B-02. A-01 has 400 V and a wall, A-02 has
230 V, A-04 has steps before it, B-02 is blocked.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.fair import records
from eventdesk.fair.booth import Booth, BoothState, Power
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair
from eventdesk.fair.hall import Hall
from eventdesk.fair.records import read_fair

HALL = Hall(1, "H1", "Halle 1", 30_000, 20_000)


def row(prefix: str, count: int, y_mm: int, first: int = 1, rotation: int = 0) -> list[Booth]:
    """Return booths of 3 by 2 metres beside each other."""
    return [
        Booth(
            id=1000 * (ord(prefix) - 64) + first + at,
            ref=f"{prefix}-{first + at:02}",
            hall=1,
            x_mm=3000 + 3000 * at,
            y_mm=y_mm,
            width_mm=3000,
            depth_mm=2000,
            island=prefix,
            rotation=rotation,
            step_free=True,
        )
        for at in range(count)
    ]


def booths() -> list[Booth]:
    """Return the booths of the hall."""
    changed: dict[str, dict[str, Any]] = {
        "A-01": {"power": Power.V400, "wall": True},
        "A-02": {"power": Power.V230},
        "A-04": {"step_free": False},
        "B-02": {"state": BoothState.BLOCKED, "reason": "Rohrbruch"},
    }
    every = [*row("A", 4, 3000), *row("A", 4, 5000, first=5, rotation=180), *row("B", 2, 10_000)]
    return [replace(booth, **changed.get(booth.ref, {})) for booth in every]


EXHIBITORS = (
    Exhibitor(1, "E1", "Café Grenzenlos", competitor="café", wish_1="A"),
    Exhibitor(2, "E2", "Sprachbrücke", power=Power.V230),
    Exhibitor(3, "E3", "Rückenwind", size=2),
    Exhibitor(4, "E4", "Teestube", competitor="café"),
    Exhibitor(5, "E5", "Lernpaten", wall=True, step_free=True),
)


def build(event: Event, stands: Mapping[str, str] | None = None) -> Fair:
    """Write the fair, and let exhibitors stand: "A-01 A-02" by the exhibitor's id."""
    by_ref = {booth.ref: booth.id for booth in booths()}
    by_name = {exhibitor.ref: exhibitor.id for exhibitor in EXHIBITORS}
    with event.transact(Op.IMPORT, "fair") as tx:
        records.insert_hall(tx, HALL)
        for booth in booths():
            records.insert_booth(tx, booth)
        for exhibitor in EXHIBITORS:
            records.insert_exhibitor(tx, exhibitor)
        for ref, numbers in (stands or {}).items():
            for number in numbers.split():
                records.insert_stand(tx, by_name[ref], by_ref[number])
    return read_fair(event.db)


def numbered(fair: Fair) -> dict[str, str]:
    """Return who stands where, as `build` takes it."""
    return {
        fair.exhibitor_of[exhibitor].ref: " ".join(fair.booth_of[booth].ref for booth in booths)
        for exhibitor, booths in sorted(fair.stands.items())
    }


def booth_ids(fair: Fair, numbers: str) -> tuple[int, ...]:
    """Return the row ids of booths: "A-01 A-02"."""
    by_ref = {booth.ref: booth.id for booth in fair.booths}
    return tuple(by_ref[number] for number in numbers.split())
