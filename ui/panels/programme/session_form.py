"""The form for a session."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Session, SessionKind
from eventdesk.words.panels import KINDS
from ui.look import Look
from ui.panels.programme.clock import number_note
from ui.panels.programme.form import Form, number, parts
from ui.panels.programme.naming import possible_before, possible_originals, room_names, session_names, slot_names
from ui.panels.programme.picks import Picks
from ui.widgets.field import Note
from ui.widgets.steady_box import SteadyBox


class SessionForm(Form):
    """Title, kind, who speaks and moderates, what is needed; more: what is wished for, what it goes with, how many."""

    def __init__(self, look: Look, programme: Programme, session: Session) -> None:
        words = look.words
        title = words.t("Change the session") if session.id else words.t("New session")
        super().__init__(look, title, words.t("Save") if session.id else words.t("Add this session"), session)
        self._programme, self._session = programme, session
        self.title = self.line(words.t("Title"), session.title, self._titled)
        self.kind = SteadyBox(words.t("Kind"))
        for kind in SessionKind:
            self.kind.addItem(words.t(KINDS[kind.value]), kind)
        self.kind.setCurrentIndex(self.kind.findData(session.kind))
        self.add(words.t("Kind"), self.kind)
        self.speakers = self.line(
            words.t("Speakers"), self._names(session.speakers), hint=words.t("Names, with commas")
        )
        self.moderators = self.line(words.t("Moderators"), self._names(session.moderators))
        self.needs = self.line(words.t("Needs"), ", ".join(session.needs), self._needed)
        self.begin_more()
        self._add_spots()
        self._add_others()
        self._add_languages()
        self.capacity = self.line(words.t("Seats at most"), _text(session.capacity), self._seated)
        self.expected = self.line(
            words.t("Expected without wishes"),
            _text(session.expected),
            lambda text: number_note(words, text, empty=True),
        )
        self.note = self.line(words.t("Note"), session.note)
        self.finish()

    def values(self) -> dict[str, Any]:
        """Return the fields as they were typed."""
        session = self._session
        return {
            "title": self.title.text().strip(),
            "kind": SessionKind(self.kind.currentData()),
            "speakers": self.typed(self.speakers, session.speakers, self._refs),
            "moderators": self.typed(self.moderators, session.moderators, self._refs),
            "needs": self.typed(self.needs, session.needs, parts),
            "room_wished": self.room_wished.chosen,
            "room_forbidden": self.room_forbidden.chosen,
            "slot_wished": self.slot_wished.chosen,
            "unavailable": self.unavailable.chosen,
            "after": self.after.chosen,
            "repeat_of": str(self.repeat_of.currentData()),
            "language": self.typed(self.language, session.language),
            "interpretation": self.typed(self.interpretation, session.interpretation, parts),
            "capacity": number(self.capacity.text()),
            "expected": number(self.expected.text()),
            "note": self.typed(self.note, session.note),
        }

    def cost_of_removing(self) -> str:
        """Say what goes along."""
        words, places = self.look.words, len(self._programme.places_in.get(self.thing.id, ()))
        if not places:
            return words.t("The session is removed from the programme.")
        return words.n("One person loses their place.", "{count} people lose their places.", places)

    # ---- more

    def _add_spots(self) -> None:
        """Let one say which rooms and slots are wished for, and which are out of the question."""
        words, session = self.look.words, self._session
        rooms, slots = room_names(self._programme), slot_names(words, self._programme)
        self.room_wished = self._picks(words.t("Wished rooms"), rooms, session.room_wished)
        self.room_forbidden = self._picks(
            words.t("Rooms that are out of the question"), rooms, session.room_forbidden, self._is_there
        )
        self.slot_wished = self._picks(words.t("Wished slots"), slots, session.slot_wished)
        self.unavailable = self._picks(words.t("Cannot take place in"), slots, session.unavailable, self._is_then)
        for one, two in ((self.room_wished, self.room_forbidden), (self.slot_wished, self.unavailable)):
            _never_both(one, two)
            _never_both(two, one)

    def _add_others(self) -> None:
        """Let one say which sessions must be over before, and which one this is again."""
        words, session, programme = self.look.words, self._session, self._programme
        before = session_names(possible_before(programme, session))
        self.after = self._picks(words.t("Only after"), before, session.after, self._too_early)
        self.repeat_of = SteadyBox(words.t("Repeats"))
        self.repeat_of.addItem(words.t("No other session"), "")
        originals = session_names(possible_originals(programme, session))
        for ref in dict.fromkeys((*originals, *filter(None, [session.repeat_of]))):
            self.repeat_of.addItem(originals.get(ref, ref), ref)
        self.repeat_of.setCurrentIndex(max(0, self.repeat_of.findData(session.repeat_of)))
        self.add(words.t("Repeats"), self.repeat_of, lambda: self.repeat_of.currentIndex() > 0)

    def _add_languages(self) -> None:
        words, session = self.look.words, self._session
        self.language = self.line(words.t("Language"), session.language, hint=words.t("for example: German"))
        self.interpretation = self.line(
            words.t("Interpretation"),
            ", ".join(session.interpretation),
            self._interpreted,
            hint=words.t("Languages, with commas"),
        )

    def _picks(
        self,
        name: str,
        names: Mapping[str, str],
        chosen: tuple[str, ...],
        note: Callable[[Collection[str]], str] | None = None,
    ) -> Picks:
        picks = Picks(self.look, name, names, chosen, note)
        self.add(name, picks, lambda: bool(picks.chosen))
        return picks

    # ---- what is to be minded

    def _is_there(self, rooms: Collection[str]) -> str:
        room = self._programme.room_of.get(self._session.room or 0)
        return self.look.words.t("It is in {room} now.", room=room.name) if room and room.ref in rooms else ""

    def _is_then(self, slots: Collection[str]) -> str:
        slot = self._programme.slot_of.get(self._session.slot or 0)
        return self.look.words.t("It is at {time} now.", time=slot.starts[11:16]) if slot and slot.ref in slots else ""

    def _too_early(self, sessions: Collection[str]) -> str:
        """Name a session that is not over yet when this one begins."""
        programme = self._programme
        own = programme.slot_of.get(self._session.slot or 0)
        for earlier in (programme.session_by_ref[ref] for ref in sessions if ref in programme.session_by_ref):
            slot = programme.slot_of.get(earlier.slot or 0)
            if own is not None and slot is not None and slot.ends > own.starts:
                return self.look.words.t("“{name}” is not over yet when this one begins.", name=earlier.title)
        return ""

    def _seated(self, text: str) -> Note:
        """Take a number of people; say if there are fewer seats where the session is."""
        words, room = self.look.words, self._programme.room_of.get(self._session.room or 0)
        note = number_note(words, text, empty=True)
        wanted = None if note.wrong else number(text)
        if wanted is None or room is None or wanted <= room.capacity:
            return note
        return Note(
            words.n("{room} has only one seat.", "{room} has only {count} seats.", room.capacity, room=room.name)
        )

    def _interpreted(self, text: str) -> Note:
        spoken = self.language.text().strip()
        if spoken and spoken.casefold() in (each.casefold() for each in parts(text)):
            return Note(self.look.words.t("{language} is spoken anyway.", language=spoken))
        return Note()

    def _titled(self, text: str) -> Note:
        return Note() if text else Note(self.look.words.t("A session needs a title."), wrong=True)

    def _needed(self, text: str) -> Note:
        """Say which of what is needed no room has."""
        known = {each.casefold() for room in self._programme.rooms for each in room.equipment}
        missing = [each for each in parts(text) if each.casefold() not in known]
        if not missing:
            return Note()
        return Note(self.look.words.t("No room has {equipment}.", equipment=", ".join(missing)))

    # ---- who

    def _names(self, refs: tuple[str, ...]) -> str:
        return ", ".join(self._programme.called(ref) for ref in refs)

    def _refs(self, text: str) -> tuple[str, ...]:
        """Return the ids of people whose names were typed, where there is just one of that name; else the names."""
        by_name: dict[str, list[str]] = {}
        for guest in self._programme.people.values():
            if guest.ref:
                by_name.setdefault(guest.name.casefold(), []).append(guest.ref)
        known = {self._programme.called(ref): ref for ref in self._session.crew}
        found = []
        for name in parts(text):
            refs = by_name.get(name.casefold(), [])
            found.append(known.get(name) or (refs[0] if len(refs) == 1 else name))
        return tuple(dict.fromkeys(found))


def _never_both(one: Picks, two: Picks) -> None:
    """Offer nothing in the second that is chosen in the first."""
    one.changed.connect(lambda: two.exclude(one.chosen))
    two.exclude(one.chosen)


def _text(value: int | None) -> str:
    return "" if value is None else str(value)
