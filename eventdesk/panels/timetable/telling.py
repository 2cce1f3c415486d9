"""Says in sentences what the thinker answers in codes: how good, why here, why nowhere, and what would help."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.panels.timetable.plan import (
    Change,
    Explanation,
    OtherRoom,
    Part,
    Reason,
    Rule,
    Status,
    Timetable,
    WhyNot,
)
from eventdesk.panels.timetable.problem import Problem
from eventdesk.words import Words
from eventdesk.words.days import days_text

_MOST_NAMES = 4


class Told:
    """Knows the names of a problem, in one language."""

    def __init__(self, words: Words, problem: Problem) -> None:
        """Sort the names."""
        self._words, self._problem = words, problem
        self._sessions = {each.id: each for each in problem.sessions}
        self._rooms = {each.id: each for each in problem.rooms}
        self._slots = {each.id: each for each in problem.slots}
        self._days = len({each.starts[:10] for each in problem.slots})

    # ---- names

    def session(self, session: int | None) -> str:
        """Return the title of a session."""
        return self._sessions[session].title if session in self._sessions else "–"

    def room(self, room: int | None) -> str:
        """Return the name of a room."""
        return self._rooms[room].name if room in self._rooms else "–"

    def slot(self, slot: int | None) -> str:
        """Return when a slot is: "11:00–11:50", with the day if there are several."""
        if slot not in self._slots:
            return "–"
        return self._time(self._slots[slot])

    def spot(self, spot: tuple[int, int] | None) -> str:
        """Return when and where: "11:00–11:50 · Saal 3A"."""
        return self._words.t("without a place") if spot is None else f"{self.slot(spot[0])} · {self.room(spot[1])}"

    # ---- how good

    def status(self, found: Timetable) -> str:
        """Return how good a timetable is known to be, and whether it was the clock that ended the search."""
        if not found.out_of_time:
            return self._status(found)
        return f"{self._status(found)} {self.time_was_over()}"

    def time_was_over(self) -> str:
        """Return that it was the clock that ended a search."""
        return self._words.t("The time was over before the search was: a quicker computer may find a better timetable.")

    def _status(self, found: Timetable) -> str:
        words = self._words
        match found.status:
            case Status.OPTIMAL:
                return words.t("Proven: no timetable loses fewer people.")
            case Status.FEASIBLE:
                return words.n(
                    "Not proven: at most one person fewer can be lost.",
                    "Not proven: at most {count} people fewer can be lost.",
                    found.cost - found.bound,
                )
            case Status.INFEASIBLE:
                return words.n(
                    "One session finds no place, whatever is moved.",
                    "{count} sessions find no place, whatever is moved.",
                    len(found.left_over),
                )
            case _:
                assert_never(found.status)

    def people(self, found: Timetable) -> str:
        """Return what a timetable costs, in people."""
        lost = self._words.n("{count} wish lost by clash", "{count} wishes lost by clash", found.lost_by_clash)
        away = self._words.n("{count} person turned away", "{count} people turned away", found.turned_away)
        return f"{lost}, {away}."

    def change(self, change: Change) -> str:
        """Return where a session was and where it is."""
        return f"{self.session(change.session)}: {self.spot(change.before)} → {self.spot(change.after)}"

    # ---- why nowhere

    def reason(self, session: int, reason: Reason) -> str:
        """Return why a session has no place: the persons and needs that collide."""
        words, name = self._words, self.session(session)
        if not reason.proven:
            return words.t("{session}: no place was found in the time given.", session=name)
        parts = [self._part(part) for part in reason.parts if part.rule is not Rule.OTHER]
        others = [part.session for part in reason.parts if part.rule is Rule.OTHER]
        if others and len(others) <= _MOST_NAMES:
            names = ", ".join(self.session(each) for each in others)
            parts.append(words.t("this needs a place too: {sessions}", sessions=names))
        elif others:
            parts.append(words.n("{count} other session needs a place too", "{count} other sessions need a place too",
                                 len(others)))  # fmt: skip
        said = "; ".join(parts) or words.t("there is no room or no time at all")
        return words.t("{session} finds no place: {reasons}.", session=name, reasons=said)

    def nowhere(self, session: int, reason: Reason) -> str:
        """Return in one short sentence that a session has no place."""
        if not reason.proven:
            return self.reason(session, reason)
        return self._words.t("{session} finds no place.", session=self.session(session))

    def whys(self, session: int, reason: Reason) -> tuple[str, ...]:
        """Return why that is so, a short line for each thing that collides; only times that the session could be at."""
        words, lines, at = self._words, [], self._fixed_slot(session)
        fixed: dict[int | None, list[int]] = {}
        closed: dict[str, list[str]] = {}
        needing: dict[str, list[str]] = {}
        for part in reason.parts:
            about = self._sessions.get(part.session or 0)
            if part.rule is Rule.FIXED_SLOT and about is not None:
                fixed.setdefault(about.slot, []).append(about.id)
            elif part.rule is Rule.NEEDS and about is not None:
                needing.setdefault(", ".join(about.needs), []).append(about.title)
            elif part.rule is Rule.ROOM_UNAVAILABLE:
                closed.setdefault(self._closed(part.room, at), []).append(self.room(part.room))
            elif part.rule is not Rule.OTHER:
                lines.append(self._part(part))
        told = {session, *(each for some in fixed.values() for each in some)}
        others = [part.session for part in reason.parts if part.rule is Rule.OTHER and part.session not in told]
        for slot, ids in fixed.items():
            names = self._names([self.session(each) for each in ids])
            lines.append(words.n("Fixed at {time}: {sessions}", "Fixed at {time}, all of them: {sessions}", len(ids),
                                 time=self.slot(slot), sessions=names))  # fmt: skip
        lines += [
            words.n("Needs {needs}: {sessions}", "Need {needs}: {sessions}", len(some),
                    needs=needs, sessions=self._names(some))
            for needs, some in needing.items()
        ]  # fmt: skip
        lines += [
            words.t("Not available at {times}: {rooms}", times=times, rooms=self._names(rooms))
            for times, rooms in closed.items()
        ]
        if others:
            names = self._names([self.session(each) for each in others])
            lines.append(words.t("A place is needed for this, too: {sessions}", sessions=names))
        return tuple(lines) or (words.t("There is no room or no time at all"),)

    def cures(self, reason: Reason, session: int | None = None) -> tuple[str, ...]:
        """Return what would help, each alone; all of it was tried.

        For a `session` that is fixed in time only that time is said of rooms.
        """
        return tuple(self._cure(part, self._fixed_slot(session)) for part in reason.cures)

    def _fixed_slot(self, session: int | None) -> int | None:
        asked = self._sessions.get(session or 0)
        return asked.slot if asked is not None and asked.slot_fixed else None

    def _part(self, part: Part) -> str:  # noqa: PLR0911 - one case per rule
        words, name, asked = self._words, self.session(part.session), self._sessions.get(part.session or 0)
        match part.rule:
            case Rule.PERSON:
                who = self._problem.names.get(part.person, part.person)
                return words.t("{person} can only be in one session at a time", person=who)
            case Rule.NEEDS:
                return words.t("{session} needs {needs}", session=name, needs=", ".join(asked.needs if asked else ()))
            case Rule.STEP_FREE:
                return words.t("{session} needs a step-free room", session=name)
            case Rule.UNAVAILABLE:
                return words.t("{session} cannot be at {times}", session=name, times=self._unavailable(part.session))
            case Rule.FIXED_SLOT:
                return words.t(
                    "{session} is fixed at {time}", session=name, time=self.slot(asked.slot if asked else None)
                )
            case Rule.FIXED_ROOM:
                return words.t(
                    "{session} is fixed in {room}", session=name, room=self.room(asked.room if asked else None)
                )
            case Rule.FORBIDDEN:
                return words.t("{session} must not be in {rooms}", session=name, rooms=self._forbidden(asked))
            case Rule.AFTER:
                return words.t("{session} must come after {others}", session=name, others=self._before(asked))
            case Rule.ROOM_UNAVAILABLE:
                return words.t("{room} is not available at {times}", room=self.room(part.room),
                               times=self._closed(part.room))  # fmt: skip
            case Rule.CHANGEOVER:
                minutes = self._rooms[part.room].changeover_min if part.room in self._rooms else 0
                return words.t("{room} needs {minutes} min between two sessions", room=self.room(part.room),
                               minutes=minutes)  # fmt: skip
            case Rule.OTHER:
                return name
            case _:
                assert_never(part.rule)

    def _cure(self, part: Part, at: int | None) -> str:  # noqa: PLR0911 - one case per rule
        words, name, asked = self._words, self.session(part.session), self._sessions.get(part.session or 0)
        match part.rule:
            case Rule.PERSON:
                who = self._problem.names.get(part.person, part.person)
                return words.t("This would help: somebody else takes one of the parts of {person}.", person=who)
            case Rule.NEEDS:
                needs = ", ".join(asked.needs if asked else ())
                return words.t("This would help: {needs} in one more room, for {session}.", needs=needs, session=name)
            case Rule.STEP_FREE:
                return words.t("This would help: one more step-free room, for {session}.", session=name)
            case Rule.UNAVAILABLE:
                return words.t("This would help: {session} may be at {times} after all.", session=name,
                               times=self._unavailable(part.session))  # fmt: skip
            case Rule.FIXED_SLOT:
                return words.t("This would help: {session} may be at another time.", session=name)
            case Rule.FIXED_ROOM:
                return words.t("This would help: {session} may be in another room.", session=name)
            case Rule.FORBIDDEN:
                return words.t("This would help: {session} may be in {rooms} after all.", session=name,
                               rooms=self._forbidden(asked))  # fmt: skip
            case Rule.AFTER:
                return words.t("This would help: {session} need not come after {others}.", session=name,
                               others=self._before(asked))  # fmt: skip
            case Rule.ROOM_UNAVAILABLE:
                return words.t("This would help: {room} is available at {times} after all.", room=self.room(part.room),
                               times=self._closed(part.room, at))  # fmt: skip
            case Rule.CHANGEOVER:
                return words.t("This would help: {room} needs less time between two sessions.",
                               room=self.room(part.room))  # fmt: skip
            case Rule.OTHER:
                return words.t("This would help: {session} is left out.", session=name)
            case _:
                assert_never(part.rule)

    # ---- why here

    def explanation(self, told: Explanation) -> tuple[str, ...]:
        """Return why a session is where it is, line by line."""
        words, name = self._words, self.session(told.session)
        if told.spot is None and told.reason is None:
            return (words.t("{session} has no slot or no room yet.", session=name),)
        if told.spot is None or told.reason is not None:
            reason = told.reason or Reason(proven=False)
            return (self.reason(told.session, reason), *self.cures(reason))
        lines = [
            f"{name}: {self.spot(told.spot)}",
            words.t("{demand} of {wishers} who wish it would come; {capacity} places.",
                    demand=told.demand, wishers=told.wishers, capacity=told.capacity),
        ]  # fmt: skip
        if told.turned_away:
            lines.append(words.n("{count} person finds no place.", "{count} people find no place.", told.turned_away))
        lines += [
            words.n("At the same time: {session}. One person wishes both.",
                    "At the same time: {session}. {count} people wish both.", both, session=self.session(rival))
            for rival, both in told.rivals
            if both
        ]  # fmt: skip
        lines += [self.other_room(each) for each in told.rooms]
        lines.append(self._next_best(told))
        return tuple(lines)

    def other_room(self, other: OtherRoom) -> str:
        """Return why a session is not in another room at its time."""
        words, room = self._words, self.room(other.room)
        match other.why:
            case WhyNot.NEEDS:
                return words.t("{room}: lacks the equipment that is needed.", room=room)
            case WhyNot.STEP_FREE:
                return words.t("{room}: not step-free.", room=room)
            case WhyNot.UNAVAILABLE:
                return words.t("{room}: not available at that time.", room=room)
            case WhyNot.FORBIDDEN:
                return words.t("{room}: ruled out for this session.", room=room)
            case WhyNot.FIXED:
                return words.t("{room}: this session is fixed in its room.", room=room)
            case WhyNot.FREE:
                return words.t("{room}: free; {price}.", room=room, price=self._price(other.extra or 0))
            case WhyNot.TAKEN if other.extra is None:
                return words.t("{room}: taken by {session}, which cannot change places.", room=room,
                               session=self.session(other.other))  # fmt: skip
            case WhyNot.TAKEN:
                return words.t("{room}: taken by {session}; changing places: {price}.", room=room,
                               session=self.session(other.other), price=self._price(other.extra or 0))  # fmt: skip
            case _:
                assert_never(other.why)

    def _next_best(self, told: Explanation) -> str:
        words = self._words
        if told.next_best is None:
            if told.exact:
                return words.t("It cannot be at any other time.")
            return words.t("It cannot be at another time with nearly everything else staying.")
        where, price = self.spot(told.next_best), self._price(told.next_extra)
        if told.exact:
            return words.t("Next best time: {spot}, with everything else arranged anew; {price}.",
                           spot=where, price=price)  # fmt: skip
        return words.t("Next best time: {spot}, with nearly everything else staying; {price}.",
                       spot=where, price=price)  # fmt: skip

    def _price(self, people: int) -> str:
        words = self._words
        if people == 0:
            return words.t("as many people lost as now")
        if people < 0:
            return words.n("one person fewer lost", "{count} people fewer lost", -people)
        return words.n("one person more lost", "{count} people more lost", people)

    # ---- lists

    def _time(self, slot: Slot) -> str:
        time = f"{slot.starts[11:16]}–{slot.ends[11:16]}"
        return time if self._days < 2 else f"{days_text(self._words, slot.starts, slot.starts)}, {time}"

    def _times(self, refs: Sequence[str]) -> str:
        return ", ".join(self._time(each) for each in self._problem.slots if each.ref in refs)

    def _unavailable(self, session: int | None) -> str:
        return self._times(self._sessions[session].unavailable if session in self._sessions else ())

    def _closed(self, room: int | None, at: int | None = None) -> str:
        """Return when a room is not to be had; `at`: only as far as it overlaps this slot."""
        refs = self._rooms[room].unavailable if room in self._rooms else ()
        if at not in self._slots:
            return self._times(refs)
        here = self._slots[at]
        return self._times([each.ref for each in self._problem.slots if each.ref in refs and each.overlaps(here)])

    def _names(self, names: Sequence[str]) -> str:
        if len(names) <= _MOST_NAMES:
            return ", ".join(names)
        more = self._words.n("one more", "{count} more", len(names) - _MOST_NAMES)
        return ", ".join((*names[:_MOST_NAMES], more))

    def _forbidden(self, asked: Session | None) -> str:
        refs = asked.room_forbidden if asked else ()
        return ", ".join(each.name for each in self._problem.rooms if each.ref in refs)

    def _before(self, asked: Session | None) -> str:
        refs: Iterable[str] = asked.after if asked else ()
        return ", ".join(each.title for each in self._problem.sessions if each.ref in refs)
