"""Makes what the cards of the places show out of the programme."""

from dataclasses import dataclass

from eventdesk.panels.place import How
from eventdesk.panels.programme import Programme
from eventdesk.panels.seating.moving_up import Step
from eventdesk.panels.seating.telling import way_text
from eventdesk.people.sorting import sort_key
from ui.look import Look
from ui.moments import moment_text
from ui.panels.flow.places_flow import PlacesFlow
from ui.panels.places import telling
from ui.panels.places.giving import Giving
from ui.panels.places.lines import Line
from ui.panels.places.list_card import ListCard
from ui.panels.places.person_card import Choice, Deed, PersonCard
from ui.panels.places.session_card import SessionCard
from ui.panels.places.standing import Taken, when_key
from ui.panels.places.summary_card import SummaryCard

MOST_STEPS = 3


@dataclass(frozen=True)
class Cards:
    """The cards of one tab."""

    list: ListCard
    summary: SummaryCard
    session: SessionCard
    person: PersonCard


class Showing:
    """Fills the cards of one tab."""

    def __init__(self, look: Look, flow: PlacesFlow, cards: Cards, giving: Giving) -> None:
        self._look, self._flow, self._cards, self._giving = look, flow, cards, giving

    @property
    def _programme(self) -> Programme:
        return self._flow.programme

    def show_list(self, session: int | None, person: int | None) -> None:
        """Show the sessions as they are, as they would be, or the people who were found."""
        words, programme, card = self._look.words, self._programme, self._cards.list
        if card.searching:
            found = self._flow.find(card.field.text())
            card.show_people([telling.person_line(words, programme, each) for each in found], person)
            return
        now = self._flow.overview().taken
        thinking, drawn = self._giving.thinking, self._giving.drawn
        if drawn is not None and not self._giving.card.isHidden():
            asked: Programme = thinking.asked.programme
            today = {each.session.id: each for each in now}
            lines = [telling.session_line(words, asked, each, today.get(each.session.id)) for each in drawn.taken]
        else:
            lines = [telling.session_line(words, programme, each) for each in now]
            drawn = None
        hint = telling.nothing_to_give(words)
        card.show_sessions(lines, session, preview=drawn is not None, without=hint)

    def show_summary(self, *, proven: bool | None) -> None:
        """Show how content people are, and what is known about it."""
        words, card = self._look.words, self._cards.summary
        card.show_content(self._flow.overview().content)
        card.warn(self._warning_text())
        draw = self._flow.last_draw()
        if proven:
            card.say(words.t("Nobody can sit better unless somebody else sits worse."), proven=True)
        elif draw is not None:
            when = moment_text(words, draw.at.isoformat()[:16])
            told = words.t("Given out: {when}. {way}.", when=when, way=way_text(words, draw.facts.way))
            if proven is False:
                told += " " + words.t("Since then something has changed: nothing is proven any more.")
            card.say(told)
        else:
            card.say(words.t("Places have not been given out yet."))

    def show_session(self, session: int) -> None:
        """Show one session."""
        words, programme, card = self._look.words, self._programme, self._cards.session
        there = programme.session_of[session]
        places, line = programme.places_in.get(session, ()), programme.waiting_for.get(session, ())
        taken = Taken(there, len(places), len(line), programme.capacity(there, there.room))
        waiting = [
            telling.waiting_line(words, programme, each.person, session, number) for number, each in enumerate(line, 1)
        ]
        held = sorted(places, key=lambda each: sort_key(programme.people[each.person].name))
        holders = [telling.holder_line(words, programme, each.person, session, each.how) for each in held]
        shown = telling.session_line(words, programme, taken)
        about = telling.where_and_when(words, programme, there)
        state = telling.state_text(words, taken) or self._free_text(taken)
        steps = self._flow.next_up(session)
        drawn = any(each.how is How.DRAWN for each in places)
        card.show_session(
            telling.with_about(shown, about), state, self._steps_text(steps, programme), (waiting, holders), drawn=drawn
        )

    def show_person(self, person: int) -> None:
        """Show one person."""
        words, programme, card = self._look.words, self._programme, self._cards.person
        guest = programme.people[person]
        wishes = programme.wishes.get(person, ())
        known = {
            each.session.id: each for each in self._flow.overview().taken if each.session.id in programme.session_of
        }
        places = {place.session: place.how for place in programme.places_of.get(person, ())}
        others = sorted(
            (each for each in known if each not in wishes),
            key=lambda each: (each not in places, when_key(programme, programme.session_of[each])),
        )
        parts = programme.parts_of.get(guest.ref, ()) if guest.ref else ()
        about = [words.t("Group {name}", name=guest.group) if guest.group else ""]
        about.append(words.t("needs a way without steps") if guest.needs_step_free else "")
        if parts:
            titles = ", ".join(programme.session_of[each].title for each in parts)
            about.append(words.t("has a part in {sessions}", sessions=titles))
        choices = [self._choice(person, each, known.get(each), places.get(each)) for each in (*wishes, *others)]
        card.show_person(guest.name, " · ".join(filter(None, about)), choices)

    def _choice(self, person: int, session: int, taken: Taken | None, how: How | None) -> Choice:
        words, programme = self._look.words, self._programme
        there, wishes = programme.session_of[session], programme.wishes.get(person, ())
        line = [each.person for each in programme.waiting_for.get(session, ())]
        rank = wishes.index(session) if session in wishes else None
        told = [telling.where_and_when(words, programme, there)]
        deeds = {Deed.ADD_WISH} if rank is None else {Deed.REMOVE_WISH}
        if rank is not None and rank > 0:
            deeds.add(Deed.EARLIER)
        if rank is not None and rank < len(wishes) - 1:
            deeds.add(Deed.LATER)
        if how is not None:
            told.insert(0, words.t("has a place, confirmed") if how is How.CONFIRMED else words.t("has a place"))
            deeds.add(Deed.TAKE)
            if how is How.DRAWN:
                deeds.add(Deed.CONFIRM)
        elif there.slot is not None:
            deeds.add(Deed.GIVE)
            if person in line:
                told.insert(0, words.t("waiting, number {number}", number=line.index(person) + 1))
                deeds.add(Deed.STOP_WAITING)
            else:
                deeds.add(Deed.WAIT)
                if taken is not None and taken.free == 0:
                    told.insert(0, words.t("full"))
        title = there.title if rank is None else f"{rank + 1}. {there.title}"
        return Choice(
            Line(session, title, " · ".join(told), telling.fill_text(taken) if taken is not None else ""),
            frozenset(deeds),
        )

    def _warning_text(self) -> str:
        """Return how many places nobody can go to yet, and how many people would have to be in two rooms at once."""
        words, programme, told = self._look.words, self._programme, []
        open_yet = [each.id for each in programme.sessions if each.slot is None or each.room is None]
        count = sum(len(programme.places_in.get(each, ())) for each in open_yet)
        if count:
            told.append(
                words.n(
                    "One place is in a session without a room or a time.",
                    "{count} places are in sessions without a room or a time.",
                    count,
                )
            )
        twice = self._flow.overview().content.twice
        if twice:
            told.append(
                words.n("One person has two places at one time.", "{count} people have two places at one time.", twice)
            )
        if told:
            told.append(words.t("Give out places anew, or change the programme."))
        return " ".join(told)

    def _free_text(self, taken: Taken) -> str:
        words = self._look.words
        return "" if taken.free is None else words.n("one place is free", "{count} places are free", taken.free)

    def _steps_text(self, steps: tuple[Step, ...], programme: Programme) -> str:
        words = self._look.words
        told = []
        for step in steps[:MOST_STEPS]:
            values = {"name": programme.people[step.person].name, "session": programme.session_of[step.session].title}
            if step.leaves is None:
                told.append(words.t("{name} moves up to {session}.", **values))
            else:
                left = programme.session_of[step.leaves].title
                told.append(words.t("{name} moves up to {session} and leaves {left}.", left=left, **values))
        more = len(steps) - MOST_STEPS
        if more > 0:
            told.append(words.n("Then one more.", "Then {count} more.", more))
        return " ".join(told)
