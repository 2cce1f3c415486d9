"""How the verbs of the timetable answer: keys of their JSON, and lines for people."""

from typing import Any

from eventdesk.panels.outcome import Applied
from eventdesk.panels.timetable.plan import Change, Explanation, Part, Reason, Replanned, Timetable
from eventdesk.panels.timetable.problem import Problem
from eventdesk.panels.timetable.telling import Told
from eventdesk.words import Words


class Answers:
    """Answers about one problem, in one language."""

    def __init__(self, words: Words, problem: Problem) -> None:
        """Sort the ids of the event folder."""
        self._words, self._problem = words, problem
        self._told = Told(words, problem)
        self._sessions = {each.id: each.ref for each in problem.sessions}
        self._slots = {each.id: each.ref for each in problem.slots}
        self._rooms = {each.id: each.ref for each in problem.rooms}

    def timetable(self, found: Timetable) -> dict[str, Any]:
        """Return a timetable under the keys of the command line."""
        return {
            "status": found.status.value,
            "lost_by_clash": found.lost_by_clash,
            "turned_away": found.turned_away,
            "cost": found.cost,
            "bound": found.bound,
            "gap": round(found.gap, 4),
            "seconds": round(found.seconds, 3),
            "seed": found.seed,
            "out_of_time": found.out_of_time,
            "sessions": {self._sessions[session]: self._spot(spot) for session, spot in found.sessions.items()},
            "left_over": [
                {"session": self._sessions[session], **self._reason(session, reason)}
                for session, reason in found.left_over
            ],
        }

    def timetable_lines(self, found: Timetable) -> list[str]:
        """Return a timetable for people: what it costs, how good that is, what is when and where."""
        lines = [self._told.people(found), self._told.status(found)]
        for slot in self._problem.slots:
            lines.append(self._told.slot(slot.id))
            lines += [
                f"  {self._told.room(room.id):<20} {session.ref:<6} {session.title}"
                for room in self._problem.rooms
                for session in self._problem.sessions
                if found.sessions.get(session.id) == (slot.id, room.id)
            ]
        for session, reason in found.left_over:
            lines += [self._told.reason(session, reason), *(f"  {cure}" for cure in self._told.cures(reason))]
        return lines

    def written_lines(self, found: Timetable, done: Applied | None) -> list[str]:
        """Return what was written of a timetable, and which sessions have no room afterwards; `done` None: nothing."""
        words, left = self._words, [self._told.session(session) for session, _ in found.left_over]
        if done is None:
            return [words.t("Nothing is written: only --apply does that.")]
        if done.eid is None:
            lines = [words.t("Nothing is written: the file has this timetable already.")]
        elif not done.changes:
            lines = [words.t("Written: no session moves. “eventdesk undo” takes it back.")]
        else:
            lines = [
                words.n(
                    "Written: one session has another slot or room. “eventdesk undo” takes it back.",
                    "Written: {count} sessions have another slot or room. “eventdesk undo” takes all of it back.",
                    len(done.changes),
                )
            ]
        if left:
            lines.append(
                words.n(
                    "One session still has no room: {names}",
                    "{count} sessions still have no room: {names}",
                    len(left),
                    names=" · ".join(left),
                )
            )
        return lines

    def replanned(self, found: Replanned) -> dict[str, Any]:
        """Return a re-plan: the timetable, and what is to be changed in what was printed."""
        return self.timetable(found.timetable) | {
            "changes": [self._change(each) for each in found.changes],
            "fewest_changes_proven": found.fewest_proven,
            "proven": found.proven,
        }

    def replanned_lines(self, found: Replanned) -> list[str]:
        """Return a re-plan for people: the changes, what it costs."""
        count = len(found.changes)
        lines = [self._words.n("{count} session changes:", "{count} sessions change:", count)] if count else [
            self._words.t("Nothing has to be changed.")
        ]  # fmt: skip
        lines += [f"  {self._told.change(each)}" for each in found.changes]
        if found.fewest_proven and count:
            lines.append(self._words.t("Proven: it cannot be done with fewer changes."))
        lines.append(self._told.people(found.timetable))
        if found.timetable.out_of_time:
            lines.append(self._told.time_was_over())
        for session, reason in found.timetable.left_over:
            lines += [self._told.reason(session, reason), *(f"  {cure}" for cure in self._told.cures(reason))]
        return lines

    def explanation(self, told: Explanation) -> dict[str, Any]:
        """Return why a session is where it is."""
        answer: dict[str, Any] = {
            "session": self._sessions[told.session],
            "slot": self._slots[told.spot[0]] if told.spot else None,
            "room": self._rooms[told.spot[1]] if told.spot else None,
            "wishers": told.wishers,
            "demand": told.demand,
            "capacity": told.capacity,
            "turned_away": told.turned_away,
            "rivals": [{"session": self._sessions[session], "people": people} for session, people in told.rivals],
            "rooms": [
                {
                    "room": self._rooms[each.room],
                    "why": each.why.value,
                    "session": self._sessions.get(each.other or 0),
                    "extra_people": each.extra,
                    "text": self._told.other_room(each),
                }
                for each in told.rooms
            ],
            "next_best": (self._spot(told.next_best) | {"extra_people": told.next_extra}) if told.next_best else None,
            "exact": told.exact,
        }
        return answer if told.reason is None else answer | self._reason(told.session, told.reason)

    def explanation_lines(self, told: Explanation) -> list[str]:
        """Return the same for people."""
        return list(self._told.explanation(told))

    def _change(self, change: Change) -> dict[str, Any]:
        return {
            "session": self._sessions[change.session],
            "from": self._spot(change.before) if change.before else None,
            "to": self._spot(change.after) if change.after else None,
            "text": self._told.change(change),
        }

    def _spot(self, spot: tuple[int, int]) -> dict[str, str]:
        return {"slot": self._slots.get(spot[0], ""), "room": self._rooms.get(spot[1], "")}

    def _reason(self, session: int, reason: Reason) -> dict[str, Any]:
        return {
            "why": self._told.reason(session, reason),
            "parts": [self._part(each) for each in reason.parts],
            "cures": list(self._told.cures(reason)),
        }

    def _part(self, part: Part) -> dict[str, Any]:
        named = {
            "session": self._sessions.get(part.session or 0),
            "room": self._rooms.get(part.room or 0),
            "person": part.person or None,
        }
        return {"rule": part.rule.value, **{key: value for key, value in named.items() if value}}
