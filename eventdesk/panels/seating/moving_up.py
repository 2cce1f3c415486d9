"""Who moves up when a place becomes free: who has waited longest, and then whoever waits for what they leave."""

from dataclasses import dataclass

from eventdesk.panels.programme import Programme
from eventdesk.panels.seating.rounds import family


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody gets a place in a session, and leaves the one that they have at that time, if any; row ids."""

    person: int
    session: int
    leaves: int | None


def next_up(programme: Programme, session: int, free: int = 1) -> tuple[Step, ...]:
    """Return who moves up, one step after the other, when `free` places in a session can be given to somebody.

    First of all who waits for it longest and can come: they do not speak meanwhile, have no place in it or its repeat
    at another time, and get in if they need a way without steps. The place that they leave goes on in the same way.
    """
    return _Queue(programme).run([session] * free)


class _Queue:
    """Keeps what people have while places go on from one to the next."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._held = {person: [place.session for place in places] for person, places in programme.places_of.items()}
        self._served: set[tuple[int, int]] = set()

    def run(self, free: list[int]) -> tuple[Step, ...]:
        steps: list[Step] = []
        while free:
            step = self._first(free.pop(0))
            if step is None:
                continue
            steps.append(step)
            self._served.add((step.person, step.session))
            held = self._held.setdefault(step.person, [])
            held.append(step.session)
            if step.leaves is not None:
                held.remove(step.leaves)
                free.append(step.leaves)
        return tuple(steps)

    def _first(self, session: int) -> Step | None:
        for each in self._programme.waiting_for.get(session, ()):
            if (each.person, session) not in self._served and (step := self._step(each.person, session)) is not None:
                return step
        return None

    def _step(self, person: int, session: int) -> Step | None:
        programme = self._programme
        wanted, guest = programme.session_of.get(session), programme.people.get(person)
        if wanted is None or wanted.slot is None or guest is None:
            return None
        room = programme.room_of.get(wanted.room or 0)
        if guest.needs_step_free and room is not None and not room.step_free:
            return None
        meanwhile = programme.concurrent[wanted.slot]
        spoken = programme.parts_of.get(guest.ref, ()) if guest.ref else ()
        held = self._held.get(person, [])
        leaving = [each for each in held if programme.session_of[each].slot in meanwhile]
        staying = [*spoken, *(each for each in held if each not in leaving)]
        if any(programme.session_of[each].slot in meanwhile for each in spoken) or session in held or len(leaving) > 1:
            return None
        same = family(programme, wanted)
        if any(family(programme, programme.session_of[each]) == same for each in staying):
            return None
        return Step(person, session, leaving[0] if leaving else None)
