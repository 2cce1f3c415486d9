"""Programmes to give places out in: from the rows of tables, and invented ones."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from eventdesk.panels.place import How, Place
from eventdesk.panels.programme import Guest, Programme
from eventdesk.panels.room import Room
from eventdesk.panels.seating.gathering import seats
from eventdesk.panels.seating.outcome import Outcome
from eventdesk.panels.seating.problem import Seats
from eventdesk.panels.session import Session, SessionKind
from eventdesk.panels.slot import Slot
from tests.core.panels.seating.judge import Judge, Row


def programme(judge: Judge, seed: int = 0) -> Programme:
    """Make a programme of the rows a judge knows, with row ids that mean nothing."""
    chance = Random(seed)
    names = [*judge.rooms, *judge.slots, *judge.sessions, *judge.people]
    ids = dict(zip(names, chance.sample(range(1, 10_000_000), len(names)), strict=True))

    def listed(cell: str | None) -> tuple[str, ...]:
        return tuple((cell or "").replace(",", " ").split())

    rooms = tuple(
        Room(ids[ref], ref, ref, int(row["capacity"]), step_free=row.get("step_free", "yes") == "yes")
        for ref, row in judge.rooms.items()
    )
    slots = tuple(Slot(ids[ref], ref, row["starts"], row["ends"]) for ref, row in judge.slots.items())
    sessions = tuple(
        Session(
            ids[ref],
            ref,
            row.get("title", ref),
            SessionKind(row["kind"]),
            speakers=listed(row.get("speakers")),
            moderators=listed(row.get("moderators")),
            slot=ids.get(row.get("slot", "")),
            room=ids.get(row.get("room", "")),
            capacity=int(row["capacity"]) if row.get("capacity") else None,
            repeat_of=row.get("repeat_of", ""),
        )
        for ref, row in judge.sessions.items()
    )
    guests = {ids[ref]: _guest(ids[ref], ref, number, row) for number, (ref, row) in enumerate(judge.people.items())}
    places = [
        Place(number, ids[person], ids[session], How.CONFIRMED)
        for number, (person, session) in enumerate(
            (person, session) for person, mine in judge.confirmed.items() for session in mine
        )
    ]
    wishes = {ids[ref]: tuple(ids[wish] for wish in judge.wishes(ref)) for ref in judge.people if judge.wishes(ref)}
    return Programme(rooms, slots, sessions, wishes, guests, tuple(places))


def _guest(row_id: int, ref: str, number: int, row: Row) -> Guest:
    return Guest(
        id=row_id,
        ref=ref,
        name=f"Person {ref}",
        needs_step_free="stufenfrei" in row.get("needs", ""),
        group=row.get("group", ""),
        registered=number,
        code=f"{1_000_000_000_000_000 + number * 7919}",
    )


def drawn(plan: Programme, outcome: Outcome) -> dict[str, dict[str, str]]:
    """Return what was drawn, by what people call it."""
    return {
        plan.people[person].ref: {plan.slot_of[slot].ref: plan.session_of[each].ref for slot, each in mine.items()}
        for person, mine in outcome.drawn.items()
    }


def rounds(
    people: int,
    number: int,
    parallel: int,
    share: float,
    seed: int,
    wishes: int = 3,
    *,
    repeats: bool = True,
    even: bool = False,
) -> Judge:
    """Invent rounds of sessions at one time, the later ones repeats; `share` of the people find a seat in a round."""
    chance = Random(seed)
    weights = [1] * parallel if even else [each + 1 for each in range(parallel)]
    rooms = {
        f"R{each}": {
            "room": f"R{each}",
            "capacity": str(max(1, int(people * share * weights[each] / sum(weights)))),
            "step_free": "no" if each % 3 == 2 else "yes",
        }
        for each in range(parallel)
    }
    slots = {
        f"Z{each}": {
            "slot": f"Z{each}",
            "starts": f"2027-03-06T{9 + each:02}:00",
            "ends": f"2027-03-06T{9 + each:02}:50",
        }
        for each in range(number)
    }
    sessions = {
        _name(turn, each): {
            "session": _name(turn, each),
            "kind": "forum",
            "slot": f"Z{turn}",
            "room": f"R{each}",
            "repeat_of": _name(0, each) if turn and repeats else "",
        }
        for turn in range(number)
        for each in range(parallel)
    }
    wished = [_name(0, each) for each in range(parallel)] if repeats else list(sessions)
    favour = [1 / (1 + each) for each in range(len(wished))]
    guests = {}
    for each in range(people):
        chosen: dict[str, None] = {}
        many = chance.randint(1, wishes)
        while len(chosen) < many:
            chosen[chance.choices(wished, favour)[0]] = None
        needs = "stufenfrei" if chance.random() < 0.05 else ""
        guests[f"P{each}"] = {"id": f"P{each}", "wishes": ",".join(chosen), "needs": needs}
    return Judge(rooms, slots, sessions, guests)


def _name(turn: int, number: int) -> str:
    return f"S{number:02}" if turn == 0 else f"S{number:02}-{turn + 1}"


def with_people(judge: Judge, people: Mapping[str, Row]) -> Judge:
    """Return the same programme with other people."""
    return replace(judge, people=people)


def simple(capacities: Mapping[str, int], wishes: Sequence[str], *, repeats: bool = False) -> Judge:
    """Return sessions of these capacities at one time (with `repeats`, once more after that), and P0, P1 … who wish."""
    rooms = {f"R-{name}": {"capacity": str(seats), "step_free": "yes"} for name, seats in capacities.items()}
    slots = {
        f"Z{turn}": {"starts": f"2027-03-06T{9 + turn:02}:00", "ends": f"2027-03-06T{10 + turn:02}:00"}
        for turn in range(2)
    }
    first = {name: {"kind": "panel", "slot": "Z0", "room": f"R-{name}", "repeat_of": ""} for name in capacities}
    again = {
        f"{name}-2": {"kind": "panel", "slot": "Z1", "room": f"R-{name}", "repeat_of": name} for name in capacities
    }
    people = {f"P{number}": {"wishes": each} for number, each in enumerate(wishes)}
    return Judge(rooms, slots, first | (again if repeats else {}), people)


def gathered(judge: Judge, seed: int = 1, *, everybody: bool = False, together: bool = True) -> tuple[Programme, Seats]:
    """Return the programme of a judge's rows, and what is to be given out."""
    plan = programme(judge)
    return plan, seats(plan, seed=seed, everybody=everybody, together=together)
