"""Gives cards of people who did not come to those who came late: looked at first, then done."""

from collections.abc import Mapping

from eventdesk.cafe.guest import CafeGuest
from eventdesk.cafe.rotation.types import Handed
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.flow.thinking import AskedCards, handing
from ui.cafe.tables import telling
from ui.cafe.tables.deeds import Deeds
from ui.cafe.tables.proposal import Proposal
from ui.look import Look
from ui.widgets.answer_card import Answer
from ui.widgets.change_list import ChangeLine
from ui.widgets.reason_line import Line
from ui.work import Work


class Handing(Proposal):
    """Nobody else's card changes."""

    asks_again = True

    def __init__(self, look: Look, flow: CafeFlow, deeds: Deeds, work: Work) -> None:
        super().__init__(look, flow, deeds, work, (look.words.t("Who came late"), ""), handing)

    def asked(self) -> AskedCards:
        """Return who came late, and who has not come."""
        day, cafe = self.flow.day, self.flow.cafe
        late = day.late if day.is_day else cafe.without_way
        hosts = cafe.hosted_by
        gone = tuple(each.id for each in day.absent if each.id not in hosts)
        return AskedCards(cafe, gone, tuple(each.id for each in late))

    def is_old(self) -> bool:
        """Say whether others have come late, or not come, than when it was asked."""
        then, now = self.thinking.asked, self.asked()
        return then.cafe is not now.cafe or (then.gone, then.late) != (now.gone, now.late)

    def title(self) -> str:
        """Return what the work is called."""
        return self.look.words.t("Looking for cards")

    def answer(self, found: Handed) -> Answer:
        """Return who would get whose card."""
        words, cafe = self.look.words, self.flow.cafe
        lines = [self._line(person, found) for person in found.taken]
        lines += [
            ChangeLine(_name(cafe.guests, person), words.t("on one more chair"), after=person) for person in found.extra
        ]
        count = len(lines)
        notes = [Line(good=True, text=words.t("Nobody else's card changes."))] if count else []
        if found.repeats:
            notes.append(Line(good=False, text=telling.more_repeats(words, found.repeats)))
        if found.waiting:
            notes.append(Line(good=False, text=telling.no_room(words, len(found.waiting))))
        total = words.n("One person gets a card", "{count} people get a card", count)
        return Answer(total, "", "", tuple(notes), tuple(lines))

    def may_apply(self, found: Handed) -> bool:
        """Say whether there is anything to hand over."""
        return super().may_apply(found) and bool(found.taken or found.extra)

    def write(self, found: Handed) -> str:
        """Hand them over: only cards that somebody takes are taken from those who have not come. Raises KnownError."""
        words = self.look.words
        done = self.flow.hand_over(set(found.from_whom.values()), found)
        count = len(done.taken) + len(done.extra)
        said = words.n("One person has a card now.", "{count} people have a card now.", count)
        return f"{said} {words.t('Nobody else has another card.')}"

    def _line(self, person: int, found: Handed) -> ChangeLine:
        words, cafe = self.look.words, self.flow.cafe
        before = found.from_whom.get(person)
        way = cafe.way_of.get(before) if before is not None else None
        if before is None or way is None:
            return ChangeLine(_name(cafe.guests, person), words.t("a card that is free"), after=person)
        text = words.t("card {number} of {name}", number=way.number, name=_name(cafe.guests, before))
        return ChangeLine(_name(cafe.guests, person), text, before=before, after=person)


def _name(guests: Mapping[int, CafeGuest], person: int) -> str:
    return guests[person].name if person in guests else "?"
