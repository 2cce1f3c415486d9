"""Small problems, and what a timetable costs and breaks, written down anew and simply, to try everything."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

from hypothesis import strategies as st

from eventdesk.eventfolder.creating import create_from
from eventdesk.panels.records import read_programme
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.panels.timetable.problem import Problem, problem

Spots = Mapping[int, tuple[int, int]]


def slot(number: int, starts: str, ends: str) -> Slot:
    return Slot(200 + number, f"Z{number}", f"2027-03-06T{starts}", f"2027-03-06T{ends}")


def room(number: int, capacity: int = 50, **fields) -> Room:
    return Room(100 + number, f"R{number}", f"Room {number}", capacity, **fields)


def session(number: int, **fields) -> Session:
    return Session(300 + number, f"S{number}", f"Session {number}", **fields)


def overlap(one: Slot, other: Slot) -> bool:
    return one.starts < other.ends and other.starts < one.ends


def minutes(text: str) -> int:
    return int(text[11:13]) * 60 + int(text[14:16])


def allowed(asked: Problem, each: Session, at: Slot, where: Room) -> bool:
    return (
        at.ref not in each.unavailable
        and at.ref not in where.unavailable
        and where.ref not in each.room_forbidden
        and (not each.slot_fixed or each.slot == at.id)
        and (not each.room_fixed or each.room in {None, where.id})
        and set(each.needs) <= set(where.equipment)
        and (where.step_free or each.id not in asked.step_free)
    )


def broken(asked: Problem, spots: Spots) -> list[str]:
    """Return which hard rules a timetable breaks."""
    slots, rooms = {each.id: each for each in asked.slots}, {each.id: each for each in asked.rooms}
    sessions = {each.id: each for each in asked.sessions}
    found = [
        f"{sessions[number].ref} may not be there"
        for number, (at, where) in spots.items()
        if not allowed(asked, sessions[number], slots[at], rooms[where])
    ]
    pairs = [(one, other) for one in spots for other in spots if one < other]
    for one, other in pairs:
        mine, theirs = slots[spots[one][0]], slots[spots[other][0]]
        both = f"{sessions[one].ref} and {sessions[other].ref}"
        crews = [{*sessions[each].speakers, *sessions[each].moderators} for each in (one, other)]
        if overlap(mine, theirs) and crews[0] & crews[1]:
            found.append(f"{both} share a person")
        if spots[one][1] == spots[other][1]:
            first, second = sorted((mine, theirs), key=lambda each: each.starts)
            gap = minutes(second.starts) - minutes(first.ends)
            if overlap(mine, theirs) or gap < rooms[spots[one][1]].changeover_min:
                found.append(f"{both} share a room")
    for each in asked.sessions:
        for ref in each.after:
            earlier = next((other for other in asked.sessions if other.ref == ref), None)
            placed = earlier is not None and earlier.id in spots and each.id in spots
            if earlier and placed and slots[spots[earlier.id][0]].ends > slots[spots[each.id][0]].starts:
                found.append(f"{each.ref} is before {ref}")
    return found


def cost(asked: Problem, spots: Spots) -> tuple[int, int]:
    """Return the wishes lost by clash, and the people turned away: person by person, in words of the contract."""
    slots, rooms = {each.id: each for each in asked.slots}, {each.id: each for each in asked.rooms}
    going = dict.fromkeys(spots, 0)
    lost = 0
    for wishes, people in asked.wish_lists.items():
        taken: list[int] = []
        for each in (wish for wish in wishes if wish in spots):
            if any(overlap(slots[spots[each][0]], slots[spots[other][0]]) for other in taken):
                lost += people
            else:
                taken.append(each)
                going[each] += people
    wished = {each for wishes in asked.wish_lists for each in wishes}
    away = 0
    for one in asked.sessions:
        if one.id in spots:
            demand = going[one.id] if one.id in wished else one.expected or 0
            demand = -(-demand * asked.percent.get(one.id, 100) // 100)
            takes = rooms[spots[one.id][1]].capacity
            away += max(0, demand - min(takes, takes if one.capacity is None else one.capacity))
    return lost, away


def everything(asked: Problem) -> Iterator[Spots]:
    """Yield every timetable that keeps the rules, whole or not."""
    places: list[Sequence[tuple[int, int] | None]] = [
        [
            None,
            *((at.id, where.id) for at in asked.slots for where in asked.rooms if allowed(asked, each, at, where)),
        ]
        for each in asked.sessions
    ]
    for chosen in product(*places):
        spots = {each.id: spot for each, spot in zip(asked.sessions, chosen, strict=True) if spot is not None}
        if len(set(spots.values())) == len(spots) and not broken(asked, spots):
            yield spots


TIMES = (
    (("10:00", "10:50"), ("11:00", "11:50")),
    (("10:00", "10:50"), ("11:00", "11:50"), ("12:00", "12:50")),
    (("10:00", "10:50"), ("10:30", "11:20")),
    (("10:00", "12:00"), ("10:00", "10:50"), ("11:00", "11:50")),
    (("10:00", "10:50"), ("10:30", "11:20"), ("11:30", "12:20")),
)


@st.composite
def tiny(draw: st.DrawFn) -> Problem:
    """Draw a problem that can be solved by trying everything."""
    times = draw(st.sampled_from(TIMES))
    slots = tuple(slot(number, *each) for number, each in enumerate(times))
    some_slots = st.lists(st.sampled_from([each.ref for each in slots]), max_size=1).map(tuple)
    rooms = tuple(
        room(
            number,
            draw(st.integers(0, 6)),
            equipment=draw(st.sampled_from([(), ("beamer",)])),
            step_free=draw(st.booleans()),
            unavailable=draw(some_slots),
            changeover_min=draw(st.sampled_from([0, 0, 0, 15])),
        )
        for number in range(draw(st.integers(1, 2)))
    )
    people = st.lists(st.sampled_from("abc"), max_size=1).map(tuple)
    sessions = []
    for number in range(draw(st.integers(1, 4))):
        fixed = draw(st.integers(0, 5)) == 0
        sessions.append(
            session(
                number,
                speakers=draw(people),
                moderators=draw(people),
                needs=draw(st.sampled_from([(), (), ("beamer",)])),
                unavailable=draw(some_slots) if draw(st.booleans()) else (),
                capacity=draw(st.sampled_from([None, None, 2])),
                expected=draw(st.sampled_from([None, 5])),
                slot=draw(st.sampled_from([each.id for each in slots])) if fixed else None,
                slot_fixed=fixed,
                room=rooms[0].id if fixed else None,
                room_fixed=fixed and draw(st.booleans()),
                room_forbidden=draw(st.sampled_from([(), (), ("R0",)])),
                after=draw(st.sampled_from([(), (), ("S0",)])) if number else (),
            )
        )
    ids = [each.id for each in sessions]
    lists = st.lists(st.sampled_from(ids), unique=True, max_size=3).map(tuple)
    wishes = draw(st.dictionaries(lists, st.integers(1, 4), max_size=6))
    return Problem(
        rooms,
        slots,
        tuple(sessions),
        wish_lists=wishes,
        step_free=frozenset(draw(st.sets(st.sampled_from(ids), max_size=1))),
        percent=draw(st.dictionaries(st.sampled_from(ids), st.sampled_from([50, 150]), max_size=1)),
    )


def problem_of(folder: Path, file: Path) -> Problem:
    """Return what an event folder asks for, by way of a real file."""
    with create_from(file, folder).opened() as event:
        return problem(read_programme(event.db))


def by_ref(asked: Problem, spots: Spots) -> dict[str, dict[str, str]]:
    """Return a timetable by the ids of the event folder."""
    sessions, slots = {each.id: each.ref for each in asked.sessions}, {each.id: each.ref for each in asked.slots}
    rooms = {each.id: each.ref for each in asked.rooms}
    return {sessions[each]: {"slot": slots[at], "room": rooms[where]} for each, (at, where) in spots.items()}
